"""All criteria, by module: a list, no discovery. The order here is the order of findings."""

from __future__ import annotations

from scoring.criteria import speed
from scoring.rubric import Criterion

MODULES = (speed,)

CRITERIA: tuple[Criterion, ...] = tuple(c for module in MODULES for c in module.CRITERIA)
