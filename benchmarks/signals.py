"""What each criterion saw in each reply, as numbers to fit points on: one row a reply, one column a criterion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from benchmarks.folds import FOLDS, fold_of, use
from benchmarks.ratings import Rated
from scoring import Dimension, Kind, Reply, Rubric, Scorecard, Situation, default_rubric, score

UNIT = 1.0
"""Points of every criterion while signals are read: an effect of -0.4 is then a signal of 0.4."""
TEXT = (Dimension.TONE, Dimension.PERSONALISATION, Dimension.PROTOCOL)
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Signals:
    """Signals of a list of replies.

    Attributes:
        names: Criteria, one a column.
        amounts: Shape (replies, criteria): how much of the criterion's points is lost, >= 0.
        gates: For each reply the gate that closed, or "".
        critical: For each reply whether a critical finding stands.
    """

    names: tuple[str, ...]
    amounts: Matrix
    gates: tuple[str, ...]
    critical: tuple[bool, ...]


@lru_cache(maxsize=1)
def unit_rubric() -> Rubric:
    """The rubric with one point a criterion, gates unchanged."""
    rubric = default_rubric()
    criteria = tuple(c if c.kind is Kind.GATE else replace(c, weight=UNIT) for c in rubric.criteria)
    return replace(rubric, criteria=criteria)


def signals(rated: Sequence[Rated], processes: int = 2) -> Signals:
    """Score rated replies and read what each criterion saw, by models that did not see their scenario."""
    return signals_of_cards(cards(rated, unit_card, processes))


@dataclass(frozen=True, slots=True)
class Case:
    """A reply to score, with the name of its scenario."""

    scenario: str
    reply: Reply
    situation: Situation


def shipped_cards(rated: Sequence[Rated | Case]) -> list[Scorecard]:
    """Scorecards by the shipped weights, with models that did not see the reply's scenario."""
    return cards(rated, _card)


def cards(
    rated: Sequence[Rated | Case], judge: Callable[[tuple[Reply, Situation]], Scorecard], processes: int = 2
) -> list[Scorecard]:
    """Scorecards in the order of the replies, each by the models of its fold."""
    found: list[Scorecard | None] = [None] * len(rated)
    with ProcessPoolExecutor(processes) as pool:
        jobs = []
        for fold in (None, *range(FOLDS)):
            rows = [i for i, r in enumerate(rated) if fold_of(r.scenario) == fold]
            if rows:
                jobs.append(
                    (
                        rows,
                        pool.submit(
                            _judge, fold, [(rated[i].reply, rated[i].situation) for i in rows], judge
                        ),
                    )
                )
        for rows, job in jobs:
            for row, card in zip(rows, job.result(), strict=True):
                found[row] = card
    return [card for card in found if card is not None]


def _judge(
    fold: int | None,
    cases: Sequence[tuple[Reply, Situation]],
    judge: Callable[[tuple[Reply, Situation]], Scorecard],
) -> list[Scorecard]:
    use(fold)
    return [judge(case) for case in cases]


def signals_of_cards(found: Sequence[Scorecard]) -> Signals:
    """Read amounts from scorecards of the unit rubric."""
    names = tuple(c.id for c in unit_rubric().criteria if c.kind is not Kind.GATE and c.dimension in TEXT)
    column = {n: i for i, n in enumerate(names)}
    amounts = np.zeros((len(found), len(names)))
    gates = []
    for row, card in enumerate(found):
        closed = {f.criterion for f in card.findings} - set(column) - {"speed.response_time"}
        gates.append(next(iter(sorted(closed)), ""))
        for finding in card.findings:
            if finding.criterion in column:
                amounts[row, column[finding.criterion]] -= finding.effect
    return Signals(names, amounts, tuple(gates), tuple(bool(c.decided_by) for c in found))


def unit_card(case: tuple[Reply, Situation]) -> Scorecard:
    """Score by the rubric with one point a criterion."""
    return score(*case, unit_rubric())


def _card(case: tuple[Reply, Situation]) -> Scorecard:
    return score(*case)
