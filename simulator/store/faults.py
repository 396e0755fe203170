"""What keeps a database from answering, told apart so that a page can say what goes on, and trying again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import wraps
from typing import ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from tenacity import (
    Retrying,
    retry_if_exception,
    stop_after_attempt,
    stop_after_delay,
    wait_exponential_jitter,
)

_Params = ParamSpec("_Params")
_Result = TypeVar("_Result")
_TRIES = 4
_TRY_SECONDS = 3.0
"""Somebody waits for the page; after this it is better to tell him."""


class Kind(StrEnum):
    """What is the matter."""

    NO_CONNECTION = "no-connection"
    """The server does not answer, or the connection broke."""
    BUSY = "busy"
    """No connection is free, or the server takes no more."""
    LOCKED = "locked"
    """Others hold what this needs, for longer than may be waited."""
    SLOW = "slow"
    """A statement took longer than it may."""
    FULL = "full"
    """The disk is full."""
    READ_ONLY = "read-only"
    """The database can be read and not written."""
    NO_RIGHTS = "no-rights"
    """The file or the server refuses this program."""
    DAMAGED = "damaged"
    """The file is no database any more."""
    OTHER_VERSION = "other-version"
    """A newer program made this database."""


class StoreUnavailableError(Exception):
    """The database cannot do its work now; nothing of the transaction is stored, unless the connection broke.

    Attributes:
        kind: What is the matter; names the text that explains it.
        passing: Whether doing the same again at once may help.
    """

    def __init__(self, kind: Kind, words: str = "", *, passing: bool = False) -> None:
        super().__init__(words or f"the database cannot be used: {kind.value}")
        self.kind = kind
        self.passing = passing

    @property
    def code(self) -> str:
        """Key of the text for a page."""
        return f"store-{self.kind.value}"


class UnstorableTextError(ValueError):
    """A text holds a NUL character or half a surrogate pair, which databases refuse; see `simulator.storable`."""


# What SQLite and PostgreSQL call it: the beginning of SQLite's name, the SQLSTATE or its class of PostgreSQL.
_SQLITE = (
    ("SQLITE_BUSY", Kind.LOCKED),
    ("SQLITE_LOCKED", Kind.LOCKED),
    ("SQLITE_FULL", Kind.FULL),
    ("SQLITE_READONLY", Kind.READ_ONLY),
    ("SQLITE_CANTOPEN", Kind.NO_RIGHTS),
    ("SQLITE_PERM", Kind.NO_RIGHTS),
    ("SQLITE_AUTH", Kind.NO_RIGHTS),
    ("SQLITE_IOERR", Kind.NO_CONNECTION),
    ("SQLITE_CORRUPT", Kind.DAMAGED),
    ("SQLITE_NOTADB", Kind.DAMAGED),
)
_POSTGRES = (
    ("40001", Kind.LOCKED),
    ("40P01", Kind.LOCKED),
    ("55P03", Kind.LOCKED),
    ("57014", Kind.SLOW),
    ("53100", Kind.FULL),
    ("53", Kind.BUSY),
    ("25006", Kind.READ_ONLY),
    ("42501", Kind.NO_RIGHTS),
    ("28", Kind.NO_RIGHTS),
    ("3D000", Kind.NO_RIGHTS),
    ("57", Kind.NO_CONNECTION),
    ("08", Kind.NO_CONNECTION),
    ("25P0", Kind.NO_CONNECTION),
    ("58", Kind.NO_CONNECTION),
    ("XX", Kind.DAMAGED),
)
_AGAIN = ("40001", "40P01")
"""Serialisation failure and deadlock: the server undid all of it, and the other one goes on."""


@contextmanager
def told_apart() -> Iterator[None]:
    """Turns errors that say nothing about the statement itself into `StoreUnavailableError`."""
    try:
        yield
    except (DBAPIError, PoolTimeoutError, sqlite3.Error) as error:
        found = fault_of(error)
        if found is None:
            raise
        raise found from error


def fault_of(error: Exception) -> StoreUnavailableError | None:
    """What an error of the database means; None when it is about the statement, as with a broken key.

    Args:
        error: What SQLAlchemy or the driver raised.
    """
    if isinstance(error, PoolTimeoutError):
        return StoreUnavailableError(Kind.BUSY)
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(cause, "sqlite_errorname", None) or "")
    state = str(getattr(cause, "sqlstate", None) or "")
    kind = _named(_SQLITE, name) if name else _named(_POSTGRES, state)
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    if (
        kind is None
        and not state
        and not name
        and type(cause).__name__ in ("OperationalError", "ConnectionTimeout")
    ):
        # psycopg names no state when the server was never reached; the rare exceptions are in its words alone.
        kind = _unreached(str(cause))
    if kind is None and lost:
        kind = Kind.NO_CONNECTION
    if kind is None:
        return None
    return StoreUnavailableError(kind, passing=state in _AGAIN or (lost and kind is Kind.NO_CONNECTION))


def idempotent(function: Callable[_Params, _Result]) -> Callable[_Params, _Result]:
    """For a function that may be done twice: does it again after a deadlock or a broken connection.

    Only for what is keyed by what it stores, because a connection that broke while it was confirming leaves open
    whether the write was kept.
    """
    again = Retrying(
        retry=retry_if_exception(lambda e: isinstance(e, StoreUnavailableError) and e.passing),
        stop=stop_after_attempt(_TRIES) | stop_after_delay(_TRY_SECONDS),
        wait=wait_exponential_jitter(multiplier=0.05, max=0.5, jitter=0.1),
        reraise=True,
    )

    @wraps(function)
    def wrapped(*args: _Params.args, **kwargs: _Params.kwargs) -> _Result:
        return again.copy()(function, *args, **kwargs)

    return wrapped


def _named(names: tuple[tuple[str, Kind], ...], name: str) -> Kind | None:
    return next((kind for start, kind in names if name.startswith(start)), None)


def _unreached(words: str) -> Kind:
    if "too many clients" in words or "connection slots" in words:
        return Kind.BUSY
    if "authentication failed" in words or "does not exist" in words or "no pg_hba.conf entry" in words:
        return Kind.NO_RIGHTS
    return Kind.NO_CONNECTION
