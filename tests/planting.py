"""Rows in every table for tests on personal data: each text names its place, so that it can be searched for."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Boolean, Date, Float, Integer, String, insert

from simulator.employer import EmployerSettings
from simulator.store.base import UtcDateTime
from simulator.store.tables import metadata

ACTORS = {
    "changed_by", "created_by", "actor_id", "saved_by", "published_by", "done_by", "reviewer_id", "decided_by",
    "proposed_by", "given_by", "by",
}  # fmt: skip
"""Columns that name who did something for others, as people who know the tables would list them."""
ALSO_ACTORS = {("calibration_members", "user_id"), ("judgements", "user_id")}
"""A lead takes part in a round and judges others."""


def is_actor(table, column):
    return column in ACTORS or (table, column) in ALSO_ACTORS


@dataclass
class Planted:
    """What was planted: the key of the row in each table, and the texts by table and column."""

    tag: str
    keys: dict[str, dict[str, object]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)


def plant(store, now, tag, subject, actor, there=None):
    """One row in each table.

    Args:
        store: The database.
        now: This moment.
        tag: Short word that all texts hold.
        subject: Id of the person the rows are about.
        actor: Id of the person who did what was done for others.
        there: Keys of rows that exist already, by table; the tables of people when left out.
    """
    out = Planted(tag, dict(there or {}))
    with store.write() as connection:
        for table in metadata.sorted_tables:
            if table.name in out.keys:
                continue
            values = {}
            for column in table.c:
                value = _value(out, table, column, subject, actor, now)
                if value is not None:
                    values[column.name] = value
            done = connection.execute(insert(table).values(**values))
            names = [c.name for c in table.primary_key.columns]
            out.keys[table.name] = dict(zip(names, done.inserted_primary_key, strict=True))
    return out


def _value(out, table, column, subject, actor, now):
    if column.foreign_keys:
        target = next(iter(column.foreign_keys)).column
        if target.table.name == "users":
            return actor if is_actor(table.name, column.name) else subject
        return None if target.table is table else out.keys[target.table.name][target.name]
    for kind, value in ((Boolean, False), (Integer, None if column.primary_key else 1), (Float, 1.0)):
        if isinstance(column.type, kind):
            return 1 if value is None and len(table.primary_key.columns) > 1 else value
    if isinstance(column.type, UtcDateTime):
        return now
    if isinstance(column.type, Date):
        return date(2026, 11, 16)
    assert isinstance(column.type, String)
    return _text(out, table.name, column)


def _text(out, table, column):
    if (table, column.name) == ("employer_settings", "content"):
        return EmployerSettings().model_dump_json()
    if (table, column.name) == ("memberships", "role"):
        return "trainee"
    short = f"{out.tag}{len(out.texts):03d}"
    text = f"{short} Éclair {table} {column.name}"[: column.type.length]
    out.texts[table, column.name] = text
    return json.dumps({"said": text}, ensure_ascii=False) if column.name == "details" else text
