"""What was scored again before, and taking the last one back."""

from __future__ import annotations

import streamlit as st

from simulator import rescoring
from simulator.i18n import clock_time, day
from simulator.rescoring import Past
from simulator.ui import plain, session
from simulator.ui.parts.rescoring import try_part, work


def show() -> None:
    """Show it, newest first."""
    plain.heading(session.text("rescoring-history"), 2)
    past = rescoring.history(session.store(), session.me())
    if not past:
        plain.muted(session.text("rescoring-none"))
    for one in past:
        with st.container(border=True):
            _one(one)


def _one(one: Past) -> None:
    at = one.row.at.astimezone()
    when = f"{day(at, session.lang())} {clock_time(at)}"
    key = "rescoring-undone" if one.row.reverts else "rescoring-done"
    plain.heading(session.text(key, count=one.row.replies, who=one.by, when=when), 3)
    plain.body(session.text("rescoring-because", reason=one.row.reason))
    plain.muted(session.text("rescoring-with", rubric=one.row.rubric, version=one.row.scorer_version))
    if one.cut and one.row.reverts:
        plain.notice("▲", session.text("rescoring-revert-cut"), "improve")
        if st.button(session.text("rescoring-revert-go-on"), type="primary"):
            _revert(one.row.reverts, one.row.reason)
    if one.revertible:
        with st.popover(session.text("rescoring-revert")):
            plain.body(session.text("rescoring-revert-about"))
            reason = st.text_input(
                session.text("rescoring-reason"), max_chars=rescoring.REASON_MOST, key="revert-reason"
            )
            if st.button(session.text("rescoring-revert-yes")):
                _revert(one.row.id, reason)


def _revert(rescoring_id: str, reason: str) -> None:
    try_part.forget()
    work.run(
        lambda told: rescoring.revert(
            session.store(), session.me(), rescoring_id, reason, session.now(), told
        ),
        "rescoring-reverted",
    )
