"""Opening the database so that nothing acknowledged is lost and readers never wait for writers.

SQLite: write-ahead log, synchronous=FULL, foreign keys, and every write transaction takes the lock at its start,
because a transaction that upgrades from reading fails at once under load (docs/architecture.md, "Store").
PostgreSQL: few connections, and nothing that waits for ever.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from time import monotonic

from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry

from simulator import admission
from simulator.store import known
from simulator.store.faults import Kind, StoreUnavailableError, UnstorableTextError, told_apart
from simulator.store.limits import Limits

__all__ = ["BUSY_MS", "READ_ONLY", "Connection", "Store", "is_there", "open_store"]

BUSY_MS = 5_000
"""How long a write waits for its turn in this process, and as long again for other processes. The reply form repeats
after 12 s what was not answered, which would hide the refusal."""
_WITH_A_SERVER = 3
"""Of one to three, with a hundred trainees on two cores that PostgreSQL shared, the most even answers; with SQLite,
which answers in the same thread, one."""
READ_ONLY = "simulator_read_only"
"""Option of a connection that will not write."""
_ONE_MOMENT = "simulator_one_moment"
"""Option of a connection that will not write and must see one moment of the database."""
_ONE_STATEMENT = "simulator_one_statement"
"""Option of a connection that will write in one statement."""
_IDLE_SECONDS = 300
"""After this the server ends a transaction in which nothing happens, so that a frozen process locks nobody out."""
_REST_SECONDS = 0.5
"""No server restarts in less, so that only a connection that was at rest for so long can have got lost unnoticed."""
_RESTING = "simulator_resting_since"
_RECYCLE_SECONDS = 1800
"""Firewalls forget connections that are silent for long."""


class _Together(threading.local):
    """What a thread reads together: whether it wants to, on what, is that in use now, and good for the next block.

    `lasting` is what it read of people and settings, whatever connection that was on.
    """

    wanted: bool = False
    lasting: dict[object, object] = {}  # noqa: RUF012 replaced by each block, never changed before
    connection: Connection | None = None
    busy: bool = False
    fresh: bool = True


@dataclass
class Store:
    """An open database. Services read in `read()` and write in `write()`, never longer than a few statements."""

    engine: Engine
    _writing: threading.Lock = field(default_factory=threading.Lock)
    _mine: _Together = field(default_factory=_Together)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Have all that this thread reads in the block read on one connection, or one after each write.

        A page asks a dozen times, and to begin and end costs as much as to ask. On SQLite it is one transaction. Who
        somebody is and what he may is read once in it (`known`). It keeps a connection: whoever waits lets it go.
        """
        if self._mine.wanted:
            yield
            return
        self._mine.wanted, self._mine.lasting = True, {}
        try:
            yield
        finally:
            self._mine.wanted, self._mine.lasting = False, {}
            self.let_go()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that changes nothing.

        Raises:
            StoreUnavailableError: When the database cannot be read now.
        """
        # A block inside of another one has its own, so that an error in it leaves the other one's alone.
        if not self._mine.wanted or self._mine.busy:
            with told_apart(), self._reader() as connection:
                yield connection
            return
        with told_apart():
            if self._mine.connection is None:
                memory = known.Memory(lasting=self._mine.lasting)
                self._mine.connection = known.remembering(self._reader(), memory)
            self._mine.busy, self._mine.fresh = True, True
            try:
                yield self._mine.connection
            except BaseException:
                self._mine.fresh = False
                raise
            finally:
                self._mine.busy = False
                if not self._mine.fresh:
                    self.let_go()

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database for as long as it takes, and keeps nobody from writing.

        Raises:
            StoreUnavailableError: When the database cannot be read now.
        """
        with told_apart(), self._reader().execution_options(**{_ONE_MOMENT: True}) as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            yield connection

    @contextmanager
    def write(self, *, of_practice: bool = False) -> Iterator[Connection]:
        """A transaction: all of it is stored when the block ends, or nothing when it raises.

        On SQLite the threads of a process queue here, in order, rather than in the file's lock, where a busy
        interpreter makes some of them wait past the busy time.

        Args:
            of_practice: It changes neither people nor settings, so that what `together` read of them still counts.

        Raises:
            StoreUnavailableError: When the database cannot be written now; nothing is stored then, unless the
                connection broke while the server was confirming.
        """
        with self._writer(of_practice=of_practice) as connection:
            yield connection

    @contextmanager
    def write_one(self) -> Iterator[Connection]:
        """A connection for one statement that writes, which by itself is stored as a whole or not at all.

        What is typed is kept every second: on PostgreSQL to begin and to end takes two of five times to and fro.

        Raises:
            StoreUnavailableError: As `write`.
        """
        with self._writer(**{_ONE_STATEMENT: True}) as connection:
            yield connection

    @contextmanager
    def _writer(self, *, of_practice: bool = False, **options: bool) -> Iterator[Connection]:
        self._mine.fresh = False  # What is read after this must see it.
        self.let_go()
        if not of_practice:
            self._mine.lasting = {}
        queue = self._turn() if self.engine.dialect.name == "sqlite" else nullcontext()
        with queue, told_apart(), self._connect() as connection:
            connection.execution_options(**options)
            # The lock of what one statement changes is gone when it is done.
            with connection.begin(), nullcontext() if options else admission.holding():
                yield connection

    def let_go(self) -> None:
        """Give back what `together` keeps, before something that waits; the next read takes a connection anew."""
        if not self._mine.busy and self._mine.connection is not None:
            ended, self._mine.connection = self._mine.connection, None
            with told_apart():
                ended.close()

    def _reader(self) -> Connection:
        return self._connect().execution_options(**{READ_ONLY: True})

    def _connect(self) -> Connection:
        # All connections may be in use by threads that wait to be admitted.
        with admission.away() if self.engine.dialect.name != "sqlite" else nullcontext():
            return self.engine.connect()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._writing.acquire(blocking=False):
            with admission.away():
                mine = self._writing.acquire(timeout=BUSY_MS / 1000)
            if not mine:
                raise StoreUnavailableError(Kind.BUSY)
        try:
            yield
        finally:
            self._writing.release()

    @property
    def at_once(self) -> int:
        """How many threads of a process do best to compute at once: while one hears from a server another goes on."""
        return 1 if self.engine.dialect.name == "sqlite" else _WITH_A_SERVER

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def open_store(url: str, limits: Limits | None = None) -> Store:
    """Open a database; its folder is made when it is an SQLite file that does not exist yet.

    What people typed never comes into a log: errors and logged statements do not tell their values.

    Args:
        url: SQLAlchemy URL.
        limits: Limits of a PostgreSQL database; the usual ones when left out.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return _open_server(parsed, limits or Limits())
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000},
        hide_parameters=True,
    )
    if parsed.database and parsed.database != ":memory:":
        event.listen(engine, "do_connect", _make_file)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "before_cursor_execute", _refuse_unstorable)
    return Store(engine)


def _open_server(url: URL, limits: Limits) -> Store:
    milliseconds = {
        "statement_timeout": limits.statement_seconds,
        "lock_timeout": limits.lock_seconds,
        "idle_in_transaction_session_timeout": _IDLE_SECONDS,
    }
    options = " ".join(f"-c {name}={seconds * 1000}" for name, seconds in milliseconds.items())
    given = {name: str(value) for name, value in url.query.items()}
    connect = {
        "connect_timeout": str(limits.wait_seconds),
        "application_name": "webcare-simulator",
        "keepalives_idle": "30",
        "tcp_user_timeout": str(limits.statement_seconds * 1000),
        **given,
        "options": f"{options} {given.get('options', '')}".strip(),
    }
    engine = create_engine(
        url.set(query={}),
        # Ours comes from the event below, so that readers, to whom each statement shows what is stored by then
        # anyway, need none: to begin and to end one went to and fro as often as to ask.
        connect_args={**connect, "autocommit": True},
        pool_size=limits.connections,
        max_overflow=limits.connections,
        pool_timeout=limits.wait_seconds,
        pool_recycle=_RECYCLE_SECONDS,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_on_server)
    event.listen(engine, "checkin", _note_rest)
    event.listen(engine, "checkout", partial(_look_after_rest, engine.dialect))
    if engine.dialect.driver == "psycopg":
        from simulator.store import waiting  # Imports psycopg, which is only there where PostgreSQL is used.

        event.listen(engine, "do_connect", waiting.connect)
    event.listen(engine, "before_cursor_execute", _refuse_unstorable)
    return Store(engine)


def _note_rest(_driver: object, entry: ConnectionPoolEntry) -> None:
    entry.info[_RESTING] = monotonic()


def _look_after_rest(
    dialect: Dialect, driver: DBAPIConnection, entry: ConnectionPoolEntry, _proxy: object
) -> None:
    """Look whether the server still knows a connection that was not in use for a while, and take new ones if not.

    SQLAlchemy's own way (`pool_pre_ping`) asks each time, which was a sixth of all that went to and fro.
    """
    if monotonic() - entry.info.get(_RESTING, 0.0) < _REST_SECONDS:
        return
    try:
        dialect.do_ping(driver)
    except dialect.loaded_dbapi.Error as error:
        raise InvalidatePoolError from error


def is_there(url: str) -> bool:
    """False for an SQLite file that opening would make; whether a server answers is seen on connecting.

    Args:
        url: SQLAlchemy URL.
    """
    parsed = make_url(url)
    on_disk = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")
    return not on_disk or Path(str(parsed.database)).is_file()


def _make_file(_dialect: object, _record: object, arguments: list[str], _more: dict[str, object]) -> None:
    """Before the first connection: a file that only its owner may read; SQLite would let everybody on the machine."""
    # Whatever is the matter, SQLite will say it.
    with suppress(OSError):
        os.close(os.open(arguments[0], os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


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
    read_only = connection.get_execution_options().get(READ_ONLY)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _begin_on_server(connection: Connection) -> None:
    options = connection.get_execution_options()
    by_itself = options.get(READ_ONLY) or options.get(_ONE_STATEMENT)
    if not by_itself or options.get(_ONE_MOMENT):
        connection.exec_driver_sql("BEGIN")


def _refuse_unstorable(
    _connection: Connection,
    _cursor: object,
    _statement: str,
    parameters: object,
    _context: object,
    many: bool,
) -> None:
    """Both databases refuse the same: SQLite would store a NUL that PostgreSQL, and so moving there, cannot."""
    for row in parameters if many and isinstance(parameters, list | tuple) else (parameters,):
        values = row.values() if isinstance(row, dict) else row
        for value in values if isinstance(values, Iterable) else ():
            if isinstance(value, str) and not _is_storable(value):
                raise UnstorableTextError("a text holds a NUL character or half a surrogate pair")


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text
