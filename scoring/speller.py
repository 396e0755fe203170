"""The words of a language: which are known, and which word an unknown one was meant to be.

A word counts as misspelt only when Hunspell, simplemma and the trade's own list do not know it *and* it lies next to
a well-known word. Hunspell's own suggestions take 350 ms; a list of common words, most used first, gives them in
well under one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from importlib import resources
from threading import Lock
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from scoring import lexicon
from scoring import text as cut

if TYPE_CHECKING:
    from hunspell import HunspellWrap

SHORTEST = 4
"""Shorter words are not judged: they lie too close together."""
_DICTIONARIES = {"nl": "nl", "en": "en_GB"}
_ALSO_READ = {"nl": ("en",), "en": ()}
"""Dutch replies hold English words (feedback, refund); English ones hardly any Dutch."""
_TWO_SLIPS_FROM = 7
_FIRST_LETTER_FROM = 6
"""From this length the first letter may be the wrong one; in shorter words that makes another word."""
_SHORT_WORD_RANK = 4000
"""How common a word must be to be what a four-letter word was meant to be: short words lie close together."""
_TWO_SLIPS_RANK = 15000
_EVERYDAY_RANK = 6000
"""A slip in a word this common is a slip, also when it happens to read as a compound ("mogen" + "lijk")."""
_SHORT_PART_RANK = 2500
_PART = 4
_DRAWN_OUT = re.compile(
    r"([aeiouy])\1\1|(.)\2\2+$|(.)\3{3}|^[^aeiouyàâäéèêëïîöôü]+$|^(?:(?:ha|he|hi|ho|ah|eh){2,}h?|o+h+|a+h+|hè+)$"
)
"""Written to be heard: "jaaa", "yesss", "pfff", "haha"."""
_LINKS = ("", "s", "e", "en", "n")
_SMALL = ("etje", "tje", "pje", "kje", "je", "eke", "ske", "pke", "ke")
"""Endings of diminutives, the Flemish ones too."""


@lru_cache(maxsize=16384)
def correction(word: str, lang: str) -> str | None:
    """What a word was meant to be.

    Args:
        word: One word in lower case.
        lang: "nl" or "en".

    Returns:
        None when the word is known; "" when it is not and nothing tells what was meant; otherwise the right word.
    """
    known = speller(lang)
    if word in known.slips:
        return known.slips[word]
    if known.knows(word):
        return None
    near, rank = known.one_slip(word)
    if near and rank < _EVERYDAY_RANK:
        return near
    if known.is_compound(word):
        return None
    return near or known.slip_in_part(word) or known.two_slips(word)


class Speller:
    """The words of one language: the dictionary, the trade's own list, and common words by how common they are."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.own = frozenset(cut.fold(w) for w in lexicon.load("spelling", lang)["accept"])
        pairs = (item.split(" > ") for item in lexicon.load("spelling", lang)["mistakes"])
        self.slips: dict[str, str] = {wrong: right for wrong, right in pairs}  # noqa: C416 dict() loses the types
        self.rank = {word: rank for word, rank in _common(lang).items() if word not in self.slips}
        self.letters = "abcdefghijklmnopqrstuvwxyz" + ("éëïöè" if lang == "nl" else "")
        self._lock = Lock()

    @cached_property
    def dictionary(self) -> HunspellWrap:
        """Hunspell with the dictionary in this package."""
        import hunspell

        with resources.as_file(resources.files("scoring.lexicon") / "hunspell") as folder:
            return hunspell.Hunspell(_DICTIONARIES[self.lang], hunspell_data_dir=str(folder))

    @cached_property
    def without_accents(self) -> frozenset[str]:
        """Common words with their accents off: on a telephone people type "geinformeerd" and "cafe"."""
        return frozenset(cut.fold(w) for w in self.rank if not w.isascii())

    @cached_property
    def by_start(self) -> dict[tuple[str, int], list[str]]:
        """Well-known words by first letter and length, most common first."""
        out: dict[tuple[str, int], list[str]] = {}
        for word, rank in self.rank.items():
            if rank < _TWO_SLIPS_RANK and len(word) >= _TWO_SLIPS_FROM - 1:
                out.setdefault((word[0], len(word)), []).append(word)
        return out

    def spells(self, word: str) -> bool:
        """True when the dictionary has the word, also as a name."""
        with self._lock:
            return bool(self.dictionary.spell(word)) or bool(self.dictionary.spell(word.capitalize()))

    def knows(self, word: str) -> bool:
        """True when any list has the word, or it is no word to judge ("haha", "jaaa")."""
        if word in self.rank or cut.fold(word) in self.own or _DRAWN_OUT.search(word):
            return True
        if self.spells(word) or _in_simplemma(word, self.lang):
            return True
        if word.isascii():
            if word in self.without_accents:
                return True
        elif cut.fold(word) in self.rank or self.spells(cut.fold(word)):
            return True  # an accent for stress: "níet"
        return self._is_formed(word) or any(word in _common(other) for other in _ALSO_READ[self.lang])

    def is_part(self, word: str) -> bool:
        """True when a word is common enough to be a part of a compound."""
        if len(word) < 3:
            return False
        if len(word) < _PART:
            return self.rank.get(word, _SHORT_PART_RANK) < _SHORT_PART_RANK
        return word in self.rank or word in self.own or (len(word) > _PART and self.spells(word))

    def _is_formed(self, word: str) -> bool:
        """True for a form of a known word that lists forget: "filmpke", "descaler"."""
        if self.lang == "nl":
            bare = word.removesuffix("s")
            stems = [bare.removesuffix(small) for small in _SMALL if bare.endswith(small)]
        else:
            stems = [word.removesuffix(end) for end in ("s", "er", "ers", "r", "rs") if word.endswith(end)]
            stems = [stem for stem in stems if len(stem) >= _PART]
        return any(stem in self.rank or (len(stem) >= _PART and self.spells(stem)) for stem in stems)

    def is_compound(self, word: str, most: int = 3) -> bool:
        """True for a word made of two or three known ones, in English of two."""
        most = min(most, 3 if self.lang == "nl" else 2)
        for at in range(3, len(word) - 2):
            head, tail = word[:at], word[at:]
            if not self.is_part(head):
                continue
            for link in _LINKS if self.lang == "nl" else ("",):
                rest = tail.removeprefix(link)
                if link and rest == tail:
                    continue
                if self.is_part(rest) or (most > 2 and self.is_compound(rest, most - 1)):
                    return True
        return False

    def one_slip(self, word: str) -> tuple[str, int]:
        """The most likely common word at one slip, and how common it is; ("", -1) when there is none."""
        best: tuple[float, str] | None = None
        for candidate, likely in _edits(word, self.letters):
            rank = self.rank.get(candidate)
            if rank is None or (len(word) == SHORTEST and rank > _SHORT_WORD_RANK):
                continue
            if candidate[0] != word[0] and len(word) < _FIRST_LETTER_FROM:
                continue
            if best is None or (rank + 1) * likely < best[0]:
                best = ((rank + 1) * likely, candidate)
        return (best[1], self.rank[best[1]]) if best else ("", -1)

    def two_slips(self, word: str) -> str:
        """The nearest well-known word at two slips that starts with the same letter, or ""."""
        if len(word) < _TWO_SLIPS_FROM:
            return ""
        for length in sorted(range(len(word) - 2, len(word) + 3), key=lambda n: abs(n - len(word))):
            hit = process.extractOne(
                word, self.by_start.get((word[0], length), ()), scorer=OSA.distance, score_cutoff=2
            )
            if hit:
                return str(hit[0])
        return ""

    def slip_in_part(self, word: str) -> str:
        """The compound that was meant, when one of its two parts has one slip: "bestelnumer", or ""."""
        if self.lang != "nl":
            return ""
        for at in range(_PART, len(word) - _PART + 1):
            head, tail = word[:at], word[at:]
            for good, wrong, whole in ((head, tail, "{0}{1}"), (tail, head, "{1}{0}")):
                if len(wrong) < _PART + 1 or good not in self.rank:
                    continue
                meant, rank = self.one_slip(wrong)
                joined = whole.format(good, meant)
                if meant and rank < _EVERYDAY_RANK and self.spells(joined):
                    return joined
        return ""


def _edits(word: str, letters: str) -> Iterator[tuple[str, float]]:
    """Words at one slip, with a factor: under 1 for the slips that fingers make most."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :], 0.3 if word[at] in word[max(0, at - 1) : at] else 1.0
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :], 0.3
        for letter in letters:
            yield word[:at] + letter + word[at + 1 :], 1.0
            yield word[:at] + letter + word[at:], 0.3 if letter == word[at] else 1.0
    for letter in letters:
        yield word + letter, 1.0


@lru_cache(maxsize=4)
def speller(lang: str) -> Speller:
    """The words of a language, loaded at first use and shared."""
    return Speller(lang)


@lru_cache(maxsize=4)
def _common(lang: str) -> dict[str, int]:
    raw = (
        resources.files("scoring.lexicon").joinpath(f"hunspell/common.{lang}.txt").read_text(encoding="utf-8")
    )
    return {word: rank for rank, word in enumerate(raw.split())}


def _in_simplemma(word: str, lang: str) -> bool:
    import simplemma

    return bool(simplemma.is_known(word, lang=lang))
