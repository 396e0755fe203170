"""Rows that an employer does not want to keep any longer: counted, and removed in small transactions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select

from simulator.store import privacy_rows
from simulator.store.classification import ATTEMPT, TABLES
from simulator.store.tables import (
    access_log,
    assignments,
    attempts,
    audit_events,
    downloads,
    invitations,
    metadata,
    sign_ins,
    user_weeks,
    users,
)

BATCH = 500
"""Attempts in one transaction: others who write wait no longer than that."""


@dataclass(frozen=True, slots=True)
class Span:
    """How many attempts, and the first and last moment that one of them began."""

    number: int
    oldest: datetime | None
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Limits:
    """Before which moments rows go: those of practice, and those of logs and used links."""

    practice: datetime
    logs: datetime


def span(connection: Connection, employer_id: str, before: datetime) -> Span:
    """The attempts of an employer's people that began before a moment."""
    first, last = func.min(attempts.c.started_at), func.max(attempts.c.started_at)
    query = select(func.count(), first, last).where(_old(employer_id, before))
    number, oldest, newest = connection.execute(query).one()
    return Span(number, oldest, newest)


def counts(connection: Connection, employer_id: str, limits: Limits) -> dict[str, int]:
    """How many rows of each table would go."""
    roots = {ATTEMPT: _old(employer_id, limits.practice)}
    hanging = {name: privacy_rows.condition(name, roots) for name in TABLES}
    loose = _loose(employer_id, limits)
    wheres = {
        name: or_(*(w for w in (hanging[name], loose.get(name)) if w is not None))
        for name in TABLES
        if hanging[name] is not None or name in loose
    }
    found = {name: privacy_rows.count(connection, name, where) for name, where in wheres.items()}
    return {name: number for name, number in found.items() if number}


def remove_attempts(connection: Connection, employer_id: str, before: datetime) -> dict[str, int]:
    """Remove some of the oldest attempts with all that hangs on them; nothing when none is left."""
    query = (
        select(attempts.c.id).where(_old(employer_id, before)).order_by(attempts.c.started_at).limit(BATCH)
    )
    ids = list(connection.scalars(query))
    return privacy_rows.remove(connection, {ATTEMPT: attempts.c.id.in_(ids)}) if ids else {}


def remove_loose(connection: Connection, employer_id: str, limits: Limits) -> dict[str, int]:
    """Remove what is too old and hangs on no attempt: done assignments, weekly figures of people, logs, used links."""
    gone = {}
    for name, where in _loose(employer_id, limits).items():
        number = connection.execute(delete(metadata.tables[name]).where(where)).rowcount
        if number:
            gone[name] = number
    return gone


def _old(employer_id: str, before: datetime) -> ColumnElement[bool]:
    return and_(_of(attempts.c.user_id, employer_id), attempts.c.started_at < before)


def _of(user_id: ColumnElement[str], employer_id: str) -> ColumnElement[bool]:
    return user_id.in_(select(users.c.id).where(users.c.employer_id == employer_id))


def _loose(employer_id: str, limits: Limits) -> dict[str, ColumnElement[bool]]:
    of: Callable[[ColumnElement[str]], ColumnElement[bool]] = lambda column: _of(column, employer_id)  # noqa: E731
    over = or_(assignments.c.done_at.is_not(None), assignments.c.withdrawn_at.is_not(None))
    whole_week = limits.practice.date() - timedelta(days=7)
    return {
        "assignments": and_(of(assignments.c.user_id), over, assignments.c.given_at < limits.practice),
        "user_weeks": and_(of(user_weeks.c.user_id), user_weeks.c.week <= whole_week),
        "access_log": and_(of(access_log.c.about_id), access_log.c.at < limits.logs),
        "audit_events": and_(audit_events.c.employer_id == employer_id, audit_events.c.at < limits.logs),
        "sign_ins": and_(of(sign_ins.c.user_id), sign_ins.c.expires_at < limits.logs),
        "invitations": and_(of(invitations.c.created_by), invitations.c.expires_at < limits.logs),
        "downloads": and_(of(downloads.c.user_id), downloads.c.expires_at < limits.logs),
    }
