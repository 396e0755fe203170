"""Sign-in, at the address of the page that somebody wanted: by name, by password, or at the provider."""

from __future__ import annotations

import streamlit as st

from simulator.accounts import NAME_MOST, BadNameError, Role
from simulator.i18n import LANGUAGES
from simulator.provider import Outcome
from simulator.settings import SignIn
from simulator.sign_in import RefusedError
from simulator.ui import browser, door, plain, session


def show() -> None:
    """Ask who it is; after signing in the page of this address is shown."""
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
        how = session.settings().sign_in
        {SignIn.WORKSHOP: _by_name, SignIn.LOCAL: _by_password, SignIn.OIDC: _at_the_provider}[how]()
    if how is not SignIn.WORKSHOP:
        browser.follow_other_windows()


def _by_name() -> None:
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
        _try_name(name, role)
    plain.muted(session.text("sign-in-privacy"))


def _try_name(name: str, role: Role) -> None:
    try:
        session.sign_in(name, role)
    except BadNameError:
        plain.notice("■", session.text("sign-in-bad-name", most=NAME_MOST), "critical")
    else:
        st.rerun()


def _by_password() -> None:
    with st.form("sign-in", border=False):
        email = st.text_input(session.text("people-email"), max_chars=200, autocomplete="username")
        password = st.text_input(
            session.text("people-password"), type="password", autocomplete="current-password"
        )
        sent = st.form_submit_button(session.text("people-sign-in"), type="primary")
    if sent:
        try:
            session.sign_in_by_password(email, password)
        except RefusedError:
            plain.notice("■", session.text("people-refused"), "critical")
        else:
            st.rerun()
    plain.muted(session.text("people-forgotten"))


def _at_the_provider() -> None:
    browser.note_return()
    outcome = door.outcome(session.settings())
    if outcome is Outcome.OVER:
        plain.notice("▲", session.text("people-provider-over"), "improve")
    elif outcome is Outcome.NO_ROLE:
        plain.notice("■", session.text("people-provider-no-role"), "critical")
    elif outcome is Outcome.CLOSED:
        plain.notice("■", session.text("people-provider-closed"), "critical")
    st.button(session.text("people-provider-button"), type="primary", on_click=st.login)
    if outcome in (Outcome.NO_ROLE, Outcome.CLOSED):
        st.button(session.text("sign-out"), on_click=session.sign_out)
    plain.muted(session.text("people-provider-text"))
