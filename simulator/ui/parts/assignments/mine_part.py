"""What somebody was asked to practise, on top of his inbox: the nearest date first, in words."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from simulator import assignments
from simulator.assignments import Assignment, Standing
from simulator.casebook.library import Case
from simulator.i18n import day
from simulator.ui import plain, session

PRACTISE = "simulator/ui/pages/practise.py"
SHOWN_FIRST = 3
"""Assignments that are shown at once; a longer list would push everything else off the screen."""


def show(cases: dict[str, Case], open_attempts: dict[str, str]) -> bool:
    """Show the assigned work, each with a button that starts it; True when there is some.

    Args:
        cases: What can be practised now, by scenario.
        open_attempts: Attempts that can be gone on with, by scenario.
    """
    mine = assignments.mine(session.store(), session.me(), session.now())
    if not mine:
        return False
    plain.heading(session.text("assignments-mine"), 2)
    for number, one in enumerate(mine[:SHOWN_FIRST]):
        _one(one, cases.get(one.scenario_id), open_attempts.get(one.scenario_id), first=number == 0)
    if rest := mine[SHOWN_FIRST:]:
        with st.expander(session.text("assignments-mine-more", count=len(rest))):
            for one in rest:
                _one(one, cases.get(one.scenario_id), open_attempts.get(one.scenario_id), first=False)
    return True


def _one(one: Assignment, case: Case | None, open_attempt: str | None, *, first: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        with st.container(gap="xxsmall"):
            title = case.scenario.title.in_language(session.lang()) if case else one.scenario_id
            plain.body(title)
            again = [session.text("assignments-mine-again")] if one.again else []
            if one.standing is Standing.LATE:
                plain.notice("▲", " · ".join((*again, _due(one))), "improve")
            else:
                plain.muted(" · ".join((*again, _due(one))))
            if one.note:
                plain.muted(one.note)
        if case is None:
            plain.muted(session.text("assignments-mine-gone"))
        elif st.button(
            session.text("assignments-mine-begin"),
            key=f"assigned-{one.id}",
            type="primary" if first else "secondary",
        ):
            # What a review asks for is done by a new attempt; other work may have been begun already.
            go_on = open_attempt if not one.again else None
            st.switch_page(
                PRACTISE, query_params={"attempt": go_on} if go_on else {"scenario": one.scenario_id}
            )


def _due(one: Assignment) -> str:
    if one.due_at is None:
        return session.text("assignments-mine-no-due")
    due = one.due_at.astimezone()
    when = day(due, session.lang())
    if one.standing is Standing.LATE:
        return session.text("assignments-mine-late", when=when)
    today = session.now().astimezone().date()
    if due.date() == today:
        return session.text("assignments-mine-due-today")
    if due.date() == today + timedelta(days=1):
        return session.text("assignments-mine-due-tomorrow")
    return session.text("assignments-mine-due", when=when)
