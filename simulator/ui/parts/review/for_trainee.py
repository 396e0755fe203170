"""What a trainee reads of his lead's review under his feedback, and the button to ask for one."""

from __future__ import annotations

import streamlit as st

from simulator import looks, review_reading
from simulator.review_reading import Told
from simulator.run import Run
from simulator.store import practice_rows as rows
from simulator.ui import plain, session
from simulator.ui.parts.review import told, words


def reviews(run: Run, turn: rows.TurnRow) -> None:
    """Show what leads said of this attempt's replies, that of the shown reply first."""
    found = review_reading.own_reviews(session.store(), session.me(), run)
    for one in sorted(found, key=lambda t: (t.turn_id != turn.id, t.number)):
        _reply(run, one, shown=one.turn_id == turn.id)


def _reply(run: Run, one: Told, *, shown: bool) -> None:
    key = "review-of-this" if shown else "review-of-earlier"
    plain.heading(session.text(key, number=one.number), 3)
    lang = run.case.scenario.language
    if not shown:
        plain.body(one.text, lang=lang)
    for review in one.reviews:
        told.show(review, one.text, lang)
    if one.final is not None and one.final != one.automatic:
        told.counts_now(one.automatic, one.final)


def ask(run: Run, turn: rows.TurnRow) -> None:
    """Let the trainee ask his lead to look at this reply; tell it when he did."""
    if run.attempt.team_id is None or turn.copied:
        return
    asked = looks.asked_at(session.store(), session.me(), run, turn.id)
    if asked is not None:
        plain.muted(session.text("review-asked", when=words.moment(asked)))
        return
    st.button(session.text("review-ask"), key="review-ask", on_click=_asked, args=(run.attempt.id, turn.id))


def _asked(attempt_id: str, turn_id: str) -> None:
    looks.ask(session.store(), session.me(), attempt_id, turn_id, session.now())
