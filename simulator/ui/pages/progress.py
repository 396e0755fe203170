"""A trainee's own progress: four small plots, kinds of case, strong and weak sides, all replies."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from scoring import Dimension
from simulator import insight
from simulator.i18n import clock_time, day
from simulator.ui import plain, session
from simulator.ui.parts import course_plot
from simulator.ui.parts.insight import own_progress, words

INBOX = "simulator/ui/pages/inbox.py"


def main() -> None:
    """Show the progress of whoever is signed in."""
    cases = session.library().cases
    own = insight.progress(session.store(), session.me(), cases)
    plain.heading(session.text("nav-progress"), 1)
    if own.replies.empty:
        plain.body(session.text("progress-none"))
        st.page_link(INBOX, label=session.text("to-inbox"))
        return
    plain.muted(session.text("progress-summary", replies=len(own.replies), days=own.days))
    columns = st.columns(2)
    for number, dimension in enumerate(Dimension):
        with columns[number % 2]:
            course_plot.show(own.replies, dimension)
    plain.muted(session.text("insight-band-about", window=insight.WINDOW))
    own_progress.show_next(own.sides)
    own_progress.show_sides(own.sides)
    plain.heading(session.text("progress-kinds"), 2)
    if not own.kinds.empty:
        st.table(_kinds(own.kinds), hide_index=True)
    plain.heading(session.text("progress-replies"), 2)
    st.table(_replies(own.replies), hide_index=True)


def _kinds(kinds: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            session.text("inbox-kind"): [session.text(f"kind-{k.replace('_', '-')}") for k in kinds["kind"]],
            session.text("progress-count"): kinds["replies"],
            session.text("progress-mean"): kinds["mean"].round().astype(int),
            session.text("progress-best"): kinds["best"].round().astype(int),
        }
    )


def _replies(replies: pd.DataFrame) -> pd.DataFrame:
    newest = replies.iloc[::-1].head(50)
    lang = session.lang()
    titles = [words.title_of(s) for s in newest["scenario_id"]]
    when = [at.to_pydatetime().astimezone() for at in newest["at"]]
    verdicts = [session.text("verdict-passed" if p else "verdict-not-passed") for p in newest["passed"]]
    return pd.DataFrame(
        {
            session.text("progress-when"): [f"{day(at, lang)} {clock_time(at)}" for at in when],
            session.text("collection-title"): titles,
            session.text("progress-turn"): list(newest["number"]),
            session.text("total"): [round(t) if pd.notna(t) else "–" for t in newest["total"]],
            session.text("progress-verdict"): verdicts,
        }
    )


main()
