"""Which replies a team lead should look at, and why; kept with each reply, so that the queue is one short query."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from simulator.accounts import User
from simulator.answered import Answered
from simulator.store import look_rows as rows
from simulator.store.engine import Connection


class Reason(StrEnum):
    """Why a reply should be looked at, most pressing first."""

    DISPUTED = "disputed"
    ASKED = "asked"
    NOT_PASSED = "not_passed"
    UNCERTAIN = "uncertain"
    OUTLIER = "outlier"
    SAMPLE = "sample"


def note(connection: Connection, answered: Answered) -> None:
    """Note the reasons that a new reply gives itself, in the transaction that stores it."""
    del connection, answered


def add(
    connection: Connection,
    turn_id: str,
    team_id: str,
    reason: Reason,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> None:
    """Add a reason to look at a reply; one that is there and done is opened again.

    Args:
        connection: A transaction.
        turn_id: The reply's turn.
        team_id: The team whose lead should look.
        reason: Why.
        now: This moment.
        details: Codes and numbers for the words that explain it.
    """
    rows.add(connection, turn_id, team_id, reason.value, now, dict(details or {}))


def done(connection: Connection, turn_id: str, by: User, now: datetime) -> None:
    """Note that somebody looked at a reply: all its reasons are done."""
    rows.done(connection, turn_id, by.id, now)
