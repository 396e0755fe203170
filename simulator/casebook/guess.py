"""What a faulty file would be with its schema faults mended, so that the faults behind them can be told as well.

A trainer who wrote `dificulty: 2` and a turn that does not exist should hear both at once. Nothing of a guess is ever
used but for looking further.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from simulator.casebook.diagnostics import Keys

Model = TypeVar("Model", bound=BaseModel)
_ROUNDS = 3
"""A mended value may show the next fault below it; more than a few rounds means that too much is wrong."""


def guess(
    model: type[Model],
    value: object,
    details: Sequence[ErrorDetails],
    near: Callable[[Keys], str | None],
) -> Model | None:
    """Mend faults in the likeliest way and make the model.

    Args:
        model: The model to make.
        value: The file's value; it stays as it is.
        details: What pydantic said of it.
        near: The key that was probably meant by an unknown one, or None.

    Returns:
        The model, or None when it cannot be guessed.
    """
    value = copy.deepcopy(value)
    for _ in range(_ROUNDS):
        # From the end, so that an item that is taken out does not shift those that come before it.
        for detail in sorted(details, key=lambda d: [str(p) for p in d["loc"]], reverse=True):
            _mend(value, tuple(detail["loc"]), detail, near)
        try:
            return model.model_validate(value)
        except ValidationError as error:
            details = error.errors(include_url=False)
    return None


def _mend(value: object, way: Keys, detail: ErrorDetails, near: Callable[[Keys], str | None]) -> None:
    here = _at(value, way[:-1]) if way else None
    if not isinstance(here, dict | list):
        return
    key = way[-1]
    if detail["type"] == "extra_forbidden" and isinstance(here, dict):
        meant = near(way)
        old = here.pop(key, None)
        if meant and meant not in here:
            here[meant] = old
        return
    if detail["type"] == "missing":
        return
    wanted = _instead(detail)
    if isinstance(here, dict):
        if wanted is None:
            here.pop(key, None)
        else:
            here[key] = wanted
    elif isinstance(key, int) and key < len(here) and wanted is not None:
        here[key] = wanted


def _instead(detail: ErrorDetails) -> object:
    """A value that fits where one does not, or None when there is no telling."""
    kind, limits = detail["type"], detail.get("ctx") or {}
    if kind in ("enum", "literal_error"):
        return str(limits.get("expected", "")).split("'")[1]
    if kind in ("greater_than_equal", "less_than_equal"):
        return str(limits.get("ge", limits.get("le")))
    if kind.startswith("int_"):
        return "60"
    if kind.startswith("bool_"):
        return "false"
    if kind.startswith("string_"):
        return "x" * 3 if "pattern" not in kind else ">= 50"
    return None


def _at(value: object, way: Keys) -> object:
    for part in way:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value
