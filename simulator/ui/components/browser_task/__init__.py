"""What only the page itself can do, such as keeping a cookie: one fixed script that is given plain values."""

from collections.abc import Callable, Mapping

import streamlit as st

from simulator.ui.components.assets import joined

__all__ = ["ask", "ask_back"]

_SCRIPTS = (
    "shared/connected.js",
    "reply_form/draft_store.js",
    "browser_task/outage_notice.js",
    "browser_task/kept_words.js",
    "browser_task/kept_choices.js",
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


def ask_back(task: str, about: str, on_given: Callable[[str], None], **values: str) -> None:
    """As `ask`, for a task that may have a text to give back.

    Args:
        task: One of the names in `browser_task.js`.
        about: What it is about.
        on_given: Called with the text, before the run that follows.
        values: What the task needs.
    """
    key = f"wc-task-{task}-{about}"

    def given() -> None:
        state = st.session_state.get(key)
        text = state.get("given") if isinstance(state, Mapping) else None
        if isinstance(text, str):
            on_given(text)

    _mount(key=key, data={"task": task, **values}, on_given_change=given)
