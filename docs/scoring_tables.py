"""Writes the tables of docs/scoring.md from the rubric: `python -m docs.scoring_tables`.

A part stands between `<!-- generated: NAME -->` and `<!-- end -->`. Names that are not ours (validity) stay as
they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from scoring import Criterion, Dimension, Kind, default_rubric
from scoring.criteria import CRITERIA
from simulator.feedback import criterion_name

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docs" / "scoring.md"
EXAMPLES = ROOT / "tests" / "scoring" / "examples"
_PART = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def examples() -> dict[str, Any]:
    """The examples of each criterion: id -> language -> "flag" and "pass"."""
    out: dict[str, Any] = {}
    for file in sorted(EXAMPLES.glob("*.yaml")):
        out |= yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - strings only
    return out


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def _flagged(found: dict[str, Any], criterion: str, lang: str) -> str:
    """The first example that costs points, as plain text."""
    items = found.get(criterion, {}).get(lang, {}).get("flag", [])
    if not items:
        return "-"
    first = items[0]
    text = _cell(first if isinstance(first, str) else first["text"])
    return text or "(blank)"


def _kind(criterion: Criterion) -> str:
    notes = [criterion.kind.value]
    if criterion.on_request:
        notes.append("on request")
    if criterion.critical_codes:
        notes.append("critical")
    return ", ".join(notes)


def _points(value: float) -> str:
    return f"{value:g}"


def table(criteria: list[Criterion], fitted: dict[str, float]) -> Iterator[str]:
    """Lines of one table.

    Args:
        criteria: With the expert's prior as weight.
        fitted: Criterion -> points that the scorer uses.
    """
    found = examples()
    yield "| criterion | in Dutch | in English | kind | points (prior) | principle | costs points: Dutch | English |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for c in criteria:
        cells = (
            f"`{c.id}`",
            _cell(criterion_name(c.id, "nl")),
            _cell(criterion_name(c.id, "en")),
            _kind(c),
            f"{_points(fitted[c.id])} ({_points(c.weight)})",
            c.principle,
            _flagged(found, c.id, "nl"),
            _flagged(found, c.id, "en"),
        )
        yield f"| {' | '.join(cells)} |"


def total() -> Iterator[str]:
    """Lines about the total."""
    rubric = default_rubric()
    yield "| dimension | share of the mean |"
    yield "| --- | --- |"
    for dimension, weight in rubric.dimension_weights:
        yield f"| {dimension.value} | {weight:g} |"
    yield ""
    yield f"Share of the weakest text dimension: {rubric.lowest_share:g}"


def parts() -> dict[str, str]:
    """Name of a part -> its text."""
    fitted = {c.id: c.weight for c in default_rubric().criteria}
    scored = [c for c in CRITERIA if c.kind is not Kind.GATE]
    out = {
        f"criteria-{d.value}": "\n".join(table([c for c in scored if c.dimension is d], fitted))
        for d in Dimension
    }
    out["criteria-gates"] = "\n".join(table([c for c in CRITERIA if c.kind is Kind.GATE], fitted))
    out["total"] = "\n".join(total())
    return out


def filled(text: str) -> str:
    """The document with its generated parts as they should be now."""
    ours = parts()

    def part(found: re.Match[str]) -> str:
        name = found["name"]
        return f"{found[1]}{ours[name]}\n{found[3]}" if name in ours else found[0]

    return _PART.sub(part, text)


def main() -> None:
    """Rewrite the document."""
    FILE.write_text(filled(FILE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
