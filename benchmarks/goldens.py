"""The golden replies of our scenarios, first variant, as signals with the band that their author set."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from benchmarks.golden_replies import golden_cases
from benchmarks.signals import TEXT, Matrix, Signals, signals_of_cards, unit_card


@dataclass(frozen=True, slots=True)
class Goldens:
    """Signals of the golden replies, their bands, and which dimensions are scored."""

    signals: Signals
    low: Matrix
    high: Matrix
    scored: Matrix


@lru_cache(maxsize=1)
def golden_signals() -> Goldens:
    """Score all golden replies once, on both cores."""
    cases = golden_cases()
    with ProcessPoolExecutor(2) as pool:
        cards = list(pool.map(unit_card, [(reply, situation) for _, reply, situation in cases], chunksize=40))
    return Goldens(
        signals_of_cards(cards),
        np.array([float(low) for (low, _), _, _ in cases]),
        np.array([float(high) for (_, high), _, _ in cases]),
        np.array([[float(c.value_of(d) is not None) for d in TEXT] for c in cards]),
    )
