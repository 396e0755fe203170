"""Questions about the data that always have the answer "none", each by one query on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, exists, func, literal, or_, select

from simulator.store.base import UtcDateTime, metadata
from simulator.store.engine import Store
from simulator.store.migrate import heads_of
from simulator.store.tables import (
    answers,
    attempts,
    cases,
    drafts,
    final_scores,
    rescorings,
    reviews,
    rubrics,
    scorecards,
    turns,
)

_SHOWN = 5


class Found(NamedTuple):
    """Rows that should not be there: how many, and the keys of some."""

    number: int
    keys: tuple[str, ...]


def heads(store: Store) -> tuple[str, ...]:
    """The versions that the database says it has."""
    with store.read() as connection:
        return heads_of(connection)


def integrity(store: Store) -> tuple[str, ...]:
    """What SQLite itself finds wrong with its file; nothing on PostgreSQL."""
    if store.engine.dialect.name != "sqlite":
        return ()
    with store.read() as connection:
        said = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    return tuple(str(line) for line in said if line != "ok")


def orphans(store: Store) -> Found:
    """Rows whose foreign key leads to nothing."""
    number = 0
    keys: list[str] = []
    with store.read() as connection:
        for table in metadata.sorted_tables:
            for column in table.c:
                for foreign in column.foreign_keys:
                    parent = foreign.column.table.alias()
                    target = parent.c[foreign.column.name]
                    there = exists().where(target == column)
                    query = select(column).where(column.is_not(None), ~there)
                    found = _found(connection, query)
                    number += found.number
                    keys += [f"{table.name}.{column.name}={key}" for key in found.keys]
    return Found(number, tuple(keys[:_SHOWN]))


def unknown_rubrics(store: Store) -> Found:
    """Scorecards, and re-scorings, by a rubric whose content is not kept."""
    kept = select(rubrics.c.fingerprint)
    with store.read() as connection:
        cards = _found(connection, select(scorecards.c.id).where(scorecards.c.rubric.not_in(kept)))
        again = _found(connection, select(rescorings.c.id).where(rescorings.c.rubric.not_in(kept)))
    return Found(cards.number + again.number, (*cards.keys, *again.keys)[:_SHOWN])


def rubric_contents(store: Store) -> dict[str, str]:
    """Content of each kept rubric by its fingerprint."""
    with store.read() as connection:
        return {
            r.fingerprint: r.content
            for r in connection.execute(select(rubrics.c.fingerprint, rubrics.c.content))
        }


def misnamed_scores(store: Store) -> Found:
    """Scorecards whose columns name another rubric or scorer than their content, or no scorer."""
    query = select(scorecards.c.id).where(
        or_(
            scorecards.c.scorer_version == "",
            scorecards.c.content.not_like(_quoted(scorecards.c.rubric)),
            scorecards.c.content.not_like(_quoted(scorecards.c.scorer_version)),
        )
    )
    with store.read() as connection:
        return _found(connection, query)


def drafts_beside_answers(store: Store) -> Found:
    """Drafts of turns that were answered."""
    with store.read() as connection:
        return _found(
            connection, select(drafts.c.turn_id).join(answers, answers.c.turn_id == drafts.c.turn_id)
        )


def drafts_past_their_attempt(store: Store) -> Found:
    """Drafts of attempts that are finished."""
    query = (
        select(drafts.c.turn_id)
        .join(turns, turns.c.id == drafts.c.turn_id)
        .join(attempts, attempts.c.id == turns.c.attempt_id)
        .where(attempts.c.finished_at.is_not(None))
    )
    with store.read() as connection:
        return _found(connection, query)


def doubled_turns(store: Store) -> Found:
    """Turns that stand twice in an attempt, or that were answered twice."""
    twice = select(turns.c.attempt_id).group_by(turns.c.attempt_id, turns.c.number).having(func.count() > 1)
    answered = select(answers.c.turn_id).group_by(answers.c.turn_id).having(func.count() > 1)
    with store.read() as connection:
        first, second = _found(connection, twice), _found(connection, answered)
    return Found(first.number + second.number, (*first.keys, *second.keys)[:_SHOWN])


def answers_without_scorecard(store: Store) -> Found:
    """Answers that were stored and not scored."""
    scored = exists().where(scorecards.c.turn_id == answers.c.turn_id)
    with store.read() as connection:
        return _found(connection, select(answers.c.turn_id).where(~scored))


def scorecards_without_answer(store: Store) -> Found:
    """Scorecards of turns that were never answered."""
    answered = exists().where(answers.c.turn_id == scorecards.c.turn_id)
    with store.read() as connection:
        return _found(connection, select(scorecards.c.id).where(~answered))


def finals_without_review(store: Store) -> Found:
    """Final scores whose review is not there, or is about another turn."""
    reviewed = exists().where(
        and_(reviews.c.id == final_scores.c.review_id, reviews.c.turn_id == final_scores.c.turn_id)
    )
    with store.read() as connection:
        return _found(connection, select(final_scores.c.id).where(~reviewed))


def attempts_without_case(store: Store) -> Found:
    """Attempts whose scenario version is not kept."""
    kept = select(cases.c.content_hash)
    with store.read() as connection:
        return _found(connection, select(attempts.c.id).where(attempts.c.case_hash.not_in(kept)))


def future(store: Store, now: datetime, may: Sequence[str]) -> Found:
    """Moments that are still to come, in columns that tell what has been.

    Args:
        store: The database.
        now: From when on is the future.
        may: Names of columns that may lie ahead, such as terms.
    """
    number = 0
    keys: list[str] = []
    with store.read() as connection:
        for table in metadata.sorted_tables:
            for column in table.c:
                if isinstance(column.type, UtcDateTime) and column.name not in may:
                    query = select(func.count()).select_from(table).where(column > now)
                    found = int(connection.scalar(query) or 0)
                    number += found
                    if found:
                        keys.append(f"{table.name}.{column.name}: {found}")
    return Found(number, tuple(keys[:_SHOWN]))


def clock(store: Store) -> datetime:
    """What time it is for the database's server."""
    with store.read() as connection:
        if connection.dialect.name == "postgresql":
            query = select(func.timezone("UTC", func.clock_timestamp(), type_=UtcDateTime()))
        else:
            query = select(func.strftime("%Y-%m-%d %H:%M:%f", literal("now"), type_=UtcDateTime()))
        moment = connection.scalar(query)
    assert isinstance(moment, datetime)  # nosec B101  # noqa: S101 both give one
    return moment


def pragmas(store: Store) -> dict[str, int | str]:
    """How an SQLite database is opened; nothing on PostgreSQL."""
    if store.engine.dialect.name != "sqlite":
        return {}
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
    with store.read() as connection:
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names}


def _quoted(column: Column[str]) -> ColumnElement[str]:
    return literal('%"') + column + literal('"%')


def _found(connection: Connection, query: Select[tuple[object]]) -> Found:
    inner = query.subquery()
    number = int(connection.scalar(select(func.count()).select_from(inner)) or 0)
    some = connection.execute(query.limit(_SHOWN)).scalars().all() if number else []
    return Found(number, tuple(str(key) for key in some))
