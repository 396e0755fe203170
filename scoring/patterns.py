"""Regular expressions that experts add to a point: Unicode words, and a time limit on every search.

Python's own engine can take minutes for a line of 40 characters; RE2 never does, but its words are ASCII only ("één"
ends after "n"). The `regex` package has both Unicode and a time limit. The checker refuses a pattern that comes near
the limit (`slow`), so that in practice a search never ends by it and the same reply keeps getting the same score.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

LIMIT_SECONDS = 0.01
"""Longest search; a turn has at most five patterns, so one scoring spends at most some 75 ms on them."""
MOST_READ = 5_000
"""Code points of a reply that patterns read."""


def find(pattern: str, text: str) -> tuple[int, int] | None:
    """Where a pattern first matches a text.

    Args:
        pattern: A regular expression; one that does not compile matches nothing.
        text: Any text; only the first `MOST_READ` code points are read.

    Returns:
        Start and end in code points, or None when nothing, or only the empty string, was found in time.
    """
    compiled = _compiled(pattern)
    if compiled is None:
        return None
    try:
        found = compiled.search(text[:MOST_READ], timeout=LIMIT_SECONDS)
    except TimeoutError:
        return None
    return found.span() if found and found.group() else None


def problem(pattern: str, examples: tuple[str, ...] = ()) -> str:
    """Why a pattern cannot be used: "compile", "empty" (it matches the empty string), "slow", or "" when it can.

    Args:
        pattern: A regular expression.
        examples: Texts that it may meet; they are repeated until they are as long as a reply can be.
    """
    compiled = _compiled(pattern)
    if compiled is None:
        return "compile"
    try:
        if compiled.fullmatch("", timeout=LIMIT_SECONDS):
            return "empty"
        for text in (*_HARD, *_made_hard(pattern, examples)):
            compiled.search(text, timeout=LIMIT_SECONDS / 3)
    except TimeoutError:
        return "slow"
    return ""


def _made_hard(pattern: str, examples: tuple[str, ...]) -> Iterator[str]:
    """Long texts that almost match: with the pattern's own words in them, an engine cannot give up early."""
    words = " ".join(_WORDS.findall(pattern))
    for text in (*examples[:5], words):
        if text:
            yield (f"{text} " * (MOST_READ // len(text)))[: MOST_READ - 1] + "!"
    if words:
        for filler in ("a", "we ", "één klant "):
            yield filler * (MOST_READ // 2 // len(filler)) + words + "!" + filler * 10


_WORDS = regex.compile(r"(?<!\\)\p{L}{2,}")
_HARD = (
    "a" * 5_000 + "!",
    "dit is een heel gewone zin van een klant " * 120,
    "wij gaan " * 550 + "!",
    " " * 5_000 + "x",
    "1" * 5_000 + "x",
    "sorry" * 1_000,
    "aab" * 1_600 + "c",
    "één klant, " * 450,
)
"""Texts on which patterns that go back and forth show it: long repetitions that almost match."""


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> regex.Pattern[str] | None:
    try:
        return regex.compile(pattern, regex.IGNORECASE | regex.UNICODE)
    except (regex.error, ValueError, OverflowError, RecursionError, MemoryError):
        return None
