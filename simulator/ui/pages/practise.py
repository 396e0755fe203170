"""Practising one scenario: the briefing, then per turn the post and the reply, then the feedback."""

from __future__ import annotations

import streamlit as st

from simulator import practice
from simulator.run import Run, load_run
from simulator.store.faults import StoreUnavailableError
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
    run = reply_part.run_of(attempt_id)
    _header(run)
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        _conversation()
    with right:
        help_panel.show(run, show_insert=run.turns[-1].paused_at is None)


# A fragment, so that sending, feedback and trying again redraw this side alone; the long interval makes Streamlit
# redraw it after a restart of the server (see the reply form's component).
@st.fragment(run_every=session.REDRAW_SECONDS)
def _conversation() -> None:
    with session.store().together():
        _thread()


def _thread() -> None:
    """The thread with the reply form or the feedback under it, as the address says now."""
    if feedback_panel.changed_the_page():
        st.rerun()
    attempt_id = st.query_params.get("attempt", "")
    try:
        run = _in_time(reply_part.run_of(attempt_id))
        form = reply_part.form_of(run)
    except StoreUnavailableError as error:
        run, form = reply_part.shown_last(attempt_id, error)
    turn = run.turns[-1]
    if form is None and turn.id not in run.answers:
        _paused(run)
        return
    thread_part.show(run)
    if form is None:
        feedback_panel.show(run, turn)
    else:
        reply_part.show(run, form)


def _in_time(run: Run) -> Run:
    """The attempt, with its open turn answered when its time is over."""
    turn = run.turns[-1]
    deadline = run.deadline(turn)
    late = turn.id not in run.answers and deadline is not None and session.now() >= deadline
    if late and practice.expire(session.store(), session.me(), run.attempt.id, turn.number, session.now()):
        return load_run(session.store(), session.me(), run.attempt.id)
    return run


def _header(run: Run) -> None:
    scenario = run.case.scenario
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
    with plain.together():
        plain.heading(scenario.title.in_language(session.lang()), 1)
        plain.muted(" · ".join(p for p in parts if p))


def _paused(run: Run) -> None:
    plain.notice("▲", session.text("paused"), "improve")
    if st.button(session.text("resume"), type="primary"):
        practice.resume(session.store(), session.me(), run.attempt.id, len(run.turns), session.now())
        st.rerun()


main()
