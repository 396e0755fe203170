"""The details of an event in words: titles and names for ids and codes; what only the file tells is left out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from simulator.i18n import has
from simulator.ui import session
from simulator.ui.parts.privacy.words import scenario
from simulator.ui.parts.review.words import adjusted

_LONG_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{18,}")
_KNOWN = ("by", "outcome", "why", "kind", "what")
"""Details whose values may have words of their own in the catalogue."""


def details(stored: str, teams: Mapping[str, str]) -> str:
    """What is known of an event, on one line.

    Args:
        stored: The details as stored, JSON.
        teams: Names of teams by id.
    """
    told = [(name, _value(name, value, teams)) for name, value in json.loads(stored).items()]
    parts = (f"{_name(name)}: {words}" for name, words in told if words and not _LONG_ID.fullmatch(words))
    return " · ".join(parts) or session.text("audit-nobody")


def _name(name: str) -> str:
    key = f"audit-detail-{name.replace('_', '-')}"
    return session.text(key) if has(key, session.lang()) else name


def _value(name: str, value: object, teams: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return ", ".join(_value(name, one, teams) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {one}" for key, one in value.items())
    if isinstance(value, bool):
        return session.text("calibration-yes" if value else "calibration-no")
    words = str(value)
    if name == "scenario":
        return scenario(words)
    if name == "team":
        return teams.get(words, words)
    if name in ("criterion", "names"):
        return adjusted(words)
    return _from_catalogue(name, words)


def _from_catalogue(name: str, words: str) -> str:
    dashed = words.replace("_", "-")
    keys = dict.fromkeys(_KNOWN, f"audit-{name}-{dashed}")
    keys |= {"changed": f"employer-name-{dashed}", "role": f"role-{dashed}", "before": f"role-{dashed}"}
    key = keys.get(name, "")
    return session.text(key) if words and has(key, session.lang()) else words
