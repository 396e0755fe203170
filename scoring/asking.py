"""Requests for personal data, and the private channels that a reply names: who asks what, and where to give it.

The direction decides. "Stuur ons via DM je postcode" moves data out of sight, "zet je postcode hieronder" puts them
in it, "zet hier nooit je postcode" warns. So a data word counts only beside a way of asking, and only when neither
its own sentence nor a neighbouring one says that the answer belongs in private.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring import meaning
from scoring.lexicon import examples, pattern
from scoring.reading import Reading
from scoring.text import Span, fold, words

TOPIC = "privacy"
_NEAR = 70
"""Characters between the way of asking and the data: the length of a clause."""
_MEANS = 0.22
_ALIKE = 0.66
"""Margin and cosine for a request without a known word: chosen so that no reply rated 4-5 is accused."""
_GENERIC = 10
"""A single word of the house's own list must be this long, or it is too general ("naam", "location")."""


def asks_for_data(reading: Reading) -> list[Span]:
    """Places where the reply asks for personal data in the open."""
    return [
        found
        for number, sentence in enumerate(reading.sentences)
        if (found := request_in(reading, sentence)) and not sent_to_private(reading, number)
    ]


def request_in(reading: Reading, sentence: Span, data: re.Pattern[str] | None = None) -> Span | None:
    """The words of a sentence that ask for personal data, whatever the channel.

    Args:
        reading: The reply.
        sentence: One of its sentences.
        data: What counts as data; all personal data when left out.

    Returns:
        The words, or None when the sentence asks nothing, or warns.
    """
    lang = reading.situation.lang
    text = blank(blank(reading.folded[sentence.start : sentence.end], "own_act", lang), "device", lang)
    if warns(text, lang):
        return None
    found = _data_and_request(text, lang, data or _data(lang, reading.situation.rules.never_in_public))
    if found is None and data is None:
        found = _indirect(text, lang) or _by_meaning(sentence.text, lang)
    if found is None:
        return None
    start, end = found
    return Span(
        reading.text[sentence.start + start : sentence.start + end],
        sentence.start + start,
        sentence.start + end,
    )


def private_cue(reading: Reading, sentence: Span) -> Span | None:
    """Where a sentence names a private channel to go on in; past messages and refusals do not count."""
    lang = reading.situation.lang
    text = reading.folded[sentence.start : sentence.end]
    for key in ("past_private", "no_private"):
        text = blank(text, key, lang)
    m = pattern(TOPIC, lang, "private").search(text)
    if m is None:
        return None
    return Span(m.group(), sentence.start + m.start(), sentence.start + m.end())


def is_binding(reading: Reading, sentence: Span) -> bool:
    """False when a sentence names a private channel as an extra for later ("mocht er nog iets zijn")."""
    return not pattern(TOPIC, reading.situation.lang, "not_binding").search(
        reading.folded, sentence.start, sentence.end
    )


def blank(text: str, key: str, lang: str) -> str:
    """The text with all matches of a list replaced by spaces, so that offsets hold."""
    return pattern(TOPIC, lang, key).sub(lambda m: " " * len(m.group()), text)


def warns(text: str, lang: str) -> bool:
    """True when a sentence says not to give data; a place in public that the warning does not cover undoes it."""
    warned = pattern(TOPIC, lang, "warning").search(text)
    if warned is None:
        return False
    places = pattern(TOPIC, lang, "public_strong").finditer(text)
    return all(warned.start() < p.end() and p.start() < warned.end() for p in places)


def sent_to_private(reading: Reading, number: int) -> bool:
    """Whether the answer to the request in this sentence belongs in a private channel."""
    lang = reading.situation.lang
    here = reading.sentences[number]
    in_sentence = reading.folded[here.start : here.end]
    if pattern(TOPIC, lang, "public_strong").search(in_sentence):
        return False
    if private_cue(reading, here) or pattern(TOPIC, lang, "elsewhere").search(in_sentence):
        return True
    if pattern(TOPIC, lang, "public_soft").search(in_sentence):
        return False
    near = (*reading.sentences[max(0, number - 2) : number], *reading.sentences[number + 1 : number + 3])
    return any(private_cue(reading, s) and is_binding(reading, s) for s in near)


def _data_and_request(text: str, lang: str, data: re.Pattern[str]) -> tuple[int, int] | None:
    asking = list(pattern(TOPIC, lang, "request").finditer(text))
    for datum in data.finditer(text):
        for ask in asking:
            gap = max(datum.start() - ask.end(), ask.start() - datum.end())
            # "A gift list belongs to them": the word for asking is a part of the datum's own name.
            inside = datum.start() <= ask.start() and ask.end() <= datum.end()
            if gap <= _NEAR and not inside:
                return min(ask.start(), datum.start()), max(ask.end(), datum.end())
    return None


def _indirect(text: str, lang: str) -> tuple[int, int] | None:
    m = pattern(TOPIC, lang, "indirect").search(text)
    if m and ("?" in text or pattern(TOPIC, lang, "request").search(text)):
        return m.span()
    return None


def _by_meaning(text: str, lang: str) -> tuple[int, int] | None:
    """A request in words that no list foresaw: a question or order that means the same as known ones."""
    folded = fold(text)
    asked = "?" in text or (
        pattern(TOPIC, lang, "request").search(folded)
        and (
            pattern(TOPIC, lang, "public_strong").search(folded)
            or pattern(TOPIC, lang, "public_soft").search(folded)
        )
    )
    if not asked or len(words(text)) < 4:
        return None
    like, unlike = examples(TOPIC, lang, "asks_like"), examples(TOPIC, lang, "asks_unlike")
    if meaning.best_similarity(text, like) < _ALIKE or meaning.margin(text, like, unlike) < _MEANS:
        return None
    return 0, len(text)


@lru_cache(maxsize=256)
def _data(lang: str, house: tuple[str, ...]) -> re.Pattern[str]:
    """Data words of the language plus those of the house's own list."""
    own = []
    for item in house:
        for part in re.split(r"[,;/()]|\b(?:of|or|en|and)\b", fold(item)):
            phrase = part.strip()
            if len(phrase) >= _GENERIC:
                own.append(re.escape(phrase).replace(r"\ ", r"\s+") + r"s?")
    base = pattern(TOPIC, lang, "data").pattern
    return re.compile(base if not own else f"{base}|(?<!\\w)(?:{'|'.join(own)})(?!\\w)")
