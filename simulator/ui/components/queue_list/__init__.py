"""The lead's queue: replies with the reason to look at each, and a button to review it."""

from collections.abc import Callable, Sequence
from typing import Literal, TypedDict

import streamlit as st

from simulator.ui.components.assets import load

ReasonKind = Literal["critical", "improve", "none"]


class QueueItem(TypedDict):
    """One reply, all in words but its id; `held` tells who has it in hand, "" for nobody."""

    id: str
    sign: str
    kind: ReasonKind
    why: str
    more: str
    title: str
    who: str
    held: str
    when: str
    button: str


class QueueListData(TypedDict):
    """The list. Labels: list (its name), empty (what stands there when nothing fits), keys (how to move)."""

    items: Sequence[QueueItem]
    labels: dict[str, str]


_ASSETS = load("queue_list")
_mount = st.components.v2.component("webcare_queue_list", html=_ASSETS.html, css=_ASSETS.css, js=_ASSETS.js)


def queue_list(*, key: str, data: QueueListData, on_chosen: Callable[[], None]) -> None:
    """Show the list.

    Args:
        key: Streamlit's element key.
        data: The rows; every text is shown as it is, never as markup.
        on_chosen: Called when a button is pressed; `read_chosen(key)` tells which.
    """
    _mount(key=key, data=data, on_chosen_change=on_chosen)
