"""The verdict: passed or not in a word, the total and the four dimensions, and the critical finding first."""

from __future__ import annotations

import html

from scoring import Dimension, Scorecard
from simulator.feedback import Feedback
from simulator.ui import plain, session
from simulator.ui.parts import remarks


def show(card: Scorecard, told: Feedback) -> None:
    """Show the verdict line; a critical finding stands first and alone."""
    kind = "good" if told.passed else "critical" if told.decided_by else "improve"
    sign = {"good": "✓", "critical": "■", "improve": "▲"}[kind]
    word = session.text("verdict-passed" if told.passed else "verdict-not-passed")
    total = "–" if told.total is None else str(told.total)
    parts = "".join(
        f'<span class="dimension">{html.escape(session.text(f"dimension-{d.value}"))} '
        f"<b>{html.escape(_value(card, d))}</b></span>"
        for d in Dimension
    )
    plain.markup(
        f'<p class="wc-verdict" role="status"><span class="word wc-{kind}"><span aria-hidden="true">{sign}</span> '
        f'{html.escape(word)}</span><span class="total" data-testid="total">{total}</span>'
        f'<span class="dimensions">{parts}</span></p>'
    )
    if told.look:
        plain.muted(" ".join((session.text("scorecard-needs-look"), *told.look)))
    if told.decided_by:
        plain.muted(session.text("verdict-decided-by"))
        remarks.listed(list(told.decided_by[:1]), with_points=False)
        advice = next((a for a in told.advices if a.remark == told.decided_by[0]), None)
        if advice:
            plain.body(session.text("verdict-instead", advice=advice.text))


def _value(card: Scorecard, dimension: Dimension) -> str:
    score = next(d for d in card.dimensions if d.dimension is dimension)
    if score.value is None:
        return session.text(f"unscored-{score.unscored_because.replace('_', '-')}")
    return str(round(score.value))
