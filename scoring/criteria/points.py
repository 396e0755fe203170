"""The scenario's own points: what this very reply should say, and what it must not say.

A point is met by meaning, not by its words: the nearest piece of the reply is compared with the phrasings that the
trainer gave (or, without them, with the expectation itself and the facts that it rests on), together with the share
of the words and numbers that matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from scoring import content, coverage, lexicon, meaning, patterns
from scoring import text as cut
from scoring.model import Dimension, Point, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting
from scoring.text import Span

if TYPE_CHECKING:
    from scoring.meaning import Vector

_FLOOR, _FULL = 0.30, 0.62
"""Evidence below which a point is missing and from which it is met; phrasings of the same thing reach .6 and more,
other sentences about the same case .3 (tests/scoring/examples/points.yaml)."""
_BEYOND_PHRASINGS = 0.8
"""How far a point is met at most in words that no phrasing foresaw: authors write five ways, trainees find fifty."""
_UNSURE = (0.25, 0.75)
"""Between these, an expectation without phrasings was judged met about as often as not (docs/scoring.md)."""
_FACT_NEAR = 0.35
"""Likeness from which a fact of the case belongs to a point."""
_DENIED = 0.6
"""What is left when the same words are said with a "not" too many or too few."""
_A_CONTACT = 3
"""Words that a link or account counts for: whoever points to the page that a point is about has said most of it."""
_MARGIN = 0.02
"""How much nearer to a phrasing than to a wording that is not enough."""
_SPLIT = re.compile(r"\s*;\s*|\s*:\s+|,?\s+(?:en zeg|en vraag|en noem|en leg|and say|and tell|and ask)\s+")


def _asked_points(situation: Situation) -> list[Point]:
    return [p for p in situation.points if not p.forbidden]


@lru_cache(maxsize=64)
def covered(reading: Reading) -> tuple[tuple[Point, float, Span | None], ...]:
    """Each expectation of the scenario, how fully the reply meets it (0-1), and the piece that does."""
    situation = reading.situation
    return tuple((p, *_coverage(reading, situation, p)) for p in _asked_points(situation))


def _own_points(reading: Reading, _situation: Situation) -> list[Sighting]:
    out = []
    for point, strength, piece in covered(reading):
        params = (("point", point.id), ("weight", str(point.weight)), ("say", point.say))
        if piece is None or strength <= 0:
            out.append(Sighting("missing", strength=0.0, params=params))
            continue
        code = "met" if strength >= 0.7 else "partly"
        unsure = not point.phrasings and _UNSURE[0] < strength < _UNSURE[1]
        out.append(Sighting(code, piece.start, piece.end, strength, params, unsure))
    return out


def _coverage(reading: Reading, situation: Situation, point: Point) -> tuple[float, Span | None]:
    """How fully a point is said, 0-1, and the piece that says it."""
    if matched := _by_pattern(reading, point):
        return 1.0, matched
    found = [_by_expectation(reading, situation, part) for part in parts_of(point.say, situation.lang)]
    strength, piece = sum(s for s, _ in found) / len(found), max(found, key=lambda f: f[0])[1]
    if not point.phrasings:
        return strength, piece
    said, where = _said(reading, situation.lang, point)
    learnt = 0.0 if _is_not_enough(piece, point) else _BEYOND_PHRASINGS * strength
    if piece is not None and _contradicts(piece, _nearest(piece, point), situation.lang):
        learnt *= _DENIED
    return (said, where) if said >= learnt else (learnt, piece)


def _by_pattern(reading: Reading, point: Point) -> Span | None:
    found = patterns.find(point.pattern, reading.text) if point.pattern else None
    return Span(reading.text[found[0] : found[1]], *found) if found else None


def _nearest(piece: Span, point: Point) -> str:
    wordings = _bare_all(point.phrasings)
    return wordings[int(meaning.similarities((piece.text,), wordings)[0].argmax())]


def _is_not_enough(piece: Span | None, point: Point) -> bool:
    """True when a piece is as near to a wording that does not count as to any that does."""
    fails = None if piece is None else _fails((piece,), point)
    if piece is None or fails is None:
        return False
    return float(fails[0]) > meaning.best_similarity(piece.text, _bare_all(point.phrasings)) - _MARGIN


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for an expectation being met: see scoring.coverage.

    Attributes:
        values: In the order of coverage.SIGNALS.
        asked: Vector of the expectation.
        said: Vector of the reply as a whole.
        piece: The piece of the reply that comes nearest.
        denied: True when that piece denies what the fact says.
    """

    values: tuple[float, ...]
    asked: Vector
    said: Vector
    piece: Span | None
    denied: bool


def signals_of(reading: Reading, situation: Situation, part: str) -> Signals:
    """Read the signals for one part of an expectation."""
    lang = situation.lang
    near, piece = reading.nearest((part,))
    facts = _facts_of(part, situation.facts)
    by_fact, at_fact = reading.nearest(facts) if facts else (near, piece)
    mine = content.subjects(reading.body, lang, generic=True)
    wanted = content.wanted(part, lang, generic=True)
    numbers = _numbers(wanted)
    asked, said = meaning.vector(part), meaning.whole(tuple(s.text for s in reading.sentences))
    values = (
        near,
        _share(wanted, mine),
        by_fact,
        float(not numbers or any(mine.has(n) for n in numbers)),
        float(asked @ said),
        _fresh(facts, situation, mine),
    )
    denied = at_fact is not None and any(_contradicts(at_fact, f, lang) for f in facts)
    return Signals(values, asked, said, at_fact if facts and by_fact > near else piece, denied)


_NO_FACTS = 0.3
"""What counts as the share of fresh words where an expectation rests on no fact: the mean of the others."""


def _fresh(facts: tuple[str, ...], situation: Situation, mine: content.Subjects) -> float:
    """Share of what the facts say and the customer did not that the reply has."""
    told = content.subjects(" ".join(situation.posts), situation.lang, generic=True)
    words = [t for f in facts for t in content.wanted(f, situation.lang) if not told.has(t)]
    return sum(mine.has(t) for t in words) / len(words) if words else _NO_FACTS


def _by_expectation(reading: Reading, situation: Situation, part: str) -> tuple[float, Span | None]:
    if not reading.sentences:
        return 0.0, None
    found = signals_of(reading, situation, part)
    strength = coverage.strength(found.values, found.asked, found.said)
    return (strength * _DENIED if found.denied else strength), found.piece


@lru_cache(maxsize=2048)
def _facts_of(part: str, facts: tuple[str, ...]) -> tuple[str, ...]:
    """The facts of the case that an expectation rests on: the two nearest sentences."""
    sentences = [s.text for f in facts for s in cut.sentences(f)]
    near = sorted(((meaning.similarity(part, f), f) for f in sentences), reverse=True)
    return tuple(f for value, f in near[:2] if value >= _FACT_NEAR)


def _said(reading: Reading, lang: str, point: Point) -> tuple[float, Span | None]:
    """The same by the phrasings: the best of all of them, each judged by its own words and numbers."""
    pieces = reading.fragments
    mine, contacts = content.subjects(reading.body, lang, generic=True), _contacts(reading.text)
    nearness = meaning.similarities(tuple(p.text for p in pieces), _bare_all(point.phrasings))
    fails = _fails(pieces, point)
    best: tuple[float, Span | None] = (0.0, None)
    for column, phrasing in enumerate(point.phrasings):
        share = _share(
            content.wanted(_bare(phrasing), lang, generic=True), mine, _contacts(phrasing), contacts
        )
        kept = _kept(_turns_on(phrasing, point, lang), mine)
        for row in nearness[:, column].argsort()[::-1]:
            piece, near = pieces[row], float(nearness[row, column])
            if _strength(near, share) * kept <= best[0]:
                break
            if fails is not None and fails[row] > near - _MARGIN:
                continue
            denied = _contradicts(piece, _bare(phrasing), lang)
            strength = kept * _strength(near * _DENIED if denied else near, 0.0 if denied else share)
            if strength > best[0]:
                best = (strength, piece)
    return best


def _strength(near: float, share: float) -> float:
    return min(1.0, max(0.0, (0.7 * near + 0.3 * share - _FLOOR) / (_FULL - _FLOOR)))


def _fails(pieces: tuple[Span, ...], point: Point) -> Vector | None:
    """For each piece, how near it is to a wording that does not count."""
    if not point.not_enough or not pieces:
        return None
    near: Vector = meaning.similarities(tuple(p.text for p in pieces), _bare_all(point.not_enough)).max(
        axis=1
    )
    return near


@lru_cache(maxsize=2048)
def _bare_all(wordings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_bare(w) for w in wordings)


@lru_cache(maxsize=4096)
def _bare(wording: str) -> str:
    """A wording without links and mentions, as they are blanked in the reply that it is compared with."""
    bare = cut.MENTION.sub(" ", cut.URL.sub(" ", wording))
    return bare if cut.words(bare) else wording


@lru_cache(maxsize=4096)
def _contacts(text: str) -> frozenset[str]:
    """Links and mentions in a text: where both the phrasing and the reply name one, they share it like a word."""
    return frozenset(cut.fold(m.group()) for rx in (cut.URL, cut.MENTION) for m in rx.finditer(text))


def _share(
    wanted: tuple[content.Term, ...],
    mine: content.Subjects,
    contacts: frozenset[str] = frozenset(),
    my_contacts: frozenset[str] = frozenset(),
) -> float:
    """Share of the words that matter, and of the links and mentions, that the reply has too."""
    if not wanted and not contacts:
        return 0.0
    found = sum(mine.has(t) for t in wanted) + _A_CONTACT * len(contacts & my_contacts)
    return found / (len(wanted) + _A_CONTACT * len(contacts))


def _numbers(wanted: tuple[content.Term, ...]) -> tuple[content.Term, ...]:
    return tuple(t for t in wanted if t.is_number)


@lru_cache(maxsize=2048)
def _turns_on(phrasing: str, point: Point, lang: str) -> tuple[content.Term, ...]:
    """The numbers of a phrasing that the point turns on.

    Figures do. A number in words ("you two", "de tweede keer") only where the expectation itself or another phrasing
    has it as well.
    """
    others = (point.say, *(p for p in point.phrasings if p != phrasing))
    elsewhere = {t.key for o in others for t in content.terms(_bare(o), lang, generic=True) if t.is_number}
    numbers = _numbers(content.wanted(_bare(phrasing), lang, generic=True))
    return tuple(n for n in numbers if n.span.text[0].isdigit() or n.key in elsewhere)


def _kept(numbers: tuple[content.Term, ...], mine: content.Subjects) -> float:
    """A point that turns on a number ("30 dagen") is half said without it."""
    return 1.0 if not numbers or any(mine.has(n) for n in numbers) else 0.6


def _contradicts(piece: Span, phrasing: str, lang: str) -> bool:
    """True when the two share their words but only one of them denies ("is bevestigd", "is niet bevestigd")."""
    if _denies(piece.text, lang) == _denies(phrasing, lang):
        return False
    wanted = content.wanted(phrasing, lang, generic=True)
    return len(wanted) >= 2 and _share(wanted, content.subjects(piece.text, lang, generic=True)) >= 0.6


@lru_cache(maxsize=4096)
def _denies(text: str, lang: str) -> bool:
    """Whether a text denies something; "met of zonder" and "no problem" have the word and deny nothing."""
    folded = lexicon.pattern("points", lang, "negation_idioms").sub(" ", cut.fold(text))
    no = _negations(lang)
    return sum(w.text in no for w in cut.words(folded)) % 2 == 1


@lru_cache(maxsize=4)
def _negations(lang: str) -> frozenset[str]:
    return frozenset(cut.fold(w) for w in lexicon.examples("points", lang, "negation"))


@lru_cache(maxsize=1024)
def parts_of(say: str, lang: str) -> tuple[str, ...]:
    """An expectation without its "Zeg dat", cut where it asks two things."""
    bare = _without_manner(say.strip().rstrip("."), lang)
    parts = [p for p in _SPLIT.split(bare) if p and len(cut.words(p)) > 1]
    return tuple(_without_lead_in(p, lang) for p in parts) or (say,)


def _without_manner(say: str, lang: str) -> str:
    """An expectation without "zonder haar de les te lezen": that says how, and must not itself be said."""
    places = [m.span() for m in lexicon.pattern("points", lang, "manner").finditer(cut.fold(say))]
    for start, end in reversed(places):
        say = say[:start] + say[end:]
    return say


def _without_lead_in(part: str, lang: str) -> str:
    m = lexicon.pattern("points", lang, "lead_ins").match(cut.fold(part))
    rest = part[m.end() :].strip(" ,:") if m else part
    return rest if len(cut.words(rest)) > 1 else part


def _forbidden_points(reading: Reading, situation: Situation) -> list[Sighting]:
    out = []
    for point in situation.points:
        if point.forbidden and (found := _breaks(reading, situation, point)):
            params = (("point", point.id), ("say", point.say))
            out.append(Sighting("flagged", found.start, found.end, point.weight / 3, params))
    return out


_THE_SAME = 0.9
"""Likeness from which a piece is the very wording, with or without a question mark."""


def _breaks(reading: Reading, situation: Situation, point: Point) -> Span | None:
    """The piece that says what it must not, only when it is unmistakable: accusations must be right."""
    if matched := _by_pattern(reading, point):
        return matched
    lang, pieces = situation.lang, reading.fragments
    wordings = _bare_all(point.phrasings or parts_of(point.say, lang))
    need = 0.6 if point.phrasings else 0.7  # an instruction is no example: ask for more
    nearness = meaning.similarities(tuple(p.text for p in pieces), wordings)
    fails = _fails(pieces, point)
    best: tuple[float, Span] | None = None
    for row, column in zip(*(nearness >= need).nonzero(), strict=True):
        piece, wording, near = pieces[row], wordings[column], float(nearness[row, column])
        only_asks = near < _THE_SAME and _only_asks(piece.text, wording, lang)
        if only_asks or _denies(piece.text, lang) != _denies(wording, lang):
            continue
        if fails is not None and fails[row] > near - 2 * _MARGIN:
            continue
        if not point.phrasings and not _same_words(piece, wording, lang):
            continue
        if best is None or near > best[0]:
            best = (near, piece)
    return best[1] if best else None


def _only_asks(text: str, wording: str, lang: str) -> bool:
    """A question states and promises nothing; one that requests or offers ("kun je ...?", "zal ik ...?") does do so."""
    if "?" not in text or "?" in wording:
        return False
    return lexicon.pattern("points", lang, "requests").search(cut.fold(text)) is None


def _same_words(piece: Span, wording: str, lang: str) -> bool:
    wanted = content.wanted(wording, lang)
    return len(wanted) >= 2 and _share(wanted, content.subjects(piece.text, lang)) >= 0.6


CRITERIA = (
    Criterion(
        id="protocol.own_points",
        dimension=Dimension.PROTOCOL,
        kind=Kind.EXPECTED,
        weight=25,
        principle="R1",
        find=_own_points,
        applies=lambda s: bool(_asked_points(s)),
        internal_too=True,
        needs_text=True,
        source="what the scenario's author asks of this turn",
    ),
    Criterion(
        id="protocol.forbidden_points",
        dimension=Dimension.PROTOCOL,
        kind=Kind.FAULT,
        weight=60,  # of an essential point; 40 of a normal and 20 of a small one
        principle="R1",
        find=_forbidden_points,
        applies=lambda s: any(p.forbidden for p in s.points),
        internal_too=True,
        needs_text=True,
        source="what the scenario's author rules out",
    ),
)
