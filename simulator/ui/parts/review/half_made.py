"""A review that is not stored yet: its choices are kept in the lead's own browser and outlive a reload of the page.

The comment to the trainee is kept as it is typed, by `kept_words`; here is what is chosen and set beside it.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator

import streamlit as st

from scoring import Dimension
from simulator.review_scores import PASSED, WORDS_MOST, Why
from simulator.review_types import MARK_MOST, MARKS_MOST, SpanComment
from simulator.ui import kept_words
from simulator.ui.parts.review import adjust_part
from simulator.ui.parts.review.work import Work

_BLIND, _CRITERIA, _COMPLIMENT, _MARKS, _WHY, _WORDS = (
    "blind-",
    "criteria",
    "compliment",
    "marks",
    "-why",
    "-words",
)


def keep(work: Work) -> None:
    """Keep what is chosen so far, and take over what was chosen before the page was loaded again."""
    chosen = _chosen(work)
    kept_words.choices(
        about(work),
        visit=work.review_id,
        chosen=json.dumps(chosen, default=dataclasses.astuple) if chosen else "",
        on_given=lambda text: _take_over(work, text),
    )


def about(work: Work) -> str:
    """Names the choices among all that the browser keeps."""
    return f"review-choices:{work.opened.turn.id}"


def _chosen(work: Work) -> dict[str, object]:
    """Names and values of what is otherwise than the page shows it at first."""
    values = {name: _value(work, name) for name in _names(work)}
    return {name: value for name, value in values.items() if not _as_at_first(work, name, value)}


def _names(work: Work) -> Iterator[str]:
    scores = (*(d.value for d in Dimension), PASSED)
    picked = _value(work, _CRITERIA)
    criteria = [name for name, _ in picked] if isinstance(picked, list) else []
    yield from (*scores, _CRITERIA, _COMPLIMENT, _MARKS)
    yield from (f"{_BLIND}{name}" for name in scores)
    yield from (f"{name}{more}" for name in (*scores, *criteria) for more in (_WHY, _WORDS))


def _as_at_first(work: Work, name: str, value: object) -> bool:
    standing = getattr(work.now, name, None) if name in list(Dimension) else None
    return value in (None, "", []) or (name == _COMPLIMENT and not value) or value == _rounded(standing)


def _rounded(score: float | None) -> int | None:
    return None if score is None else round(score)


def _value(work: Work, name: str) -> object:
    return st.session_state.get(f"{work.key}-{name}")


def _take_over(work: Work, text: str) -> None:
    """Put kept choices back into the form; what does not fit this reply any more is left out."""
    try:
        kept = json.loads(text)
    except ValueError:
        return
    if not isinstance(kept, dict):
        return
    for name, value in kept.items():
        fitting = _fitting(work, name, value)
        if fitting is not None:
            st.session_state[f"{work.key}-{name}"] = fitting


def _fitting(work: Work, name: str, value: object) -> object:
    """The value for a field as the page has it, None where it cannot be one."""
    bare = name.removeprefix(_BLIND)
    if bare in {d.value for d in Dimension}:
        return value if type(value) is int and 0 <= value <= 100 else None
    if bare == PASSED or name == _COMPLIMENT:
        return value if isinstance(value, bool) else None
    if name.endswith(_WHY):
        return Why(value) if isinstance(value, str) and value in list(Why) else None
    if name.endswith(_WORDS):
        return value[:WORDS_MOST] if isinstance(value, str) else None
    if not isinstance(value, list):
        return None
    if name == _CRITERIA:
        there = [list(option) for option in adjust_part.options(work)]
        return [tuple(c) for c in value if c in there]
    return _marks(work, value) if name == _MARKS else None


def _marks(work: Work, value: list[object]) -> list[SpanComment]:
    length, out = len(work.opened.text), []
    for mark in value[:MARKS_MOST]:
        match mark:
            case [int(start), int(end), str(said)] if 0 <= start < end <= length and said.strip():
                out.append(SpanComment(start, end, said[:MARK_MOST]))
    return out
