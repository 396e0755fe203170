"""What the reply form sends back, checked: a browser can send anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st

from simulator.storable import storable

MAX_TEXT: Final = 10_000
_MAX_NAME: Final = 200
_MAX_DIGITS: Final = 6
_MAX_SEQ: Final = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Draft:
    """One version of a reply.

    Attributes:
        slot: The attempt and turn it belongs to; compare it with the one you expect.
        seq: Version number; a higher one is newer, whichever tab it comes from.
        text: At most 10,000 characters, without NUL or lone surrogates (databases refuse them).
        action: The id of the chosen action, or ``""``.
    """

    slot: str
    seq: int
    text: str
    action: str


def slot_of(attempt_id: str, number: int) -> str:
    """Name of a turn for the browser."""
    return f"{attempt_id}:{number}"


def place_of(slot: str) -> tuple[str, int]:
    """Attempt and number of a turn by its name; number 0, which no turn has, when it is none."""
    attempt_id, _, number = slot.rpartition(":")
    return attempt_id, int(number) if number.isdecimal() and len(number) < _MAX_DIGITS else 0


def parse_draft(value: object) -> Draft | None:
    """Check what came from the browser.

    Args:
        value: Anything.

    Returns:
        The draft, or None when a field is missing or of the wrong type.
    """
    if not isinstance(value, Mapping):
        return None
    slot, seq, text, action = (value.get(name) for name in ("slot", "seq", "text", "action"))
    if not isinstance(slot, str) or not 0 < len(slot) <= _MAX_NAME:
        return None
    if not isinstance(action, str) or len(action) > _MAX_NAME:
        return None
    if isinstance(seq, bool) or not isinstance(seq, int) or not 0 <= seq <= _MAX_SEQ:
        return None
    if not isinstance(text, str):
        return None
    return Draft(storable(slot), seq, storable(text[:MAX_TEXT]), storable(action))


def read_draft(key: str) -> Draft | None:
    """Give the last draft the form with this key sent (state: it stays until the next one)."""
    return _read(key, "draft")


def read_submit(key: str) -> Draft | None:
    """Give what was sent with the button, in the run of that click only."""
    return _read(key, "submit")


def read_expired(key: str) -> Draft | None:
    """Give the text as it stood when the time was up, in that run only."""
    return _read(key, "expired")


def _read(key: str, name: str) -> Draft | None:
    state = st.session_state.get(key)
    return parse_draft(state.get(name)) if isinstance(state, Mapping) else None
