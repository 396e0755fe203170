"""Practising one scenario: the briefing, then per turn the post and the reply, then the feedback."""

from __future__ import annotations

import streamlit as st

from simulator import practice
from simulator.run import Run, load_run
from simulator.ui import plain, session
from simulator.ui.parts import briefing, feedback_panel, help_panel, reply_part, thread_part

INBOX = "simulator/ui/pages/inbox.py"


def main() -> None:
    """Show what belongs to the address: `?attempt=` goes on with one, `?scenario=` begins one."""
    attempt_id = st.query_params.get("attempt", "")
    if attempt_id:
        _attempt(attempt_id)
        return
    case = session.library().cases.get(st.query_params.get("scenario", ""))
    if case is None or case.scenario.status != "published":
        plain.heading(session.text("unknown-scenario-title"), 1)
        plain.body(session.text("unknown-scenario-text"))
        st.page_link(INBOX, label=session.text("to-inbox"))
        return
    briefing.show(case)


def _attempt(attempt_id: str) -> None:
    store, who = session.store(), session.me()
    run = load_run(store, who, attempt_id)
    turn = run.turns[-1]
    if turn.id not in run.answers and practice.expire(store, who, attempt_id, turn.number, session.now()):
        run = load_run(store, who, attempt_id)
    _header(run)
    answered = turn.id in run.answers
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        if turn.paused_at is not None and not answered:
            _paused(run)
        else:
            thread_part.show(run)
            if answered:
                feedback_panel.show(run, turn)
            else:
                reply_part.show(run, turn)
    with right:
        help_panel.show(run, show_insert=not answered and turn.paused_at is None)


def _header(run: Run) -> None:
    scenario = run.case.scenario
    plain.heading(scenario.title.in_language(session.lang()), 1)
    limit = scenario.channel.max_chars
    parts = [
        run.case.organisation.name,
        session.text(f"channel-{scenario.channel.name}"),
        session.text("public" if run.public(run.turns[-1]) else "private"),
        session.text("limit", count=limit) if limit else "",
        session.text(f"mode-{run.attempt.mode}"),
    ]
    if run.attempt.clock_on and run.attempt.time_factor != 1:
        parts.append(session.text("time-factor", factor=f"{run.attempt.time_factor:g}"))
    plain.muted(" · ".join(p for p in parts if p))


def _paused(run: Run) -> None:
    plain.notice("▲", session.text("paused"), "improve")
    if st.button(session.text("resume"), type="primary"):
        practice.resume(session.store(), session.me(), run.attempt.id, len(run.turns), session.now())
        st.rerun()


main()
