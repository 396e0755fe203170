"""Texts that both databases can hold: PostgreSQL refuses NUL, and no file holds half a surrogate pair."""

from __future__ import annotations


def storable(text: str) -> str:
    """A text as it is stored: NUL is left out, because nobody sees it; half a surrogate pair becomes "?".

    Args:
        text: What a browser or a file gave.
    """
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
