"""Adding a row unless it is there already, in one statement on both databases."""

from __future__ import annotations

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert


def add_unless_there(connection: Connection, table: Table, key: list[str], values: dict[str, object]) -> bool:
    """Store a row; False when one with the same key is there.

    Args:
        connection: A transaction.
        table: The table.
        key: Names of the columns of the key.
        values: The row.
    """
    make = pg_insert if connection.dialect.name == "postgresql" else sqlite_insert
    statement = make(table).values(**values).on_conflict_do_nothing(index_elements=key)
    # rowcount is not reliable for this statement on PostgreSQL; what comes back is.
    return connection.execute(statement.returning(table.c[key[0]])).first() is not None
