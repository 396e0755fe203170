"""Every row about a person: found, counted, read and removed by walking the classification, not a list by hand."""

from __future__ import annotations

import json
import re
import secrets
import uuid
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, func, insert, or_, select, update

from simulator.store.classification import PERSON, REACHING, TABLES, After
from simulator.store.tables import audit_events, downloads, employers, metadata, users

ERASED = "erased-"
"""Begin of the pseudonym of somebody who was erased."""
GONE = "[…]"
"""What stands where others wrote his name."""

_CODE = re.compile(r"[a-z0-9_.:/-]{0,80}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LIKE_SIGN = re.compile(r"([\\%_])")
_NAME_LEAST = 3
"""Shorter parts of a name stand in too many codes."""
_SURE_LEAST = 5
"""A subject such as "42" stands in many texts that are not about him."""

Roots = Mapping[str, ColumnElement[bool]]
_ALL = frozenset(After)
_REMOVED = frozenset({After.REMOVE})


@dataclass(frozen=True, slots=True)
class Found:
    """How many rows of a table lead to a person: about him, and of what he did for others."""

    about: int
    by: int


@dataclass(frozen=True, slots=True)
class Traits:
    """What others can have written down of a person; all of it goes."""

    id: str
    sure: tuple[str, ...]
    """Words that are certainly his: full name, e-mail address, pseudonym, subject."""
    name: str


def condition(table: str, roots: Roots, afters: Collection[After] = _REMOVED) -> ColumnElement[bool] | None:
    """What holds for the rows of a table that keys lead from to the root rows; None when there are no such keys.

    Args:
        table: Name of a table.
        roots: Tables with what holds for the rows where the walk ends.
        afters: Which keys of the table itself count; those of the tables on the way are always "remove".
    """
    if table in roots:
        return roots[table]
    reach = TABLES[table].reach.items()
    ways = [_way(metadata.tables[table].c[key], roots) for key, after in reach if after in afters]
    found = [way for way in ways if way is not None]
    return or_(*found) if found else None


def _way(column: Column[object], roots: Roots) -> ColumnElement[bool] | None:
    if not column.foreign_keys:
        # An invitation reaches whoever has its address, before there is a user to point at.
        inner = roots.get(PERSON)
        return None if inner is None else column.in_(select(users.c.email).where(inner))
    target = next(iter(column.foreign_keys)).column
    inner = condition(target.table.name, roots)
    return None if inner is None else column.in_(select(target).where(inner))


def person(user_id: str) -> Roots:
    """The root of all that is about one person."""
    return {PERSON: users.c.id == user_id}


def counts(connection: Connection, user_id: str) -> dict[str, Found]:
    """How many rows lead to a person, for each table in which rows can."""
    return {name: _found(connection, name, person(user_id)) for name in REACHING}


def _found(connection: Connection, name: str, roots: Roots) -> Found:
    about = count(connection, name, condition(name, roots))
    return Found(about, count(connection, name, condition(name, roots, _ALL)) - about)


def count(connection: Connection, name: str, where: ColumnElement[bool] | None) -> int:
    """Number of rows of a table for which something holds; None holds for no row."""
    if where is None:
        return 0
    return connection.scalar(select(func.count()).select_from(metadata.tables[name]).where(where)) or 0


def rows(connection: Connection, user_id: str) -> dict[str, list[dict[str, object]]]:
    """Every row about a person or of what he did, for each table in which rows can be."""
    return {name: list(_rows(connection, name, person(user_id))) for name in REACHING}


def _rows(connection: Connection, name: str, roots: Roots) -> Iterator[dict[str, object]]:
    table, where = metadata.tables[name], condition(name, roots, _ALL)
    if where is not None:
        query = select(table).where(where).order_by(*table.primary_key.columns)
        yield from (dict(row) for row in connection.execute(query).mappings())


def erase(connection: Connection, user_id: str, now: datetime) -> tuple[str, dict[str, int]]:
    """Remove a person; what he did for others points at an empty user from now on.

    Args:
        connection: The transaction.
        user_id: Who.
        now: This moment.

    Returns:
        Id of the empty user, and how many rows went from each table.

    Raises:
        KeyError: When there is no such person.
    """
    traits = traits_of(connection, user_id)
    empty = _add_empty(connection, user_id, now)
    gone = remove(connection, person(user_id), spare=(PERSON,))
    connection.execute(delete(downloads).where(downloads.c.wanted.contains(user_id, autoescape=True)))
    _forget_mentions(connection, user_id, traits)
    _clean_audit(connection, traits, empty)
    for name in REACHING:
        for key, after in TABLES[name].reach.items():
            if after is After.KEEP:
                column = metadata.tables[name].c[key]
                connection.execute(update(column.table).where(column == user_id).values({column.name: empty}))
    connection.execute(delete(users).where(users.c.id == user_id))
    return empty, {**gone, PERSON: 1}


def remove(connection: Connection, roots: Roots, spare: Collection[str] = ()) -> dict[str, int]:
    """Remove the root rows and all that hangs on them; what stays forgets them.

    Args:
        connection: The transaction.
        roots: Tables with what holds for the rows to remove.
        spare: Tables from which nothing is removed.

    Returns:
        How many rows went from each table.
    """
    doomed = {
        table.name: where
        for table in metadata.sorted_tables
        if table.name not in spare and (where := condition(table.name, roots)) is not None
    }
    _loosen(connection, doomed)
    gone = {}
    for table in reversed(metadata.sorted_tables):
        if table.name in doomed:
            gone[table.name] = connection.execute(delete(table).where(doomed[table.name])).rowcount
    return {name: number for name, number in gone.items() if number}


def _loosen(connection: Connection, doomed: Mapping[str, ColumnElement[bool]]) -> None:
    """Empty the keys of rows that may stay and that point at rows which go."""
    for table in metadata.sorted_tables:
        for column in table.c:
            if not column.nullable or TABLES[table.name].reach.get(column.name) is After.REMOVE:
                continue
            for key in column.foreign_keys:
                inner = doomed.get(key.column.table.name)
                if inner is not None:
                    pointing = column.in_(select(key.column).where(inner))
                    connection.execute(update(table).where(pointing).values({column.name: None}))


def _add_empty(connection: Connection, user_id: str, now: datetime) -> str:
    empty = str(uuid.uuid4())
    employer = connection.scalar(select(users.c.employer_id).where(users.c.id == user_id))
    connection.execute(
        insert(users).values(
            id=empty,
            employer_id=employer,
            name="",
            pseudonym=ERASED + secrets.token_hex(5).upper(),
            failed_sign_ins=0,
            lang="nl",
            time_factor=1.0,
            active=False,
            created_at=now,
        )
    )
    return empty


def traits_of(connection: Connection, user_id: str) -> Traits:
    """What others can have written down of a person.

    Raises:
        KeyError: When there is no such person.
    """
    # The lock keeps others from adding rows about him until he is gone; SQLite has one writer anyway.
    row = connection.execute(select(users).where(users.c.id == user_id).with_for_update()).first()
    if row is None:
        raise KeyError(user_id)
    # One word is the name of many, also of customers in scenarios.
    full = row.name if " " in row.name else ""
    words = (full, row.email, row.pseudonym, row.subject)
    sure = tuple(word for word in words if word and len(word) >= _SURE_LEAST)
    return Traits(user_id, sure, row.name)


def mentions(connection: Connection, user_id: str, words: Collection[str]) -> dict[str, int]:
    """In how many texts about others, written by people of the same employer, one of some words stands."""
    found = {
        f"{column.table.name}.{column.name}": len(list(_mentioning(connection, column, user_id, words)))
        for column in _free_texts()
    }
    return {name: number for name, number in found.items() if number}


def _forget_mentions(connection: Connection, user_id: str, traits: Traits) -> None:
    for column in _free_texts():
        table = column.table
        for key, text in list(_mentioning(connection, column, user_id, traits.sure)):
            same = [c == value for c, value in zip(table.primary_key.columns, key, strict=True)]
            values = {column.name: _without(text, traits.sure)}
            connection.execute(update(table).where(*same).values(values))


def _free_texts() -> list[Column[str]]:
    return [metadata.tables[name].c[word] for name, facts in TABLES.items() for word in facts.words]


def _mentioning(
    connection: Connection, column: Column[str], user_id: str, words: Collection[str]
) -> Iterator[tuple[tuple[object, ...], str]]:
    """Key and text of each row whose text holds a word and that leads to somebody of the same employer."""
    table = column.table
    employer = select(users.c.employer_id).where(users.c.id == user_id).scalar_subquery()
    where = condition(table.name, {PERSON: users.c.employer_id == employer}, _ALL)
    # SQLite folds capitals of a-z only, so other letters match anything there and are compared below.
    likes = ["%" + _NOT_ASCII.sub("_", _LIKE_SIGN.sub(r"\\\1", word)) + "%" for word in words]
    holding = [column.ilike(like, escape="\\") for like in likes]
    if where is None or not holding or not isinstance(table, Table):
        return
    query = select(*table.primary_key.columns, column.label("text_of")).where(where, or_(*holding))
    for row in connection.execute(query):
        if _without(row[-1], words) != row[-1]:
            yield tuple(row[:-1]), str(row[-1])


def _without(text: str, words: Collection[str]) -> str:
    for word in words:
        text = re.sub(re.escape(word), GONE, text, flags=re.IGNORECASE)
    return text


def _clean_audit(connection: Connection, traits: Traits, empty: str) -> None:
    """Take a person's id and words out of the details of the audit trail, whoever caused the event."""
    own = or_(audit_events.c.actor_id == traits.id, audit_events.c.about_id == traits.id)
    holding = [audit_events.c.details.icontains(word, autoescape=True) for word in (traits.id, *traits.sure)]
    query = select(audit_events.c.id, audit_events.c.details, own.label("own")).where(or_(own, *holding))
    for row in connection.execute(query).all():
        details = json.loads(row.details.replace(traits.id, empty))
        cleaned = _codes(details, traits) if row.own else _cleaned(details, traits.sure)
        text = json.dumps(cleaned, ensure_ascii=False, sort_keys=True)
        if text != row.details:
            connection.execute(update(audit_events).where(audit_events.c.id == row.id).values(details=text))


def _codes(value: object, traits: Traits) -> object:
    """Numbers and codes only: in events of his own nobody can tell which words are his."""
    if isinstance(value, str):
        named = any(part.lower() in value.lower() for part in traits.name.split() if len(part) >= _NAME_LEAST)
        return value if _CODE.fullmatch(value) and not named else GONE
    if isinstance(value, dict):
        return {_codes(str(k), traits): _codes(v, traits) for k, v in value.items()}
    return [_codes(part, traits) for part in value] if isinstance(value, list) else value


def _cleaned(value: object, words: Collection[str]) -> object:
    if isinstance(value, str):
        return _without(value, words)
    if isinstance(value, dict):
        return {_without(str(k), words): _cleaned(v, words) for k, v in value.items()}
    return [_cleaned(part, words) for part in value] if isinstance(value, list) else value


def employers_there(connection: Connection) -> list[tuple[str, str]]:
    """Ids and names of the employers, by name."""
    query = select(employers.c.id, employers.c.name).order_by(employers.c.name, employers.c.id)
    return [(row.id, row.name) for row in connection.execute(query)]
