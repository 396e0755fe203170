"""Rows of the audit trail and of the access log: only ever added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from simulator.store.tables import access_log, audit_events


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


def newest(connection: Connection, event: str) -> datetime | None:
    """When an event happened last, of whichever employer; None when the trail has it not."""
    last: datetime | None = connection.scalar(
        select(func.max(audit_events.c.at)).where(audit_events.c.event == event)
    )
    return last


def add_access(
    connection: Connection, actor_id: str, about_id: str, what: str, attempt_id: str | None, now: datetime
) -> None:
    """Note that somebody looked at a named person's work."""
    connection.execute(
        insert(access_log).values(
            at=now, actor_id=actor_id, about_id=about_id, what=what, attempt_id=attempt_id
        )
    )
