"""Scoring older replies again: where we stand, a dry run, applying it, and what was done before."""

from __future__ import annotations

import streamlit as st

from scoring import SCORER_VERSION
from simulator import rescoring
from simulator.rescoring import State
from simulator.ui import plain, session
from simulator.ui.parts.rescoring import apply_part, history_part, try_part, work


def main() -> None:
    """Show it."""
    found = rescoring.state(session.store(), session.me())
    plain.heading(session.text("nav-rescoring"), 1)
    plain.body(session.text("rescoring-intro"))
    work.show_notice()
    _now(found)
    try_part.show(found)
    apply_part.show(found)
    history_part.show()


def _now(found: State) -> None:
    plain.heading(session.text("rescoring-now"), 2)
    weights = ", ".join(
        session.text(
            "rescoring-weight", name=session.text(f"dimension-{dimension.value}"), share=f"{share:.0%}"
        )
        for dimension, share in found.rubric.dimension_weights
    )
    plain.pairs(
        [
            (session.text("rescoring-weights"), weights),
            (session.text("rescoring-rubric"), found.rubric.fingerprint),
            (session.text("rescoring-version"), SCORER_VERSION),
            (session.text("rescoring-replies"), str(found.replies)),
            (session.text("rescoring-other"), str(found.other_rubric)),
        ]
    )
    st.space("small")


main()
