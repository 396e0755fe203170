"""Choosing words of a reply, with the mouse or the keyboard."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

import streamlit as st

from simulator.ui.components.assets import load


class Noted(TypedDict):
    """Words that have a comment already; offsets count code points, as in Python."""

    start: int
    end: int


class SpanPickerData(TypedDict):
    """The text. Labels: words (name of the list of words), hint (how to choose).

    Another `round` clears what is chosen.
    """

    text: str
    lang: str
    round: int
    noted: Sequence[Noted]
    labels: dict[str, str]


_ASSETS = load("span_picker")
_mount = st.components.v2.component("webcare_span_picker", html=_ASSETS.html, css=_ASSETS.css, js=_ASSETS.js)


def span_picker(*, key: str, data: SpanPickerData) -> tuple[int, int] | None:
    """Show the text and tell which words are chosen.

    Args:
        key: Streamlit's element key.
        data: The text; it is shown as it is, never as markup.

    Returns:
        First code point and one past the last, or None when nothing is chosen.
    """
    _mount(key=key, data=data, on_span_change=_nothing)
    return _read(st.session_state.get(key), data)


def _nothing() -> None:
    """A component that keeps a value needs somebody to tell."""


def _read(state: object, data: SpanPickerData) -> tuple[int, int] | None:
    span = state.get("span") if isinstance(state, Mapping) else None
    if not isinstance(span, Mapping) or span.get("round") != data["round"]:
        return None
    start, end = span.get("start"), span.get("end")
    if not isinstance(start, (int, float)) or not isinstance(end, (int, float)):
        return None
    return (int(start), int(end)) if 0 <= start < end <= len(data["text"]) else None
