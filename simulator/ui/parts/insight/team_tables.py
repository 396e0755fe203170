"""A team's tables: criteria, reply time in bands, scenarios, and people side by side where that is allowed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator.statistics import LEAST
from simulator.team_insight import Figure, TeamView
from simulator.ui import plain, session
from simulator.ui.parts.insight import words

COLLECTION = "simulator/ui/pages/collection.py"


def show_criteria(view: TeamView) -> None:
    """Show what the team keeps of the points of each criterion, worst first."""
    plain.heading(session.text("insight-criteria"), 2)
    if not view.criteria:
        plain.muted(session.text("insight-none"))
        return
    plain.muted(session.text("insight-criteria-about"))
    weak = tuple(figure for figure in view.criteria if figure.mean.value < words.GOOD_FROM)
    good = view.criteria[len(weak) :]
    if weak:
        st.table(_criteria(weak), hide_index=True)
    if good:
        with st.expander(session.text("insight-criteria-well", count=len(good))):
            st.table(_criteria(good), hide_index=True)


def _criteria(figures: tuple[Figure, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                session.text("insight-criterion"): words.criterion(figure.name),
                session.text("insight-kept"): words.percent(figure.mean.value),
                session.text("insight-range"): words.between(figure.mean, share=True),
                session.text("insight-n"): figure.mean.n,
                session.text("insight-meaning"): words.meaning(figure.mean.value),
            }
            for figure in figures
        ]
    )


def show_time(view: TeamView) -> None:
    """Show the reply times in bands of the target time."""
    plain.heading(session.text("insight-time"), 2)
    timed = sum(number for _, number in view.bands)
    if timed < LEAST:
        plain.muted(session.text("insight-time-none"))
        return
    plain.muted(session.text("insight-time-about", n=timed))
    lines = [
        {
            session.text("insight-band"): session.text(f"insight-band-{band}"),
            session.text("insight-share"): words.percent(number / timed),
            session.text("insight-n"): number,
        }
        for band, number in view.bands
    ]
    st.table(pd.DataFrame(lines), hide_index=True)


def show_scenarios(view: TeamView) -> None:
    """Show the team's mean total per scenario, lowest first, with the way to how scenarios themselves do."""
    plain.heading(session.text("insight-scenarios"), 2)
    plain.muted(session.text("insight-scenarios-about"))
    lines = [
        {
            session.text("insight-scenario"): words.title_of(figure.name),
            session.text("insight-total"): words.whole(figure.mean.value),
            session.text("insight-range"): words.between(figure.mean),
            session.text("insight-n"): figure.mean.n,
        }
        for figure in view.scenarios
    ]
    if lines:
        st.table(pd.DataFrame(lines), hide_index=True)
    st.page_link(COLLECTION, label=session.text("insight-scenarios-link"))


def show_side_by_side(view: TeamView) -> None:
    """Show people beside each other by name, when the employer allows it."""
    if not view.compared:
        return
    plain.heading(session.text("insight-side-by-side"), 2)
    plain.muted(session.text("insight-side-by-side-about"))
    lines = [
        {
            session.text("insight-name"): plain.safe_label(person.name),
            session.text("insight-n"): person.replies or 0,
            session.text("insight-passed"): words.percent(person.passed.value)
            if person.passed
            else words.DASH,
            session.text("insight-total"): words.whole(person.total.value) if person.total else words.DASH,
            session.text("insight-range"): words.between(person.total),
        }
        for person in view.members
    ]
    st.table(pd.DataFrame(lines), hide_index=True)
