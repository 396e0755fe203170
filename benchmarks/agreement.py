"""Figures of agreement with intervals, from scikit-learn and scipy."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score

Values = NDArray[np.float64]
MARKS = [1, 2, 3, 4, 5]
ROUNDS = 1000
"""Bootstrap rounds."""


def level(scores: Values) -> NDArray[np.int64]:
    """Scores 0-100 as marks 1-5, as the contract reads them: 1 + round(score / 25)."""
    return np.clip(1 + np.round(np.asarray(scores, dtype=float) / 25), 1, 5).astype(np.int64)


def qwk(marks: Values, scores: Values) -> float:
    """Quadratic weighted kappa of marks (1-5) with scores (0-100)."""
    found = cohen_kappa_score(marks.astype(int), level(scores), weights="quadratic", labels=MARKS)
    return 0.0 if np.isnan(found) else float(found)


def rank(marks: Values, scores: Values) -> float:
    """Spearman's correlation."""
    found = float(spearmanr(marks, scores).statistic)
    return 0.0 if np.isnan(found) else found


def interval(
    figure: Callable[[Values, Values], float],
    marks: Values,
    scores: Values,
    groups: Sequence[str],
    seed: int = 7,
) -> tuple[float, float]:
    """95 % bootstrap interval; whole scenarios are drawn, because the replies to one are alike.

    Args:
        figure: The figure of agreement.
        marks: Shape (replies,).
        scores: Shape (replies,).
        groups: Scenario of each reply.
        seed: Of the draw.
    """
    drawn = np.random.default_rng(seed)
    names = np.unique(groups)
    rows = {n: np.flatnonzero(np.asarray(groups) == n) for n in names}
    found = []
    for _ in range(ROUNDS):
        at = np.concatenate([rows[n] for n in drawn.choice(names, len(names))])
        found.append(figure(marks[at], scores[at]))
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)
