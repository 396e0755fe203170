"""What a trainee's own attempts show: results per scenario, the course per dimension, strong and weak sides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from scoring import Dimension, default_rubric
from scoring.serial import from_json
from simulator.accounts import Permission, User, require
from simulator.casebook.library import Case
from simulator.casebook.schema import Kind
from simulator.store import insight_rows as rows
from simulator.store.engine import Store

FIRST_KIND = Kind.ANGRY_REPEAT_COMPLAINER
"""What a newcomer begins with: the message that everybody in webcare knows."""
STRONG_AND_WEAK_FROM = 2
"""Findings of a criterion below which it says nothing about strong or weak."""


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
    """

    attempts: int
    best: float | None
    passed: bool
    decided_by: tuple[str, ...]
    open_attempt: str | None
    last: datetime
    version: int


@dataclass(frozen=True, slots=True)
class Side:
    """A criterion with the share of its points that was kept, 0-1, and in how many replies it played a part."""

    criterion: str
    kept: float
    replies: int


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


def next_best(cases: tuple[Case, ...], done: dict[str, Result], sides: tuple[Side, ...]) -> Case | None:
    """The scenario that most helps now: one that trains the weakest criterion, not passed yet, easiest first.

    Args:
        cases: What may be practised.
        done: Results so far.
        sides: Criteria, weakest first.
    """
    weakest = sides[0].criterion if sides and sides[0].kept < 1 else None
    if not done:
        first = [c for c in cases if c.scenario.kind is FIRST_KIND]
        cases = tuple(first) or cases
    open_cases = [c for c in cases if not (c.scenario.id in done and done[c.scenario.id].passed)] or list(
        cases
    )
    open_cases = [c for c in open_cases if _story_told(c, cases, done)] or open_cases
    if not open_cases:
        return None
    return min(
        open_cases,
        key=lambda c: (not trains(c, weakest), c.scenario.id in done, c.scenario.difficulty, c.scenario.id),
    )


def _story_told(case: Case, cases: tuple[Case, ...], done: dict[str, Result]) -> bool:
    """Whether the parts of its story that come before a case were practised; true when it is in no story."""
    story = case.scenario.story
    if story is None:
        return True
    earlier = [
        c.scenario.id
        for c in cases
        if c.scenario.story and c.scenario.story.id == story.id and c.scenario.story.part < story.part
    ]
    return all(scenario_id in done for scenario_id in earlier)


def trains(case: Case, criterion: str | None) -> bool:
    """Whether a scenario trains a criterion: it asks for it, or teaches the principle of one that always counts."""
    if criterion is None:
        return False
    if any(criterion in turn.expect for turn in case.scenario.turns):
        return True
    known = default_rubric().criterion(criterion)
    return not known.on_request and known.principle in case.scenario.principles


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
    )


def _sides(scored: list[rows.ScoredReply]) -> tuple[Side, ...]:
    kept: dict[str, list[float]] = defaultdict(list)
    for row in scored:
        for finding in from_json(row.content).findings:
            whole = finding.earned - finding.effect
            if whole > 0 and finding.dimension is not Dimension.SPEED:
                kept[finding.criterion].append(finding.earned / whole)
    sides = [
        Side(criterion, sum(shares) / len(shares), len(shares))
        for criterion, shares in kept.items()
        if len(shares) >= STRONG_AND_WEAK_FROM
    ]
    return tuple(sorted(sides, key=lambda s: (s.kept, s.criterion)))
