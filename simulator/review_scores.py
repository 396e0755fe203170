"""What a person's adjustments make of an automatic scorecard: plain arithmetic, stored nowhere.

Rules, simple enough to be told to a trainee:

- A criterion set to 1 gets all its points: what its findings took off is given back to their dimension. Set to 0 it
  loses the points that it had kept. So undoing a finding gives what scoring would have given without it; its effect,
  unless the dimension stood at its lower bound.
- A dimension that is set counts as it is set, whatever was done to its criteria in the same review.
- The total is computed from the dimensions as scoring does it, with the weights of the scorecard's own rubric.
- Passed follows the same rule as scoring (no critical finding left, total at the pass mark or above), unless a
  person sets it. A dimension that was not measured cannot be adjusted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring import Dimension, Finding, Rubric, Scorecard
from scoring.engine import total_of
from simulator.figures import Scores

PASSED = "passed"
"""Name of the verdict among the things that can be adjusted; 1 or 0."""
WORDS_MOST = 500


class Why(StrEnum):
    """Why a score is adjusted."""

    MISREAD = "misread"
    MISSING_CONTEXT = "missing_context"
    RULE_WRONG = "rule_wrong"
    TOO_STRICT = "too_strict"
    TOO_LENIENT = "too_lenient"
    TECHNICAL = "technical"
    OTHER = "other"


class BadAdjustmentError(ValueError):
    """An adjustment that cannot be; `code` names the text that explains it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One thing that a person judges otherwise.

    Attributes:
        name: A dimension ("tone"), a criterion ("tone.apologises") or PASSED.
        value: A dimension 0-100; a criterion or PASSED 1 or 0.
        why: The reason from the list.
        words: The reason in own words; must be there for Why.OTHER.
    """

    name: str
    value: float
    why: Why
    words: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """What adjustments are made to.

    Attributes:
        card: The automatic scorecard.
        rubric: The weights by which it was made; without criteria.
        gates: Criteria that judge a reply to be no answer at all. They cannot be undone alone, because nothing
            else was scored behind them; the dimensions can be set.
        pass_mark: Lowest total that passes.
    """

    card: Scorecard
    rubric: Rubric
    gates: frozenset[str]
    pass_mark: float


def basis(card: Scorecard, snapshot: str, pass_mark: float) -> Basis:
    """Make the basis from what is stored.

    Args:
        card: The automatic scorecard.
        snapshot: The rubric's stored snapshot, as JSON.
        pass_mark: Lowest total that passes, 0-100.
    """
    raw = json.loads(snapshot)
    weights = tuple((d, float(raw["dimension_weights"][d.value])) for d in Dimension)
    rubric = Rubric((), weights, str(raw["version"]), float(raw["lowest_share"]))
    gates = frozenset(c["id"] for c in raw["criteria"] if c["kind"] == "gate")
    return Basis(card, rubric, gates, pass_mark)


def criteria_of(on: Basis) -> tuple[str, ...]:
    """The criteria that can be adjusted: those with findings, gates left out."""
    return tuple(dict.fromkeys(f.criterion for f in on.card.findings if f.criterion not in on.gates))


def automatic_of(on: Basis, name: str) -> float | None:
    """What the scorer made of a name: 0-100 for a dimension, share of its points 0-1 for a criterion, 1 or 0."""
    if name == PASSED:
        return float(on.card.passed)
    if name in set(Dimension):
        return on.card.value_of(Dimension(name))
    kept = sum(f.earned for f in on.card.findings if f.criterion == name)
    lost = -sum(f.effect for f in on.card.findings if f.criterion == name)
    return round(kept / (kept + lost), 3) if kept + lost else 1.0


def adjusted(
    on: Basis, now: Scores, earlier: Mapping[str, float], adjustments: Sequence[Adjustment]
) -> Scores:
    """The scores after adjustments.

    Args:
        on: The automatic scorecard and its weights.
        now: The scores that count until now: the automatic ones, or what people made of them before.
        earlier: Criteria that people set before, with their newest value.
        adjustments: What is judged otherwise now.
    """
    values: dict[Dimension, float] = {d: v for d in Dimension if (v := getattr(now, d.value)) is not None}
    criteria = {a.name: a.value for a in adjustments if _is_criterion(a.name)}
    was, becomes = _by_rules(on, earlier), _by_rules(on, {**earlier, **criteria})
    values = {d: _within(v + becomes[d] - was[d]) for d, v in values.items()}
    values |= {Dimension(a.name): _within(a.value) for a in adjustments if a.name in set(Dimension)}
    unmoved = all(values[d] == getattr(now, d.value) for d in values)
    # A total that nothing touched stays what was shown, to the last decimal.
    total = now.total if unmoved else total_of(values, on.rubric)
    verdict = next((bool(a.value) for a in adjustments if a.name == PASSED), None)
    if verdict is None:
        before, after = _passes(on, earlier, now.total), _passes(on, {**earlier, **criteria}, total)
        # Where somebody decided otherwise before, only what these adjustments change may change his verdict.
        verdict = now.passed if before == after else after
    return Scores(verdict, total, *(values.get(d) for d in Dimension))


def check(on: Basis, adjustments: Sequence[Adjustment]) -> None:
    """Stop at an adjustment that cannot be.

    Raises:
        BadAdjustmentError: A name twice or unknown, a value out of bounds, or no words where they must be.
    """
    names = [a.name for a in adjustments]
    if len(set(names)) < len(names):
        raise BadAdjustmentError("review-error-twice")
    for a in adjustments:
        if a.why is Why.OTHER and not a.words.strip():
            raise BadAdjustmentError("review-error-words")
        if len(a.words) > WORDS_MOST:
            raise BadAdjustmentError("review-error-long")
        _check_value(on, a.name, a.value)


def check_own(on: Basis, scores: dict[str, float]) -> None:
    """Stop unless these are the scores of a blind judgement: each scored dimension, and the verdict.

    Raises:
        BadAdjustmentError: When one is missing, unknown or out of bounds.
    """
    wanted = {d.dimension.value for d in on.card.dimensions if d.value is not None} | {PASSED}
    if set(scores) != wanted:
        raise BadAdjustmentError("review-error-incomplete")
    for name, value in scores.items():
        _check_value(on, name, value)


def _check_value(on: Basis, name: str, value: float) -> None:
    if name in set(Dimension):
        if on.card.value_of(Dimension(name)) is None:
            raise BadAdjustmentError("review-error-unscored")
        if not 0 <= value <= 100:
            raise BadAdjustmentError("review-error-bounds")
    elif name != PASSED and name not in criteria_of(on):
        raise BadAdjustmentError("review-error-unknown")
    elif value not in (0, 1):
        raise BadAdjustmentError("review-error-bounds")


def _by_rules(on: Basis, criteria: Mapping[str, float]) -> dict[Dimension, float]:
    """Each dimension as scoring would have it with some criteria set."""
    out = dict.fromkeys(Dimension, 100.0)
    for finding in on.card.findings:
        out[finding.dimension] += _effect(finding, criteria.get(finding.criterion))
    return {d: _within(value) for d, value in out.items()}


def _effect(finding: Finding, value: float | None) -> float:
    """What a finding takes off with its criterion at a value; None leaves it as the scorer had it."""
    if value is None:
        return finding.effect
    return 0.0 if value else finding.effect - finding.earned


def _passes(on: Basis, criteria: Mapping[str, float], total: float | None) -> bool:
    """Whether a reply passes by the rules, with some criteria set: nothing critical left, and the total enough."""
    critical = any(f.critical and not criteria.get(f.criterion) for f in on.card.findings)
    return not critical and total is not None and total >= on.pass_mark


def _is_criterion(name: str) -> bool:
    return name != PASSED and name not in set(Dimension)


def _within(value: float) -> float:
    return round(min(100.0, max(0.0, value)), 1)
