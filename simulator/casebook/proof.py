"""Proof of a scenario: every golden reply, in every variant, scored against the band its author gave it."""

from __future__ import annotations

from dataclasses import dataclass

from scoring import Action, Reply, Scorecard
from simulator.casebook.library import Case
from simulator.casebook.schema import Golden, Scenario, Turn
from simulator.casebook.situation import situation_for
from simulator.casebook.variants import filled
from simulator.scorer import score


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
        return self.total_in_band and self.verdict_fits

    @property
    def total_in_band(self) -> bool:
        """True when the total lies in the band."""
        low, high = self.golden.band
        total = self.scorecard.total
        return total is not None and low <= total <= high

    @property
    def verdict_fits(self) -> bool:
        """True unless a good reply does not pass."""
        return self.scorecard.passed if self.golden.label == "good" else True


@dataclass(frozen=True, slots=True)
class Proof:
    """All that scoring says of a scenario.

    Attributes:
        golden: Results of the golden replies.
        models: The model answers' scorecards, by turn and variant from 1.
    """

    golden: tuple[GoldenResult, ...]
    models: dict[tuple[str, int], Scorecard]


def prove(case: Case, variants: int | None = None) -> tuple[GoldenResult, ...]:
    """Score all golden replies of a case, without a clock.

    Args:
        case: The case.
        variants: In how many of its variants; all of them when left out.
    """
    return tuple(result for seed in _seeds(case, variants) for result in _golden(_ready(case, seed), seed))


def prove_all(case: Case) -> Proof:
    """Score all golden replies and model answers of a case, in every variant, without a clock."""
    golden: list[GoldenResult] = []
    models: dict[tuple[str, int], Scorecard] = {}
    for seed in _seeds(case, None):
        ready = _ready(case, seed)
        golden += _golden(ready, seed)
        for turn_id, text in ready.scenario.debrief.model.items():
            turn = ready.scenario.turn(turn_id)
            action = next((a for a in turn.actions.best if a.reaches_customer), None)
            if action is not None:
                models[turn_id, seed + 1] = _score(ready, turn, text, action)
    return Proof(tuple(golden), models)


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


def _seeds(case: Case, variants: int | None) -> range:
    return range(variants or max(1, len(case.scenario.variants)))


def _ready(case: Case, seed: int) -> Case:
    return Case(case.organisation, filled(case.scenario, seed), case.knowledge)


def _golden(ready: Case, seed: int) -> list[GoldenResult]:
    scenario = ready.scenario
    return [
        GoldenResult(
            number, golden, seed + 1, _score(ready, scenario.turn(golden.turn), golden.text, golden.action)
        )
        for number, golden in enumerate(scenario.golden, start=1)
    ]


def _score(ready: Case, turn: Turn, text: str, action: Action) -> Scorecard:
    situation = situation_for(ready, turn, likely_posts(ready.scenario, turn))
    return score(Reply(text, action), situation)
