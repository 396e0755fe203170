"""A test run: the author answers his own customer, sees the scorecard and the reaction; nothing is kept."""

from __future__ import annotations

import streamlit as st

from scoring import Action, default_rubric
from simulator import trial
from simulator.authoring import Opened
from simulator.feedback import action_name, feedback
from simulator.practice import TEXT_MOST
from simulator.run import Run
from simulator.ui import plain, session
from simulator.ui.parts import remarks, thread_part, verdict
from simulator.ui.parts.writing.preview_part import case_of, variant_of

_RUN = "trial"


def show(opened: Opened) -> None:
    """Show the conversation so far, and a form or the feedback."""
    case = case_of(opened)
    if case is None:
        return
    plain.muted(session.text("authoring-trial-about"))
    seed = variant_of(case, "trial")
    begun: tuple[str, int, Run] | None = st.session_state.get(_RUN)
    if begun is None or begun[:2] != (case.content_hash, seed):
        begun = (case.content_hash, seed, trial.begin(case, seed, session.now()))
        st.session_state[_RUN] = begun
    run = begun[2]
    thread_part.show(run)
    if run.turns[-1].id in run.answers:
        _feedback(run)
    else:
        _form(run)
    if len(run.answers) and st.button(session.text("authoring-trial-again")):
        del st.session_state[_RUN]
        st.rerun()


def _form(run: Run) -> None:
    turn = run.turns[-1]
    actions = [a for a in Action if run.public(turn) or a is not Action.REPLY_PUBLIC]
    with st.form(f"trial-{turn.number}", clear_on_submit=False, border=False):
        action = st.radio(
            session.text("authoring-trial-action"),
            actions,
            format_func=lambda a: action_name(a, session.lang()),
            horizontal=True,
        )
        text = st.text_area(session.text("authoring-trial-reply"), max_chars=TEXT_MOST)
        sent = st.form_submit_button(session.text("authoring-trial-send"), type="primary")
    if sent and action:
        _go(trial.answer(run, text, action, session.now()))


def _feedback(run: Run) -> None:
    turn = run.turns[-1]
    card = run.scorecards[turn.id]
    told = feedback(card, default_rubric(), session.lang())
    verdict.show(card, told)
    text = run.answers[turn.id].text
    if text:
        remarks.marked(f"trial-marked-{turn.number}", text, run.case.scenario.language, told)
    remarks.by_dimension(told, card)
    if not trial.over(run) and st.button(session.text("go-on"), type="primary"):
        _go(trial.go_on(run, session.now()))


def _go(run: Run) -> None:
    begun = st.session_state[_RUN]
    st.session_state[_RUN] = (*begun[:2], run)
    st.rerun()
