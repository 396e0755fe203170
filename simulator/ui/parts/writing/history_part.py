"""The versions of a text: what was published, when and by whom."""

from __future__ import annotations

import streamlit as st

from simulator import publishing
from simulator.authoring import Opened
from simulator.i18n import clock_time, day
from simulator.ui import plain, session
from simulator.ui.parts.writing import diff_part


def show(opened: Opened) -> None:
    """Show the publications, newest first, and what changed between two."""
    found = publishing.history(session.store(), session.me(), opened.path)
    if not found:
        plain.muted(session.text("authoring-history-none"))
        return
    for number, (row, who) in enumerate(found):
        at = row.published_at.astimezone()
        when = f"{day(at, session.lang())} {clock_time(at)}"
        plain.body(session.text(f"authoring-history-{row.status}", version=row.version, who=who, when=when))
        plain.muted(session.text("authoring-history-hash", hash=row.content_hash[:12]))
        if number + 1 < len(found):
            with st.expander(session.text("authoring-part-diff")):
                diff_part.table(found[number + 1][0].content, row.content)
