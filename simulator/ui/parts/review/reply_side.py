"""What is judged: the reply, and unless the lead judges blind, what the scorer made of it."""

from __future__ import annotations

import streamlit as st

from scoring import Action
from simulator.feedback import action_name, feedback
from simulator.figures import scores_of
from simulator.ui import plain, session
from simulator.ui.parts import remarks, verdict
from simulator.ui.parts.review import told
from simulator.ui.parts.review.work import Work


def show(work: Work) -> None:
    """Show the reply with its findings, or bare while the lead judges blind."""
    opened = work.opened
    answer = opened.run.answers[opened.turn.id]
    plain.heading(session.text("review-reply"), 2)
    plain.muted(" · ".join(_facts(work)))
    scenario = opened.run.case.scenario
    if work.veiled:
        plain.body(answer.text or session.text("nothing-sent"), lang=scenario.language)
        plain.muted(session.text("review-veiled"))
        return
    card = opened.card
    shown = feedback(card, opened.basis.rubric, session.lang())
    if answer.text:
        remarks.marked(f"{work.key}-marked", answer.text, scenario.language, shown)
    plain.heading(session.text("review-automatic"), 3)
    verdict.show(card, shown)
    every = len(shown.worked) + len(shown.to_improve) + len(shown.decided_by)
    with st.expander(session.text("feedback-all", count=every)):
        remarks.by_dimension(shown, card)
    if model := scenario.debrief.model.get(opened.turn.turn_id):
        with st.expander(session.text("feedback-model")):
            plain.body(model, lang=scenario.language)
    if work.shown_history:
        plain.heading(session.text("review-history"), 3)
        for review in work.shown_history:
            told.show(review, answer.text, scenario.language)
    automatic = scores_of(card)
    if work.now != automatic:
        told.counts_now(automatic, work.now)


def _facts(work: Work) -> list[str]:
    opened = work.opened
    answer = opened.run.answers[opened.turn.id]
    facts = [action_name(Action(answer.action), session.lang())]
    if answer.elapsed_seconds is not None:
        minutes, seconds = divmod(round(answer.elapsed_seconds), 60)
        facts.append(session.text("review-time", time=f"{minutes}:{seconds:02d}"))
    if answer.expired:
        facts.append(session.text("feedback-expired"))
    return facts
