"""What the schema says about one place in a file: which keys it has, in which order, and how its text is kept."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints

from simulator.casebook.schema import Organisation, Scenario

_POSTS = frozenset({"post", "text"})
"""Messages: the blank line that a bar leaves at their end is no part of them, whatever the schema says."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A place in a file, as the schema sees it.

    Attributes:
        hint: Type of what stands there; None where the schema knows nothing.
        key: Name of the field, "" at the root.
    """

    hint: Any = None
    key: str = ""

    def child(self, part: str | int) -> Shape:
        """The place one step further, by key or by number in a list."""
        for hint in _options(self.hint):
            if isinstance(part, str) and isinstance(hint, type) and issubclass(hint, BaseModel):
                return Shape(_hints(hint).get(part), part)
            if isinstance(part, str) and get_origin(hint) is dict:
                return Shape(get_args(hint)[1], part)
            if isinstance(part, int) and get_origin(hint) in (tuple, list):
                return Shape(get_args(hint)[0], self.key)
        return Shape(None, str(part))

    @property
    def fields(self) -> tuple[str, ...]:
        """Keys that can stand here, in the order of the schema; empty when any key can."""
        for hint in _options(self.hint):
            if isinstance(hint, type) and issubclass(hint, BaseModel):
                return tuple(hint.model_fields)
        return ()

    @property
    def line_end_counts(self) -> bool:
        """Whether a line end behind the text would become part of its meaning, as in a name or a variable."""
        for hint in _options(self.hint):
            if get_origin(hint) is Annotated and get_args(hint)[0] is str:
                return not any(
                    isinstance(m, StringConstraints) and m.strip_whitespace for m in get_args(hint)
                )
            if hint is str:
                return self.key not in _POSTS
        return False


def shape_of(root: Mapping[str, object]) -> Shape:
    """The shape of a whole file: a scenario or a protocol, whichever has more of its keys."""
    models: tuple[type[BaseModel], ...] = (Scenario, Organisation)
    return Shape(max(models, key=lambda model: len(root.keys() & model.model_fields.keys())))


def _options(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a type hint can be anything
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(part for option in get_args(hint) for part in _options(option))
    return (hint,)


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)
