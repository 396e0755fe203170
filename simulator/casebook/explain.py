"""Every finding of the golden replies that miss their band: for authors who ask why."""

from __future__ import annotations

from typing import TextIO

from simulator.casebook.library import Case
from simulator.casebook.proof import prove
from simulator.conversation import react


def tell_scores(case: Case, out: TextIO) -> None:
    """Write what each golden reply scores in each variant, and which reaction it leads to."""
    scenario = case.scenario
    rows: dict[int, list[str]] = {}
    for result in prove(case):
        golden = result.golden
        reaction = (
            react(scenario.turn(golden.turn), golden.action, result.scorecard, scenario.start).index + 1
        )
        row = rows.setdefault(
            result.number, [f"{result.number:3} {golden.turn} {golden.label} {golden.action.value}"]
        )
        row.append(f"{result.scorecard.total or 0:5.1f} {result.scorecard.verdict.value} -> {reaction}")
    out.write(f"{scenario.id}\n" + "".join(f"  {' | '.join(row)}\n" for row in rows.values()))


def explain(case: Case, out: TextIO) -> None:
    """Write the findings of each golden reply out of its band.

    Args:
        case: The case; its golden replies are scored in every variant.
        out: Where to write.
    """
    for result in prove(case):
        if result.in_band:
            continue
        golden, card = result.golden, result.scorecard
        low, high = golden.band
        out.write(
            f"{case.scenario.id} golden {result.number} ({golden.label}, {golden.turn}, variant {result.variant}):"
            f" {card.total} of {low}-{high}, {card.verdict.value}\n"
        )
        for dimension in card.dimensions:
            out.write(f"    {dimension.dimension.value}: {dimension.value}\n")
        for f in card.findings:
            words = golden.text[f.start : f.end] if f.start is not None else ""
            point = dict(f.params).get("point", "")
            out.write(f"    {f.criterion} {f.code} {point} {f.effect:+.1f} (+{f.earned:.1f}) {words!r}\n")
