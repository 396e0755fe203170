"""Faults against the house's rules: empty or forbidden promises, blame, admissions, length, sending people away."""

from __future__ import annotations

import re

from scoring import meaning
from scoring.asking import private_cue
from scoring.lexicon import examples, pattern
from scoring.model import Dimension, Situation
from scoring.promises import empty_promises, forbidden_promise
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting
from scoring.text import PART_MARK, Span, words

_TOPIC = "protocol_faults"
_ALIKE, _MARGIN = 0.6, 0.12
_OPINION_ALIKE, _OPINION_MARGIN = 0.65, 0.2
"""Cosine and margin over counter-examples, set so that no development reply rated 4-5 is accused."""
_ASKED, _ANSWERED = 0.6, 0.5
"""Cosine with what the scenario asks, and with a fact of the case, of a sentence that helps by itself."""
_MIN_ANSWER = 5
_REFERS_RIGHTLY = "protocol.refers_to_right_party"
_SMALL_EXCESS = 0.05
"""Up to 5 % over the limit is a slip of the pen: a little off, the channel may still take it."""


def _empty(reading: Reading, _situation: Situation) -> list[Sighting]:
    return [
        Sighting(code, span.start, span.end, strength, params=(("words", span.text),))
        for code, span, strength in empty_promises(reading)
    ]


def _outside_mandate(reading: Reading, _situation: Situation) -> list[Sighting]:
    return [
        Sighting("promised", s.start, s.end, params=(("item", item),))
        for s in reading.sentences
        if (item := forbidden_promise(reading, s))
    ]


_TAKES_BLAME = re.compile(
    r"\b(?:i'm sorry|we're sorry|i apologi[sz]e|we apologi[sz]e|spijt (?:me|mij|ons)|onze fout|our fault)\b"
)
"""Who names what went wrong and says sorry for it in one sentence speaks of his own house."""


def _negative(reading: Reading, situation: Situation) -> list[Sighting]:
    """Someone else and a judgement about him in one clause, or the blame put on him."""
    out = []
    for sentence in reading.sentences:
        if _TAKES_BLAME.search(reading.folded[sentence.start : sentence.end]):
            continue
        m = _judged_words(reading.folded[sentence.start : sentence.end], sentence.text, situation)
        if m:
            start, end = sentence.start + m[0], sentence.start + m[1]
            out.append(Sighting(m[2], start, end, m[3], params=(("words", reading.text[start:end]),)))
    return out


def _judged_words(text: str, typed: str, situation: Situation) -> tuple[int, int, str, float] | None:
    lang = situation.lang
    others = list(pattern(_TOPIC, lang, "others").finditer(text))
    if not others:
        return None
    for judged in pattern(_TOPIC, lang, "judged").finditer(text):
        for other in others:
            between = text[min(judged.end(), other.end()) : max(judged.start(), other.start())]
            # A comma or many words between them: the judgement is about something else.
            if (
                not _parted(between, other.group())
                and len(words(between)) <= 7
                and not _about_us(text, judged.start())
            ):
                return min(judged.start(), other.start()), max(judged.end(), other.end()), "flagged", 1.0
    blamed = pattern(_TOPIC, lang, "blames").search(text)
    if blamed:
        return blamed.start(), blamed.end(), "blames", 0.7
    like, unlike = examples(_TOPIC, lang, "negative_like"), examples(_TOPIC, lang, "negative_unlike")
    if meaning.best_similarity(typed, like) >= _ALIKE and meaning.margin(typed, like, unlike) >= _MARGIN:
        return 0, len(text), "flagged", 0.8
    return None


def _parted(between: str, other: str) -> bool:
    """True when a comma parts the judgement from the person; "..., die lichten iedereen op" goes on about him."""
    if re.match(r"(?:wie|whoever)", other):
        return bool(re.search(r"[;:]", between))
    return bool(re.search(r"[;:]|,(?!\s(?:die|ze|zij|they|who|dat|that)(?!\w))", between))


def _about_us(text: str, at: int) -> bool:
    """True when the clause before a judgement has the house or the situation as its subject ("wat waardeloos")."""
    clause = re.split(r"[,;:.!?]", text[:at])[-1]
    return bool(
        re.search(r"(?<!\w)(?:wij|we|wat|hoe|dat je|dat u|what a|how|we're|it's|for you|i)(?!\w)", clause)
    )


def _liability(reading: Reading, situation: Situation) -> list[Sighting]:
    return [
        Sighting("flagged", s.start, s.end, params=(("words", s.text),))
        for s in _found(reading, situation.lang, "liable", "not_liable")
    ]


def _found(reading: Reading, lang: str, key: str, unless: str) -> list[Span]:
    """Words of a list in sentences that hold none of another list."""
    out = []
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        m = pattern(_TOPIC, lang, key).search(text)
        if m and "?" not in text and not pattern(_TOPIC, lang, unless).search(text):
            start, end = sentence.start + m.start(), sentence.start + m.end()
            out.append(Span(reading.text[start:end], start, end))
    return out


def _too_long(reading: Reading, situation: Situation) -> list[Sighting]:
    """Longer than the channel takes, as a whole or in one of its marked parts."""
    limit = situation.max_chars
    if not limit:
        return []
    marks = list(PART_MARK.finditer(reading.text))
    parts = _parts(reading.text, marks) if len(marks) >= 2 else []
    longest = max((end - start for start, end in parts), default=0)
    whole = limit * max(1, situation.max_parts)
    excess = (
        max(len(reading.text.strip()) / whole, longest / limit, len(parts) / max(1, situation.max_parts)) - 1
    )
    if excess <= 0:
        return []
    strength = 0.3 if excess <= _SMALL_EXCESS else min(1.0, 0.5 + excess)
    over = next(((s, e) for s, e in parts if e - s > limit), (whole, len(reading.text)))
    start = over[0] + limit if parts and over[1] - over[0] > limit else min(whole, over[0])
    params = (("length", str(len(reading.text.strip()))), ("limit", str(whole)))
    return [Sighting("flagged", min(start, over[1]), over[1], strength, params)]


def _parts(text: str, marks: list[re.Match[str]]) -> list[tuple[int, int]]:
    """The posts of a split reply: by line when each has its own mark, else up to each closing mark."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    if len(lines) >= len(marks):
        return lines
    cuts = [0, *(m.end() for m in marks)]
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True) if text[a:b].strip(" ^.")]


def _opinion(reading: Reading, situation: Situation) -> list[Sighting]:
    lang = situation.lang
    like, unlike = examples(_TOPIC, lang, "opinion_like"), examples(_TOPIC, lang, "opinion_unlike")
    out = []
    for sentence in reading.sentences:
        if pattern(_TOPIC, lang, "not_opinion").search(reading.folded, sentence.start, sentence.end):
            continue
        m = pattern(_TOPIC, lang, "opinion").search(reading.folded, sentence.start, sentence.end)
        if m:
            out.append(
                Sighting(
                    "flagged", m.start(), m.end(), params=(("words", reading.text[m.start() : m.end()]),)
                )
            )
        elif (
            meaning.best_similarity(sentence.text, like) >= _OPINION_ALIKE
            and meaning.margin(sentence.text, like, unlike) >= _OPINION_MARGIN
        ):
            out.append(Sighting("flagged", sentence.start, sentence.end, 0.8, (("words", sentence.text),)))
    return out


def _sends_away(reading: Reading, situation: Situation) -> list[Sighting]:
    """A reference elsewhere, and no answer, step, invitation or agreement of one's own in the whole reply."""
    lang = situation.lang
    if _REFERS_RIGHTLY in situation.expected:
        return []
    away: Span | None = None
    asked = tuple(p for point in situation.points if not point.forbidden for p in point.phrasings)
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        helpless = pattern(_TOPIC, lang, "helpless").search(text)
        if not helpless and (
            pattern(_TOPIC, lang, "own_help").search(text) or private_cue(reading, sentence)
        ):
            return []
        if not helpless and _answers_itself(sentence.text, text, situation, asked):
            return []
        elsewhere = pattern(_TOPIC, lang, "refers").search(_without_emergency(text, lang))
        if away is None and elsewhere and not pattern(_TOPIC, lang, "impossible").search(text):
            away = sentence
    return [Sighting("sent_away", away.start, away.end)] if away else []


def _answers_itself(typed: str, text: str, situation: Situation, asked: tuple[str, ...]) -> bool:
    """The scenario asks for these very words, or a sentence without reference answers the matter from its facts."""
    if len(words(typed)) < _MIN_ANSWER:
        return False
    if meaning.best_similarity(typed, asked) >= _ASKED:
        return True
    refers = pattern(_TOPIC, situation.lang, "refers").search(text)
    return not refers and meaning.best_similarity(typed, (*situation.facts, *asked)) >= _ANSWERED


def _without_emergency(text: str, lang: str) -> str:
    """A sentence without its advice for an emergency: "bel 112" sends nobody away."""
    return pattern(_TOPIC, lang, "emergency").sub(lambda m: " " * len(m.group()), text)


def _has_problem(situation: Situation) -> bool:
    """A complaint or a worry: a customer with a problem of his own, not with a general question."""
    return situation.complaint or situation.emotion == "strong"


CRITERIA = (
    Criterion(
        id="protocol.empty_promise", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=30,
        principle="R5", find=_empty, source="R5: no empty promises",
    ),
    Criterion(
        id="protocol.promise_outside_mandate", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=60,
        principle="R1", find=_outside_mandate, critical_codes=frozenset({"promised"}),
        source="R1: the house protocol says what may not be promised",
    ),
    Criterion(
        id="protocol.negative_about_others", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=40,
        principle="R6", find=_negative, source="R6: never negative about others",
    ),
    Criterion(
        id="protocol.admits_liability", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=40,
        principle="C7", find=_liability, source="C7: legal positions are taken beforehand, not in a reply",
    ),
    Criterion(
        id="protocol.too_long", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=25,
        principle="T1", find=_too_long, source="T1: the channel sets the length",
    ),
    Criterion(
        id="protocol.private_opinion", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=25,
        principle="P5", find=_opinion, source="P5: speak for the organisation",
    ),
    Criterion(
        id="protocol.sends_away", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=25,
        principle="P1", find=_sends_away, applies=_has_problem,
        source="P1: a specific message gets a considered, personal answer",
    ),
)  # fmt: skip
