"""Files into the app: shown first, stored as drafts when the author says so."""

from __future__ import annotations

import streamlit as st

from simulator import authoring, exchange
from simulator.ui import plain, session


def show(houses: list[str], house: str | None) -> None:
    """Ask for a file, tell what it would bring, and save it as drafts."""
    del houses
    sent = st.file_uploader(session.text("authoring-upload-label"), type=["yaml", "md", "zip"])
    if sent is None:
        return
    store, who, folder = session.store(), session.me(), session.folder()
    try:
        incoming = exchange.look_at(store, who, folder, sent.name, sent.getvalue(), house or "")
    except exchange.BadUploadError as error:
        plain.notice("■", session.text(f"authoring-upload-{error.reason}", name=error.name), "critical")
        return
    plain.bullets([session.text(f"authoring-upload-{_state(i)}", path=i.path) for i in incoming])
    if st.button(session.text("authoring-upload-take"), type="primary"):
        try:
            saved = exchange.take(store, who, incoming, session.now())
        except authoring.AuthoringError as error:
            plain.notice("■", session.text(error.code), "critical")
        else:
            plain.notice("✓", session.text("authoring-upload-done", count=len(saved)), "good")


def _state(incoming: exchange.Incoming) -> str:
    if incoming.standing is None:
        return "new"
    return "differs" if incoming.differs else "same"
