"""Switches that this browser keeps for their owner, so that a page that is loaded again has them as he left them."""

from __future__ import annotations

import streamlit as st

from simulator.ui import browser, session


def chosen(name: str) -> bool | None:
    """How somebody set a switch, now or in an earlier visit with this browser; None when he never did.

    Args:
        name: The switch.
    """
    now: bool | None = st.session_state.get(name)
    return browser.kept_switch(name, session.me().id) if now is None else now


def show(name: str, label: str, *, on: bool, key: str, disabled: bool = False) -> None:
    """Show a switch.

    Args:
        name: The switch, the same wherever it stands.
        label: What it does.
        on: How it stands.
        key: Names it on this page.
        disabled: Whether it cannot be set here and now.
    """

    def switch() -> None:
        st.session_state[name] = bool(st.session_state[key])

    st.toggle(label, value=on, key=key, on_change=switch, disabled=disabled)
    if name in st.session_state:
        browser.keep_switch(name, session.me().id, on=on)
