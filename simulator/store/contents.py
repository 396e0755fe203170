"""All rows of a database as plain values, in one order on both databases: to copy, to keep, and to compare by digest.

The tables are read as they stand, at whatever version, so an old backup still means what it meant.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    collate,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import DataError

Row = list[object]
"""Values of a row by column, as JSON has them: moments and days as ISO text."""
BATCH = 500
_VERSIONS = "alembic_version"
_INTEGER_MOST = 2**31 - 1


class UnfitRowError(Exception):
    """A row cannot be stored in the other database; the message names table, key and column, never the value."""


@dataclass(frozen=True, slots=True)
class TableHead:
    """A table: its name, and its columns in alphabetical order."""

    name: str
    columns: tuple[str, ...]


class Contents(Protocol):
    """Rows that come from a database or a file."""

    version: str

    def tables(self) -> Iterable[tuple[TableHead, Iterable[Row]]]:
        """Each table once, parents before children, with its rows; read the rows before the next table."""


@dataclass(slots=True)
class Digest:
    """A digest of contents, taken while the rows pass by: the same on both databases and in a backup."""

    rows: dict[str, int] = field(default_factory=dict)
    tables: dict[str, str] = field(default_factory=dict)

    def passing(self, head: TableHead, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows, counted."""
        sha = hashlib.sha256(line_of([head.name, *head.columns]))
        number = 0
        for row in rows:
            sha.update(line_of(row))
            number += 1
            yield row
        self.rows[head.name], self.tables[head.name] = number, sha.hexdigest()

    @property
    def whole(self) -> str:
        """One name for all of it."""
        return hashlib.sha256(line_of(sorted(self.tables.items()))).hexdigest()

    def differing(self, other: Digest) -> list[str]:
        """Names of the tables that differ."""
        names = self.tables.keys() | other.tables.keys()
        return sorted(n for n in names if self.tables.get(n) != other.tables.get(n))


def digest_of(contents: Contents) -> Digest:
    """The digest of contents."""
    digest = Digest()
    for head, rows in contents.tables():
        for _ in digest.passing(head, rows):
            pass
    return digest


class StoredContents:
    """The contents of a database, read in a connection that should be a snapshot."""

    def __init__(self, connection: Connection, version: str) -> None:
        self.version = version
        self._connection = connection
        self._all = reflected(connection)

    def tables(self) -> Iterator[tuple[TableHead, Iterable[Row]]]:
        """Each table with its rows by key, in the order of the characters' numbers."""
        for table in self._all:
            yield _head(table), self._rows(table)

    def _rows(self, table: Table) -> Iterator[Row]:
        columns = [table.c[name] for name in _head(table).columns]
        query = select(*columns).order_by(*(_plain_order(c, self._connection) for c in _key(table)))
        writers = [_writer(c) for c in columns]
        for found in self._connection.execute(query, execution_options={"yield_per": BATCH}):
            yield [None if v is None else write(v) for write, v in zip(writers, found, strict=True)]


def reflected(connection: Connection) -> list[Table]:
    """The tables as they stand, parents before children, without the migrations' own."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != _VERSIONS]


def is_empty(connection: Connection) -> bool:
    """Whether no table has a row."""
    return not any(
        connection.execute(select(1).select_from(t).limit(1)).first() for t in reflected(connection)
    )


def drop_all(connection: Connection) -> None:
    """Remove all tables, the migrations' own too."""
    metadata = MetaData()
    metadata.reflect(connection)
    metadata.drop_all(connection)


def load(connection: Connection, contents: Contents) -> Digest:
    """Store all rows in the empty tables of a database of the same version.

    Args:
        connection: A transaction in which foreign keys are checked at the end, or row by row.
        contents: What to store.

    Returns:
        The digest of what came in.

    Raises:
        UnfitRowError: When this database cannot hold a row.
    """
    digest = Digest()
    there = {table.name: table for table in reflected(connection)}
    for head, rows in contents.tables():
        table = there.pop(head.name, None)
        if table is None or _head(table) != head:
            raise UnfitRowError(f"table {head.name} is not as version {contents.version} has it")
        try:
            _load_table(connection, table, head, digest.passing(head, rows))
        except DataError as error:
            raise UnfitRowError(f"table {head.name}: a row does not fit its columns") from error
    if there:
        raise UnfitRowError(f"tables are missing: {', '.join(sorted(there))}")
    return digest


def _load_table(connection: Connection, table: Table, head: TableHead, rows: Iterable[Row]) -> None:
    # A row may refer to a later one of its own table, which PostgreSQL would refuse: those columns come after.
    own = {c.name for c in table.c for f in c.foreign_keys if f.column.table is table}
    key = [c.name for c in _key(table)]
    readers = [_reader(table.c[name]) for name in head.columns]
    batch: list[dict[str, object]] = []
    later: list[dict[str, object]] = []
    for row in rows:
        values = {
            name: None if v is None else read(v)
            for name, read, v in zip(head.columns, readers, row, strict=True)
        }
        _check(table, key, values)
        if any(values[name] is not None for name in own):
            later.append({f"b_{name}": values[name] for name in (*own, *key)})
        batch.append(values | dict.fromkeys(own))
        if len(batch) >= BATCH:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)
    if later:
        _refer(connection, table, sorted(own), key, later)
    _count_on(connection, table)


def _refer(
    connection: Connection, table: Table, own: list[str], key: list[str], values: list[dict[str, object]]
) -> None:
    statement = update(table).values({name: bindparam(f"b_{name}") for name in own})
    for name in key:
        statement = statement.where(table.c[name] == bindparam(f"b_{name}"))
    connection.execute(statement, values)


def _count_on(connection: Connection, table: Table) -> None:
    """On PostgreSQL, let new rows get numbers behind the highest one."""
    if connection.dialect.name != "postgresql":
        return
    for column in _key(table):
        if isinstance(column.type, Integer) and column.server_default is not None:
            highest = connection.scalar(select(func.max(column)))
            if highest is not None:
                sequence = func.pg_get_serial_sequence(table.name, column.name)
                connection.execute(select(func.setval(sequence, highest)))


def _check(table: Table, key: list[str], values: dict[str, object]) -> None:
    """SQLite holds what PostgreSQL does not: texts of any length, NUL, large numbers. Never lose it in silence."""
    for name, value in values.items():
        kind = table.c[name].type
        fault = ""
        if isinstance(value, str):
            most = kind.length if isinstance(kind, String) else None
            if "\0" in value:
                fault = "holds a NUL character, which PostgreSQL cannot store"
            elif most is not None and len(value) > most:
                fault = f"is longer than {most} characters"
        elif isinstance(kind, Integer) and isinstance(value, int) and abs(value) > _INTEGER_MOST:
            fault = "is too large a number"
        if fault:
            row = ", ".join(f"{k}={values[k]}" for k in key)
            raise UnfitRowError(f"table {table.name}, row {row}: column {name} {fault}")


def _head(table: Table) -> TableHead:
    return TableHead(table.name, tuple(sorted(table.c.keys())))


def _key(table: Table) -> list[Column[object]]:
    return list(table.primary_key.columns) or list(table.c)


def _plain_order(column: Column[object], connection: Connection) -> ColumnElement[Any]:
    # SQLite compares bytes; PostgreSQL does so when told.
    bytewise = isinstance(column.type, String) and connection.dialect.name == "postgresql"
    return collate(column, "C") if bytewise else column


def _writer(column: Column[object]) -> Callable[[object], object]:
    kind = column.type
    if isinstance(kind, DateTime):
        return lambda v: v.isoformat(timespec="microseconds") if isinstance(v, datetime) else v
    if isinstance(kind, Date):
        return lambda v: v.isoformat() if isinstance(v, date) else v
    return lambda v: v


def _reader(column: Column[object]) -> Callable[[object], object]:
    kind = column.type
    if isinstance(kind, DateTime):
        return lambda v: datetime.fromisoformat(str(v))
    if isinstance(kind, Date):
        return lambda v: date.fromisoformat(str(v))
    return lambda v: v


def line_of(values: Iterable[object]) -> bytes:
    """Values as one line of JSON, the same on every machine."""
    return json.dumps(list(values), ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
