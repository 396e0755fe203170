"""How far judgements of the same replies agree: coefficients of a statistics library, each with n and an interval.

Only numbers come in, so nothing here knows who judged whom. The libraries are loaded when a figure is asked for: they
take seconds, and the app must start without them.
"""

from __future__ import annotations

import warnings
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

BAND_STARTS = (50, 60, 70, 80, 90)
"""Scores are compared in six bands: 0-49, 50-59, 60-69, 70-79, 80-89 and 90-100. Weighted kappa is made for ordered
classes, and a difference of 5 points inside a band is no disagreement that anybody would talk about."""
LEAST = 10
"""Replies judged by both sides below which no figure is given: an interval would run from nothing to all."""
RESAMPLES = 1000
"""Efron & Tibshirani 1993, section 14.2: percentile intervals want about a thousand."""
CONFIDENCE = 0.95
_SEED = 20260101
"""The same judgements always give the same interval."""

Ratings = Mapping[str, float]
"""What each judge gave one reply; who abstained is left out."""
_Table = tuple[tuple[int, ...], ...]
_Statistic = Callable[["np.ndarray"], float | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """How far judges agree.

    Attributes:
        n: Replies that both sides judged.
        value: The coefficient, -1 to 1; None when n is below LEAST, or when all judgements fell in one band so that
            kappa says nothing.
        low: Lower end of the 95 % interval, or None.
        high: Upper end, or None.
        prevalence: Share (0-1) of the judgements that are "met" or "passed", or that fall in the commonest band;
            None without judgements.
    """

    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    prevalence: float | None = None

    @property
    def enough(self) -> bool:
        """True when there were enough replies for a figure."""
        return self.n >= LEAST


@dataclass(frozen=True, slots=True)
class Pair:
    """The agreement of two judges."""

    first: str
    second: str
    figure: Figure


def band(score: float) -> int:
    """The band of a score, 0 (lowest) to 5.

    Args:
        score: 0-100.
    """
    return bisect_right(BAND_STARTS, score)


def in_bands(ratings: Sequence[Ratings]) -> list[Ratings]:
    """Scores (0-100) as bands."""
    return [{judge: band(score) for judge, score in given.items()} for given in ratings]


def kappa(ratings: Sequence[Ratings], *, interval: bool = True) -> Figure:
    """Agreement on scores: quadratic weighted kappa on bands, with several judges the mean of their pairs (Light 1971).

    Args:
        ratings: Per reply the scores (0-100) by judge.
        interval: Whether to find the interval, which takes a fifth of a second.
    """
    given = in_bands(ratings)
    judges = sorted({judge for row in given for judge in row})
    pairs = list(combinations(judges, 2))
    tables = _tables(given, pairs, len(BAND_STARTS) + 1)
    return _figure(tables, _weighted_kappa, _commonest(given), interval=interval)


def ac1(ratings: Sequence[Ratings], *, interval: bool = True) -> Figure:
    """Agreement on yes or no: Gwet's AC1 over all pairs of judgements of the same reply.

    With the same number of judges for each reply this is Gwet's coefficient for several judges (Gwet 2008). Judges may
    differ between replies, so rounds can be taken together.

    Args:
        ratings: Per reply 1 (met, passed) or 0 by judge.
        interval: Whether to find the interval.
    """
    judges = sorted({judge for row in ratings for judge in row})
    tables = _tables(ratings, list(combinations(judges, 2)), 2)
    pooled = tables.sum(axis=1, keepdims=True)
    return _figure(pooled, _gwet, _share_of_ones(ratings), interval=interval)


def pairs_of(ratings: Sequence[Ratings], figure: Callable[..., Figure]) -> tuple[Pair, ...]:
    """The agreement of each two judges, without intervals.

    Args:
        ratings: Per reply the judgements by judge.
        figure: `kappa` or `ac1`.
    """
    judges = sorted({judge for row in ratings for judge in row})
    return tuple(
        Pair(
            a,
            b,
            figure([{a: row[a], b: row[b]} for row in ratings if a in row and b in row], interval=False),
        )
        for a, b in combinations(judges, 2)
    )


def with_scorer(ratings: Sequence[Ratings], scorer: Sequence[float | None]) -> list[Ratings]:
    """The people's median beside the scorer's judgement, to be compared as two judges.

    Args:
        ratings: Per reply the judgements by judge.
        scorer: Per reply the scorer's own; None where it gave none.
    """
    return [
        {"people": median(given.values()), "scorer": own}
        for given, own in zip(ratings, scorer, strict=True)
        if given and own is not None
    ]


def majority_with_scorer(ratings: Sequence[Ratings], scorer: Sequence[float | None]) -> list[Ratings]:
    """What most people said, yes or no, beside the scorer; a tie says nothing and is left out."""
    return [row for row in with_scorer(ratings, scorer) if row["people"] in (0, 1)]


def _tables(ratings: Sequence[Ratings], pairs: list[tuple[str, str]], classes: int) -> np.ndarray:
    """Per reply and pair of judges a table of counts, so that a resample is a sum of tables."""
    import numpy as np

    tables = np.zeros((len(ratings), max(1, len(pairs)), classes, classes), dtype=int)
    for row, given in enumerate(ratings):
        for number, (a, b) in enumerate(pairs):
            if a in given and b in given:
                tables[row, number, int(given[a]), int(given[b])] += 1
    kept: np.ndarray = tables[tables.sum(axis=(1, 2, 3)) > 0]
    return kept


def _figure(tables: np.ndarray, statistic: _Statistic, prevalence: float | None, *, interval: bool) -> Figure:
    n = len(tables)
    value = _mean_of_pairs(tables, statistic) if n >= LEAST else None
    if value is None or not interval:
        return Figure(n, value, prevalence=prevalence)
    low, high = _interval(tables, statistic)
    return Figure(n, value, low, high, prevalence)


def _mean_of_pairs(tables: np.ndarray, statistic: _Statistic) -> float | None:
    summed = tables.sum(axis=0)
    values = [value for table in summed if (value := statistic(table)) is not None]
    return sum(values) / len(values) if values else None


def _interval(tables: np.ndarray, statistic: _Statistic) -> tuple[float, float]:
    """The interval, by drawing replies anew; replies are what there is a sample of, not judgements."""
    import numpy as np
    from scipy.stats import DegenerateDataWarning, bootstrap

    if _never_disagreed(tables):
        # Drawing from a sample without a disagreement cannot show one; the exact binomial interval of the share of
        # replies that were agreed on can (30 of 30: at least 88 %).
        return _exact_low(len(tables)), 1.0

    def of(drawn: np.ndarray) -> float:
        value = _mean_of_pairs(tables[drawn], statistic)
        return float("nan") if value is None else value

    with warnings.catch_warnings():
        # A draw with everything in one band has no kappa; those few are left out below.
        warnings.simplefilter("ignore", DegenerateDataWarning)
        drawn = bootstrap(
            (np.arange(len(tables)),),
            of,
            n_resamples=RESAMPLES,
            vectorized=False,
            method="percentile",
            rng=np.random.default_rng(_SEED),
        ).bootstrap_distribution
    tail = (1 - CONFIDENCE) / 2
    low, high = np.nanquantile(drawn, [tail, 1 - tail])
    return float(low), float(high)


def _exact_low(n: int) -> float:
    from scipy.stats import binomtest

    return float(binomtest(n, n).proportion_ci(CONFIDENCE, method="exact").low)


def _never_disagreed(tables: np.ndarray) -> bool:
    import numpy as np

    summed = tables.sum(axis=(0, 1))
    return int(np.trace(summed)) == int(summed.sum())


def _weighted_kappa(table: np.ndarray) -> float | None:
    from pycm.overall_funcs import weighted_kappa_calc

    classes, counts, rows, columns, whole = _as_pycm(table.tolist())
    weights = {i: {j: (i - j) ** 2 for j in classes} for i in classes}
    return _number(weighted_kappa_calc(classes, counts, rows, columns, whole, weights))


def _gwet(table: np.ndarray) -> float | None:
    return _gwet_of(tuple(map(tuple, table.tolist())))


# Draws of yes and no give the same few tables over and over.
@lru_cache(maxsize=4096)
def _gwet_of(table: _Table) -> float | None:
    from pycm.overall_funcs import PC_AC1_calc, overall_accuracy_calc, reliability_calc

    classes, counts, rows, columns, whole = _as_pycm(table)
    agreed = overall_accuracy_calc({i: counts[i][i] for i in classes}, sum(rows.values()))
    return _number(reliability_calc(PC_AC1_calc(rows, columns, whole), agreed))


_Counts = dict[int, int]


def _as_pycm(
    table: Sequence[Sequence[int]],
) -> tuple[list[int], dict[int, _Counts], _Counts, _Counts, _Counts]:
    """A table in the library's own terms: classes, cells, sums of rows, sums of columns, whole."""
    classes = list(range(len(table)))
    counts = {i: dict(enumerate(row)) for i, row in enumerate(table)}
    rows = {i: sum(counts[i].values()) for i in classes}
    columns = {j: sum(counts[i][j] for i in classes) for j in classes}
    return classes, counts, rows, columns, dict.fromkeys(classes, sum(rows.values()))


def _number(value: object) -> float | None:
    """The library says "None" in words where a coefficient is not defined."""
    return float(value) if isinstance(value, int | float) else None


def _share_of_ones(ratings: Sequence[Ratings]) -> float | None:
    every = [value for given in ratings for value in given.values()]
    return sum(every) / len(every) if every else None


def _commonest(ratings: Sequence[Ratings]) -> float | None:
    every = [int(value) for given in ratings for value in given.values()]
    return max(every.count(b) for b in set(every)) / len(every) if every else None


def band_names() -> tuple[str, ...]:
    """The bands as ranges, lowest first, e.g. "0-49"."""
    edges = (0, *BAND_STARTS, 101)
    return tuple(f"{low}–{high - 1}" for low, high in pairwise(edges))
