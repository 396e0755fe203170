"""What a reply scores without a finding that was wrong. Pure: nothing is stored here.

Undoing gives back what a finding took off; undoing it partly goes half the way and leaves a critical finding critical.
A gate (no answer at all) replaces all other findings, so without it the reply is scored anew.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from typing import NamedTuple

from scoring import Dimension, Finding, Kind, Rubric, Scorecard
from scoring.engine import total_of
from scoring.model import Reply, Situation
from simulator.figures import Scores
from simulator.review_scores import Basis
from simulator.scorer import score

CODE_MOST = 60
"""Characters of a code as stored; the name of a scenario's own point is cut off beyond it."""


class FindingKey(NamedTuple):
    """Which finding of a scorecard is meant: criterion, code (with the scenario's own point) and first code point."""

    criterion: str
    code: str
    start: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """Scores that count now, and those with a finding undone wholly or half."""

    now: Scores
    wholly: Scores
    half: Scores


def key_of(finding: Finding) -> FindingKey:
    """The key of a finding; the copies that a gate makes for each dimension have one key."""
    point = point_of(finding)
    code = f"{finding.code}:{point}" if point else finding.code
    return FindingKey(finding.criterion, code[:CODE_MOST], finding.start)


def point_of(finding: Finding) -> str:
    """Id of the scenario's own point that a finding is about, "" for the rubric's criteria."""
    return dict(finding.params).get("point", "")


def disputable(card: Scorecard) -> tuple[Finding, ...]:
    """The findings that cost something, each once, in the order of the scorecard."""
    costly = [f for f in card.findings if f.effect < 0 or f.critical]
    return tuple({key_of(f): f for f in reversed(costly)}.values())[::-1]


def without_gate(
    finding: Finding, reply: Reply, situation: Situation, rubric: Rubric, card: Scorecard
) -> Scorecard:
    """The scorecard of a reply as if a gate had let it through; the given one when the finding is of no gate.

    Args:
        finding: The finding.
        reply: The reply.
        situation: Its situation.
        rubric: The rubric that it was scored by.
        card: Its scorecard.
    """
    known = {c.id: c for c in rubric.criteria}
    if finding.criterion not in known or known[finding.criterion].kind is not Kind.GATE:
        return card
    criteria = tuple(c for c in rubric.criteria if c.id != finding.criterion)
    return score(reply, situation, dataclasses.replace(rubric, criteria=criteria))


def undo(
    now: Scores, on: Basis, without: Scorecard, undone: Collection[FindingKey], key: FindingKey
) -> Change:
    """What undoing one finding changes.

    Args:
        now: The scores that count now, after what people changed before.
        on: The automatic scorecard with its weights and pass mark.
        without: The scorecard to undo the finding in: the same, or the one of `without_gate`.
        undone: Findings that were undone before.
        key: The finding.
    """
    card, keys = on.card, {*undone, key}
    before, after = _values(card, undone), _values(without, keys)
    whole = {d: _moved(_value(now, d), before[d], after[d]) for d in Dimension}
    half = {d: _middle(_value(now, d), whole[d]) for d in Dimension}
    passed = _passes(card, undone, now.total, on.pass_mark)

    def told(
        values: dict[Dimension, float | None], scored: Scorecard, gone: Collection[FindingKey]
    ) -> Scores:
        total = total_of({d: v for d, v in values.items() if v is not None}, on.rubric)
        passes = _passes(scored, gone, total, on.pass_mark)
        # Where somebody decided otherwise before, only what this finding changes may change his verdict.
        verdict = now.passed if passes == passed else passes
        return Scores(verdict, total, *(values[d] for d in Dimension))

    same = all(_value(now, d) == whole[d] for d in Dimension)
    wholly = told(whole, without, keys)
    if same:
        return Change(now, dataclasses.replace(now, passed=wholly.passed), now)
    return Change(now, wholly, told(half, card, undone))


def _values(card: Scorecard, gone: Collection[FindingKey]) -> dict[Dimension, float | None]:
    lost = dict.fromkeys(Dimension, 0.0)
    for finding in card.findings:
        if key_of(finding) not in gone:
            lost[finding.dimension] += finding.effect
    known = {d.dimension: d.value for d in card.dimensions}
    return {d: None if known.get(d) is None else _within(100 + lost[d]) for d in Dimension}


def _moved(now: float | None, before: float | None, after: float | None) -> float | None:
    if now is None or before is None or after is None:
        return after if now is None else now
    return _within(now + after - before)


def _middle(now: float | None, whole: float | None) -> float | None:
    return whole if now is None or whole is None else round((now + whole) / 2, 1)


def _passes(card: Scorecard, gone: Collection[FindingKey], total: float | None, pass_mark: float) -> bool:
    critical = any(f.critical and key_of(f) not in gone for f in card.findings)
    return not critical and total is not None and total >= pass_mark


def _value(scores: Scores, dimension: Dimension) -> float | None:
    value: float | None = getattr(scores, dimension.value)
    return value


def _within(value: float) -> float:
    return round(min(100.0, max(0.0, value)), 1)
