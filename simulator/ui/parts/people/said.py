"""What an administrator's last deed brought: a link to copy, shown until he puts it away, or why it was refused."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import streamlit as st

from simulator.people_admin import PeopleError
from simulator.ui import plain, session

_LINK, _FAULT, _DONE = "people-link", "people-fault", "people-done"


def show() -> None:
    """Show it at the top of the page."""
    fault, done = st.session_state.pop(_FAULT, None), st.session_state.pop(_DONE, None)
    if fault:
        plain.notice("■", session.text(f"people-fault-{fault}"), "critical")
    if done:
        plain.notice("✓", session.text(f"people-done-{done}"), "good")
    link = st.session_state.get(_LINK)
    if link:
        kind, address, token = link
        plain.notice("✓", session.text(f"people-link-{kind}", email=address), "good")
        st.code(f"{_base()}/welcome?token={token}", language=None, wrap_lines=True)
        st.button(session.text("people-link-hide"), on_click=_hide)


def do(deed: Callable[[], None], done: str) -> None:
    """Do something in a callback and keep what is to be said about it.

    Args:
        deed: What to do.
        done: Key of what to say when it is done, without its prefix `people-done-`; "" for nothing.
    """
    _hide()
    try:
        deed()
    except PeopleError as error:
        st.session_state[_FAULT] = error.why
    else:
        st.session_state[_DONE] = done


def keep_link(kind: str, email: str, token: str) -> None:
    """Keep a link to show; it is in no database and cannot be shown again later."""
    st.session_state[_LINK] = (kind, email, token)


def _hide() -> None:
    st.session_state.pop(_LINK, None)


def _base() -> str:
    """Address of this app as this browser has it."""
    here = urlsplit(st.context.url or "")
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{here.scheme}://{here.netloc}" + (f"/{path}" if path else "")
