"""Counts for the texts to works council and data protection officer: how much is practised, judged and corrected."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, distinct, func, or_, select

from simulator.store.privacy_rows import ERASED
from simulator.store.tables import (
    answers,
    attempts,
    disputes,
    employers,
    final_scores,
    reviews,
    scorecards,
    teams,
    turns,
    users,
)

_SCORES = ("total", "speed", "tone", "personalisation", "protocol")
_SAME_POINTS = 0.01


class Counts(NamedTuple):
    """What an employer's installation holds; "reviewed" counts replies, not reviews."""

    people: int
    teams: int
    attempts: int
    replies: int
    reviewed: int
    blind: int
    adjusted: int
    verdicts: int
    disputes: int
    accepted: int


def employer_name(connection: Connection, employer_id: str) -> str:
    """Name of an employer.

    Raises:
        KeyError: When there is none.
    """
    name = connection.scalar(select(employers.c.name).where(employers.c.id == employer_id))
    if name is None:
        raise KeyError(employer_id)
    return str(name)


def counts(connection: Connection, employer_id: str) -> Counts:
    """Count what an employer's people did and what was corrected by hand."""

    def number(query: Select[int]) -> int:
        return connection.scalar(query) or 0

    own_turns = (
        select(turns.c.id)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(users, users.c.id == attempts.c.user_id)
        .where(users.c.employer_id == employer_id)
    )
    active = and_(
        users.c.employer_id == employer_id, users.c.active, users.c.pseudonym.not_like(f"{ERASED}%")
    )
    own_attempts = (
        select(func.count())
        .select_from(attempts.join(users, users.c.id == attempts.c.user_id))
        .where(users.c.employer_id == employer_id)
    )
    reviewed = select(func.count(distinct(reviews.c.turn_id))).where(reviews.c.turn_id.in_(own_turns))
    disputed = select(func.count()).select_from(disputes).where(disputes.c.turn_id.in_(own_turns))
    return Counts(
        people=number(select(func.count()).select_from(users).where(active)),
        teams=number(select(func.count()).select_from(teams).where(teams.c.employer_id == employer_id)),
        attempts=number(own_attempts),
        replies=number(select(func.count()).select_from(answers).where(answers.c.turn_id.in_(own_turns))),
        reviewed=number(reviewed),
        blind=number(reviewed.where(reviews.c.blind)),
        adjusted=number(_changed(_score_differs()).where(final_scores.c.turn_id.in_(own_turns))),
        verdicts=number(
            _changed(final_scores.c.passed != scorecards.c.passed).where(
                final_scores.c.turn_id.in_(own_turns)
            )
        ),
        disputes=number(disputed),
        accepted=number(disputed.where(disputes.c.outcome.in_(("accepted", "partly")))),
    )


def _changed(differs: ColumnElement[bool]) -> Select[int]:
    """Replies whose score that counts differs from the scorecard that was reviewed."""
    newest = select(func.max(final_scores.c.id)).group_by(final_scores.c.turn_id)
    return (
        select(func.count())
        .select_from(
            final_scores.join(reviews, reviews.c.id == final_scores.c.review_id).join(
                scorecards, scorecards.c.id == reviews.c.scorecard_id
            )
        )
        .where(final_scores.c.id.in_(newest), differs)
    )


def _score_differs() -> ColumnElement[bool]:
    pairs = [(final_scores.c[name], scorecards.c[name]) for name in _SCORES]
    return or_(final_scores.c.passed != scorecards.c.passed, *(_differ(a, b) for a, b in pairs))


def _differ(one: Column[float], other: Column[float]) -> ColumnElement[bool]:
    return or_(one.is_(None) != other.is_(None), func.abs(one - other) > _SAME_POINTS)
