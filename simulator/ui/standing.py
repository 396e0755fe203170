"""What stands in a widget whose value the server sets.

A value that is put in the session state alone goes to the browser once, in the run that puts it there. A browser that
is slow draws the widget only when a later run has come, shows the widget's own first value instead (0, empty, off),
and sends that back as if the person had chosen it. So the value goes along in every run, as the widget's default.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

T = TypeVar("T")


def value(key: str, first: T) -> T:
    """What a widget shows now, to give as its default.

    Args:
        key: The widget's key.
        first: What it shows when nothing was set or chosen.
    """
    shown: T = st.session_state.get(key, first)
    return shown


def index(key: str, options: Sequence[T], first: T | None = None) -> int | None:
    """Where in its options what a widget shows now stands, to give as its index.

    Args:
        key: The widget's key.
        options: What can be chosen.
        first: The option when nothing was set or chosen; None for none.
    """
    chosen = value(key, first)
    return options.index(chosen) if chosen in options else None
