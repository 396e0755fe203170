"""A new password, twice."""

from __future__ import annotations

import streamlit as st

from simulator.passwords import LEAST
from simulator.ui import plain, session


def new_password() -> tuple[str, bool]:
    """Ask for a new password inside a form.

    Returns:
        The password, and whether it was typed the same twice.
    """
    first = st.text_input(session.text("people-password-new"), type="password", autocomplete="new-password")
    plain.muted(session.text("people-password-rule", least=LEAST))
    again = st.text_input(session.text("people-password-again"), type="password", autocomplete="new-password")
    return first, first == again
