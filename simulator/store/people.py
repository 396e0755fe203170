"""Rows of users and of the browsers that are signed in."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from simulator.store.tables import sign_ins, users


class UserRow(NamedTuple):
    """A user as stored."""

    id: str
    name: str
    role: str
    lang: str
    time_factor: float
    active: bool


_USER = (users.c.id, users.c.name, users.c.role, users.c.lang, users.c.time_factor, users.c.active)


def by_name(connection: Connection, name: str) -> UserRow | None:
    """The user with a name, whatever its capitals."""
    return _one(connection, select(*_USER).where(func.lower(users.c.name) == name.lower()))


def by_id(connection: Connection, user_id: str) -> UserRow:
    """The user with an id.

    Raises:
        KeyError: When there is none.
    """
    row = _one(connection, select(*_USER).where(users.c.id == user_id))
    if row is None:
        raise KeyError(user_id)
    return row


def by_token(connection: Connection, token_hash: str, now: datetime) -> UserRow | None:
    """The user of a browser that is signed in at a moment."""
    query = (
        select(*_USER)
        .join(sign_ins, sign_ins.c.user_id == users.c.id)
        .where(sign_ins.c.token_hash == token_hash, sign_ins.c.expires_at > now)
    )
    return _one(connection, query)


def add(connection: Connection, user_id: str, name: str, role: str, lang: str, now: datetime) -> None:
    """Store a new user."""
    values = {"id": user_id, "name": name, "role": role, "lang": lang}
    connection.execute(insert(users).values(**values, time_factor=1.0, active=True, created_at=now))


def change(connection: Connection, user_id: str, **values: object) -> None:
    """Change columns of a user."""
    connection.execute(update(users).where(users.c.id == user_id).values(**values))


def remember(connection: Connection, token_hash: str, user_id: str, now: datetime, until: datetime) -> None:
    """Store that a browser is signed in."""
    connection.execute(
        insert(sign_ins).values(token_hash=token_hash, user_id=user_id, created_at=now, expires_at=until)
    )


def forget(connection: Connection, token_hash: str) -> None:
    """Remove a browser's sign-in."""
    connection.execute(delete(sign_ins).where(sign_ins.c.token_hash == token_hash))


def _one(connection: Connection, query: Select[str, str, str, str, float, bool]) -> UserRow | None:
    row = connection.execute(query).first()
    return UserRow._make(row) if row is not None else None
