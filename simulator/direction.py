"""Keeping the direction of a text to itself: a name cannot turn round the sentence that it stands in."""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ISOLATE, _END = "\u2068", "\u2069"
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_LATER_SCRIPTS = re.compile("[\u0590-\U0010ffff]")
"""Scripts from Hebrew on; none before it is written from right to left. Most texts have no sign of them."""


def bounded(text: str) -> str:
    """A text that leaves the direction of what stands around it alone.

    Signs that only steer direction are left out: in a name or a label they have no use. Letters that are written
    from right to left are kept apart from what follows.

    Args:
        text: A text that a person brings, to stand within a sentence or a label.
    """
    kept = _CONTROLS.sub("", text)
    later = _LATER_SCRIPTS.findall(kept)
    if any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in later):
        return f"{_ISOLATE}{kept}{_END}"
    return kept
