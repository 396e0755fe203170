"""A stored review in words: who, when, what was said of the whole and of words, and what was adjusted and why."""

from __future__ import annotations

import html

import streamlit as st

from scoring import Dimension
from simulator.figures import Scores
from simulator.review import Outcome
from simulator.review_reading import Reviewed
from simulator.review_scores import PASSED
from simulator.ui import plain, session
from simulator.ui.parts.review import words

TOTAL = "total"


def show(review: Reviewed, text: str, lang: str) -> None:
    """Show a review.

    Args:
        review: The review.
        text: The reply that it is about.
        lang: Language of the reply.
    """
    row = review.row
    outcome = session.text(f"review-outcome-{row.outcome.replace('_', '-')}")
    plain.muted(session.text("review-by", name=row.reviewer, when=words.moment(row.at)) + f" · {outcome}")
    if row.compliment:
        plain.notice("✓", session.text("review-complimented"), "good")
    if row.comment:
        plain.body(row.comment)
    if review.marks:
        _marks(review, text, lang)
    if review.adjustments:
        _adjustments(review)


def _marks(review: Reviewed, text: str, lang: str) -> None:
    """Each comment with the words that it is about."""
    rows = "".join(
        f'<dt><q lang="{html.escape(lang)}">{html.escape(text[m.start : m.end])}</q></dt>'
        f"<dd>{html.escape(m.comment)}</dd>"
        for m in review.marks
    )
    plain.markup(f'<dl class="wc-stacked" data-testid="span-comments">{rows}</dl>')


def _adjustments(review: Reviewed) -> None:
    blind = review.row.outcome == Outcome.SCORED
    head = ["review-what", "review-automatic-short", "review-own-short" if blind else "review-adjusted-short"]
    if not blind:
        head.append("review-why")
    lines = []
    for a in review.adjustments:
        cells = [words.adjusted(a.name), words.value(a.name, a.automatic), words.value(a.name, a.adjusted)]
        if not blind:
            cells.append(": ".join(w for w in (words.why_adjusted(a.reason), a.words) if w))
        lines.append({session.text(k): plain.safe_label(c) for k, c in zip(head, cells, strict=True)})
    st.table(lines, hide_index=True)


def counts_now(automatic: Scores, final: Scores) -> None:
    """The automatic scores beside those that count, where they differ, with total and verdict."""
    head = [session.text(f"review-{k}") for k in ("what", "automatic-short", "final-short")]
    lines = []
    for name in (*(d.value for d in Dimension), TOTAL, PASSED):
        was, now = getattr(automatic, name), getattr(final, name)
        if was != now or name in (TOTAL, PASSED):
            cells = [_score(name, was), _score(name, now)]
            label = session.text("total") if name == TOTAL else words.adjusted(name)
            lines.append(dict(zip(head, (label, *cells), strict=True)))
    st.table(lines, hide_index=True)


def _score(name: str, value: float | None) -> str:
    if name == TOTAL:
        return "–" if value is None else str(round(value))
    return words.value(name, value)
