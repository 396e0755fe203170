"""How long scoring a new reply takes, once warm: `python -m benchmarks.scoring_speed`.

Every golden reply of the collection is scored once (so the scenario's own phrasings are known), then changed by a
few words, so that its sentences are new, and scored again; the second time counts.
"""

from __future__ import annotations

import dataclasses
import statistics
import time
from pathlib import Path

from scoring import Reply, Situation, score
from simulator.casebook.library import Case, load_library
from simulator.casebook.proof import likely_posts
from simulator.casebook.situation import situation_for
from simulator.casebook.variants import filled
from simulator.warm_up import warm_up


def replies() -> list[tuple[Reply, Situation]]:
    """Every golden reply with its situation, first variant."""
    out = []
    for case in load_library(Path("scenarios")).cases.values():
        scenario = filled(case.scenario, 0)
        ready = Case(case.organisation, scenario, case.knowledge)
        for golden in scenario.golden:
            turn = scenario.turn(golden.turn)
            situation = situation_for(ready, turn, likely_posts(scenario, turn))
            out.append((Reply(golden.text, golden.action), situation))
    return out


def main() -> None:
    """Print the figures."""
    begin = time.perf_counter()
    warm_up()
    print(f"loading the language models and examples: {time.perf_counter() - begin:.1f} s")
    cases = [(reply, situation) for reply, situation in replies() if reply.text]
    for reply, situation in cases:
        score(reply, situation)
    took = []
    for number, (reply, situation) in enumerate(cases):
        changed = dataclasses.replace(reply, text=reply.text.replace(".", f", nummer {number}.", 3))
        begin = time.perf_counter()
        score(changed, situation)
        took.append((time.perf_counter() - begin) * 1000)
    took.sort()
    print(f"new replies scored: {len(took)}")
    late = took[int(len(took) * 0.95)]
    print(f"median {statistics.median(took):.0f} ms, 95 % within {late:.0f} ms; goal 40 ms median")


if __name__ == "__main__":
    main()
