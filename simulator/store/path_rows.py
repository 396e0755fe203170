"""Rows of learning paths and certificates."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, insert, select, update

from simulator.store.figures_rows import counting, of_turn
from simulator.store.tables import (
    answers,
    attempts,
    cases,
    certificates,
    final_scores,
    learning_paths,
    scorecards,
    turns,
)


class PathRow(NamedTuple):
    """A learning path as stored."""

    id: str
    employer_id: str
    title: str
    scenarios: tuple[str, ...]
    pass_total: int
    created_by: str
    created_at: datetime
    archived: bool


class CertificateRow(NamedTuple):
    """A certificate as stored; `content` is JSON."""

    code: str
    user_id: str
    path_id: str
    issued_at: datetime
    content: str


class PathReply(NamedTuple):
    """A reply of a finished attempt at a scenario of a path, with what it was scored by."""

    attempt_id: str
    scenario_id: str
    version: int
    case_hash: str
    mode: str
    finished_at: datetime
    total: float | None
    passed: bool
    rubric: str
    scorer_version: str


def add_path(connection: Connection, row: PathRow) -> None:
    """Store a new path."""
    values = {**row._asdict(), "scenarios": json.dumps(row.scenarios)}
    connection.execute(insert(learning_paths).values(**values))


def archive_path(connection: Connection, path_id: str) -> None:
    """Take a path out of use; certificates of it stay valid."""
    connection.execute(update(learning_paths).where(learning_paths.c.id == path_id).values(archived=True))


def path(connection: Connection, path_id: str) -> PathRow | None:
    """The path with an id."""
    row = connection.execute(select(learning_paths).where(learning_paths.c.id == path_id)).first()
    return _path(row) if row is not None else None


def paths_of(connection: Connection, employer_id: str) -> list[PathRow]:
    """The paths of an employer, archived ones too, newest first."""
    query = (
        select(learning_paths)
        .where(learning_paths.c.employer_id == employer_id)
        .order_by(learning_paths.c.created_at.desc(), learning_paths.c.id)
    )
    return [_path(row) for row in connection.execute(query)]


def finished_replies(connection: Connection, user_id: str, scenarios: Collection[str]) -> list[PathReply]:
    """All replies of somebody's finished attempts at some scenarios, with the scores that count."""
    query = (
        select(
            attempts.c.id,
            attempts.c.scenario_id,
            cases.c.version,
            attempts.c.case_hash,
            attempts.c.mode,
            attempts.c.finished_at,
            counting(scorecards.c.total, final_scores.c.total),
            counting(scorecards.c.passed, final_scores.c.passed),
            scorecards.c.rubric,
            scorecards.c.scorer_version,
        )
        .join(cases, cases.c.content_hash == attempts.c.case_hash)
        .join(turns, turns.c.attempt_id == attempts.c.id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .join(scorecards, and_(scorecards.c.turn_id == turns.c.id, scorecards.c.id == of_turn(scorecards)))
        .outerjoin(
            final_scores,
            and_(final_scores.c.turn_id == turns.c.id, final_scores.c.id == of_turn(final_scores)),
        )
        .where(
            attempts.c.user_id == user_id,
            attempts.c.scenario_id.in_(scenarios),
            attempts.c.finished_at.is_not(None),
        )
        .order_by(attempts.c.finished_at, attempts.c.id, turns.c.number)
    )
    return [PathReply(*row) for row in connection.execute(query)]


def add_certificate(connection: Connection, row: CertificateRow) -> None:
    """Store a certificate."""
    connection.execute(insert(certificates).values(**row._asdict()))


def certificate(connection: Connection, code: str) -> CertificateRow | None:
    """The certificate with a code."""
    row = connection.execute(select(certificates).where(certificates.c.code == code)).first()
    return CertificateRow(*row) if row is not None else None


def certificates_of(connection: Connection, user_id: str) -> list[CertificateRow]:
    """Somebody's certificates, newest first."""
    query = (
        select(certificates)
        .where(certificates.c.user_id == user_id)
        .order_by(certificates.c.issued_at.desc(), certificates.c.code)
    )
    return [CertificateRow(*row) for row in connection.execute(query)]


def _path(row: object) -> PathRow:
    found = PathRow._make(row)  # type: ignore[arg-type]
    return found._replace(scenarios=tuple(json.loads(str(found.scenarios))))
