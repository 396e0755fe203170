"""A scorecard as a coach would tell it: verdict, what worked, the three things that help most, marks on the words."""

from __future__ import annotations

from dataclasses import dataclass

from scoring import Action, Dimension, Finding, Rubric, Scorecard
from scoring.engine import total_of
from simulator.i18n import Lang, has, t

ADVICES = 3
"""Never more than three advices at once (docs/architecture.md, "Screens")."""
_GOOD_FROM = 0.8
"""Share of its points from which an expectation is told as done well; below it there is something to improve."""
_WORTH_SHOWING = 0.5
"""Points of the total below which an advice is noise."""
_SIGNS = {"good": "✓", "improve": "▲", "critical": "■"}


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding in words.

    Attributes:
        kind: "good", "improve" or "critical".
        sign: ✓, ▲ or ■, so that the kind does not hang on colour.
        title: Short name of the criterion.
        body: What was seen and why it matters.
        principle: Its id.
        dimension: Where the points go.
        points: Points in its dimension: kept (positive) or lost (negative).
        short: Points that something done well still left lying, <= 0.
        start: First code point of its words, or None.
        end: One past the last, or None.
    """

    kind: str
    sign: str
    title: str
    body: str
    principle: str
    dimension: Dimension
    points: float
    short: float
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Advice:
    """What would help, and what it is worth in the total."""

    gain: int
    text: str
    principle: str
    remark: Remark


@dataclass(frozen=True, slots=True)
class Feedback:
    """All that the feedback page tells; `look` says why a person should look at it too, in words."""

    passed: bool
    total: int | None
    decided_by: tuple[Remark, ...]
    worked: tuple[Remark, ...]
    to_improve: tuple[Remark, ...]
    advices: tuple[Advice, ...]
    look: tuple[str, ...] = ()


def feedback(card: Scorecard, rubric: Rubric, lang: Lang) -> Feedback:
    """Tell a scorecard in words.

    Args:
        card: The scorecard.
        rubric: The rubric, for the weights of the dimensions.
        lang: Language of the interface.
    """
    remarks = [(finding, _remark(finding, lang)) for finding in _without_repeats(card.findings)]
    improve = [(f, r) for f, r in remarks if r.kind != "good"]
    return Feedback(
        passed=card.passed,
        total=None if card.total is None else round(card.total),
        decided_by=tuple(r for f, r in improve if f.critical),
        worked=tuple(r for _, r in remarks if r.kind == "good"),
        to_improve=tuple(r for f, r in improve if not f.critical),
        advices=_advices(card, rubric, improve, lang),
        look=tuple(t(f"look-{reason}", lang) for reason in card.needs_look),
    )


def criterion_name(criterion_id: str, lang: Lang) -> str:
    """Short name of a criterion."""
    return t(f"criterion-{_dashed(criterion_id)}", lang)


def hints(expected: tuple[str, ...], points: tuple[str, ...], lang: Lang) -> tuple[str, ...]:
    """Hints for a turn: they name what is expected without giving the words.

    Args:
        expected: Criteria that the turn asks for.
        points: The scenario's own points, as its author wrote them.
        lang: Language of the interface.
    """
    keys = (f"hint-{_dashed(c)}" for c in expected)
    return (*(t(key, lang) for key in keys if has(key, lang)), *points)


def gains(card: Scorecard, rubric: Rubric, finding: Finding) -> float:
    """Points that the total would gain if this finding cost nothing, in whole play with the others."""
    scored = {d.dimension: d.value for d in card.dimensions if d.value is not None}
    if finding.dimension not in scored or card.total is None:
        return 0.0
    others = sum(f.effect for f in card.findings if f.dimension is finding.dimension and f is not finding)
    better = {**scored, finding.dimension: min(100.0, max(0.0, 100 + others))}
    return (total_of(better, rubric) or 0.0) - card.total


def _advices(
    card: Scorecard, rubric: Rubric, improve: list[tuple[Finding, Remark]], lang: Lang
) -> tuple[Advice, ...]:
    valued = [(gains(card, rubric, f), f, r) for f, r in improve]
    best = sorted(valued, key=lambda v: (not v[1].critical, -v[0], v[1].criterion))
    shown = [v for v in best if v[1].critical or v[0] >= _WORTH_SHOWING][:ADVICES]
    return tuple(
        Advice(
            round(gain),
            t(f"advice-{_dashed(finding.criterion)}", lang, **dict(finding.params)),
            finding.principle,
            remark,
        )
        for gain, finding, remark in shown
    )


def _without_repeats(findings: tuple[Finding, ...]) -> list[Finding]:
    """Findings without the copies that a gate makes for each dimension."""
    seen: set[tuple[str, str, int | None, object]] = set()
    out = []
    for finding in findings:
        key = (finding.criterion, finding.code, finding.start, finding.params)
        if key not in seen:
            seen.add(key)
            out.append(finding)
    return out


def kind_of(finding: Finding) -> str:
    """How a finding is told: "good", "improve" or "critical"."""
    return "critical" if finding.critical else "good" if _met(finding) else "improve"


def _met(finding: Finding) -> bool:
    whole = finding.earned - finding.effect
    return whole > 0 and (finding.code == "met" or finding.earned / whole >= _GOOD_FROM)


def _remark(finding: Finding, lang: Lang) -> Remark:
    met, kind = _met(finding), kind_of(finding)
    dashed = _dashed(finding.criterion)
    return Remark(
        kind=kind,
        sign=_SIGNS[kind],
        title=t(f"criterion-{dashed}", lang),
        body=_body(finding, dashed, lang, doubted=finding.uncertain and kind != "good"),
        principle=finding.principle,
        dimension=finding.dimension,
        points=finding.earned if met else finding.effect,
        short=finding.effect if met else 0.0,
        start=finding.start,
        end=finding.end,
    )


def _body(finding: Finding, dashed: str, lang: Lang, *, doubted: bool) -> str:
    said = t(f"finding-{dashed}-{_dashed(finding.code)}", lang, **dict(finding.params))
    return f"{said} {t('finding-uncertain', lang)}" if doubted else said


def _dashed(identifier: str) -> str:
    return identifier.replace(".", "-").replace("_", "-")


def action_name(action: Action, lang: Lang) -> str:
    """An action in words."""
    return t(f"action-{_dashed(action.value)}", lang)
