"""Promises in a reply: which are empty, and which the house does not allow.

A promise that the house forbids ("een vergoeding", "a payment date") is recognised in two ways: by what the sentence
promises (money, a time, stock, an exception, an amount), matched with what the forbidden item is about; and by
meaning, for a sentence that is put as a certainty. Sentences that ask, hope, deny or depend are no promises.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring import meaning
from scoring.lexicon import examples, pattern
from scoring.model import Situation
from scoring.reading import Reading
from scoring.text import Span, fold, words

TOPIC = "protocol_faults"
_ALIKE_CERTAIN = 0.44
"""Cosine with a forbidden item for a sentence put as certain, whatever it promises."""
_ALIKE_TIMED_EVENT = 0.3
_ALIKE_TIMED_CERTAIN = 0.22
"""Cosines for a sentence with a moment in it: lower when it is put as certain. Set on the development replies,
where no reply rated 4-5 comes near."""
_STEM = 5
_MIN_PART = 4
_DATED = frozenset({"time", "stock", "money"})
_KINDS = ("money", "stock", "exception", "amount", "repeat")


def forbidden_promise(reading: Reading, sentence: Span) -> str:
    """The item of `rules.not_to_promise` that a sentence promises; "" when it promises none of them."""
    situation = reading.situation
    text = reading.folded[sentence.start : sentence.end]
    if "?" in text or not situation.rules.not_to_promise:
        return ""
    for clause in _clauses(text):
        if _is_open(clause, situation.lang):
            continue
        for item in situation.rules.not_to_promise:
            if _promises(clause, item, situation):
                return item
    return ""


def empty_promises(reading: Reading) -> list[tuple[str, Span, float]]:
    """(code, words, strength): "empty" for a certainty without ground, "vague" for effort without a step."""
    lang = reading.situation.lang
    out: list[tuple[str, Span, float]] = []
    helps = _has_step(reading)
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        m = pattern(TOPIC, lang, "empty").search(text)
        if m and "?" not in text and not _denied(text, lang) and not _own_effort(text, lang):
            out.append(("empty", _span(reading, sentence, m), 1.0))
            continue
        v = pattern(TOPIC, lang, "vague").search(text)
        if v and "?" not in text and not helps:
            out.append(("vague", _span(reading, sentence, v), 0.5))
    return out


def _has_step(reading: Reading) -> bool:
    """True when any sentence outside the vague words names a step of the house or a way to go on."""
    lang = reading.situation.lang
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        vague = pattern(TOPIC, lang, "vague").search(text)
        if pattern(TOPIC, lang, "step").search(text) and (
            not vague or pattern(TOPIC, lang, "moment").search(text)
        ):
            return True
    return False


def _denied(text: str, lang: str) -> bool:
    return bool(pattern(TOPIC, lang, "not_promised").search(text))


def _own_effort(text: str, lang: str) -> bool:
    """A promise to do something oneself, with a moment: that can be kept."""
    return bool(
        pattern(TOPIC, lang, "own_effort").search(text) and pattern(TOPIC, lang, "moment").search(text)
    )


def _clauses(text: str) -> list[str]:
    """A sentence in parts that may differ in certainty: "een dag weet ik niet, maar je krijgt 50 euro"."""
    parts = [p.strip() for p in re.split(r";|:|,?\s(?:maar|but|though|although)\s|,\sal\s", text)]
    return [p for p in parts if p]


def _is_open(text: str, lang: str) -> bool:
    """Asks, hopes, denies or depends: no promise."""
    return bool(pattern(TOPIC, lang, "hedge").search(text))


def _promises(text: str, item: str, situation: Situation) -> bool:
    """Whether a clause that is no question, hope or denial promises a forbidden item."""
    lang = situation.lang
    about = _kinds_of(item, lang)
    if any(k in about and pattern(TOPIC, lang, f"says_{k}").search(text) for k in _KINDS):
        return True
    if any(pattern(TOPIC, lang, key).search(text) for key in ("contact", "past")):
        return False
    if about & _DATED and pattern(TOPIC, lang, "moment").search(text):
        return _promises_moment(text, item, situation, of_time="time" in about)
    return bool(pattern(TOPIC, lang, "certain_strong").search(text)) and _alike(text, item) >= _ALIKE_CERTAIN


def _promises_moment(text: str, item: str, situation: Situation, *, of_time: bool) -> bool:
    """Whether a clause with a moment in it is about what the item forbids to promise."""
    lang = situation.lang
    if of_time and (_shares_stem(text, item, lang) or pattern(TOPIC, lang, "certain_strong").search(text)):
        return True
    event = pattern(TOPIC, lang, "says_time").search(text)
    certain = pattern(TOPIC, lang, "certain").search(text)
    if not event and not certain:
        return False
    asked = of_time and event and pattern(TOPIC, lang, "asks_when").search(fold(situation.post))
    if asked and _shares_stem(text, situation.post, lang):
        return True
    alike = _alike(text, item)
    harmless = meaning.best_similarity(text, examples(TOPIC, lang, "timed_unlike"))
    return alike >= (_ALIKE_TIMED_CERTAIN if certain else _ALIKE_TIMED_EVENT) and alike >= harmless


def _alike(text: str, item: str) -> float:
    """Cosine of an item with a clause or the part of it that is nearest."""
    parts = [p for p in re.split(r",\s|\s(?:en|and)\s", text) if len(words(p)) >= _MIN_PART]
    return meaning.best_similarity(item, (text, *parts))


@lru_cache(maxsize=512)
def _kinds_of(item: str, lang: str) -> frozenset[str]:
    """What a forbidden item is about."""
    folded = fold(item)
    return frozenset(k for k in (*_KINDS, "time") if pattern(TOPIC, lang, f"topic_{k}").search(folded))


def _shares_stem(text: str, item: str, lang: str) -> bool:
    """True when a clause names what another text is about ("monteur", "trains")."""
    generic = pattern(TOPIC, lang, "topic_time")
    subjects = {
        w.text[:_STEM]
        for w in words(fold(item))
        if len(w.text) >= _STEM and not generic.fullmatch(w.text) and w.text not in _EMPTY_WORDS
    }
    return any(w.text[:_STEM] in subjects for w in words(text) if len(w.text) >= _STEM)


_EMPTY_WORDS = frozenset(
    """
    vaste bepaald bepaalde zolang extra waarop welke anders klant klanten customer fixed certain before
    which will again that's there their announced hasn't confirmed bevestigd geverifieerd
    """.split()  # noqa: SIM905 words in a row read better than a list of strings
)


def _span(reading: Reading, sentence: Span, m: re.Match[str]) -> Span:
    start, end = sentence.start + m.start(), sentence.start + m.end()
    return Span(reading.text[start:end], start, end)
