"""Making sure that removed rows are gone from the database's files too, as far as the database lets a program do so."""

from __future__ import annotations

import time
from sqlite3 import Connection as SqliteConnection

from simulator.store.engine import BUSY_MS, READ_ONLY, Store

_TRIES = 20
_WAIT_SECONDS = 0.25
_BUSY_MS = 500
"""How long one try waits for readers; the connection's usual time would be twenty times that."""


def sweep(store: Store) -> bool:
    """Rebuild the database's file without what was removed, and empty its write-ahead log.

    SQLite overwrites what is deleted (secure_delete), but a row that moved within its page may have left a copy, so
    the file is written anew. On PostgreSQL the space of removed rows is given back; when the server overwrites it is
    the server's affair (docs/privacy.md, "What the database server keeps").

    Returns:
        False when somebody went on reading for so long that SQLite's log could not be emptied; it is emptied by the
        next sweep, or when the last connection closes.
    """
    if store.engine.dialect.name == "sqlite":
        return _sweep_sqlite(store)
    with store.engine.connect().execution_options(**{READ_ONLY: True}) as connection:
        # It takes as long as it takes; the connection goes back to the others with the usual limit.
        connection.exec_driver_sql("SET statement_timeout = 0")
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("RESET statement_timeout")
    return True


def _sweep_sqlite(store: Store) -> bool:
    # Neither can be done in a transaction, and SQLAlchemy always opens one; so the driver's own connection.
    with store.engine.connect() as connection:
        driver = connection.connection.driver_connection
        if not isinstance(driver, SqliteConnection):
            return False
        driver.execute("VACUUM")
        driver.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
        try:
            return any(_emptied(driver) for _ in range(_TRIES))
        finally:
            driver.execute(f"PRAGMA busy_timeout={BUSY_MS}")


def _emptied(driver: SqliteConnection) -> bool:
    busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        time.sleep(_WAIT_SECONDS)
    return not busy
