"""Rows that administrators change: who is in which team, invitations and recovery links, passwords and lock-outs."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update

from simulator.store.tables import employers, invitations, memberships, teams, users


class PersonRow(NamedTuple):
    """Somebody as administrators see him."""

    id: str
    name: str
    email: str | None
    active: bool
    has_password: bool
    has_provider: bool
    locked_until: datetime | None


class TeamRow(NamedTuple):
    """A team and how many people are in it."""

    id: str
    name: str
    people: int


class LinkRow(NamedTuple):
    """An invitation or a recovery link as stored; its token is not."""

    token_hash: str
    kind: str
    user_id: str | None
    team_id: str | None
    role: str | None
    email: str
    created_by: str
    expires_at: datetime


class PasswordRow(NamedTuple):
    """What is needed to check a password."""

    user_id: str
    employer_id: str
    password_hash: str | None
    active: bool


_LINK = tuple(invitations.c[name] for name in LinkRow._fields)


def people_of(connection: Connection, employer_id: str) -> list[PersonRow]:
    """Everybody who works for an employer, by name."""
    query = (
        select(
            users.c.id,
            users.c.name,
            users.c.email,
            users.c.active,
            users.c.password_hash.is_not(None),
            users.c.subject.is_not(None),
            users.c.locked_until,
        )
        .where(users.c.employer_id == employer_id)
        .order_by(func.lower(users.c.name), users.c.id)
    )
    return [PersonRow(*row) for row in connection.execute(query)]


def roles_of(connection: Connection, employer_id: str) -> list[tuple[str, str, str, str]]:
    """Roles of an employer's people: user, team, name of the team, role."""
    query = (
        select(memberships.c.user_id, memberships.c.team_id, teams.c.name, memberships.c.role)
        .join(teams, teams.c.id == memberships.c.team_id)
        .where(teams.c.employer_id == employer_id)
        .order_by(teams.c.name, teams.c.id)
    )
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(query)]


def teams_of(connection: Connection, employer_id: str) -> list[TeamRow]:
    """An employer's teams, by name."""
    query = (
        select(teams.c.id, teams.c.name, func.count(memberships.c.user_id))
        .outerjoin(memberships, memberships.c.team_id == teams.c.id)
        .where(teams.c.employer_id == employer_id)
        .group_by(teams.c.id, teams.c.name)
        .order_by(func.lower(teams.c.name), teams.c.id)
    )
    return [TeamRow(*row) for row in connection.execute(query)]


def employer_named(connection: Connection, name: str) -> str | None:
    """Id of the oldest employer with a name."""
    query = select(employers.c.id).where(employers.c.name == name).order_by(employers.c.created_at)
    found: str | None = connection.scalar(query)
    return found


def team_named(connection: Connection, employer_id: str, name: str) -> str | None:
    """Id of an employer's team with a name."""
    found: str | None = connection.scalar(
        select(teams.c.id).where(teams.c.employer_id == employer_id, teams.c.name == name)
    )
    return found


def rename_team(connection: Connection, team_id: str, name: str) -> None:
    """Give a team another name."""
    connection.execute(update(teams).where(teams.c.id == team_id).values(name=name))


def take_role(connection: Connection, user_id: str, team_id: str) -> None:
    """Take somebody out of a team."""
    connection.execute(
        delete(memberships).where(memberships.c.user_id == user_id, memberships.c.team_id == team_id)
    )


def hold_employer(connection: Connection, employer_id: str) -> None:
    """Have other changes of this employer's people wait until this transaction ends."""
    connection.execute(select(employers.c.id).where(employers.c.id == employer_id).with_for_update())


def active_with_role(connection: Connection, employer_id: str, role: str) -> int:
    """How many active people of an employer have a role in some team of it."""
    query = (
        select(func.count(memberships.c.user_id.distinct()))
        .join(users, users.c.id == memberships.c.user_id)
        .join(teams, teams.c.id == memberships.c.team_id)
        .where(
            users.c.active.is_(True),
            users.c.employer_id == employer_id,
            teams.c.employer_id == employer_id,
            memberships.c.role == role,
        )
    )
    return connection.scalar(query) or 0


def has_subject(connection: Connection, user_id: str) -> bool:
    """Whether somebody is known by an identity provider."""
    return connection.scalar(select(users.c.subject).where(users.c.id == user_id)) is not None


def add_link(connection: Connection, link: LinkRow, now: datetime) -> None:
    """Store a link that is good for one time."""
    connection.execute(insert(invitations).values(**link._asdict(), created_at=now))


def open_link(connection: Connection, token_hash: str, now: datetime) -> LinkRow | None:
    """The link with this hash, when it can still be used."""
    query = select(*_LINK).where(invitations.c.token_hash == token_hash, _is_open(now))
    row = connection.execute(query).first()
    return LinkRow(*row) if row else None


def open_links_of(connection: Connection, employer_id: str, kind: str, now: datetime) -> list[LinkRow]:
    """The links of a kind that an employer's people made and that can still be used, oldest first."""
    query = (
        select(*_LINK)
        .join(users, users.c.id == invitations.c.created_by)
        .where(users.c.employer_id == employer_id, invitations.c.kind == kind, _is_open(now))
        .order_by(invitations.c.created_at, invitations.c.token_hash)
    )
    return [LinkRow(*row) for row in connection.execute(query)]


def use_link(connection: Connection, token_hash: str, now: datetime) -> bool:
    """Use up a link; False when it cannot be used any more."""
    statement = (
        update(invitations)
        .where(invitations.c.token_hash == token_hash, _is_open(now))
        .values(used_at=now)
        .returning(invitations.c.token_hash)
    )
    return connection.execute(statement).first() is not None


def end_links_about(connection: Connection, user_id: str, now: datetime) -> None:
    """Use up the open links about somebody."""
    _end(connection, invitations.c.user_id == user_id, now)


def end_links_by(connection: Connection, user_id: str, now: datetime) -> None:
    """Use up the open links that somebody made."""
    _end(connection, invitations.c.created_by == user_id, now)


def end_links_to(connection: Connection, email: str, employer_id: str, now: datetime) -> None:
    """Use up the open links to an e-mail address that an employer's people made."""
    colleagues = select(users.c.id).where(users.c.employer_id == employer_id)
    _end(connection, (invitations.c.email == email) & invitations.c.created_by.in_(colleagues), now)


def _end(connection: Connection, which: ColumnElement[bool], now: datetime) -> None:
    connection.execute(update(invitations).where(which, _is_open(now)).values(used_at=now))


def password_of(connection: Connection, email: str) -> PasswordRow | None:
    """What is needed to check the password of an e-mail address in small letters."""
    columns = (users.c.id, users.c.employer_id, users.c.password_hash, users.c.active)
    row = connection.execute(select(*columns).where(users.c.email == email)).first()
    return PasswordRow(*row) if row else None


def count_try(connection: Connection, email: str, now: datetime) -> int:
    """Count a try to sign in, unless the account is locked.

    Args:
        connection: A transaction, which then holds the row.
        email: In small letters; nothing is counted when nobody has it.
        now: This moment.

    Returns:
        Number of tries since the last success, this one included; 0 when the account is locked or unknown.
    """
    free = or_(users.c.locked_until.is_(None), users.c.locked_until <= now)
    statement = (
        update(users)
        .where(users.c.email == email, free)
        .values(failed_sign_ins=users.c.failed_sign_ins + 1)
        .returning(users.c.failed_sign_ins)
    )
    return connection.execute(statement).scalar() or 0


def _is_open(now: datetime) -> ColumnElement[bool]:
    return invitations.c.used_at.is_(None) & (invitations.c.expires_at > now)
