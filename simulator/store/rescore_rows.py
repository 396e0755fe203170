"""Rows for scoring stored replies again: what was known when they were sent, and what was scored again when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from simulator.store.practice_rows import AnswerRow, AttemptRow, TurnRow
from simulator.store.practice_rows import answers_of as _answers_of
from simulator.store.practice_rows import scorecards_of as _scorecards_of
from simulator.store.tables import (
    answers,
    attempts,
    cases,
    employers,
    final_scores,
    rescorings,
    scorecards,
    turns,
    users,
)


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


class CardRow(NamedTuple):
    """The newest scorecard of a reply, with whose reply it is and where it counts."""

    turn_id: str
    attempt_id: str
    number: int
    copied: bool
    user_id: str
    pseudonym: str
    team_id: str | None
    submitted_at: datetime
    passed: bool
    total: float | None
    speed: float | None
    tone: float | None
    personalisation: float | None
    protocol: float | None
    content: str
    human: bool


class RescoringRow(NamedTuple):
    """A re-scoring as stored."""

    id: str
    employer_id: str
    rubric: str
    scorer_version: str
    reverts: str | None
    by: str
    at: datetime
    reason: str
    replies: int


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


def rubrics_of_replies(connection: Connection) -> list[tuple[ReplyKey, str]]:
    """Every submitted reply, as `submitted` has them, with the rubric of its newest scorecard, "" without one."""
    newest = (
        select(func.max(scorecards.c.id))
        .where(scorecards.c.turn_id == turns.c.id)
        .correlate(turns)
        .scalar_subquery()
    )
    query = (
        select(turns.c.attempt_id, turns.c.number, scorecards.c.rubric)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .outerjoin(scorecards, scorecards.c.id == newest)
        .where(turns.c.copied.is_(False))
        .order_by(attempts.c.started_at, attempts.c.id, turns.c.number)
    )
    return [(ReplyKey(row[0], row[1]), row[2] or "") for row in connection.execute(query)]


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


def of_employer(
    connection: Connection, employer_id: str, *, copies: bool, limit: int | None = None
) -> list[ReplyKey]:
    """Replies of an employer's people, those of the newest attempts first.

    Args:
        connection: A connection.
        employer_id: The employer.
        copies: Whether turns that a new try took over come too; they show the same reply again.
        limit: At most so many; all when left out.
    """
    query = (
        select(turns.c.attempt_id, turns.c.number)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(users, users.c.id == attempts.c.user_id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .where(users.c.employer_id == employer_id)
        .order_by(attempts.c.started_at.desc(), attempts.c.id, turns.c.number)
        .limit(limit)
    )
    if not copies:
        query = query.where(turns.c.copied.is_(False))
    return [ReplyKey(*row) for row in connection.execute(query)]


def pseudonyms(connection: Connection, employer_id: str) -> dict[str, str]:
    """The pseudonym that belongs to each attempt of an employer's people."""
    query = (
        select(attempts.c.id, users.c.pseudonym)
        .join(users, users.c.id == attempts.c.user_id)
        .where(users.c.employer_id == employer_id)
    )
    return {row.id: row.pseudonym for row in connection.execute(query)}


def newest_cards(connection: Connection, attempt_ids: Sequence[str]) -> dict[ReplyKey, CardRow]:
    """The newest scorecard of each reply of some attempts."""
    again = scorecards.alias("again")
    newest = select(func.max(again.c.id)).where(again.c.turn_id == turns.c.id)
    human = select(final_scores.c.id).where(final_scores.c.turn_id == turns.c.id).correlate(turns).exists()
    query = (
        select(
            turns.c.id,
            turns.c.attempt_id,
            turns.c.number,
            turns.c.copied,
            attempts.c.user_id,
            users.c.pseudonym,
            attempts.c.team_id,
            answers.c.submitted_at,
            scorecards.c.passed,
            scorecards.c.total,
            scorecards.c.speed,
            scorecards.c.tone,
            scorecards.c.personalisation,
            scorecards.c.protocol,
            scorecards.c.content,
            human,
        )
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(users, users.c.id == attempts.c.user_id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .join(scorecards, scorecards.c.id == newest.correlate(turns).scalar_subquery())
        .where(turns.c.attempt_id.in_(attempt_ids))
    )
    found = (CardRow._make(row) for row in connection.execute(query))
    return {ReplyKey(row.attempt_id, row.number): row for row in found}


def former_cards(
    connection: Connection, rescoring_id: str, turn_ids: Sequence[str]
) -> list[tuple[ReplyKey, str]]:
    """Content of the scorecards that counted before a re-scoring, each with its reply."""
    rescored = (
        select(scorecards.c.turn_id, func.min(scorecards.c.id).label("first"))
        .where(scorecards.c.rescoring_id == rescoring_id, scorecards.c.turn_id.in_(turn_ids))
        .group_by(scorecards.c.turn_id)
        .subquery()
    )
    former = (
        select(func.max(scorecards.c.id).label("id"))
        .join(rescored, rescored.c.turn_id == scorecards.c.turn_id)
        .where(scorecards.c.id < rescored.c.first)
        .group_by(scorecards.c.turn_id)
        .subquery()
    )
    query = (
        select(turns.c.attempt_id, turns.c.number, scorecards.c.content)
        .join(former, former.c.id == scorecards.c.id)
        .join(turns, turns.c.id == scorecards.c.turn_id)
        .order_by(turns.c.attempt_id, turns.c.number)
    )
    return [(ReplyKey(row.attempt_id, row.number), row.content) for row in connection.execute(query)]


def turns_of_rescoring(connection: Connection, rescoring_id: str) -> list[str]:
    """Ids of the turns that have a scorecard of a re-scoring."""
    query = select(scorecards.c.turn_id).where(scorecards.c.rescoring_id == rescoring_id).distinct()
    return sorted(connection.scalars(query))


def by_other_rubric(connection: Connection, employer_id: str, rubric: str, scorer_version: str) -> int:
    """How many replies of an employer have a newest scorecard of another rubric or scorer."""
    newest = (
        select(func.max(scorecards.c.id).label("id"))
        .join(turns, turns.c.id == scorecards.c.turn_id)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(users, users.c.id == attempts.c.user_id)
        .where(users.c.employer_id == employer_id, turns.c.copied.is_(False))
        .group_by(scorecards.c.turn_id)
        .subquery()
    )
    other = (scorecards.c.rubric != rubric) | (scorecards.c.scorer_version != scorer_version)
    query = select(func.count()).select_from(scorecards).join(newest, newest.c.id == scorecards.c.id)
    return connection.scalar(query.where(other)) or 0


def hold(connection: Connection, employer_id: str) -> None:
    """Keep other re-scorings of an employer waiting until the transaction ends."""
    connection.execute(select(employers.c.id).where(employers.c.id == employer_id).with_for_update())


def add_rescoring(connection: Connection, row: RescoringRow) -> None:
    """Store a new re-scoring."""
    connection.execute(insert(rescorings).values(**row._asdict()))


def count_replies(connection: Connection, rescoring_id: str, more: int) -> None:
    """Count more replies to a re-scoring, in the transaction that stores their scorecards."""
    one = rescorings.c.id == rescoring_id
    connection.execute(update(rescorings).where(one).values(replies=rescorings.c.replies + more))


def rescorings_of(connection: Connection, employer_id: str) -> list[RescoringRow]:
    """The re-scorings of an employer, oldest first."""
    query = select(rescorings).where(rescorings.c.employer_id == employer_id)
    return [
        RescoringRow(*row) for row in connection.execute(query.order_by(rescorings.c.at, rescorings.c.id))
    ]
