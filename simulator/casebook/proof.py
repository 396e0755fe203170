"""Proof of a scenario: every golden reply, in every variant, scored against the band its author gave it."""

from __future__ import annotations

from dataclasses import dataclass

from scoring import Reply, Scorecard, score
from simulator.casebook.library import Case
from simulator.casebook.schema import Golden, Scenario, Turn
from simulator.casebook.situation import situation_for
from simulator.casebook.variants import filled


@dataclass(frozen=True, slots=True)
class GoldenResult:
    """What a golden reply got, in one variant.

    Attributes:
        number: Place in the scenario's list, from 1.
        golden: The golden reply.
        variant: Number of the variant, from 1.
        scorecard: What it scored.
    """

    number: int
    golden: Golden
    variant: int
    scorecard: Scorecard

    @property
    def in_band(self) -> bool:
        """True when the total lies in the band; a good reply must also pass, a poor one may not."""
        low, high = self.golden.band
        total = self.scorecard.total
        if total is None or not low <= total <= high:
            return False
        return self.scorecard.passed if self.golden.label == "good" else True


def prove(case: Case, variants: int | None = None) -> tuple[GoldenResult, ...]:
    """Score all golden replies of a case, without a clock.

    Args:
        case: The case.
        variants: In how many of its variants; all of them when left out.
    """
    results = []
    for seed in range(variants or max(1, len(case.scenario.variants))):
        scenario = filled(case.scenario, seed)
        ready = Case(case.organisation, scenario, case.knowledge)
        for number, golden in enumerate(scenario.golden, start=1):
            turn = scenario.turn(golden.turn)
            situation = situation_for(ready, turn, likely_posts(scenario, turn))
            card = score(Reply(golden.text, golden.action), situation)
            results.append(GoldenResult(number, golden, seed + 1, card))
    return tuple(results)


def likely_posts(scenario: Scenario, turn: Turn) -> tuple[str, ...]:
    """The customer's messages that lead to a turn, along the first reactions that go there."""
    posts: list[str] = [turn.post] if turn.post else []
    wanted, seen = turn.id, {turn.id}
    while True:
        step = next(
            ((t, r) for t in scenario.turns for r in t.reactions if r.next == wanted and t.id not in seen),
            None,
        )
        if step is None:
            return tuple(posts)
        before, reaction = step
        posts = [p for p in (before.post, reaction.post) if p] + posts
        wanted = before.id
        seen.add(before.id)
