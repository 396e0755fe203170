"""Rows for scenario health: what all trainees together did. Reads plain values; nobody's name or words are among them.

All of it is asked of the whole store at once: a list of scenarios compares each trainee here with himself elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, case, func, select

from simulator.store.practice_rows import scorecards_of as _scorecards_of
from simulator.store.tables import answers, attempts, cases, disputes, scorecards, turns

_IDS_AT_ONCE = 1000
"""Ids in one question: databases take no unlimited number of values."""


class StoredCase(NamedTuple):
    """A case that was practised."""

    content_hash: str
    scenario_id: str
    version: int
    content: str


class Tried(NamedTuple):
    """An attempt with at least one answer.

    Attributes:
        attempt_id: The attempt.
        case_hash: What was practised.
        trainee: An id that tells trainees apart and goes no further than the service.
        retried: Whether it tries an earlier attempt again.
        finished: Whether the conversation came to its end.
        total: Mean total of its replies, 0-100; None when none was scored.
        passed: Whether every reply passed.
    """

    attempt_id: str
    case_hash: str
    trainee: str
    retried: bool
    finished: bool
    total: float | None
    passed: bool


class Reply(NamedTuple):
    """An answer to a turn.

    Attributes:
        attempt_id: Its attempt.
        turn_id: The scenario's turn.
        reaction: Which reaction followed, from 0.
        seconds: How long it took without pauses; None when nobody measured.
        key: The stored turn, by which its scorecard is found.
    """

    attempt_id: str
    turn_id: str
    reaction: int
    seconds: float | None
    key: str


def practised_cases(connection: Connection) -> list[StoredCase]:
    """Cases of which an attempt was started, per scenario from the oldest version to the newest."""
    started = select(attempts.c.case_hash)
    query = (
        select(cases.c.content_hash, cases.c.scenario_id, cases.c.version, cases.c.content)
        .where(cases.c.content_hash.in_(started))
        .order_by(cases.c.scenario_id, cases.c.version, cases.c.created_at, cases.c.content_hash)
    )
    return [StoredCase._make(row) for row in connection.execute(query).all()]


def tried(connection: Connection) -> list[Tried]:
    """All attempts with at least one answer, oldest first; turns taken over from an earlier attempt count there."""
    newest = select(func.max(scorecards.c.id)).group_by(scorecards.c.turn_id)
    # Summed before the attempts are joined: the database then groups short rows.
    scored = (
        select(
            turns.c.attempt_id,
            func.avg(scorecards.c.total).label("total"),
            func.min(case((scorecards.c.passed, 1), else_=0)).label("passed"),
        )
        .join(scorecards, scorecards.c.turn_id == turns.c.id)
        .where(turns.c.copied.is_(False), scorecards.c.id.in_(newest))
        .group_by(turns.c.attempt_id)
        .subquery()
    )
    query = (
        select(
            attempts.c.id,
            attempts.c.case_hash,
            attempts.c.user_id,
            attempts.c.retry_of.is_not(None),
            attempts.c.finished_at.is_not(None),
            scored.c.total,
            scored.c.passed,
        )
        .join(scored, scored.c.attempt_id == attempts.c.id)
        .order_by(attempts.c.started_at, attempts.c.id)
    )
    return [
        Tried(key, case_hash, trainee, bool(retried), bool(finished), total, bool(passed))
        for key, case_hash, trainee, retried, finished, total, passed in connection.execute(query).all()
    ]


def replies(connection: Connection) -> list[Reply]:
    """All answers, in no order; those to turns taken over from an earlier attempt count there."""
    query = (
        select(
            turns.c.attempt_id,
            turns.c.turn_id,
            answers.c.reaction,
            answers.c.elapsed_seconds,
            turns.c.id,
        )
        .join(answers, answers.c.turn_id == turns.c.id)
        .where(turns.c.copied.is_(False))
    )
    return [Reply._make(row) for row in connection.execute(query).all()]


def disputed(connection: Connection) -> set[str]:
    """Stored turns of which a finding was disputed; disputes that were withdrawn left out."""
    still = disputes.c.outcome.is_(None) | (disputes.c.outcome != "withdrawn")
    return set(connection.scalars(select(disputes.c.turn_id).where(still)))


def scorecards_of(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    """Content of the newest scorecard of each of these stored turns."""
    found: dict[str, str] = {}
    for start in range(0, len(keys), _IDS_AT_ONCE):
        found |= _scorecards_of(connection, keys[start : start + _IDS_AT_ONCE])
    return found
