"""A trainee's own strong and weak sides, criterion by criterion, and what is best to do now."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator import insight
from simulator.i18n import day
from simulator.insight import Side
from simulator.next_best import NextBest, next_best
from simulator.ui import plain, session
from simulator.ui.parts.insight import words

PRACTISE = "simulator/ui/pages/practise.py"


def show_sides(sides: tuple[Side, ...]) -> None:
    """Show the strongest and the weakest side in words, and all of them as a table."""
    plain.heading(session.text("progress-sides"), 2)
    if not sides:
        plain.muted(session.text("progress-sides-later"))
        return
    strong, weak = sides[-1], sides[0]
    plain.notice("✓", _side("progress-strongest", strong), "good")
    if weak.criterion != strong.criterion:
        plain.notice("▲", _side("progress-weakest", weak), "improve")
    plain.heading(session.text("insight-skills"), 3)
    plain.muted(session.text("insight-skills-about"))
    lines = [
        {
            session.text("insight-criterion"): words.criterion(side.criterion),
            session.text("insight-kept"): words.percent(side.kept),
            session.text("insight-n"): side.replies,
            session.text("insight-trend"): session.text(f"insight-trend-{side.trend.value}"),
        }
        for side in sides
    ]
    st.table(pd.DataFrame(lines), hide_index=True)


def show_next(sides: tuple[Side, ...]) -> None:
    """Show the scenario that helps most now, and why."""
    done = insight.results(session.store(), session.me())
    mine = tuple(c for c in session.library().published if c.scenario.language == session.lang())
    best = next_best(mine, done, sides, session.now())
    if best is None:
        return
    plain.heading(session.text("insight-next"), 2)
    scenario = best.case.scenario
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        with st.container(gap="xxsmall"):
            plain.body(scenario.title.in_language(session.lang()))
            for line in _why(best, new=scenario.id not in done):
                plain.muted(line)
        if st.button(session.text("inbox-for-you-button"), type="primary"):
            st.switch_page(PRACTISE, query_params={"scenario": scenario.id})


def _why(best: NextBest, *, new: bool) -> list[str]:
    out = []
    if best.trains:
        what = words.criterion(best.trains)
        out.append(session.text("insight-next-trains", what=what))
    if best.again:
        out.append(session.text("insight-next-again", when=day(best.again, session.lang())))
    elif new:
        out.append(session.text("insight-next-new"))
    return out


def _side(key: str, side: Side) -> str:
    name = words.criterion(side.criterion)
    return session.text(key, name=name, kept=words.percent(side.kept), replies=side.replies)
