"""The rounds that somebody is a member of."""

from __future__ import annotations

import streamlit as st

from simulator import calibration
from simulator.calibration import Round
from simulator.ui import plain, session
from simulator.ui.parts.calibration import state


def show() -> None:
    """Show them: open ones first, then newest first."""
    plain.heading(session.text("calibration-rounds"), 2)
    found = calibration.rounds(session.store(), session.me())
    if not found:
        plain.muted(session.text("calibration-no-rounds"))
    for one in sorted(found, key=lambda r: r.closed):
        with st.container(border=True):
            _one(one)


def _one(one: Round) -> None:
    plain.heading(one.row.title, 3)
    plain.muted(" · ".join(details(one)))
    key = "results" if one.closed else "look" if one.done(session.me().id) else "judge"
    st.button(
        session.text(f"calibration-to-{key}", title=plain.safe_label(one.row.title)),
        key=f"round-{one.row.id}",
        type="primary" if key == "judge" else "secondary",
        on_click=state.go_to_round,
        args=(one.row.id,),
    )


def details(one: Round) -> list[str]:
    """What there is to know about a round, in words."""
    opener = next((m.name for m in one.members if m.user_id == one.row.created_by), "")
    done = sum(m.done_at is not None for m in one.members)
    told = [
        session.text("calibration-count", count=one.replies),
        session.text("calibration-opened-by", who=opener, when=state.date_of(one.row.created_at)),
        session.text("calibration-done-of", done=done, members=len(one.members)),
    ]
    if one.row.closed_at is not None:
        told.append(session.text("calibration-closed-on", when=state.date_of(one.row.closed_at)))
    elif one.row.due_at is not None:
        key = "calibration-late" if one.row.due_at < session.now() else "calibration-due"
        told.append(session.text(key, when=state.date_of(one.row.due_at)))
    return told
