"""What a trainee's own attempts show: results per scenario, the course per dimension, strong and weak sides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from statistics import fmean, variance

import pandas as pd

from scoring import Dimension
from scoring.serial import from_json
from simulator.accounts import Permission, User, require
from simulator.casebook.library import Case
from simulator.figures import kept_shares
from simulator.statistics import LEAST, t_quantile
from simulator.store import insight_rows as rows
from simulator.store.engine import Store

WINDOW = 10
"""Replies that the mean of a course looks back on."""
TREND_FROM = 8
"""Times that a criterion must have played a part before something is said of its course: four before, four since."""
STRONG_AND_WEAK_FROM = 2
"""Findings of a criterion below which it says nothing about strong or weak."""

_SMALLEST_CHANGE = 0.05
"""Change of a share of points that is too small to speak of."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A finished attempt at a scenario: when, whether all its replies passed, and the mean of their totals."""

    at: datetime
    passed: bool
    total: float | None


@dataclass(frozen=True, slots=True)
class Result:
    """A trainee's results with one scenario.

    Attributes:
        attempts: Attempts with at least one answer.
        best: Highest total of an attempt, or None.
        passed: True when an attempt passed all its turns.
        decided_by: Critical criteria of the last attempt that did not pass.
        open_attempt: An attempt that can be gone on with, or None.
        last: When it was last practised.
        version: The newest version that was practised.
        tries: Its finished attempts, oldest first.
    """

    attempts: int
    best: float | None
    passed: bool
    decided_by: tuple[str, ...]
    open_attempt: str | None
    last: datetime
    version: int
    tries: tuple[Tried, ...] = ()


class Trend(StrEnum):
    """How a criterion went in the newer half of the replies compared with the older half."""

    UNKNOWN = "unknown"
    UP = "up"
    LEVEL = "level"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Side:
    """A criterion with the share of its points that was kept, 0-1, how often it played a part, and its trend."""

    criterion: str
    kept: float
    replies: int
    trend: Trend = Trend.UNKNOWN


@dataclass(frozen=True)
class Progress:
    """A trainee's own progress.

    Attributes:
        replies: One row per reply: at, scenario_id, kind, attempt, total, passed and the four dimensions.
        kinds: One row per kind of case: kind, replies, mean, best.
        sides: All criteria that played a part often enough, weakest first.
        days: Number of days on which was practised.
    """

    replies: pd.DataFrame
    kinds: pd.DataFrame
    sides: tuple[Side, ...]
    days: int


def results(store: Store, user: User) -> dict[str, Result]:
    """Results per scenario of a trainee."""
    require(store, user, Permission.SEE_OWN_PROGRESS)
    with store.read() as connection:
        tried = rows.attempts_of(connection, user.id)
    by_scenario: dict[str, list[rows.AttemptResult]] = defaultdict(list)
    for attempt in tried:
        by_scenario[attempt.scenario_id].append(attempt)
    return {scenario: _result(attempts) for scenario, attempts in by_scenario.items()}


def progress(store: Store, user: User, cases: dict[str, Case]) -> Progress:
    """A trainee's course over time, per kind of case and per criterion.

    Args:
        store: The database.
        user: The trainee; only his own replies are read.
        cases: The collection, for the kinds of the scenarios.
    """
    require(store, user, Permission.SEE_OWN_PROGRESS)
    with store.read() as connection:
        scored = rows.scored_replies(connection, user.id)
    replies = pd.DataFrame(
        [
            {
                "at": row.at,
                "attempt": row.attempt_id,
                "number": row.number,
                "scenario_id": row.scenario_id,
                "kind": cases[row.scenario_id].scenario.kind.value if row.scenario_id in cases else "",
                "total": row.total,
                "passed": row.passed,
                **{d.value: getattr(row, d.value) for d in Dimension},
            }
            for row in scored
        ]
    )
    kinds = pd.DataFrame()
    if not replies.empty:
        grouped = replies[replies["kind"] != ""].groupby("kind")["total"]
        kinds = grouped.agg(replies="count", mean="mean", best="max").reset_index()
    days = len({row.at.date() for row in scored})
    return Progress(replies, kinds, _sides(scored), days)


def tries(store: Store, user: User, scenario_id: str, turn_id: str) -> list[rows.ScoredReply]:
    """A trainee's own replies to one message of a scenario, oldest first."""
    require(store, user, Permission.SEE_OWN_PROGRESS)
    with store.read() as connection:
        scored = rows.scored_replies(connection, user.id)
    return [row for row in scored if row.scenario_id == scenario_id and row.turn_id == turn_id]


def course(replies: pd.DataFrame, dimension: Dimension) -> pd.DataFrame:
    """The course of a dimension with its uncertainty.

    Args:
        replies: `Progress.replies`, oldest first.
        dimension: Which of the four.

    Returns:
        One row per scored reply: n (from 1), at, score, and the mean of the last WINDOW replies with its 95 %
        interval by Student (mean, low, high; missing for fewer than LEAST replies).
    """
    scored = replies.loc[replies[dimension.value].notna(), ["at", dimension.value]]
    scores = scored[dimension.value].astype(float).reset_index(drop=True)
    data = pd.DataFrame({"n": range(1, len(scores) + 1), "at": scored["at"].to_list(), "score": scores})
    rolling = scores.rolling(WINDOW, min_periods=LEAST)
    counts = scores.rolling(WINDOW, min_periods=1).count().astype(int)
    half = rolling.std() / counts**0.5 * counts.map(lambda n: t_quantile(max(1, n - 1)))
    data["mean"] = rolling.mean()
    data["low"], data["high"] = (data["mean"] - half).clip(0, 100), (data["mean"] + half).clip(0, 100)
    return data


def _result(attempts: list[rows.AttemptResult]) -> Result:
    answered = [a for a in attempts if a.totals]
    finished = [a for a in answered if a.finished]
    open_ones = [a for a in attempts if not a.finished]
    means = [sum(a.totals) / len(a.totals) for a in answered]
    last_failed = next((a for a in reversed(answered) if not a.all_passed), None)
    return Result(
        attempts=len(answered),
        best=max(means) if means else None,
        passed=any(a.all_passed for a in finished),
        decided_by=last_failed.decided_by if last_failed else (),
        open_attempt=open_ones[-1].attempt_id if open_ones else None,
        last=max(a.started_at for a in attempts),
        version=max(a.version for a in attempts),
        tries=tuple(
            Tried(a.started_at, a.all_passed, fmean(a.totals) if a.totals else None) for a in finished
        ),
    )


def _sides(scored: list[rows.ScoredReply]) -> tuple[Side, ...]:
    kept: dict[str, list[float]] = defaultdict(list)
    for row in scored:
        for criterion, share in kept_shares(from_json(row.content)):
            kept[criterion].append(share)
    sides = [
        Side(criterion, fmean(shares), len(shares), trend_of(shares))
        for criterion, shares in kept.items()
        if len(shares) >= STRONG_AND_WEAK_FROM
    ]
    return tuple(sorted(sides, key=lambda s: (s.kept, s.criterion)))


def trend_of(values: list[float]) -> Trend:
    """Whether the newer half of values lies above or below the older half by more than two standard errors.

    Args:
        values: Oldest first.
    """
    if len(values) < TREND_FROM:
        return Trend.UNKNOWN
    middle = len(values) // 2
    older, newer = values[:middle], values[middle:]
    difference = fmean(newer) - fmean(older)
    error = (variance(older) / len(older) + variance(newer) / len(newer)) ** 0.5
    if abs(difference) <= max(2 * error, _SMALLEST_CHANGE):
        return Trend.LEVEL
    return Trend.UP if difference > 0 else Trend.DOWN
