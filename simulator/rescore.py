"""Scoring every stored reply again, each in the situation it was answered in, and comparing. Nothing is stored.

The case is read as the attempt practised it (by content hash and seed), never from the scenario files of today. It
is the whole machine's affair and shows no texts, so it takes no acting user.
"""

from __future__ import annotations

import dataclasses
import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from multiprocessing import get_context

from scoring import Action, Dimension, Rubric, Scorecard, Verdict, default_rubric
from scoring.serial import to_json
from simulator.run import Run, case_as_seen
from simulator.scorer import score
from simulator.store import rescore_rows as rows
from simulator.store.engine import Store

CHUNK = 16
"""Attempts in one piece of work: about a second of scoring, so that the progress moves and both cores end together."""
_AHEAD = 2
"""Pieces of work waiting for each process: none ever waits for the store, and memory stays small."""
_NAMES_OF_THE_SCORER = ("rubric", "scorer_version")


class Lost(StrEnum):
    """Why a reply cannot be scored again."""

    GONE = "gone"
    """The scenario version it was answered in is not in the store."""
    UNREADABLE = "unreadable"
    """That version is of a form, or lacks a turn, that this program cannot read."""


@dataclass(frozen=True, slots=True)
class Rescored:
    """What became of one stored reply.

    Attributes:
        attempt_id: Its attempt.
        number: The turn that it answers.
        scenario_id: The scenario.
        version: The scenario's version, 0 when it is gone.
        line: The new scorecard as canonical JSON, "" when there is none.
        lost: Why there is none.
        differs: The scores, the verdict or the findings are not those of the stored scorecard.
        other_rubric: The stored scorecard was made by another rubric or scorer.
        passed: Whether it passes now.
        passed_before: Whether it passed by its stored scorecard.
        total: Its total now, 0-100, or None.
        total_before: Its total by the stored scorecard, or None.
    """

    attempt_id: str
    number: int
    scenario_id: str
    version: int
    line: str = ""
    lost: Lost | None = None
    differs: bool = False
    other_rubric: bool = False
    passed: bool = False
    passed_before: bool = False
    total: float | None = None
    total_before: float | None = None


@dataclass(slots=True)
class Summary:
    """Counts over many replies."""

    scored: int = 0
    lost: int = 0
    differ: int = 0
    other_rubric: int = 0
    now_pass: int = 0
    no_longer_pass: int = 0

    @property
    def cross(self) -> int:
        """How many moved over the pass line, either way."""
        return self.now_pass + self.no_longer_pass

    def add(self, reply: Rescored) -> None:
        """Count a reply."""
        if reply.lost:
            self.lost += 1
            return
        self.scored += 1
        self.differ += reply.differs
        self.other_rubric += reply.other_rubric
        self.now_pass += reply.passed and not reply.passed_before
        self.no_longer_pass += reply.passed_before and not reply.passed


Weights = tuple[tuple[Dimension, float], ...]
"""Share of each dimension in the total. A rubric holds functions, which cannot be sent to another process."""


@dataclass(frozen=True, slots=True)
class _Work:
    """A piece of work: it holds everything, so a process that does it needs no database."""

    keys: tuple[rows.ReplyKey, ...]
    stored: rows.StoredAttempts
    weights: Weights | None


def submitted(store: Store, limit: int | None = None) -> list[rows.ReplyKey]:
    """The stored replies in the order of their attempts.

    Args:
        store: The database.
        limit: At most so many; all when left out.
    """
    with store.read() as connection:
        return rows.submitted(connection, limit)


def rescore(
    store: Store, keys: Iterable[rows.ReplyKey], processes: int = 1, weights: Weights | None = None
) -> Iterator[Rescored]:
    """Score stored replies again.

    Args:
        store: The database; it is only read.
        keys: Which replies, from `submitted`.
        processes: How many processes share the work; the result does not depend on it.
        weights: An employer's own weights of the dimensions; the shipped ones when left out.

    Yields:
        What became of each reply, in the order of the keys.
    """
    work = _work(store, keys, weights)
    if processes == 1:
        for piece in work:
            yield from _do(piece)
        return
    # Fresh processes: a copy of this one would share the database's connection and half-held locks.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    try:
        yield from _in_order(pool, work, processes * _AHEAD)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, work: Iterable[_Work], ahead: int) -> Iterator[Rescored]:
    waiting: deque[Future[list[Rescored]]] = deque()
    for piece in work:
        waiting.append(pool.submit(_do, piece))
        if len(waiting) > ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def same_scores(first: str, second: str) -> bool:
    """Whether two scorecards as canonical JSON tell the same, whatever rubric and scorer they name."""
    return _without_names(first)[0] == _without_names(second)[0]


def _without_names(line: str) -> tuple[dict[str, object], list[object]]:
    card = json.loads(line)
    return card, [card.pop(name, "") for name in _NAMES_OF_THE_SCORER]


def _work(store: Store, keys: Iterable[rows.ReplyKey], weights: Weights | None) -> Iterator[_Work]:
    groups = [tuple(group) for _, group in groupby(keys, key=lambda k: k.attempt_id)]
    for start in range(0, len(groups), CHUNK):
        chunk = groups[start : start + CHUNK]
        with store.read() as connection:
            stored = rows.read_attempts(connection, [group[0].attempt_id for group in chunk])
        yield _Work(tuple(key for group in chunk for key in group), stored, weights)


def _do(work: _Work) -> list[Rescored]:
    rubric = default_rubric()
    if work.weights is not None:
        rubric = dataclasses.replace(rubric, dimension_weights=work.weights)
    return [_again(key, work.stored, rubric) for key in work.keys]


def _again(key: rows.ReplyKey, stored: rows.StoredAttempts, rubric: Rubric) -> Rescored:
    attempt = stored.attempts[key.attempt_id]
    case = stored.cases.get(attempt.case_hash)
    if case is None:
        return Rescored(*key, attempt.scenario_id, 0, lost=Lost.GONE)
    try:
        seen = case_as_seen(case.content, attempt.seed)
        run = Run(attempt, seen, stored.turns[attempt.id], stored.answers, {})
        turn = run.turn(key.number)
        situation = run.situation(turn)
    except (ValueError, KeyError, TypeError, IndexError):
        return Rescored(*key, attempt.scenario_id, case.version, lost=Lost.UNREADABLE)
    answer = stored.answers[turn.id]
    reply = run.reply(turn, answer.text, Action(answer.action), answer.elapsed_seconds)
    card = score(reply, situation, rubric)
    return _compared(key, attempt.scenario_id, case.version, card, stored.scorecards.get(turn.id))


def _compared(
    key: rows.ReplyKey, scenario_id: str, version: int, card: Scorecard, before: str | None
) -> Rescored:
    line = to_json(card)
    new, names = _without_names(line)
    old, names_before = _without_names(before or "{}")
    return Rescored(
        *key,
        scenario_id,
        version,
        line,
        differs=new != old,
        other_rubric=names != names_before,
        passed=card.passed,
        passed_before=old.get("verdict") == Verdict.PASSED.value,
        total=card.total,
        total_before=_as_total(old.get("total")),
    )


def _as_total(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
