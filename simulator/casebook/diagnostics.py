"""What can be wrong with a trainer's file: every code with its severity, and one place where it was seen.

The words stand in the catalogues (`fault-CODE`), an entry with a wrong and a right example in docs/diagnostics.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Place = tuple[int, int]
"""Line and column, counted from 1."""
Keys = tuple[str | int, ...]
"""Way to a value: keys of mappings and numbers of list items."""


class Severity(StrEnum):
    """An error keeps a scenario from being used; a warning should be mended; info is good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: dict[str, Severity] = {
    # The collection: folders and names.
    "L001": _E, "L002": _E, "L003": _W, "L004": _E, "L005": _E, "L006": _W, "L007": _W, "L008": _E,
    # YAML, as people type it who write for social media.
    "Y000": _E, "Y001": _E, "Y002": _E, "Y003": _E, "Y004": _E, "Y005": _E, "Y006": _E, "Y007": _E, "Y008": _E,
    "Y009": _E, "Y010": _E, "Y011": _E, "Y012": _E, "Y013": _E, "Y014": _E, "Y015": _E, "Y016": _E, "Y017": _E,
    "Y018": _E, "Y019": _W, "Y020": _I, "Y021": _I, "Y022": _E, "Y023": _E, "Y024": _E, "Y025": _E, "Y026": _E,
    "Y027": _E, "Y028": _E, "Y029": _E,
    # Fields and values.
    "S001": _E, "S002": _E, "S003": _E, "S005": _E, "S006": _E, "S007": _E, "S008": _E, "S009": _E, "S010": _E,
    "S011": _E, "S012": _E, "S013": _E, "S014": _E, "S015": _E, "S016": _E, "S017": _E, "S018": _E, "S019": _E,
    "S020": _E, "S021": _E,
    # Names that must exist elsewhere.
    "R001": _E, "R002": _E, "R003": _E, "R004": _E, "R005": _E, "R006": _E, "R007": _E, "R008": _E, "R009": _E,
    "R010": _E, "R011": _E, "R012": _E, "R013": _W, "R014": _E, "R015": _W,
    "R016": _W,
    # The course of the conversation.
    "F001": _E, "F002": _E, "F003": _E, "F004": _W,
    # The two languages of the interface.
    "T001": _E, "T002": _W,
    # Golden replies and what they prove.
    "G001": _E, "G002": _E, "G003": _W, "G004": _I, "G005": _W, "G006": _W, "G007": _W, "G008": _W, "G009": _W,
    "G010": _I,
    # Regular expressions of experts.
    "X001": _E, "X002": _E, "X003": _E, "X004": _W, "X005": _E,
    # Words that look like real people or real companies.
    "P001": _E, "P002": _E, "P003": _W, "P004": _W, "P005": _W,
    # How hard the case is.
    "D001": _W, "D002": _I,
}  # fmt: skip
"""Every code with its severity when nobody changes it."""

CHANGEABLE = frozenset(code for code, severity in CODES.items() if severity is not _E) | {"P001", "P002"}
"""Codes whose severity a collection may change; without the others mended a file cannot be used at all."""


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """Something seen in a file, at a place; its text comes from the catalogue by code and parameters.

    Attributes:
        file: Name of the file as shown to people.
        line: From 1.
        column: From 1, in code points.
        code: Key of CODES.
        params: Words for the message.
        end_line: Where it ends; 0 when only the beginning is known.
        end_column: One past the last code point.
    """

    file: str
    line: int
    column: int
    code: str
    params: tuple[tuple[str, str], ...] = ()
    end_line: int = 0
    end_column: int = 0


Overrides = Mapping[str, Severity]
"""Severities that a collection has changed, by code."""


def severity_of(diagnostic: Diagnostic, overrides: Overrides | None = None) -> Severity:
    """How bad a diagnostic is in this collection."""
    code = diagnostic.code
    return (overrides or {}).get(code, CODES[code]) if code in CHANGEABLE else CODES[code]


def errors(found: list[Diagnostic], overrides: Overrides | None = None) -> list[Diagnostic]:
    """Those that keep a file from being used."""
    return [d for d in found if severity_of(d, overrides) is Severity.ERROR]


def shown(found: list[Diagnostic], overrides: Overrides | None = None) -> list[Diagnostic]:
    """All that are not switched off, in order of place."""
    return sorted(d for d in found if severity_of(d, overrides) is not Severity.OFF)
