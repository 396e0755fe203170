"""What a sentence does to the reader (sympathise, apologise, blame, ...), learnt from the example sentences.

Not a criterion itself: the tone criteria ask it. A kernel ridge regression on sentence vectors, one output a
move, solved once from lexicon/tone_moves.*.yaml. Both languages train together: the encoder puts a Dutch and an
English sentence of the same meaning in the same place. Compared with "nearest example minus nearest counter
example" it weighs all examples at once, so one odd example cannot carry the verdict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from scoring import address, lexicon, meaning
from scoring import text as cut
from scoring.reading import Reading
from scoring.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TOPIC = "tone_moves"
_SHARPNESS = 4.0
"""Width of the kernel exp(s * (cosine - 1)): chosen by leave-one-out on the examples, where
translations of the left-out sentence stay in: good for choosing, too rosy as a figure."""
_RIDGE = 0.3
"""Smoothing: how little one example may bend the outcome; chosen in the same way."""


@lru_cache(maxsize=1)
def _model() -> tuple[tuple[str, ...], NDArray[np.float64], NDArray[np.float64]]:
    """Names of the moves, vectors of the examples, weights (examples x moves)."""
    import numpy as np

    moves: dict[str, dict[str, None]] = {}
    for lang in ("nl", "en"):
        for move, sentences in lexicon.load(_TOPIC, lang).items():
            moves.setdefault(move, {}).update(dict.fromkeys(sentences))
    texts = list(dict.fromkeys(s for sentences in moves.values() for s in sentences))
    names = tuple(moves)
    # float64 once: numpy would otherwise convert all examples again for every reply.
    points = np.stack(meaning.vectors(tuple(texts))).astype(np.float64)
    target = np.array([[1.0 if t in moves[n] else 0.0 for n in names] for t in texts])
    kernel = np.exp(_SHARPNESS * (points @ points.T - 1))
    weights = np.linalg.solve(kernel + _RIDGE * np.eye(len(texts)), target)
    return names, points, weights


def moves_of(texts: tuple[str, ...]) -> list[dict[str, float]]:
    """How much each text makes each move: about 0 not at all, about 1 typically.

    Args:
        texts: Sentences or clauses with at least one word each; encoded together, which costs a fraction apiece.

    Returns:
        For each text, name of the move -> value.
    """
    import numpy as np

    if not texts:
        return []
    names, points, weights = _model()
    asked = np.stack(meaning.vectors(texts)).astype(np.float64)
    values = np.exp(_SHARPNESS * (asked @ points.T - 1)) @ weights
    return [dict(zip(names, (float(v) for v in row), strict=True)) for row in values]


_KIND = ("empathy", "apology", "thanks", "warm", "neutral")
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
        kind: The strongest of its friendly and neutral moves.
        whole: True for a sentence, False for a clause of one.
    """

    span: Span
    folded: str
    moves: dict[str, float]
    kind: float
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
    return _pieces(own_voice(reading))


@lru_cache(maxsize=256)
def _pieces(voice: str) -> tuple[Piece, ...]:
    spans: list[tuple[Span, bool]] = []
    for sentence in cut.sentences(voice):
        spans.append((_trim(sentence), True))
        parts = [c for c in cut.clauses(sentence) if len(cut.words(c.text)) >= _CLAUSE_WORDS]
        spans += [(_trim(c), False) for c in parts] if len(parts) > 1 else []
    spans = [(s, whole) for s, whole in spans if any(c.isalpha() for c in s.text)]
    moves = moves_of(tuple(_plain(s.text) for s, _ in spans))
    return tuple(
        Piece(s, cut.fold(s.text), m, max(m[k] for k in _KIND), w)
        for (s, w), m in zip(spans, moves, strict=True)
    )


_GAP = re.compile(r"\s+(?=[,.!?;:])|(?<=,)\s*,")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def _plain(text: str) -> str:
    """A text as it is encoded: the holes that names leave are closed, and all numbers are alike.

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
