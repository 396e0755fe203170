"""Rows of the audit trail and of the access log: only ever added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, select

from simulator.store.tables import access_log, audit_events


class AuditRow(NamedTuple):
    """One event as stored; `details` is JSON."""

    id: int
    at: datetime
    employer_id: str | None
    actor_id: str | None
    event: str
    about_id: str | None
    details: str


class AccessRow(NamedTuple):
    """One look at somebody's work as stored."""

    at: datetime
    actor_id: str
    about_id: str
    what: str
    attempt_id: str | None


def add_event(
    connection: Connection,
    event: str,
    now: datetime,
    *,
    employer_id: str | None,
    actor_id: str | None,
    about_id: str | None = None,
    details: Mapping[str, object] | None = None,
) -> None:
    """Add an event; `details` hold ids, codes and numbers, never a person's words."""
    connection.execute(
        insert(audit_events).values(
            at=now,
            employer_id=employer_id,
            actor_id=actor_id,
            event=event,
            about_id=about_id,
            details=json.dumps(dict(details or {}), ensure_ascii=False, sort_keys=True),
        )
    )


def events(connection: Connection, employer_id: str, since: datetime, until: datetime) -> list[AuditRow]:
    """Events of an employer in a period, newest first."""
    query = (
        select(audit_events)
        .where(
            audit_events.c.employer_id == employer_id, audit_events.c.at >= since, audit_events.c.at < until
        )
        .order_by(audit_events.c.id.desc())
    )
    return [AuditRow(*row) for row in connection.execute(query)]


def add_access(
    connection: Connection, actor_id: str, about_id: str, what: str, attempt_id: str | None, now: datetime
) -> None:
    """Note that somebody looked at a named person's work."""
    connection.execute(
        insert(access_log).values(
            at=now, actor_id=actor_id, about_id=about_id, what=what, attempt_id=attempt_id
        )
    )


def accesses_of(connection: Connection, user_id: str) -> list[AccessRow]:
    """Who looked at somebody's work, newest first."""
    columns = (c for c in access_log.c if c.name != "id")
    query = select(*columns).where(access_log.c.about_id == user_id).order_by(access_log.c.id.desc())
    return [AccessRow(*row) for row in connection.execute(query)]
