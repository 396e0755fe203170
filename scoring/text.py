"""Cutting a reply into sentences and words, with the place of each in the text as it was typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

URL = re.compile(
    # The full stop or comma behind a link belongs to the sentence.
    r"(?:(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:nl|be|com|org|net|eu|uk|example)\b(?:/\S*)?)"
    r"(?<![.,;:!?)\]\"'])",
    re.IGNORECASE,
)
MENTION = re.compile(r"(?<!\w)[@#][\w.]*\w")
INITIALS = re.compile(r"[\^/~-]\s?[A-Z][A-Za-z]{0,3}\b\.?(?=\s*(?:\(?\d/\d\)?)?\s*(?:$|\n))", re.MULTILINE)
PART_MARK = re.compile(r"\(?\b[1-9]\s?/\s?[1-9]\b\)?")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*", re.UNICODE)
_ABBREVIATION = re.compile(
    r"(?:\b(?:o\.a|bijv|bv|d\.w\.z|m\.b\.t|i\.v\.m|t\.a\.v|a\.u\.b|mevr|mw|dhr|dr|mr|nr|ca|incl|excl|evt|resp|"
    r"e\.g|i\.e|mrs|ms|approx|st|vs|no)|(?-i:\b[A-Z]))\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 12
"""Characters before a full stop that are looked at; all of them would cost the square of a long text."""
_BREAK = re.compile(r"(?:[.!?…]+[\"'”’)\]]*|\n+)(?=\s|$|[A-Z(])|\n+")
_CLAUSE = re.compile(
    r"\s*(?:[,;:–—]|\s-\s|\b(?:maar|want|dus|zodat|omdat|terwijl|but|because|so that|while)\b)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the reply: text[start:end], offsets in code points."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case, plain apostrophes, no accents: for comparing names and words.

    The length is kept for every character that has a single-letter base, so that offsets of patterns found in
    folded text are offsets in the text itself.
    """
    if text.isascii():  # most words: the same, ten times as fast
        return text.lower().replace("`", "'")
    return "".join(_fold_char(c) for c in text)


_LOOKALIKES = dict(zip("аеорсухкмтвнігѕАЕОРСУХКМТВНІ", "aeopcyxkmtbhirsaeopcyxkmtbhi", strict=True))
"""Cyrillic letters that look Latin: who writes an insult with them means the Latin one."""


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in "’‘`´":
        return "'"
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def sentences(text: str) -> tuple[Span, ...]:
    """Sentences of a reply, by punctuation and line ends; times, amounts and abbreviations do not end one.

    Args:
        text: Any text.

    Returns:
        Spans without surrounding white space, in order.
    """
    cuts = [
        m.end()
        for m in _BREAK.finditer(text)
        if not _ABBREVIATION.search(text[max(0, m.end() - _LONGEST_ABBREVIATION) : m.end()].rstrip("\n"))
    ]
    return tuple(
        s for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True) if (s := _strip(text, a, b)).text
    )


def clauses(sentence: Span) -> tuple[Span, ...]:
    """Parts of a sentence between commas and conjunctions, with their place in the whole reply."""
    cuts = [(m.start(), m.end()) for m in _CLAUSE.finditer(sentence.text) if m.end() > m.start()]
    starts = [0, *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), len(sentence.text)]
    parts = [
        Span(sentence.text[a:b], sentence.start + a, sentence.start + b)
        for a, b in zip(starts, ends, strict=True)
        if sentence.text[a:b].strip()
    ]
    return tuple(parts)


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[Span, ...]:
    """Words with their places; digits count as words, punctuation and emoji do not."""
    return tuple(Span(m.group(), m.start(), m.end()) for m in _WORD.finditer(text))


def _strip(text: str, start: int, end: int) -> Span:
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip())
    right = len(raw.rstrip())
    return Span(raw[left:right], start + left, start + max(left, right))
