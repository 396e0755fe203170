"""Remarks on a reply: on its words, in lists, per dimension. All texts are escaped or set by the component."""

from __future__ import annotations

import html

from scoring import Dimension, Scorecard
from simulator.feedback import Advice, Feedback, Remark
from simulator.ui import plain, session
from simulator.ui.components.marked_reply import Mark, marked_reply

_LEAST_POINTS = 5
"""Points in its dimension below which a remark is not marked on the words: a text full of marks is not read."""


def marked(key: str, text: str, lang: str, told: Feedback) -> None:
    """The reply with each remark on its words."""
    every = (*told.decided_by, *told.to_improve, *told.worked)
    marks = [_mark(number, remark) for number, remark in enumerate(every) if _worth_a_mark(remark)]
    labels = {
        "reply": session.text("your-reply"),
        "good": session.text("mark-good"),
        "improve": session.text("mark-improve"),
        "critical": session.text("mark-critical"),
        "close": session.text("close"),
        "more": session.text("mark-more", n="{n}"),
    }
    marked_reply(key=key, data={"text": text, "lang": lang, "marks": marks, "labels": labels})


def listed(remarks: list[Remark] | tuple[Remark, ...], *, with_points: bool = True) -> None:
    """Remarks as a list, each with sign, points, name, explanation and principle."""
    rows = "".join(_row(remark, _points(remark) if with_points else "") for remark in remarks)
    plain.markup(f'<ul class="wc-remarks">{rows}</ul>')


def advices(items: list[Advice]) -> None:
    """The improvements that are worth most, with what they would add to the total."""
    rows = "".join(
        f'<li><span class="points wc-improve"><span aria-hidden="true">▲</span> +{advice.gain}</span>'
        f'<span><span class="title">{html.escape(session.text("advice-line", advice=advice.text))}</span> '
        f'<span class="why">{html.escape(_principle(advice.principle))}</span></span></li>'
        for advice in items
    )
    plain.markup(f'<ul class="wc-remarks" data-testid="advices">{rows}</ul>')


def by_dimension(told: Feedback, card: Scorecard) -> None:
    """All remarks, under their dimension."""
    every = (*told.decided_by, *told.to_improve, *told.worked)
    for dimension in Dimension:
        mine = [remark for remark in every if remark.dimension is dimension]
        if mine:
            value = card.value_of(dimension)
            shown = "" if value is None else f" · {round(value)}"
            plain.heading(session.text(f"dimension-{dimension.value}") + shown, 3)
            listed(mine)


def _worth_a_mark(remark: Remark) -> bool:
    return remark.start is not None and (remark.kind == "critical" or abs(remark.points) >= _LEAST_POINTS)


def _mark(number: int, remark: Remark) -> Mark:
    return {
        "id": str(number),
        "start": remark.start or 0,
        "end": remark.end or 0,
        "kind": remark.kind,  # type: ignore[typeddict-item]
        "sign": remark.sign,
        "title": remark.title,
        "body": remark.body,
        "points": _points(remark),
        "principle": _principle(remark.principle),
    }


def _points(remark: Remark) -> str:
    return " ".join(_signed(round(points)) for points in (remark.points, remark.short) if round(points))


def _signed(points: int) -> str:
    return f"+{points}" if points > 0 else f"−{-points}"


def _row(remark: Remark, points: str) -> str:
    return (
        f'<li><span class="points wc-{remark.kind}"><span aria-hidden="true">{remark.sign}</span> {points}</span>'
        f'<span><span class="title">{html.escape(remark.title)}</span> {html.escape(remark.body)} '
        f'<span class="why">{html.escape(_principle(remark.principle))}</span></span></li>'
    )


def _principle(principle: str) -> str:
    return f"{principle}: {session.text(f'principle-{principle}')}"
