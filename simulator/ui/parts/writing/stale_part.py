"""Somebody else saved meanwhile: both texts side by side, and the author chooses."""

from __future__ import annotations

import streamlit as st

from simulator import authoring
from simulator.authoring import Opened, StaleError
from simulator.ui import plain, session
from simulator.ui.parts.writing import diff_part


def wait(path: str, error: StaleError) -> None:
    """Remember that the author has to choose."""
    st.session_state["stale"] = (path, error.who or session.text("authoring-colleague"))


def waiting(path: str) -> bool:
    """Whether the author has to choose for this text."""
    return bool(st.session_state.get("stale", ("", ""))[0] == path)


def show(opened: Opened) -> None:
    """Show both texts and ask which."""
    who = st.session_state["stale"][1]
    plain.notice("▲", session.text("authoring-stale-title", who=who), "improve")
    plain.body(session.text("authoring-stale-text"))
    store, me, now = session.store(), session.me(), session.now()
    with st.container(horizontal=True):
        if st.button(session.text("authoring-stale-keep-mine"), type="primary"):
            del st.session_state["stale"]
            try:
                authoring.save(store, me, opened.path, opened.text, opened.newest, now)
            except StaleError as error:
                wait(opened.path, error)
            st.rerun()
        if st.button(session.text("authoring-stale-take-theirs", who=who)):
            del st.session_state["stale"]
            fresh = authoring.start_over(store, me, session.folder(), opened.path, now)
            st.session_state["editor-replace"] = {"id": f"{fresh.path}-{fresh.seq}", "text": fresh.text}
            st.rerun()
    left, right = st.columns(2)
    with left:
        plain.heading(session.text("authoring-stale-theirs", who=who), 2)
        st.code(opened.saved, language="yaml", height=420)
    with right:
        plain.heading(session.text("authoring-stale-mine"), 2)
        st.code(opened.text, language="yaml", height=420)
    diff_part.table(opened.saved, opened.text)
