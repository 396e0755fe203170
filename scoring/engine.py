"""From sightings to points: how criteria become findings, dimension scores, a total and a verdict.

A dimension starts at 100. Each expected thing that is missing costs its points, each fault costs its points, and
what is left is the score: 100 plus the effects of its findings, never below 0. So the findings *are* the score. The
points are fitted on rated replies (scoring/weights.yaml); the total lets the weakest text dimension count extra.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scoring import confidence, meaning
from scoring.model import (
    Action,
    Dimension,
    DimensionScore,
    Finding,
    Reply,
    Scorecard,
    Situation,
    Verdict,
)
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Rubric, Sighting

SCORER_VERSION = "2"
REPEAT_SHARE = 0.5
"""A second sighting of the same fault costs half of the first; more cost nothing, one habit is one remark."""
STEP = 0.02
"""Strengths are told in steps of this, so that the last bits of a sum, which differ between processors, change no
score. Nothing is rounded before: a rounding in the middle would make a small difference large."""
NORMAL = 2
"""Weight of a scenario's own point that is neither small (1) nor essential (3)."""
_TEXT_DIMENSIONS = (Dimension.TONE, Dimension.PERSONALISATION, Dimension.PROTOCOL)


def score(reply: Reply, situation: Situation, rubric: Rubric) -> Scorecard:
    """Judge a reply.

    Args:
        reply: What the trainee sent.
        situation: The case, as far as scoring may know it.
        rubric: The criteria and weights.

    Returns:
        The scorecard; the same input gives the same scorecard.
    """
    reading = Reading(reply, situation)
    with meaning.one_reply():
        if rubric.prepare:
            meaning.prime(rubric.prepare(reading))
        gates = _gate_findings(reading, situation, rubric)
        findings = gates or _findings(reading, situation, rubric)
    dimensions = tuple(_dimension(d, findings, reading, gated=bool(gates)) for d in Dimension)
    total = total_of({d.dimension: d.value for d in dimensions if d.value is not None}, rubric)
    critical = tuple(dict.fromkeys(f.criterion for f in findings if f.critical))
    passed = not critical and total is not None and total >= situation.rules.pass_mark
    return Scorecard(
        dimensions=dimensions,
        total=total,
        verdict=Verdict.PASSED if passed else Verdict.NOT_PASSED,
        decided_by=critical,
        findings=tuple(sorted(findings, key=_order)),
        rubric=rubric.fingerprint,
        scorer_version=SCORER_VERSION,
        needs_look=() if gates else confidence.reasons(findings, total, situation.rules.pass_mark),
    )


def plays_a_part(criterion: Criterion, reading: Reading, situation: Situation) -> bool:
    """Whether a criterion is judged for this reply at all."""
    if criterion.on_request and criterion.id not in situation.expected:
        return False
    if criterion.needs_text and reading.action is Action.LEAVE:
        return False
    if not criterion.private_too and not reading.public:
        return False
    if not criterion.internal_too and not reading.action.reaches_customer:
        return False
    if criterion.dimension is Dimension.SPEED and not _timed(reading):
        return False
    return criterion.applies(situation)


def _timed(reading: Reading) -> bool:
    return reading.reply.elapsed_seconds is not None and bool(reading.reply.target_seconds)


def _gate_findings(reading: Reading, situation: Situation, rubric: Rubric) -> list[Finding]:
    for criterion in rubric.criteria:
        if criterion.kind is not Kind.GATE or not criterion.applies(situation):
            continue
        if not criterion.internal_too and not reading.action.reaches_customer:
            continue
        for sighting in criterion.find(reading, situation):
            lost = round(criterion.weight - 100, 2)
            return [_finding(criterion, sighting, lost, 0.0, dimension=d) for d in _TEXT_DIMENSIONS]
    return []


def _findings(reading: Reading, situation: Situation, rubric: Rubric) -> list[Finding]:
    playing = [c for c in rubric.criteria if c.kind is not Kind.GATE and plays_a_part(c, reading, situation)]
    seen = {c.id: tuple(_in_steps(s, c) for s in c.find(reading, situation)) for c in playing}
    out: list[Finding] = []
    for dimension in Dimension:
        expected = [c for c in playing if c.kind is Kind.EXPECTED and c.dimension is dimension]
        for criterion in expected:
            for sightings, points in _asked(criterion, seen[criterion.id]):
                out.extend(_expected_findings(criterion, sightings, points))
        for criterion in playing:
            if criterion.kind is Kind.FAULT and criterion.dimension is dimension:
                out.extend(_fault_findings(criterion, seen[criterion.id]))
    return out


def _in_steps(sighting: Sighting, criterion: Criterion) -> Sighting:
    """The sighting with its strength as a whole number of steps, at least one when there is any; time has no steps."""
    if sighting.strength <= 0 or criterion.dimension is Dimension.SPEED:
        return sighting
    return replace(sighting, strength=max(1, round(sighting.strength / STEP)) * STEP)


def _asked(criterion: Criterion, sightings: Sequence[Sighting]) -> list[tuple[list[Sighting], float]]:
    """Split a criterion's sightings by the thing asked.

    Most criteria ask one thing. The scenario's own points are one criterion that asks several; their sightings
    carry the parameters `point` (which) and `weight` (1 small, 2 normal, 3 essential): the criterion's points are
    those of a normal one.

    Returns:
        For each thing asked its sightings and what missing it costs.
    """
    by_point: dict[str, list[Sighting]] = {}
    weights: dict[str, float] = {}
    for sighting in sightings:
        params = dict(sighting.params)
        key = params.get("point", "")
        by_point.setdefault(key, []).append(sighting)
        weights[key] = float(params.get("weight", NORMAL)) / NORMAL
    if not by_point:
        return [([], criterion.weight)]
    return [(group, criterion.weight * weights[key]) for key, group in by_point.items()]


def _expected_findings(criterion: Criterion, sightings: list[Sighting], share: float) -> list[Finding]:
    strongest = max(sightings, key=lambda s: s.strength, default=None)
    strength = min(1.0, max(0.0, strongest.strength)) if strongest else 0.0
    if strongest is None or strength <= 0:
        absent = Sighting("missing", params=strongest.params if strongest else ())
        return [_finding(criterion, absent, -share, 0.0)]
    earned = share * strength
    return [_finding(criterion, strongest, earned - share, earned)]


def _fault_findings(criterion: Criterion, sightings: Sequence[Sighting]) -> list[Finding]:
    out = []
    for number, sighting in enumerate(sorted(sightings, key=lambda s: -s.strength)):
        cost = criterion.weight * sighting.strength * (1.0, REPEAT_SHARE, 0.0)[min(number, 2)]
        out.append(_finding(criterion, sighting, -cost, 0.0))
    return out


def _finding(
    criterion: Criterion, sighting: Sighting, effect: float, earned: float, dimension: Dimension | None = None
) -> Finding:
    return Finding(
        criterion=criterion.id,
        dimension=dimension or criterion.dimension,
        code=sighting.code,
        start=sighting.start,
        end=sighting.end,
        effect=round(min(effect, 0.0), 2) + 0.0,
        earned=round(earned, 2),
        critical=sighting.code in criterion.critical_codes,
        principle=criterion.principle,
        params=sighting.params,
        uncertain=sighting.uncertain,
    )


def _dimension(
    dimension: Dimension, findings: Sequence[Finding], reading: Reading, *, gated: bool
) -> DimensionScore:
    if dimension is Dimension.SPEED and gated:
        return DimensionScore(dimension, None, "no_answer")
    if dimension is Dimension.SPEED and not _timed(reading):
        return DimensionScore(dimension, None, "no_clock")
    mine = [f for f in findings if f.dimension is dimension]
    if not mine:
        return DimensionScore(dimension, None, "not_applicable")
    return DimensionScore(dimension, round(min(100.0, max(0.0, 100 + sum(f.effect for f in mine))), 1))


def total_of(values: Mapping[Dimension, float], rubric: Rubric) -> float | None:
    """The total: the weighted mean of the scored dimensions, drawn towards the weakest text dimension.

    A coach does not let a warm reply with a leak go out because its mean is fine: raters' overall mark follows the
    lowest of their marks more than the mean (docs/scoring.md, "The total").

    Args:
        values: Score of each scored dimension, 0-100.
        rubric: For the weights and the share of the weakest.

    Returns:
        0-100, or None when nothing was scored.
    """
    if not values:
        return None
    mean = sum(v * rubric.weight_of(d) for d, v in values.items()) / sum(rubric.weight_of(d) for d in values)
    lowest = min((values[d] for d in _TEXT_DIMENSIONS if d in values), default=mean)
    return round(mean - rubric.lowest_share * max(0.0, mean - lowest), 1)


def _order(finding: Finding) -> tuple[bool, bool, int, str]:
    return (not finding.critical, finding.start is None, finding.start or 0, finding.criterion)
