"""Sign-in on a shared workshop machine: a name and a role, no password, loopback only."""

from __future__ import annotations

import streamlit as st

from simulator.accounts import NAME_MOST, BadNameError, Role
from simulator.i18n import LANGUAGES
from simulator.ui import plain, session


def show() -> None:
    """Ask for name and role; after signing in the page of this address is shown."""
    _, middle, _ = st.columns([1, 2, 1])
    with middle:
        st.segmented_control(
            session.text("settings-language"),
            LANGUAGES,
            format_func=lambda code: session.text(f"language-{code}"),
            default=session.lang(),
            key="lang",
            required=True,
        )
        plain.heading(session.text("sign-in-title"), 1)
        plain.body(session.text("sign-in-text"))
        with st.form("sign-in", border=False):
            name = st.text_input(session.text("sign-in-name"), max_chars=NAME_MOST, autocomplete="nickname")
            role = st.radio(
                session.text("sign-in-role"),
                list(Role),
                format_func=lambda r: session.text(f"role-{r.value}"),
                captions=[session.text(f"role-{r.value}-about") for r in Role],
            )
            sent = st.form_submit_button(session.text("sign-in-button"), type="primary")
        if sent and role:
            _try(name, role)
        plain.muted(session.text("sign-in-privacy"))


def _try(name: str, role: Role) -> None:
    try:
        session.sign_in(name, role)
    except BadNameError:
        plain.notice("■", session.text("sign-in-bad-name", most=NAME_MOST), "critical")
    else:
        st.rerun()
