"""Rows of exports: attempts, replies with their scores, what people said of them; read in batches, not at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Label, RowMapping, Select, case, func, select

from simulator.store.tables import (
    adjustments,
    answers,
    attempts,
    cases,
    disputes,
    final_scores,
    memberships,
    review_marks,
    reviews,
    scorecards,
    teams,
    turns,
    users,
)

BATCH = 1000
_SCORES = ("passed", "total", "speed", "tone", "personalisation", "protocol")

Row = RowMapping
"""A row by the names of its columns; `user_id` says whose it is."""


class Choice(NamedTuple):
    """Which rows.

    Attributes:
        employer_id: Of people of this employer.
        team_id: Of attempts that count in this team; None for all teams.
        user_id: Of this person; None for everybody.
        since: From this moment.
        until: Before this moment.
    """

    employer_id: str
    team_id: str | None
    user_id: str | None
    since: datetime
    until: datetime


def attempt_rows(connection: Connection, choice: Choice) -> Iterator[Row]:
    """Attempts that were started in the period, oldest first."""
    replied = (
        select(func.count())
        .select_from(turns.join(answers, answers.c.turn_id == turns.c.id))
        .where(turns.c.attempt_id == attempts.c.id, turns.c.copied.is_(False))
        .scalar_subquery()
    )
    query = (
        select(
            *_whose(),
            attempts.c.mode,
            attempts.c.clock_on,
            attempts.c.time_factor,
            attempts.c.retry_of,
            attempts.c.started_at,
            attempts.c.finished_at,
            replied.label("replies"),
        )
        .select_from(_people())
        .where(*_chosen(choice, attempts.c.started_at))
        .order_by(attempts.c.started_at, attempts.c.id)
    )
    return _batches(connection, query)


def reply_rows(connection: Connection, choice: Choice) -> Iterator[Row]:
    """Replies that were sent in the period, oldest first: automatic, adjusted and final scores apart."""
    query = (
        _replies(choice)
        .add_columns(
            turns.c.number.label("turn"),
            attempts.c.mode,
            answers.c.action,
            answers.c.submitted_at.label("answered_at"),
            answers.c.elapsed_seconds,
            turns.c.target_seconds,
            answers.c.expired,
            scorecards.c.scorer_version,
            scorecards.c.rubric,
            *(scorecards.c[name].label(f"automatic_{name}") for name in _SCORES),
            *(final_scores.c[name].label(f"adjusted_{name}") for name in _SCORES),
            *(_final(name) for name in _SCORES),
            answers.c.text,
            scorecards.c.id.label("scorecard_id"),
            final_scores.c.id.label("final_id"),
            turns.c.turn_id.label("turn_name"),
        )
        .order_by(answers.c.submitted_at, turns.c.id)
    )
    return _batches(connection, query)


def scorecard_rows(connection: Connection, choice: Choice) -> Iterator[Row]:
    """The newest scorecards of replies that were sent in the period, with their `content`.

    Scorecards are long: sorting them all would fill memory or disk, so only their ids are sorted.
    """
    wanted = _replies(choice).with_only_columns(scorecards.c.id).order_by(answers.c.submitted_at, turns.c.id)
    ids = list(connection.scalars(wanted))
    for first in range(0, len(ids), BATCH):
        part = ids[first : first + BATCH]
        query = _replies(choice).add_columns(
            turns.c.number.label("turn"), answers.c.text, scorecards.c.id.label("card"), scorecards.c.content
        )
        found = {r["card"]: r for r in connection.execute(query.where(scorecards.c.id.in_(part))).mappings()}
        yield from (found[card] for card in part)


def review_rows(connection: Connection, choice: Choice) -> Iterator[Row]:
    """Reviews in the period, oldest first: a row for each adjustment, one for a review without any."""
    reviewer = users.alias("reviewer")
    source = (
        _people()
        .join(turns, turns.c.attempt_id == attempts.c.id)
        .join(reviews, reviews.c.turn_id == turns.c.id)
        .join(reviewer, reviewer.c.id == reviews.c.reviewer_id)
        .outerjoin(adjustments, adjustments.c.review_id == reviews.c.id)
    )
    query = (
        select(
            *_which(),
            reviews.c.id.label("review"),
            reviewer.c.pseudonym.label("reviewer"),
            reviews.c.at.label("reviewed_at"),
            reviews.c.outcome,
            reviews.c.blind,
            reviews.c.compliment,
            adjustments.c.name.label("adjusted_name"),
            adjustments.c.automatic.label("automatic_value"),
            adjustments.c.adjusted.label("adjusted_value"),
            adjustments.c.reason,
            reviews.c.comment,
            adjustments.c.words.label("adjustment_words"),
        )
        .select_from(source)
        .where(*_chosen(choice, reviews.c.at))
        .order_by(reviews.c.at, reviews.c.id, adjustments.c.id)
    )
    return _batches(connection, query)


def mark_rows(connection: Connection, choice: Choice) -> Iterator[Row]:
    """Comments on words of a reply in reviews of the period, oldest first, with the whole reply as `text`."""
    reviewer = users.alias("reviewer")
    source = (
        _written()
        .join(reviews, reviews.c.turn_id == turns.c.id)
        .join(reviewer, reviewer.c.id == reviews.c.reviewer_id)
        .join(review_marks, review_marks.c.review_id == reviews.c.id)
    )
    query = (
        select(
            *_which(),
            reviews.c.id.label("review"),
            reviewer.c.pseudonym.label("reviewer"),
            reviews.c.at.label("reviewed_at"),
            review_marks.c.start,
            review_marks.c.end,
            review_marks.c.comment,
            answers.c.text,
        )
        .select_from(source)
        .where(*_chosen(choice, reviews.c.at))
        .order_by(reviews.c.at, reviews.c.id, review_marks.c.id)
    )
    return _batches(connection, query)


def dispute_rows(connection: Connection, choice: Choice) -> Iterator[Row]:
    """Disputes that trainees began in the period, oldest first, with the whole reply as `text`."""
    decider = users.alias("decider")
    source = (
        _written()
        .join(disputes, disputes.c.turn_id == turns.c.id)
        .outerjoin(decider, decider.c.id == disputes.c.decided_by)
    )
    query = (
        select(
            *_which(),
            disputes.c.id.label("dispute"),
            disputes.c.criterion,
            disputes.c.code,
            disputes.c.start,
            disputes.c.end,
            disputes.c.created_at.label("disputed_at"),
            disputes.c.reason,
            disputes.c.words.label("dispute_words"),
            disputes.c.outcome,
            disputes.c.decided_at,
            decider.c.pseudonym.label("decided_by"),
            disputes.c.comment,
            answers.c.text,
        )
        .select_from(source)
        .where(*_chosen(choice, disputes.c.created_at))
        .order_by(disputes.c.created_at, disputes.c.id)
    )
    return _batches(connection, query)


def finished_rows(connection: Connection, choice: Choice) -> Iterator[Row]:
    """Attempts that were finished in the period, oldest first, with what their replies scored in the end.

    `total` is the mean of the final totals (None when none was scored), `passed` is 1 when all replies passed;
    `newest_card` and `newest_final` change whenever one of its replies is judged anew.
    """
    total, passed = _final("total").element, _final("passed").element
    query = (
        select(
            *_whose(),
            attempts.c.finished_at,
            attempts.c.started_at,
            func.avg(total).label("total"),
            func.min(case((passed, 1), else_=0)).label("passed"),
            func.max(scorecards.c.id).label("newest_card"),
            func.max(final_scores.c.id).label("newest_final"),
        )
        .select_from(_scored())
        .where(*_chosen(choice, attempts.c.finished_at))
        .group_by(attempts.c.id, users.c.id, teams.c.id, cases.c.content_hash)
        .order_by(attempts.c.finished_at, attempts.c.id)
    )
    return _batches(connection, query)


def members(connection: Connection, team_id: str) -> dict[str, str]:
    """Names of the people who are in a team now, by id, in the order of the names."""
    query = (
        select(users.c.id, users.c.name)
        .join(memberships, memberships.c.user_id == users.c.id)
        .where(memberships.c.team_id == team_id)
        .order_by(func.lower(users.c.name), users.c.id)
    )
    return {row.id: row.name for row in connection.execute(query)}


def teams_of(connection: Connection, employer_id: str) -> dict[str, str]:
    """Names of an employer's teams, by id."""
    query = select(teams.c.id, teams.c.name).where(teams.c.employer_id == employer_id)
    return {row.id: row.name for row in connection.execute(query.order_by(teams.c.name, teams.c.id))}


def _whose() -> tuple[ColumnElement[Any], ...]:
    return (
        attempts.c.id.label("attempt"),
        attempts.c.user_id,
        users.c.pseudonym.label("person"),
        users.c.name,
        teams.c.name.label("team"),
        attempts.c.scenario_id.label("scenario"),
        cases.c.version.label("scenario_version"),
    )


def _which() -> tuple[ColumnElement[Any], ...]:
    return (*_whose(), turns.c.id.label("reply"), turns.c.number.label("turn"))


def _people() -> Any:  # noqa: ANN401 a join has no public type of its own
    return (
        attempts.join(users, users.c.id == attempts.c.user_id)
        .join(cases, cases.c.content_hash == attempts.c.case_hash)
        .outerjoin(teams, teams.c.id == attempts.c.team_id)
    )


def _written() -> Any:  # noqa: ANN401
    """Replies that people sent, also those that a new try took over."""
    return (
        _people()
        .join(turns, turns.c.attempt_id == attempts.c.id)
        .join(answers, answers.c.turn_id == turns.c.id)
    )


def _scored() -> Any:  # noqa: ANN401
    """Replies with the scorecard and the adjustment that count: the newest of each.

    Turns taken over by a new try count once, in the attempt that they were written in.
    """
    card, final = scorecards.alias(), final_scores.alias()
    newest = select(func.max(card.c.id)).where(card.c.turn_id == turns.c.id).scalar_subquery()
    adjusted = select(func.max(final.c.id)).where(final.c.turn_id == turns.c.id).scalar_subquery()
    return (
        _people()
        .join(turns, (turns.c.attempt_id == attempts.c.id) & turns.c.copied.is_(False))
        .join(answers, answers.c.turn_id == turns.c.id)
        .join(scorecards, (scorecards.c.turn_id == turns.c.id) & (scorecards.c.id == newest))
        .outerjoin(final_scores, (final_scores.c.turn_id == turns.c.id) & (final_scores.c.id == adjusted))
    )


def _replies(choice: Choice) -> Select[Any]:
    return (
        select(*_whose(), turns.c.id.label("reply"))
        .select_from(_scored())
        .where(*_chosen(choice, answers.c.submitted_at))
    )


def _final(name: str) -> Label[Any]:
    adjusted = final_scores.c.id.is_not(None)
    return case((adjusted, final_scores.c[name]), else_=scorecards.c[name]).label(f"final_{name}")


def _chosen(choice: Choice, moment: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    where = [users.c.employer_id == choice.employer_id, moment >= choice.since, moment < choice.until]
    if choice.team_id is not None:
        where.append(attempts.c.team_id == choice.team_id)
    if choice.user_id is not None:
        where.append(attempts.c.user_id == choice.user_id)
    return where


def _batches(connection: Connection, query: Select[Any]) -> Iterator[Row]:
    yield from connection.execute(query, execution_options={"yield_per": BATCH}).mappings()
