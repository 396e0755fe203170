"""The assignments that a lead gave, together by scenario and moment, with who did them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from simulator import assignments
from simulator.assignments import Assignment, Standing
from simulator.i18n import day
from simulator.store.assignment_rows import MOST
from simulator.ui import plain, session

_GROUPS_MOST = 25
"""Groups on one screen; older ones are found by their people."""


def show() -> None:
    """Show the list."""
    plain.heading(session.text("assignments-list"), 2)
    given = assignments.given(session.store(), session.me(), session.now())
    if not given:
        plain.muted(session.text("assignments-none"))
        return
    groups = [list(group) for _, group in groupby(given, key=lambda a: (a.given_at, a.scenario_id))]
    # What still runs comes first; within it the newest.
    groups.sort(key=lambda group: all(a.standing is Standing.DONE for a in group))
    for number, group in enumerate(groups[:_GROUPS_MOST]):
        _group(group, opened=number == 0)
    if len(groups) > _GROUPS_MOST or len(given) == MOST:
        plain.muted(session.text("assignments-older", most=sum(map(len, groups[:_GROUPS_MOST]))))


def _group(group: Sequence[Assignment], *, opened: bool) -> None:
    first, lang = group[0], session.lang()
    case = session.library().cases.get(first.scenario_id)
    title = case.scenario.title.in_language(lang) if case else first.scenario_id
    label = session.text(
        "assignments-group",
        title=title,
        when=day(first.given_at.astimezone(), lang),
        done=sum(a.standing is Standing.DONE for a in group),
        all=len(group),
    )
    if late := sum(a.standing is Standing.LATE for a in group):
        label += f" · {session.text('assignments-group-late', count=late)}"
    with st.expander(plain.safe_label(label), expanded=opened):
        due = first.due_at
        plain.muted(
            session.text("assignments-due-on", when=day(due.astimezone(), lang))
            if due
            else session.text("assignments-no-due")
        )
        if first.again:
            plain.muted(session.text("assignments-asked-again"))
        if first.note:
            plain.body(first.note)
        st.table(_table(group), hide_index=True)
        _withdrawing([a for a in group if a.standing is not Standing.DONE])


def _table(group: Sequence[Assignment]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            session.text("assignments-column-who"): [plain.safe_label(a.name) for a in group],
            session.text("assignments-column-state"): [_state(a) for a in group],
        }
    )


def _state(one: Assignment) -> str:
    if one.done_at is None:
        return session.text(f"assignments-state-{one.standing.value}")
    when = day(one.done_at.astimezone(), session.lang())
    return session.text("assignments-state-done", when=when)


def _withdrawing(left: list[Assignment]) -> None:
    if not left:
        return
    key = left[0].id
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.multiselect(
            session.text("assignments-withdraw-who"),
            range(len(left)),
            format_func=lambda n: left[n].name,
            placeholder=session.text("assignments-choose"),
            select_all=False,
            key=f"withdraw-who-{key}",
        )
        pressed = st.button(session.text("assignments-withdraw"), key=f"withdraw-{key}", disabled=not chosen)
    if pressed:
        ids = [left[n].id for n in chosen]
        assignments.withdraw(session.store(), session.me(), ids, session.now())
        st.rerun()
