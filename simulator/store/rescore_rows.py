"""Rows for scoring stored replies again: which replies there are, and all that was known when they were sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from simulator.store.practice_rows import AnswerRow, AttemptRow, TurnRow
from simulator.store.practice_rows import answers_of as _answers_of
from simulator.store.practice_rows import scorecards_of as _scorecards_of
from simulator.store.tables import answers, attempts, cases, turns


class ReplyKey(NamedTuple):
    """A submitted reply: its attempt and the number of the turn it answers."""

    attempt_id: str
    number: int


class StoredCase(NamedTuple):
    """Content of a case with the scenario's version."""

    content: str
    version: int


class StoredAttempts(NamedTuple):
    """Some attempts with everything that belongs to them.

    Attributes:
        attempts: The attempts by id.
        turns: Turns by attempt, in order.
        answers: Answers by turn.
        scorecards: Content of the newest scorecard by turn.
        cases: Cases by content hash; one that is not stored is not there.
    """

    attempts: dict[str, AttemptRow]
    turns: dict[str, tuple[TurnRow, ...]]
    answers: dict[str, AnswerRow]
    scorecards: dict[str, str]
    cases: dict[str, StoredCase]


def submitted(connection: Connection, limit: int | None = None) -> list[ReplyKey]:
    """Submitted replies in the order of their attempts; turns taken over by a new try count once."""
    query = (
        select(turns.c.attempt_id, turns.c.number)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .where(turns.c.copied.is_(False))
        .order_by(attempts.c.started_at, attempts.c.id, turns.c.number)
        .limit(limit)
    )
    return [ReplyKey(*row) for row in connection.execute(query)]


def read_attempts(connection: Connection, ids: Sequence[str]) -> StoredAttempts:
    """Read some attempts with their turns, answers, newest scorecards and cases."""
    found = {
        row.id: AttemptRow(*row) for row in connection.execute(select(attempts).where(attempts.c.id.in_(ids)))
    }
    by_attempt: dict[str, list[TurnRow]] = defaultdict(list)
    for row in connection.execute(select(turns).where(turns.c.attempt_id.in_(ids)).order_by(turns.c.number)):
        by_attempt[row.attempt_id].append(TurnRow(*row))
    turn_ids = [turn.id for group in by_attempt.values() for turn in group]
    hashes = {attempt.case_hash for attempt in found.values()}
    kept = select(cases.c.content_hash, cases.c.content, cases.c.version).where(
        cases.c.content_hash.in_(hashes)
    )
    return StoredAttempts(
        found,
        {key: tuple(group) for key, group in by_attempt.items()},
        _answers_of(connection, turn_ids),
        _scorecards_of(connection, turn_ids),
        {row.content_hash: StoredCase(row.content, row.version) for row in connection.execute(kept)},
    )
