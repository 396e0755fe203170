"""What only the page itself can do, such as keeping a cookie: one fixed script that is given plain values."""

import streamlit as st

from simulator.ui.components.assets import joined

__all__ = ["ask"]

_SCRIPTS = (
    "shared/connected.js",
    "reply_form/draft_store.js",
    "browser_task/outage_notice.js",
    "browser_task/kept_words.js",
    "browser_task/browser_task.js",
)
_mount = st.components.v2.component("webcare_browser_task", js=joined(*_SCRIPTS))


def ask(task: str, about: str = "", **values: str | int | list[str]) -> None:
    """Have the page do something, once for as long as this stands in the script with the same values.

    Args:
        task: One of the names in `browser_task.js`.
        about: What it is about, when a page asks for the task more than once.
        values: What it needs.
    """
    _mount(key=f"wc-task-{task}-{about}", data={"task": task, **values})
