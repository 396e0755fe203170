"""What only the house's own file can tell, said in public: that someone is in it, and what stands there.

Not the data are secret here but that the house speaks from its file. So words of opening it ("volgens ons systeem")
or a statement that only the file supports ("there's already a job open") count, unless the customer told the same in
his own post. General facts (causes, rules, what happens next) stay free.

Source: R2 of the principles; GDPR art. 5(1)(f), confidentiality of what an organisation holds about a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring import meaning
from scoring.lexicon import examples, pattern
from scoring.model import Situation
from scoring.pii import detect
from scoring.reading import Reading
from scoring.text import Span, fold, sentences, words

TOPIC = "privacy"
_FILE_ALIKE, _FILE_MARGIN = 0.6, 0.15
_NEW_WORDS = 2
"""So many telling words that are not the customer's own make a sentence from the file a disclosure."""
_ABOUT_YOU = re.compile(
    r"(?<!\w)(?:je|jij|jou|jouw|u|uw|you|your|you're|you've|you'd|hij|zij|haar|he|she|his|her)(?!\w)"
)
_SPECIFIC = re.compile(
    r"(?<!\w)(?:\d{1,2}[.:]\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\w*"
    r"|[€£$] ?\d[\d.,]*|\d[\d.,]* (?:euro|pounds?)|\d{3,}|(?:afgelopen|vorige|last) \w+"
    r"|gisteren|yesterday)(?!\w)"
)

_YOURS = re.compile(r"(?<!\w)(?:je|jouw|uw|your) (?:[\w'-]+ ){0,2}$")
_CLAUSE = 8
"""Characters after the cue before a comma can end what it opens ("volgens ons, ...")."""
_OF_CUSTOMER = re.compile(
    r"(?<!\w)(?:de klant|mevrouw|meneer|zij|hij|haar|the customer|she|he|her|his|him)(?!\w)"
)
_POINTS_BACK = re.compile(r"(?:dat|dit|that|this|it)(?!\w)")
"""A mark in a sentence of its own ("dat mag alleen in Messenger") is about the sentence before it."""


def told_from_file(reading: Reading) -> list[Span]:
    """Places where the reply tells or confirms what is in the house's file on this customer."""
    lang = reading.situation.lang
    out = []
    cued = 0
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        cue = pattern(TOPIC, lang, "file_cue").search(text) or pattern(TOPIC, lang, "file_strong").search(
            text
        )
        # A cue ("even voor je opgezocht") colours its own sentence and the two after it.
        cued = 3 if cue else max(0, cued - 1)
        m = _from_file(text, sentence.text, reading.situation, cued=cued > 0)
        if m:
            start = sentence.start + (min(cue.start(), m[0]) if cue else m[0])
            end = sentence.start + max(m[1], cue.end() if cue else 0)
            out.append(Span(reading.text[start:end], start, end))
    return out


def opens_file(text: str, lang: str) -> bool:
    """True when a folded sentence says in so many words that it speaks from the file."""
    return bool(pattern(TOPIC, lang, "file_strong").search(text)) and not _keeps_silent(text, lang)


def secret_files(situation: Situation) -> bool:
    """True for a house that keeps secret even whether somebody is in its files."""
    banned = fold("; ".join(situation.rules.never_in_public))
    return bool(pattern(TOPIC, situation.lang, "strict_house").search(banned))


def internal_lines(situation: Situation) -> Iterator[str]:
    """What the case itself marks as for inside only: "(alleen intern bekend)", "dat mag niet naar buiten"."""
    mark = pattern(TOPIC, situation.lang, "internal_mark")
    for item in (*situation.facts, *situation.history):
        lines = [s.text for s in sentences(item)]
        for number, line in enumerate(lines):
            if mark.search(fold(line)):
                back = number > 0 and _POINTS_BACK.match(fold(line))
                yield mark.sub(" ", fold(lines[number - 1] if back else line))


def slips(reading: Reading) -> Iterator[Span]:
    """Care, keys and family out of a post full of data, come back in the reply: what had to disappear is repeated."""
    situation = reading.situation
    if not _published(situation):
        return
    hints = pattern(TOPIC, situation.lang, "slipped")
    if not hints.search(fold(situation.post)) and not secret_files(situation):
        return
    for sentence in reading.sentences:
        m = hints.search(reading.folded, sentence.start, sentence.end)
        if m:
            yield Span(reading.text[m.start() : m.end()], m.start(), m.end())


def about_staff(reading: Reading) -> Iterator[Span]:
    """Health, tears or trouble of a colleague; or, under a complaint, what sort of person he is."""
    situation = reading.situation
    lang = situation.lang
    post_names = _named_in(situation)
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        named = any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text) for n in post_names)
        found = pattern(TOPIC, lang, "staff_private").search(text)
        # "The engineer was off sick" tells nothing about a person that readers could know; a name does.
        if found and not (named or _other_name(sentence.text, situation)):
            found = None
        if found is None and named and situation.emotion != "positive":
            found = pattern(TOPIC, lang, "staff_person").search(text)
        if found:
            start, end = sentence.start + found.start(), sentence.start + found.end()
            yield Span(reading.text[start:end], start, end)


def _other_name(typed: str, situation: Situation) -> bool:
    """A capital inside a sentence that is no day, month, customer or house: most likely somebody's name."""
    shown = f"{situation.customer.name} {situation.organisation} {' '.join(situation.posts)}"
    own = {w.text for w in words(fold(shown))}
    common = pattern(TOPIC, situation.lang, "common")
    return any(
        fold(m.group()) not in own and not common.fullmatch(fold(m.group()))
        for m in re.finditer(r"(?<=[\w,] )[A-Z][a-z]+", typed)
    )


def _named_in(situation: Situation) -> frozenset[str]:
    """First names in the posts that are neither the customer's nor the house's."""
    own = set(fold(f"{situation.customer.name} {situation.customer.handle} {situation.organisation}").split())
    found = {
        fold(m.group())
        for post in situation.posts
        for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?!\w)", post)
    }
    common = pattern(TOPIC, situation.lang, "common")
    return frozenset(n for n in found - own if not common.fullmatch(n))


def _published(situation: Situation) -> bool:
    """The customer put data of his own in the open: his post holds several, or the case asks to take it away."""
    kinds = {d.kind for post in situation.posts for d in detect(post)}
    return "protocol.asks_removal" in situation.expected or len(kinds) >= 2


def _keeps_silent(text: str, lang: str) -> bool:
    """A sentence that says the house will not tell: "wat in je dossier staat, zeggen we hier niet"."""
    return bool(pattern(TOPIC, lang, "silent").search(text))


def _from_file(text: str, typed: str, situation: Situation, *, cued: bool) -> tuple[int, int] | None:
    lang = situation.lang
    if (
        "?" in text
        or pattern(TOPIC, lang, "general").match(text)
        or pattern(TOPIC, lang, "private").search(text)
    ):
        return None
    said = fold(" ".join(situation.posts))
    for key in ("file_reason", "other_file"):
        m = pattern(TOPIC, lang, key).search(text)
        if m and not (key == "other_file" and pattern(TOPIC, lang, "refuses").search(text)):
            return m.span()
    found = _status(text, situation, said) or _strong(text, situation, said)
    if found:
        return found
    about_you = _ABOUT_YOU.search(text)
    for key in ("file_direct", *(("file_sensitive",) if cued and about_you else ())):
        for m in pattern(TOPIC, lang, key).finditer(text):
            if not said_by_customer(m.group(), said):
                return m.span()
    like, unlike = examples(TOPIC, lang, "file_like"), examples(TOPIC, lang, "file_unlike")
    if (
        cued
        and meaning.best_similarity(typed, like) >= _FILE_ALIKE
        and meaning.margin(typed, like, unlike) >= _FILE_MARGIN
        and not said_by_customer(text, said)
    ):
        return 0, len(text)
    return None


def _status(text: str, situation: Situation, said: str) -> tuple[int, int] | None:
    """Statements that need no cue: who is a customer, what is open, what the customer asked for out of sight."""
    lang = situation.lang
    m = pattern(TOPIC, lang, "file_status").search(text)
    if m:
        return m.span()
    strict = secret_files(situation)
    m = pattern(TOPIC, lang, "file_strict").search(text)
    if m and strict and not _keeps_silent(text, lang):
        return m.span()
    m = pattern(TOPIC, lang, "file_open").search(text)
    if m and (strict or (_ABOUT_YOU.search(text) and _specific(text, situation, said))):
        return m.span()
    known = fold(" ".join(situation.history))
    for key in ("debt_words", "health_words"):
        for m in pattern(TOPIC, lang, key).finditer(text):
            stem = m.group()[:6]
            if stem in known and stem not in said and _YOURS.search(text[: m.start()]):
                return m.span()
    for m in pattern(TOPIC, lang, "own_matter").finditer(text):
        matter = [w.text for w in words(text[m.end() :])][:2]
        new = [w for w in matter if len(w) >= 4]
        if new and not any(w[:5] in said for w in new):
            return m.start(), m.end() + len(" ".join(matter)) + 1
    return None


def _strong(text: str, situation: Situation, said: str) -> tuple[int, int] | None:
    """The file opened in so many words, with something about this customer that he did not tell himself."""
    lang = situation.lang
    cue = pattern(TOPIC, lang, "file_strong").search(text)
    if cue is None or not opens_file(text, lang) or pattern(TOPIC, lang, "at_large").search(text):
        return None
    # Another clause ("dus het kan zijn dat je dat hebt gemist") is no longer what the file says.
    start = max(text.rfind(",", 0, cue.start()), text.rfind(";", 0, cue.start())) + 1
    stop = next(
        (m.start() for m in re.finditer(r"[,;]", text) if m.start() >= cue.end() + _CLAUSE), len(text)
    )
    told = text[start : cue.start()] + " " + text[cue.end() : stop]
    empty = [pattern(TOPIC, lang, key) for key in ("common", "contact_words")]
    new = {w.text for w in words(told) if len(w.text) >= 5 and not any(e.fullmatch(w.text) for e in empty)}
    new = {w for w in new if w[:5] not in said and w not in fold(situation.customer.name)}
    if len(new) >= _NEW_WORDS and _ABOUT_YOU.search(f"{told} {cue.group()}"):
        return cue.span()
    return cue.span() if _specific(told, situation, said) else None


def _specific(text: str, situation: Situation, said: str) -> bool:
    """A time, date or amount that stands neither in the customer's post nor among the free facts of the case."""
    name = fold(situation.customer.name).split()[:1]
    free = fold(
        " ".join(f for f in situation.facts if not _OF_CUSTOMER.search(fold(f)) and not _has(f, name))
    )
    mine = fold(" ".join(situation.history))
    return any(
        m.group() not in said and (m.group() not in free or m.group() in mine)
        for m in _SPECIFIC.finditer(text)
    )


def _has(text: str, parts: list[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(p)}(?!\w)", fold(text)) for p in parts)


def said_by_customer(found: str, said: str) -> bool:
    """True when the telling words of the finding stand in the customer's own posts."""
    telling = [w.text for w in words(found) if len(w.text) >= 6] or [
        w.text for w in words(found) if len(w.text) >= 4
    ]
    return bool(telling) and all(w[:6] in said for w in telling)
