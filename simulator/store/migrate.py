"""Bringing a database to this version, in one transaction, whatever it was before, by one process at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from simulator.settings import from_environment
from simulator.store.engine import BUSY_MS, Store, open_store
from simulator.store.faults import Kind, StoreUnavailableError, told_apart

_SCRIPTS = Path(__file__).parent / "migrations"
_WAIT_MS = 600_000
"""How long a process waits for another one that changes the tables of an SQLite file."""
_LOCK = 7_206_011
"""Number of PostgreSQL's advisory lock that whoever changes the tables holds."""


def upgrade(store: Store | None = None) -> str:
    """Upgrade a database to the newest version; doing it twice does nothing.

    Args:
        store: The database; the one of the settings when left out.

    Returns:
        The version it now has.

    Raises:
        StoreUnavailableError: When it cannot be reached, or a newer program made it.
    """
    opened = store or open_store(from_environment().database_url)
    try:
        if current_version(opened) != newest_version():
            with changing(opened) as connection:
                bring_to(connection)
        return current_version(opened)
    finally:
        if store is None:
            opened.close()


@contextmanager
def changing(store: Store) -> Iterator[Connection]:
    """A transaction that may change tables: nobody else changes them, it takes as long as it takes, all or nothing.

    Raises:
        StoreUnavailableError: When the database cannot be changed now.
        RuntimeError: When it would leave rows that refer to rows that are not there.
    """
    with told_apart(), store.engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            # Rebuilding a table with foreign keys on deletes the rows that refer to it, and the pragma is
            # ignored inside a transaction; so off before, checked after.
            _pragma(connection, "foreign_keys=OFF")
            # Two that start at once wait for each other; people at work do not wait that long.
            _pragma(connection, f"busy_timeout={_WAIT_MS}")
        try:
            with connection.begin():
                if not sqlite:
                    _take_lock(connection)
                yield connection
                if sqlite:
                    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                    if broken:
                        raise RuntimeError(f"rows without their parent would be left: {broken[:3]}")
        finally:
            if sqlite:
                _pragma(connection, f"busy_timeout={BUSY_MS}")
                _pragma(connection, "foreign_keys=ON")


def bring_to(connection: Connection, version: str = "head") -> None:
    """Change the tables to those of a version, forward or back; forward loses nothing.

    Args:
        connection: From `changing`.
        version: The version; the newest when left out.

    Raises:
        StoreUnavailableError: When a newer program made the database.
    """
    # Asked anew: another process may have upgraded while this one waited for the lock.
    heads = heads_of(connection)
    _refuse_unknown(heads)
    config = _config()
    config.attributes["connection"] = connection
    back = version != "head" and any(version < head for head in heads)
    (command.downgrade if back else command.upgrade)(config, version)


def current_version(store: Store) -> str:
    """Version of a database, "" when it has none.

    Raises:
        StoreUnavailableError: When it cannot be read.
    """
    with store.read() as connection:
        return ", ".join(heads_of(connection))


def heads_of(connection: Connection) -> tuple[str, ...]:
    """The versions that a database says it has: one, none when it is empty, more when something went wrong."""
    return tuple(sorted(MigrationContext.configure(connection).get_current_heads()))


def newest_version() -> str:
    """Version that this program needs."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def versions() -> tuple[str, ...]:
    """All versions that this program knows, oldest first."""
    scripts = ScriptDirectory.from_config(_config()).walk_revisions()
    return tuple(script.revision for script in scripts)[::-1]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    return config


def _refuse_unknown(heads: tuple[str, ...]) -> None:
    scripts = ScriptDirectory.from_config(_config())
    for head in heads:
        try:
            scripts.get_revision(head)
        except CommandError as error:
            raise StoreUnavailableError(
                Kind.OTHER_VERSION,
                f"the database is of version {head}, which this program does not know: it knows versions up to "
                f"{newest_version()}. Start the newer program, or restore a backup from before the upgrade.",
            ) from error


def _take_lock(connection: Connection) -> None:
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    # Two that start at once wait for each other, however long; for people at work not that long.
    connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")


def _pragma(connection: Connection, pragma: str) -> None:
    """Set what holds for a connection to SQLite, outside SQLAlchemy's transaction, where alone it works."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(f"PRAGMA {pragma}")
