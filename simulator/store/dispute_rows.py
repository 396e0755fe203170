"""Rows of disputes; what a decision adds to the scores are rows of reviews."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, insert, select, update

from simulator.store.tables import (
    attempts,
    disputes,
    looks,
    memberships,
    scorecards,
    turns,
)


class DisputeRow(NamedTuple):
    """A dispute as stored."""

    id: str
    turn_id: str
    scorecard_id: int
    team_id: str | None
    user_id: str
    criterion: str
    code: str
    start: int | None
    end: int | None
    reason: str
    words: str
    created_at: datetime
    outcome: str | None
    comment: str
    decided_by: str | None
    decided_at: datetime | None


class PlacedRow(NamedTuple):
    """A dispute with the reply that it is about."""

    row: DisputeRow
    attempt_id: str
    number: int
    scenario_id: str


_PLACED = (*disputes.c, turns.c.attempt_id, turns.c.number, attempts.c.scenario_id)
_WHERE = disputes.join(turns, turns.c.id == disputes.c.turn_id).join(
    attempts, attempts.c.id == turns.c.attempt_id
)


def add(connection: Connection, row: DisputeRow) -> bool:
    """Store a dispute; False when this finding was disputed before."""
    # The key of the table cannot tell two absences apart, so they queue at their turn.
    connection.execute(select(turns.c.id).where(turns.c.id == row.turn_id).with_for_update())
    start = disputes.c.start
    same = (
        (disputes.c.turn_id == row.turn_id)
        & (disputes.c.criterion == row.criterion)
        & (disputes.c.code == row.code)
        & (start.is_(None) if row.start is None else start == row.start)
    )
    if connection.execute(select(disputes.c.id).where(same)).first() is not None:
        return False
    connection.execute(insert(disputes).values(**row._asdict()))
    return True


def by_id(connection: Connection, dispute_id: str) -> PlacedRow | None:
    """The dispute with an id."""
    found = _placed(connection, disputes.c.id == dispute_id)
    return found[0] if found else None


# Made once, because each page with feedback asks it.
_OF_TURN = (
    select(disputes)
    .where(disputes.c.turn_id == bindparam("turn"))
    .order_by(disputes.c.created_at, disputes.c.id)
)


def of_turn(connection: Connection, turn_id: str) -> list[DisputeRow]:
    """All disputes of a reply, oldest first."""
    return [DisputeRow(*row) for row in connection.execute(_OF_TURN, {"turn": turn_id})]


def open_in(connection: Connection, team_ids: Sequence[str], but: str) -> list[PlacedRow]:
    """Undecided disputes of the people in some teams, but for one person's, oldest first."""
    return _placed(connection, _of_people(team_ids, but) & disputes.c.decided_at.is_(None))


def decided_in(connection: Connection, team_ids: Sequence[str], but: str, since: datetime) -> list[PlacedRow]:
    """Disputes of the people in some teams that a lead decided since a moment, newest decision first."""
    mine = _of_people(team_ids, but) & (disputes.c.decided_at >= since) & (disputes.c.outcome != "withdrawn")
    return sorted(_placed(connection, mine), key=lambda p: p.row.decided_at or since, reverse=True)


def answered_to(connection: Connection, user_id: str, since: datetime) -> list[PlacedRow]:
    """Somebody's own disputes that a lead decided since a moment, newest decision first."""
    own = (
        (disputes.c.user_id == user_id)
        & (disputes.c.decided_at >= since)
        & (disputes.c.outcome != "withdrawn")
    )
    return sorted(_placed(connection, own), key=lambda p: p.row.decided_at or since, reverse=True)


def decide(
    connection: Connection, dispute_id: str, outcome: str, comment: str, by: str, now: datetime
) -> bool:
    """Close an open dispute; False when it is closed already."""
    key = (disputes.c.id == dispute_id) & disputes.c.decided_at.is_(None)
    values = {"outcome": outcome, "comment": comment, "decided_by": by, "decided_at": now}
    return connection.execute(update(disputes).where(key).values(**values)).rowcount == 1


def card(connection: Connection, scorecard_id: int) -> str:
    """Content of the scorecard with an id."""
    return str(connection.scalar(select(scorecards.c.content).where(scorecards.c.id == scorecard_id)))


def close_look(connection: Connection, turn_id: str, reason: str, by: str, now: datetime) -> None:
    """Note that a reason to look at a reply is done, when no dispute of it is open."""
    still = select(disputes.c.id).where(disputes.c.turn_id == turn_id, disputes.c.decided_at.is_(None))
    if connection.execute(still).first() is None:
        key = (looks.c.turn_id == turn_id) & (looks.c.reason == reason) & looks.c.done_at.is_(None)
        connection.execute(update(looks).where(key).values(done_at=now, done_by=by))


def _of_people(team_ids: Sequence[str], but: str) -> ColumnElement[bool]:
    """Of those who are in the teams now: a lead reaches nobody who left."""
    people = select(memberships.c.user_id).where(memberships.c.team_id.in_(team_ids))
    return disputes.c.user_id.in_(people) & (disputes.c.user_id != but)


def _placed(connection: Connection, where: ColumnElement[bool]) -> list[PlacedRow]:
    query = select(*_PLACED).select_from(_WHERE).where(where).order_by(disputes.c.created_at, disputes.c.id)
    return [PlacedRow(DisputeRow(*row[:-3]), *row[-3:]) for row in connection.execute(query)]
