"""What was chosen in a list component."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def read_chosen(key: str) -> str | None:
    """Id of the row whose button was pressed, in the run of that click only.

    Args:
        key: Streamlit's element key of the list.
    """
    state = st.session_state.get(key)
    chosen = state.get("chosen") if isinstance(state, Mapping) else None
    return chosen if isinstance(chosen, str) and len(chosen) <= 64 else None
