"""What a database's URL says: for commands that take one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

_KINDS = frozenset({"sqlite", "sqlite+pysqlite", "postgresql+psycopg"})
"""The databases, with their drivers, that the program works with."""


def is_usable(word: str) -> bool:
    """Whether a word is a URL of a database of a kind that the program works with."""
    try:
        return make_url(word).drivername in _KINDS
    except (ArgumentError, ValueError):  # The second of a port that is no number.
        return False


def has_password(url: str) -> bool:
    """Whether a URL holds a password."""
    parsed = make_url(url)
    return bool(parsed.password or parsed.query.get("password"))


def file_of(url: str) -> Path | None:
    """The file of an SQLite database; None for another database, and for one in memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    return Path(str(parsed.database))


def remove_file(url: str) -> None:
    """Remove an SQLite file with its log; does nothing for another database."""
    file = file_of(url)
    for end in ("", "-wal", "-shm") if file is not None else ():
        Path(f"{file}{end}").unlink(missing_ok=True)
