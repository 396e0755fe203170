"""The link to a file: made when somebody asks for it, good once and for some minutes."""

from __future__ import annotations

import html
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote

import streamlit as st

from simulator import downloads
from simulator.ui import plain, session


def show(path: str, label: str) -> None:
    """Show a link to a file.

    Args:
        path: What `downloads.offer` gave.
        label: Its words; shown as they are.
    """
    st.html(f'<p class="wc-body"><a href="{html.escape(quote(path))}">{html.escape(label)}</a></p>')


def on_request(key: str, kind: str, wanted: Mapping[str, object], ask: str, label: str) -> None:
    """A button that makes a file's address, and then the link for as long as it is good.

    Args:
        key: Names this button on its page.
        kind: Name of a maker.
        wanted: What the maker needs; when it changes, the link of before goes.
        ask: Words on the button.
        label: Words of the link.
    """
    st.button(ask, key=f"{key}-ask", on_click=_offer, args=(key, kind, dict(wanted)))
    made = st.session_state.get(_kept(key))
    if made is None:
        return
    path, for_what, until = made
    if for_what != dict(wanted) or until <= session.now():
        return
    show(path, label)
    plain.muted(session.text("exports-link-once"))


def _offer(key: str, kind: str, wanted: dict[str, object]) -> None:
    now: datetime = session.now()
    path = downloads.offer(session.store(), session.me(), kind, wanted, now)
    st.session_state[_kept(key)] = (path, wanted, now + downloads.GOOD_FOR)


def _kept(key: str) -> str:
    return f"{key}-made"
