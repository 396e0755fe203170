"""Telling whoever watches how long write transactions take and how many connections are open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sqlite3 import Connection as SqliteConnection
from time import perf_counter

from sqlalchemy import Connection, QueuePool, event
from sqlalchemy.pool import ConnectionPoolEntry

from simulator.store.engine import READ_ONLY, Store

_BEGAN = "simulator_write_began"
_KEPT = "simulator_write_kept"


def watch(store: Store, told: Callable[[float, bool], None]) -> None:
    """Tell of each write transaction of a store.

    Args:
        store: The database.
        told: Gets the seconds from asking for the transaction until it was stored or undone, and whether it was stored.
    """

    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get(READ_ONLY):
            connection.info[_BEGAN] = perf_counter()
            connection.info.pop(_KEPT, None)

    def commit(connection: Connection) -> None:
        connection.info[_KEPT] = True

    def given_back(_driver: SqliteConnection | None, entry: ConnectionPoolEntry) -> None:
        began, kept = entry.info.pop(_BEGAN, None), entry.info.pop(_KEPT, False)
        if began is not None:
            told(perf_counter() - began, bool(kept))

    # First of all listeners, so that waiting for SQLite's lock counts; and when the connection goes back, because the
    # event of the commit itself comes before the disk has it.
    event.listen(store.engine, "begin", begin, insert=True)
    event.listen(store.engine, "commit", commit)
    event.listen(store.engine, "checkin", given_back)


def connections(store: Store) -> Mapping[str, int]:
    """How many connections are in use, and how many wait to be used."""
    pool = store.engine.pool
    if not isinstance(pool, QueuePool):
        return {}
    return {"in_use": pool.checkedout(), "idle": pool.checkedin()}
