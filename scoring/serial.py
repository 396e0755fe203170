"""Scorecards as text and back, so that what was stored can be shown and compared byte for byte."""

from __future__ import annotations

import dataclasses
import json

from scoring.model import Dimension, DimensionScore, Finding, Scorecard, Verdict


def to_json(scorecard: Scorecard) -> str:
    """A scorecard as canonical JSON: the same scorecard gives the same bytes."""
    return json.dumps(
        scorecard, default=_fields_of, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def from_json(text: str) -> Scorecard:
    """Read what `to_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: When the text was not written by `to_json`.
    """
    raw = json.loads(text)
    return Scorecard(
        dimensions=tuple(
            DimensionScore(Dimension(d["dimension"]), d["value"], d["unscored_because"])
            for d in raw["dimensions"]
        ),
        total=raw["total"],
        verdict=Verdict(raw["verdict"]),
        decided_by=tuple(raw["decided_by"]),
        findings=tuple(_finding(f) for f in raw["findings"]),
        rubric=raw["rubric"],
        scorer_version=raw["scorer_version"],
        needs_look=tuple(raw.get("needs_look", ())),
    )


def _fields_of(part: Scorecard | DimensionScore | Finding) -> dict[str, object]:
    # dataclasses.asdict copies every value deeply, which takes longer than writing them.
    return {field.name: getattr(part, field.name) for field in dataclasses.fields(part)}


def _finding(raw: dict[str, object]) -> Finding:
    params = tuple((str(k), str(v)) for k, v in raw["params"])  # type: ignore[attr-defined]
    return Finding(**{**raw, "dimension": Dimension(str(raw["dimension"])), "params": params})  # type: ignore[arg-type]
