"""Words that should not be there: data of real people, real companies, a text copied instead of translated."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import phonenumbers
import yaml

from scoring import pii
from simulator.casebook.diagnostics import Keys
from simulator.casebook.document import Document

_EXAMPLE_DOMAIN = re.compile(
    r"(?:^|[@.])(?:example(?:\.(?:com|net|org|nl|be|eu|co\.uk))?|[\w-]+\.(?:example|test|invalid|localhost))$"
)
_SITE = re.compile(
    r"(?<![\w@.-])(?:https?://)?((?:[\w-]+\.)+(?:nl|be|com|org|net|eu|uk|gov|info|io|shop))(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_WORTH_A_LOOK = re.compile(r"\d(?:[\d .–-]*\d){6}|@\w|\.\w{2,}")
_PIECE = re.compile(r"\S.{1,300}(?!\S)|\S{1,300}", re.DOTALL)
"""Long texts are looked through in pieces that end between words: numbers cost the square of what they stand in."""
_MADE_UP = re.compile(r"1234567|0000|(\d)\1{5}|207946|7700900|1632960")
"""Digits that count up or repeat, and the numbers that Ofcom keeps for drama: nobody takes these for somebody's."""
_MOST_READ = 2_000
"""Code points of one text that are looked through: more than any message has, and numbers cost the square of it."""
_COPIED_FROM = 25
"""A shorter text may well be the same in both languages: a name, a brand."""
_BRANDS = Path(__file__).with_name("brands.yaml")


def check_wording(document: Document) -> None:
    """Note what looks like real people or companies, wherever it stands in the file.

    Args:
        document: A document that was read; what is seen is added.
    """
    for way, whole in document.scalars:
        text = whole[:_MOST_READ]
        for piece in _PIECE.findall(text) if _WORTH_A_LOOK.search(text) else ():
            _check_data(document, way, _with_cue(document, way, piece))
        for match in _brands().finditer(text):
            document.add_in("P005", way, what=match.group())
    for way, nl, en in _pairs(document):
        if nl.strip() == en.strip() and len(nl.strip()) >= _COPIED_FROM:
            document.add_at("T002", way, what=nl.strip()[:60])


def _check_data(document: Document, way: Keys, text: str) -> None:
    for found in pii.detect(text):
        if found.kind in ("bsn", "national_number"):
            document.add_in("P001", way, what=found.text)
        elif found.kind == "iban":
            document.add_in("P002", way, what=found.text)
        elif found.kind == "phone" and _is_somebodys(found.text):
            document.add_in("P003", way, what=found.text)
        elif found.kind == "email" and "@" in found.text and not _EXAMPLE_DOMAIN.search(found.text.lower()):
            document.add_in("P004", way, what=found.text)
    for match in _SITE.finditer(text):
        if not _EXAMPLE_DOMAIN.search(match.group(1).lower()):
            document.add_in("P004", way, what=match.group())


def _is_somebodys(number: str) -> bool:
    """True for a number that can be dialled and is not plainly made up."""
    if _MADE_UP.search("".join(c for c in number if c.isdigit())):
        return False
    for region in pii.REGIONS:
        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            return True
    return False


@lru_cache(maxsize=1)
def _brands() -> re.Pattern[str]:
    names = yaml.safe_load(_BRANDS.read_text(encoding="utf-8"))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n) for n in names) + r")(?!\w)")


def _with_cue(document: Document, way: Keys, text: str) -> str:
    """A line of the customer card is read with its label, which may be the cue ("BSN")."""
    if not way or way[-1] != "value":
        return text
    cues = (t for key in ("label", "private") for w, t in document.scalars if w == (*way[:-1], key))
    return f"{' '.join(cues)}: {text}"


def _pairs(document: Document) -> list[tuple[Keys, str, str]]:
    """All texts that stand in Dutch and in English: the way to the pair, and both."""
    texts = dict(document.scalars)
    return [
        (way[:-1], text, texts[(*way[:-1], "en")])
        for way, text in document.scalars
        if way and way[-1] == "nl" and (*way[:-1], "en") in texts
    ]
