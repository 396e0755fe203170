"""A user's own settings: language, time factor, password, sign out."""

from __future__ import annotations

import streamlit as st

from simulator import accounts
from simulator.i18n import LANGUAGES
from simulator.ui import plain, session
from simulator.ui.parts.people import change_password


def main() -> None:
    """Show the settings; a change is stored at once."""
    who = session.me()
    plain.heading(session.text("nav-settings"), 1)
    plain.muted(session.text("settings-who", name=who.name, role=session.text(f"role-{who.role.value}")))
    st.segmented_control(
        session.text("settings-language"),
        LANGUAGES,
        format_func=lambda code: session.text(f"language-{code}"),
        default=who.lang,
        required=True,
        key="settings-lang",
        on_change=_keep,
    )
    st.radio(
        session.text("settings-time"),
        accounts.TIME_FACTORS,
        index=accounts.TIME_FACTORS.index(who.time_factor),
        format_func=lambda f: session.text("settings-factor", factor=f),
        key="settings-factor",
        on_change=_keep,
    )
    plain.muted(session.text("settings-time-about"))
    change_password.show()
    st.button(session.text("sign-out"), on_click=session.sign_out)


def _keep() -> None:
    who = session.me()
    lang = st.session_state.get("settings-lang") or who.lang
    factor = st.session_state.get("settings-factor") or who.time_factor
    accounts.change_settings(session.store(), who, lang=lang, time_factor=factor)


main()
