"""From sightings to points: how criteria become findings, dimension scores, a total and a verdict.

A dimension starts at 100. Each expected thing that is missing costs its share, each fault costs its points, and
what is left is the score: 100 plus the effects of its findings, never below 0. So the findings *are* the score.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring import meaning
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

SCORER_VERSION = "1"
REPEAT_SHARE = 0.5
"""A second sighting of the same fault costs half of the first; more cost nothing, one habit is one remark."""
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
        gates = _gate_findings(reading, situation, rubric)
        findings = gates or _findings(reading, situation, rubric)
    dimensions = tuple(_dimension(d, findings, reading, gated=bool(gates)) for d in Dimension)
    total = _total(dimensions, rubric)
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
    seen = {c.id: tuple(c.find(reading, situation)) for c in playing}
    out: list[Finding] = []
    for dimension in Dimension:
        expected = [c for c in playing if c.kind is Kind.EXPECTED and c.dimension is dimension]
        asked = [(c, s, w) for c in expected for s, w in _asked(c, seen[c.id])]
        whole = sum(w for _, _, w in asked) or 1.0
        for criterion, sightings, weight in asked:
            out.extend(_expected_findings(criterion, sightings, 100 * weight / whole))
        for criterion in playing:
            if criterion.kind is Kind.FAULT and criterion.dimension is dimension:
                out.extend(_fault_findings(criterion, seen[criterion.id]))
    return out


def _asked(criterion: Criterion, sightings: Sequence[Sighting]) -> list[tuple[list[Sighting], float]]:
    """Split a criterion's sightings by the thing asked.

    Most criteria ask one thing. The scenario's own points are one criterion that asks several; their sightings
    carry the parameters `point` (which) and `weight` (how much it matters).
    """
    by_point: dict[str, list[Sighting]] = {}
    weights: dict[str, float] = {}
    for sighting in sightings:
        params = dict(sighting.params)
        key = params.get("point", "")
        by_point.setdefault(key, []).append(sighting)
        weights[key] = float(params.get("weight", "1"))
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


def _total(dimensions: Sequence[DimensionScore], rubric: Rubric) -> float | None:
    scored = [(d.value, rubric.weight_of(d.dimension)) for d in dimensions if d.value is not None]
    if not scored:
        return None
    return round(sum(v * w for v, w in scored) / sum(w for _, w in scored), 1)


def _order(finding: Finding) -> tuple[bool, bool, int, str]:
    return (not finding.critical, finding.start is None, finding.start or 0, finding.criterion)
