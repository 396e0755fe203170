"""Adding a row unless it is there already, in one statement on both databases."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.sql.dml import ReturningInsert


def add_unless_there(connection: Connection, table: Table, key: list[str], values: dict[str, object]) -> bool:
    """Store a row; False when one with the same key is there.

    Args:
        connection: A transaction.
        table: The table.
        key: Names of the columns of the key.
        values: The row.
    """
    return connection.execute(_adding(table, tuple(key), connection.dialect.name), values).first() is not None


@lru_cache
def _adding(table: Table, key: tuple[str, ...], dialect: str) -> ReturningInsert[tuple[object]]:
    statement = (pg_insert if dialect == "postgresql" else sqlite_insert)(table)
    # rowcount is not reliable for this statement on PostgreSQL; what comes back is.
    return statement.on_conflict_do_nothing(index_elements=key).returning(table.c[key[0]])
