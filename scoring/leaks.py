"""What a public reply gives away about a customer: data of the card, of the customer's own post, or from nowhere.

Data are compared in squeezed form (letters and digits only), so that "3521AB" is "3521 ab". A place that the
customer named as the scene of a problem may be named again; the same street as his own address may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from scoring.file_leaks import about_staff, internal_lines, opens_file, slips
from scoring.lexicon import pattern
from scoring.model import PrivateFact, Situation
from scoring.pii import Detection, detect, squeeze
from scoring.reading import Reading, lemma
from scoring.text import URL, Span, fold, sentences, words

TOPIC = "privacy"
_MIN_PLAIN = 4
"""Shorter values ("214") are ordinary numbers unless a word like "nummer" stands before them."""
_TELLING = 7
"""A word of a note about health, money or family this long is telling on its own."""
_LONG_NOTE = 5
"""A note of more content words than this is told by three of them, a shorter one by two."""
_ROLE_MAILBOX = re.compile(
    r"(?:info|contact|klanten?\w*|customer\w*|service\w*|support|help\w*|care|guest\w*|hallo|hello|hi|team|leden|"
    r"members?|vragen|questions?|klacht\w*|complaints?|press|pers|media|privacy|legal|web(?:care|team)|redactie|balie|"
    r"reservations?|reserveringen|bookings?|boekingen|orders?|bestellingen|facturen|billing|jobs|vacatures)"
    r"(?:[._-][\w.-]*)?@"
)
"""Mailboxes of a desk and not of a person."""
_DELICATE_KINDS = re.compile(r"health|gezond|medi|debt|schuld|financ|famil|gezin|care|zorg")
_FREE_KINDS = re.compile(
    _DELICATE_KINDS.pattern + r"|note|notitie|bijzonder|situat|status|reason|reden|intern|list|lijst"
)
_PLAIN_KINDS = re.compile(
    r"mail|phone|tel|gsm|mobi|numm?be?r|nummer|(?:^|_)nr|postcode|zip|iban|addres|adres|street|straat|code|birth|"
    r"geboorte|dob|date|datum|plate|kenteken"
)
"""Data with a form of their own: never read as a note in words, however many words they hold."""
_BIRTH_KINDS = re.compile(r"birth|geboorte|dob")
_ADDRESS_KINDS = re.compile(r"address|adres|street|straat")
_NAME_KINDS = re.compile(r"(?:^|_)name|naam")
_HOUSE_NUMBER = re.compile(r"^\d{1,5}[a-z]?(?=\s)|\d{1,5}\s?[a-z]?$")
_PARTICLES = frozenset({"van", "der", "den", "del", "von", "mrs", "mevrouw", "meneer"})
_MONTHS = {
    1: "jan(?:uari|uary)?", 2: "feb(?:ruari|ruary)?", 3: "maart|mrt|mar(?:ch)?", 4: "apr(?:il)?", 5: "mei|may",
    6: "jun[ei]?", 7: "jul[iy]?", 8: "aug(?:ustus|ust)?", 9: "sept?(?:ember)?", 10: "o[kc]t(?:ober)?",
    11: "nov(?:ember)?", 12: "dec(?:ember)?",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Secret:
    """One thing that may not stand in a public reply.

    Attributes:
        kind: E.g. "postcode"; shown to nobody, it chooses how to compare.
        value: As on the card or in the post.
        free: True for notes in words ("zwanger", "betalingsachterstand").
    """

    kind: str
    value: str
    free: bool = False

    @property
    def delicate(self) -> bool:
        """True for a note about health, money or family: one word of it says enough."""
        return self.free and bool(_DELICATE_KINDS.search(self.kind))


def leaks(reading: Reading) -> list[tuple[str, Span]]:
    """Personal data in the reply: (code, words), code "reveals" for data, "reveals_other" for what is in the file."""
    found: list[tuple[str, Span]] = []
    for secret in secrets(reading.situation):
        for start, end in _places(reading, secret):
            found.append(("reveals_other" if secret.free else "reveals", _span(reading, start, end)))
    found.extend(
        ("reveals", Span(d.text, d.start, d.end))
        for d in detect(reading.text, own_contacts(reading.situation))
        if not _of_the_house(reading, d) and not _scene(reading, d)
    )
    found.extend(("reveals_other", s) for s in _kinds_of_the_house(reading))
    found.extend(("reveals_other", s) for s in (*slips(reading), *about_staff(reading)))
    return _without_overlap(found)


@lru_cache(maxsize=256)
def secrets(situation: Situation) -> tuple[Secret, ...]:
    """Everything about this customer that may not be said in public, from the card and from the posts."""
    out = [_from_card(f) for f in situation.customer.private]
    shown = fold(situation.customer.name)
    out.extend(Secret("name", n) for n in situation.customer.other_names if fold(n) != shown)
    out.extend(Secret("note", line, free=True) for line in internal_lines(situation))
    for post in situation.posts:
        out.extend(
            Secret(d.kind, d.text) for d in detect(post, own_contacts(situation)) if not _is_scene(post, d)
        )
    return tuple(s for s in out if squeeze(s.value))


def own_contacts(situation: Situation) -> tuple[str, ...]:
    """The house's own numbers and addresses, those of its private channel too."""
    rules = situation.rules
    return (*rules.own_contacts, *(m.group() for m in URL.finditer(rules.private_channel)))


def _from_card(fact: PrivateFact) -> Secret:
    kind = fold(fact.kind)
    if _NAME_KINDS.search(kind):
        return Secret("name", fact.value)
    if "@" in fact.value:
        return Secret("email", fact.value)
    plain_words = [w for w in words(fact.value) if w.text.isalpha()]
    has_digits = any(c.isdigit() for c in fact.value)
    free = bool(_FREE_KINDS.search(kind)) or (
        len(plain_words) >= 2 and not has_digits and not _PLAIN_KINDS.search(kind)
    )
    return Secret(kind, fact.value, free)


def _places(reading: Reading, secret: Secret) -> Iterator[tuple[int, int]]:
    if secret.free:
        yield from _free_places(reading, secret)
    elif secret.kind == "name":
        yield from _name_places(reading, secret.value)
    else:
        yield from _plain_places(reading.text, secret.value)
        if _ADDRESS_KINDS.search(secret.kind):
            yield from _address_places(reading, secret.value)
        if _BIRTH_KINDS.search(secret.kind):
            yield from _birth_places(reading, secret.value)


def _plain_places(text: str, value: str) -> Iterator[tuple[int, int]]:
    """Where a value stands, whatever its spaces and signs, as whole words."""
    plain = squeeze(value)
    if len(plain) < _MIN_PLAIN:
        return
    kept = [(i, c) for i, c in enumerate(text.lower()[: len(text)]) if c.isalnum()]
    squeezed = "".join(c for _, c in kept)
    at = squeezed.find(plain)
    while at >= 0:
        start, end = kept[at][0], kept[at + len(plain) - 1][0] + 1
        if not _joined(text, start - 1, start) and not _joined(text, end - 1, end):
            yield start, end
        at = squeezed.find(plain, at + 1)


def _joined(text: str, left: int, right: int) -> bool:
    return left >= 0 and right < len(text) and text[left].isalnum() and text[right].isalnum()


def _word_places(folded: str, words_wanted: str) -> Iterator[tuple[int, int]]:
    for m in re.finditer(rf"(?<!\w){re.escape(words_wanted)}(?!\w)", folded):
        yield m.span()


def _name_places(reading: Reading, name: str) -> Iterator[tuple[int, int]]:
    """Any part of a name that the customer shows nowhere himself."""
    customer = reading.situation.customer
    shown = {
        w.text for w in words(fold(f"{customer.name} {customer.handle} {' '.join(reading.situation.posts)}"))
    }
    parts = {w.text for w in words(fold(name)) if len(w.text) >= 3} - shown - _PARTICLES
    for w in reading.words:
        if fold(w.text) in parts and w.text[0].isupper():
            yield w.start, w.end


def _address_places(reading: Reading, value: str) -> Iterator[tuple[int, int]]:
    """The street or the house number alone gives an address away too."""
    line = fold(value.split(",")[0]).strip()
    number = _HOUSE_NUMBER.search(line)
    street = line.replace(number.group(), "", 1).strip() if number else line
    if len(street) >= _MIN_PLAIN:
        yield from _word_places(reading.folded, street)
    if number:
        digits = re.escape(number.group().strip())
        for m in re.finditer(rf"(?<!\w)(?:nummer|nr\.?|number|no\.?|huis)\s+{digits}(?!\w)", reading.folded):
            yield m.span()


def _birth_places(reading: Reading, value: str) -> Iterator[tuple[int, int]]:
    """A birthday in words: "alvast een fijne verjaardag in november"."""
    month = _month_of(fold(value))
    cue = pattern(TOPIC, reading.situation.lang, "birthday")
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        m = cue.search(text)
        if m is None:
            continue
        named = re.search(rf"(?<!\w)(?:{month})(?!\w)", text) if month else None
        if named or "datum" not in text:
            yield (
                sentence.start + m.start(),
                sentence.start + (max(m.end(), named.end()) if named else m.end()),
            )


def _month_of(date: str) -> str:
    numbers = re.findall(r"\d+", date)
    for number, names in _MONTHS.items():
        if re.search(rf"(?<!\w)(?:{names})(?!\w)", date):
            return names
        if len(numbers) == 3 and int(numbers[1]) == number:
            return names
    return ""


def _free_places(reading: Reading, secret: Secret) -> Iterator[tuple[int, int]]:
    """Where a sentence tells a note in words, the note's own or others: enough of its content words together."""
    lang = reading.situation.lang
    house, known = _house_words(reading.situation), _known_words(reading.situation)
    for line in sentences(secret.value):
        note = _content_words(line.text, lang)
        for sentence in reading.sentences:
            # Said from the file, the customer's own words are a confirmation too.
            told_so = opens_file(reading.folded[sentence.start : sentence.end], lang)
            telling = note - (house if told_so else known)
            needed = 2 if len(telling) <= _LONG_NOTE else 3
            hits: list[Span] = []
            told: set[str] = set()
            for w in words(reading.folded[sentence.start : sentence.end]):
                same = next((t for t in telling if _same_stem(w.text, t, lang)), None)
                if same is not None:
                    told.add(same)
                    hits.append(w)
            alone = secret.delicate and any(len(h.text) >= _TELLING for h in hits)
            if hits and (alone or len(told) >= needed):
                yield sentence.start + hits[0].start, sentence.start + hits[-1].end


def _content_words(note: str, lang: str) -> set[str]:
    """Words of a note that say something: longer ones and amounts, without words of time and measure."""
    common = pattern(TOPIC, lang, "common")
    found = {w.text for w in words(fold(note))}
    return {w for w in found if (len(w) >= 5 or (w.isdigit() and len(w) >= 2)) and not common.fullmatch(w)}


def _known_words(situation: Situation) -> frozenset[str]:
    """Words that tell nothing new: what the customer said himself, his shown name, the house and its addresses."""
    return _house_words(situation) | {w.text for w in words(fold(" ".join(situation.posts)))}


def _house_words(situation: Situation) -> frozenset[str]:
    customer = situation.customer
    shown = (customer.name, customer.handle, situation.organisation, *situation.rules.own_contacts)
    return frozenset(w.text for w in words(fold(" ".join(shown))))


def _same_stem(word: str, telling: str, lang: str) -> bool:
    """The same word, or another form or compound of it ("zwangerschap" for "zwanger")."""
    if word == telling:
        return True
    if telling.isdigit() or len(word) < 4:
        return False
    long_enough = len(telling) >= _TELLING and word.startswith(telling[: max(_TELLING, len(telling) - 2)])
    return long_enough or lemma(word, lang) == lemma(telling, lang)


def _of_the_house(reading: Reading, found: Detection) -> bool:
    """A number, address or mailbox that the reply gives as the house's own ("bel ons op", "onze winkel")."""
    if found.kind not in ("phone", "address", "postcode", "email"):
        return False
    name = squeeze(reading.situation.organisation)
    if found.kind == "email" and (
        (name and name in squeeze(found.text)) or _ROLE_MAILBOX.match(found.text.lower())
    ):
        return True
    here = next((s for s in reading.sentences if s.start <= found.start < s.end), None)
    before = here.start if here else max(0, found.start - 80)
    return bool(pattern(TOPIC, reading.situation.lang, "house").search(reading.folded, before, found.start))


def _scene(reading: Reading, found: Detection) -> bool:
    """An address that the customer named himself as the place of the problem, and that is not told from the file."""
    situation = reading.situation
    here = next((s for s in reading.sentences if s.start <= found.start < s.end), None)
    told = here is not None and opens_file(reading.folded[here.start : here.end], situation.lang)
    if found.kind not in ("address", "postcode") or told:
        return False
    plain = squeeze(found.text)
    return any(
        squeeze(d.text) == plain and _is_scene(post, d) for post in situation.posts for d in detect(post)
    )


def _is_scene(post: str, found: Detection) -> bool:
    """True for an address in a post that is not the customer's own: no other data beside it, no "ik woon"."""
    if found.kind not in ("address", "postcode"):
        return False
    others = [d for d in detect(post) if d.kind not in ("address", "postcode")]
    homely = any(pattern(TOPIC, lang, "own_home").search(fold(post)) for lang in ("nl", "en"))
    return not others and not homely


def _kinds_of_the_house(reading: Reading) -> Iterator[Span]:
    """Kinds of data that this house names as never public: health, amounts, what someone has bought."""
    lang = reading.situation.lang
    banned = fold("; ".join(reading.situation.rules.never_in_public))
    personal = re.compile(
        r"(?<!\w)(?:je|jou|jouw|uw|u|you|your|you've|die|de sessies|hij|zij|haar|zijn|he|she|his|her)(?!\w)"
    )
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        if (
            "?" not in text
            and not personal.search(text)
            and not pattern(TOPIC, lang, "money_about").search(text)
        ):
            continue
        if pattern(TOPIC, lang, "general").match(text):
            continue
        spans: list[tuple[int, int]] = []
        if pattern(TOPIC, lang, "kind_health").search(banned):
            spans += [
                m.span() for m in pattern(TOPIC, lang, "health_words").finditer(text) if personal.search(text)
            ]
        if pattern(TOPIC, lang, "kind_amount").search(banned) and pattern(TOPIC, lang, "money_about").search(
            text
        ):
            spans += [m.span() for m in re.finditer(pattern(TOPIC, lang, "amount").pattern, text)][:1]
        if pattern(TOPIC, lang, "kind_product").search(banned):
            spans += _product_places(reading, sentence)
        for start, end in spans[:1]:
            yield _span(reading, sentence.start + start, sentence.start + end)


def _product_places(reading: Reading, sentence: Span) -> list[tuple[int, int]]:
    """A product with a name of two words that the customer wrote and the reply repeats: "Aanvullend Plus"."""
    post = reading.situation.post
    names = [m.group() for m in re.finditer(r"(?<![.!?] )\b[A-Z][a-z]+ [A-Z][a-z]+\b", post)]
    known = fold(f"{reading.situation.customer.name} {reading.situation.organisation}")
    text = reading.text[sentence.start : sentence.end]
    return [(text.index(n), text.index(n) + len(n)) for n in names if n in text and fold(n) not in known]


def _span(reading: Reading, start: int, end: int) -> Span:
    return Span(reading.text[start:end], start, end)


def _without_overlap(found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    kept: list[tuple[str, Span]] = []
    for code, span in sorted(found, key=lambda f: (f[1].start, -f[1].end)):
        if not kept or span.start >= kept[-1][1].end:
            kept.append((code, span))
    return kept
