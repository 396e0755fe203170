"""Variables of a scenario: the same case with other names, days and places, chosen by a seed."""

from __future__ import annotations

import re
from typing import TypeVar

from pydantic import BaseModel

from simulator.casebook.schema import Scenario

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
Value = TypeVar("Value")


def placeholders(text: str) -> set[str]:
    """Names between braces in a text."""
    return set(_PLACEHOLDER.findall(text))


def fill(text: str, variant: dict[str, str]) -> str:
    """A text with its placeholders filled in; unknown ones stay as they are."""
    return _PLACEHOLDER.sub(lambda m: variant.get(m.group(1), m.group()), text)


def choose(scenario: Scenario, seed: int) -> dict[str, str]:
    """The set of variables for a seed: consecutive seeds give consecutive sets, so a second try differs."""
    return scenario.variants[seed % len(scenario.variants)] if scenario.variants else {}


def filled(scenario: Scenario, seed: int) -> Scenario:
    """The scenario as one trainee sees it, with every text filled in."""
    variant = choose(scenario, seed)
    return (
        Scenario.model_validate(_fill_all(scenario.model_dump(mode="json"), variant)) if variant else scenario
    )


def texts(model: BaseModel) -> list[str]:
    """All texts in a model."""
    out: list[str] = []
    todo: list[object] = [model.model_dump(mode="json", exclude={"variants"})]
    while todo:
        value = todo.pop()
        if isinstance(value, str):
            out.append(value)
        elif isinstance(value, dict):
            todo.extend(value.values())
        elif isinstance(value, list):
            todo.extend(value)
    return out


def _fill_all(value: object, variant: dict[str, str]) -> object:
    if isinstance(value, str):
        return fill(value, variant)
    if isinstance(value, dict):
        return {k: v if k == "variants" else _fill_all(v, variant) for k, v in value.items()}
    if isinstance(value, list):
        return [_fill_all(v, variant) for v in value]
    return value
