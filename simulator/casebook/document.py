"""A file as it was read: plain values, the place of each, and what was seen while reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from simulator.casebook.diagnostics import CHANGEABLE, CODES, Diagnostic, Keys, Place, Severity

_HARMLESS = frozenset({"Y005", "Y010", "Y022"})
"""Faults that leave the rest of their line as it was typed."""
Words = tuple[tuple[str, str], ...]
Range = tuple[int, int, int, int]
"""Line and column of the first sign, line of the last sign and one past its column; all counted from 1."""


_LINE_END = re.compile(r"\r\n|\r|\n")


def split_lines(text: str) -> list[str]:
    """Lines of a text as YAML counts them."""
    return _LINE_END.split(text)


_WORDS_MOST = 500
"""Longest value in a message: nobody reads more, and the catalogues refuse values above 1,000 characters."""


@dataclass
class Document:
    """What was read: plain dicts, lists and texts, the place of each, and what was seen.

    Attributes:
        file: Name for messages.
        text: The text as decoded, "" when it could not be.
        value: The top-level mapping, or None when the file could not be read.
        marks: Way to a value -> place of its key, or of itself in a list.
        ranges: Way to a value -> where the value itself stands.
        scalars: All texts, in order, each with its way.
        plain: Ways to texts written without quotes or bar.
        found: All that was seen, in the order of seeing.
    """

    file: str
    text: str = ""
    value: dict[str, object] | None = None
    marks: dict[Keys, Place] = field(default_factory=dict)
    ranges: dict[Keys, Range] = field(default_factory=dict)
    scalars: list[tuple[Keys, str]] = field(default_factory=list)
    plain: set[Keys] = field(default_factory=set)
    found: list[Diagnostic] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """The text's lines, ended in any of the three ways that YAML knows."""
        return split_lines(self.text)

    @property
    def faults(self) -> list[Diagnostic]:
        """What keeps the file from being read into a model; no collection can change the severity of these."""
        return [d for d in self.found if CODES[d.code] is Severity.ERROR and d.code not in CHANGEABLE]

    @property
    def spoilt(self) -> set[int]:
        """Lines whose values are not what was typed: what a schema says of them is noise."""
        return {
            d.line
            for d in self.found
            if d.code.startswith("Y") and d.code not in _HARMLESS and d in self.faults
        }

    def add(self, code: str, place: Place, end: Place = (0, 0), **params: object) -> None:
        """Note a diagnostic at a place."""
        self.note(code, place, tuple((k, str(v)[:_WORDS_MOST]) for k, v in params.items()), end)

    def note(self, code: str, place: Place, words: Words, end: Place = (0, 0)) -> None:
        """Note a diagnostic whose words are ready."""
        self.found.append(Diagnostic(self.file, *place, code, words, *end))

    def add_at(self, code: str, way: Keys, **params: object) -> None:
        """Note a diagnostic at the key of a value, or at the value itself in a list."""
        place = self.place(way)
        end = self.ranges[way][2:] if way in self.ranges and self.ranges[way][:2] == place else (0, 0)
        self.add(code, place, end, **params)

    def add_in(self, code: str, way: Keys, **params: object) -> None:
        """Note a diagnostic at a value, not at its key."""
        if way in self.ranges:
            line, column, end_line, end_column = self.ranges[way]
            self.add(code, (line, column), (end_line, end_column), **params)
        else:
            self.add_at(code, way, **params)

    def place(self, way: Keys) -> Place:
        """Place of a value, or of the nearest part around it."""
        for length in range(len(way), -1, -1):
            if way[:length] in self.marks:
                return self.marks[way[:length]]
        return (1, 1)
