"""The editor of a text: what is typed is kept at once, and its faults stand beside it."""

from __future__ import annotations

import uuid

import streamlit as st

from simulator import authoring, publishing
from simulator.authoring import Opened
from simulator.casebook.diagnostics import Diagnostic, Overrides, Severity, severity_of, shown
from simulator.casebook.report import message_of
from simulator.ui import plain, session
from simulator.ui.components.yaml_editor import Diagnosis, Replacement, read_save, read_text, yaml_editor

KEY = "editor"
_LABELS = (
    "editor", "loading", "list", "none", "checking", "error", "warning", "info", "mend", "saving", "saved_before",
    "saved_here", "read_only", "offline", "keys", "keys_mac", "find", "find_next", "find_previous", "match_case",
    "by_word", "replace", "replace_one", "replace_all", "close", "current_match", "on_line",
    "selection_deleted",
)  # fmt: skip
_COUNTED = (
    "more", "line", "error_one", "error_other", "warning_one", "warning_other", "info_one", "info_other", "too_long",
    "replaced_line", "replaced_matches",
)  # fmt: skip


def show(path: str) -> None:
    """Show the editor of a text that was opened."""
    _editor(path)


def replace(path: str, opened: Opened, text: str) -> None:
    """Put another text into the editor, as one step that can be undone, and keep it."""
    authoring.keep_copy(session.store(), session.me(), path, opened.seq + 1, text, session.now())
    st.session_state["editor-replace"] = {"id": str(uuid.uuid4()), "text": text}


# A fragment, so that each keystroke's check redraws the editor alone.
@st.fragment(run_every=session.REDRAW_SECONDS)
def _editor(path: str) -> None:
    opened = authoring.open_text(session.store(), session.me(), session.folder(), path, session.now())
    seen = publishing.examine(session.live(), path, opened.text)
    _hindrances(opened, seen)
    wanted: Replacement | None = st.session_state.get("editor-replace")
    yaml_editor(
        key=KEY,
        data={
            "slot": path,
            "text": opened.text,
            "seq": opened.seq,
            "saved_seq": opened.seq,
            "diagnostics": diagnoses(seen.document.found, seen.overrides),
            "checked_seq": opened.seq,
            "read_only": False,
            "goto": None,
            "replace": wanted,
            "labels": _labels(),
            "lang": session.lang(),
        },
        on_text=_on_text,
        on_save=_on_save,
    )


def _hindrances(opened: Opened, seen: publishing.Examined) -> None:
    """What is in the way of publishing this text; told with each keystroke's check."""
    if seen.hindrances:
        count, line = len(seen.hindrances), seen.hindrances[0].line
        plain.muted(session.text("authoring-publish-errors", count=count, line=line))
    elif opened.unsaved:
        plain.muted(session.text("authoring-publish-unsaved"))
    else:
        plain.muted(session.text("authoring-publish-ready"))


def diagnoses(found: list[Diagnostic], overrides: Overrides) -> list[Diagnosis]:
    """Diagnostics as the editor shows them."""
    return [_diagnosis(d, overrides) for d in shown(found, overrides)]


def _diagnosis(diagnostic: Diagnostic, overrides: Overrides) -> Diagnosis:
    severity = severity_of(diagnostic, overrides)
    return {
        "line": diagnostic.line,
        "column": diagnostic.column,
        "end_line": diagnostic.end_line or diagnostic.line,
        "end_column": diagnostic.end_column or diagnostic.column,
        "severity": "error"
        if severity is Severity.ERROR
        else "warning"
        if severity is Severity.WARNING
        else "info",
        "code": diagnostic.code,
        "message": message_of(diagnostic, session.lang()),
        "mend": "",
    }


def _labels() -> dict[str, str]:
    labels = {name: session.text(f"editor-{name.replace('_', '-')}") for name in _LABELS}
    labels |= {name: session.text(f"editor-{name.replace('_', '-')}", n="{n}") for name in _COUNTED}
    labels["saved"] = session.text("editor-saved", time="{time}")
    labels["special"] = session.text("editor-special", code="{code}")
    labels["locale"] = {"nl": "nl-NL", "en": "en-GB"}[session.lang()]
    return labels


def _on_text() -> None:
    sent = read_text(KEY)
    if sent is not None:
        # The slot is the path; a text that was opened in this name is the only one that can be kept.
        authoring.keep_copy(session.store(), session.me(), sent.slot, sent.seq, sent.text, session.now())


def _on_save() -> None:
    slot = read_save(KEY)
    if slot is None:
        return
    _on_text()
    st.session_state["save-wanted"] = slot
