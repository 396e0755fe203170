"""The course of one dimension over a trainee's replies: points on a thin line, with a text alternative."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from scoring import Dimension
from simulator.ui import plain, session

_COLOURS = {
    Dimension.SPEED: ("#0067A3", "#62B5E5", "circle"),
    Dimension.TONE: ("#B54708", "#F2994A", "square"),
    Dimension.PERSONALISATION: ("#00745A", "#4CC9A4", "diamond"),
    Dimension.PROTOCOL: ("#8E3B74", "#DDA0CB", "triangle-up"),
}
_HEIGHT = 150


def show(replies: pd.DataFrame, dimension: Dimension) -> None:
    """Show one dimension; replies in which it was not scored are left out.

    Args:
        replies: `Progress.replies`, oldest first.
        dimension: Which of the four.
    """
    scored = replies.loc[replies[dimension.value].notna(), ["at", dimension.value]]
    name = session.text(f"dimension-{dimension.value}")
    plain.heading(name, 3)
    if scored.empty:
        plain.muted(session.text("progress-not-scored"))
        return
    data = pd.DataFrame({"n": range(1, len(scored) + 1), "score": scored[dimension.value].astype(float)})
    light, dark, mark = _COLOURS[dimension]
    colour = dark if st.context.theme.type == "dark" else light
    base = alt.Chart(data).encode(
        x=alt.X("n:Q", title=session.text("progress-reply-number"), axis=alt.Axis(tickMinStep=1, format="d")),
        y=alt.Y("score:Q", title=None, scale=alt.Scale(domain=[0, 100])),
    )
    chart = base.mark_line(strokeWidth=1, color=colour) + base.mark_point(
        filled=True, size=70, color=colour, shape=mark, opacity=1
    )
    first, last = round(data["score"].iloc[0]), round(data["score"].iloc[-1])
    words = session.text("progress-plot", name=name, count=len(data), first=first, last=last)
    st.altair_chart(chart.properties(height=_HEIGHT), width="stretch", alt=words)
