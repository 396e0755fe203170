"""Letting go of what an employer does not want to keep: old attempts with all that hangs on them, never team counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator import audit
from simulator.employer import settings_of
from simulator.privacy import LOG_LEAST_DAYS
from simulator.store import privacy_rows, retention_rows
from simulator.store.engine import Store
from simulator.store.sweeping import sweep


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would remove.

    Attributes:
        employer_id: Whose data.
        days: The employer's term; None keeps everything as long as the account.
        before: Attempts that began before this moment go; None without a term.
        logs_before: Logs of before this moment go; None without a term.
        attempts: How many attempts, the oldest and the newest of them.
        removed: Rows that go, by table.
    """

    employer_id: str
    days: int | None
    before: datetime | None
    logs_before: datetime | None
    attempts: retention_rows.Span
    removed: Mapping[str, int]


def employers(store: Store) -> list[tuple[str, str]]:
    """Ids and names of the employers."""
    with store.read() as connection:
        return privacy_rows.employers_there(connection)


def plan(store: Store, employer_id: str, now: datetime) -> Plan:
    """What a run now would remove; changes nothing. For whoever runs commands on the server."""
    days = settings_of(store, employer_id).retention_days
    limits = _limits(days, now)
    if limits is None:
        return Plan(employer_id, days, None, None, retention_rows.Span(0, None, None), {})
    with store.read() as connection:
        span = retention_rows.span(connection, employer_id, limits.practice)
        removed = retention_rows.counts(connection, employer_id, limits)
    return Plan(employer_id, days, limits.practice, limits.logs, span, removed)


def run(store: Store, employer_id: str, now: datetime) -> Mapping[str, int]:
    """Remove what is older than the employer's term; doing it twice removes nothing more.

    Attempts go in small transactions, so that others can write meanwhile. Logs stay six months at least.

    Returns:
        How many rows went from each table.
    """
    days = settings_of(store, employer_id).retention_days
    limits = _limits(days, now)
    if limits is None:
        return {}
    total: Counter[str] = Counter()
    while True:
        with store.write() as connection:
            gone = retention_rows.remove_attempts(connection, employer_id, limits.practice)
        total.update(gone)
        if not gone:
            break
    with store.write() as connection:
        total.update(retention_rows.remove_loose(connection, employer_id, limits))
        details = {"days": days, "removed": dict(total)}
        audit.note(
            connection, audit.Event.RETENTION_RUN, now, actor=None, employer=employer_id, details=details
        )
    sweep(store)
    return dict(total)


def _limits(days: int | None, now: datetime) -> retention_rows.Limits | None:
    if days is None:
        return None
    return retention_rows.Limits(
        practice=now - timedelta(days=days), logs=now - timedelta(days=max(days, LOG_LEAST_DAYS))
    )
