"""Files that only the one who asked for them can fetch, once, within minutes.

Streamlit's own downloads lie behind addresses that open for anybody who has them; these do not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from simulator.accounts import User
from simulator.store.engine import Store


@dataclass(frozen=True, slots=True)
class File:
    """A file for somebody.

    Attributes:
        name: As the browser saves it.
        kind: Media type, e.g. "text/csv; charset=utf-8".
        data: Its bytes.
    """

    name: str
    kind: str
    data: bytes


Maker = Callable[[Store, User, Mapping[str, object], datetime], File]
"""Makes a file when it is fetched: checks the right again, and notes the export in the audit trail."""

MAKERS: dict[str, Maker] = {}
"""Makers by the name of what is wanted; each service adds its own where it is defined."""


def offer(store: Store, user: User, kind: str, wanted: Mapping[str, object], now: datetime) -> str:
    """Make a one-time address for a file.

    Args:
        store: The database.
        user: Who asked; only a browser that is signed in as him can fetch it.
        kind: Name of a maker.
        wanted: What the maker needs, as plain values.
        now: This moment.

    Returns:
        The path, e.g. "/download/<token>".
    """
    raise NotImplementedError
