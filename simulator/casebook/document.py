"""A file as it was read: plain values, the place of each, and what was seen while reading."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from simulator.casebook.diagnostics import CHANGEABLE, CODES, Diagnostic, Keys, Place, Severity

_HARMLESS = frozenset({"Y005", "Y010", "Y022"})
"""Faults that leave the rest of their line as it was typed."""
Words = tuple[tuple[str, str], ...]
Range = tuple[int, int, int, int]
"""Line and column of the first sign, line of the last sign and one past its column; all counted from 1."""


def split_lines(text: str) -> list[str]:
    """Lines of a text as YAML counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


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

    def keep_inside(self) -> None:
        """Bring places back into the text.

        A line that was mended to read on may be longer than what was typed, and the parser puts what is left out at the
        end of a file on a line after the last one.
        """
        lines = self.lines
        for number, seen in enumerate(self.found):
            last = (len(lines[seen.line - 1]) if seen.line <= len(lines) else 0) + 1
            if seen.column > last:
                self.found[number] = replace(seen, column=last)
        end = (len(lines), len(lines[-1]) + 1)
        for way, (*start, line, column) in self.ranges.items():
            if line > end[0]:
                first = min((start[0], start[1]), end)
                self.ranges[way] = (*first, *min((line, column), end))

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
