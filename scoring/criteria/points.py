"""The scenario's own points: what this very reply should say, and what it must not say.

A point is met by meaning, not by its words: the nearest piece of the reply is compared with the phrasings that the
trainer gave (or, without them, with the expectation itself and the facts that it rests on), together with the share
of the words and numbers that matter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring import content, lexicon, meaning
from scoring import text as cut
from scoring.model import Dimension, Point, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting
from scoring.text import Span

_FLOOR, _FULL = 0.30, 0.62
"""Evidence below which a point is missing and from which it is met; phrasings of the same thing reach .6 and more,
other sentences about the same case .3 (tests/scoring/examples/points.yaml)."""
_FLOOR_SAY, _FULL_SAY = 0.14, 0.40
"""The same without phrasings: "Zeg dat ..." is an instruction and never as near as an example. Chosen on 84 rated
replies without harmful faults: mean coverage .45 at protocol level 2 and .80 at level 5 (ratings/replies.json)."""
_SAY, _FACT, _WORDS = 0.6, 0.25, 0.15
"""What nearness to the expectation, nearness to its facts and shared words weigh there; nearness tells most."""
_FACT_NEAR = 0.35
"""Likeness from which a fact of the case belongs to a point."""
_NO_FACT = 1.3
"""A reply is that much nearer to the fact behind an expectation than to the expectation itself (same ratings)."""
_DENIED = 0.6
"""What is left when the same words are said with a "not" too many or too few."""
_MARGIN = 0.02
"""How much nearer to a phrasing than to a wording that is not enough."""
_SPLIT = re.compile(r"\s*;\s*|\s*:\s+|,?\s+(?:en zeg|en vraag|en noem|en leg|and say|and tell|and ask)\s+")


def _asked_points(situation: Situation) -> list[Point]:
    return [p for p in situation.points if not p.forbidden]


def _own_points(reading: Reading, situation: Situation) -> list[Sighting]:
    out = []
    for point in _asked_points(situation):
        params = (("point", point.id), ("weight", str(point.weight)), ("say", point.say))
        strength, piece = _coverage(reading, situation, point)
        if piece is None or strength <= 0:
            out.append(Sighting("missing", strength=0.0, params=params))
            continue
        code = "met" if strength >= 0.7 else "partly"
        out.append(Sighting(code, piece.start, piece.end, round(strength, 3), params))
    return out


def _coverage(reading: Reading, situation: Situation, point: Point) -> tuple[float, Span | None]:
    """How fully a point is said, 0-1, and the piece that says it."""
    if point.phrasings:
        return _said(reading, situation, point.phrasings, point.not_enough, (_FLOOR, _FULL))
    found = [_by_expectation(reading, situation, part) for part in _parts(point.say, situation.lang)]
    return sum(s for s, _ in found) / len(found), max(found, key=lambda f: f[0])[1]


def _by_expectation(reading: Reading, situation: Situation, part: str) -> tuple[float, Span | None]:
    lang = situation.lang
    near, piece = reading.nearest((part,))
    if piece is None:
        return 0.0, None
    facts = _facts_of(part, situation.facts)
    by_fact, at_fact = reading.nearest(facts) if facts else (near * _NO_FACT, piece)
    mine = content.terms(reading.body, lang, generic=True)
    wanted = content.distinct(content.terms(part, lang, generic=True))
    evidence = _SAY * near + _FACT * by_fact + _WORDS * _share(wanted, mine)
    strength = min(1.0, max(0.0, (evidence - _FLOOR_SAY) / (_FULL_SAY - _FLOOR_SAY)))
    if at_fact and any(_contradicts(at_fact, f, lang) for f in facts):
        strength *= _DENIED
    return strength * _numbers_kept(wanted, mine), at_fact if facts and by_fact > near else piece


@lru_cache(maxsize=2048)
def _facts_of(part: str, facts: tuple[str, ...]) -> tuple[str, ...]:
    """The facts of the case that an expectation rests on: the two nearest sentences."""
    sentences = [s.text for f in facts for s in cut.sentences(f)]
    near = sorted(((meaning.similarity(part, f), f) for f in sentences), reverse=True)
    return tuple(f for value, f in near[:2] if value >= _FACT_NEAR)


def _said(
    reading: Reading,
    situation: Situation,
    phrasings: tuple[str, ...],
    not_enough: tuple[str, ...],
    band: tuple[float, float],
) -> tuple[float, Span | None]:
    floor, full = band
    mine = content.terms(reading.body, situation.lang, generic=True)
    best: tuple[float, Span | None] = (0.0, None)
    for phrasing in phrasings:
        wanted = content.distinct(content.terms(phrasing, situation.lang, generic=True))
        share = _share(wanted, mine)
        for piece in _pieces(reading):
            near = meaning.similarity(piece.text, phrasing)
            if not_enough and meaning.best_similarity(piece.text, not_enough) > near - _MARGIN:
                continue
            denied = _contradicts(piece, phrasing, situation.lang)
            evidence = 0.7 * near * _DENIED if denied else 0.7 * near + 0.3 * share
            strength = min(1.0, max(0.0, (evidence - floor) / (full - floor)))
            if strength > best[0]:
                best = (strength, piece)
        best = (best[0] * _numbers_kept(wanted, mine), best[1])
    return best


def _pieces(reading: Reading) -> list[Span]:
    """Pieces of the reply, and what is left of a sentence after "Hoi Sanne,": a greeting blurs the meaning."""
    out = list(reading.pieces)
    for sentence in reading.sentences:
        out += [c for c in cut.clauses(sentence) if c not in out and len(cut.words(c.text)) >= 4]
    return out


def _share(wanted: list[content.Term], mine: tuple[content.Term, ...]) -> float:
    if not wanted:
        return 0.0
    return len([t for t in wanted if any(content.same(t, m) for m in mine)]) / len(wanted)


def _numbers_kept(wanted: list[content.Term], mine: tuple[content.Term, ...]) -> float:
    """A point that turns on a number ("30 dagen") is half said without it."""
    numbers = [t for t in wanted if t.is_number]
    if not numbers:
        return 1.0
    kept = any(content.same(n, m) for n in numbers for m in mine)
    return 1.0 if kept else 0.6


def _contradicts(piece: Span, phrasing: str, lang: str) -> bool:
    """True when the two share their words but only one of them denies ("is bevestigd", "is niet bevestigd")."""
    if _denies(piece.text, lang) == _denies(phrasing, lang):
        return False
    wanted = content.distinct(content.terms(phrasing, lang, generic=True))
    share = _share(wanted, content.terms(piece.text, lang, generic=True))
    return share >= 0.6 and len(wanted) >= 2


@lru_cache(maxsize=4096)
def _denies(text: str, lang: str) -> bool:
    words = [cut.fold(w.text) for w in cut.words(text)]
    no = frozenset(cut.fold(w) for w in lexicon.examples("points", lang, "negation"))
    return sum(w in no for w in words) % 2 == 1


@lru_cache(maxsize=1024)
def _parts(say: str, lang: str) -> tuple[str, ...]:
    """An expectation without its "Zeg dat", cut where it asks two things."""
    parts = [p for p in _SPLIT.split(say.strip().rstrip(".")) if p and len(cut.words(p)) > 1]
    return tuple(_without_lead_in(p, lang) for p in parts) or (say,)


def _without_lead_in(part: str, lang: str) -> str:
    m = lexicon.pattern("points", lang, "lead_ins").match(cut.fold(part))
    rest = part[m.end() :].strip(" ,:") if m else part
    return rest if len(cut.words(rest)) > 1 else part


def _forbidden_points(reading: Reading, situation: Situation) -> list[Sighting]:
    out = []
    for point in situation.points:
        if point.forbidden and (found := _breaks(reading, situation, point)):
            near, piece = found
            params = (("point", point.id), ("say", point.say))
            out.append(Sighting("flagged", piece.start, piece.end, near, params))
    return out


def _breaks(reading: Reading, situation: Situation, point: Point) -> tuple[float, Span] | None:
    """The piece that says what it must not, only when it is unmistakable: accusations must be right."""
    wordings = point.phrasings or _parts(point.say, situation.lang)
    need = 0.6 if point.phrasings else 0.7  # an instruction is no example: ask for more
    best: tuple[float, Span] | None = None
    for piece in _pieces(reading):
        for wording in wordings:
            near = meaning.similarity(piece.text, wording)
            if near < need or _denies(piece.text, situation.lang) != _denies(wording, situation.lang):
                continue
            if (
                point.not_enough
                and meaning.best_similarity(piece.text, point.not_enough) > near - 2 * _MARGIN
            ):
                continue
            if not point.phrasings and not _same_words(piece, wording, situation.lang):
                continue
            if best is None or near > best[0]:
                best = (near, piece)
    return (1.0, best[1]) if best else None


def _same_words(piece: Span, wording: str, lang: str) -> bool:
    wanted = content.distinct(content.terms(wording, lang))
    return len(wanted) >= 2 and _share(wanted, content.terms(piece.text, lang)) >= 0.6


CRITERIA = (
    Criterion(
        id="protocol.own_points",
        dimension=Dimension.PROTOCOL,
        kind=Kind.EXPECTED,
        weight=2,
        principle="R1",
        find=_own_points,
        applies=lambda s: bool(_asked_points(s)),
        internal_too=True,
        source="what the scenario's author asks of this turn",
    ),
    Criterion(
        id="protocol.forbidden_points",
        dimension=Dimension.PROTOCOL,
        kind=Kind.FAULT,
        weight=40,
        principle="R1",
        find=_forbidden_points,
        applies=lambda s: any(p.forbidden for p in s.points),
        internal_too=True,
        source="what the scenario's author rules out",
    ),
)
