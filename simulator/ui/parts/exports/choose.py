"""What somebody chooses before he exports: team, period, table, form, names and words."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from simulator.export_forms import Form
from simulator.exports import Choices, Wanted, What, people_of
from simulator.ui import plain, session

_DAYS = (30, 90, 365)
_OWN = 0
"""Stands for a period of one's own choice."""


def team(choices: Choices) -> str:
    """The team to export; "" for the whole organisation."""
    options = [*([""] if choices.whole else []), *choices.teams]
    chosen: str = st.selectbox(
        session.text("exports-team"),
        options,
        format_func=lambda i: plain.safe_option(choices.teams[i]) if i else session.text("exports-team-all"),
        key="exports-team",
    )
    return chosen


def period(today: date) -> tuple[date, date] | None:
    """The first and the last day; None when what was typed is no period."""
    days: int = st.radio(
        session.text("exports-period"),
        [*_DAYS, _OWN],
        format_func=lambda d: session.text(f"exports-period-{d or 'own'}"),
        horizontal=True,
        key="exports-period",
    )
    if days != _OWN:
        return today - timedelta(days=days), today
    left, right = st.columns(2)
    first = left.text_input(session.text("exports-since"), str(today - timedelta(days=30)), max_chars=10)
    last = right.text_input(session.text("exports-until"), str(today), max_chars=10)
    try:
        since, until = date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
        since_too_early, too_late = since < date(2000, 1, 1), until > date(9000, 1, 1)
    except ValueError:
        return None
    return None if since > until or since_too_early or too_late else (since, until)


def table(choices: Choices, chosen_team: str, dates: tuple[date, date]) -> Wanted:
    """Which table, how, and with how much of people in it."""
    what = What(
        st.radio(
            session.text("exports-what"),
            [w.value for w in What],
            format_func=lambda w: session.text(f"exports-what-{w}"),
            captions=[session.text(f"exports-what-{w.value}-about") for w in What],
            key="exports-what",
        )
    )
    form = Form(
        st.radio(
            session.text("exports-form"),
            [f.value for f in Form],
            format_func=lambda f: session.text(f"exports-form-{f}"),
            horizontal=True,
            key="exports-form",
        )
    )
    person, names, words = _people(choices, chosen_team)
    return Wanted(
        what=what,
        form=form,
        since=dates[0],
        until=dates[1],
        team=chosen_team,
        person=person,
        names=names,
        words=words,
    )


def _people(choices: Choices, chosen_team: str) -> tuple[str, bool, bool]:
    """One person or everybody, with names, with words: only for the lead of the team."""
    if chosen_team not in choices.led:
        return "", False, False
    people = people_of(session.store(), session.me(), chosen_team)
    person: str = st.selectbox(
        session.text("exports-person"),
        ["", *people],
        format_func=lambda i: plain.safe_option(people[i]) if i else session.text("exports-person-all"),
        key=f"exports-person-{chosen_team}",
    )
    names = bool(person)
    if not person and choices.names:
        names = st.checkbox(session.text("exports-names"), key="exports-names")
    elif not person:
        plain.muted(session.text("exports-names-off"))
    words = st.checkbox(session.text("exports-words"), key="exports-words")
    if person or names or words:
        plain.muted(session.text("exports-is-logged"))
    return person, names, words
