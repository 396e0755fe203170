"""The golden replies of our scenarios, first variant, as signals with the band that their author set."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from benchmarks.signals import TEXT, Matrix, Signals, signals_of_cards, unit_card
from scoring import Reply, Situation
from simulator.casebook.library import Case, load_library
from simulator.casebook.proof import likely_posts
from simulator.casebook.situation import situation_for
from simulator.casebook.variants import filled


@dataclass(frozen=True, slots=True)
class Goldens:
    """Signals of the golden replies, their bands, and which dimensions are scored."""

    signals: Signals
    low: Matrix
    high: Matrix
    scored: Matrix


def golden_cases() -> list[tuple[tuple[int, int], Reply, Situation]]:
    """Band, reply and situation of every golden reply."""
    out = []
    for case in load_library(Path("scenarios")).cases.values():
        scenario = filled(case.scenario, 0)
        ready = Case(case.organisation, scenario, case.knowledge)
        for golden in scenario.golden:
            turn = scenario.turn(golden.turn)
            situation = situation_for(ready, turn, likely_posts(scenario, turn))
            out.append(((golden.band[0], golden.band[1]), Reply(golden.text, golden.action), situation))
    return out


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
