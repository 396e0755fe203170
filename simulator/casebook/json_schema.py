"""JSON Schemas of the two kinds of file, so that editors help with names and values while typing.

Our reader takes every value for text and turns it into what the field asks, so `"3"`, `3` and `'3'` are the same;
the schemas allow what the reader allows.
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from simulator.casebook.schema import Organisation, Scenario

FILES: dict[str, type[BaseModel]] = {
    "scenario.schema.json": Scenario,
    "protocol.schema.json": Organisation,
}
HEADER = "# yaml-language-server: $schema=../{name}"
"""First line of a file that names its schema to editors."""
_SCALAR = ["string", "number", "boolean", "null"]
_YES = ["yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE", "y", "Y", "t", "T", "1"]
_NO = ["no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE", "n", "N", "f", "F", "0"]


def schema_of(model: type[BaseModel]) -> dict[str, object]:
    """The schema of a kind of file, for editors that read YAML their own way."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    loosened = _loosened(schema)
    if not isinstance(loosened, dict):
        return schema
    if "clock" in loosened["properties"]:
        # `clock: off` is a word to us and "no" to editors that read YAML 1.1.
        loosened["properties"]["clock"]["anyOf"].append({"enum": ["off", False]})
    return loosened


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas to a folder.

    Returns:
        The files.
    """
    out = []
    for name, model in FILES.items():
        path = folder / name
        path.write_text(text_of(model), encoding="utf-8", newline="\n")
        out.append(path)
    return out


def text_of(model: type[BaseModel]) -> str:
    """A schema as the file has it."""
    return json.dumps(schema_of(model), ensure_ascii=False, indent=2) + "\n"


def _loosened(node: object) -> object:
    """The node with each scalar allowed in every way that YAML may read it; what lies in it first."""
    if isinstance(node, list):
        return [_loosened(part) for part in node]
    if not isinstance(node, dict):
        return node
    out = {key: _loosened(part) for key, part in node.items()}
    kind = out.get("type")
    if kind == "integer":
        whole = {k: out.pop(k) for k in ("type", "minimum", "maximum") if k in out}
        out["anyOf"] = [whole, {"type": "string", "pattern": r"^\s*[+-]?[0-9]+\s*$"}]
    elif kind == "boolean":
        del out["type"]
        out["enum"] = [True, False, 0, 1, *_YES, *_NO]
    elif kind == "string" and isinstance(out.get("const"), str) and str(out["const"]).isdigit():
        out["enum"] = [out["const"], int(str(out.pop("const")))]
        del out["type"]
    elif kind == "string" and not {"pattern", "enum", "const"} & out.keys():
        # An empty value reads as nothing in editors and as an empty text here.
        out["type"] = _SCALAR if "minLength" not in out else _SCALAR[:3]
    return out
