"""The kinds of value that all fields are made of: ids, texts, whole numbers, and models that know all their keys."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

_DIGITS = re.compile(r"^\s*[+-]?[0-9]+\s*$")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,63}$")]
"""Lower case letters, digits and dashes: an id never is a path."""


def _whole(value: object) -> object:
    """Only digits are a number here: Python would also take "1_0" for ten and "3.0" for three."""
    if isinstance(value, str) and not _DIGITS.match(value):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


DIGITS = BeforeValidator(_whole)
"""Stands behind a number's bounds, so that these reach the JSON Schema."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
Percent = Annotated[int, Field(ge=0, le=100), DIGITS]


class Strict(BaseModel):
    """A model that refuses keys it does not know, and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)
