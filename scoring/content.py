"""What a text is about: its content words and numbers, comparable across inflection, compounds and number words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from scoring import lexicon
from scoring import text as cut
from scoring.reading import lemma
from scoring.text import Span

_TIME = re.compile(r"(?<![\d.,])(\d{1,2})(?:[.:](\d\d))?\s?(uur|u\b|pm|am|p\.m|a\.m)?(?![\d,])")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SHARED_PART = 5
"""Letters that two words must share at their head or tail to count as one subject (pillen, bloeddrukpillen)."""
_ENDINGS = {
    "nl": ("ingen", "jes", "tje", "ing", "en", "je", "er", "es", "e", "s", "t", "d", "n"),
    "en": ("ings", "ing", "ies", "ers", "ed", "es", "er", "ly", "s", "e", "y"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A content word or number with its place.

    Attributes:
        key: Lemma, folded; numbers as "#3".
        stem: The word without its endings, for words that the lemma list does not join.
        span: Where it stands.
    """

    key: str
    stem: str
    span: Span

    @property
    def is_number(self) -> bool:
        """True for digits, number words and times."""
        return self.key.startswith("#")


@lru_cache(maxsize=8)
def _small_words(lang: str, *lists: str) -> frozenset[str]:
    return frozenset(cut.fold(w) for name in lists for w in lexicon.examples("content", lang, name))


def function_words(lang: str) -> frozenset[str]:
    """Words that build sentences and say nothing by themselves, folded."""
    return _small_words(lang, "function")


def generic_words(lang: str) -> frozenset[str]:
    """Words of any customer service message, folded."""
    return _small_words(lang, "generic")


@lru_cache(maxsize=4)
def _numbers(lang: str) -> dict[str, str]:
    return dict(item.split("=") for item in lexicon.examples("content", lang, "numbers"))


@lru_cache(maxsize=8192)
def terms(text: str, lang: str, *, generic: bool = False) -> tuple[Term, ...]:
    """Content words and numbers of a text, in order.

    Args:
        text: Any text.
        lang: "nl" or "en".
        generic: Whether the small change of customer service ("message", "sorry") counts too.
    """
    skip = _small_words(lang, "function") if generic else _small_words(lang, "function", "generic")
    out: list[Term] = []
    for word in cut.words(text):
        folded = cut.fold(word.text)
        number = _numbers(lang).get(folded)
        if number:
            out.append(Term(f"#{number}", "", word))
        elif folded[0].isdigit():
            continue
        elif len(folded) > 1 and folded not in skip:
            base = lemma(word.text, lang)
            if base not in skip:
                out.append(Term(base, stem(folded, lang), word))
    out.extend(_digits(text))
    return tuple(sorted(out, key=lambda t: t.span.start))


def _digits(text: str) -> list[Term]:
    out: list[Term] = []
    for m in _DIGITS.finditer(text):
        value = m.group().replace(",", ".")
        after = text[m.end() : m.end() + 6].lower()
        keys = {value, value.removesuffix(".00")}
        hour = re.fullmatch(r"(\d{1,2})(?:\.00)?", value)
        if hour and 12 < int(hour.group(1)) <= 24:
            keys.add(str(int(hour.group(1)) - 12))
        if hour and re.match(r"\s?p\.?m", after):
            keys.add(str(int(hour.group(1)) + 12))
        out.extend(Term(f"#{k}", "", Span(m.group(), m.start(), m.end())) for k in sorted(keys))
    return out


@lru_cache(maxsize=16384)
def stem(word: str, lang: str) -> str:
    """A word without its endings and doubled letters: cruder than a lemma, joins more."""
    if lang == "nl" and word.startswith("ge") and len(word) > 6:
        word = word[2:]
    for ending in _ENDINGS[lang]:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    word = re.sub(r"([aeou])\1", r"\1", word)
    return re.sub(r"(.)\1$", r"\1", word).replace("z", "s").replace("v", "f")


def same(a: Term, b: Term) -> bool:
    """Whether two terms are about the same thing: one lemma or stem, or a part of a compound."""
    if a.is_number or b.is_number:
        return a.key == b.key
    if a.key == b.key or (a.stem == b.stem and len(a.stem) >= 3):
        return True
    short, long = sorted((a.stem, b.stem), key=len)
    return (
        len(short) >= _SHARED_PART - 1
        and len(long) > len(short)
        and (long.endswith(short) or long.startswith(short))
    )


def shared(text_terms: tuple[Term, ...], other: tuple[Term, ...]) -> list[Term]:
    """Terms of the first that the second has too, each subject once."""
    keys = {o.key for o in other}
    stems = _stems(other)
    out: list[Term] = []
    for term in text_terms:
        if (term.key in keys or _joins(term, stems)) and not _has(out, term):
            out.append(term)
    return out


class _Stems(NamedTuple):
    """The stems of a text, and the beginnings and ends of them that are long enough to be a part of a compound."""

    whole: frozenset[str]
    parts: frozenset[str]


def _stems(terms_: tuple[Term, ...]) -> _Stems:
    whole = frozenset(t.stem for t in terms_ if len(t.stem) >= 3)
    return _Stems(whole, frozenset(part for stem in whole for part in _parts(stem)))


def _parts(stem: str) -> Iterator[str]:
    for length in range(_SHARED_PART - 1, len(stem)):
        yield stem[:length]
        yield stem[-length:]


def _joins(term: Term, stems: _Stems) -> bool:
    """Whether a term is, or is part of, a word with one of these stems; the quick form of `same` for many."""
    if term.is_number or len(term.stem) < 3:
        return False
    mine = term.stem
    return mine in stems.whole or mine in stems.parts or any(part in stems.whole for part in _parts(mine))


class Subjects:
    """What a text is about, ready to be asked about many terms."""

    def __init__(self, text_terms: tuple[Term, ...]) -> None:
        self._keys = frozenset(t.key for t in text_terms)
        self._stems = _stems(text_terms)
        self._seen: dict[str, bool] = {}

    def has(self, term: Term) -> bool:
        """Whether the text has this term, a form of it, or a compound with it (as `same`)."""
        if term.is_number or term.key in self._keys:
            return term.key in self._keys
        known = self._seen.get(term.stem)
        if known is None:
            known = self._seen[term.stem] = _joins(term, self._stems)
        return known


@lru_cache(maxsize=2048)
def subjects(text: str, lang: str, *, generic: bool = False) -> Subjects:
    """The subjects of a text; see `terms`."""
    return Subjects(terms(text, lang, generic=generic))


@lru_cache(maxsize=4096)
def wanted(text: str, lang: str, *, generic: bool = False) -> tuple[Term, ...]:
    """The terms of a text, each subject once."""
    return tuple(distinct(terms(text, lang, generic=generic)))


def _has(seen: list[Term], term: Term) -> bool:
    return any(same(term, t) for t in seen)


def distinct(text_terms: tuple[Term, ...]) -> list[Term]:
    """Each subject once."""
    return shared(text_terms, text_terms)
