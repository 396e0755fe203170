"""Checking a whole collection: each file once, in several processes, and never again while nothing changed.

Only names and hashes are handled here; what reads and scores (check_job.py) takes a second to load and is loaded when
a file has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Protocol

from simulator.casebook.diagnostics import Diagnostic, Overrides, Place, errors
from simulator.casebook.stories import Part, story_faults
from simulator.casebook.tree import OVERRIDES, PROTOCOL, Tree

_WORTH_PROCESSES = {False: 40, True: 2}
"""Files from which starting processes costs less than it saves, without and with golden replies."""


@dataclass(frozen=True, slots=True)
class About:
    """What a collection's tables and stories need to know of a scenario.

    Attributes:
        id: The scenario.
        status: Draft, published or archived.
        kind: Kind of case.
        language: Language of the customer.
        principles: Ids of what it teaches.
        country: Of its house, "" when that cannot be used.
        story: Story, part and number of parts, or None.
        id_place: Where the file names the id.
        story_place: Where the file names the story.
    """

    id: str
    status: str
    kind: str
    language: str
    principles: tuple[str, ...]
    country: str
    story: tuple[str, int, int] | None
    id_place: Place
    story_place: Place


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a file gave: diagnostics, and what a scenario is about when it can be read."""

    found: tuple[Diagnostic, ...]
    about: About | None = None


class Cache(Protocol):
    """Outcomes of earlier checks; see cache.py."""

    def get(self, key: str) -> Checked | None:
        """The outcome with this key, or None."""

    def put(self, key: str, checked: Checked) -> None:
        """Keep an outcome."""


@dataclass
class Report:
    """What checking a collection gave.

    Attributes:
        found: All diagnostics, of every severity.
        scenarios: The usable scenarios.
        overrides: Severities that the collection changes.
        texts: Each file by its name in messages, for excerpts.
        reused: How many scenarios had not changed since they were checked.
    """

    found: list[Diagnostic] = field(default_factory=list)
    scenarios: list[About] = field(default_factory=list)
    overrides: Overrides = field(default_factory=dict)
    texts: dict[str, bytes] = field(default_factory=dict)
    reused: int = 0


def check_tree(
    tree: Tree,
    *,
    golden: bool,
    chosen: Iterable[str] | None = None,
    cache: Cache | None = None,
    processes: int = 1,
) -> Report:
    """Check a collection.

    Args:
        tree: Its files.
        golden: Whether golden replies are scored too.
        chosen: Paths of the scenarios to check; all when left out.
        cache: Outcomes of earlier checks; used and added to.
        processes: How many at most.
    """
    report = Report(texts={tree.shown(path): data for path, data in tree.files.items()})
    if tree.missing:
        report.found.append(Diagnostic(tree.name, 1, 1, "L001"))
        return report
    if OVERRIDES in tree.files:
        from simulator.casebook.examine import examine_overrides

        document, report.overrides = examine_overrides(tree.files[OVERRIDES], tree.shown(OVERRIDES))
        report.found += document.found
    wanted = None if chosen is None else set(chosen)
    paths: list[str] = []
    keys: dict[str, str] = {}
    for folder in tree.organisations:
        house = _house_key(tree, folder)
        report.found += _check_house(tree, folder, house, cache, report.overrides)
        for path in tree.scenarios(folder):
            if path in tree.unreadable:
                words = (("problem", tree.unreadable[path]),)
                report.found.append(Diagnostic(tree.shown(path), 1, 1, "Y000", words))
            elif wanted is None or path in wanted:
                paths.append(path)
                keys[path] = _key(tree, path, house, golden=golden)
    known = {p: old for p in paths if cache and (old := cache.get(keys[p]))}
    report.reused = len(known)
    known |= _check_fresh(tree, [p for p in paths if p not in known], report, processes, golden=golden)
    files: dict[str, str] = {}
    for path in paths:
        if cache:
            cache.put(keys[path], known[path])
        _take(known[path], tree.shown(path), report, files)
    if wanted is None:
        report.found += story_faults(
            Part(*a.story, files[a.id], a.story_place)
            for a in report.scenarios
            if a.story and a.status != "archived"
        )
    report.found.sort()
    return report


def _check_house(
    tree: Tree, folder: str, key: str, cache: Cache | None, overrides: Overrides
) -> Sequence[Diagnostic]:
    old = cache.get(key) if cache else None
    if old is None:
        from simulator.casebook.library import read_house

        found, _, _ = read_house(tree, folder, overrides)
        old = Checked(tuple(found))
    if cache:
        cache.put(key, old)
    return old.found


def _check_fresh(
    tree: Tree, paths: list[str], report: Report, processes: int, *, golden: bool
) -> dict[str, Checked]:
    if not paths:
        return {}
    from simulator.casebook.check_job import check_job, jobs_of

    jobs = jobs_of(tree, paths, report.overrides, golden=golden)
    if processes < 2 or len(jobs) < _WORTH_PROCESSES[golden]:
        return dict(zip(paths, map(check_job, jobs), strict=True))
    with ProcessPoolExecutor(max_workers=processes) as pool:
        done = pool.map(check_job, jobs, chunksize=1 if golden else 16)
        return dict(zip(paths, done, strict=True))


def _take(checked: Checked, shown_as: str, report: Report, files: dict[str, str]) -> None:
    report.found += checked.found
    about = checked.about
    if about is None:
        return
    if about.id in files:
        report.found.append(Diagnostic(shown_as, *about.id_place, "R004", (("name", about.id),)))
        return
    files[about.id] = shown_as
    if not errors(list(checked.found), report.overrides):
        report.scenarios.append(about)


def _house_key(tree: Tree, folder: str) -> str:
    """Names everything that the check of a house depends on."""
    sha = hashlib.sha256(f"{_checker(golden=False)}\0{tree.name}/{folder}\0{tree.not_read(folder)}".encode())
    sha.update(tree.files.get(OVERRIDES, b""))
    for path in (f"{folder}/{PROTOCOL}", *tree.articles(folder)):
        data = tree.files.get(path, tree.unreadable.get(path, "").encode())
        sha.update(f"\0{path}\0{len(data)}\0".encode() + data)
    return sha.hexdigest()


def _key(tree: Tree, path: str, house: str, *, golden: bool) -> str:
    """Names everything that the check of a scenario depends on."""
    sha = hashlib.sha256(f"{_checker(golden=golden)}\0{house}\0{path}\0".encode())
    sha.update(tree.files[path])
    return sha.hexdigest()


@lru_cache(maxsize=2)
def _checker(*, golden: bool) -> str:
    """Names the checker itself: what it is written in, and with golden replies what scores follow from."""
    sha = hashlib.sha256()
    packages = ("simulator.casebook", "scoring", "scoring.criteria") if golden else ("simulator.casebook",)
    for package in packages:
        for file in sorted(resources.files(package).iterdir(), key=lambda f: f.name):
            if file.name.endswith((".py", ".yaml")):
                sha.update(file.read_bytes())
    if not golden:
        return sha.hexdigest()
    from scoring import fingerprint

    return sha.hexdigest() + fingerprint.of_data()
