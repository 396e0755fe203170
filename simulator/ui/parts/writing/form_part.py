"""A form for the first steps: it writes into the same text, and leaves everything else in it as it stands."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from scoring import Action
from simulator.authoring import Opened
from simulator.casebook.reader import read_bytes
from simulator.casebook.rewrite import CannotRewriteError, Keys, Value, set_values
from simulator.casebook.schema import ChannelName, Emotion, Kind
from simulator.feedback import action_name
from simulator.ui import plain, session
from simulator.ui.parts.writing import editor_part

_LINES: tuple[tuple[str, Keys], ...] = (
    ("title-nl", ("title", "nl")),
    ("title-en", ("title", "en")),
    ("customer", ("customer", "name")),
    ("handle", ("customer", "handle")),
)
_TEXTS: tuple[tuple[str, Keys], ...] = (
    ("briefing-nl", ("briefing", "nl")),
    ("briefing-en", ("briefing", "en")),
    ("post", ("turns", 0, "post")),
    ("reason", ("turns", 0, "actions", "reason")),
)
_LISTS: tuple[tuple[str, Keys], ...] = (("facts", ("facts",)), ("lessons", ("debrief", "lessons")))
_CHOICES: tuple[tuple[str, Keys, tuple[str, ...], str], ...] = (
    ("kind", ("kind",), tuple(k.value for k in Kind), "kind-{}"),
    ("difficulty", ("difficulty",), ("1", "2", "3", "4", "5"), "inbox-level-{}"),
    ("channel", ("channel", "name"), get_args(ChannelName), "channel-{}"),
    ("emotion", ("turns", 0, "emotion"), get_args(Emotion), "steps-emotion-{}"),
)
_SWITCHES: tuple[tuple[str, Keys], ...] = (
    ("public", ("channel", "public")),
    ("complaint", ("turns", 0, "complaint")),
)
_BEST: Keys = ("turns", 0, "actions", "best")


def show(opened: Opened) -> None:
    """Show the fields as the text has them, and write them into it."""
    document = read_bytes(opened.text.encode("utf-8", "replace"), opened.path)
    if document.value is None or document.faults:
        plain.muted(session.text("authoring-form-unreadable"))
        return
    plain.muted(session.text("authoring-form-about"))
    with st.form(f"first-steps-{opened.seq}", border=False):
        changes = _fields(document.value)
        sent = st.form_submit_button(session.text("authoring-form-write"), type="primary")
    if sent:
        _write(opened, changes, document.value)


def _fields(value: dict[str, object]) -> dict[Keys, Value]:
    left, right = st.columns(2)
    out: dict[Keys, Value] = {}
    with left:
        for name, way in _LINES:
            out[way] = st.text_input(_label(name), _text(value, way))
        for name, way, names, pattern in _CHOICES:
            out[way] = _choice(name, _text(value, way), names, pattern)
        for name, way in _SWITCHES:
            out[way] = (
                "true" if st.checkbox(_label(name), _text(value, way).lower() in ("true", "yes")) else "false"
            )
        actions = [a.value for a in Action]
        best = _at(value, _BEST)
        chosen = [a for a in best if a in actions] if isinstance(best, list) else []
        out[_BEST] = st.multiselect(
            _label("best"), actions, chosen, format_func=lambda a: action_name(Action(a), session.lang())
        )
    with right:
        for name, way in _TEXTS:
            out[way] = st.text_area(_label(name), _text(value, way))
        for name, way in _LISTS:
            there = _at(value, way)
            lines = [str(item) for item in there] if isinstance(there, list) else []
            typed = st.text_area(_label(name), "\n".join(" ".join(line.split()) for line in lines))
            out[way] = [line.strip() for line in typed.splitlines() if line.strip()]
    return out


def _choice(name: str, now: str, names: tuple[str, ...], pattern: str) -> str:
    chosen = st.selectbox(
        _label(name),
        names,
        index=names.index(now) if now in names else 0,
        format_func=lambda n: session.text(pattern.format(n.replace("_", "-"))),
    )
    return str(chosen)


def _write(opened: Opened, changes: dict[Keys, Value], value: dict[str, object]) -> None:
    wanted = {way: new for way, new in changes.items() if _differs(_at(value, way), new)}
    try:
        text = set_values(opened.text, wanted)
    except CannotRewriteError as error:
        plain.notice("■", session.text(error.code, **dict(error.params)), "critical")
        return
    if text != opened.text:
        editor_part.replace(opened.path, opened, text)
        st.rerun()


def _differs(old: object, new: Value) -> bool:
    if isinstance(old, list) and isinstance(new, list):
        return [" ".join(str(o).split()) for o in old] != new
    return str(old or "").strip() != str(new or "").strip()


def _text(value: object, way: Keys) -> str:
    found = _at(value, way)
    return found.strip() if isinstance(found, str) else ""


def _at(value: object, way: Keys) -> object:
    for part in way:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value


def _label(name: str) -> str:
    return session.text(f"steps-{name}")
