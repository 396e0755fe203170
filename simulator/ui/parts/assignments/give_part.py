"""A new assignment: which scenarios, for whom, until when."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import streamlit as st

from simulator import assignments
from simulator.accounts import Membership, Permission
from simulator.assignments import NOTE_MOST, AssignmentError
from simulator.casebook.library import Case
from simulator.i18n import day
from simulator.store.assignment_rows import MemberRow
from simulator.ui import kept_words, plain, session

_TOLD = "assignments-told"
_ABOUT = "assignment"
_DAYS, _DAYS_MOST = 7, 90
"""Days until the date that is offered first, and until the last one."""


def show() -> None:
    """Show the fields, and what came of the last press."""
    plain.heading(session.text("assignments-new"), 2)
    teams = session.me().teams_with(Permission.ASSIGN)
    # A new number gives empty fields after an assignment was given.
    number = st.session_state.setdefault("assignments-number", 0)
    team = _team(teams, number)
    people = assignments.trainees(session.store(), session.me(), team.team_id)
    if not people:
        plain.muted(session.text("assignments-nobody-here"))
        return
    cases = _cases(number)
    chosen = _people(people, number)
    due = _due(number)
    note = kept_words.text_area(
        session.text("assignments-note"), _ABOUT, key=f"assign-note-{number}", max_chars=NOTE_MOST
    )
    if st.button(session.text("assignments-give"), type="primary"):
        _give(team.team_id, cases, chosen, due, note)
        st.rerun()
    told = st.session_state.pop(_TOLD, None)
    if told:
        plain.notice(*told)


def _team(teams: tuple[Membership, ...], number: int) -> Membership:
    if len(teams) == 1:
        return teams[0]
    chosen = st.selectbox(
        session.text("assignments-team"),
        range(len(teams)),
        format_func=lambda n: teams[n].team,
        key=f"assign-team-{number}",
    )
    return teams[chosen]


def _cases(number: int) -> list[Case]:
    lang = session.lang()
    cases = sorted(
        session.library().published,
        key=lambda c: (c.scenario.language != lang, c.scenario.title.in_language(lang)),
    )
    chosen = st.multiselect(
        session.text("assignments-scenarios"),
        range(len(cases)),
        format_func=lambda n: cases[n].scenario.title.in_language(lang),
        placeholder=session.text("assignments-choose"),
        select_all=False,
        key=f"assign-cases-{number}",
    )
    return [cases[n] for n in chosen]


def _people(people: list[MemberRow], number: int) -> list[str] | None:
    way = st.radio(
        session.text("assignments-who"),
        ("all", "some"),
        format_func=lambda w: session.text(f"assignments-who-{w}", count=len(people)),
        key=f"assign-who-{number}",
    )
    if way == "all":
        return None
    chosen = st.multiselect(
        session.text("assignments-people"),
        range(len(people)),
        format_func=lambda n: people[n].name,
        placeholder=session.text("assignments-choose"),
        select_all=False,
        key=f"assign-people-{number}",
    )
    return [people[n].user_id for n in chosen]


def _due(number: int) -> datetime | None:
    """The end of the chosen day where the server stands; from a list, as a calendar's fields are too small to hit."""
    today = session.now().astimezone()
    days = st.selectbox(
        session.text("assignments-due"),
        (0, *range(1, _DAYS_MOST + 1)),
        index=_DAYS,
        format_func=lambda n: _day(today, n),
        key=f"assign-due-{number}",
    )
    return (
        datetime.combine(today.date() + timedelta(days=days), time(23, 59, 59), today.tzinfo)
        if days
        else None
    )


def _day(today: datetime, days: int) -> str:
    if not days:
        return session.text("assignments-no-due")
    when = day(today + timedelta(days=days), session.lang())
    return session.text("assignments-due-option", when=when, count=days)


def _give(team_id: str, cases: list[Case], people: list[str] | None, due: datetime | None, note: str) -> None:
    store, who, now = session.store(), session.me(), session.now()
    try:
        count = assignments.assign(store, who, team_id, cases, people, now, due_at=due, note=note)
    except AssignmentError as error:
        st.session_state[_TOLD] = ("■", session.text(error.code), "critical")
        return
    kept_words.sent(_ABOUT)
    st.session_state["assignments-number"] += 1
    st.session_state[_TOLD] = ("✓", session.text("assignments-given", count=count), "good")
