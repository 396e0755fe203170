"""Rows of the reasons to look at replies, and of the lead's queue that they make."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, Select, bindparam, func, select, update

from simulator.store.once import add_unless_there
from simulator.store.tables import (
    answers,
    attempts,
    looks,
    memberships,
    review_locks,
    turns,
    user_weeks,
    users,
)

COUNT_MOST = 500
"""Open replies are counted up to this; whoever has more needs no exact number."""


class LookRow(NamedTuple):
    """A reason as stored; `details` is JSON."""

    turn_id: str
    reason: str
    details: str
    created_at: datetime
    done_at: datetime | None


class QueueRow(NamedTuple):
    """A reply that somebody should look at."""

    turn_id: str
    scenario_id: str
    name: str
    pseudonym: str
    answered_at: datetime
    locked_by: str | None
    locked_until: datetime | None


class Wanted(NamedTuple):
    """Which open replies: None leaves a filter out.

    Attributes:
        teams: Ids of the teams.
        not_of: Id of the user whose own replies stay out.
        reason: Only replies that have this reason.
        scenario_id: Only this scenario.
        user_id: Only this trainee.
        since: Only reasons from this moment on.
    """

    teams: tuple[str, ...]
    not_of: str
    reason: str | None = None
    scenario_id: str | None = None
    user_id: str | None = None
    since: datetime | None = None


class Sums(NamedTuple):
    """Number, sum and sum of squares of somebody's totals."""

    n: int
    total: float
    squares: float


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


# Made once, because each reply asks these.
_OF_TURNS = (
    select(looks.c.turn_id, looks.c.reason, looks.c.details, looks.c.created_at, looks.c.done_at)
    .where(looks.c.turn_id.in_(bindparam("turns", expanding=True)))
    .order_by(looks.c.created_at)
)
_SUMS = select(
    func.coalesce(func.sum(user_weeks.c.n), 0),
    func.coalesce(func.sum(user_weeks.c.total), 0.0),
    func.coalesce(func.sum(user_weeks.c.squares), 0.0),
).where(user_weeks.c.user_id == bindparam("user"))


def of_turns(connection: Connection, turn_ids: Sequence[str]) -> list[LookRow]:
    """All reasons of some replies, open and done, oldest first."""
    return [LookRow(*row) for row in connection.execute(_OF_TURNS, {"turns": list(turn_ids)})]


def sums_of(connection: Connection, user_id: str) -> Sums:
    """What somebody's totals come to, from the figures that are kept per week."""
    return Sums(*connection.execute(_SUMS, {"user": user_id}).one())


def open_turns(
    connection: Connection, wanted: Wanted, first: Sequence[str], limit: int, offset: int = 0
) -> tuple[list[str], int]:
    """Replies with an open reason, the newest reason first.

    Nothing here reads or sorts all that is open: the index of a team's open reasons gives them in order, and counting
    stops at COUNT_MOST.

    Args:
        connection: The database.
        wanted: Which replies.
        first: Reasons whose replies come before all others.
        limit: How many at most.
        offset: How many to leave out at the beginning.

    Returns:
        Their turns, and how many there are in all, at most COUNT_MOST + 1.
    """
    if wanted.reason is not None:
        groups = [_group(connection, wanted, looks.c.reason == wanted.reason, None)]
    else:
        pressing = looks.c.reason.in_(first)
        groups = [
            _group(connection, wanted, pressing, None, first),
            _group(connection, wanted, ~pressing, first),
        ]
    found: list[str] = []
    total = 0
    for group in groups:
        begin = max(0, offset - total)
        if len(found) < limit:
            found += connection.scalars(group.limit(limit - len(found)).offset(begin))
        bounded = group.order_by(None).limit(COUNT_MOST + 1 - total).subquery()
        total += connection.scalar(select(func.count()).select_from(bounded)) or 0
        if total > COUNT_MOST:
            break
    return found, total


def queue_rows(connection: Connection, turn_ids: Sequence[str]) -> dict[str, QueueRow]:
    """What the queue tells of some replies, by turn."""
    holder = users.alias("holder")
    query = (
        select(
            turns.c.id,
            attempts.c.scenario_id,
            users.c.name,
            users.c.pseudonym,
            answers.c.submitted_at,
            holder.c.name.label("locked_by"),
            review_locks.c.until,
        )
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(users, users.c.id == attempts.c.user_id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .outerjoin(review_locks, review_locks.c.turn_id == turns.c.id)
        .outerjoin(holder, holder.c.id == review_locks.c.user_id)
        .where(turns.c.id.in_(turn_ids))
    )
    return {row.id: QueueRow(*row) for row in connection.execute(query)}


def people_of(connection: Connection, teams: Sequence[str]) -> list[tuple[str, str, str]]:
    """Id, name and pseudonym of everybody who is active in some teams, by name."""
    inside = select(memberships.c.user_id).where(memberships.c.team_id.in_(teams))
    query = (
        select(users.c.id, users.c.name, users.c.pseudonym)
        .where(users.c.id.in_(inside), users.c.active.is_(True))
        .order_by(func.lower(users.c.name), users.c.id)
    )
    return [(row.id, row.name, row.pseudonym) for row in connection.execute(query)]


def _group(
    connection: Connection,
    wanted: Wanted,
    reasons: ColumnElement[bool],
    without: Sequence[str] | None,
    only: Sequence[str] | None = None,
) -> Select[str]:
    """Turns with an open reason, each once, the newest first.

    Args:
        connection: The database.
        wanted: Which replies.
        reasons: Which reasons count.
        without: Leave out replies that have one of these reasons as well.
        only: The reasons that count, when there are several of them and `without` is None.
    """
    # With one trainee his attempts are the short way in, and the team's index of open reasons the long one.
    team = looks.c.team_id if wanted.user_id is None else attempts.c.team_id
    conditions = [
        team.in_(wanted.teams),
        _is_open(looks, wanted),
        reasons,
        attempts.c.user_id != wanted.not_of,
    ]
    # Who left the team or the job is left out: the lead has no right over his work any more.
    conditions.append(attempts.c.user_id.in_([key for key, _, _ in people_of(connection, wanted.teams)]))
    if wanted.scenario_id is not None:
        conditions.append(attempts.c.scenario_id == wanted.scenario_id)
    if wanted.user_id is not None:
        own = select(turns.c.id).join(attempts, attempts.c.id == turns.c.attempt_id)
        conditions.append(looks.c.turn_id.in_(own.where(attempts.c.user_id == wanted.user_id)))
    if without is not None or only is not None:
        conditions.append(~_better(wanted, without, only))
    return (
        select(looks.c.turn_id)
        .join(turns, turns.c.id == looks.c.turn_id)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .where(*conditions)
        .order_by(looks.c.created_at.desc(), looks.c.turn_id)
    )


def _better(wanted: Wanted, without: Sequence[str] | None, only: Sequence[str] | None) -> ColumnElement[bool]:
    """Whether the same reply has a reason that puts it elsewhere, or a newer one by which it stands already."""
    other = looks.alias("other")
    newer = (other.c.created_at > looks.c.created_at) | (
        (other.c.created_at == looks.c.created_at) & (other.c.reason > looks.c.reason)
    )
    stands = newer if only is None else newer & other.c.reason.in_(only)
    if without is not None:
        stands = stands | other.c.reason.in_(without)
    # The team is not asked again: SQLite would then search the team's index instead of the reply's own few reasons.
    same = (other.c.turn_id == looks.c.turn_id) & _is_open(other, wanted)
    return select(other.c.reason).where(same, stands).exists()


def _is_open(table: FromClause, wanted: Wanted) -> ColumnElement[bool]:
    still = table.c.done_at.is_(None)
    return still if wanted.since is None else still & (table.c.created_at >= wanted.since)
