"""Statements for a learning system: as a file, or sent to the store that the organisation chose."""

from __future__ import annotations

from datetime import date

import streamlit as st

from simulator import lrs, xapi
from simulator.accounts import Permission, allowed
from simulator.employer import settings_of
from simulator.exports import Choices
from simulator.ui import plain, session
from simulator.ui.parts.exports import link

_OUTCOME = "exports-lrs-outcome"


def show(choices: Choices, team: str, dates: tuple[date, date]) -> None:
    """Show the file, and sending for those who may."""
    plain.heading(session.text("exports-xapi-title"), 2)
    plain.body(session.text("exports-xapi-intro"))
    wanted = xapi.Wanted(since=dates[0], until=dates[1], team=team)
    link.on_request(
        "exports-xapi",
        xapi.KIND,
        wanted.model_dump(mode="json"),
        session.text("exports-xapi-make"),
        session.text("exports-xapi-get"),
    )
    if choices.whole and allowed(session.me(), Permission.CHANGE_EMPLOYER):
        _sending(wanted)


def _sending(wanted: xapi.Wanted) -> None:
    address = settings_of(session.store(), session.me().employer_id).lrs_url
    if not address:
        plain.muted(session.text("exports-lrs-off"))
        return
    plain.body(session.text("exports-lrs-to", address=address))
    if st.button(session.text("exports-lrs-send"), key="exports-lrs-send"):
        with st.spinner(session.text("exports-lrs-busy")):
            st.session_state[_OUTCOME] = _send(wanted)
    if outcome := st.session_state.get(_OUTCOME):
        plain.notice(*outcome)


def _send(wanted: xapi.Wanted) -> tuple[str, str, str]:
    """Send; gives the sign, the words and the kind of the notice that says how it went."""
    try:
        count = lrs.send(session.store(), session.me(), wanted, session.now())
    except lrs.LrsError as error:
        before = session.text("exports-lrs-before", count=error.sent)
        return "▲", f"{session.text(f'exports-lrs-error-{error.code}')} {before}", "improve"
    return "✓", session.text("exports-lrs-sent", count=count), "good"
