"""Who is done with an open round, and closing it early."""

from __future__ import annotations

import streamlit as st

from simulator import calibration
from simulator.calibration import Round
from simulator.ui import plain, session
from simulator.ui.parts.calibration import rounds_part, state


def show(found: Round) -> None:
    """Show it below the round."""
    plain.heading(session.text("calibration-who"), 2)
    plain.muted(" · ".join(rounds_part.details(found)))
    plain.pairs(
        [
            (m.name, session.text("calibration-is-done" if m.done_at else "calibration-is-busy"))
            for m in found.members
        ]
    )
    if found.row.created_by == session.me().id:
        with st.popover(session.text("calibration-close")):
            plain.body(session.text("calibration-close-about"))
            st.button(session.text("calibration-close-yes"), on_click=_close, args=(found.row.id,))


def _close(round_id: str) -> None:
    with state.refusals():
        calibration.close(session.store(), session.me(), round_id, session.now())
