"""Which replies a team lead should look at, and why; kept with each reply, so that the queue is one short query."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from scoring import Scorecard
from simulator.accounts import Permission, User, require
from simulator.answered import Answered
from simulator.run import Run, UnknownAttemptError, load_run, require_own
from simulator.store import look_rows as rows
from simulator.store.about_rows import about
from simulator.store.engine import Connection, Store

OUTLIER_DEVIATIONS = 2.0
OUTLIER_LEAST_REPLIES = 8
"""Below this many earlier replies a standard deviation says nothing."""
OUTLIER_LEAST_POINTS = 10.0
"""Somebody who always scores alike would be an outlier at every breath; less than this is no reason to look."""
_WHOLE = 16**8


class Reason(StrEnum):
    """Why a reply should be looked at, most pressing first."""

    DISPUTED = "disputed"
    ASKED = "asked"
    NOT_PASSED = "not_passed"
    UNCERTAIN = "uncertain"
    OUTLIER = "outlier"
    SAMPLE = "sample"

    @property
    def by_people(self) -> bool:
        """True when a person asked for it; the others tell something of the automatic score."""
        return self in (Reason.DISPUTED, Reason.ASKED)


def note(connection: Connection, answered: Answered) -> None:
    """Note the reasons that a new reply gives itself, in the transaction that stores it, before it is counted."""
    team_id = answered.run.attempt.team_id
    if team_id is None or answered.turn.copied:
        return
    found = {
        Reason.NOT_PASSED: _not_passed(answered.card),
        Reason.UNCERTAIN: _uncertain(answered.card),
        Reason.OUTLIER: _outlier(connection, answered.user.id, answered.card.total),
        Reason.SAMPLE: _sample(answered),
    }
    for reason, details in found.items():
        if details is not None:
            add(connection, answered.turn.id, team_id, reason, answered.now, details)


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


def ask(store: Store, user: User, attempt_id: str, turn_id: str, now: datetime) -> bool:
    """Have a trainee ask his lead to look at a reply of his own.

    Args:
        store: The database.
        user: The trainee.
        attempt_id: His attempt.
        turn_id: The answered turn in it.
        now: This moment.

    Returns:
        False when there is no lead to ask, because the attempt belongs to no team.

    Raises:
        NotAllowedError: When the attempt is somebody else's.
        UnknownAttemptError: When the attempt has no such answer of its own.
    """
    require(store, user, Permission.PRACTISE)
    run = load_run(store, user, attempt_id)
    turn = next((t for t in run.turns if t.id == turn_id and not t.copied), None)
    if turn is None or turn.id not in run.answers:
        raise UnknownAttemptError
    if run.attempt.team_id is None:
        return False
    with store.write() as connection:
        add(connection, turn.id, run.attempt.team_id, Reason.ASKED, now)
    return True


def asked_at(store: Store, user: User, run: Run, turn_id: str) -> datetime | None:
    """When the trainee asked for a look at his own reply that is still to be given, or None.

    Raises:
        NotAllowedError: When the attempt is somebody else's.
    """
    require_own(store, user, run)
    if turn_id not in {t.id for t in run.turns}:
        return None
    with store.read() as connection:
        found = rows.of_turns(connection, [turn_id]) if about(connection, run.attempt.id).looks else []
    return next((r.created_at for r in found if r.reason == Reason.ASKED and r.done_at is None), None)


def _not_passed(card: Scorecard) -> dict[str, object] | None:
    if card.passed:
        return None
    deciding = next((f for f in card.findings if f.critical), None)
    if deciding is not None:
        return {"criterion": deciding.criterion, "code": deciding.code}
    return {"total": card.total}


def _uncertain(card: Scorecard) -> dict[str, object] | None:
    doubted = next((f for f in card.findings if f.uncertain), None)
    return {"criterion": doubted.criterion, "code": doubted.code} if doubted else None


def _outlier(connection: Connection, user_id: str, total: float | None) -> dict[str, object] | None:
    """Whether a total lies far from this trainee's earlier ones: the reply itself is counted after this."""
    if total is None:
        return None
    sums = rows.sums_of(connection, user_id)
    n = sums.n
    if n < OUTLIER_LEAST_REPLIES:
        return None
    mean = sums.total / n
    squared = max(0.0, sums.squares - n * mean**2)
    away = abs(total - mean)
    far = away > OUTLIER_DEVIATIONS * math.sqrt(squared / (n - 1))
    return {"total": total, "mean": round(mean, 1)} if far and away >= OUTLIER_LEAST_POINTS else None


def _sample(answered: Answered) -> dict[str, object] | None:
    """Drawn by a hash of the turn: the same reply is always drawn or never, and nobody can choose."""
    if not answered.card.passed:
        return None
    drawn = int(hashlib.sha256(answered.turn.id.encode()).hexdigest()[:8], 16) / _WHOLE
    return {} if drawn < answered.settings.sample_share else None
