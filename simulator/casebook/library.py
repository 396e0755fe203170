"""The collection of organisations and scenarios; a faulty file is listed, never fatal."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from simulator.casebook.diagnostics import Diagnostic, Overrides, errors
from simulator.casebook.document import Document
from simulator.casebook.examine import (
    Article,
    examine_article,
    examine_organisation,
    examine_overrides,
    examine_scenario,
)
from simulator.casebook.schema import Organisation, Scenario
from simulator.casebook.stories import Part, story_faults
from simulator.casebook.tree import OVERRIDES, PROTOCOL, Tree, read_folder


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
    """All usable cases by scenario id, and what was seen in the files.

    Attributes:
        cases: Usable cases by scenario id.
        organisations: Usable organisations by id.
        knowledge: Articles by organisation.
        paths: Path of each usable case in its tree, by scenario id.
        stories: Parts of stories that usable cases tell.
        found: All diagnostics, of every severity.
        overrides: Severities that the collection changes.
    """

    cases: dict[str, Case] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    knowledge: dict[str, tuple[Article, ...]] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    stories: list[Part] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    overrides: Overrides = field(default_factory=dict)

    @property
    def published(self) -> tuple[Case, ...]:
        """Cases that trainees may practise."""
        return tuple(c for c in self.cases.values() if c.scenario.status == "published")

    @property
    def faults(self) -> list[Diagnostic]:
        """What keeps files from being used."""
        return errors(self.found, self.overrides)

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
    return library_of(read_folder(root))


def library_of(tree: Tree) -> Library:
    """Make a library of a collection's files."""
    library = Library()
    if tree.missing:
        library.found.append(Diagnostic(tree.name, 1, 1, "L001"))
        return library
    if OVERRIDES in tree.files:
        document, library.overrides = examine_overrides(tree.files[OVERRIDES], tree.shown(OVERRIDES))
        library.found += sorted(document.found)
    for organisation in tree.organisations:
        _add_organisation(organisation, tree, library)
    library.found += story_faults(library.stories)
    return library


def read_house(
    tree: Tree, folder: str, overrides: Overrides
) -> tuple[list[Diagnostic], Organisation | None, tuple[Article, ...]]:
    """Read the protocol and the knowledge of an organisation.

    Args:
        tree: The collection's files.
        folder: The organisation's folder.
        overrides: Severities that the collection changes.

    Returns:
        All that was seen (files that are not read included), the organisation when it can be used, its articles.
    """
    protocol = f"{folder}/{PROTOCOL}"
    if protocol in tree.files:
        document, organisation = examine_organisation(tree.files[protocol], tree.shown(protocol), folder)
    else:
        document, organisation = Document(tree.shown(protocol)), None
        document.add("L008", (1, 1), problem=tree.unreadable.get(protocol, "-"))
    found = sorted(document.found)
    if errors(found, overrides):
        organisation = None
    articles = []
    for path in tree.articles(folder):
        seen, article = examine_article(tree.files[path], tree.shown(path))
        found += seen.found
        if article is not None:
            articles.append(article)
    found += [Diagnostic(tree.shown(p), 1, 1, "L003") for p in tree.not_read(folder)]
    return found, organisation, tuple(articles)


def _add_organisation(folder: str, tree: Tree, library: Library) -> None:
    found, organisation, knowledge = read_house(tree, folder, library.overrides)
    library.found += found
    if organisation is not None:
        library.organisations[organisation.id] = organisation
        library.knowledge[organisation.id] = knowledge
    for path in tree.scenarios(folder):
        _add_scenario(path, tree, library, organisation, knowledge)


def _add_scenario(
    path: str, tree: Tree, library: Library, organisation: Organisation | None, knowledge: tuple[Article, ...]
) -> None:
    if path in tree.unreadable:
        document, scenario = Document(tree.shown(path)), None
        document.add("Y000", (1, 1), problem=tree.unreadable[path])
    else:
        document, scenario = examine_scenario(tree.files[path], tree.shown(path), organisation, knowledge)
    if scenario is not None and scenario.id in library.cases:
        document.add_in("R004", ("id",), name=scenario.id)
    library.found += sorted(document.found)
    if scenario and organisation and not errors(document.found, library.overrides):
        library.cases[scenario.id] = Case(organisation, scenario, knowledge)
        library.paths[scenario.id] = path
        story = scenario.story
        if story is not None and scenario.status != "archived":
            place = document.place(("story",))
            library.stories.append(Part(story.id, story.part, story.of, tree.shown(path), place))
