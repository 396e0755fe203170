"""Save, publish and what else can be done with a text."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from simulator import authoring, publishing
from simulator.authoring import Opened, kind_of
from simulator.casebook.report import fault_text
from simulator.ui import plain, session
from simulator.ui.parts.writing import stale_part

_TOLD = "told-about-text"


def show(opened: Opened) -> None:
    """Show the buttons and what came of the last one."""
    if st.session_state.pop("save-wanted", None) == opened.path:
        _save(opened)
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(session.text("authoring-save"), type="primary"):
            _save(opened)
            st.rerun()
        if st.button(session.text("authoring-publish")):
            _publish(opened)
            st.rerun()
        st.download_button(
            session.text("authoring-download"),
            opened.text,
            opened.path.rsplit("/", 1)[1],
            "text/plain",
            on_click="ignore",
        )
        with st.popover(session.text("authoring-more")):
            _more(opened)
    if opened.behind:
        who = opened.newest_by or session.text("authoring-colleague")
        plain.notice("▲", session.text("authoring-behind", who=who), "improve")
    _tell()


def _more(opened: Opened) -> None:
    store, who, folder, now = session.store(), session.me(), session.folder(), session.now()
    if st.button(session.text("authoring-drop"), disabled=not opened.unsaved):
        fresh = authoring.start_over(store, who, folder, opened.path, now)
        _replace(fresh)
        _remember("✓", session.text("authoring-dropped"), "good")
        st.rerun()
    if kind_of(opened.path) == "scenario" and st.button(session.text("authoring-archive")):
        _try(
            lambda: publishing.archive(store, who, folder, opened.path, now),
            session.text("authoring-archived"),
        )
        st.rerun()
    if opened.path in folder.files and st.button(session.text("authoring-use-folder")):
        _try(
            lambda: publishing.use_folder(store, who, folder, opened.path, now),
            session.text("authoring-folder-used"),
        )
        st.rerun()


def _save(opened: Opened) -> None:
    fresh = authoring.open_text(session.store(), session.me(), session.folder(), opened.path, session.now())
    try:
        authoring.save(session.store(), session.me(), fresh.path, fresh.text, fresh.base, session.now())
    except authoring.StaleError as error:
        stale_part.wait(opened.path, error)
    except authoring.AuthoringError as error:
        _remember("■", session.text(error.code), "critical")
    else:
        _remember("✓", session.text("authoring-saved"), "good")


def _publish(opened: Opened) -> None:
    if opened.unsaved:
        _remember("▲", session.text("authoring-publish-unsaved"), "improve")
        return
    store, who = session.store(), session.me()
    with st.spinner(session.text("authoring-publishing")):
        try:
            version = publishing.publish(store, who, session.folder(), opened.path, session.now())
        except publishing.NotProvenError as error:
            lines = [fault_text(d, session.lang()) for d in error.found[:10]]
            _remember("■", "\n".join((session.text(error.code), *lines)), "critical")
        except authoring.StaleError as error:
            stale_part.wait(opened.path, error)
        except authoring.AuthoringError as error:
            _remember("■", session.text(error.code), "critical")
        else:
            session.published()
            _remember("✓", session.text("authoring-published", version=version), "good")


def _try(action: Callable[[], None], told: str) -> None:
    try:
        action()
    except authoring.AuthoringError as error:
        _remember("■", session.text(error.code), "critical")
    else:
        session.published()
        _remember("✓", told, "good")


def _replace(fresh: Opened) -> None:
    st.session_state["editor-replace"] = {"id": f"{fresh.path}-{fresh.seq}", "text": fresh.text}


def _remember(sign: str, text: str, kind: str) -> None:
    """Keep a message for the run after this one, which shows it."""
    st.session_state[_TOLD] = (sign, text, kind)


def _tell() -> None:
    told = st.session_state.pop(_TOLD, None)
    if told:
        sign, text, kind = told
        plain.notice(sign, text, kind)
