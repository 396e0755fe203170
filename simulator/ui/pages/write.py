"""One text that is being written: buttons, the editor with its faults, and what can be looked at below."""

from __future__ import annotations

import streamlit as st

from simulator import authoring
from simulator.accounts import Permission, require
from simulator.authoring import Opened, kind_of
from simulator.ui import plain, session
from simulator.ui.parts.writing import (
    buttons,
    diff_part,
    editor_part,
    form_part,
    golden_part,
    health_part,
    history_part,
    preview_part,
    stale_part,
    titles,
    trial_part,
)

LIST = "simulator/ui/pages/authoring.py"
_PARTS = {
    "preview": preview_part.show,
    "trial": trial_part.show,
    "golden": golden_part.show,
    "form": form_part.show,
    "diff": diff_part.show,
    "history": history_part.show,
    "health": health_part.show,
}
_OF_EVERY_TEXT = ("diff", "history")


def main() -> None:
    """Show the text of the address: `?path=`."""
    require(session.store(), session.me(), Permission.WRITE_SCENARIOS)
    path = st.query_params.get("path", "")
    try:
        opened = authoring.open_text(session.store(), session.me(), session.folder(), path, session.now())
    except authoring.AuthoringError as error:
        plain.heading(session.text("nav-authoring"), 1)
        plain.body(session.text(error.code))
        st.page_link(LIST, label=session.text("authoring-back"))
        return
    st.page_link(LIST, label=session.text("authoring-back"))
    plain.heading(titles.title_of(path), 1)
    plain.muted(f"{path} · {session.text(f'authoring-{kind_of(path)}')}")
    if stale_part.waiting(path):
        stale_part.show(opened)
        return
    buttons.show(opened)
    editor_part.show(path)
    _below(opened)


def _below(opened: Opened) -> None:
    """One of the views; only the chosen one is made."""
    names = tuple(_PARTS) if kind_of(opened.path) == "scenario" else _OF_EVERY_TEXT
    chosen = st.segmented_control(
        session.text("authoring-part"),
        names,
        format_func=lambda name: session.text(f"authoring-part-{name}"),
        default=names[0],
        required=True,
        key="part",
    )
    _PARTS[chosen or names[0]](opened)


main()
