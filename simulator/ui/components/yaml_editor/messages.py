"""What the YAML editor sends back, checked: a browser can send anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st

from simulator.storable import storable

MAX_TEXT: Final = 1_000_000
_MAX_NAME: Final = 200
_MAX_SEQ: Final = 2**53 - 1


@dataclass(frozen=True, slots=True)
class EditorText:
    """One version of a document.

    Attributes:
        slot: The document; compare it with the one you expect.
        seq: Version number; a higher one is newer, whichever tab it comes from.
        text: At most 1,000,000 characters, without NUL or lone surrogates (databases refuse them).
    """

    slot: str
    seq: int
    text: str


def parse_text(value: object) -> EditorText | None:
    """Check what came from the browser.

    Args:
        value: Anything.

    Returns:
        The version, or None when a field is missing, of the wrong type or too long: half a document is worse
        than none, and the browser keeps its copy.
    """
    if not isinstance(value, Mapping):
        return None
    slot, seq, text = _slot_of(value), value.get("seq"), value.get("text")
    if slot is None:
        return None
    if isinstance(seq, bool) or not isinstance(seq, int) or not 0 <= seq <= _MAX_SEQ:
        return None
    if not isinstance(text, str) or len(text) > MAX_TEXT:
        return None
    return EditorText(slot, seq, storable(text))


def read_text(key: str) -> EditorText | None:
    """Give the last text the editor with this key sent (state: it stays until the next one)."""
    return parse_text(_event(key, "text"))


def read_save(key: str) -> str | None:
    """Give the slot in which someone asked to save, in that run only."""
    value = _event(key, "save")
    return _slot_of(value) if isinstance(value, Mapping) else None


def _event(key: str, name: str) -> object:
    state = st.session_state.get(key)
    return state.get(name) if isinstance(state, Mapping) else None


def _slot_of(value: Mapping[object, object]) -> str | None:
    slot = value.get("slot")
    return storable(slot) if isinstance(slot, str) and 0 < len(slot) <= _MAX_NAME else None
