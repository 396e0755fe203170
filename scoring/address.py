"""Who is addressed in a reply, by which name, and how it is signed: names only where a name is expected.

Names are never searched for as part of a word ("Mo" in "moment"): words are compared as a whole, without accents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from scoring import lexicon
from scoring import text as cut
from scoring.model import Customer, Situation
from scoring.reading import Reading
from scoring.text import Span

_NAME = r"[A-Z\u00c0-\u00de][^\W\d_]*(?:['’\-][^\W\d_]+)*"
_INITIAL = re.compile(r"^(?:[A-Z]\.?){1,3}$")
_MISSPELT_FROM = 5
"""Shortest name in which one wrong letter is a slip of the pen; in shorter names it is another name (Lies, Lisa)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A customer's name in its parts, folded.

    Attributes:
        first: First names, in order; empty when the customer shows only a last name.
        last: Last name without particles; "" when not shown.
        handle: The handle without @ and punctuation, folded; "" when not known.
    """

    first: tuple[str, ...]
    last: str
    handle: str

    def is_first(self, word: str) -> bool:
        """True when a word is a first name of the customer, whole or joined ("Anne-Marie", "Anne Marie")."""
        folded = _plain(word)
        return bool(self.first) and folded in (self.first[0], "".join(self.first))

    def is_last(self, word: str) -> bool:
        """True when a word is the customer's last name without its particles."""
        return bool(self.last) and _plain(word) == _plain(self.last)

    def may_be(self, word: str) -> bool:
        """True when a word can be meant for this customer: a short form, part of the handle, a small slip."""
        folded = _plain(word)
        if self.is_first(word) or self.is_last(word) or self.is_slip(word):
            return True
        if len(folded) >= 3 and self.first and (self.first[0].startswith(folded) or folded in self.first):
            return True
        return self.handle != "" and len(folded) >= 2 and (self.handle.startswith(folded))

    def is_slip(self, word: str) -> bool:
        """True when a word is the name with one letter wrong, and not another existing form of it (Denis, Denise)."""
        folded = _plain(word)
        for name in (*self.first[:1], _plain(self.last)):
            if min(len(folded), len(name)) < _MISSPELT_FROM or Levenshtein.distance(folded, name) != 1:
                continue
            if folded[-1] == name[-1] or {folded[-1:], name[-1:]} & {"h"}:
                return True
        return False


_REMARK = re.compile(r"\([^)]*\)")
"""What stands in brackets behind a name says something about it: "(screen name)"."""


@lru_cache(maxsize=1024)
def name_of(customer: Customer, lang: str) -> Name:
    """The customer's name in parts: titles and initials off, particles ("van der") apart."""
    titles = lexicon.pattern("address", lang, "titles")
    particles = lexicon.pattern("address", lang, "particles")
    shown = _REMARK.sub(" ", customer.name)
    words = [w for w in re.split(r"\s+", shown.strip()) if w]
    titled = False
    while words and titles.fullmatch(cut.fold(words[0])):
        words, titled = words[1:], True
    while words and len(words) > 1 and _INITIAL.match(words[0]):
        words, titled = words[1:], True
    # "mevrouw Gerrie Postma" has a first name all the same.
    titled = titled and (len(words) < 2 or bool(particles.fullmatch(cut.fold(words[0]))))
    first: list[str] = []
    while words and not titled and not particles.fullmatch(cut.fold(words[0])) and not first:
        first.append(_plain(words.pop(0)))
    # More words before a particle are further first names: "Anne Marie de Boer".
    upto = next((i for i, w in enumerate(words) if particles.fullmatch(cut.fold(w))), 0)
    first += [_plain(w) for w in words[:upto]]
    rest = [w for w in words[upto:] if not particles.fullmatch(cut.fold(w))]
    return Name(tuple(first), " ".join(rest), _plain(customer.handle))


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", cut.fold(word))


@dataclass(frozen=True, slots=True)
class Called:
    """A place where the reply addresses somebody.

    Attributes:
        span: The name, with its title if there is one.
        word: The name itself: the first name, or the last name after a title.
        titled: True for "mevrouw Hoekstra", "Ms Keaney".
        greeted: True directly after a greeting word: certainly an address.
    """

    span: Span
    word: str
    titled: bool
    greeted: bool


def called(reading: Reading) -> list[Called]:
    """All places where the reply addresses somebody by a name, in order, each once."""
    lang = reading.situation.lang
    out: dict[int, Called] = {}
    for found in (*_greeted(reading, lang), *_titled(reading, lang), *_vocative(reading, lang)):
        out.setdefault(found.span.start, found)
    return [out[start] for start in sorted(out)]


@lru_cache(maxsize=8)
def _shape(lang: str, key: str) -> str:
    return lexicon.pattern("address", lang, key).pattern


@lru_cache(maxsize=8)
def _name_shape(lang: str) -> str:
    # Particles may be typed with a capital: "mevrouw Van der Velde".
    return rf"(?:(?:(?i:{_shape(lang, 'particles')}))\s+)*(?P<word>{_NAME})"


@lru_cache(maxsize=8)
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    greeting, title, name = (_shape(lang, "greetings"), _shape(lang, "titles"), _name_shape(lang))
    titled = rf"(?P<title>(?i:{title}))\s+(?:{_NAME}\.?\s+)?{name}"
    return {
        "greeted": re.compile(rf"(?:^|[\n.!?]\s*)(?i:{greeting})[ ,]+(?:(?P<title>(?i:{title}))\s+)?{name}"),
        "also": re.compile(rf"\s*(?:,|&|\ben\b|\band\b)\s*(?P<word>{_NAME})(?=\s*[,.!?\n])"),
        "titled": re.compile(
            rf"(?P<before>^|[,.!?:;)\n]\s*|(?i:{_shape(lang, 'leads')})\s+){titled}(?=\s*(?:[,.!?:;\n]|$))"
        ),
        "vocative": re.compile(
            rf"(?P<before>^|[,.!?:;)\n]\s*|(?i:{_shape(lang, 'leads')})[ ,]+)(?P<word>{_NAME})(?=\s*(?:[,.!?:\n]|$))"
        ),
    }


def _greeted(reading: Reading, lang: str) -> list[Called]:
    patterns, out = _patterns(lang), []
    text = _accents_kept(reading)
    for m in patterns["greeted"].finditer(text):
        word, titled = m.group("word"), bool(m.group("title"))
        if not (titled or _is_name(word, reading, known_only="," in m.group()[: -len(word)])):
            continue
        start = m.start("title") if titled else m.start("word")
        out.append(Called(Span(text[start : m.end()], start, m.end()), word, titled, greeted=True))
        also = patterns["also"].match(text, m.end())
        if also and _is_name(also.group("word"), reading, known_only=True):
            out.append(Called(_span(also, "word"), also.group("word"), titled=False, greeted=True))
    return out


def _titled(reading: Reading, lang: str) -> list[Called]:
    out = []
    for m in _patterns(lang)["titled"].finditer(_accents_kept(reading)):
        if not _apposition(reading, m.start("title"), lang) and not _signs_off(
            reading, m.start("title"), lang
        ):
            span = Span(m.group()[len(m.group("before")) :], m.start("title"), m.end())
            out.append(Called(span, m.group("word"), titled=True, greeted=False))
    return out


def _vocative(reading: Reading, lang: str) -> list[Called]:
    out = []
    for m in _patterns(lang)["vocative"].finditer(_accents_kept(reading)):
        start = m.start("word")
        if _apposition(reading, start, lang) or _signs_off(reading, start, lang):
            continue
        if _is_name(m.group("word"), reading, known_only=True):
            out.append(Called(_span(m, "word"), m.group("word"), titled=False, greeted=False))
    return out


def _span(match: re.Match[str], group: str) -> Span:
    return Span(match.group(group), match.start(group), match.end(group))


def _accents_kept(reading: Reading) -> str:
    return reading.body.replace("’", "'")


def _is_name(word: str, reading: Reading, *, known_only: bool) -> bool:
    """Whether a capitalised word in an addressing place is a name and not "Klant", "Wat" or the house itself."""
    situation, folded = reading.situation, cut.fold(word)
    name = name_of(situation.customer, situation.lang)
    if name.is_first(word) or name.is_last(word) or name.is_slip(word):
        return True
    if lexicon.pattern("address", situation.lang, "not_names").fullmatch(folded):
        return False
    if folded in cut.fold(situation.organisation):
        return False
    if folded in first_names():
        return True
    return not known_only and not _is_word(folded, situation.lang)


def is_everyday_word(word: str, lang: str) -> bool:
    """True for a name that is a word as well ("Will", "Roos"): it counts as a name only where a name can stand."""
    folded = cut.fold(word)
    # The English word list holds first names too; those that double as words were left out of our list of names.
    return _is_word(folded, lang) and (lang == "nl" or folded not in first_names())


@lru_cache(maxsize=4096)
def _is_word(word: str, lang: str) -> bool:
    import simplemma

    return bool(simplemma.is_known(word, lang=lang))


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """Known first names of both languages, folded."""
    return frozenset(cut.fold(n) for lang in ("nl", "en") for n in lexicon.examples("names", lang, "first"))


def _apposition(reading: Reading, start: int, lang: str) -> bool:
    """True for a name that explains who somebody else is: "onze woonconsulent, mevrouw Bakker"."""
    own, role = _shape(lang, "apposition"), _shape(lang, "roles")
    if re.match(rf"\w+\s*,\s*(?:{own}\s|(?:de|the|an?|een)\s+{role})", reading.folded[start:]):
        return True
    before = reading.folded[:start].rstrip(" ")
    if not before.endswith(","):
        return False
    return re.search(rf"(?:{own}\s+\w+(?:\s\w+)?|{role}),$", before) is not None


def _signs_off(reading: Reading, start: int, lang: str) -> bool:
    """True for a name that closes the message after "groet," or on its own at the very end."""
    before = reading.folded[:start].rstrip(" ,\n-–!.")
    if re.search(rf"{_shape(lang, 'closings')}(?:\s\w+)?$", before):
        return True
    closing = sign_off(reading) if reading.signature is None else None
    return closing is not None and start >= closing.start


def sign_off(reading: Reading) -> Span | None:
    """The name of a person with which the reply ends ("Groet, Marieke"), or None.

    The customer's own name and the house's are no signature; neither is a dictionary word.
    """
    lang, text = reading.situation.lang, _accents_kept(reading)
    closings = lexicon.pattern("address", lang, "closings")
    for shape in (_FULL_AT_END, _FIRST_AT_END):
        m = shape.search(text)
        if not m or closings.fullmatch(cut.fold(m.group("first"))):
            continue
        if _is_sign_off(m, text[: m.start("name")], reading):
            return Span(m.group("name"), m.start("name"), m.end("name"))
    return None


_FULL_AT_END = re.compile(
    rf"(?P<name>(?P<first>{_NAME})\s+(?:(?:van|de|der|den|ten|ter)\s+){{0,2}}{_NAME})[\s.!x)(]*$"
)
_FIRST_AT_END = re.compile(rf"(?P<name>(?P<first>{_NAME}))[\s.!x)(]*$")


def _is_sign_off(match: re.Match[str], before: str, reading: Reading) -> bool:
    lang, first = reading.situation.lang, cut.fold(match.group("first"))
    name = name_of(reading.situation.customer, lang)
    words = match.group("name").split()
    if any(name.is_first(w) or name.is_last(w) for w in words):
        return False
    if first in cut.fold(reading.situation.organisation):
        return False
    before = before.rstrip(" ")
    closed = re.search(rf"{_shape(lang, 'closings')}(?:\s\w+)?[\s,!.-]*$", cut.fold(before)) is not None
    apart = before.endswith(("\n", "-", "–", ".", "!", "?"))
    known = first in first_names()
    strange = not _is_word(first, lang)
    return (
        (closed and (known or strange or len(words) > 1))
        or (apart and (known or strange))
        or (before.endswith(",") and known)
    )


def core(reading: Reading) -> str:
    """What the reply says without greeting, names, signature and closing: for comparing with other texts.

    The length is kept; what is left out is blanked.
    """
    return core_of(reading.text, reading.situation)


@lru_cache(maxsize=1024)
def _core(text: str, names: tuple[str, ...], lang: str) -> str:
    folded = cut.fold(text)
    greeting, title, closing = (_shape(lang, k) for k in ("greetings", "titles", "closings"))
    spans = [
        m.span() for rx in (cut.URL, cut.MENTION, cut.PART_MARK, cut.INITIALS) for m in rx.finditer(text)
    ]
    spans += [m.span() for m in re.finditer(r"\^\s?[A-Za-z]{1,4}\b|\[[^\]]{1,20}\]", text)]
    for name in names:
        spans += [m.span() for m in re.finditer(rf"(?<!\w)(?:{title}\s+)?{re.escape(name)}(?!\w)", folded)]
    head = re.match(rf"\s*{greeting}(?:[ ,]+(?:{title}\s+)?(?:[^\W\d_]+))?\s*[,!.]", folded)
    if head:
        spans.append(head.span())
    tail = re.search(
        rf"(?:met\s+)?(?:vriendelijke\s+|hartelijke\s+|kind\s+)?{closing}[\s,]*(?:[^\W\d_]+[\s.!]*){{0,2}}$",
        folded,
    )
    if tail:
        spans.append(tail.span())
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def core_of(text: str, situation: Situation) -> str:
    """As `core`, for any text in a situation (a standard reply, a customer's post)."""
    name = name_of(situation.customer, situation.lang)
    names = tuple(n for n in (*name.first, cut.fold(name.last)) if n)
    return _core(text, names, situation.lang)
