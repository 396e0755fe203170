"""What the YAML editor sends is checked before anyone uses it, and what it is made of is sound."""

import json
import re
from pathlib import Path

import pytest

from simulator.ui.components.yaml_editor import MAX_TEXT, EditorText, parse_text

FOLDER = Path(__file__).parents[3] / "simulator" / "ui" / "components" / "yaml_editor"
GOOD = {"slot": "draft:7", "seq": 3, "text": "title: Hoi 😀\n"}


def test_a_sound_text_is_taken_over():
    assert parse_text({**GOOD, "send": "extra"}) == EditorText("draft:7", 3, "title: Hoi 😀\n")


@pytest.mark.parametrize(
    "change",
    [
        {"slot": ""},
        {"slot": 7},
        {"slot": "x" * 201},
        {"seq": "3"},
        {"seq": True},
        {"seq": -1},
        {"seq": 2**53},
        {"seq": 1.5},
        {"text": None},
        {"text": ["a"]},
        {"text": "x" * (MAX_TEXT + 1)},
    ],
    ids=lambda change: str(change)[:30],
)
def test_an_odd_text_is_refused(change):
    assert parse_text({**GOOD, **change}) is None


@pytest.mark.parametrize("value", [None, "text", 5, [], {}, {"slot": "a"}])
def test_something_else_is_refused(value):
    assert parse_text(value) is None


def test_the_longest_text_is_kept_whole():
    found = parse_text({**GOOD, "text": "é" * MAX_TEXT})
    assert found is not None
    assert found.text == "é" * MAX_TEXT


def test_text_is_made_fit_for_a_database():
    found = parse_text({**GOOD, "text": "a\x00b\ud83d"})
    assert found is not None
    assert found.text == "ab?"


def test_the_bundle_makes_no_code_from_text() -> None:
    for file in FOLDER.glob("*.js"):
        assert not re.findall(r"\beval\b|\bFunction\s*\(", file.read_text(encoding="utf-8")), file.name


def test_every_bundled_package_has_its_licence_beside_it() -> None:
    licences = (FOLDER / "codemirror.LICENSES.txt").read_text(encoding="utf-8")
    wanted = json.loads((FOLDER / "build" / "package.json").read_text())["dependencies"]
    assert [name for name, version in wanted.items() if f"{name} {version} (MIT)" not in licences] == []
    assert licences.count("Permission is hereby granted") == len(
        re.findall(r"^-{40}$", licences, re.MULTILINE)
    )


def test_the_lock_file_names_no_address() -> None:
    assert "://" not in (FOLDER / "build" / "package-lock.json").read_text()
