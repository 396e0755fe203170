"""Rows of an employer's settings: each change adds one."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, insert, select

from simulator.store import known
from simulator.store.tables import employer_settings, users


class VersionRow(NamedTuple):
    """Settings as they were stored once."""

    content: str
    by: str
    at: datetime


_NEWEST = (
    select(employer_settings.c.content)
    .where(employer_settings.c.employer_id == bindparam("employer"))
    .order_by(employer_settings.c.id.desc())
    .limit(1)
)


def newest(connection: Connection, employer_id: str) -> str | None:
    """Content of the settings that count now."""
    key, wanted = (_NEWEST, employer_id), {"employer": employer_id}
    found: str | None = known.once(connection, key, lambda: connection.scalar(_NEWEST, wanted), lasting=True)
    return found


def add(connection: Connection, employer_id: str, content: str, user_id: str, now: datetime) -> None:
    """Add settings; they count from now on."""
    connection.execute(
        insert(employer_settings).values(
            employer_id=employer_id, content=content, changed_by=user_id, changed_at=now
        )
    )


def versions(connection: Connection, employer_id: str) -> list[VersionRow]:
    """All settings that were stored for an employer with the name of who did, oldest first."""
    query = (
        select(employer_settings.c.content, users.c.name, employer_settings.c.changed_at)
        .join(users, users.c.id == employer_settings.c.changed_by)
        .where(employer_settings.c.employer_id == employer_id)
        .order_by(employer_settings.c.id)
    )
    return [VersionRow(*row) for row in connection.execute(query)]
