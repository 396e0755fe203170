"""Spelling: a slip is a small thing, but a customer who sees it doubts the rest as well."""

from __future__ import annotations

from scoring.model import Dimension, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting
from scoring.spelling import mistakes

_CODES = {"spelling": "flagged", "grammar": "grammar"}
_STRENGTH = 0.5
"""One slip is a small thing: half of a small weight."""


def spelling(reading: Reading, _situation: Situation) -> list[Sighting]:
    """Words that are certainly misspelt, and a few frequent mistakes of grammar."""
    return [
        Sighting(
            _CODES[m.kind], m.span.start, m.span.end, _STRENGTH, (("words", m.span.text), ("meant", m.meant))
        )
        for m in mistakes(reading)
    ]


CRITERIA = (
    Criterion(
        "tone.spelling", Dimension.TONE, Kind.FAULT, 6, "T1", spelling,
        source="T1; small weight: raters hardly mark a slip, yet a trainee wants to be told",
    ),
)  # fmt: skip
