"""The collection: schema and reference faults at their line, a faulty file never stops the others."""

from __future__ import annotations

import shutil

import pytest

from simulator.casebook.library import Case, load_library
from simulator.casebook.report import fault_text
from tests.conftest import COLLECTION


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(COLLECTION, tmp_path / "scenarios")
    return tmp_path / "scenarios"


def edit(folder, old, new):
    file = folder / "netwijs" / "internet-drie-dagen.yaml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    return next(
        (n for n, row in enumerate(text.replace(old, new, 1).splitlines(), 1) if new.splitlines()[-1] in row),
        0,
    )


def only_fault(folder):
    (fault,) = load_library(folder).faults
    return fault


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("difficulty: 3", "difficulty: zwaar", "S008"),
        ("difficulty: 3", "difficulty: 9", "S013"),
        ("status: published", "status: klaar", "S006"),
        ("kind: angry_repeat_complainer", "kind: boos", "S006"),
        ("difficulty: 3", "xyzq: 3\ndifficulty: 3", "S001"),
        ("people: [Peter Jansen]", "poeple: [Peter Jansen]", "S002"),
        ("principles: [T3, P1, R2, S2]", "principles: [T3, P99]", "R003"),
        ("next: vervolg", "next: vervlog", "R001"),
        ("met: [tone.acknowledges_emotion, protocol.next_step]", "met: [tone.acknowledges_emotoin]", "R002"),
        ("al {dagen} dagen", "al {daagen} dagen", "R008"),
        ("id: vervolg\n", "id: opening\n", "R004"),
    ],
)
def test_a_mistake_is_reported_with_its_code(folder, old, new, code):
    edit(folder, old, new)
    faults = load_library(folder).faults
    assert code in [f.code for f in faults]


def test_a_wrong_value_is_reported_at_its_line(folder):
    line = edit(folder, "difficulty: 3", "difficulty: zwaar")
    assert only_fault(folder).line == line


def test_all_faults_of_a_file_are_reported_at_once(folder):
    edit(folder, "difficulty: 3", "difficulty: zwaar")
    edit(folder, "status: published", "status: klaar")
    edit(folder, "people: [Peter Jansen]", "poeple: [Peter Jansen]")
    assert len(load_library(folder).faults) == 3


def test_did_you_mean_names_the_near_key(folder):
    edit(folder, "people: [Peter Jansen]", "poeple: [Peter Jansen]")
    assert "'people'" in fault_text(only_fault(folder), "nl")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_fault_reads_file_line_column_code_message(folder, lang):
    edit(folder, "difficulty: 3", "difficulty: zwaar")
    word = {"nl": "fout", "en": "error"}[lang]
    start = f"scenarios/netwijs/internet-drie-dagen.yaml:13:13: {word} S008 "
    assert fault_text(only_fault(folder), lang).startswith(start)


def test_a_faulty_file_leaves_the_others_usable(folder):
    edit(folder, "difficulty: 3", "difficulty: zwaar")
    library = load_library(folder)
    assert list(library.cases) == ["korte-klok"]
    assert library.unusable_files == ("scenarios/netwijs/internet-drie-dagen.yaml",)


def test_a_faulty_protocol_takes_only_its_own_folder(folder):
    shutil.copytree(folder / "netwijs", folder / "anders")
    library = load_library(folder)
    assert [f.code for f in library.faults] == ["L002"]
    assert len(library.cases) == 2


def test_a_missing_folder_is_a_fault_and_no_crash(tmp_path):
    assert [f.code for f in load_library(tmp_path / "weg").faults] == ["L001"]


def test_otherwise_must_be_last(folder):
    edit(folder, "      - when: {critical: true}\n", "      - otherwise: true\n")
    assert "R007" in [f.code for f in load_library(folder).faults]


def test_a_post_longer_than_its_channel_is_a_fault(folder):
    edit(folder, "Al {dagen} dagen geen internet", "Al {dagen} dagen geen internet " + "a" * 600)
    assert "R009" in [f.code for f in load_library(folder).faults]


def test_a_case_survives_the_round_through_json(case):
    again = Case.from_json(case.to_json())
    assert again == case
    assert again.content_hash == case.content_hash


def test_another_content_has_another_hash(case):
    changed = case.scenario.model_copy(update={"difficulty": 4})
    assert Case(case.organisation, changed, case.knowledge).content_hash != case.content_hash
