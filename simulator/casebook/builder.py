"""From YAML's events to plain values with their places; what is dangerous or ambiguous is noted, never obeyed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from simulator.casebook.diagnostics import Keys, Place
from simulator.casebook.document import Document

MAX_DEPTH = 30
MAX_EVENTS = 6_000
"""Three times as many as the largest shipped scenario has."""
_HARD_SPACE = "\u00a0"


class TooMuchError(Exception):
    """The file is deeper or has more parts than any scenario needs."""


@dataclass(slots=True)
class _Level:
    """A mapping or list that is being filled."""

    way: Keys
    value: dict[str, object] | list[object]
    start: Place
    flow: bool = False
    key: str | None = None
    skip: bool = False


@dataclass(slots=True)
class _Builder:
    document: Document
    levels: list[_Level] = field(default_factory=list)
    root: object = None
    documents: int = 0
    nothing: bool = True

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        # Most events are plain scalars of the one document: a big file has to be read while somebody types.
        if isinstance(event, yaml.ScalarEvent) and self.documents == 1:
            if event.anchor or event.tag is not None:
                self._refuse(event)
            self._scalar(event)
            return
        self._refuse(event)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents == 2:
                self.document.add("Y023", _place(event.start_mark))
        elif self.documents > 1:
            return
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self._put("", event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)

    def _refuse(self, event: yaml.Event) -> None:
        """Note anchors, aliases and tags: in these files they are words that YAML took for signs."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self.document.add("Y011", _place(event.start_mark), _place(event.end_mark), what=f"*{anchor}")
        elif anchor:
            self.document.add("Y004", _place(event.start_mark), what=f"&{anchor}")
        elif tag is not None:
            self.document.add("Y012", _place(event.start_mark), what=tag)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        level = self.levels[-1] if self.levels else None
        if level is not None and isinstance(level.value, dict) and level.key is None and not level.skip:
            self._name(level, level.value, event)
            return
        self._put(str(event.value), event)

    def _name(self, level: _Level, value: dict[str, object], event: yaml.ScalarEvent) -> None:
        name, place = str(event.value), _place(event.start_mark)
        if name in value:
            first = self.document.marks[(*level.way, name)][0]
            self.document.add("Y005", place, _place(event.end_mark), key=name, first=first)
            level.skip = True
            return
        level.key = name
        self.document.marks[(*level.way, name)] = place
        if event.style in ("|", ">"):
            self.document.add("Y009", place)
        if name.startswith(_HARD_SPACE):
            self.document.add("Y017", place, what="U+00A0")

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.levels) >= MAX_DEPTH:
            self.document.add("Y006", _place(event.start_mark), depth=MAX_DEPTH, parts=MAX_EVENTS)
            raise TooMuchError
        value: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
        way = self._put(value, event)
        self.levels.append(_Level(way, value, _place(event.start_mark), bool(event.flow_style)))

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        level = self.levels.pop()
        self.document.ranges[level.way] = (*level.start, *_place(event.end_mark))

    def _put(self, value: object, event: yaml.Event) -> Keys:
        """Put a value where it belongs, and tell its way."""
        if not self.levels:
            self.root, self.nothing = value, _is_nothing(event)
            self.document.marks[()] = _place(event.start_mark)
            return ()
        level, start = self.levels[-1], _place(event.start_mark)
        if isinstance(level.value, list):
            way: Keys = (*level.way, len(level.value))
            level.value.append(value)
            self.document.marks[way] = start
        elif level.key is not None:
            way = (*level.way, level.key)
            if level.flow and " " in level.key and _is_nothing(event):
                # {text: eerst, dan dit}: YAML ends the text at the comma and takes the rest for a key.
                self.document.add("Y028", self.document.marks[way], what=level.key)
            level.value[level.key] = value
            level.key = None
        elif level.skip:
            level.skip = False
            return (*level.way, "")
        else:
            # A mapping or list where a key should stand: its value has nowhere to go either.
            self.document.add("Y009", start)
            level.skip = True
            return (*level.way, "")
        self.document.ranges[way] = (*start, *_place(event.end_mark))
        if isinstance(value, str) and isinstance(event, yaml.ScalarEvent):
            self.document.scalars.append((way, value))
            if event.implicit[0]:
                self.document.plain.add(way)
        return way


def build(events: Iterable[yaml.Event], document: Document) -> object:
    """Fill a document's marks and ranges from events, and note what was seen.

    Args:
        events: The parser's events of one file.
        document: Where places and diagnostics go.

    Returns:
        The root value, or None for an empty file.

    Raises:
        yaml.YAMLError: When the parser cannot go on.
        TooMuchError: When the file is too deep or has too many parts; it is noted.
    """
    builder = _Builder(document)
    for number, event in enumerate(events):
        if number > MAX_EVENTS:
            document.add("Y006", _place(event.start_mark), depth=MAX_DEPTH, parts=MAX_EVENTS)
            raise TooMuchError
        builder.take(event)
    return None if builder.nothing else builder.root


def _is_nothing(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.value == "" and event.implicit[0]


class _Mark(Protocol):
    line: int
    column: int


def _place(mark: _Mark | None) -> Place:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
