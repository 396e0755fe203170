"""A team's overview for its lead: course, who needs attention, criteria, time, activity; one's work on request."""

from __future__ import annotations

from datetime import datetime, time

import streamlit as st

from simulator import team_insight
from simulator.accounts import NotAllowedError, Permission
from simulator.i18n import day
from simulator.statistics import LEAST
from simulator.ui import plain, session
from simulator.ui.parts.insight import team_course, team_people, team_tables, words

_DEFAULT_PERIOD = 12


def main() -> None:
    """Show the overview, or the work of the person whom the address names."""
    plain.heading(session.text("nav-team"), 1)
    who = session.me()
    person = team_people.chosen()
    if person:
        team_people.show_work(team_insight.replies_of(session.store(), who, person, session.now()))
        return
    teams = {m.team_id: plain.safe_option(m.team) for m in who.teams_with(Permission.SEE_TEAM)}
    if not teams:
        raise NotAllowedError(Permission.SEE_TEAM.value)
    team_id, weeks = _choose(teams)
    view = team_insight.team_view(session.store(), who, team_id, session.now(), weeks)
    if view.enough:
        _figures(view)
    else:
        plain.body(session.text("insight-too-few", people=view.people, least=LEAST))
    team_people.show_choice(view)


def _choose(teams: dict[str, str]) -> tuple[str, int]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        team_id = next(iter(teams))
        if len(teams) > 1:
            team_id = st.selectbox(
                session.text("insight-team"), list(teams), format_func=lambda one: teams[one], width=280
            )
        weeks = st.selectbox(
            session.text("insight-period"),
            team_insight.PERIODS,
            index=team_insight.PERIODS.index(_DEFAULT_PERIOD),
            format_func=lambda one: session.text("insight-period-weeks", weeks=one),
            width=240,
        )
    return team_id, weeks


def _figures(view: team_insight.TeamView) -> None:
    since = day(datetime.combine(view.since, time()), session.lang())
    plain.body(session.text("insight-about", people=view.people, replies=view.replies, since=since))
    plain.muted(session.text("insight-rule-named" if view.compared else "insight-rule", least=LEAST))
    plain.pairs(
        [
            (session.text("insight-passed"), words.in_words(view.passed, share=True)),
            (session.text("insight-total"), words.in_words(view.total)),
        ]
    )
    plain.muted(session.text("insight-interval-about"))
    team_course.show(view)
    team_people.show_attention(view)
    team_tables.show_criteria(view)
    team_tables.show_time(view)
    team_course.show_activity(view)
    team_tables.show_scenarios(view)
    team_tables.show_side_by_side(view)


main()
