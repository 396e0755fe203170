"""Bringing a database to this version, in one transaction, whatever it was before."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from simulator.settings import from_environment
from simulator.store.engine import Store, open_store

_SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(store: Store | None = None) -> str:
    """Upgrade a database to the newest version; doing it twice does nothing.

    Args:
        store: The database; the one of the settings when left out.

    Returns:
        The version it now has.
    """
    opened = store or open_store(from_environment().database_url)
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    try:
        with opened.engine.connect() as connection:
            sqlite = connection.dialect.name == "sqlite"
            if sqlite:
                # Rebuilding a table with foreign keys on deletes the rows that refer to it, and the pragma is
                # ignored inside a transaction; so off before, checked after.
                _foreign_keys(connection, on=False)
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                if sqlite:
                    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                    if broken:
                        raise RuntimeError(f"migration left rows without their parent: {broken[:3]}")
            if sqlite:
                _foreign_keys(connection, on=True)
        return current_version(opened)
    finally:
        if store is None:
            opened.close()


def current_version(store: Store) -> str:
    """Version of a database, "" when it has none."""
    with store.read() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""


def newest_version() -> str:
    """Version that this program needs."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    return ScriptDirectory.from_config(config).get_current_head() or ""


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switch SQLite's foreign keys outside SQLAlchemy's transaction, where alone the pragma works."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")
