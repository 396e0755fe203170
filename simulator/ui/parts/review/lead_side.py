"""The lead's own column: the blind judgement, or the conclusion with comments and adjustments."""

from __future__ import annotations

import streamlit as st

from scoring import Dimension
from simulator import review
from simulator.i18n import clock_time
from simulator.review import Judgement, Outcome, ReviewError
from simulator.review_scores import PASSED, BadAdjustmentError, adjusted
from simulator.review_types import COMMENT_MOST
from simulator.ui import kept_words, plain, session, standing
from simulator.ui.parts.review import adjust_part, half_made, span_part
from simulator.ui.parts.review import work as working
from simulator.ui.parts.review.work import Work

DONE, _FAULT = "review-done", "review-fault"


def show(work: Work) -> None:
    """Show what the lead may do with this reply now."""
    plain.heading(session.text("review-yours"), 2)
    if work.lock is not None and not work.mine:
        until = clock_time(work.lock.until.astimezone())
        plain.notice("▲", session.text("review-locked", name=work.lock.name, time=until), "improve")
        return
    # Before what shows the choices: who sees his own on the page and loads it again finds them back.
    half_made.keep(work)
    if work.veiled:
        _blind(work)
    else:
        _conclude(work)
    if fault := st.session_state.pop(_FAULT, None):
        plain.notice("■", session.text(fault), "critical")


def _blind(work: Work) -> None:
    plain.muted(session.text("review-blind-about"))
    card, key = work.opened.card, f"{work.key}-blind"
    scores: dict[str, float | None] = {}
    none_yet: int | None = None
    columns = st.columns(2)
    for place, dimension in enumerate(d for d in Dimension if card.value_of(d) is not None):
        with columns[place % 2]:
            scores[dimension.value] = st.number_input(
                session.text(f"dimension-{dimension.value}"),
                min_value=0,
                max_value=100,
                value=standing.value(f"{key}-{dimension.value}", none_yet),
                step=1,
                key=f"{key}-{dimension.value}",
            )
    verdict = st.radio(
        session.text("review-verdict"),
        [True, False],
        index=standing.index(f"{key}-{PASSED}", [True, False]),
        format_func=lambda v: session.text("verdict-passed" if v else "verdict-not-passed"),
        horizontal=True,
        key=f"{key}-{PASSED}",
    )
    scores[PASSED] = None if verdict is None else float(verdict)
    if st.button(session.text("review-blind-store"), type="primary", key=f"{key}-store"):
        _store_blind(work, scores)


def _store_blind(work: Work, scores: dict[str, float | None]) -> None:
    given = {name: float(value) for name, value in scores.items() if value is not None}
    try:
        review.store_own_scores(
            session.store(), session.me(), work.opened.turn.id, work.opened.card_id, given, session.now()
        )
    except (ReviewError, BadAdjustmentError) as error:
        _failed(error)
    st.rerun()


def _conclude(work: Work) -> None:
    chosen = adjust_part.show(work)
    if chosen.adjustments and not chosen.unexplained:
        becomes = adjusted(work.opened.basis, work.now, work.earlier, chosen.adjustments)
        verdict = session.text("verdict-passed" if becomes.passed else "verdict-not-passed")
        total = "–" if becomes.total is None else round(becomes.total)
        plain.muted(session.text("review-becomes", total=total, verdict=verdict))
    marks = span_part.show(work)
    comment = kept_words.text_area(
        session.text("review-comment"), _about(work),
        key=f"{work.key}-comment", max_chars=COMMENT_MOST, height=110,
    )  # fmt: skip
    praise = f"{work.key}-compliment"
    compliment = st.checkbox(session.text("review-compliment"), standing.value(praise, False), key=praise)
    first = Outcome.ADJUSTED if chosen.adjustments or chosen.unexplained else Outcome.AGREED
    with st.container(horizontal=True):
        for outcome in (first, Outcome.ANOTHER_TRY):
            label = session.text(f"review-do-{outcome.value.replace('_', '-')}")
            kind = "primary" if outcome is first else "secondary"
            if st.button(label, type=kind, key=f"{work.key}-{outcome.value}"):  # type: ignore[arg-type]
                judgement = Judgement(outcome, comment, marks, compliment, tuple(chosen.adjustments))
                _submit(work, judgement, unexplained=chosen.unexplained)


def _submit(work: Work, judgement: Judgement, *, unexplained: int) -> None:
    turn, card = work.opened.turn.id, work.opened.card_id
    if unexplained:
        st.session_state[_FAULT] = "review-error-why"
        st.rerun()
    try:
        review.submit_review(
            session.store(), session.me(), turn, card, judgement, session.now(), work.review_id
        )
    except (ReviewError, BadAdjustmentError) as error:
        _failed(error)
    else:
        kept_words.sent(_about(work))
        kept_words.sent(half_made.about(work))
        st.session_state[DONE] = turn
        working.again()
    st.rerun()


def _about(work: Work) -> str:
    return f"review:{work.opened.turn.id}"


def _failed(error: ReviewError | BadAdjustmentError) -> None:
    st.session_state[_FAULT] = error.code
    if isinstance(error, review.StaleError):
        working.again()
