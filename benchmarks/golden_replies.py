"""The golden replies of our scenarios, first variant, each in its situation."""

from __future__ import annotations

from pathlib import Path

from scoring import Reply, Situation
from simulator.casebook.library import Case, load_library
from simulator.casebook.proof import likely_posts
from simulator.casebook.situation import situation_for
from simulator.casebook.variants import filled


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
