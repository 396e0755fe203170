"""Rows for insight: what a user's attempts and replies scored."""

from __future__ import annotations

import json
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, select

from simulator.store.figures_rows import counting, of_turn
from simulator.store.tables import answers, attempts, cases, final_scores, scorecards, turns


class AttemptResult(NamedTuple):
    """An attempt with the totals of its replies."""

    attempt_id: str
    scenario_id: str
    started_at: datetime
    finished: bool
    totals: tuple[float, ...]
    all_passed: bool
    decided_by: tuple[str, ...]
    version: int


class ScoredReply(NamedTuple):
    """A reply with the scores that count; `content` is its newest scorecard."""

    attempt_id: str
    scenario_id: str
    number: int
    turn_id: str
    at: datetime
    text: str
    action: str
    total: float | None
    passed: bool
    speed: float | None
    tone: float | None
    personalisation: float | None
    protocol: float | None
    content: str


# Both are looked up per turn, so that somebody's own replies cost the same however many others there are.
_card_of_turn = and_(scorecards.c.turn_id == turns.c.id, scorecards.c.id == of_turn(scorecards))
_final_of_turn = and_(final_scores.c.turn_id == turns.c.id, final_scores.c.id == of_turn(final_scores))
_passed, _total, _speed, _tone, _personalisation, _protocol = (
    counting(scorecards.c[name], final_scores.c[name]).label(name)
    for name in ("passed", "total", "speed", "tone", "personalisation", "protocol")
)


def attempts_of(connection: Connection, user_id: str) -> list[AttemptResult]:
    """A user's attempts with what their replies scored, oldest first."""
    query = (
        select(
            attempts.c.id,
            attempts.c.scenario_id,
            attempts.c.started_at,
            attempts.c.finished_at,
            _total,
            _passed,
            scorecards.c.content,
            cases.c.version,
        )
        .join(cases, cases.c.content_hash == attempts.c.case_hash)
        .outerjoin(turns, turns.c.attempt_id == attempts.c.id)
        .outerjoin(scorecards, _card_of_turn)
        .outerjoin(final_scores, _final_of_turn)
        .where(attempts.c.user_id == user_id)
        .order_by(attempts.c.started_at, attempts.c.id, turns.c.number)
    )
    found: dict[str, AttemptResult] = {}
    for row in connection.execute(query):
        done = row.finished_at is not None
        known = found.get(row.id) or AttemptResult(
            row.id, row.scenario_id, row.started_at, done, (), True, (), row.version
        )
        if row.content is not None:
            known = known._replace(
                totals=known.totals if row.total is None else (*known.totals, row.total),
                all_passed=known.all_passed and row.passed,
                decided_by=known.decided_by + tuple(json.loads(row.content)["decided_by"]),
            )
        found[row.id] = known
    return list(found.values())


def scored_replies(connection: Connection, user_id: str) -> list[ScoredReply]:
    """A user's own replies with the scores that count, oldest first; turns taken over by a new try count once."""
    query = (
        select(
            attempts.c.id,
            attempts.c.scenario_id,
            turns.c.number,
            turns.c.turn_id,
            answers.c.submitted_at,
            answers.c.text,
            answers.c.action,
            _total,
            _passed,
            _speed,
            _tone,
            _personalisation,
            _protocol,
            scorecards.c.content,
        )
        .join(turns, turns.c.attempt_id == attempts.c.id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .join(scorecards, _card_of_turn)
        .outerjoin(final_scores, _final_of_turn)
        .where(attempts.c.user_id == user_id, turns.c.copied.is_(False))
        .order_by(answers.c.submitted_at, turns.c.number)
    )
    return [ScoredReply._make(row) for row in connection.execute(query)]
