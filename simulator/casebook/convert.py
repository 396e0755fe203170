"""From a read document to a typed model, with every fault of the schema at its line."""

from __future__ import annotations

import re
from types import UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from simulator.casebook.diagnostics import CODES, Keys
from simulator.casebook.document import Document
from simulator.casebook.guess import guess

Model = TypeVar("Model", bound=BaseModel)
_SIMILAR_ENOUGH = 0.6
"""Share of the letters that stay the same: two swapped in a word of four are a half wrong, not a word apart."""
MOST_TOLD = 100
"""Faults of the schema that are told in one file: who has more begins with these."""
_LANGUAGES = ("nl", "en")
_SCORES = frozenset({"total", "tone", "personalisation", "protocol"})
_CODE_OF = {
    "too_short": "S007",
    "string_too_short": "S007",
    "int_parsing": "S008",
    "int_type": "S008",
    "int_parsing_size": "S013",
    "int_from_float": "S008",
    "bool_parsing": "S009",
    "bool_type": "S009",
    "tuple_type": "S010",
    "list_type": "S010",
    "string_type": "S011",
    "model_type": "S012",
    "model_attributes_type": "S012",
    "dict_type": "S012",
    "greater_than_equal": "S013",
    "less_than_equal": "S013",
    "string_too_long": "S014",
    "too_long": "S020",
}
"""Pydantic's names for what is wrong with a value, and ours."""


def to_model(document: Document, model: type[Model]) -> Model | None:
    """Make a model of a document's value.

    Args:
        document: What was read; the schema's faults are added to it.
        model: The model to make.

    Returns:
        The model, or None when the document has faults.
    """
    if document.value is None:
        return None
    try:
        made = model.model_validate(document.value)
    except ValidationError as error:
        details = error.errors(include_url=False)[:MOST_TOLD]
        spoilt, meant = document.spoilt, _meant(model, details)
        for detail in details:
            way: Keys = tuple(detail["loc"])
            if detail["type"] == "missing" and way in meant:
                continue
            if not {document.place(way)[0], document.ranges.get(way, (0,))[0]} & spoilt:
                _add(document, model, detail)
        wrong = {d.line for d in document.faults}
        document.found = [d for d in document.found if d.code != "Y020" or d.line not in wrong]
        return None
    return None if document.faults else made


def guess_model(document: Document, model: type[Model]) -> Model | None:
    """The model that a faulty document was probably meant to be: for looking further, never for use.

    Args:
        document: What was read, with faults.
        model: The model to make.
    """
    if document.value is None:
        return None

    def near(way: Keys) -> str | None:
        return closest(str(way[-1]), fields_at(model, way[:-1]))

    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        return guess(model, document.value, error.errors(include_url=False)[:MOST_TOLD], near)


def _meant(model: type[BaseModel], details: list[ErrorDetails]) -> set[Keys]:
    """Ways of keys that are there under a misspelled name: who is told the one need not be told that it is missing."""
    unknown = [tuple(d["loc"]) for d in details if d["type"] == "extra_forbidden"]
    return {
        (*way[:-1], near) for way in unknown if (near := closest(str(way[-1]), fields_at(model, way[:-1])))
    }


def _add(document: Document, model: type[BaseModel], detail: ErrorDetails) -> None:
    way: Keys = tuple(detail["loc"])
    key, kind = str(way[-1]) if way else "", detail["type"]
    value = _shown(detail["input"])
    match kind:
        case "extra_forbidden":
            _add_unknown(document, way, key, fields_at(model, way[:-1]))
        case "missing" if way and isinstance(way[-1], int):
            document.add_in("S020", way[:-1], key=str(way[-2]))
        case "missing":
            _add_missing(document, way, key)
        case "string_pattern_mismatch":
            code = "S021" if key in _SCORES else "S005"
            document.add_in(code, way, key=_named(way), value=value, near=_as_id(value))
        case "enum" | "literal_error":
            allowed = re.findall(r"'([^']*)'", str((detail.get("ctx") or {}).get("expected", "")))
            near = closest(value, tuple(allowed)) or "nothing"
            document.add_in("S006", way, key=_named(way), value=value, allowed=", ".join(allowed), near=near)
        case "too_short" if detail["input"]:
            pass  # pydantic counts the sound items only, and of those that are not it tells by themselves
        case "string_type" if isinstance(detail["input"], dict | list) and _add_misread(document, way):
            pass
        case _ if kind in CODES:
            document.add_at(kind, way)
        case _:
            limit = next(iter((detail.get("ctx") or {}).values()), "")
            document.add_in(_CODE_OF[kind], way, key=_named(way), value=value, limit=limit)


def _add_misread(document: Document, way: Keys) -> bool:
    """A text that YAML took for a group or a list: because of a colon in an item, or of a bracket at its start."""
    line, column, *_ = document.ranges.get(way, (0, 0))
    lines = document.lines
    text = lines[line - 1][column - 1 :] if 0 < line <= len(lines) else ""
    if text.startswith(("{", "[")):
        document.add_in("Y024", way, what=_shown(text))
        return True
    if way and isinstance(way[-1], int) and not text.startswith("-"):
        document.add_in("Y016", way, what=_shown(text))
        return True
    return False


def _add_unknown(document: Document, way: Keys, key: str, allowed: tuple[str, ...]) -> None:
    near = closest(key, allowed)
    if near:
        document.add_at("S002", way, key=key, near=near)
    else:
        document.add_at("S001", way, key=key, allowed=", ".join(allowed))


def _add_missing(document: Document, way: Keys, key: str) -> None:
    if key in _LANGUAGES:
        (other,) = {*_LANGUAGES} - {key}
        if (*way[:-1], other) in document.marks:
            document.add_at("T001", way[:-1], key=str(way[-2]), lang=key, other=other)
            return
    document.add_at("S003", way[:-1], key=key)


def closest(name: str, names: tuple[str, ...]) -> str | None:
    """The name that was probably meant, or None."""
    found = process.extractOne(
        name,
        names,
        scorer=DamerauLevenshtein.normalized_similarity,
        processor=str.lower,
        score_cutoff=_SIMILAR_ENOUGH,
    )
    return str(found[0]) if found else None


def fields_at(model: type[BaseModel], way: Keys) -> tuple[str, ...]:
    """Keys that may stand in the mapping at a way."""
    here: object = model
    for part in way:
        # The number of an item leads to what the list holds, and that is where we are already.
        if isinstance(part, str) and isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(part)
            here = _inner(field.annotation) if field else None
    return tuple(here.model_fields) if isinstance(here, type) and issubclass(here, BaseModel) else ()


def _inner(annotation: object) -> object:
    """The model in `tuple[X, ...]`, `X | None` or `Annotated[X, ...]`."""
    origin = get_origin(annotation)
    if origin in (tuple, Annotated):
        return _inner(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return _inner(next(a for a in get_args(annotation) if a is not type(None)))
    return annotation


def _named(way: Keys) -> str:
    """The key that a person sees: in a list, the key of the list."""
    return next((str(part) for part in reversed(way) if isinstance(part, str)), "")


def _as_id(value: str) -> str:
    """The nearest that an id could be."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[:64] or "mijn-scenario"


def _shown(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 60 else text[:57] + "..."
