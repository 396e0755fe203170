"""A team's course over the weeks: four small plots, activity, and the same figures as a table."""

from __future__ import annotations

from datetime import date, timedelta

import altair as alt
import pandas as pd
import streamlit as st

from scoring import Dimension
from simulator.figures import week_of
from simulator.statistics import LEAST
from simulator.team_insight import TeamView, Week
from simulator.ui import plain, session
from simulator.ui.parts import course_plot
from simulator.ui.parts.insight import words

_HEIGHT = 180


def show(view: TeamView) -> None:
    """Show the course of a team."""
    plain.heading(session.text("insight-course"), 2)
    plain.muted(session.text("insight-course-about", least=LEAST))
    columns = st.columns(2)
    for number, dimension in enumerate(Dimension):
        with columns[number % 2]:
            _plot(view, dimension)
    with st.expander(session.text("insight-weeks")):
        st.table(_table(view), hide_index=True)


def show_activity(view: TeamView) -> None:
    """Show how many replies were given each week."""
    plain.heading(session.text("insight-activity"), 2)
    known = {week.monday: week for week in view.weeks}
    data = pd.DataFrame(
        [
            {"week": words.short_day(monday), "replies": known[monday].replies if monday in known else 0}
            for monday in _mondays(view)
        ]
    )
    enough = [week.replies for week in view.weeks if week.replies is not None]
    colour, _ = course_plot.look(Dimension.SPEED)
    chart = (
        alt.Chart(data)
        .mark_bar(color=colour)
        .encode(
            x=_axis(data),
            y=alt.Y("replies:Q", title=session.text("insight-replies")),
        )
    )
    alternative = session.text("insight-activity-alt", weeks=len(enough), replies=sum(enough))
    st.altair_chart(chart.properties(height=_HEIGHT), width="stretch", alt=alternative)


def _plot(view: TeamView, dimension: Dimension) -> None:
    name = session.text(f"dimension-{dimension.value}")
    plain.heading(name, 3)
    means = {week.monday: week.means.get(dimension.value) for week in view.weeks}
    shown = [m for m in means.values() if m is not None]
    if not shown:
        plain.muted(session.text("insight-none"))
        return
    lines = []
    for monday in _mondays(view):
        figure = means.get(monday)
        values = (figure.value, figure.low, figure.high) if figure else (None, None, None)
        lines.append((words.short_day(monday), *values))
    data = pd.DataFrame(lines, columns=["week", "mean", "low", "high"])
    colour, mark = course_plot.look(dimension)
    base = alt.Chart(data).encode(x=_axis(data))
    points = base.mark_point(filled=True, size=60, color=colour, shape=mark, opacity=1).encode(
        y=course_plot.scale("mean")
    )
    chart = course_plot.with_band(base, colour) + points
    first, last = round(shown[0].value), round(shown[-1].value)
    alternative = session.text("insight-course-alt", name=name, weeks=len(shown), first=first, last=last)
    st.altair_chart(chart.properties(height=_HEIGHT), width="stretch", alt=alternative)


def _axis(data: pd.DataFrame) -> alt.X:
    """All weeks of the period, also those without figures; as many labels as fit upright."""
    labels = alt.Axis(labelAngle=0, labelOverlap="greedy")
    every_week = alt.Scale(domain=list(data["week"]))
    return alt.X("week:O", sort=None, scale=every_week, axis=labels, title=session.text("insight-axis-week"))


def _mondays(view: TeamView) -> list[date]:
    last = week_of(session.now())
    number = (last - view.since).days // 7 + 1
    return [view.since + timedelta(weeks=n) for n in range(number)]


def _table(view: TeamView) -> pd.DataFrame:
    return pd.DataFrame([_line(week) for week in reversed(view.weeks)])


def _line(week: Week) -> dict[str, str]:
    line = {
        session.text("insight-week"): words.short_day(week.monday),
        session.text("insight-people"): str(week.people or session.text("insight-fewer", least=LEAST)),
        session.text("insight-replies"): words.DASH if week.replies is None else str(week.replies),
    }
    for name in ("total", *(d.value for d in Dimension)):
        figure = week.means.get(name)
        key = "total" if name == "total" else f"dimension-{name}"
        cell = (
            f"{words.whole(figure.value)} ({words.between(figure)}; n {figure.n})" if figure else words.DASH
        )
        line[session.text(key)] = cell
    return line
