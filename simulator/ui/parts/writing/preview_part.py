"""The scenario as the trainee will see it: briefing, first message, and what is at hand."""

from __future__ import annotations

import streamlit as st

from simulator import publishing, trial
from simulator.authoring import Opened
from simulator.casebook.library import Case
from simulator.ui import plain, session
from simulator.ui.parts import help_panel, thread_part


def case_of(opened: Opened) -> Case | None:
    """The case that the text makes; None, and said so, when it has faults."""
    case = publishing.examine(session.live(), opened.path, opened.text).case
    if case is None:
        plain.muted(session.text("authoring-needs-case"))
    return case


def variant_of(case: Case, key: str) -> int:
    """Ask which variant."""
    count = len(case.scenario.variants)
    if count < 2:
        return 0
    return (
        st.segmented_control(
            session.text("authoring-variant"),
            range(count),
            format_func=lambda n: str(n + 1),
            default=0,
            required=True,
            key=f"variant-{key}",
        )
        or 0
    )


def show(opened: Opened) -> None:
    """Show the scenario."""
    case = case_of(opened)
    if case is None:
        return
    run = trial.begin(case, variant_of(case, "preview"), session.now())
    plain.heading(run.case.scenario.title.in_language(session.lang()), 2)
    plain.body(run.case.scenario.briefing.in_language(session.lang()))
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        thread_part.show(run)
    with right:
        help_panel.show(run, show_insert=False)
