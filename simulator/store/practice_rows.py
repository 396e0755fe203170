"""Rows of attempts, turns, drafts, answers and scorecards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.sql.dml import ReturningInsert

from simulator.store.once import add_unless_there
from simulator.store.tables import answers, attempts, cases, drafts, rubrics, scorecards, turns


class AttemptRow(NamedTuple):
    """An attempt as stored."""

    id: str
    user_id: str
    team_id: str | None
    case_hash: str
    scenario_id: str
    seed: int
    mode: str
    clock_on: bool
    time_factor: float
    retry_of: str | None
    started_at: datetime
    finished_at: datetime | None


class TurnRow(NamedTuple):
    """A turn as stored."""

    id: str
    attempt_id: str
    number: int
    turn_id: str
    opened_at: datetime
    target_seconds: float | None
    budget_seconds: float | None
    paused_at: datetime | None
    paused_seconds: float
    mood: int
    trust: int
    visibility: int
    copied: bool


class DraftRow(NamedTuple):
    """A draft as stored."""

    turn_id: str
    seq: int
    text: str
    action: str
    saved_at: datetime


class AnswerRow(NamedTuple):
    """A submitted answer as stored."""

    turn_id: str
    action: str
    text: str
    submitted_at: datetime
    elapsed_seconds: float | None
    expired: bool
    reaction: int
    mood: int
    trust: int
    visibility: int


class WithTurns(NamedTuple):
    """An attempt with its turns in order, and by turn the answers, and the contents of the newest scorecards."""

    attempt: AttemptRow
    turns: list[TurnRow]
    answers: dict[str, AnswerRow]
    scorecards: dict[str, str]


# Made once: building a statement anew costs as much as asking the database, and each page asks these several times.
_ATTEMPT = select(attempts).where(attempts.c.id == bindparam("attempt"))
_CASE = select(cases.c.content).where(cases.c.content_hash == bindparam("case"))
_WITH_TURNS = (
    select(attempts, turns, answers, scorecards.c.content)
    .join(turns, turns.c.attempt_id == attempts.c.id)
    .outerjoin(answers, answers.c.turn_id == turns.c.id)
    .outerjoin(scorecards, scorecards.c.turn_id == turns.c.id)
    .where(attempts.c.id == bindparam("attempt"))
    .order_by(turns.c.number, scorecards.c.id)
)
_AT = (
    select(attempts, turns, answers.c.turn_id.is_not(None))
    .join(turns, turns.c.attempt_id == attempts.c.id)
    .outerjoin(answers, answers.c.turn_id == turns.c.id)
    .where(attempts.c.id == bindparam("attempt"), turns.c.number == bindparam("number"))
)
_ADD_ATTEMPT, _ADD_SCORECARD = insert(attempts), insert(scorecards)
_FINISH = (
    update(attempts)
    .where(attempts.c.id == bindparam("attempt"), attempts.c.finished_at.is_(None))
    .values(finished_at=bindparam("now"))
)
_DROP_DRAFT = delete(drafts).where(drafts.c.turn_id == bindparam("turn"))
_DRAFT = select(drafts).where(drafts.c.turn_id == bindparam("turn"))
_ANSWERS = select(answers).where(answers.c.turn_id.in_(bindparam("turns", expanding=True)))
_SCORECARDS = (
    select(scorecards.c.turn_id, scorecards.c.content)
    .where(scorecards.c.turn_id.in_(bindparam("turns", expanding=True)))
    .order_by(scorecards.c.id)
)


def attempt(connection: Connection, attempt_id: str) -> AttemptRow | None:
    """The attempt with an id."""
    row = connection.execute(_ATTEMPT, {"attempt": attempt_id}).first()
    return AttemptRow(*row) if row is not None else None


def attempt_with_turns(connection: Connection, attempt_id: str) -> WithTurns | None:
    """The attempt with an id and all that was said in it; None when there is none."""
    found = connection.execute(_WITH_TURNS, {"attempt": attempt_id}).all()
    if not found:
        return None
    turn_at, answer_at = len(AttemptRow._fields), len(AttemptRow._fields) + len(TurnRow._fields)
    whole = WithTurns(AttemptRow(*found[0][:turn_at]), [], {}, {})
    for row in found:
        turn = TurnRow(*row[turn_at:answer_at])
        if not whole.turns or whole.turns[-1].id != turn.id:  # It has a row for each scorecard.
            whole.turns.append(turn)
        if row[answer_at] is not None:
            whole.answers[turn.id] = AnswerRow(*row[answer_at:-1])
        if row[-1] is not None:
            whole.scorecards[turn.id] = row[-1]
    return whole


def attempt_at(
    connection: Connection, attempt_id: str, number: int
) -> tuple[AttemptRow, TurnRow, bool] | None:
    """An attempt with its turn of a number, and whether that is answered."""
    row = connection.execute(_AT, {"attempt": attempt_id, "number": number}).first()
    if row is None:
        return None
    width = len(AttemptRow._fields)
    return AttemptRow(*row[:width]), TurnRow(*row[width:-1]), bool(row[-1])


def attempts_of(connection: Connection, user_id: str) -> list[AttemptRow]:
    """All attempts of a user, oldest first."""
    query = (
        select(attempts).where(attempts.c.user_id == user_id).order_by(attempts.c.started_at, attempts.c.id)
    )
    return [AttemptRow(*row) for row in connection.execute(query)]


def add_attempt(connection: Connection, row: AttemptRow) -> None:
    """Store a new attempt."""
    connection.execute(_ADD_ATTEMPT, row._asdict())


def finish_attempt(connection: Connection, attempt_id: str, now: datetime) -> None:
    """Note that an attempt has ended; a second time changes nothing."""
    connection.execute(_FINISH, {"attempt": attempt_id, "now": now})


def case_content(connection: Connection, content_hash: str) -> str:
    """Content of a case as it was practised.

    Raises:
        KeyError: When it is not stored.
    """
    content = connection.scalar(_CASE, {"case": content_hash})
    if content is None:
        raise KeyError(content_hash)
    return str(content)


def keep_case(
    connection: Connection, content_hash: str, scenario_id: str, version: int, content: str, now: datetime
) -> None:
    """Store a case's content unless it is there."""
    values = {
        "content_hash": content_hash,
        "scenario_id": scenario_id,
        "version": version,
        "content": content,
        "created_at": now,
    }
    add_unless_there(connection, cases, [cases.c.content_hash.name], values)


def keep_rubric(connection: Connection, fingerprint: str, content: str, now: datetime) -> None:
    """Store a rubric unless it is there."""
    values = {"fingerprint": fingerprint, "content": content, "created_at": now}
    add_unless_there(connection, rubrics, [rubrics.c.fingerprint.name], values)


def add_turn(connection: Connection, row: TurnRow) -> bool:
    """Store a new turn; False when the attempt already has a turn with this number."""
    return add_unless_there(connection, turns, [turns.c.attempt_id.name, turns.c.number.name], row._asdict())


def change_turn(connection: Connection, turn_id: str, **values: object) -> None:
    """Change columns of a turn that is still open."""
    connection.execute(update(turns).where(turns.c.id == turn_id).values(**values))


def draft(connection: Connection, turn_id: str) -> DraftRow | None:
    """The draft of a turn."""
    row = connection.execute(_DRAFT, {"turn": turn_id}).first()
    return DraftRow(*row) if row is not None else None


def keep_draft(connection: Connection, row: DraftRow) -> int:
    """Store a draft, unless a newer one is there; gives the sequence number of the one that is stored now."""
    kept = connection.execute(_keeping(connection.dialect.name), row._asdict()).first()
    newer = draft(connection, row.turn_id) if kept is None else None
    return newer.seq if newer else row.seq


@lru_cache
def _keeping(dialect: str) -> ReturningInsert[tuple[int]]:
    statement = (pg_insert if dialect == "postgresql" else sqlite_insert)(drafts)
    given = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=[drafts.c.turn_id],
        set_={name: given[name] for name in DraftRow._fields if name != drafts.c.turn_id.name},
        where=drafts.c.seq <= given.seq,
    ).returning(drafts.c.seq)


def drop_draft(connection: Connection, turn_id: str) -> None:
    """Remove a draft whose text was sent."""
    connection.execute(_DROP_DRAFT, {"turn": turn_id})


def answers_of(connection: Connection, turn_ids: Sequence[str]) -> dict[str, AnswerRow]:
    """Answers by turn."""
    found = connection.execute(_ANSWERS, {"turns": list(turn_ids)})
    return {row.turn_id: AnswerRow(*row) for row in found}


def add_answer(connection: Connection, row: AnswerRow) -> bool:
    """Store an answer; False when the turn has one already."""
    return add_unless_there(connection, answers, [answers.c.turn_id.name], row._asdict())


def add_scorecard(connection: Connection, turn_id: str, values: dict[str, object]) -> None:
    """Store a scorecard beside those that are there."""
    connection.execute(_ADD_SCORECARD, {"turn_id": turn_id, **values})


def scorecards_of(connection: Connection, turn_ids: Sequence[str]) -> dict[str, str]:
    """Content of the newest scorecard of each turn."""
    found = connection.execute(_SCORECARDS, {"turns": list(turn_ids)})
    return {row.turn_id: row.content for row in found}
