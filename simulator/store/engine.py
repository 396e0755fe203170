"""Opening the database so that nothing acknowledged is lost and readers never wait for writers.

SQLite: write-ahead log, synchronous=FULL, foreign keys, and every write transaction takes the lock at its start,
because a transaction that upgrades from reading fails at once under load (docs/architecture.md, "Store").
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

__all__ = ["BUSY_MS", "Connection", "Store", "is_there", "open_store"]

BUSY_MS = 10_000
_READ_ONLY = "simulator_read_only"


@dataclass
class Store:
    """An open database. Services read in `read()` and write in `write()`, never longer than a few statements."""

    engine: Engine
    _writing: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database and changes nothing."""
        with self.engine.connect().execution_options(**{_READ_ONLY: True}) as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: all of it is stored when the block ends, or nothing when it raises.

        On SQLite the threads of a process queue here, in order, rather than in the file's lock, where a busy
        interpreter makes some of them wait past the busy time.
        """
        queue = self._writing if self.engine.dialect.name == "sqlite" else nullcontext()
        with queue, self.engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """Open a database; its folder is made when it is an SQLite file that does not exist yet.

    What people typed never comes into a log: errors and logged statements do not tell their values.

    Args:
        url: SQLAlchemy URL.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return Store(create_engine(url, pool_pre_ping=True, hide_parameters=True))
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000},
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return Store(engine)


def is_there(url: str) -> bool:
    """False for an SQLite file that opening would make; whether a server answers is seen on connecting.

    Args:
        url: SQLAlchemy URL.
    """
    parsed = make_url(url)
    on_disk = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")
    return not on_disk or Path(str(parsed.database)).is_file()


def _prepare_sqlite(connection: SqliteConnection, _record: object) -> None:
    # The driver's own BEGIN comes too late (at the first write); ours comes from the event below.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MS}",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    read_only = connection.get_execution_options().get(_READ_ONLY)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
