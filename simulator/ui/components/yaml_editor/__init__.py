"""The YAML editor: a text with its faults in the margin and in a list; what is typed is never lost.

CodeMirror is some 380 KB. Streamlit sends a component's script again with every change of its data, but an
element that stays the same only once (its forward message cache). So the editor's code is an element of its own,
without data, and the one with the data carries a few lines.
"""

from collections.abc import Callable

import streamlit as st

from simulator.ui.components.assets import joined, load
from simulator.ui.components.yaml_editor.data import (
    Diagnosis,
    Jump,
    Replacement,
    Severity,
    YamlEditorData,
)
from simulator.ui.components.yaml_editor.messages import (
    MAX_TEXT,
    EditorText,
    parse_text,
    read_save,
    read_text,
)

__all__ = [
    "MAX_TEXT",
    "Diagnosis",
    "EditorText",
    "Jump",
    "Replacement",
    "Severity",
    "YamlEditorData",
    "parse_text",
    "read_save",
    "read_text",
    "yaml_editor",
]

_ENGINE_SCRIPTS = (
    "shared/shared.js",
    "shared/connected.js",
    "reply_form/draft_store.js",
    "reply_form/connection.js",
    "yaml_editor/codemirror.js",
    "yaml_editor/setup.js",
    "yaml_editor/places.js",
    "yaml_editor/faults.js",
    "yaml_editor/keeping.js",
    "yaml_editor/editor.js",
    "yaml_editor/engine.js",
)


_ASSETS = load("yaml_editor")
_mount = st.components.v2.component("webcare_yaml_editor", html=_ASSETS.html, css=_ASSETS.css, js=_ASSETS.js)
_mount_engine = st.components.v2.component("webcare_yaml_engine", js=joined(*_ENGINE_SCRIPTS))


def yaml_editor(
    *,
    key: str,
    data: YamlEditorData,
    on_text: Callable[[], None],
    on_save: Callable[[], None],
) -> None:
    """Show the editor.

    In ``on_text`` use ``read_text(key)``, in ``on_save`` ``read_save(key)``. The text is sent before the wish to
    save, but both may arrive in one run and in any order: in ``on_save`` look at ``read_text(key)`` as well.

    A text is sent again until ``saved_seq`` has reached its ``seq``, so the same version can arrive twice: store
    by slot, and only what has a higher number than what is stored.

    Args:
        key: Streamlit's element key; it may stay the same for all documents.
        data: What to show.
        on_text: Called when a new version of the text is there.
        on_save: Called when someone presses Ctrl+S.
    """
    with st.container(gap=None):
        _mount_engine(key=f"{key}_engine")
        _mount(key=key, data=data, on_text_change=on_text, on_save_change=on_save)
