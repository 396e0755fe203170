"""Reading trainers' YAML: every scalar as text, every value with its line and column, nothing dangerous.

PyYAML's own loading loses hashtags, turns 9:30 into a number and accepts alias bombs; so only its node tree is
used here, after a scan of the events that refuses anchors, aliases, tags and deep nesting.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

import yaml

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
MAX_EVENTS = 50_000

Place = tuple[int, int]
"""Line and column, counted from 1."""
Keys = tuple[str | int, ...]
"""Way to a value: keys of mappings and numbers of list items."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in a file, at a place; its text comes from the catalogue by code and parameters."""

    file: str
    line: int
    column: int
    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass
class Document:
    """What was read: plain dicts, lists and texts, the place of each, and the faults met.

    Attributes:
        file: Name for messages.
        value: The top-level mapping, or None when the file could not be read.
        marks: Way to a value -> its place.
        faults: All faults found while reading.
    """

    file: str
    value: dict[str, object] | None = None
    marks: dict[Keys, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def add(self, code: str, place: Place, **params: object) -> None:
        """Note a fault at a place."""
        shown = tuple((k, str(v)) for k, v in params.items())
        self.faults.append(Fault(self.file, place[0], place[1], code, shown))

    def add_at(self, code: str, way: Keys, **params: object) -> None:
        """Note a fault at the place of a value."""
        self.add(code, self.place(way), **params)

    def place(self, way: Keys) -> Place:
        """Place of a value, or of the nearest part around it."""
        for length in range(len(way), -1, -1):
            if way[:length] in self.marks:
                return self.marks[way[:length]]
        return (1, 1)


def read_file(path: Path, shown_as: str) -> Document:
    """Read a YAML file.

    Args:
        path: The file.
        shown_as: Its name in messages.

    Returns:
        The document; an unreadable file is a document with faults, never an exception.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        document = Document(shown_as)
        document.add("Y000", (1, 1), problem=error.strerror or type(error).__name__)
        return document
    return read_bytes(data, shown_as)


def read_bytes(data: bytes, shown_as: str) -> Document:
    """Read YAML from bytes; see `read_file`."""
    document = Document(shown_as)
    if len(data) > MAX_BYTES:
        document.add("Y002", (1, 1), size=len(data), most=MAX_BYTES)
        return document
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        document.add("Y001", (data[: error.start].count(b"\n") + 1, 1))
        return document
    try:
        _scan_events(text, document)
        if not document.faults:
            _walk_root(text, document)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        document.add("Y003", place, problem=error.problem or error.context or "?")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        document.add("Y003", (1, 1), problem=str(error).splitlines()[0][:200])
    return document


def _scan_events(text: str, document: Document) -> None:
    depth = 0
    for number, event in enumerate(yaml.parse(io.StringIO(text), Loader=yaml.CSafeLoader)):
        mark = event.start_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            document.add("Y004", place, what=f"*{anchor}")
        elif anchor:
            document.add("Y004", place, what=f"&{anchor}")
        elif tag not in (None, "!"):
            document.add("Y004", place, what=tag)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH or number > MAX_EVENTS:
            document.add("Y006", place, depth=MAX_DEPTH, parts=MAX_EVENTS)
            return


def _walk_root(text: str, document: Document) -> None:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if root is None:
        document.add("Y007", (1, 1))
    elif not isinstance(root, yaml.MappingNode):
        document.add("Y008", _place(root))
    else:
        value = _walk(root, (), document)
        document.value = value if isinstance(value, dict) else None


def _walk(node: yaml.Node, way: Keys, document: Document) -> object:
    document.marks.setdefault(way, _place(node))
    if isinstance(node, yaml.MappingNode):
        return _walk_mapping(node, way, document)
    if isinstance(node, yaml.SequenceNode):
        return [_walk(child, (*way, number), document) for number, child in enumerate(node.value)]
    return str(node.value)


def _walk_mapping(node: yaml.MappingNode, way: Keys, document: Document) -> dict[str, object]:
    out: dict[str, object] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            document.add("Y009", _place(key))
            continue
        name = str(key.value)
        if name in out:
            document.add("Y005", _place(key), key=name, first=document.marks[(*way, name)][0])
            continue
        document.marks[(*way, name)] = _place(key)
        out[name] = _walk(child, (*way, name), document)
    return out


def _place(node: yaml.Node) -> Place:
    return (node.start_mark.line + 1, node.start_mark.column + 1)
