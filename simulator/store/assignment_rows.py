"""Rows of assignments: which scenario somebody is asked to practise, by when, and which attempt did it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, or_, select, update

from simulator.store.tables import assignments, memberships, users

MOST = 500
"""Assignments in one list: a screen that is read, not an archive."""


class AssignmentRow(NamedTuple):
    """An assignment as stored."""

    id: str
    team_id: str
    user_id: str
    scenario_id: str
    given_by: str
    given_at: datetime
    due_at: datetime | None
    note: str
    review_id: str | None
    attempt_id: str | None
    done_at: datetime | None
    withdrawn_at: datetime | None


class GivenRow(NamedTuple):
    """An assignment with the name of the one who does it."""

    row: AssignmentRow
    name: str


class MemberRow(NamedTuple):
    """Somebody active in a team."""

    user_id: str
    name: str
    role: str


def add(connection: Connection, row: AssignmentRow) -> None:
    """Store a new assignment."""
    connection.execute(insert(assignments).values(**row._asdict()))


def by_id(connection: Connection, assignment_id: str) -> AssignmentRow | None:
    """The assignment with an id."""
    row = connection.execute(select(assignments).where(assignments.c.id == assignment_id)).first()
    return AssignmentRow(*row) if row is not None else None


def open_of(connection: Connection, user_id: str) -> list[AssignmentRow]:
    """What somebody still has to do: the nearest date first, without a date last."""
    query = (
        select(assignments)
        .where(assignments.c.user_id == user_id, _OPEN)
        .order_by(assignments.c.due_at.is_(None), assignments.c.due_at, assignments.c.given_at)
    )
    return [AssignmentRow(*row) for row in connection.execute(query)]


def of_teams(connection: Connection, team_ids: Sequence[str]) -> list[GivenRow]:
    """Assignments of some teams that were not withdrawn, newest first, then by name; at most MOST."""
    query = (
        select(assignments, users.c.name)
        .join(users, users.c.id == assignments.c.user_id)
        .where(assignments.c.team_id.in_(team_ids), assignments.c.withdrawn_at.is_(None))
        .order_by(assignments.c.given_at.desc(), assignments.c.scenario_id, users.c.name)
        .limit(MOST)
    )
    return [GivenRow(AssignmentRow(*row[:-1]), row[-1]) for row in connection.execute(query)]


def asked_already(connection: Connection, user_ids: Sequence[str], scenario_id: str) -> set[str]:
    """Who of some people still has to do a scenario that he was asked for before."""
    query = select(assignments.c.user_id).where(
        assignments.c.user_id.in_(user_ids), assignments.c.scenario_id == scenario_id, _OPEN
    )
    return set(connection.scalars(query))


def finish(
    connection: Connection,
    user_id: str,
    scenario_id: str,
    *,
    attempt_id: str,
    started_at: datetime,
    now: datetime,
) -> None:
    """Note that somebody did what he was asked; a new try counts only when it was begun after the asking."""
    counts = or_(assignments.c.review_id.is_(None), assignments.c.given_at <= started_at)
    connection.execute(
        update(assignments)
        .where(assignments.c.user_id == user_id, assignments.c.scenario_id == scenario_id, _OPEN, counts)
        .values(done_at=now, attempt_id=attempt_id)
    )


def withdraw(connection: Connection, ids: Sequence[str], now: datetime) -> None:
    """Withdraw assignments; those that are done stay."""
    connection.execute(update(assignments).where(assignments.c.id.in_(ids), _OPEN).values(withdrawn_at=now))


def members(connection: Connection, team_id: str) -> list[MemberRow]:
    """The active people of a team, by name."""
    query = (
        select(users.c.id, users.c.name, memberships.c.role)
        .join(memberships, memberships.c.user_id == users.c.id)
        .where(memberships.c.team_id == team_id, users.c.active.is_(True))
        .order_by(users.c.name, users.c.id)
    )
    return [MemberRow(*row) for row in connection.execute(query)]


_OPEN = assignments.c.done_at.is_(None) & assignments.c.withdrawn_at.is_(None)
