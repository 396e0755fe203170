"""Applying the rubric of today to older replies."""

from __future__ import annotations

import streamlit as st

from simulator import rescoring
from simulator.rescoring import State
from simulator.rescoring import apply as score_again
from simulator.ui import plain, session
from simulator.ui.parts.rescoring import try_part, work


def show(found: State) -> None:
    """Show why and the button."""
    plain.heading(session.text("rescoring-apply"), 2)
    plain.muted(session.text("rescoring-apply-about"))
    reason = st.text_input(
        session.text("rescoring-reason"), max_chars=rescoring.REASON_MOST, key="rescoring-reason"
    )
    if st.button(session.text("rescoring-apply-button"), disabled=not found.replies):
        try_part.forget()
        work.run(
            lambda told: score_again(
                session.store(),
                session.me(),
                reason,
                session.now(),
                processes=work.processes(found.replies),
                on_progress=told,
            ),
            "rescoring-applied",
        )
