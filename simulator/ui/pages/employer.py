"""What the employer decides for its people: weights, review, privacy, connection; and what was changed before."""

from __future__ import annotations

import streamlit as st

from scoring import Dimension
from simulator import employer
from simulator.accounts import Permission, require
from simulator.employer import WEIGHT_LEAST, WEIGHT_MOST, BadSettingsError, EmployerSettings
from simulator.ui import plain, session
from simulator.ui.parts import employer_history

RESCORING = "simulator/ui/pages/rescoring.py"
_TOLD = "employer-told"
_LEAST, _MOST = round(WEIGHT_LEAST * 100), round(WEIGHT_MOST * 100)


def main() -> None:
    """Show the settings as they are, to be changed."""
    acting = require(session.store(), session.me(), Permission.CHANGE_EMPLOYER)
    settings = employer.settings_of(session.store(), acting.employer_id)
    plain.heading(session.text("nav-employer"), 1)
    plain.body(session.text("employer-intro"))
    _weights(settings)
    _review(settings)
    _privacy(settings)
    plain.heading(session.text("employer-links"), 2)
    st.text_input(
        session.text("employer-lrs-url"), value=settings.lrs_url, max_chars=300, key=_key("lrs_url")
    )
    # The answer stands beside the button that was pressed, where the eye is.
    st.button(session.text("employer-save"), type="primary", on_click=_save)
    _show_told()
    st.page_link(RESCORING, label=session.text("employer-rescore"))
    employer_history.show()


def _key(name: str) -> str:
    return f"employer-{name}"


def _weights(settings: EmployerSettings) -> None:
    plain.heading(session.text("employer-weights"), 2)
    plain.muted(session.text("employer-weights-about", least=_LEAST, most=_MOST))
    for column, dimension in zip(st.columns(4), Dimension, strict=True):
        with column:
            # The bounds are told by the message, not enforced by the field: a field that jumps back says nothing.
            st.number_input(
                session.text(f"dimension-{dimension.value}"),
                min_value=0,
                max_value=100,
                value=round(settings.weights[dimension] * 100),
                step=1,
                key=_key(dimension.value),
            )
    total = sum(st.session_state[_key(d.value)] for d in Dimension)
    if total == 100:
        plain.notice("✓", session.text("employer-sum-good"), "good")
    else:
        plain.notice("▲", session.text("employer-sum", sum=total), "improve")


def _review(settings: EmployerSettings) -> None:
    plain.heading(session.text("employer-review"), 2)
    st.number_input(
        session.text("employer-dispute-days"),
        value=settings.dispute_days,
        step=1,
        key=_key("dispute_days"),
        width=320,
    )
    share = round(settings.sample_share * 100)
    st.number_input(
        session.text("employer-sample-share"), value=share, step=1, key=_key("sample_share"), width=320
    )
    st.toggle(session.text("employer-blind"), value=settings.blind, key=_key("blind"))
    plain.muted(session.text("employer-blind-about"))


def _privacy(settings: EmployerSettings) -> None:
    plain.heading(session.text("employer-privacy"), 2)
    forever = st.toggle(
        session.text("employer-retention-forever"),
        value=settings.retention_days is None,
        key=_key("retention_forever"),
    )
    st.number_input(
        session.text("employer-retention-days"),
        value=settings.retention_days or 730,
        step=1,
        disabled=forever,
        key=_key("retention_days"),
        width=320,
    )
    st.toggle(
        session.text("employer-names-compared"), value=settings.names_compared, key=_key("names_compared")
    )
    plain.muted(session.text("employer-names-compared-about"))


def _save() -> None:
    held = {str(name).removeprefix("employer-"): value for name, value in st.session_state.items()}
    values: dict[str, object] = {
        "weights": {d.value: held[d.value] / 100 for d in Dimension},
        "retention_days": None if held["retention_forever"] else held["retention_days"],
        "sample_share": held["sample_share"] / 100,
        "lrs_url": held["lrs_url"].strip(),
        **{name: held[name] for name in ("names_compared", "dispute_days", "blind")},
    }
    store, who = session.store(), session.me()
    try:
        wanted = employer.checked(values)
    except BadSettingsError as error:
        st.session_state[_TOLD] = ("▲", error.faults)
        return
    changed = wanted != employer.settings_of(store, who.employer_id)
    employer.change(store, who, wanted, session.now())
    st.session_state[_TOLD] = ("✓", ("saved" if changed else "unchanged",))


def _show_told() -> None:
    sign, codes = st.session_state.pop(_TOLD, ("", ()))
    if sign == "✓":
        plain.notice(sign, session.text(f"employer-{codes[0]}"), "good")
    elif codes:
        plain.notice(sign, session.text("employer-faults"), "improve")
        total = sum(st.session_state[_key(d.value)] for d in Dimension)
        values = {"weights": {"least": _LEAST, "most": _MOST}, "weights_sum": {"sum": total}}
        plain.bullets(
            [session.text(f"employer-fault-{c.replace('_', '-')}", **values.get(c, {})) for c in codes]
        )


main()
