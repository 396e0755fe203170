"""Rows of calibration: rounds, their replies and members, what each member judged, what they agreed on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from simulator.store.tables import (
    agreed_scores,
    answers,
    attempts,
    calibration_items,
    calibration_members,
    calibrations,
    judgements,
    memberships,
    scorecards,
    turns,
    users,
)


class RoundRow(NamedTuple):
    """A round as stored."""

    id: str
    employer_id: str
    title: str
    created_by: str
    created_at: datetime
    due_at: datetime | None
    closed_at: datetime | None


class ItemRow(NamedTuple):
    """A reply of a round: its number in the round, its turn and attempt, and the turn's number in the attempt."""

    number: int
    turn_id: str
    attempt_id: str
    turn_number: int


class MemberRow(NamedTuple):
    """A member of a round, and when he was done."""

    user_id: str
    name: str
    done_at: datetime | None


class JudgementRow(NamedTuple):
    """What a member judged; value None abstains."""

    turn_id: str
    user_id: str
    name: str
    value: float | None


class CandidateRow(NamedTuple):
    """A reply that can be chosen for a round; without anything the scorer made of it but `passed`."""

    turn_id: str
    scenario_id: str
    number: int
    submitted_at: datetime
    text: str
    passed: bool


def add_round(
    connection: Connection, row: RoundRow, turn_ids: Sequence[str], member_ids: Collection[str]
) -> None:
    """Store a new round with its replies, in order, and its members."""
    connection.execute(insert(calibrations).values(**row._asdict()))
    connection.execute(
        insert(calibration_items),
        [{"calibration_id": row.id, "turn_id": t, "number": n} for n, t in enumerate(turn_ids, start=1)],
    )
    connection.execute(
        insert(calibration_members), [{"calibration_id": row.id, "user_id": m} for m in member_ids]
    )


def round_of(connection: Connection, round_id: str) -> RoundRow | None:
    """The round with an id."""
    row = connection.execute(select(calibrations).where(calibrations.c.id == round_id)).first()
    return RoundRow(*row) if row is not None else None


def rounds_of_member(connection: Connection, user_id: str) -> list[RoundRow]:
    """The rounds that somebody is a member of, newest first."""
    query = (
        select(calibrations)
        .join(calibration_members, calibration_members.c.calibration_id == calibrations.c.id)
        .where(calibration_members.c.user_id == user_id)
        .order_by(calibrations.c.created_at.desc(), calibrations.c.id)
    )
    return [RoundRow(*row) for row in connection.execute(query)]


def closed_rounds(connection: Connection, employer_id: str) -> list[str]:
    """Ids of an employer's closed rounds."""
    query = select(calibrations.c.id).where(
        calibrations.c.employer_id == employer_id, calibrations.c.closed_at.is_not(None)
    )
    return list(connection.scalars(query.order_by(calibrations.c.closed_at, calibrations.c.id)))


def close(connection: Connection, round_id: str, now: datetime) -> bool:
    """Close a round; False when it was closed already."""
    open_one = (calibrations.c.id == round_id) & calibrations.c.closed_at.is_(None)
    return connection.execute(update(calibrations).where(open_one).values(closed_at=now)).rowcount == 1


def lock(connection: Connection, round_id: str) -> RoundRow | None:
    """The round, held until the transaction ends, so that nobody closes it meanwhile."""
    query = select(calibrations).where(calibrations.c.id == round_id).with_for_update()
    row = connection.execute(query).first()
    return RoundRow(*row) if row is not None else None


def items_of(connection: Connection, round_id: str) -> list[ItemRow]:
    """The replies of a round, in order."""
    query = (
        select(calibration_items.c.number, turns.c.id, turns.c.attempt_id, turns.c.number)
        .join(turns, turns.c.id == calibration_items.c.turn_id)
        .where(calibration_items.c.calibration_id == round_id)
        .order_by(calibration_items.c.number)
    )
    return [ItemRow(*row) for row in connection.execute(query)]


def members_of(connection: Connection, round_id: str) -> list[MemberRow]:
    """The members of a round, by name."""
    query = (
        select(users.c.id, users.c.name, calibration_members.c.done_at)
        .join(users, users.c.id == calibration_members.c.user_id)
        .where(calibration_members.c.calibration_id == round_id)
        .order_by(users.c.name, users.c.id)
    )
    return [MemberRow(*row) for row in connection.execute(query)]


def done(connection: Connection, round_id: str, user_id: str, now: datetime) -> None:
    """Note that a member has judged everything; a second time changes nothing."""
    his = (calibration_members.c.calibration_id == round_id) & (calibration_members.c.user_id == user_id)
    connection.execute(
        update(calibration_members).where(his, calibration_members.c.done_at.is_(None)).values(done_at=now)
    )


def keep_judgement(
    connection: Connection,
    round_id: str,
    row: JudgementRow,
    now: datetime,
    *,
    only_new: bool = False,
) -> None:
    """Store a judgement in the place of the same member's earlier one.

    Args:
        connection: A transaction.
        round_id: The round.
        row: The judgement.
        now: This moment.
        only_new: Leave an earlier one as it is.
    """
    make = pg_insert if connection.dialect.name == "postgresql" else sqlite_insert
    statement = make(judgements).values(calibration_id=round_id, **row._asdict(), at=now)
    key = ["calibration_id", "turn_id", "user_id", "name"]
    if only_new:
        connection.execute(statement.on_conflict_do_nothing(index_elements=key))
        return
    connection.execute(
        statement.on_conflict_do_update(index_elements=key, set_={"value": row.value, "at": now})
    )


def judgements_of(
    connection: Connection, round_ids: Sequence[str], user_id: str | None = None
) -> list[JudgementRow]:
    """The judgements in rounds, all or those of one member."""
    query = select(judgements.c.turn_id, judgements.c.user_id, judgements.c.name, judgements.c.value).where(
        judgements.c.calibration_id.in_(round_ids)
    )
    if user_id is not None:
        query = query.where(judgements.c.user_id == user_id)
    order = (judgements.c.calibration_id, judgements.c.turn_id, judgements.c.user_id, judgements.c.name)
    return [JudgementRow(*row) for row in connection.execute(query.order_by(*order))]


def keep_agreed(
    connection: Connection,
    round_id: str,
    turn_id: str,
    name: str,
    value: float | None,
    user_id: str,
    now: datetime,
) -> None:
    """Store what the members agreed on, in the place of what was noted before."""
    make = pg_insert if connection.dialect.name == "postgresql" else sqlite_insert
    statement = make(agreed_scores).values(
        calibration_id=round_id, turn_id=turn_id, name=name, value=value, by=user_id, at=now
    )
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["calibration_id", "turn_id", "name"],
            set_={"value": value, "by": user_id, "at": now},
        )
    )


def agreed_of(connection: Connection, round_id: str) -> dict[tuple[str, str], float | None]:
    """What was agreed on in a round, by turn and name."""
    query = select(agreed_scores.c.turn_id, agreed_scores.c.name, agreed_scores.c.value).where(
        agreed_scores.c.calibration_id == round_id
    )
    return {(row.turn_id, row.name): row.value for row in connection.execute(query)}


def leads_of(connection: Connection, employer_id: str, roles: Collection[str]) -> list[tuple[str, str]]:
    """Id and name of an employer's active people with one of these roles in some team, by name."""
    query = (
        select(users.c.id, users.c.name)
        .join(memberships, memberships.c.user_id == users.c.id)
        .where(
            users.c.employer_id == employer_id,
            users.c.active.is_(True),
            memberships.c.role.in_(list(roles)),
        )
        .distinct()
        .order_by(users.c.name, users.c.id)
    )
    return [(row.id, row.name) for row in connection.execute(query)]


def candidates(
    connection: Connection, team_ids: Sequence[str], since: datetime, most: int, scenario_id: str = ""
) -> list[CandidateRow]:
    """Recent replies of teams, newest first; what was taken over by a new try counts once."""
    newest = (
        select(scorecards.c.turn_id, func.max(scorecards.c.id).label("id"))
        .group_by(scorecards.c.turn_id)
        .subquery()
    )
    query = (
        select(
            turns.c.id,
            attempts.c.scenario_id,
            turns.c.number,
            answers.c.submitted_at,
            answers.c.text,
            scorecards.c.passed,
        )
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .join(newest, newest.c.turn_id == turns.c.id)
        .join(scorecards, scorecards.c.id == newest.c.id)
        .where(attempts.c.team_id.in_(team_ids), turns.c.copied.is_(False), answers.c.submitted_at >= since)
        .order_by(answers.c.submitted_at.desc(), turns.c.id)
        .limit(most)
    )
    if scenario_id:
        query = query.where(attempts.c.scenario_id == scenario_id)
    return [CandidateRow(*row) for row in connection.execute(query)]


def in_teams(connection: Connection, turn_ids: Sequence[str], team_ids: Sequence[str]) -> set[str]:
    """Those of the answered turns whose attempts count in one of the teams."""
    query = (
        select(turns.c.id)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .where(turns.c.id.in_(turn_ids), attempts.c.team_id.in_(team_ids))
    )
    return set(connection.scalars(query))
