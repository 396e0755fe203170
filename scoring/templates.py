"""How far a reply is a copy of a standard reply, also when words are changed, moved or added."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from scoring import text as cut
from scoring.address import core, core_of
from scoring.model import StandardReply
from scoring.reading import Reading

_SHORTEST = 5
"""A standard reply with fewer words ("Dank je wel!") is anybody's sentence: no copy can be told."""
_HALF = 0.5
"""A standard reply counts towards a pair of them when half of it was taken."""


@dataclass(frozen=True, slots=True)
class Copy:
    """How a reply and a standard reply overlap.

    Attributes:
        source: The standard reply.
        of_reply: Share of the reply's word triples that come from it, 0-1.
        of_source: Share of its word triples that are in the reply, 0-1.
        alike: Likeness of the two as bags of words, 0-1 (rapidfuzz token_sort_ratio).
        start: First code point of the copied words.
        end: One past the last.
    """

    source: StandardReply
    of_reply: float
    of_source: float
    alike: float
    start: int
    end: int


def closest(reading: Reading, *, allowed: bool | None = None) -> Copy | None:
    """The standard reply that this reply copies most; None when the house has none to compare with.

    Args:
        reading: The reply.
        allowed: Only those that are (not) permitted here; all when None.
    """
    situation = reading.situation
    chosen = [s for s in situation.rules.standard_replies if allowed is None or s.allowed is allowed]
    if not chosen:
        return None
    # Links are blanked in both: they are compared as words would be.
    mine = core(reading)
    copies = [c for s in chosen if (c := _compare(mine, s, core_of(s.text, situation)))]
    best = max(copies, key=lambda c: (max(c.of_reply, c.alike), c.of_source), default=None)
    if best and len(copies) > 1:
        # Two standard replies behind one another are a standard reply as well.
        together = min(1.0, sum(c.of_reply for c in copies if c.of_source >= _HALF))
        best = replace(best, of_reply=max(best.of_reply, together))
    return best


@lru_cache(maxsize=256)
def _compare(text: str, standard: StandardReply, theirs_text: str) -> Copy | None:
    mine, source = _words(text), _words(theirs_text)
    if len(source) < _SHORTEST or not mine:
        return None
    theirs = _triples(tuple(w for w, _ in source))
    triples = [tuple(w for w, _ in mine[i : i + 3]) for i in range(len(mine) - 2)]
    hits = [i for i, triple in enumerate(triples) if triple in theirs]
    covered = {i + k for i in hits for k in range(3)}
    spans = [mine[i][1] for i in sorted(covered)]
    alike = fuzz.token_sort_ratio(" ".join(w for w, _ in mine), " ".join(w for w, _ in source)) / 100
    return Copy(
        standard,
        of_reply=len(covered) / len(mine),
        of_source=len({triples[i] for i in hits}) / max(1, len(theirs)),
        alike=alike,
        start=spans[0].start if spans else mine[0][1].start,
        end=spans[-1].end if spans else mine[-1][1].end,
    )


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[tuple[str, cut.Span], ...]:
    return tuple((re.sub(r"\W", "", cut.fold(w.text)), w) for w in cut.words(text))


@lru_cache(maxsize=512)
def _triples(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[i : i + 3] for i in range(len(words) - 2))
