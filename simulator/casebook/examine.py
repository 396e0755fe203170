"""Everything that can be said of one file without scoring: read, fitted to the schema, and looked through."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from scoring import patterns
from simulator.casebook.convert import closest, guess_model, to_model
from simulator.casebook.diagnostics import CHANGEABLE, CODES, Overrides, Severity
from simulator.casebook.difficulty import check_difficulty
from simulator.casebook.document import Document
from simulator.casebook.flow import check_flow
from simulator.casebook.reader import read_bytes
from simulator.casebook.references import check_organisation, check_references
from simulator.casebook.schema import Organisation, Scenario
from simulator.casebook.wording import check_wording

_SURE = frozenset({"L007", "R001", "R002", "R003", "R004", "R005", "R012"})
"""Faults that do not hang on a value which was guessed: names that are nowhere."""


@dataclass(frozen=True, slots=True)
class Article:
    """A knowledge article: the first heading is its title, the rest is plain text."""

    id: str
    title: str
    text: str


def examine_organisation(data: bytes, shown_as: str, folder: str) -> tuple[Document, Organisation | None]:
    """Read a protocol.

    Args:
        data: The file.
        shown_as: Its name in messages.
        folder: Name of the folder it lies in.

    Returns:
        The document with all that was seen, and the organisation when nothing keeps it from being used.
    """
    document = read_bytes(data, shown_as)
    organisation = to_model(document, Organisation)
    if organisation:
        check_organisation(organisation, document)
        if organisation.id != folder:
            document.add_in("L002", ("id",), id=organisation.id, name=folder)
    check_wording(document)
    return document, None if document.faults else organisation


def examine_scenario(
    data: bytes, shown_as: str, organisation: Organisation | None, articles: tuple[Article, ...]
) -> tuple[Document, Scenario | None]:
    """Read a scenario.

    Args:
        data: The file.
        shown_as: Its name in messages; its last part is the file's name.
        organisation: The house it belongs to; None when that cannot be used, then its names are not looked up.
        articles: The house's knowledge.

    Returns:
        The document with all that was seen, and the scenario when nothing keeps it from being used.
    """
    document = read_bytes(data, shown_as)
    scenario = to_model(document, Scenario)
    if scenario:
        stem = PurePosixPath(shown_as).stem
        if scenario.id != stem:
            document.add_in("L002", ("id",), id=scenario.id, name=stem)
        if organisation is not None:
            check_references(scenario, document, organisation, tuple(a.id for a in articles))
        if not document.faults:
            check_flow(scenario, document)
        check_difficulty(scenario, document)
        _check_patterns(scenario, document)
    elif organisation is not None:
        _look_further(document, organisation, articles)
    check_wording(document)
    return document, None if document.faults else scenario


def examine_article(data: bytes, shown_as: str) -> tuple[Document, Article | None]:
    """Read a knowledge article; see `Article`."""
    document = Document(shown_as)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        document.add("Y001", (data[: error.start].count(b"\n") + 1, 1), found="none")
        return document, None
    lines = text.strip().splitlines()
    if len(lines) < 2:
        document.add("L006", (1, 1))
    title = lines[0].lstrip("# ").strip() if lines else ""
    stem = PurePosixPath(shown_as).stem
    return document, Article(stem, title or stem, "\n".join(lines[1:]).strip())


def examine_overrides(data: bytes, shown_as: str) -> tuple[Document, Overrides]:
    """Read the severities that a collection changes (`check.yaml`).

    Args:
        data: The file: `severity:` with a code and error, warning, info or off on each line.
        shown_as: Its name in messages.
    """
    document = read_bytes(data, shown_as)
    out: dict[str, Severity] = {}
    for key in document.value or {}:
        if key != "severity" and (near := closest(key, ("severity",))):
            document.add_at("S002", (key,), key=key, near=near)
        elif key != "severity":
            document.add_at("S001", (key,), key=key, allowed="severity")
    chosen = (document.value or {}).get("severity", {})
    if not isinstance(chosen, dict):
        document.add_in("S012", ("severity",), key="severity", value=str(chosen), limit="")
        return document, out
    for code, word in chosen.items():
        if code not in CODES:
            document.add_at(
                "L004", ("severity", code), name=code, near=closest(code, tuple(CODES)) or "nothing"
            )
        elif word not in tuple(Severity) or code not in CHANGEABLE:
            document.add_at("L005", ("severity", code), name=code, value=word, allowed=", ".join(Severity))
        else:
            out[code] = Severity(str(word))
    return document, out


def _look_further(document: Document, organisation: Organisation, articles: tuple[Article, ...]) -> None:
    """Note what is wrong behind the faults that keep the file from being read; not on their own lines."""
    meant = guess_model(document, Scenario)
    if meant is None:
        return
    told = {d.line for d in document.faults}
    before = len(document.found)
    check_references(meant, document, organisation, tuple(a.id for a in articles))
    document.found[before:] = [d for d in document.found[before:] if d.code in _SURE and d.line not in told]


def _check_patterns(scenario: Scenario, document: Document) -> None:
    for number, turn in enumerate(scenario.turns):
        for place, point in enumerate(turn.points):
            way = ("turns", number, "points", place, "pattern")
            match patterns.problem(point.pattern, point.phrasings) if point.pattern else "":
                case "compile":
                    document.add_in("X001", way, what=point.pattern)
                case "empty":
                    document.add_in("X003", way, what=point.pattern)
                case "slow":
                    document.add_in("X002", way, what=point.pattern)
                case _ if point.pattern and not any(patterns.find(point.pattern, p) for p in point.phrasings):
                    document.add_in("X004", way, what=point.pattern, point=point.id)
