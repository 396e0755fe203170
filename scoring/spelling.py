"""Typing and spelling mistakes of a reply, and a few frequent ones of grammar.

Precision comes first, because a false accusation costs trust: names, words of the case, codes and halves
of words are left alone, and so is every word of which it is not plain what was meant (scoring/speller.py).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from scoring import address, lexicon
from scoring import text as cut
from scoring.model import Situation
from scoring.reading import Reading
from scoring.speller import SHORTEST, correction, speller

_STRANGE = 2
_TOO_STRANGE = 0.4
"""Above this number and from this share of unknown words a sentence is another language, not full of slips."""
_SUFFIXES = {
    "nl": ("s", "e", "n", "en", "je", "jes", "tje", "tjes", "etje", "etjes", "pje", "pjes", "kje", "er", "ers", "te"),
    "en": ("s", "es", "ed", "d", "ing", "er", "ers", "y", "ly", "ish", "able"),
}  # fmt: skip
_OPENING = re.compile(r"[^\w@#]+")
_GOES_ON = re.compile(r"[ ]+[^\W\dA-Z]")
_GLUED = frozenset("-@#_/\\*^=+~$€£%&|<>")
"""Beside one of these a word is half a word ("bestel- en verzendkosten"), part of a code, or masked (k*t)."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake in a reply.

    Attributes:
        kind: "spelling" or "grammar".
        span: The words, in the reply.
        meant: What they should be.
    """

    kind: str
    span: cut.Span
    meant: str


def mistakes(reading: Reading) -> list[Mistake]:
    """Spelling and frequent grammar mistakes of a reply, in order, each word once."""
    lang = reading.situation.lang
    # Signature, names, links and salutation are blanked there.
    voice = address.core(reading)
    found = [*_spelling(voice, reading, lang), *_grammar(voice, reading, lang)]
    return sorted(found, key=lambda m: m.span.start)


# --- words ---------------------------------------------------------------------------------------------------


def _spelling(voice: str, reading: Reading, lang: str) -> list[Mistake]:
    out: dict[str, Mistake] = {}
    for judged, unknown in _unknown(voice, reading):
        if len(unknown) > _STRANGE and len(unknown) >= _TOO_STRANGE * judged:
            continue
        for word, meant in unknown:
            low = word.text.lower()
            if low in out or not meant or _of_the_case(low, reading.situation):
                continue
            maybe_name = low != word.text or "-" in voice[max(0, word.start - 1) : word.end + 1]
            if maybe_name and (OSA.distance(low, meant) > 1 or _is_name(word.text, lang)):
                continue
            span = cut.Span(reading.text[word.start : word.end], word.start, word.end)
            out[low] = Mistake("spelling", span, meant)
    return list(out.values())


def _unknown(voice: str, reading: Reading) -> Iterator[tuple[int, list[tuple[cut.Span, str]]]]:
    """For each sentence how many words were judged, and the unknown ones with what each was meant to be."""
    lang = reading.situation.lang
    everyday, words = speller(lang).rank, deque(cut.words(voice))
    for sentence in reading.sentences:
        judged, unknown = 0, []
        while words and words[0].start < sentence.end:
            word = words.popleft()
            if len(word.text) < SHORTEST:
                continue
            judged += 1
            if word.text in everyday:  # nearly all words; the rest of the loop is slow
                continue
            for part in _to_judge(word, voice, sentence, lang):
                meant = correction(part.text.lower(), lang)
                if meant is not None:
                    unknown.append((part, meant))
        yield judged, unknown


def _to_judge(word: cut.Span, voice: str, sentence: cut.Span, lang: str) -> Iterator[cut.Span]:
    """The word, or its parts between hyphens; nothing for names, codes, halves and words with an apostrophe."""
    if "'" in word.text or "’" in word.text or word.text.isupper():
        return
    if _GLUED & {voice[max(0, word.start - 1) : word.start], voice[word.end : word.end + 1]}:
        return
    low = word.text.lower()
    if "-" in low and (low.startswith("ge-") or any(map(speller(lang).knows, (low, low.replace("-", ""))))):
        return
    for part in _parts(word):
        if len(part.text) < SHORTEST or not part.text.isalpha() or part.text[1:] != part.text[1:].lower():
            continue
        if part.text[0].isupper() and (part is not word or not _starts(voice, word, sentence)):
            continue
        yield part


def _starts(voice: str, word: cut.Span, sentence: cut.Span) -> bool:
    """True for a capital that says nothing: at the start, with more words behind it (a name alone signs off)."""
    return not _OPENING.sub("", voice[sentence.start : word.start]) and bool(_GOES_ON.match(voice, word.end))


def _parts(word: cut.Span) -> Iterable[cut.Span]:
    return (word,) if "-" not in word.text else _pieces(word)


def _pieces(word: cut.Span) -> Iterator[cut.Span]:
    for m in re.finditer(r"[^-]+", word.text):
        yield cut.Span(m.group(), word.start + m.start(), word.start + m.end())


# --- words of the case ---------------------------------------------------------------------------------------


def _is_name(word: str, lang: str) -> bool:
    return cut.fold(word) in address.first_names() or speller(lang).spells(word)


def _of_the_case(word: str, situation: Situation) -> bool:
    """True when a word stands in the case, or is made from a name in it ("Huskling" -> "husklings")."""
    words, folded = _case_words(situation), cut.fold(word)
    if folded in words:
        return True
    stems = {folded.removesuffix(s) for s in _SUFFIXES[situation.lang]}
    # "Pakketen" is a slip although "pakket" stands in the post: only a name makes words that no list has.
    made_from = (w for w in words if w in stems or (len(w) >= SHORTEST and w in folded))
    return any(correction(w, situation.lang) is not None for w in made_from)


@lru_cache(maxsize=256)
def _case_words(situation: Situation) -> frozenset[str]:
    rules, customer = situation.rules, situation.customer
    texts = [
        situation.organisation, situation.channel, rules.private_channel, customer.name, customer.handle,
        *situation.posts, *situation.history, *situation.facts, *situation.other_people, *situation.bystanders,
        *rules.never_in_public, *rules.not_to_promise, *rules.own_contacts, *customer.other_names,
        *(p.value for p in customer.private),
        *(t for s in rules.standard_replies for t in (s.text, s.when)),
        *(t for p in situation.points for t in (p.say, *p.phrasings, *p.not_enough)),
    ]  # fmt: skip
    words = {cut.fold(w.text) for text in texts for w in cut.words(text)}
    return frozenset(words | {part for w in words for part in w.split("-")})


# --- grammar -------------------------------------------------------------------------------------------------


def _grammar(voice: str, reading: Reading, lang: str) -> list[Mistake]:
    out: list[Mistake] = []
    folded = cut.fold(voice)
    for needed, pattern, meant, unless in _grammar_rules(lang):
        if needed not in folded:
            continue
        for m in pattern.finditer(folded):
            if unless and unless.search(_clause_around(folded, m.start(), m.end())):
                continue
            start, end = m.span("x") if "x" in pattern.groupindex else m.span()
            if all(end <= o.span.start or start >= o.span.end for o in out):
                out.append(Mistake("grammar", cut.Span(reading.text[start:end], start, end), m.expand(meant)))
    return out


def _clause_around(text: str, start: int, end: int) -> str:
    """The words around a place, up to the punctuation on either side."""
    before = re.split(r"[.!?;:\n]", text[:start])[-1]
    after = re.split(r"[.!?;:\n]", text[end:])[0]
    return before + text[start:end] + after


@lru_cache(maxsize=4)
def _grammar_rules(lang: str) -> tuple[tuple[str, re.Pattern[str], str, re.Pattern[str] | None], ...]:
    rules = []
    for item in lexicon.load("spelling", lang)["grammar"]:
        needed, wrong, meant, *unless = item.split(" > ")
        rules.append((needed, _bounded(wrong), meant, _bounded(unless[0]) if unless else None))
    return tuple(rules)


def _bounded(pattern: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + pattern.replace(" ", r"\s+") + r")(?!\w)")
