"""All criteria, by module: a list, no discovery. The order here is the order of findings."""

from __future__ import annotations

from scoring.criteria import (
    gates,
    personalisation,
    points,
    privacy,
    process,
    protocol_faults,
    speed,
    spelling,
    tone_faults,
    tone_insult,
    tone_moves,
    tone_style,
    tone_warm,
)
from scoring.reading import Reading
from scoring.rubric import Criterion

MODULES = (
    tone_insult,
    gates,
    speed,
    tone_warm,
    tone_style,
    spelling,
    tone_faults,
    personalisation,
    points,
    process,
    privacy,
    protocol_faults,
)


def texts_to_encode(reading: Reading) -> list[str]:
    """All pieces of a reply whose meaning the criteria will compare; long replies are cut, see `MOST_TEXTS`."""
    voiced = tone_moves.texts(reading)
    return [*voiced, *(f.text for f in reading.whole_fragments)][:MOST_TEXTS]


MOST_TEXTS = 120
"""Pieces that are encoded in one go: more than any reply has that a channel lets through."""

CRITERIA: tuple[Criterion, ...] = tuple(c for module in MODULES for c in module.CRITERIA)
