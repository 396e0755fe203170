"""Rows of reviews: judgements, comments on words, adjustments and final scores are only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from simulator.store.once import add_unless_there
from simulator.store.tables import (
    adjustments,
    attempts,
    final_scores,
    review_locks,
    review_marks,
    reviews,
    rubrics,
    scorecards,
    turns,
    users,
)

_AT_ONCE = 500
"""Ids in one query: databases bound the number of values in a statement."""


class FinalRow(NamedTuple):
    """The scores of a reply after a person's adjustment."""

    turn_id: str
    review_id: str
    passed: bool
    total: float | None
    speed: float | None
    tone: float | None
    personalisation: float | None
    protocol: float | None


class PlaceRow(NamedTuple):
    """Where a reply stands."""

    turn_id: str
    attempt_id: str
    number: int
    copied: bool
    user_id: str
    team_id: str | None
    scenario_id: str


class CardRow(NamedTuple):
    """A stored scorecard with the snapshot of its rubric; both are JSON."""

    id: int
    content: str
    rubric: str


class LockRow(NamedTuple):
    """Who has a reply in hand, and until when."""

    user_id: str
    name: str
    until: datetime


class ReviewRow(NamedTuple):
    """A judgement as stored, with the name of who gave it."""

    id: str
    turn_id: str
    scorecard_id: int
    reviewer_id: str
    reviewer: str
    at: datetime
    outcome: str
    blind: bool
    comment: str
    compliment: bool


class MarkRow(NamedTuple):
    """A comment on words of the reply; start and end count code points."""

    review_id: str
    start: int
    end: int
    comment: str


class AdjustmentRow(NamedTuple):
    """What a review changed."""

    review_id: str
    name: str
    automatic: float | None
    adjusted: float | None
    reason: str
    words: str


_PLACE = (
    turns.c.id,
    turns.c.attempt_id,
    turns.c.number,
    turns.c.copied,
    attempts.c.user_id,
    attempts.c.team_id,
    attempts.c.scenario_id,
)


def place(connection: Connection, turn_id: str) -> PlaceRow | None:
    """Where a turn stands."""
    query = select(*_PLACE).join(attempts, attempts.c.id == turns.c.attempt_id).where(turns.c.id == turn_id)
    row = connection.execute(query).first()
    return PlaceRow(*row) if row is not None else None


def names_of(connection: Connection, user_ids: Sequence[str]) -> dict[str, str]:
    """Names of some users, by id."""
    query = select(users.c.id, users.c.name).where(users.c.id.in_(user_ids))
    return {row.id: row.name for row in connection.execute(query)}


def newest_card(connection: Connection, turn_id: str) -> CardRow | None:
    """The newest scorecard of a turn."""
    query = (
        select(scorecards.c.id, scorecards.c.content, rubrics.c.content)
        .join(rubrics, rubrics.c.fingerprint == scorecards.c.rubric)
        .where(scorecards.c.turn_id == turn_id)
        .order_by(scorecards.c.id.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return CardRow(*row) if row is not None else None


def lock(connection: Connection, turn_id: str) -> LockRow | None:
    """Who has a reply in hand."""
    query = (
        select(review_locks.c.user_id, users.c.name, review_locks.c.until)
        .join(users, users.c.id == review_locks.c.user_id)
        .where(review_locks.c.turn_id == turn_id)
    )
    row = connection.execute(query).first()
    return LockRow(*row) if row is not None else None


def take_lock(connection: Connection, turn_id: str, user_id: str, now: datetime, until: datetime) -> None:
    """Take or renew a lock; one that somebody else has and that is not over stays his."""
    make = pg_insert if connection.dialect.name == "postgresql" else sqlite_insert
    values = {"turn_id": turn_id, "user_id": user_id, "until": until}
    free = (review_locks.c.user_id == user_id) | (review_locks.c.until <= now)
    connection.execute(
        make(review_locks)
        .values(**values)
        .on_conflict_do_update(index_elements=[review_locks.c.turn_id], set_=values, where=free)
    )


def drop_lock(connection: Connection, turn_id: str, user_id: str) -> None:
    """Give a lock back."""
    key = (review_locks.c.turn_id == turn_id) & (review_locks.c.user_id == user_id)
    connection.execute(delete(review_locks).where(key))


def add_review(connection: Connection, values: dict[str, object]) -> bool:
    """Add a judgement; False when it is stored already."""
    return add_unless_there(connection, reviews, ["id"], values)


def add_marks(connection: Connection, rows: Sequence[MarkRow]) -> None:
    """Add comments on words."""
    if rows:
        connection.execute(insert(review_marks), [row._asdict() for row in rows])


def add_adjustments(connection: Connection, rows: Sequence[AdjustmentRow]) -> None:
    """Add what a review changes."""
    if rows:
        connection.execute(insert(adjustments), [row._asdict() for row in rows])


def add_final(connection: Connection, row: FinalRow, now: datetime) -> None:
    """Add final scores; from now on they count."""
    connection.execute(insert(final_scores).values(**row._asdict(), at=now))


# Made once, because each page with feedback asks these.
_REVIEWS = (
    select(
        reviews.c.id,
        reviews.c.turn_id,
        reviews.c.scorecard_id,
        reviews.c.reviewer_id,
        users.c.name,
        reviews.c.at,
        reviews.c.outcome,
        reviews.c.blind,
        reviews.c.comment,
        reviews.c.compliment,
    )
    .join(users, users.c.id == reviews.c.reviewer_id)
    .where(reviews.c.turn_id.in_(bindparam("turns", expanding=True)))
    .order_by(reviews.c.at, reviews.c.id)
)
_FINALS = (
    select(*(c for c in final_scores.c if c.name not in ("id", "at")))
    .where(final_scores.c.turn_id.in_(bindparam("turns", expanding=True)))
    .order_by(final_scores.c.id)
)


def reviews_of(connection: Connection, turn_ids: Sequence[str]) -> list[ReviewRow]:
    """The judgements of some replies, oldest first."""
    return [ReviewRow._make(row) for row in connection.execute(_REVIEWS, {"turns": list(turn_ids)})]


def reviewed_since(
    connection: Connection, user_id: str, since: datetime, outcomes: Sequence[str]
) -> list[PlaceRow]:
    """Somebody's own replies that were reviewed from a moment on, the newest review first."""
    newest = func.max(reviews.c.at)
    query = (
        select(*_PLACE)
        .join(turns, turns.c.id == reviews.c.turn_id)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .where(attempts.c.user_id == user_id, reviews.c.at >= since, reviews.c.outcome.in_(outcomes))
        .group_by(*_PLACE)
        .order_by(newest.desc())
    )
    return [PlaceRow(*row) for row in connection.execute(query)]


def marks_of(connection: Connection, review_ids: Sequence[str]) -> list[MarkRow]:
    """Comments on words of some judgements, in the order of the text."""
    columns = (c for c in review_marks.c if c.name != "id")
    query = (
        select(*columns)
        .where(review_marks.c.review_id.in_(review_ids))
        .order_by(review_marks.c.start, review_marks.c.id)
    )
    return [MarkRow(*row) for row in connection.execute(query)]


def adjustments_of(connection: Connection, review_ids: Sequence[str]) -> list[AdjustmentRow]:
    """What some judgements changed, in the order in which it was given."""
    columns = (c for c in adjustments.c if c.name != "id")
    query = select(*columns).where(adjustments.c.review_id.in_(review_ids)).order_by(adjustments.c.id)
    return [AdjustmentRow(*row) for row in connection.execute(query)]


def finals(connection: Connection, turn_ids: Iterable[str]) -> dict[str, FinalRow]:
    """The newest final scores of some replies, by turn; a reply that nobody adjusted has none."""
    every = list(turn_ids)
    found: dict[str, FinalRow] = {}
    for begin in range(0, len(every), _AT_ONCE):
        some = {"turns": every[begin : begin + _AT_ONCE]}
        found |= {row.turn_id: FinalRow(*row) for row in connection.execute(_FINALS, some)}
    return found
