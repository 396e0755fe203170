"""Figures with their uncertainty: shares, means, medians and correlations, each with a 95 % interval and its n.

Below LEAST observations there is no figure. The same input gives the same interval.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAST = 5
"""Observations of a figure below which nothing is shown: it would tell more of them than of the whole."""
RESAMPLES = 1000
_SEED = 1927
_BLOCK = 100  # resamples made at once: few enough for the processor's cache
_Z = 1.959964
"""Standard normal quantile of a 95 % interval."""
_NO_SPREAD = 1e-9
_Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval and the number of observations it rests on."""

    value: float
    low: float
    high: float
    n: int


def wilson(hits: int, n: int) -> Estimate | None:
    """Share of hits with Wilson's interval, good for few observations and near 0 and 1; None for fewer than LEAST."""
    if n < LEAST:
        return None
    share, z2 = hits / n, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return Estimate(share, max(0.0, middle - half), min(1.0, middle + half), n)


def mean_interval(values: Sequence[float]) -> Estimate | None:
    """Mean of scores (0-100) with Student's interval, kept within 0-100; None for fewer than LEAST."""
    n = len(values)
    if n < LEAST:
        return None
    mean = float(np.mean(values))
    half = t_quantile(n - 1) * float(np.std(values, ddof=1)) / math.sqrt(n)
    return Estimate(mean, max(0.0, mean - half), min(100.0, mean + half), n)


def t_quantile(freedom: int) -> float:
    """97.5 % quantile of Student's t: Abramowitz and Stegun 26.7.5, within 0.001 from 4 degrees of freedom on."""
    z, v = _Z, freedom
    g1 = (z**3 + z) / 4
    g2 = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    g3 = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    g4 = (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160
    return z + g1 / v + g2 / v**2 + g3 / v**3 + g4 / v**4


def correlation(here: Sequence[float], there: Sequence[float]) -> Estimate | None:
    """Pearson's correlation of pairs with a bootstrap interval; the same input gives the same interval.

    None for fewer than LEAST pairs and when one side does not vary; a resample that does not vary counts as 0,
    because it shows no relation.
    """
    x, y = np.asarray(here, float), np.asarray(there, float)
    n = len(x)
    if n < LEAST or min(np.ptp(x), np.ptp(y)) < _NO_SPREAD:
        return None
    x, y = x - x.mean(), y - y.mean()
    moments = np.stack([x, y, x * x, y * y, x * y], axis=1)
    again = np.concatenate([_correlations(times_drawn @ moments / n) for times_drawn in _resamples(n)])
    return _with_percentiles(float(_correlations(moments.mean(axis=0)[None])[0]), again, n)


def _resamples(n: int) -> Iterator[_Numbers]:
    """How often each of n observations is drawn, one row per resample, some rows at a time."""
    rng = np.random.default_rng(_SEED)
    rows_begin = np.arange(_BLOCK)[:, None] * n
    for _ in range(RESAMPLES // _BLOCK):
        drawn = rng.integers(n, size=(_BLOCK, n)) + rows_begin
        yield np.bincount(drawn.ravel(), minlength=_BLOCK * n).reshape(_BLOCK, n).astype(float)


def _correlations(moments: _Numbers) -> _Numbers:
    """Correlation from rows of the means of x, y, xx, yy and xy; 0 where a row does not vary."""
    x, y, xx, yy, xy = moments.T
    x_spread, y_spread = xx - x * x, yy - y * y
    varies = (x_spread > _NO_SPREAD) & (y_spread > _NO_SPREAD)
    both = np.sqrt(np.where(varies, x_spread * y_spread, 1.0))
    out: _Numbers = np.where(varies, (xy - x * y) / both, 0.0)
    return np.clip(out, -1.0, 1.0)


def median_interval(values: Sequence[float]) -> Estimate | None:
    """Median with a bootstrap interval; None for fewer than LEAST. The same input gives the same interval.

    The middle of a resample is the observation at the middle of n random ranks, and that rank follows a beta
    distribution; so it is drawn at once instead of by way of a whole resample (Efron 1979).
    """
    n = len(values)
    if n < LEAST:
        return None
    x, rng, middle = np.sort(np.asarray(values, float)), np.random.default_rng(_SEED), (n + 1) // 2
    lower = rng.beta(middle, n - middle + 1, RESAMPLES)
    # With an even number the middle is halfway two neighbours; the upper one is the least of the ranks above.
    upper = lower if n % 2 else lower + (1 - lower) * rng.beta(1, n - middle, RESAMPLES)
    again = (x[(lower * n).astype(int)] + x[(upper * n).astype(int)]) / 2
    return _with_percentiles(float(np.median(x)), again, n)


def _with_percentiles(value: float, again: _Numbers, n: int) -> Estimate:
    low, high = np.percentile(again, (2.5, 97.5))
    return Estimate(value, float(low), float(high), n)
