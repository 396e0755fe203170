"""Files as people really get them wrong: the checker says what each author should be told, there and nothing else."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from simulator.casebook.checking import check_tree
from simulator.casebook.diagnostics import CODES, Diagnostic, Severity
from simulator.casebook.difficulty import check_readability
from simulator.casebook.examine import (
    Article,
    examine_article,
    examine_organisation,
    examine_overrides,
    examine_scenario,
)
from simulator.casebook.reader import MAX_BYTES, MAX_EVENTS
from simulator.casebook.report import message_of
from simulator.casebook.schema import Organisation
from simulator.casebook.tree import Tree, read_folder

FAULTY = Path(__file__).parent.parent / "data" / "faulty"
HOUSES = ("house", "house-uk")
COLLECTIONS = "collections"
MOST_SECONDS = 2.0
BUILT: dict[str, Callable[[], bytes]] = {
    "built-too-large.yaml": lambda: b"format: 1\n" + b"# not a scenario\n" * (MAX_BYTES // 17),
    "built-too-many-parts.yaml": lambda: b"format: 1\nfacts:\n" + b"  - x\n" * MAX_EVENTS,
}
"""Files that are too big to keep."""
NOT_THERE = "collections/protocol-under-another-name/veerhuis/protocol.yaml"
"""The one file whose fault is that it does not exist (L008)."""
NEEDS_MORE = {"Y000"}
"""Codes that no file can show: see the test of files that cannot be opened."""

Seen = list[tuple[int, int, str]]


def read_expected() -> dict[str, Seen]:
    """What stands in expected.txt: file -> line, column and code of each diagnostic, in order."""
    expected: dict[str, Seen] = defaultdict(list)
    for row in (FAULTY / "expected.txt").read_text(encoding="utf-8").splitlines():
        if row.startswith("#"):
            continue
        name, place, *code = row.split()
        seen = expected[name]
        if place != "fine":
            line, column = place.split(":")
            seen.append((int(line), int(column), code[0]))
    return {name: sorted(seen) for name, seen in expected.items()}


EXPECTED = read_expected()
FILES = sorted(name for name in EXPECTED if not name.startswith(COLLECTIONS + "/"))
FOLDERS = sorted({name.split("/")[1] for name in EXPECTED if name.startswith(COLLECTIONS + "/")})
House = tuple[Organisation, tuple[Article, ...]]


def read_house(name: str) -> House:
    folder = FAULTY / name
    document, organisation = examine_organisation((folder / "protocol.yaml").read_bytes(), name, name)
    assert organisation is not None
    assert document.found == []
    found = [
        examine_article(file.read_bytes(), file.name) for file in sorted((folder / "knowledge").glob("*.md"))
    ]
    return organisation, tuple(article for _, article in found if article is not None)


@pytest.fixture(scope="module")
def houses() -> dict[str, House]:
    # Loading the library that measures reading takes seconds once; no file is to blame for that.
    from textstat.backend.metrics import lix

    lix("Een zin.")
    return {name: read_house(name) for name in HOUSES}


def examine(name: str, data: bytes, houses: dict[str, House]) -> list[Diagnostic]:
    """All that is said of one file without scoring; its name tells what it is."""
    stem = PurePosixPath(name).stem
    if stem.startswith("protocol-"):
        return examine_organisation(data, name, stem)[0].found
    if stem.startswith("check-"):
        return examine_overrides(data, name)[0].found
    organisation, articles = houses["house-uk" if stem.startswith("uk-") else "house"]
    document, scenario = examine_scenario(data, name, organisation, articles)
    if scenario is not None:
        check_readability(scenario, document)
    return document.found


def places(found: list[Diagnostic]) -> Seen:
    return sorted((d.line, d.column, d.code) for d in found)


def content(name: str) -> bytes:
    return BUILT[name]() if name in BUILT else (FAULTY / name).read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_the_author_is_told_what_is_wrong_and_where(name, houses):
    data = content(name)
    start = time.perf_counter()
    found = examine(name, data, houses)
    assert time.perf_counter() - start < MOST_SECONDS
    assert places(found) == EXPECTED[name]


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_wrong_between_files_is_told(folder):
    report = check_tree(read_folder(FAULTY / COLLECTIONS / folder), golden=False)
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.found:
        found[f"{COLLECTIONS}/{diagnostic.file}"].append(diagnostic)
    mine = {n: seen for n, seen in EXPECTED.items() if n.split("/")[1:2] == [folder] and seen}
    assert {name: places(seen) for name, seen in found.items()} == mine


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_message_can_be_made(lang, houses):
    found = [d for name in FILES for d in examine(name, content(name), houses)]
    for folder in FOLDERS:
        found += check_tree(read_folder(FAULTY / COLLECTIONS / folder), golden=False).found
    bad = {d.code for d in found if not (text := message_of(d, lang)) or "{" in _without_data(d, text)}
    assert bad == set()
    assert {f"fault-{d.code}" for d in found if message_of(d, lang) == f"fault-{d.code}"} == set()


def _without_data(diagnostic: Diagnostic, text: str) -> str:
    """A message without the words that came from the file, which may well hold a brace."""
    for _, value in diagnostic.params:
        text = text.replace(value, "")
    # Some messages name a variable between braces, or advise a bounded repetition.
    return text.replace("{}", "").replace(".{0,60}", "")


def test_a_file_that_cannot_be_opened_is_told():
    house = {f"house/{p.name}": p.read_bytes() for p in [FAULTY / "house" / "protocol.yaml"]}
    tree = Tree("case", house, unreadable={"house/locked.yaml": "Permission denied"})
    assert [(d.file, d.code) for d in check_tree(tree, golden=False).found] == [
        ("case/house/locked.yaml", "Y000")
    ]


def test_there_are_enough_faulty_files():
    assert sum(bool(seen) for seen in EXPECTED.values()) >= 120


def test_every_expectation_names_a_file_that_is_there():
    missing = [name for name in EXPECTED if name not in BUILT and not (FAULTY / name).is_file()]
    assert missing == [NOT_THERE]


def test_every_file_has_an_expectation():
    there = [p.relative_to(FAULTY) for p in FAULTY.rglob("*") if p.is_file()]
    mine = [p.as_posix() for p in there if p.parts[0] not in (*HOUSES, "expected.txt", ".gitattributes")]
    assert [name for name in mine if name not in EXPECTED] == []


def test_every_code_that_needs_no_scoring_is_seen_at_least_once():
    seen = {code for found in EXPECTED.values() for _, _, code in found}
    assert {c for c in CODES if not c.startswith("G")} - NEEDS_MORE - seen == set()


@pytest.mark.parametrize(
    "code", [f"Y0{n}" for n in range(10, 19)] + ["S002", "S003", "S006", "R001", "R002", "R008"]
)
def test_common_mistakes_come_in_several_forms(code):
    assert sum(code in {c for _, _, c in seen} for seen in EXPECTED.values()) >= 3


def test_most_files_have_an_error():
    assert sum(any(CODES[c] is Severity.ERROR for _, _, c in seen) for seen in EXPECTED.values()) >= 120
