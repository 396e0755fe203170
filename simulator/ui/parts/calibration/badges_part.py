"""How far each criterion can be left to the scorer, with the figures that this rests on."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import streamlit as st

from simulator.badges import EVIDENCE_LEAST, SUBSTANTIAL, Badge, Trust, badge_of
from simulator.ui import plain, session
from simulator.ui.parts.calibration import figures, state

_SIGNS = {Trust.AUTOMATIC: "✓", Trust.WITH_A_LOOK: "▲", Trust.PEOPLE_ONLY: "■"}


def show() -> None:
    """Show the criteria that somebody judged, and how many there are besides."""
    plain.heading(session.text("calibration-badges"), 2)
    bar = f"{SUBSTANTIAL:.1f}".replace(".", "," if session.lang() == "nl" else ".")
    plain.body(session.text("calibration-badges-about", least=EVIDENCE_LEAST, bar=bar))
    with st.spinner(session.text("calibration-counting")):
        badges = _badges(str(session.store().engine.url), session.me().employer_id)
    count = Counter(badge.trust for badge in badges.values())
    plain.body(
        session.text(
            "calibration-badges-count",
            automatic=count[Trust.AUTOMATIC],
            look=count[Trust.WITH_A_LOOK],
            people=count[Trust.PEOPLE_ONLY],
        )
    )
    judged = {name: badge for name, badge in badges.items() if badge.people.n > 0}
    if judged:
        with st.expander(session.text("calibration-per-criterion")):
            st.table(_table(judged), hide_index=True)
            if len(judged) < len(badges):
                plain.muted(session.text("calibration-badges-rest", count=len(badges) - len(judged)))


# They move with a round or a re-scoring only, and take a second to make.
@st.cache_data(show_spinner=False, ttl=60, max_entries=20)
def _badges(_database: str, employer_id: str) -> dict[str, Badge]:
    return badge_of(session.store(), employer_id)


def _table(badges: dict[str, Badge]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            session.text("calibration-criterion"): [plain.safe_label(state.name_of(n)) for n in badges],
            session.text("calibration-badge"): [_word(badge.trust) for badge in badges.values()],
            session.text("calibration-between"): [figures.figure(b.people) for b in badges.values()],
            session.text("calibration-with-scorer"): [figures.figure(b.scorer) for b in badges.values()],
            session.text("calibration-n"): [str(b.people.n) for b in badges.values()],
            session.text("calibration-prevalence"): [figures.share(b.people) for b in badges.values()],
        }
    )


def _word(trust: Trust) -> str:
    return f"{_SIGNS[trust]} " + session.text(f"calibration-badge-{trust.value.replace('_', '-')}")
