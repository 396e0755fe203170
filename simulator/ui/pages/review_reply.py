"""Reviewing one reply: the conversation and the customer, the reply and its scores, and the lead's own judgement."""

from __future__ import annotations

import streamlit as st

from simulator.run import UnknownAttemptError
from simulator.ui import plain, session
from simulator.ui.parts import help_panel, thread_part
from simulator.ui.parts.review import filters, lead_side, moving, reply_side, words, work

QUEUE = "simulator/ui/pages/review_queue.py"


def main() -> None:
    """Show the reply that the address names: `?turn=`."""
    turn_id = st.query_params.get("turn", "")
    if not turn_id:
        raise UnknownAttemptError
    done = st.session_state.get(lead_side.DONE) == turn_id
    doing = work.begin(turn_id, hold=not done)
    _header(doing)
    if done:
        plain.notice("✓", session.text("review-stored"), "good")
    thread, reply, lead = st.columns([1, 1.15, 1], gap="large")
    with thread:
        run = doing.opened.conversation(veiled=doing.veiled)
        thread_part.show(run)
        help_panel.show(run, show_insert=False)
    with reply:
        reply_side.show(doing)
    with lead:
        if done:
            moving.on(turn_id)
            st.button(session.text("review-once-more"), on_click=_once_more, key="review-once-more")
        else:
            lead_side.show(doing)
            if doing.mine:
                work.keep_lock(turn_id)


def _header(doing: work.Work) -> None:
    opened = doing.opened
    plain.heading(session.text("review-title", name=opened.trainee), 1)
    scenario = opened.run.case.scenario
    parts = [
        scenario.title.in_language(session.lang()),
        session.text(f"channel-{scenario.channel.name}"),
        session.text("public" if opened.run.public(opened.turn) else "private"),
        words.moment(opened.run.answers[opened.turn.id].submitted_at),
    ]
    plain.muted(" · ".join(parts))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        moving.show(opened.turn.id)
        filters.blind_toggle("review-blind-reply", disabled=work.was_seen(opened.turn.id))


def _once_more() -> None:
    st.session_state.pop(lead_side.DONE, None)


main()
