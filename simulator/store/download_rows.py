"""Rows of one-time addresses."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, update

from simulator.store.tables import downloads


class Wanted(NamedTuple):
    """What an address stands for; `wanted` is JSON."""

    kind: str
    wanted: str


def add(
    connection: Connection,
    token_hash: str,
    user_id: str,
    kind: str,
    wanted: str,
    now: datetime,
    until: datetime,
) -> None:
    """Store an address."""
    connection.execute(
        insert(downloads).values(
            token_hash=token_hash,
            user_id=user_id,
            kind=kind,
            wanted=wanted,
            created_at=now,
            expires_at=until,
        )
    )


def use(connection: Connection, token_hash: str, user_id: str, now: datetime) -> Wanted | None:
    """Use an address up; None unless it is this user's, good, and not used before. Of two at once, one gets it."""
    statement = (
        update(downloads)
        .where(
            downloads.c.token_hash == token_hash,
            downloads.c.user_id == user_id,
            downloads.c.expires_at > now,
            downloads.c.used_at.is_(None),
        )
        .values(used_at=now)
        .returning(downloads.c.kind, downloads.c.wanted)
    )
    row = connection.execute(statement).first()
    return Wanted(*row) if row is not None else None


def forget_old(connection: Connection, now: datetime) -> None:
    """Delete addresses that are over; what was exported stands in the audit trail."""
    connection.execute(delete(downloads).where(downloads.c.expires_at <= now))
