"""Changing one's own password, on the page of settings."""

from __future__ import annotations

import streamlit as st

from simulator import sign_in
from simulator.passwords import LEAST, WeakPasswordError
from simulator.settings import SignIn
from simulator.ui import plain, session
from simulator.ui.parts.people.new_password import new_password


def show() -> None:
    """Show the form to somebody who signs in with a password."""
    who = session.me()
    if session.settings().sign_in is not SignIn.LOCAL or not sign_in.has_password(session.store(), who.id):
        return
    plain.heading(session.text("people-change-password"), 2)
    left, _ = st.columns(2)
    with left, st.form("change-password", border=False, clear_on_submit=True):
        old = st.text_input(
            session.text("people-password-old"),
            type="password",
            autocomplete="current-password",
        )
        new, same = new_password()
        sent = st.form_submit_button(session.text("people-change-password-button"))
    if sent and not same:
        plain.notice("■", session.text("people-password-differs"), "critical")
    elif sent:
        _try(old, new)


def _try(old: str, new: str) -> None:
    try:
        sign_in.change_password(session.store(), session.me(), old, new, session.now(), keep=session.token())
    except sign_in.RefusedError:
        plain.notice("■", session.text("people-password-old-wrong"), "critical")
    except WeakPasswordError as weak:
        plain.notice("■", session.text(f"people-password-{weak.why}", least=LEAST), "critical")
    else:
        plain.notice("✓", session.text("people-password-changed"), "good")
