"""The collection of organisations and scenarios in a folder; a faulty file is listed, never fatal."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from simulator.casebook.convert import to_model
from simulator.casebook.reader import Fault, read_file
from simulator.casebook.references import check_scenario
from simulator.casebook.schema import Organisation, Scenario

PROTOCOL = "protocol.yaml"


@dataclass(frozen=True, slots=True)
class Article:
    """A knowledge article: the first heading is its title, the rest is plain text."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Case:
    """A scenario with its organisation and knowledge: all that a practice run needs."""

    organisation: Organisation
    scenario: Scenario
    knowledge: tuple[Article, ...] = ()

    @cached_property
    def content_hash(self) -> str:
        """Fingerprint of all content: attempts remember which one they practised."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """The whole content as text that `from_json` reads back."""
        value = {
            "organisation": self.organisation.model_dump(mode="json"),
            "scenario": self.scenario.model_dump(mode="json"),
            "knowledge": [[a.id, a.title, a.text] for a in self.knowledge],
        }
        return json.dumps(value, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Case:
        """Read what `to_json` wrote.

        Raises:
            ValueError: When the text was not written by `to_json`.
        """
        value = json.loads(text)
        return cls(
            Organisation.model_validate(value["organisation"]),
            Scenario.model_validate(value["scenario"]),
            tuple(Article(*a) for a in value["knowledge"]),
        )


@dataclass
class Library:
    """All usable cases by scenario id, and the faults of the files that are not usable."""

    cases: dict[str, Case] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def published(self) -> tuple[Case, ...]:
        """Cases that trainees may practise."""
        return tuple(c for c in self.cases.values() if c.scenario.status == "published")

    @property
    def unusable_files(self) -> tuple[str, ...]:
        """Names of files with faults."""
        return tuple(sorted({f.file for f in self.faults}))


def load_library(root: Path) -> Library:
    """Read every organisation folder under a folder.

    Args:
        root: Folder with one folder per organisation.

    Returns:
        The library; a missing folder is an empty library with a fault.
    """
    library = Library()
    if not root.is_dir():
        library.faults.append(Fault(str(root), 1, 1, "L001"))
        return library
    for folder in sorted(p for p in root.iterdir() if p.is_dir() and not p.name.startswith(".")):
        _load_organisation(folder, root, library)
    return library


def _load_organisation(folder: Path, root: Path, library: Library) -> None:
    document = read_file(folder / PROTOCOL, _name(folder / PROTOCOL, root))
    organisation = to_model(document, Organisation)
    if organisation and organisation.id != folder.name:
        document.add_at("L002", ("id",), id=organisation.id, name=folder.name)
    library.faults.extend(sorted(document.faults))
    if organisation is None or document.faults:
        return
    library.organisations[organisation.id] = organisation
    knowledge = _articles(folder / "knowledge", root, library)
    for file in sorted(folder.glob("*.yaml")):
        if file.name != PROTOCOL:
            _load_scenario(file, root, library, organisation, knowledge)


def _load_scenario(
    file: Path, root: Path, library: Library, organisation: Organisation, knowledge: tuple[Article, ...]
) -> None:
    document = read_file(file, _name(file, root))
    scenario = to_model(document, Scenario)
    if scenario:
        check_scenario(scenario, document)
        if scenario.id != file.stem:
            document.add_at("L002", ("id",), id=scenario.id, name=file.stem)
        if scenario.id in library.cases:
            document.add_at("R004", ("id",), name=scenario.id)
    library.faults.extend(sorted(document.faults))
    if scenario and not document.faults:
        library.cases[scenario.id] = Case(organisation, scenario, knowledge)


def _articles(folder: Path, root: Path, library: Library) -> tuple[Article, ...]:
    articles = []
    for file in sorted(folder.glob("*.md")):
        try:
            lines = file.read_text(encoding="utf-8").strip().splitlines()
        except (OSError, UnicodeDecodeError):
            library.faults.append(Fault(_name(file, root), 1, 1, "Y001"))
            continue
        title = lines[0].lstrip("# ").strip() if lines else file.stem
        articles.append(Article(file.stem, title, "\n".join(lines[1:]).strip()))
    return tuple(articles)


def _name(file: Path, root: Path) -> str:
    """Name of a file in messages: from the collection's folder on, so no path of a machine is shown."""
    return f"{root.name}/{file.relative_to(root).as_posix()}"
