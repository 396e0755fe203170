"""The outcome of a closed round: agreement, and the replies to talk about."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from scoring import Dimension
from simulator import calibrated
from simulator.agreement import LEAST, band_names
from simulator.calibrated import Line, Results
from simulator.calibration import Round
from simulator.calibration_items import PASSED
from simulator.ui import plain, session
from simulator.ui.parts.calibration import figures, rounds_part, state, talk_part

_MAIN = {*(d.value for d in Dimension), PASSED}


def show(found: Round) -> None:
    """Show it."""
    plain.muted(" · ".join(rounds_part.details(found)))
    # Asked before anything kept is shown: the right may have been taken away.
    agreed = calibrated.agreed(session.store(), session.me(), found.row.id)
    with st.spinner(session.text("calibration-counting")):
        told = _results(str(session.store().engine.url), found.row.id)
    names = {m.user_id: m.name for m in found.members}
    plain.heading(session.text("calibration-agreement"), 2)
    main = [line for line in told.lines if line.name in _MAIN]
    if main:
        st.table(_lines(main), hide_index=True)
    with st.expander(session.text("calibration-how-to-read")):
        _how_to_read()
    with st.expander(session.text("calibration-per-criterion")):
        rest = [line for line in told.lines if line.name not in _MAIN]
        if rest:
            st.table(_lines(rest), hide_index=True)
        else:
            plain.muted(session.text("calibration-no-criteria"))
    if len(names) > 2:
        with st.expander(session.text("calibration-per-pair")):
            st.table(_pairs(main, names), hide_index=True)
    talk_part.show(found, told, agreed, names)


# A closed round stands; only a re-scoring moves what the scorer says, and five minutes later that is seen.
@st.cache_data(show_spinner=False, ttl=300, max_entries=50)
def _results(_database: str, round_id: str) -> Results:
    return calibrated.results(session.store(), session.me(), round_id)


def _lines(lines: list[Line]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            session.text("calibration-what"): [plain.safe_label(state.name_of(line.name)) for line in lines],
            session.text("calibration-between"): [figures.figure(line.people) for line in lines],
            session.text("calibration-with-scorer"): [figures.figure(line.scorer) for line in lines],
            session.text("calibration-n"): [str(line.people.n) for line in lines],
            session.text("calibration-prevalence"): [figures.share(line.people) for line in lines],
        }
    )


def _pairs(lines: list[Line], names: dict[str, str]) -> pd.DataFrame:
    rows = [
        {
            session.text("calibration-what"): plain.safe_label(state.name_of(line.name)),
            session.text("calibration-members"): plain.safe_label(
                session.text("calibration-pair", first=names[pair.first], second=names[pair.second])
            ),
            session.text("calibration-between"): figures.figure(pair.figure),
            session.text("calibration-n"): str(pair.figure.n),
        }
        for line in lines
        for pair in line.pairs
    ]
    return pd.DataFrame(rows)


def _how_to_read() -> None:
    plain.bullets(
        [
            session.text("calibration-read-kappa", bands=", ".join(band_names())),
            session.text("calibration-read-ac1"),
            session.text("calibration-read-interval"),
            session.text("calibration-read-few", least=LEAST),
            session.text("calibration-read-scorer"),
            session.text("calibration-read-one-band"),
        ]
    )
