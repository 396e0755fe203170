"""Rows of employers, teams, users, their memberships, and of the browsers that are signed in."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, insert, select, update

from simulator.store import known
from simulator.store.once import add_unless_there
from simulator.store.tables import employers, memberships, sign_ins, teams, users

WORKSHOP = "workshop"
"""Id of the employer, and of its team, of a workshop machine."""


class MembershipRow(NamedTuple):
    """Somebody's role in a team."""

    team_id: str
    team: str
    role: str


class UserRow(NamedTuple):
    """A user as stored."""

    id: str
    employer_id: str
    name: str
    pseudonym: str
    email: str | None
    lang: str
    time_factor: float
    active: bool
    memberships: tuple[MembershipRow, ...]


_USER = (
    users.c.id,
    users.c.employer_id,
    users.c.name,
    users.c.pseudonym,
    users.c.email,
    users.c.lang,
    users.c.time_factor,
    users.c.active,
)
_MEMBERSHIP = (memberships.c.team_id, teams.c.name, memberships.c.role)


def _found_by(*where: ColumnElement[bool]) -> Select[Any]:
    """A user with his roles, a row for each role; made once, because each page asks several times who somebody is."""
    in_teams = users.outerjoin(memberships, memberships.c.user_id == users.c.id).outerjoin(
        teams, teams.c.id == memberships.c.team_id
    )
    return select(*_USER, *_MEMBERSHIP).select_from(in_teams).where(*where).order_by(teams.c.name, teams.c.id)


_BY_WORKSHOP_NAME = _found_by(
    users.c.employer_id == WORKSHOP, func.lower(users.c.name) == bindparam("name"), users.c.email.is_(None)
)
_BY_ID = _found_by(users.c.id == bindparam("user_id"))
_BY_EMAIL = _found_by(users.c.email == bindparam("email"))
_BY_SUBJECT = _found_by(users.c.issuer == bindparam("issuer"), users.c.subject == bindparam("subject"))
_BY_TOKEN = _found_by(
    users.c.id.in_(
        select(sign_ins.c.user_id).where(
            sign_ins.c.token_hash == bindparam("token_hash"),
            sign_ins.c.expires_at > bindparam("now"),
            sign_ins.c.ended_at.is_(None),
        )
    )
)


def by_workshop_name(connection: Connection, name: str) -> UserRow | None:
    """The user of the workshop with a name, whatever its capitals."""
    return _one(connection, _BY_WORKSHOP_NAME, name=name.lower())


def by_id(connection: Connection, user_id: str) -> UserRow:
    """The user with an id.

    Raises:
        KeyError: When there is none.
    """
    row = known.once(
        connection, (_BY_ID, user_id), lambda: _one(connection, _BY_ID, user_id=user_id), lasting=True
    )
    if row is None:
        raise KeyError(user_id)
    return row


def by_email(connection: Connection, email: str) -> UserRow | None:
    """The user with an e-mail address, given in small letters."""
    return _one(connection, _BY_EMAIL, email=email)


def by_subject(connection: Connection, issuer: str, subject: str) -> UserRow | None:
    """The user that an identity provider knows by this subject."""
    return _one(connection, _BY_SUBJECT, issuer=issuer, subject=subject)


def by_token(connection: Connection, token_hash: str, now: datetime) -> UserRow | None:
    """The user of a browser that is signed in at a moment."""
    found = _one(connection, _BY_TOKEN, token_hash=token_hash, now=now)
    if found is not None:
        known.once(connection, (_BY_ID, found.id), lambda: found, lasting=True)
    return found


def add(
    connection: Connection,
    user_id: str,
    employer_id: str,
    name: str,
    lang: str,
    now: datetime,
    **more: object,
) -> None:
    """Store a new user; `more` holds e-mail address, issuer and subject where there are any."""
    values: dict[str, object] = {
        "id": user_id,
        "employer_id": employer_id,
        "name": name,
        "lang": lang,
        **more,
    }
    connection.execute(
        insert(users).values(
            **values,
            pseudonym=secrets.token_hex(5).upper(),
            failed_sign_ins=0,
            time_factor=1.0,
            active=True,
            created_at=now,
        )
    )


def change(connection: Connection, user_id: str, **values: object) -> None:
    """Change columns of a user."""
    connection.execute(update(users).where(users.c.id == user_id).values(**values))


def add_employer(connection: Connection, employer_id: str, name: str, now: datetime) -> None:
    """Store an employer unless it is there."""
    values: dict[str, object] = {"id": employer_id, "name": name, "created_at": now}
    add_unless_there(connection, employers, ["id"], values)


def add_team(connection: Connection, team_id: str, employer_id: str, name: str, now: datetime) -> None:
    """Store a team unless it is there."""
    values: dict[str, object] = {
        "id": team_id,
        "employer_id": employer_id,
        "name": name,
        "created_at": now,
    }
    add_unless_there(connection, teams, ["id"], values)


def give_role(connection: Connection, user_id: str, team_id: str, role: str, now: datetime) -> None:
    """Give somebody a role in a team, in place of the one he had there."""
    key = (memberships.c.user_id == user_id) & (memberships.c.team_id == team_id)
    values: dict[str, object] = {"user_id": user_id, "team_id": team_id, "role": role, "since": now}
    if not add_unless_there(connection, memberships, ["user_id", "team_id"], values):
        connection.execute(update(memberships).where(key).values(role=role, since=now))


def employer_of_team(connection: Connection, team_id: str) -> str | None:
    """The employer that a team belongs to."""
    found: str | None = connection.scalar(select(teams.c.employer_id).where(teams.c.id == team_id))
    return found


def remember(connection: Connection, token_hash: str, user_id: str, now: datetime, until: datetime) -> None:
    """Store that a browser is signed in."""
    connection.execute(
        insert(sign_ins).values(token_hash=token_hash, user_id=user_id, created_at=now, expires_at=until)
    )


def end_sign_in(connection: Connection, token_hash: str, now: datetime) -> None:
    """End a browser's sign-in; the row stays, so that the same token never signs in again."""
    connection.execute(
        update(sign_ins)
        .where(sign_ins.c.token_hash == token_hash, sign_ins.c.ended_at.is_(None))
        .values(ended_at=now)
    )


def end_sign_ins(connection: Connection, user_id: str, now: datetime, but: str = "") -> None:
    """End all sign-ins of a user, but the one with this hash."""
    connection.execute(
        update(sign_ins)
        .where(sign_ins.c.user_id == user_id, sign_ins.c.token_hash != but, sign_ins.c.ended_at.is_(None))
        .values(ended_at=now)
    )


def sign_in_is_there(connection: Connection, token_hash: str) -> bool:
    """Whether a sign-in is known, also one that has ended."""
    query = select(sign_ins.c.token_hash).where(sign_ins.c.token_hash == token_hash)
    return connection.scalar(query) is not None


_MEMBERSHIPS = (
    select(*_MEMBERSHIP)
    .join(teams, teams.c.id == memberships.c.team_id)
    .where(memberships.c.user_id == bindparam("user_id"))
    .order_by(teams.c.name, teams.c.id)
)


def memberships_of(connection: Connection, user_id: str) -> tuple[MembershipRow, ...]:
    """Somebody's roles, by the names of the teams."""
    return tuple(MembershipRow(*row) for row in connection.execute(_MEMBERSHIPS, {"user_id": user_id}))


def _one(connection: Connection, query: Select[Any], **values: object) -> UserRow | None:
    found = connection.execute(query, values).all()
    if not found:
        return None
    width = len(_USER)
    roles = tuple(MembershipRow(*row[width:]) for row in found if row[width] is not None)
    return UserRow._make((*found[0][:width], roles))
