"""Rows of the figures per team and week: added to in one statement, read in sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    ScalarSelect,
    Table,
    case,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from simulator.store.tables import answers, attempts, final_scores, scorecards, team_weeks, turns, user_weeks

_AT_ONCE = 5_000
"""Rows that are read or stored at a time."""
_SCORES = ("passed", "total", "speed", "tone", "personalisation", "protocol")


class Sum(NamedTuple):
    """Number, sum and sum of squares of a measure."""

    n: int
    total: float
    squares: float

    def plus(self, other: Sum, times: int = 1) -> Sum:
        """Both together; with times -1, this without the other."""
        return Sum(
            self.n + times * other.n, self.total + times * other.total, self.squares + times * other.squares
        )


class UserSum(NamedTuple):
    """Somebody's replies of a week, how many passed, and number, sum and sum of squares of their totals."""

    replies: int
    passed: int
    n: int
    total: float
    squares: float

    def plus(self, other: UserSum, times: int = 1) -> UserSum:
        """Both together; with times -1, this without the other."""
        return UserSum(
            self.replies + times * other.replies,
            self.passed + times * other.passed,
            self.n + times * other.n,
            self.total + times * other.total,
            self.squares + times * other.squares,
        )


class CountedReply(NamedTuple):
    """A reply as recounting reads it: `scores` are those that count now, `first_card` is its first scorecard."""

    team_id: str
    user_id: str
    scenario_id: str
    at: datetime
    elapsed: float | None
    target: float | None
    scores: tuple[bool, float | None, float | None, float | None, float | None, float | None]
    first_card: str


def add_to_team(connection: Connection, team_id: str, week: date, sums: Mapping[str, Sum]) -> None:
    """Add to the figures of a team's week, all measures in one statement."""
    # Always in the same order, so that two transactions never wait for each other.
    values: list[dict[str, object]] = [
        {"team_id": team_id, "week": week, "measure": name, **sums[name]._asdict()}
        for name in sorted(sums)
        if any(sums[name])
    ]
    if values:
        _add(connection, team_weeks, values, Sum._fields)


def add_to_user(connection: Connection, team_id: str, week: date, user_id: str, what: UserSum) -> None:
    """Add to the figures of somebody's week in a team."""
    value: dict[str, object] = {"team_id": team_id, "week": week, "user_id": user_id, **what._asdict()}
    _add(connection, user_weeks, [value], UserSum._fields)


def replace_all(
    connection: Connection,
    teams: Mapping[tuple[str, date], Mapping[str, Sum]],
    users: Mapping[tuple[str, date, str], UserSum],
) -> None:
    """Store these figures in place of all that there are."""
    of_teams: list[dict[str, object]] = [
        {"team_id": team_id, "week": week, "measure": name, **value._asdict()}
        for (team_id, week), sums in teams.items()
        for name, value in sums.items()
    ]
    of_users: list[dict[str, object]] = [
        {"team_id": team_id, "week": week, "user_id": user_id, **value._asdict()}
        for (team_id, week, user_id), value in users.items()
    ]
    for table, values in ((team_weeks, of_teams), (user_weeks, of_users)):
        connection.execute(delete(table))
        for start in range(0, len(values), _AT_ONCE):
            connection.execute(insert(table), values[start : start + _AT_ONCE])


def all_of_teams(connection: Connection) -> dict[tuple[str, date], dict[str, Sum]]:
    """All figures that are kept of teams."""
    out: dict[tuple[str, date], dict[str, Sum]] = {}
    for row in connection.execute(select(team_weeks)):
        out.setdefault((row.team_id, row.week), {})[row.measure] = Sum(row.n, row.total, row.squares)
    return out


def replies(connection: Connection) -> Iterator[CountedReply]:
    """All replies that count in a team, each once: turns taken over by a new try are left out."""
    first, newest = scorecards.alias("first"), scorecards.alias("newest")
    scores = [counting(newest.c[name], final_scores.c[name]).label(name) for name in _SCORES]
    query = (
        select(
            attempts.c.team_id,
            attempts.c.user_id,
            attempts.c.scenario_id,
            answers.c.submitted_at,
            answers.c.elapsed_seconds,
            turns.c.target_seconds,
            *scores,
            first.c.content,
        )
        .join(turns, turns.c.attempt_id == attempts.c.id)
        .join(answers, answers.c.turn_id == turns.c.id)
        .join(first, first.c.id == of_turn(scorecards, newest=False))
        .join(newest, newest.c.id == of_turn(scorecards))
        .outerjoin(final_scores, final_scores.c.id == of_turn(final_scores))
        .where(attempts.c.team_id.is_not(None), turns.c.copied.is_(False))
    )
    for row in connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
        sent, scores_now, first_card = row[:6], tuple(row[6:12]), row[12]
        yield CountedReply._make((*sent, scores_now, first_card))


def of_turn(table: Table, *, newest: bool = True) -> ScalarSelect[int]:
    """Id of the newest row of a turn in a table, or of its first; for a query that has `turns` in it."""
    inner = table.alias()
    chosen = func.max(inner.c.id) if newest else func.min(inner.c.id)
    return select(chosen).where(inner.c.turn_id == turns.c.id).correlate(turns).scalar_subquery()


def counting(automatic: ColumnElement[object], adjusted: ColumnElement[object]) -> ColumnElement[object]:
    """The score that counts: what a person made of it when somebody did, even when that is unscored."""
    return case((final_scores.c.id.is_not(None), adjusted), else_=automatic)


def _add(
    connection: Connection, table: Table, values: list[dict[str, object]], names: tuple[str, ...]
) -> None:
    connection.execute(_adding(table, names, connection.dialect.name), values)


# One row at a time, so that it is made once: a statement of many rows is written anew for each number of them.
@lru_cache
def _adding(table: Table, names: tuple[str, ...], dialect: str) -> Insert:
    statement = (pg_insert if dialect == "postgresql" else sqlite_insert)(table)
    both = {name: table.c[name] + statement.excluded[name] for name in names}
    key = [column.name for column in table.primary_key.columns]
    return statement.on_conflict_do_update(index_elements=key, set_=both)
