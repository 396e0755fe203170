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
    schema = model.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    _loosen(schema)
    return schema


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


def _loosen(node: object) -> None:
    """Allow each scalar in every way that YAML may read it."""
    if isinstance(node, list):
        for part in node:
            _loosen(part)
    if not isinstance(node, dict):
        return
    if node.get("type") == "integer":
        whole = {k: node.pop(k) for k in ("type", "minimum", "maximum") if k in node}
        node["anyOf"] = [whole, {"type": "string", "pattern": r"^\s*[+-]?[0-9]+\s*$"}]
    elif node.get("type") == "boolean":
        del node["type"]
        node["enum"] = [True, False, 0, 1, *_YES, *_NO]
    elif node.get("type") == "string" and not {"pattern", "enum", "const"} & node.keys():
        node["type"] = _SCALAR if "minLength" not in node else _SCALAR[:3]
    elif "const" in node and isinstance(node["const"], str) and node["const"].isdigit():
        node["enum"] = [node.pop("const"), int(str(node.get("default", "1")))]
        node.pop("type", None)
    for part in node.values():
        _loosen(part)
