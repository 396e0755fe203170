"""All tries at one message, two of them side by side."""

from __future__ import annotations

import streamlit as st

from scoring import default_rubric
from scoring.serial import from_json
from simulator import insight
from simulator.feedback import feedback
from simulator.i18n import clock_time, day
from simulator.store.insight_rows import ScoredReply
from simulator.ui import plain, session
from simulator.ui.parts import remarks, verdict

INBOX = "simulator/ui/pages/inbox.py"


def main() -> None:
    """Show two tries; the first and the last to begin with."""
    scenario_id, turn_id = st.query_params.get("scenario", ""), st.query_params.get("turn", "")
    tries = insight.tries(session.store(), session.me(), scenario_id, turn_id)
    case = session.library().cases.get(scenario_id)
    plain.heading(session.text("nav-compare"), 1)
    if case:
        plain.muted(case.scenario.title.in_language(session.lang()))
    if not tries:
        plain.body(session.text("compare-none"))
        st.page_link(INBOX, label=session.text("to-inbox"))
        return
    if len(tries) == 1:
        plain.muted(session.text("compare-one"))
    lang = case.scenario.language if case else session.lang()
    columns = st.columns(min(2, len(tries)), gap="large")
    for side, column in enumerate(columns):
        with column:
            _side(tries, side, lang)


def _side(tries: list[ScoredReply], side: int, lang: str) -> None:
    chosen = _chosen(tries, side) if len(tries) > 1 else 0
    reply = tries[chosen]
    card = from_json(reply.content)
    told = feedback(card, default_rubric(), session.lang())
    verdict.show(card, told)
    remarks.marked(f"marked-{side}-{chosen}", reply.text, lang, told)
    remarks.listed(told.to_improve[:4])


def _chosen(tries: list[ScoredReply], side: int) -> int:
    return st.selectbox(
        session.text("compare-left" if side == 0 else "compare-right"),
        list(range(len(tries))),
        index=0 if side == 0 else len(tries) - 1,
        format_func=lambda n: _name(n, tries[n]),
        key=f"try-{side}",
    )


def _name(number: int, reply: ScoredReply) -> str:
    at = reply.at.astimezone()
    total = "–" if reply.total is None else round(reply.total)
    when = f"{day(at, session.lang())} {clock_time(at)}"
    return session.text("compare-try", number=number + 1, total=str(total), when=when)


main()
