"""Words and example sentences, as data: one YAML file a topic and language, read once."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

import yaml

from scoring.text import fold

_HERE = resources.files(__package__)


@lru_cache(maxsize=64)
def load(topic: str, lang: str) -> dict[str, tuple[str, ...]]:
    """A topic's lists in one language.

    Args:
        topic: File name before the language, e.g. "tone".
        lang: "nl" or "en".

    Returns:
        Name of the list -> its items, as text.

    Raises:
        FileNotFoundError: When there is no such file.
    """
    raw = _HERE.joinpath(f"{topic}.{lang}.yaml").read_text(encoding="utf-8")
    data: dict[str, list[str]] = yaml.load(raw, Loader=yaml.CBaseLoader)  # nosec B506  # noqa: S506 BaseLoader makes text only
    return {key: tuple(values) for key, values in data.items()}


def examples(topic: str, lang: str, key: str) -> tuple[str, ...]:
    """Example sentences of a list, to compare meanings with.

    Raises:
        KeyError: When the file has no such list.
    """
    return load(topic, lang)[key]


@lru_cache(maxsize=512)
def pattern(topic: str, lang: str, key: str) -> re.Pattern[str]:
    r"""One pattern for a list of regular expressions on folded text, bounded by word edges.

    Items are written in lower case without accents; a space stands for any white space. An item may use
    regular expression syntax; `\w*` at its end lets a word go on.

    Raises:
        KeyError: When the file has no such list.
    """
    items = (fold(item).replace(" ", r"\s+") for item in load(topic, lang)[key])
    return re.compile(r"(?<!\w)(?:" + "|".join(f"(?:{i})" for i in items) + r")(?!\w)")


def topics() -> tuple[tuple[str, str], ...]:
    """All topics with their language."""
    names = sorted(f.name.split(".") for f in _HERE.iterdir() if f.name.endswith(".yaml"))
    return tuple((topic, lang) for topic, lang, _ in names)
