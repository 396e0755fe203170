"""Which reaction the customer gives to a reply, and how mood, trust and visibility move."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass

from scoring import Action, Dimension, Scorecard
from simulator.casebook.schema import Bystander, Condition, Effects, Reaction, State, Turn

_COMPARISONS = {">=": operator.ge, "<=": operator.le, "<": operator.lt, ">": operator.gt}
_MET_FROM = 0.5
"""Share of an expectation's points from which it counts as met for the customer."""
_READERS_PER_BYSTANDER = 20
"""From each 20 points of visibility on, one more of the scenario's bystanders speaks up."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened after a reply: which reaction, and the state after it."""

    index: int
    reaction: Reaction
    state: State


def react(turn: Turn, action: Action, scorecard: Scorecard, state: State) -> Outcome:
    """The first reaction of a turn whose condition holds.

    Args:
        turn: The turn that was answered.
        action: What the trainee did.
        scorecard: The judgement of the reply.
        state: The customer's state before it.

    Returns:
        The reaction and the state after its effects, each part kept within 0-100.
    """
    for index, reaction in enumerate(turn.reactions):
        if reaction.when is None or holds(reaction.when, action, scorecard):
            return Outcome(index, reaction, moved(state, reaction.effects))
    raise ValueError(f"turn {turn.id} has no reaction for everything else")


def holds(condition: Condition, action: Action, scorecard: Scorecard) -> bool:
    """Whether a condition holds; every key that it names must."""
    met, seen = met_names(scorecard), flagged_names(scorecard)
    return all(
        (
            all(name in met for name in condition.met),
            not condition.missing or any(name not in met for name in condition.missing),
            not condition.flagged or any(name in seen for name in condition.flagged),
            condition.critical is None or bool(scorecard.decided_by) is condition.critical,
            condition.passed is None or scorecard.passed is condition.passed,
            not condition.action or action in condition.action,
            not condition.any_of or any(holds(c, action, scorecard) for c in condition.any_of),
            _compares(scorecard.total, condition.total),
            _compares(scorecard.value_of(Dimension.TONE), condition.tone),
            _compares(scorecard.value_of(Dimension.PERSONALISATION), condition.personalisation),
            _compares(scorecard.value_of(Dimension.PROTOCOL), condition.protocol),
        )
    )


def moved(state: State, effects: Effects) -> State:
    """The state after effects."""
    return State(
        mood=_within(state.mood + effects.mood),
        trust=_within(state.trust + effects.trust),
        visibility=_within(state.visibility + effects.visibility),
    )


def speaking_up(bystanders: tuple[Bystander, ...], visibility: int) -> tuple[Bystander, ...]:
    """The bystanders that are heard at a visibility: the more people read along, the more speak up."""
    return bystanders[: max(1, visibility // _READERS_PER_BYSTANDER)] if bystanders else ()


def met_names(scorecard: Scorecard) -> set[str]:
    """Criteria and points that the customer takes as met."""
    names: set[str] = set()
    for finding in scorecard.findings:
        whole = finding.earned - finding.effect
        if whole > 0 and finding.earned / whole >= _MET_FROM:
            names.add(finding.criterion)
            names.add(dict(finding.params).get("point", finding.criterion))
    return names


def flagged_names(scorecard: Scorecard) -> set[str]:
    """Faults and avoid points that were seen."""
    names: set[str] = set()
    for finding in scorecard.findings:
        if finding.effect < 0 and finding.code != "missing":
            names.add(finding.criterion)
            names.add(dict(finding.params).get("point", finding.criterion))
    return names


def _compares(value: float | None, comparison: str | None) -> bool:
    """Whether a score compares as asked; true when nothing is asked, false when there is no score."""
    if comparison is None:
        return True
    sign, limit = re.split(r"(?<=[<>=])\s*(?=\d)", comparison.strip())
    return value is not None and bool(_COMPARISONS[sign.strip()](value, float(limit)))


def _within(value: int) -> int:
    return min(100, max(0, value))
