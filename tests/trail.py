"""What the audit trail and the access log hold, read from their tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from simulator.store.engine import Store
from simulator.store.tables import access_log, audit_events


def events(store: Store, employer_id: str, since: datetime, until: datetime) -> Sequence[Row[Any]]:
    """Events of an employer in a period, newest first."""
    trail = audit_events.c
    query = select(audit_events).where(trail.employer_id == employer_id, trail.at >= since, trail.at < until)
    with store.read() as connection:
        return connection.execute(query.order_by(trail.id.desc())).all()


def looks_at(store: Store, user_id: str) -> Sequence[Row[Any]]:
    """Who looked at somebody's work, newest first."""
    query = select(access_log).where(access_log.c.about_id == user_id)
    with store.read() as connection:
        return connection.execute(query.order_by(access_log.c.id.desc())).all()
