"""From a read document to a typed model, with every fault of the schema at its line."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from simulator.casebook.reader import Document, Keys

Model = TypeVar("Model", bound=BaseModel)
_SIMILAR_ENOUGH = 70


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
        for detail in error.errors():
            _add(document, model, detail)
        return None
    return None if document.faults else made


def _add(document: Document, model: type[BaseModel], detail: ErrorDetails) -> None:
    way: Keys = tuple(part for part in detail["loc"])
    key = str(way[-1]) if way else ""
    match detail["type"]:
        case "extra_forbidden":
            near = closest(key, _field_names(model))
            document.add_at("S002" if near else "S001", way, key=key, near=near or "")
        case "missing":
            document.add_at("S003", way[:-1], key=key)
        case "string_pattern_mismatch":
            document.add_at("S005", way, key=key, value=_shown(detail["input"]))
        case "enum" | "literal_error":
            allowed = str((detail.get("ctx") or {}).get("expected", ""))
            document.add_at(
                "S006", way, key=key, value=_shown(detail["input"]), allowed=allowed.replace(" or ", ", ")
            )
        case "too_short" | "string_too_short":
            document.add_at("S007", way, key=key)
        case kind:
            code = {
                "int": "S008",
                "boo": "S009",
                "lis": "S010",
                "tup": "S010",
                "str": "S011",
                "mod": "S012",
            }.get(kind[:3], "S004")
            document.add_at(code, way, key=key, value=_shown(detail["input"]), problem=detail["msg"])


def closest(name: str, names: tuple[str, ...]) -> str | None:
    """The name that was probably meant, or None."""
    found = process.extractOne(name, names, score_cutoff=_SIMILAR_ENOUGH)
    return str(found[0]) if found else None


def _shown(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 60 else text[:57] + "..."


def _field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """Field names of a model and of all models in it: enough to guess what a trainer meant."""
    names: dict[str, None] = {}
    todo: list[dict[str, object]] = [model.model_json_schema()]
    while todo:
        schema = todo.pop()
        names |= dict.fromkeys(schema.get("properties", {}))  # type: ignore[call-overload]
        todo.extend(schema.get("$defs", {}).values())  # type: ignore[attr-defined]
    return tuple(names)
