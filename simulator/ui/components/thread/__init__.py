"""The conversation as a webcare console shows it, with the look of its channel."""

import streamlit as st

from simulator.ui.components.assets import boxed, load
from simulator.ui.components.thread.data import Channel, Item, Mood, Side, ThreadData, Visibility

__all__ = ["Channel", "Item", "Mood", "Side", "ThreadData", "Visibility", "thread"]

_ASSETS = load("thread")
_mount = st.components.v2.component("webcare_thread", html=_ASSETS.html, css=_ASSETS.css, js=_ASSETS.js)


def thread(*, key: str, data: ThreadData) -> None:
    """Show the conversation, oldest message first. It sends nothing back.

    Args:
        key: Streamlit's element key.
        data: The messages; every text is shown as it was typed, never as markup or as a link.
    """
    _mount(key=key, data=boxed(data))
