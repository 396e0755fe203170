"""What the parts of the re-scoring page share: the bar of a long piece of work, and what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from simulator.rescoring import RescoringError
from simulator.ui import plain, session

_NOTICE = "rescoring-notice"
_WORTH_PROCESSES = 300
"""Replies from which starting other processes (a few seconds each) pays, and keeps this one free for other people."""


def processes(replies: int) -> int:
    """How many processes should share so many replies."""
    return min(2, os.cpu_count() or 1) if replies > _WORTH_PROCESSES else 1


def run(do: Callable[[Callable[[int, int], None]], int], key: str) -> None:
    """Do a long piece of work under a bar, and have the next run tell what came of it.

    Args:
        do: The work; it is given what to tell its progress to, and gives a count.
        key: Text that tells the count.
    """
    bar = start()
    try:
        count = do(lambda done, whole: show_progress(bar, done, whole))
    except RescoringError as error:
        st.session_state[_NOTICE] = ("▲", session.text(error.code), "improve")
    else:
        st.session_state[_NOTICE] = ("✓", session.text(key, count=count), "good")
    st.rerun()


def start() -> DeltaGenerator:
    """A bar that says that work has begun: other processes take seconds before the first reply is done."""
    return st.progress(0.0, text=session.text("rescoring-begins"))


def show_progress(bar: DeltaGenerator, done: int, whole: int) -> None:
    """Move a bar; not at each reply, for that costs more than the scoring."""
    if done == whole or done % 10 == 0:
        bar.progress(done / whole, text=session.text("rescoring-busy", done=done, count=whole))


def show_notice() -> None:
    """Show what came of the last piece of work, once."""
    if told := st.session_state.pop(_NOTICE, None):
        plain.notice(*told)
