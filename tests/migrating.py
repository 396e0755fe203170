"""Migrations with rows in every table, and processes that are killed in the middle of one.

Run as a program it does the drill: `python -m tests.migrating URL VERSION STEP` (see `benchmarks.migration_drill`).
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import psycopg
from sqlalchemy import Boolean, Date, DateTime, Float, Integer, event, exists, func, insert, select
from sqlalchemy.engine import make_url

from simulator.store.contents import StoredContents, reflected
from simulator.store.engine import open_store
from simulator.store.migrate import bring_to, changing, heads_of, versions

ROWS = 3
AT = datetime(2026, 1, 5, 9, 0)


@dataclass
class Drill:
    """What a drill did."""

    statements: int = 0
    kills: int = 0
    lost: int = 0
    broken: int = 0

    def __add__(self, other):
        return Drill(
            *(getattr(self, n) + getattr(other, n) for n in ("statements", "kills", "lost", "broken"))
        )


def bring(store, version, *, filled=False):
    """Bring a database to a version, with rows in every table if wanted."""
    with changing(store) as connection:
        if version:
            bring_to(connection, version)
        if filled:
            fill(connection)


def fill(connection):
    """Rows in every table, made from its columns and foreign keys alone."""
    made = {}
    for table in reflected(connection):
        for number in range(ROWS):
            row = {c.name: _value(made, table, c, number) for c in table.c}
            connection.execute(insert(table).values(row))
            made[table.name, number] = row


def _value(made, table, column, number):
    for foreign in column.foreign_keys:
        target = foreign.column
        if target.table is table:
            return made[table.name, number - 1][target.name] if number else None
        return made[target.table.name, number][target.name]
    kind = column.type
    for known, value in (
        (Boolean, number % 2 == 0),
        (Integer, number + 1),
        (Float, number + 0.25),
        (DateTime, AT + timedelta(minutes=number, microseconds=number)),
        (Date, date(2026, 1, 5) + timedelta(weeks=number)),
    ):
        if isinstance(kind, known):
            return value
    return f"{number}é{table.name}.{column.name}"[: kind.length]


def contents(store):
    """All rows by table, each as a mapping of its columns."""
    with store.snapshot() as connection:
        return {
            head.name: [dict(zip(head.columns, row, strict=True)) for row in rows]
            for head, rows in StoredContents(connection, "").tables()
        }


def counts(store):
    """Number of rows by table."""
    with store.read() as connection:
        return {t.name: connection.scalar(select(func.count()).select_from(t)) for t in reflected(connection)}


def copied(url, name):
    """A copy of a database beside it; replaces an earlier copy of this name."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        target = f"{parsed.database}.{name}"
        for end in ("-wal", "-shm"):
            Path(target + end).unlink(missing_ok=True)
        shutil.copy(parsed.database, target)
        return parsed.set(database=target).render_as_string()
    with psycopg.connect(
        host=parsed.host, port=parsed.port, user=parsed.username, password=parsed.password,
        dbname="template1", autocommit=True,
    ) as connection:  # fmt: skip
        target = f"{parsed.database}_{name}"
        connection.execute(f"DROP DATABASE IF EXISTS {target} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {target} TEMPLATE {parsed.database}")
    return parsed.set(database=target).render_as_string(hide_password=False)


def broken_keys(store):
    """Number of rows that refer to a row that is not there."""
    number = 0
    with store.read() as connection:
        for table in reflected(connection):
            for foreign in (f for c in table.c for f in c.foreign_keys):
                parent = foreign.column.table.alias()
                there = exists().where(parent.c[foreign.column.name] == foreign.parent)
                lost = select(func.count()).select_from(table).where(foreign.parent.is_not(None), ~there)
                number += connection.scalar(lost)
    return number


def statements_of(url, version):
    """How many statements an upgrade to a version takes, and the rows that there are then."""
    store = open_store(copied(url, "whole"))
    done = []
    event.listen(store.engine, "after_cursor_execute", lambda *_: done.append(1))
    bring(store, version)
    number = len(done)
    after = counts(store)
    store.close()
    return number, after


def drill(url, version, step=1, start=1):
    """Kill an upgrade after each statement, or each so many, and upgrade after that.

    Args:
        url: A database at the version before; it stays as it is.
        version: To what it is upgraded.
        step: Kill after each so many statements.
        start: The first statement to kill after.
    """
    number, whole = statements_of(url, version)
    found = Drill(statements=number)
    for last in range(start, number + 1, step):
        target = copied(url, "killed")
        if _killed(target, version, last):
            found.kills += 1
        store = open_store(target)
        bring(store, version)
        now = counts(store)
        found.lost += sum(abs(now.get(name, 0) - there) for name, there in whole.items())
        found.broken += broken_keys(store)
        store.close()
    return found


def _killed(url, version, last):
    """Whether a process that kills itself after so many statements of an upgrade was killed."""
    child = os.fork()
    if child == 0:
        try:
            store = open_store(url)
            done = []

            def count(*_):
                done.append(1)
                if len(done) == last:
                    os.kill(os.getpid(), signal.SIGKILL)

            event.listen(store.engine, "after_cursor_execute", count)
            bring(store, version)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def prepare(url, version):
    """Fill an empty database at the version before this one."""
    order = versions()
    before = order[order.index(version) - 1] if order.index(version) else ""
    store = open_store(url)
    bring(store, before, filled=True)
    with store.read() as connection:
        assert ", ".join(heads_of(connection)) == before
    store.close()


if __name__ == "__main__":
    URL, VERSION, STEP = sys.argv[1:]
    prepare(URL, VERSION)
    # Forked from here, where there is one thread and nothing is open.
    outcome = drill(URL, VERSION, int(STEP))
    print(outcome.statements, outcome.kills, outcome.lost, outcome.broken)
