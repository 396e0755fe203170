"""Texts of the interface, in Dutch and English, from Fluent catalogues under locale/.

`t("key", lang, name=value)` is the only way a text reaches the screen. Fluent does plurals and numbers per language.
"""

from __future__ import annotations

import re
import threading
from datetime import datetime
from functools import lru_cache
from importlib import resources
from typing import Literal, get_args

from fluent.runtime import FluentBundle, FluentResource

from simulator.direction import bounded

Lang = Literal["nl", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
_ROOT = resources.files("simulator").joinpath("locale")
_KEY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)
_BABEL_LOCALE = {"nl": "nl_NL", "en": "en_GB"}
_parsed: set[tuple[Lang, str]] = set()
_parsing = threading.Lock()


class MissingTextError(KeyError):
    """The catalogue has no such key, or its text cannot be made."""


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(lang: Lang) -> FluentBundle:
    return FluentBundle([_BABEL_LOCALE[lang].replace("_", "-")], use_isolating=False)


@lru_cache(maxsize=len(LANGUAGES))
def _files(lang: Lang) -> dict[str, str]:
    """The text of each catalogue by name."""
    files = [f for f in _ROOT.joinpath(lang).iterdir() if f.name.endswith(".ftl")]
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(files, key=lambda f: f.name)}


@lru_cache(maxsize=len(LANGUAGES))
def _homes(lang: Lang) -> dict[str, str]:
    """The catalogue that each key stands in."""
    return {key: name for name, text in _files(lang).items() for key in _KEY.findall(text)}


def _parse(lang: Lang, name: str) -> None:
    """Add a catalogue to its language, once; parsing all of them would cost a command half a second."""
    if (lang, name) in _parsed:
        return
    # The first pages of a server run side by side: a cache alone would make two bundles, and keep the wrong one.
    with _parsing:
        if (lang, name) not in _parsed:
            _bundle(lang).add_resource(FluentResource(_files(lang)[name]))
            _parsed.add((lang, name))


def _ready(key: str, lang: Lang) -> bool:
    """Whether there is such a key; its catalogue has been parsed then."""
    name = _homes(lang).get(key)
    if name is not None:
        _parse(lang, name)
    return name is not None


def as_lang(value: str | None) -> Lang:
    """A language of the interface from any text; Dutch when unknown, because most users are."""
    return next((lang for lang in LANGUAGES if lang == value), "nl")


def has(key: str, lang: Lang) -> bool:
    """Whether the catalogue has a key."""
    return _ready(key, lang)


def t(key: str, lang: Lang, /, **values: object) -> str:
    """A text of the interface.

    Args:
        key: Name of the message.
        lang: Language.
        **values: What the message's variables stand for.

    Returns:
        The text, as data to show, never as markup.

    Raises:
        MissingTextError: When the key is missing or a variable has no value.
    """
    return _made(key, lang, values) if values else _fixed(key, lang)


@lru_cache(maxsize=4096)
def _fixed(key: str, lang: Lang) -> str:
    """A text without variables: most are, and a page has a hundred of them."""
    return _made(key, lang, {})


def _made(key: str, lang: Lang, values: dict[str, object]) -> str:
    if not _ready(key, lang):
        raise MissingTextError(f"{lang}: {key}")
    bundle = _bundle(lang)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise MissingTextError(f"{lang}: {key}")
    told = {name: bounded(value) if isinstance(value, str) else value for name, value in values.items()}
    text, errors = bundle.format_pattern(pattern, told)
    if errors:
        raise MissingTextError(f"{lang}: {key}: {errors[0]}")
    return str(text)


def day(moment: datetime, lang: Lang) -> str:
    """A date in words, e.g. "21 nov 2026"."""
    from babel.dates import format_date

    return str(format_date(moment, format="medium", locale=_BABEL_LOCALE[lang]))


def clock_time(moment: datetime) -> str:
    """Hours and minutes, e.g. "14:02"; the same in both languages."""
    return moment.strftime("%H:%M")


def number(value: float, lang: Lang) -> str:
    """A whole number as people write it."""
    from babel.numbers import format_decimal

    return str(format_decimal(round(value), locale=_BABEL_LOCALE[lang]))
