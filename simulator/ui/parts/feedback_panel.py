"""Feedback on a reply, as a coach gives it: verdict, the words, what worked, what helps most, and what now."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from scoring import Scorecard, default_rubric
from simulator import practice
from simulator.casebook.schema import END
from simulator.feedback import Feedback, feedback
from simulator.run import Run
from simulator.store import practice_rows as rows
from simulator.ui import plain, session
from simulator.ui.parts import remarks, verdict
from simulator.ui.parts.disputes import dispute_part
from simulator.ui.parts.review import for_trainee

INBOX = "simulator/ui/pages/inbox.py"
COMPARE = "simulator/ui/pages/compare.py"
_WENT_ON = "went-on"


def show(run: Run, turn: rows.TurnRow) -> None:
    """Show the feedback on an answered turn, and what can be done next."""
    card = run.scorecards[turn.id]
    told = feedback(card, default_rubric(), session.lang())
    answer = run.answers[turn.id]
    with plain.together():
        plain.heading(session.text("feedback"), 2)
        if answer.expired:
            plain.notice("▲", session.text("feedback-expired"), "improve")
        verdict.show(card, told)
    if answer.text:
        remarks.marked(f"marked-{turn.id}", answer.text, run.case.scenario.language, told)
    for_trainee.reviews(run, turn)
    with plain.together():
        _worked(told)
        _advices(told)
    _buttons(run, turn)
    _details(run, turn, card, told)
    dispute_part.show(run, turn)
    for_trainee.ask(run, turn)


def _worked(told: Feedback) -> None:
    best = sorted(told.worked, key=lambda r: -r.points)[:2]
    if best and told.passed:
        plain.heading(session.text("feedback-worked"), 3)
        remarks.listed(best)


def _advices(told: Feedback) -> None:
    open_ones = [a for a in told.advices if a.remark.kind != "critical"]
    if not open_ones:
        return
    plain.heading(session.text("feedback-most"), 3)
    remarks.advices(open_ones)


def _buttons(run: Run, turn: rows.TurnRow) -> None:
    over = run.next_turn_id(turn) == END
    with st.container(horizontal=True):
        # Callbacks come before the page is drawn, so that it is not drawn twice.
        if not over:
            st.button(session.text("go-on"), type="primary", on_click=_go_on, args=(run.attempt.id,))
        kind: Literal["primary", "secondary"] = "primary" if over else "secondary"
        again = (run.attempt.id, turn.number)
        st.button(session.text("try-again"), type=kind, on_click=_try_again, args=again)
        if st.button(session.text("compare-button")):
            where = {"scenario": run.attempt.scenario_id, "turn": turn.turn_id}
            st.switch_page(COMPARE, query_params=where)
        if over and st.button(session.text("to-inbox")):
            st.switch_page(INBOX)
    if over:
        plain.muted(session.text("conversation-over"))


def changed_the_page() -> bool:
    """Whether what was clicked last changes more than this side of the page: the next turn may have another writer."""
    return bool(st.session_state.pop(_WENT_ON, False))


def _go_on(attempt_id: str) -> None:
    practice.go_on(session.store(), session.me(), attempt_id, session.now())
    st.session_state[_WENT_ON] = True


def _try_again(attempt_id: str, number: int) -> None:
    with session.store().together():
        again = practice.retry(session.store(), session.me(), attempt_id, number, session.now())
    st.query_params.from_dict({"attempt": again})


def _details(run: Run, turn: rows.TurnRow, card: Scorecard, told: Feedback) -> None:
    scenario = run.case.scenario
    spec = run.spec(turn)
    with st.expander(session.text("feedback-model")), plain.together():
        if model := scenario.debrief.model.get(turn.turn_id):
            plain.body(model, lang=scenario.language)
        plain.muted(spec.actions.reason, lang=scenario.language)
    if run.next_turn_id(turn) == END:
        with st.expander(session.text("feedback-lessons"), expanded=True):
            plain.bullets(list(scenario.debrief.lessons), lang=scenario.language)
    with (
        st.expander(
            session.text("feedback-all", count=len(told.worked) + len(told.to_improve) + len(told.decided_by))
        ),
        plain.together(),
    ):
        remarks.by_dimension(told, card)
