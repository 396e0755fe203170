"""Promises in a reply: which are empty, and which the house does not allow.

A promise that the house forbids ("een vergoeding", "a delivery day") counts only when a sentence promises the very
thing: money, a gift, stock, an amount, an exception, or an event (a visit, a delivery, a repair) together with a
moment to come. What asks, hopes, denies, depends, informs or looks back is no promise. Not seeing one costs a remark;
a false one fails a good reply, so in doubt nothing is said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring import meaning
from scoring.lexicon import pattern
from scoring.reading import Reading
from scoring.text import Span, fold, words

TOPIC = "protocol_faults"
_ALIKE_CERTAIN = 0.44
"""Cosine with a forbidden item for a sentence put as certain, whatever it promises; set on the development replies,
where no reply rated 4-5 comes near."""
_STEM = 5
_STEM_LENGTH = 7
"""Letters that must agree: with fewer, "college" would be "collega"."""
_MIN_PART = 4
_NEAR_PLEDGE = 3
"""After "ik regel dat" the subject stands within so many words: "de wethouder", "jouw nieuwe halte"."""
_KINDS = ("money", "free", "stock", "exception", "amount", "repeat")
_EVENTS = ("visit", "delivery", "restore", "empty", "release", "finish")
_SAYS_NO = frozenset({"exception", "amount", "repeat"})
"""Promises that may be worded as a denial: "je hoeft niets bij te betalen"."""
_NEEDS_CERTAINTY = frozenset({"finish"})
"""An end date that is told may be a known one; only a certain one promises."""
_CONDITION = re.compile(
    r"\(|,?\s(?:voordat|zolang|totdat|tenzij|waarover|die nog|dat nog|before|until|unless|without|"
    r"that (?:our|the|we|planning|has|have|is|are|isn't|hasn't)|which)(?!\w)"
)
"""Where an item goes on about the circumstances: "a refund that our rules do not give"."""


def forbidden_promise(reading: Reading, sentence: Span) -> str:
    """The item of `rules.not_to_promise` that a sentence promises; "" when it promises none of them."""
    situation = reading.situation
    text = reading.folded[sentence.start : sentence.end]
    if "?" in text or not situation.rules.not_to_promise:
        return ""
    if any(s.allowed and text in fold(s.text) for s in situation.rules.standard_replies):
        return ""
    for clause in _clauses(text):
        if _is_open(clause, situation.lang):
            continue
        for item in situation.rules.not_to_promise:
            if _promises(clause, item, situation.lang):
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
    parts = re.split(r";|:|,?\s(?:maar|but|though|although)\s|,\s(?:al|so|dus)\s", text)
    return [p.strip() for p in parts if p.strip()]


def _is_open(text: str, lang: str) -> bool:
    """Asks, hopes, denies, depends, informs or understands: no promise."""
    return any(pattern(TOPIC, lang, key).search(text) for key in ("hedge", "informs"))


def _promises(text: str, item: str, lang: str) -> bool:
    """Whether a clause that is no question, hope or denial promises a forbidden item."""
    about = _kinds_of(item, lang)
    if any(k in about and _says(text, k, lang) for k in _KINDS):
        return "back" not in about or bool(pattern(TOPIC, lang, "says_back").search(text))
    if _looks_back(text, lang):
        return False
    certain = bool(pattern(TOPIC, lang, "certain").search(text))
    if "time" in about and pattern(TOPIC, lang, "when").search(text):
        if any(
            e in about and (certain or e not in _NEEDS_CERTAINTY) and _says(text, e, lang) for e in _EVENTS
        ):
            return True
        if _swears(text, lang) and pattern(TOPIC, lang, "happens").search(text):
            return True
    return _pledges(text, item, lang) or (_swears(text, lang) and _alike(text, item) >= _ALIKE_CERTAIN)


def _says(text: str, kind: str, lang: str) -> bool:
    """Whether a clause promises something of a kind, and does not deny it in the same breath."""
    m = pattern(TOPIC, lang, f"says_{kind}").search(text)
    return m is not None and (kind in _SAYS_NO or not _negated(text, m, lang))


def _negated(text: str, m: re.Match[str], lang: str) -> bool:
    """A denial between the commas around the words found; "geen zorgen" denies nothing."""
    start = text.rfind(",", 0, m.start()) + 1
    end = text.find(",", m.end())
    part = pattern(TOPIC, lang, "not_negated").sub(" ", text[start : end if end >= 0 else len(text)])
    return bool(pattern(TOPIC, lang, "negated").search(part))


def _looks_back(text: str, lang: str) -> bool:
    """About what happened, not about what comes."""
    return bool(pattern(TOPIC, lang, "past").search(text)) and not (
        pattern(TOPIC, lang, "coming").search(text) or _swears(text, lang)
    )


def _swears(text: str, lang: str) -> bool:
    """Put as certain, about something else than a message of the house."""
    return bool(pattern(TOPIC, lang, "certain_strong").search(text)) and not pattern(
        TOPIC, lang, "contact"
    ).search(text)


def _pledges(text: str, item: str, lang: str) -> bool:
    """A pledge whose subject is what the item names: "ik regel dat de wethouder belt"."""
    things = _things(item, lang)
    for m in pattern(TOPIC, lang, "pledge_that").finditer(text):
        subject = [_stem(w.text) for w in words(text[m.end() :])[:_NEAR_PLEDGE]]
        if things & set(subject) and not _negated(text, m, lang):
            return True
    return False


def _alike(text: str, item: str) -> float:
    """Cosine of an item with a clause or the part of it that is nearest."""
    parts = [p for p in re.split(r",\s|\s(?:en|and)\s", text) if len(words(p)) >= _MIN_PART]
    return meaning.best_similarity(item, (text, *parts))


def _head(item: str) -> str:
    """An item without its circumstances."""
    folded = fold(item)
    m = _CONDITION.search(folded)
    return folded[: m.start()] if m and m.start() > _STEM else folded


@lru_cache(maxsize=512)
def _kinds_of(item: str, lang: str) -> frozenset[str]:
    """What a forbidden item is about."""
    keys = (*_KINDS, *_EVENTS, "time", "back")
    return frozenset(k for k in keys if pattern(TOPIC, lang, f"topic_{k}").search(_head(item)))


@lru_cache(maxsize=512)
def _things(item: str, lang: str) -> frozenset[str]:
    """Stems of what an item names ("burgeme", "straf"), without words that fit anything."""
    generic = pattern(TOPIC, lang, "topic_time")
    return frozenset(
        _stem(w.text)
        for w in words(_head(item))
        if len(w.text) >= _STEM and not generic.fullmatch(w.text) and w.text not in _EMPTY_WORDS
    )


def _stem(word: str) -> str:
    return word[:_STEM_LENGTH]


_EMPTY_WORDS = frozenset(
    """
    vaste bepaald bepaalde zolang extra waarop welke anders klant klanten customer fixed certain before worden wordt
    which will again that's there their announced hasn't confirmed unconfirmed bevestigd geverifieerd iemand
    collega colleague vraag question reactie answer outcome uitkomst anything
    """.split()  # noqa: SIM905 words in a row read better than a list of strings
)


def _span(reading: Reading, sentence: Span, m: re.Match[str]) -> Span:
    start, end = sentence.start + m.start(), sentence.start + m.end()
    return Span(reading.text[start:end], start, end)
