"""Comments on words of the reply: choose the words, say something, add it to the list."""

from __future__ import annotations

import streamlit as st

from simulator.review import SpanComment
from simulator.review_types import MARK_MOST, MARKS_MOST
from simulator.ui import plain, session
from simulator.ui.components.span_picker import SpanPickerData, span_picker
from simulator.ui.parts.review.work import Work


def show(work: Work) -> tuple[SpanComment, ...]:
    """Show the words to choose from and what was said so far; gives the comments."""
    text = work.opened.text
    kept: list[SpanComment] = st.session_state.setdefault(f"{work.key}-marks", [])
    if not text.strip():
        return ()
    plain.heading(session.text("review-spans"), 3)
    data: SpanPickerData = {
        "text": text,
        "lang": work.opened.run.case.scenario.language,
        # Choosing begins anew after each comment; one that was removed makes a round of its own.
        "round": int(st.session_state.get(f"{work.key}-round", 0)),
        "noted": [{"start": m.start, "end": m.end} for m in kept],
        "labels": {name: session.text(f"review-spans-{name}") for name in ("words", "hint")},
    }
    span = span_picker(key=f"{work.key}-span", data=data)
    if span is not None and len(kept) < MARKS_MOST:
        _comment(work, span, text, kept)
    for number, mark in enumerate(kept):
        _line(work, number, mark, text, kept)
    return tuple(kept)


def _comment(work: Work, span: tuple[int, int], text: str, kept: list[SpanComment]) -> None:
    key = f"{work.key}-said-{data_round(work)}"
    plain.muted(session.text("review-spans-chosen", words=_short(text[slice(*span)])))
    said = st.text_input(session.text("review-spans-comment"), max_chars=MARK_MOST, key=key)
    if st.button(session.text("review-spans-add"), key=f"{work.key}-add") and said.strip():
        kept.append(SpanComment(*span, said.strip()))
        _next_round(work)
        st.rerun()


def _line(work: Work, number: int, mark: SpanComment, text: str, kept: list[SpanComment]) -> None:
    def remove() -> None:
        kept.pop(number)
        _next_round(work)

    with st.container(horizontal=True, vertical_alignment="center"):
        plain.stacked([(f"“{_short(text[mark.start : mark.end])}”", mark.comment)])
        st.button(
            session.text("review-spans-remove"),
            key=f"{work.key}-remove-{number}",
            on_click=remove,
            type="tertiary",
        )


def data_round(work: Work) -> int:
    """Which choice this is, counted from 0."""
    return int(st.session_state.get(f"{work.key}-round", 0))


def _next_round(work: Work) -> None:
    st.session_state[f"{work.key}-round"] = data_round(work) + 1


def _short(words: str, most: int = 80) -> str:
    tidy = " ".join(words.split())
    return tidy if len(tidy) <= most else f"{tidy[: most - 1]}…"
