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
    tone_faults,
    tone_insult,
    tone_style,
    tone_warm,
)
from scoring.rubric import Criterion

MODULES = (
    tone_insult,
    gates,
    speed,
    tone_warm,
    tone_style,
    tone_faults,
    personalisation,
    points,
    process,
    privacy,
    protocol_faults,
)

CRITERIA: tuple[Criterion, ...] = tuple(c for module in MODULES for c in module.CRITERIA)
