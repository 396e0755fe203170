"""The sentences and clauses of a reply in the employee's own voice, with the moves that each makes.

Not a criterion itself: the tone criteria ask it. The moves come from scoring/moves.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scoring import address, lexicon
from scoring import text as cut
from scoring.moves import moves_of, unfriendly
from scoring.reading import MOST_SENTENCES, Reading
from scoring.text import Span

_QUOTED = re.compile(
    r"(?<!\w)(?:'(?P<a>[^'\n]{2,80})'(?!\w)|\"[^\"\n]{2,80}\"|[\u201c\u201e][^\u201d\n]{2,80}\u201d)"
)
_CLAUSE_WORDS = 3
"""Shortest clause whose meaning is compared on its own: shorter ones mean nothing by themselves."""
_EDGE = re.compile(r"^[\s,;:.!?\u2013-]+|[\s,;:]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or clause of the reply, without salutation and names, with the moves it makes.

    Attributes:
        span: Its place in the reply.
        folded: Its text, folded: search patterns in this.
        moves: See `moves_of`.
        unfriendly: How likely it is meant unfriendly, by itself and by what stands beside it, 0-1.
        whole: True for a sentence, False for a clause of one.
    """

    span: Span
    folded: str
    moves: dict[str, float]
    unfriendly: float
    whole: bool

    @property
    def asks(self) -> bool:
        """True for a question."""
        return self.span.text.rstrip().endswith("?")

    def is_mostly(self, *names: str) -> bool:
        """True when one of these moves is the strongest that the piece makes."""
        return max(self.moves, key=lambda m: self.moves[m]) in names


@lru_cache(maxsize=64)
def own_voice(reading: Reading) -> str:
    """The reply without salutation, names, signature and quoted words; blanked, so offsets hold.

    What the customer said and the employee quotes is not the employee's tone.
    """
    return _unquoted(address.core(reading))


@lru_cache(maxsize=256)
def _unquoted(core: str) -> str:
    flat = "".join("'" if c in "\u2018\u2019`\u00b4" else c for c in core)
    for m in _QUOTED.finditer(flat):
        core = core[: m.start()] + " " * (m.end() - m.start()) + core[m.end() :]
    return core


@lru_cache(maxsize=64)
def folded_voice(reading: Reading) -> str:
    """`own_voice`, folded."""
    return cut.fold(own_voice(reading))


@lru_cache(maxsize=64)
def pieces(reading: Reading) -> tuple[Piece, ...]:
    """Sentences of the reply and their clauses, in the employee's own voice."""
    spans = _spans(reading)
    moves = moves_of(tuple(plain(s.text) for s, _ in spans))
    whole = [(s, m) for (s, is_whole), m in zip(spans, moves, strict=True) if is_whole]
    out = []
    for (span, is_whole), mine in zip(spans, moves, strict=True):
        beside = [m for s, m in whole if s.end <= span.start or s.start >= span.end]
        out.append(Piece(span, cut.fold(span.text), mine, unfriendly(mine, beside), is_whole))
    return tuple(out)


def texts(reading: Reading) -> list[str]:
    """What `pieces` will ask the meaning of."""
    return [plain(s.text) for s, _ in _spans(reading)]


@lru_cache(maxsize=64)
def _spans(reading: Reading) -> tuple[tuple[Span, bool], ...]:
    """Sentences (True) and clauses (False)."""
    spans: list[tuple[Span, bool]] = []
    for sentence in cut.sentences(own_voice(reading))[:MOST_SENTENCES]:
        spans.append((_trim(sentence), True))
        parts = [c for c in cut.clauses(sentence) if len(cut.words(c.text)) >= _CLAUSE_WORDS]
        spans += [(_trim(c), False) for c in parts] if len(parts) > 1 else []
    return tuple((s, whole) for s, whole in spans if any(c.isalpha() for c in s.text))


_GAP = re.compile(r"\s+(?=[,.!?;:])|(?<=,)\s*,")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def plain(text: str) -> str:
    """A text as it is judged: the holes that names leave are closed, and all numbers are alike.

    Whether it is 6 days or 9, the tone is the same; to the encoder it is not.
    """
    return _NUMBER.sub("3", _GAP.sub("", re.sub(r"\s+", " ", text)))


def _trim(span: Span) -> Span:
    text, start = span.text, span.start
    head = _EDGE.match(text)
    if head and head.start() == 0:
        text, start = text[head.end() :], start + head.end()
    text = text.rstrip(" ,;:\n\t")
    return Span(text, start, start + len(text))


def hits(reading: Reading, topic: str, key: str) -> list[Span]:
    """Places in the employee's own voice where a list of patterns matches."""
    return list(_hits(reading, topic, key))


@lru_cache(maxsize=512)
def _hits(reading: Reading, topic: str, key: str) -> tuple[Span, ...]:
    voice = own_voice(reading)
    found = lexicon.pattern(topic, reading.situation.lang, key).finditer(folded_voice(reading))
    return tuple(Span(voice[m.start() : m.end()], m.start(), m.end()) for m in found if m.end() > m.start())


@lru_cache(maxsize=8192)
def matches(topic: str, lang: str, key: str, folded: str) -> bool:
    """Whether a list of patterns matches somewhere in folded text."""
    return lexicon.pattern(topic, lang, key).search(folded) is not None
