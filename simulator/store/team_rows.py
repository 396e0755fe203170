"""Rows of a team's page: sums over weeks, people, and the replies of one of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, case, func, select

from simulator.store.figures_rows import Sum, counting, of_turn
from simulator.store.tables import (
    access_log,
    answers,
    attempts,
    final_scores,
    memberships,
    scorecards,
    team_weeks,
    turns,
    user_weeks,
    users,
)


class PersonSums(NamedTuple):
    """A person of a team with his figures: of the period, of its last weeks, and of the weeks before those."""

    user_id: str
    name: str
    pseudonym: str
    since: datetime
    last_week: date | None
    replies: int
    passed: int
    whole: Sum
    lately: Sum
    before: Sum


class PersonReply(NamedTuple):
    """A reply of somebody; `turn` is the key of its turn."""

    turn: str
    attempt_id: str
    scenario_id: str
    number: int
    at: datetime
    total: float | None
    passed: bool


def sums(connection: Connection, team_id: str, since: date) -> dict[str, Sum]:
    """Sums of all measures of a team over the weeks from a Monday on."""
    t = team_weeks.c
    query = (
        select(t.measure, func.sum(t.n), func.sum(t.total), func.sum(t.squares))
        .where(t.team_id == team_id, t.week >= since)
        .group_by(t.measure)
    )
    return {measure: Sum(int(n), total, squares) for measure, n, total, squares in connection.execute(query)}


def weeks(
    connection: Connection, team_id: str, since: date, measures: Collection[str]
) -> dict[date, dict[str, Sum]]:
    """Some measures of a team week by week, from a Monday on."""
    t = team_weeks.c
    query = select(t.week, t.measure, t.n, t.total, t.squares).where(
        t.team_id == team_id, t.week >= since, t.measure.in_(measures)
    )
    out: dict[date, dict[str, Sum]] = {}
    for week, measure, *values in connection.execute(query):
        out.setdefault(week, {})[measure] = Sum(*values)
    return out


def people_per_week(connection: Connection, team_id: str, since: date) -> dict[date, int]:
    """How many people of a team practised in each week from a Monday on."""
    u = user_weeks.c
    query = (
        select(u.week, func.count())
        .where(u.team_id == team_id, u.week >= since, u.replies > 0)
        .group_by(u.week)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def practised(connection: Connection, team_id: str, since: date) -> int:
    """How many people of a team practised at all in the weeks from a Monday on."""
    u = user_weeks.c
    query = select(func.count(func.distinct(u.user_id))).where(
        u.team_id == team_id, u.week >= since, u.replies > 0
    )
    return connection.scalar(query) or 0


def people(
    connection: Connection, team_id: str, role: str, since: date, before: date, lately: date
) -> list[PersonSums]:
    """The active people who have a role in a team, by pseudonym.

    Args:
        connection: A connection.
        team_id: The team.
        role: Their role in it.
        since: Monday that the period begins on.
        before: Monday that the weeks begin on that the last ones are compared with.
        lately: Monday that the last weeks begin on.
    """
    u = user_weeks.c
    spans = {
        "whole": u.week >= since,
        "lately": u.week >= lately,
        "before": and_(u.week >= before, u.week < lately),
    }
    sums_of_spans = [
        func.coalesce(func.sum(case((span, column), else_=0)), 0).label(f"{name}_{column.name}")
        for name, span in spans.items()
        for column in (u.n, u.total, u.squares)
    ]
    counts = [
        func.coalesce(func.sum(case((spans["whole"], column), else_=0)), 0)
        for column in (u.replies, u.passed)
    ]
    query = (
        select(
            users.c.id,
            users.c.name,
            users.c.pseudonym,
            memberships.c.since,
            func.max(case((u.replies > 0, u.week))),
            *counts,
            *sums_of_spans,
        )
        .join(memberships, memberships.c.user_id == users.c.id)
        .outerjoin(user_weeks, and_(u.user_id == users.c.id, u.team_id == team_id))
        .where(memberships.c.team_id == team_id, memberships.c.role == role, users.c.active)
        .group_by(users.c.id, users.c.name, users.c.pseudonym, memberships.c.since)
        .order_by(users.c.pseudonym)
    )
    return [
        PersonSums._make((*row[:7], Sum(*row[7:10]), Sum(*row[10:13]), Sum(*row[13:16])))
        for row in connection.execute(query)
    ]


def replies_of(connection: Connection, user_id: str, teams: Collection[str], most: int) -> list[PersonReply]:
    """Somebody's replies that count in some teams, newest first, each with the scores that count."""
    # The newest are found first, so that scores are looked up for these alone.
    newest = (
        select(turns.c.id)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .where(attempts.c.user_id == user_id, attempts.c.team_id.in_(teams), turns.c.copied.is_(False))
        .order_by(answers.c.submitted_at.desc(), turns.c.number.desc())
        .limit(most)
        .subquery()
    )
    query = (
        select(
            turns.c.id,
            attempts.c.id,
            attempts.c.scenario_id,
            turns.c.number,
            answers.c.submitted_at,
            counting(scorecards.c.total, final_scores.c.total),
            counting(scorecards.c.passed, final_scores.c.passed),
        )
        .join(newest, newest.c.id == turns.c.id)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .join(scorecards, and_(scorecards.c.turn_id == turns.c.id, scorecards.c.id == of_turn(scorecards)))
        .outerjoin(
            final_scores,
            and_(final_scores.c.turn_id == turns.c.id, final_scores.c.id == of_turn(final_scores)),
        )
        .order_by(answers.c.submitted_at.desc(), turns.c.number.desc())
    )
    return [PersonReply(*row) for row in connection.execute(query)]


def looked_since(connection: Connection, actor_id: str, about_id: str, what: str, since: datetime) -> bool:
    """Whether a look at somebody's work was noted since a moment."""
    a = access_log.c
    query = select(a.id).where(a.actor_id == actor_id, a.about_id == about_id, a.what == what, a.at >= since)
    return connection.execute(query.limit(1)).first() is not None
