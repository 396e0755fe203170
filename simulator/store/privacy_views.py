"""What the pages on personal data read: somebody's replies with all that was said of them, looks, people, the trail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select

from simulator.store.privacy_rows import ERASED
from simulator.store.tables import (
    access_log,
    adjustments,
    answers,
    assignments,
    attempts,
    audit_events,
    certificates,
    disputes,
    drafts,
    final_scores,
    learning_paths,
    memberships,
    review_marks,
    reviews,
    scorecards,
    teams,
    turns,
    users,
)


class LookRow(NamedTuple):
    """One look at somebody's work."""

    at: datetime
    actor_id: str
    actor: str
    what: str
    scenario_id: str | None


class ReplyRow(NamedTuple):
    """A reply with its first and its present score; the score is None when unscored."""

    turn_id: str
    scenario_id: str
    number: int
    at: datetime
    action: str
    text: str
    passed: bool | None
    total: float | None
    final_passed: bool | None
    final_total: float | None


class SaidRow(NamedTuple):
    """Something that was written about a reply: a review, a remark on its words, an adjustment, a dispute."""

    turn_id: str
    kind: str
    at: datetime
    outcome: str
    words: str
    answer: str


class DraftRow(NamedTuple):
    """A text that was not sent yet."""

    scenario_id: str
    number: int
    text: str
    at: datetime


class TaskRow(NamedTuple):
    """An assignment."""

    scenario_id: str
    note: str
    given_at: datetime
    done_at: datetime | None


class CertificateRow(NamedTuple):
    """A certificate."""

    code: str
    path: str
    issued_at: datetime


class PersonRow(NamedTuple):
    """Somebody as an administrator finds him."""

    id: str
    name: str
    pseudonym: str
    active: bool
    teams: tuple[str, ...]


class TrailRow(NamedTuple):
    """An event with the names of who did it and whom it concerns; None for nobody, "" for somebody erased."""

    id: int
    at: datetime
    event: str
    actor: str | None
    about: str | None
    details: str


def looks_at(connection: Connection, user_id: str) -> list[LookRow]:
    """Who looked at somebody's work, newest first."""
    query = (
        select(
            access_log.c.at, access_log.c.actor_id, users.c.name, access_log.c.what, attempts.c.scenario_id
        )
        .join(users, users.c.id == access_log.c.actor_id)
        .outerjoin(attempts, attempts.c.id == access_log.c.attempt_id)
        .where(access_log.c.about_id == user_id)
        .order_by(access_log.c.at.desc(), access_log.c.id.desc())
    )
    return [LookRow(*row) for row in connection.execute(query)]


def replies(connection: Connection, user_id: str, most: int) -> list[ReplyRow]:
    """Somebody's newest replies, newest first."""
    query = (
        select(
            turns.c.id,
            attempts.c.scenario_id,
            turns.c.number,
            answers.c.submitted_at,
            answers.c.action,
            answers.c.text,
        )
        .join(turns, turns.c.id == answers.c.turn_id)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .where(attempts.c.user_id == user_id)
        .order_by(answers.c.submitted_at.desc(), turns.c.id)
        .limit(most)
    )
    found = connection.execute(query).all()
    ids = [row.id for row in found]
    scored = _newest(connection, scorecards, ids)
    final = _newest(connection, final_scores, ids)
    none = (None, None)
    return [ReplyRow(*row, *scored.get(row.id, none), *final.get(row.id, none)) for row in found]


def _newest(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, tuple[bool, float | None]]:
    query = (
        select(table.c.turn_id, table.c.passed, table.c.total)
        .where(table.c.turn_id.in_(ids))
        .order_by(table.c.id)
    )
    return {row.turn_id: (row.passed, row.total) for row in connection.execute(query)}


def said_of(connection: Connection, turn_ids: Sequence[str]) -> dict[str, list[SaidRow]]:
    """What was written about replies, by turn, oldest first."""
    of = turns.c.id
    review = (
        select(of, reviews.c.at, reviews.c.outcome, reviews.c.comment)
        .join(reviews, reviews.c.turn_id == of)
        .where(of.in_(turn_ids))
    )
    mark = (
        select(of, reviews.c.at, reviews.c.outcome, review_marks.c.comment)
        .join(reviews, reviews.c.turn_id == of)
        .join(review_marks, review_marks.c.review_id == reviews.c.id)
        .where(of.in_(turn_ids))
    )
    change = (
        select(of, reviews.c.at, adjustments.c.reason, adjustments.c.words)
        .join(reviews, reviews.c.turn_id == of)
        .join(adjustments, adjustments.c.review_id == reviews.c.id)
        .where(of.in_(turn_ids))
    )
    dispute = select(
        disputes.c.turn_id,
        disputes.c.created_at,
        func.coalesce(disputes.c.outcome, ""),
        disputes.c.words,
        disputes.c.comment,
    ).where(disputes.c.turn_id.in_(turn_ids))
    said: dict[str, list[SaidRow]] = defaultdict(list)
    for kind, query in (("review", review), ("mark", mark), ("adjustment", change)):
        for turn_id, at, outcome, words in connection.execute(query):
            said[turn_id].append(SaidRow(turn_id, kind, at, outcome, words, ""))
    for turn_id, at, outcome, words, answer in connection.execute(dispute):
        said[turn_id].append(SaidRow(turn_id, "dispute", at, outcome, words, answer))
    return {turn_id: sorted(rows, key=lambda row: row.at) for turn_id, rows in said.items()}


def open_drafts(connection: Connection, user_id: str) -> list[DraftRow]:
    """Texts that somebody has not sent yet, newest first."""
    query = (
        select(attempts.c.scenario_id, turns.c.number, drafts.c.text, drafts.c.saved_at)
        .join(turns, turns.c.id == drafts.c.turn_id)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .where(attempts.c.user_id == user_id)
        .order_by(drafts.c.saved_at.desc())
    )
    return [DraftRow(*row) for row in connection.execute(query)]


def tasks(connection: Connection, user_id: str) -> list[TaskRow]:
    """Somebody's assignments, newest first."""
    columns = assignments.c.scenario_id, assignments.c.note, assignments.c.given_at, assignments.c.done_at
    query = select(*columns).where(assignments.c.user_id == user_id).order_by(assignments.c.given_at.desc())
    return [TaskRow(*row) for row in connection.execute(query)]


def certificates_of(connection: Connection, user_id: str) -> list[CertificateRow]:
    """Somebody's certificates, newest first."""
    query = (
        select(certificates.c.code, learning_paths.c.title, certificates.c.issued_at)
        .join(learning_paths, learning_paths.c.id == certificates.c.path_id)
        .where(certificates.c.user_id == user_id)
        .order_by(certificates.c.issued_at.desc())
    )
    return [CertificateRow(*row) for row in connection.execute(query)]


def people(connection: Connection, employer_id: str, words: str, most: int) -> list[PersonRow]:
    """People of an employer whose name, address or pseudonym holds some words, by name; erased ones are left out."""
    matches = [column.icontains(words, autoescape=True) for column in (users.c.name, users.c.email)]
    query = (
        select(users.c.id, users.c.name, users.c.pseudonym, users.c.active)
        .where(users.c.employer_id == employer_id, users.c.pseudonym.not_like(f"{ERASED}%"))
        .where(or_(*matches, users.c.pseudonym == words))
        .order_by(func.lower(users.c.name), users.c.id)
        .limit(most)
    )
    found = connection.execute(query).all()
    names: dict[str, list[str]] = defaultdict(list)
    of = (
        select(memberships.c.user_id, teams.c.name)
        .join(teams, teams.c.id == memberships.c.team_id)
        .where(memberships.c.user_id.in_([row.id for row in found]))
        .order_by(teams.c.name)
    )
    for user_id, team in connection.execute(of):
        names[user_id].append(team)
    return [PersonRow(*row, tuple(names[row.id])) for row in found]


def trail(
    connection: Connection,
    employer_id: str,
    period: tuple[datetime, datetime],
    event: str = "",
    most: int | None = None,
    after: int = 0,
) -> list[TrailRow]:
    """Events of an employer in a period, newest first; of one kind when it is named."""
    actor, about = users.alias("actor"), users.alias("about")
    query = (
        select(
            audit_events.c.id,
            audit_events.c.at,
            audit_events.c.event,
            actor.c.name,
            about.c.name,
            audit_events.c.details,
        )
        .outerjoin(actor, actor.c.id == audit_events.c.actor_id)
        .outerjoin(about, about.c.id == audit_events.c.about_id)
        .where(_trail(employer_id, period, event))
        .order_by(audit_events.c.id.desc())
        .limit(most)
        .offset(after)
    )
    return [TrailRow(*row) for row in connection.execute(query)]


def trail_length(
    connection: Connection, employer_id: str, period: tuple[datetime, datetime], event: str
) -> int:
    """How many events `trail` has."""
    query = select(func.count()).select_from(audit_events).where(_trail(employer_id, period, event))
    return connection.scalar(query) or 0


def _trail(employer_id: str, period: tuple[datetime, datetime], event: str) -> ColumnElement[bool]:
    since, until = period
    where = (
        (audit_events.c.employer_id == employer_id)
        & (audit_events.c.at >= since)
        & (audit_events.c.at < until)
    )
    return where & (audit_events.c.event == event) if event else where
