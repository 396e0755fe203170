"""The course of one dimension: points, a line of means and their band of uncertainty, with a text alternative."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from scoring import Dimension
from simulator import insight
from simulator.ui import plain, session

_COLOURS = {
    Dimension.SPEED: ("#0067A3", "#62B5E5", "circle"),
    Dimension.TONE: ("#B54708", "#F2994A", "square"),
    Dimension.PERSONALISATION: ("#00745A", "#4CC9A4", "diamond"),
    Dimension.PROTOCOL: ("#8E3B74", "#DDA0CB", "triangle-up"),
}
_HEIGHT = 180


def show(replies: pd.DataFrame, dimension: Dimension) -> None:
    """Show a trainee's course in one dimension; replies in which it was not scored are left out.

    Args:
        replies: `Progress.replies`, oldest first.
        dimension: Which of the four.
    """
    data = insight.course(replies, dimension)
    name = session.text(f"dimension-{dimension.value}")
    plain.heading(name, 3)
    if data.empty:
        plain.muted(session.text("progress-not-scored"))
        return
    colour, mark = look(dimension)
    axis = alt.Axis(tickMinStep=1, format="d")
    base = alt.Chart(data).encode(x=alt.X("n:Q", title=session.text("progress-reply-number"), axis=axis))
    points = base.mark_point(filled=True, size=60, color=colour, shape=mark, opacity=0.75).encode(
        y=scale("score")
    )
    chart = points + with_band(base, colour) if data["mean"].notna().any() else points
    st.altair_chart(chart.properties(height=_HEIGHT), width="stretch", alt=_words(data, name))


def look(dimension: Dimension) -> tuple[str, str]:
    """Colour and mark of a dimension in the theme that is shown."""
    light, dark, mark = _COLOURS[dimension]
    return (dark if st.context.theme.type == "dark" else light), mark


def with_band(base: alt.Chart, colour: str) -> alt.LayerChart:
    """A line of the column "mean" with a band between "low" and "high"; where these are missing there is a gap."""
    band = base.mark_area(color=colour, opacity=0.18).encode(y=scale("low"), y2="high:Q")
    line = base.mark_line(color=colour, strokeWidth=2).encode(y=scale("mean"))
    return alt.LayerChart(layer=[band, line])


def scale(column: str) -> alt.Y:
    """Scores on the whole scale from 0 to 100, so that a small change does not look like a big one."""
    return alt.Y(f"{column}:Q", title=None, scale=alt.Scale(domain=[0, 100]))


def _words(data: pd.DataFrame, name: str) -> str:
    first, last = round(data["score"].iloc[0]), round(data["score"].iloc[-1])
    newest = data.iloc[-1]
    if pd.isna(newest["mean"]):
        return session.text("progress-plot", name=name, count=len(data), first=first, last=last)
    numbers = {key: round(newest[key]) for key in ("mean", "low", "high")}
    return session.text("insight-plot", name=name, count=len(data), first=first, last=last, **numbers)
