"""Words and choices that are sent in one press: until then this browser keeps them through a reload of the page."""

from __future__ import annotations

from collections.abc import Callable

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


def choices(about: str, *, visit: str, chosen: str, on_given: Callable[[str], None]) -> None:
    """Have this browser keep a person's choices until `sent` is called.

    Stands in the script before what shows them, so that what a person sees as chosen is kept already.

    Args:
        about: What they are about; the same at each visit.
        visit: Names this visit: in its first run, choices of an earlier one are given back.
        chosen: What is chosen now, "" for nothing.
        on_given: Called with what was kept, before a run that shows it.
    """
    browser.keep_choices(about, _slot(about), visit, chosen, on_given)


def sent(about: str) -> None:
    """Have the browser forget words or choices, at the next run: they are stored now."""
    st.session_state.setdefault(session.WORDS_SENT, []).append(_slot(about))


def _slot(about: str) -> str:
    return f"{session.me().id}:{about}"
