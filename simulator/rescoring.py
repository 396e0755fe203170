"""Re-scoring an employer's replies by the rubric of today: first a dry run, then applied, and taken back if need be.

Scorecards are only ever added. Work is stored in batches, each with its count, its figures and its trace: one that was
cut leaves a consistent state, and running the same again goes on with it. Of two at once, each reply is done by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from scoring import SCORER_VERSION, Rubric, default_rubric
from simulator.accounts import Permission, User, load, require
from simulator.employer import rubric_of
from simulator.rescore import Rescored, Summary, Weights, rescore
from simulator.rescoring_batches import (
    BATCH,
    NotRevertibleError,
    RescoringError,
    Writing,
    last_standing,
    take_back,
)
from simulator.store import rescore_rows as rows
from simulator.store.engine import Store

__all__ = [
    "DryRun", "Mover", "NoReasonError", "NotRevertibleError", "Past", "RescoringError", "State",
    "apply", "dry_run", "history", "revert", "state",
]  # fmt: skip

MOVERS_MOST = 200
"""Movers that a dry run lists; all are counted."""
REASON_MOST = 500

OnProgress = Callable[[int, int], None]
"""Told how many replies are done, and how many there are."""


class NoReasonError(RescoringError):
    """A re-scoring says why it is done."""

    code = "rescoring-error-reason"


@dataclass(frozen=True, slots=True)
class Mover:
    """A reply that gets other scores.

    Attributes:
        pseudonym: Whose.
        scenario_id: In which scenario.
        number: Which message it answers.
        before: Total until now, or None.
        after: Total by the rubric of today, or None.
        passed_before: Whether it passed until now.
        passed: Whether it passes by the rubric of today.
    """

    pseudonym: str
    scenario_id: str
    number: int
    before: float | None
    after: float | None
    passed_before: bool
    passed: bool

    @property
    def crosses(self) -> bool:
        """True when it moves over the pass line, either way."""
        return self.passed != self.passed_before

    @property
    def distance(self) -> float:
        """By how many points the total moves; 100 when there was or will be none."""
        if self.before is None or self.after is None:
            return 0.0 if self.before is self.after else 100.0
        return abs(self.after - self.before)


@dataclass(frozen=True, slots=True)
class DryRun:
    """What applying would do.

    Attributes:
        rubric: Fingerprint of the rubric of today.
        summary: Counts over all replies that were looked at.
        movers: Replies whose total or verdict moves, those that cross the pass line first, then the furthest.
        moving: How many replies move; more than `movers` when the list was cut.
    """

    rubric: str
    summary: Summary
    movers: tuple[Mover, ...]
    moving: int


@dataclass(frozen=True, slots=True)
class State:
    """Where an employer stands.

    Attributes:
        rubric: The rubric of today.
        replies: How many replies there are.
        other_rubric: How many were scored by another rubric or scorer.
    """

    rubric: Rubric
    replies: int
    other_rubric: int


@dataclass(frozen=True, slots=True)
class Past:
    """A re-scoring that was done.

    Attributes:
        row: As stored.
        by: Name of who did it.
        revertible: True for the last one that stands.
        cut: True for a taking back that is not complete.
    """

    row: rows.RescoringRow
    by: str
    revertible: bool
    cut: bool


def state(store: Store, user: User) -> State:
    """Where the user's own employer stands.

    Raises:
        NotAllowedError: When he may not score again.
    """
    acting = require(store, user, Permission.RESCORE)
    rubric = rubric_of(store, acting.employer_id)
    with store.read() as connection:
        return State(
            rubric,
            len(rows.of_employer(connection, acting.employer_id, copies=False)),
            rows.by_other_rubric(connection, acting.employer_id, rubric.fingerprint, SCORER_VERSION),
        )


def dry_run(
    store: Store,
    user: User,
    *,
    newest: int | None = None,
    processes: int = 1,
    on_progress: OnProgress | None = None,
) -> DryRun:
    """Score replies of the user's own employer by the rubric of today, and store nothing.

    Args:
        store: The database.
        user: An administrator.
        newest: Only so many of the newest; all when left out.
        processes: How many processes share the work.
        on_progress: Told how far it is.

    Raises:
        NotAllowedError: When he may not score again.
    """
    acting = require(store, user, Permission.RESCORE)
    rubric = rubric_of(store, acting.employer_id)
    with store.read() as connection:
        keys = rows.of_employer(connection, acting.employer_id, copies=False, limit=newest)
        names = rows.pseudonyms(connection, acting.employer_id)
    summary, movers = Summary(), []
    for reply in _scored(store, keys, rubric, processes, on_progress):
        summary.add(reply)
        mover = Mover(
            names.get(reply.attempt_id, ""),
            reply.scenario_id,
            reply.number,
            reply.total_before,
            reply.total,
            reply.passed_before,
            reply.passed,
        )
        if not reply.lost and (mover.crosses or mover.distance > 0):
            movers.append(mover)
    movers.sort(key=lambda m: (not m.crosses, -m.distance, m.scenario_id, m.pseudonym, m.number))
    return DryRun(rubric.fingerprint, summary, tuple(movers[:MOVERS_MOST]), len(movers))


def apply(
    store: Store,
    user: User,
    reason: str,
    now: datetime,
    *,
    processes: int = 1,
    on_progress: OnProgress | None = None,
) -> int:
    """Add scorecards by the rubric of today for all replies of the user's own employer that it judges differently.

    A reply that a person gave a final score keeps it: only its automatic scorecard is added to.

    Args:
        store: The database.
        user: An administrator.
        reason: Why, in his words.
        now: This moment.
        processes: How many processes share the work.
        on_progress: Told how far it is.

    Returns:
        How many scorecards were added; 0 when all was done before.

    Raises:
        NotAllowedError: When he may not score again.
        NoReasonError: When no reason is given.
    """
    acting = require(store, user, Permission.RESCORE)
    words = _checked(reason)
    rubric = rubric_of(store, acting.employer_id)
    with store.read() as connection:
        keys = rows.of_employer(connection, acting.employer_id, copies=True)
    work = Writing(acting, rubric, words, now)
    waiting: list[Rescored] = []
    for reply in _scored(store, keys, rubric, processes, on_progress):
        if reply.differs:
            waiting.append(reply)
        if len(waiting) == BATCH:
            work.store(store, waiting)
            waiting = []
    work.store(store, waiting)
    return work.added


def revert(
    store: Store,
    user: User,
    rescoring_id: str,
    reason: str,
    now: datetime,
    on_progress: OnProgress | None = None,
) -> int:
    """Take a re-scoring back: copies of the scorecards that counted before it are added.

    Args:
        store: The database.
        user: An administrator.
        rescoring_id: The last re-scoring that stands, or one whose taking back was cut.
        reason: Why, in his words.
        now: This moment.
        on_progress: Told how far it is.

    Returns:
        How many scorecards were added; 0 when all was done before.

    Raises:
        NotAllowedError: When he may not score again.
        NoReasonError: When no reason is given.
        NotRevertibleError: When a later one stands, or there is none with this id.
    """
    acting = require(store, user, Permission.RESCORE)
    words = _checked(reason)
    with store.read() as connection:
        past = rows.rescorings_of(connection, acting.employer_id)
        turn_ids = rows.turns_of_rescoring(connection, rescoring_id)
    if rescoring_id != last_standing(past) and not (past and past[-1].reverts == rescoring_id):
        raise NotRevertibleError
    added = 0
    for start in range(0, len(turn_ids), BATCH):
        chunk = turn_ids[start : start + BATCH]
        with store.write() as connection:
            added += take_back(connection, acting, rescoring_id, words, now, chunk, first=start == 0)
        if on_progress:
            on_progress(start + len(chunk), len(turn_ids))
    return added


def history(store: Store, user: User) -> list[Past]:
    """The re-scorings of the user's own employer, newest first.

    Raises:
        NotAllowedError: When he may not score again.
    """
    acting = require(store, user, Permission.RESCORE)
    with store.read() as connection:
        past = rows.rescorings_of(connection, acting.employer_id)
    standing, replies = last_standing(past), {row.id: row.replies for row in past}
    names = {user_id: load(store, user_id).name for user_id in {row.by for row in past}}
    return [
        Past(
            row,
            names[row.by],
            row.id == standing,
            row is past[-1] and row.reverts is not None and row.replies < replies[row.reverts],
        )
        for row in reversed(past)
    ]


def _scored(
    store: Store,
    keys: list[rows.ReplyKey],
    rubric: Rubric,
    processes: int,
    on_progress: OnProgress | None,
) -> Iterator[Rescored]:
    own = rubric.dimension_weights != default_rubric().dimension_weights
    weights: Weights | None = rubric.dimension_weights if own else None
    # Closed when the page is left, so that no process goes on for nobody.
    with closing(rescore(store, keys, processes, weights)) as replies:  # type: ignore[type-var]
        for number, reply in enumerate(replies, start=1):
            if on_progress:
                on_progress(number, len(keys))
            yield reply


def _checked(reason: str) -> str:
    words = " ".join(reason.split())[:REASON_MOST]
    if not words:
        raise NoReasonError
    return words
