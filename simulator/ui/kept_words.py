"""Text areas for words that are sent in one press: half-written, they survive a reload of the page."""

from __future__ import annotations

import streamlit as st

from simulator.ui import browser, session


def text_area(label: str, about: str, *, key: str, max_chars: int, height: int | None = None) -> str:
    """A text area whose words this browser keeps for this person until `sent` is called.

    Args:
        label: What to write.
        about: What the words are about, such as the id of a reply; the same at each visit.
        key: Names the text area in this visit.
        max_chars: Most characters.
        height: In pixels; None for Streamlit's own.

    Returns:
        What stands in it.
    """
    said = st.text_area(label, max_chars=max_chars, key=key, height=height)
    browser.keep_words(key, _slot(about))
    return said or ""


def sent(about: str) -> None:
    """Have the browser forget the words, at the next run: they are stored now."""
    st.session_state.setdefault(session.WORDS_SENT, []).append(_slot(about))


def _slot(about: str) -> str:
    return f"{session.me().id}:{about}"
