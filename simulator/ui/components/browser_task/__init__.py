"""What only the page itself can do, such as keeping a cookie: one fixed script that is given plain values."""

from pathlib import Path

import streamlit as st

__all__ = ["ask"]

_SCRIPT = Path(__file__).with_name("browser_task.js").read_text(encoding="utf-8")
_mount = st.components.v2.component("webcare_browser_task", js=_SCRIPT)


def ask(task: str, **values: str | int) -> None:
    """Have the page do something, once for as long as this stands in the script with the same values.

    Args:
        task: One of the names in `browser_task.js`.
        values: What it needs.
    """
    _mount(key=f"wc-task-{task}", data={"task": task, **values})
