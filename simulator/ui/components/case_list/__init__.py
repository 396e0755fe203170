"""The inbox: scenarios with channel, level, own result and a button to practise each."""

from collections.abc import Callable, Sequence
from typing import Literal, TypedDict

import streamlit as st

from simulator.ui.components.assets import load

ResultKind = Literal["good", "improve", "critical", "none"]


class CaseItem(TypedDict):
    """One scenario, all in words but its id and level (1-5)."""

    id: str
    title: str
    sub: str
    channel: str
    level: int
    level_label: str
    result: str
    result_kind: ResultKind
    count: str
    button: str


class CaseListData(TypedDict):
    """The list. Labels: list (its name), empty (what stands there when nothing fits)."""

    items: Sequence[CaseItem]
    labels: dict[str, str]


_ASSETS = load("case_list")
_mount = st.components.v2.component("webcare_case_list", html=_ASSETS.html, css=_ASSETS.css, js=_ASSETS.js)


def case_list(*, key: str, data: CaseListData, on_chosen: Callable[[], None]) -> None:
    """Show the list.

    Args:
        key: Streamlit's element key.
        data: The rows; every text is shown as it is, never as markup.
        on_chosen: Called when a button is pressed; `read_chosen(key)` tells which.
    """
    _mount(key=key, data=data, on_chosen_change=on_chosen)
