"""Personal data in running text: numbers, addresses and secrets of people in the Netherlands, Belgium and Britain.

Two sorts of rules. *Self-evident* ones have a form or a check digit that nothing else has (an IBAN, an e-mail
address). *Cued* ones need a word before them ("klantnummer", "born"), because eleven digits may be anything: of
random nine-digit numbers 8.9 % pass the check of a Dutch citizen number (docs/dependencies.md).

>>> [(d.kind, d.text) for d in detect("Bel me op 06-12345678, mijn klantnummer is 00458213")]
[('phone', '06-12345678'), ('reference', '00458213')]
>>> detect("De levering van 24-11-2026 kost 1250 euro.")
()
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from stdnum import iban, luhn
from stdnum.be import nn
from stdnum.nl import bsn

REGIONS = ("NL", "BE", "GB")
_PRIVATE_NUMBERS = frozenset(
    {
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
        phonenumbers.PhoneNumberType.PERSONAL_NUMBER,
        phonenumbers.PhoneNumberType.VOIP,
    }
)
"""Kinds of phone number that a person has; 0800, 0900 and the like belong to organisations."""


@dataclass(frozen=True, slots=True)
class Detection:
    """One piece of personal data: its kind, its place in code points, its text."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Rule:
    """What to look for: the group named `v`, or the whole match, is the datum when `check` holds."""

    kind: str
    pattern: re.Pattern[str]
    check: Callable[[str], bool]


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _true(_text: str) -> bool:
    return True


def _rule(kind: str, pattern: str, check: Callable[[str], bool] = _true, *, case: bool = False) -> _Rule:
    return _Rule(kind, re.compile(pattern, 0 if case else re.IGNORECASE), check)


_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|jun[ei]?|jul[iy]?"
    r"|aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th|e)?(?: of)? {_MONTH}\.?,?(?: (?:19|20)?\d\d)?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d)"
)
_IS = r"(?:\s*(?:is|was|luidt|:|=|#|\bnr\b\.?|\bno\b\.?|number|nummer))*\s*"
_CODE = r"(?P<v>#?(?=[\w/-]*\d)[A-Za-z0-9][\w/-]{3,}\w)"
_REFERENCE_OF = (
    r"(?:klant|customer|client|account|bestel|order|polis|policy|factuur|invoice|dossier|zaak|case|ticket|lid"
    r"|lidmaatschaps?|member(?:ship)?|contract|abonnee|abonnements?|reserverings?|booking|boekings?|reservation"
    r"|incident|meldings?|relatie|rekening|aansluit|huurders?|verzekerden|patient|reference|claims?|tracking)"
)
_DIGIT_WORD = (
    r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|zero|oh|nought|one|two|three|four|five|six|seven|eight"
    r"|nine|dubbel|double|\d)"
)
"""A digit in words: a number read out loud is the same number."""
_STREET_END = (
    r"(?:straat|laan|weg|plein|gracht|kade|kaai|singel|dijk|hof|pad|park|steeg|dreef|baan|plantsoen|markt|vest|lei"
    r"|wal|allee|brink|burgwal|hoek|erf|akker|kouter|berg)"
)
_HOUSE = (
    r"(?:nr\.? ?|nummer |no\.? ?)?\d{1,4}(?: ?[-/] ?(?:\d{1,4}|[IVX]+)| ?(?:bis|hs|huis|bus \d{1,4})"
    r"| ?[a-h])?(?!\w)"
)
_NOT_HOUSE = (
    r"(?! ?(?:km|m2|meter|minu|uur|u\b|dagen|weken|jaar|euro|%|keer|x\b|graden|°|mensen|stuks|days|hours))"
)
_TOWN = (
    r"(?:Antwerpen|Gent|Brugge|Leuven|Mechelen|Hasselt|Kortrijk|Oostende|Aalst|Genk|Roeselare|Brussel|Sint-Niklaas"
    r"|Turnhout|Dendermonde|Lokeren|Vilvoorde|Lier|Ieper|Tongeren|Deinze|Waregem|Luik|Namen|Charleroi)"
)
_BRITISH_STREET = (
    r"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Dr|Close|Court|Way|Square|Terrace|Place|Gardens|Crescent"
    r"|Grove|Hill|Mews|Row)"
)
_UNITS = frozenset(
    """
    mb gb tb kb km cm mm kg gr ml kw pk w wh eu uk nl ce en of in op te is ik je we na al om an er he to
    at on it my or by be so no do up if me us am pm as go de la le va zo ze nu ja ga wij
    """.split()  # noqa: SIM905 words in a row read better than a list of strings
)


def _is_postcode(text: str) -> bool:
    """Dutch: not a measure or a short word after four digits; capitals or no space tell them apart."""
    return text[-2:].lower() not in _UNITS


def _is_card(text: str) -> bool:
    digits = _digits(text)
    return digits[0] in "3456" and bool(luhn.is_valid(digits))


_RULES = (
    _rule("email", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
    _rule(
        "email",
        r"(?<![\w.+-])[\w.+-]{1,64}(?: (?:dot|punt) \w{1,40}){0,4} ?(?:\[at\]|\(at\)|\b(?:apenstaartje|at)\b) ?"
        r"[\w-]{1,63}"
        r" ?(?:\[dot\]|\(dot\)|\b(?:dot|punt)\b|\.) ?(?:nl|be|com|org|net|eu|uk|co)\b",
    ),
    _rule(
        "national_number",
        r"(?<![\w.-])\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}(?![\w-])",
        lambda s: bool(nn.is_valid(_digits(s))),
    ),
    _rule(
        "national_number",
        r"\b(?:ni number|national insurance)\b[^\n.?!]{0,20}?(?P<v>[a-z]{2}(?: ?\d\d){3} ?[a-d])\b",
    ),
    _rule(
        "bsn",
        r"\b(?:bsn|burgerservice\w*|sofi\w*)\b[^\n.?!]{0,40}?(?P<v>\d(?:[ .]?\d){8})(?!\d)",
        lambda s: bool(bsn.is_valid(_digits(s))),
    ),
    _rule("card", r"(?<![\w-])(?:\d[ -]?){12,18}\d(?![\w-])", _is_card),
    _rule(
        "birth_date",
        r"\b(?:geboren|geboortedatum|geboorte|geb\.?|dob|d\.o\.b\.?|birth\w*|born)"
        rf"[^\d\n]{{0,15}}?(?P<v>{_DATE})",
    ),
    _rule(
        "id_document",
        r"\b(?:paspoort|passport|id-?kaart|rijbewijs|identiteits\w+|driving licen[cs]e)(?:nummer|nr)?"
        rf"{_IS}(?P<v>(?=\w*\d)[A-Z0-9]{{8,18}})\b",
    ),
    _rule("secret", r"\b(?:wachtwoord|password|ww|pw)\b\s*(?:is|:|=)\s*(?P<v>(?=\S*\d)\S{5,})"),
    _rule(
        "secret",
        r"\b(?:\w*wachtwoord|codewoord|password|passcode|(?:memorable|security|safe) word)\b *(?:is|:|=)? *"
        r"(?P<v>(?=[^\s.,!?)]*\d)[^\s.,!?)]{5,}|(?-i:[A-Z])\w{3,})",
    ),
    _rule(
        "secret",
        r"\b(?:key ?safe|sleutel\w+|door|deur|toegangs\w*|entry|poort|gate|alarm)\b[\w ,]{0,40}?\bcode\b:? (?:is )?"
        r"(?P<v>\d{4,6})\b",
    ),
    _rule("secret", r"\b(?:pin(?:code)?|cvc|cvv)\b\s*(?:is|:|=)?\s*(?P<v>\d{3,6})\b"),
    _rule(
        "plate",
        r"\b(?=[A-Z\d-]{0,12}[A-Z])(?=[A-Z\d-]{0,12}\d)(?:[A-Z]{1,3}-\d{2,3}-[A-Z]{1,2}|\d{1,2}-[A-Z]{2,3}-\d{1,2}"
        r"|[A-Z]{2}-[A-Z]{2}-\d\d|\d\d-\d\d-[A-Z]{2}|[A-Z]{2}-\d\d-\d\d|\d\d-[A-Z]{2}-[A-Z]{2}|\d-[A-Z]{3}-\d{3})\b",
        case=True,
    ),
    _rule("plate", r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b", case=True),
    _rule(
        "plate",
        r"\b(?:kenteken|nummerplaat|(?:licen[cs]e|number) plate|registration)"
        rf"{_IS}(?P<v>(?=[\w-]*\d)[A-Z0-9]{{1,4}}[- ]?[A-Z0-9]{{2,3}}(?:-?[A-Z0-9]{{1,3}})?)\b",
    ),
    _rule(
        "reference",
        rf"\b{_REFERENCE_OF}[ -]?(?:nummer|nr|number|no|code|id|ref(?:erence|erentie)?)\b\.?{_IS}{_CODE}",
    ),
    _rule(
        "reference",
        r"\b(?:bestelling|factuur|order|booking|boeking|invoice|account|dossier|ean|polis|case|claim|zaak)"
        rf"{_IS}{_CODE}",
    ),
    _rule(
        "reference",
        rf"\b{_REFERENCE_OF}[ -]?(?:nummer|nr|number|no|code|id)\b\.?{_IS}"
        rf"(?P<v>{_DIGIT_WORD}(?:[ ,-]+{_DIGIT_WORD}){{2,}})(?!\w)",
    ),
    _rule("number", rf"(?<!\w)(?!(?:\d[ ,-]+)+\d){_DIGIT_WORD}(?:[ ,-]+{_DIGIT_WORD}){{5,}}(?!\w)"),
    _rule(
        "reference",
        r"\b(?:reserveringscode|booking ref|boekingscode|pnr)\b ?:?(?: is)? ?"
        r"(?P<v>(?=[A-Z0-9]*\d)[A-Z0-9]{6})\b",
    ),
    _rule(
        "reference",
        r"(?<![\w.-])(?:3S[A-Z0-9]{10,16}"
        r"|(?!0[3789]\d\d-|(?:19|20)\d\d-(?:19|20)\d\d\b)\d{4,}-\d{4,})(?![\w-])",
        case=True,
    ),
    _rule("postcode", r"\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b", _is_postcode, case=True),
    _rule("postcode", r"(?:\d[a-z]?,? |postcode:? )(?P<v>[1-9]\d{3} ?[a-z]{2})\b", _is_postcode),
    _rule("postcode", rf"\b[1-9]\d{{3}} {_TOWN}\b", case=True),
    _rule("postcode", r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d(?![AP]M)[A-Z]{2}\b", case=True),
    _rule(
        "address",
        r"(?<![\w'’-])(?:(?-i:[A-Z])[\w'.’-]{1,40} (?:(?:van|de|der|den|het) )*)?[\w'’-]{0,40}"
        rf"(?<![\d ]){_STREET_END} {_HOUSE}{_NOT_HOUSE}",
    ),
    _rule(
        "address",
        r"\b(?:Laan|Plein|Weg|Kade|Avenue|Rue) (?:(?:van|de|der|den|het|du|la) )*"
        rf"[A-Z][\w'’-]*(?:[ -][A-Z][\w’-]*)* {_HOUSE}{_NOT_HOUSE}",
        case=True,
    ),
    _rule("address", rf"\bhuisnummer:?(?: is)? ?(?P<v>{_HOUSE})"),
    _rule("address", rf"\b\d{{1,4}}[A-Za-z]? (?:[A-Z][\w'’]+ ){{1,3}}{_BRITISH_STREET}\b", case=True),
)
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]{2,4}){3,8}\b", re.IGNORECASE)
_PERHAPS_PHONE = re.compile(r"(?:\d\D{0,4}){7}\d")
"""Fewer digits, or further apart, the library never takes for a number of these countries; looking is slow."""
_MADE_UP_PHONE = re.compile(
    r"(?<![\d+])(?:(?:\(0\)|0|\+31 ?|0031 ?)6(?:[ –-]*\d){8}"
    r"|(?:0|\+44 ?|0044 ?)7\d{3}[ -]?\d{3}[ -]?\d{3}|(?:0|\+32 ?|0032 ?)4\d{2}(?:[ ./-]?\d{2}){3}"
    r"|(?:0|\+44 ?)(?:20[ -]?7946|1\d\d[ -]?496|1\d{3}[ -]?960)[ -]?\d{3,4})(?!\d)"
)
"""Also numbers that nobody has, such as 07700 900123: what authors of cases use, and phonenumbers calls invalid."""
_NUMBER = re.compile(r"(?<![\w.,€£$/-])\d{8,}(?![\w€%])")
_PUBLIC_NUMBER = re.compile(
    r"\b(?:kvk|btw|vat|kbo|artikel\w*|product\w*|model\w*|serie\w*|serial|item|isbn|company (?:no|number))"
    r"\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)


def detect(text: str, own: Iterable[str] = ()) -> tuple[Detection, ...]:
    """Personal data in a text, in order of place, without overlaps.

    Args:
        text: Any text.
        own: Public numbers, sites and addresses of the house itself: never personal data.

    Returns:
        What was found; of overlapping finds the more certain kind stays.
    """
    kept: list[Detection] = []
    house = tuple(own)
    for found in _candidates(text):
        if any(d.start < found.end and found.start < d.end for d in kept):
            continue
        if not belongs_to_house(found, house):
            kept.append(found)
    return tuple(sorted(kept, key=lambda d: d.start))


def belongs_to_house(found: Detection, own: Iterable[str]) -> bool:
    """True when a detection is one of the house's own public numbers, sites or addresses."""
    plain = squeeze(found.text)
    for contact in own:
        mine = squeeze(contact)
        if not mine:
            continue
        if plain == mine or (found.kind == "email" and plain.endswith(mine)):
            return True
        digits = _digits(mine)
        if (
            found.kind == "phone"
            and len(digits) >= 4
            and digits == mine
            and _digits(plain)[-8:] == digits[-8:]
        ):
            return True
        if found.kind in ("address", "postcode") and plain in mine:
            return True
    return False


def squeeze(text: str) -> str:
    """Letters and digits only, lower case: for comparing data that may be written in several ways."""
    return "".join(c for c in text.lower() if c.isalnum())


@lru_cache(maxsize=512)
def _candidates(text: str) -> tuple[Detection, ...]:
    """Everything any rule sees, most certain first."""
    found = list(_ibans(text))
    for rule in _RULES:
        for m in rule.pattern.finditer(text):
            group = "v" if "v" in rule.pattern.groupindex and m.group("v") else 0
            start, end = m.span(group)
            if rule.check(text[start:end]):
                found.append(Detection(rule.kind, start, end, text[start:end]))
    found.extend(_phones(text))
    found.extend(_long_numbers(text))
    return tuple(found)


def _ibans(text: str) -> Iterator[Detection]:
    """An IBAN in running text may swallow the next word: shorten until the check digits fit."""
    for m in _IBAN.finditer(text):
        candidate = m.group()
        while len(candidate) >= 15 and not iban.is_valid(squeeze(candidate), check_country=False):
            candidate = candidate[:-1].rstrip(" .-")
        if len(candidate) >= 15:
            yield Detection("iban", m.start(), m.start() + len(candidate), candidate)


def _phones(text: str) -> Iterator[Detection]:
    plain = text.replace("–", "-")
    seen: set[tuple[int, int]] = set()
    for region in REGIONS if _PERHAPS_PHONE.search(plain) else ():
        for m in phonenumbers.PhoneNumberMatcher(plain, region, leniency=phonenumbers.Leniency.VALID):
            if phonenumbers.number_type(m.number) in _PRIVATE_NUMBERS and (m.start, m.end) not in seen:
                seen.add((m.start, m.end))
                yield Detection("phone", m.start, m.end, text[m.start : m.end])
    for found in _MADE_UP_PHONE.finditer(text):
        yield Detection("phone", found.start(), found.end(), found.group())


def _long_numbers(text: str) -> Iterator[Detection]:
    """Eight digits or more without a name: most likely a customer, order or account number."""
    for m in _NUMBER.finditer(text):
        if not _PUBLIC_NUMBER.search(text[max(0, m.start() - 30) : m.start()]):
            yield Detection("number", m.start(), m.end(), m.group())
