"""Rows of the reasons to look at replies."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection, update

from simulator.store.once import add_unless_there
from simulator.store.tables import looks


def add(
    connection: Connection,
    turn_id: str,
    team_id: str,
    reason: str,
    now: datetime,
    details: dict[str, object],
) -> None:
    """Add a reason, or open it again."""
    values: dict[str, object] = {
        "turn_id": turn_id,
        "reason": reason,
        "team_id": team_id,
        "details": json.dumps(details, ensure_ascii=False, sort_keys=True),
        "created_at": now,
    }
    if not add_unless_there(connection, looks, ["turn_id", "reason"], values):
        again = {**values, "done_at": None, "done_by": None}
        key = (looks.c.turn_id == turn_id) & (looks.c.reason == reason) & looks.c.done_at.is_not(None)
        connection.execute(update(looks).where(key).values(**again))


def done(connection: Connection, turn_id: str, user_id: str, now: datetime) -> None:
    """Close all open reasons of a reply."""
    key = (looks.c.turn_id == turn_id) & looks.c.done_at.is_(None)
    connection.execute(update(looks).where(key).values(done_at=now, done_by=user_id))
