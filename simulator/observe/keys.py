"""What a line of the log may hold: every key with what its value must look like. The rest is dropped, and counted.

The shapes leave no room for words that people write: sets that are known beforehand, numbers, and ids.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from typing import Any

from simulator.observe.events import Event
from simulator.pages import PAGES

Check = Callable[[object], bool]
RESULTS = (
    "passed", "not_passed", "repeated", "time_up", "too_long", "answered", "not_allowed", "unknown", "failed",
    "shown", "not_shown", "stopped",
)  # fmt: skip
"""How something that was asked for ended."""
ROUTES = ("page", "download", "static", "stream", "health", "core", "other")
"""Kinds of addresses; the address itself may hold what somebody typed."""
LEVELS = ("debug", "info", "warning", "error", "critical")
_MANY = 40
_LONG = 200


def _one_of(values: Iterable[str]) -> Check:
    known = frozenset(values)
    return lambda value: isinstance(value, str) and value in known


def _like(pattern: str) -> Check:
    whole = re.compile(pattern, re.ASCII)
    return lambda value: isinstance(value, str) and len(value) <= _LONG and whole.fullmatch(value) is not None


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _errors(value: object) -> bool:
    return isinstance(value, list) and len(value) <= _MANY and all(_error(part) for part in value)


def _error(part: object) -> bool:
    if not isinstance(part, Mapping) or part.keys() != {"kind", "places"}:
        return False
    places = part["places"]
    return _DOTTED(part["kind"]) and isinstance(places, list) and all(_PLACE(place) for place in places)


_DOTTED = _like(r"[A-Za-z_][\w.<>]*")
_PLACE = _like(r"[\w.<>/+ -]+:\d+( [\w<>]+)?")
ALLOWED: Mapping[str, Check] = {
    "at": _like(r"\d{4}-\d\d-\d\dT[\d:.]+Z"),
    "level": _one_of(LEVELS),
    "event": _one_of(event.value for event in Event),
    "request_id": _like(r"[0-9a-hjkmnp-tv-z]{6}"),
    "attempt_id": _like(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "page": _one_of([*(page.file for page in PAGES), "sign_in"]),
    "result": _one_of(RESULTS),
    "seconds": _number,
    "method": _one_of(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")),
    "route": _one_of(ROUTES),
    "status": _number,
    "port": _number,
    "version": _like(r"\d+\.\d+[\w.+-]{0,30}"),
    "errors": _errors,
    "logger": _DOTTED,
    "place": _PLACE,
    "message": lambda value: isinstance(value, str) and len(value) <= _LONG,
    "dropped": _number,
}
"""`message` is filled by `logs.py` alone, with what stands in a library's code; everybody else's is dropped there."""


def only_allowed(fields: Mapping[str, object]) -> dict[str, Any]:
    """What may be logged of some fields; how many were left out is told in `dropped`."""
    kept = {key: fields[key] for key, fits in ALLOWED.items() if key in fields and fits(fields[key])}
    kept.setdefault("event", Event.FAILED.value)
    left_out = len(fields.keys() - kept.keys())
    if left_out:
        kept["dropped"] = left_out
    return kept


def processor(_logger: logging.Logger, _method: str, fields: MutableMapping[str, Any]) -> dict[str, Any]:
    """`only_allowed` as structlog calls it."""
    return only_allowed(fields)
