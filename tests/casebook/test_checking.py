"""Checking a collection: what is written, how it ends, and that nothing unchanged is checked again."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulator.casebook import checking
from simulator.casebook.cache import NAME, FileCache
from simulator.casebook.diagnostics import CODES, Diagnostic, Severity, severity_of
from simulator.casebook.flow import implies
from simulator.casebook.report import excerpt
from simulator.casebook.schema import Condition
from simulator.casebook.tree import read_folder
from simulator.cli import main
from tests.conftest import COLLECTION


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(COLLECTION, tmp_path / "scenarios")
    return tmp_path / "scenarios"


@pytest.fixture
def file(folder):
    return folder / "netwijs" / "korte-klok.yaml"


def spoil(file, old="difficulty: 3", new="difficulty: zwaar"):
    file.write_text(file.read_text().replace(old, new, 1))


def check(folder, *more):
    return main(["check", str(folder), "--no-golden", *more])


def test_a_clean_collection_ends_with_nought(folder):
    assert check(folder) == 0


def test_faults_end_with_one_and_show_the_line(folder, file, capsys):
    spoil(file)
    assert check(folder) == 1
    out = capsys.readouterr().out
    assert "korte-klok.yaml:13:13: error S008" in out
    assert "    difficulty: zwaar\n                ^^^^^" in out


def test_one_file_can_be_checked_alone(folder, file, capsys):
    spoil(folder / "netwijs" / "internet-drie-dagen.yaml")
    assert check(file) == 0
    assert "1 scenario, 0 faults" in capsys.readouterr().out


def test_one_house_can_be_checked_alone(folder, file, capsys):
    assert check(file.parent) == 0
    assert "2 scenarios" in capsys.readouterr().out


def test_a_path_that_is_not_there_could_not_run(folder, capsys):
    assert check(folder / "netwijs" / "weg.yaml") == 2
    assert "weg.yaml" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="only Linux shows its kernel as files")
def test_files_of_the_kernel_do_not_make_it_wait(folder):
    """Some of them, such as /proc/kmsg, give nothing until something happens."""
    (folder / "kern").symlink_to("/proc")
    assert check(folder) == 1


def test_a_folder_that_may_not_be_read_is_named(folder, capsys, monkeypatch):
    (folder / "dicht").mkdir()
    listed = Path.iterdir

    def closed(path):
        if path.name == "dicht":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", closed)
    assert check(folder) == 1
    assert "dicht/protocol.yaml:1:1: error L008" in capsys.readouterr().out


def test_json_has_every_diagnostic_with_its_place_and_words(folder, file, capsys):
    spoil(file)
    check(folder, "--format", "json", "--lang", "nl")
    told = json.loads(capsys.readouterr().out)
    (fault,) = told["diagnostics"]
    assert (fault["line"], fault["column"], fault["code"], fault["severity"]) == (13, 13, "S008", "error")
    assert "geen heel getal" in fault["message"]
    assert told["counts"] == {"error": 1, "warning": 0, "info": 0}


def test_sarif_names_rule_level_and_region(folder, file, capsys):
    spoil(file)
    check(folder, "--format", "sarif")
    told = json.loads(capsys.readouterr().out)
    (run,) = told["runs"]
    (result,) = run["results"]
    assert told["version"] == "2.1.0"
    assert (result["ruleId"], result["level"]) == ("S008", "error")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["helpUri"] == "docs/diagnostics.md#s008"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 13, "startColumn": 13, "endLine": 13, "endColumn": 18}


def test_strict_takes_warnings_for_faults(folder, file):
    spoil(file, "facts:\n", "facts:\n  - Bel 06 51 23 45 98.\n")
    assert check(folder) == 0
    assert check(folder, "--strict") == 1


def test_a_collection_changes_severities(folder, file):
    spoil(file, "facts:\n", "facts:\n  - Bel 06 51 23 45 98.\n")
    (folder / "check.yaml").write_text("severity: {P003: error}\n")
    assert check(folder) == 1
    (folder / "check.yaml").write_text("severity: {P003: off}\n")
    assert check(folder, "--strict") == 0


def test_what_makes_a_file_unusable_stays_an_error():
    fault = Diagnostic("x", 1, 1, "S003")
    assert severity_of(fault, {"S003": Severity.OFF}) is Severity.ERROR


def test_unchanged_files_are_not_checked_again(folder, file, monkeypatch):
    tree = read_folder(folder)
    cache = FileCache(folder / NAME)
    first = checking.check_tree(tree, golden=False, cache=cache)
    cache.write()
    spoil(file)
    again = checking.check_tree(read_folder(folder), golden=False, cache=FileCache(folder / NAME))
    assert (first.reused, again.reused) == (0, 1)
    assert [d.code for d in again.found] == ["S008"]


def test_what_is_cached_is_told_again(folder, file, capsys):
    spoil(file)
    check(folder)
    first = capsys.readouterr().out
    check(folder)
    second = capsys.readouterr().out
    assert [line for line in second.splitlines() if "unchanged" not in line] == first.splitlines()


def test_a_changed_protocol_has_all_its_scenarios_checked_again(folder):
    check(folder)
    protocol = folder / "netwijs" / "protocol.yaml"
    protocol.write_text(protocol.read_text().replace("pass_mark: 70", "pass_mark: 60"))
    report = checking.check_tree(read_folder(folder), golden=False, cache=FileCache(folder / NAME))
    assert report.reused == 0


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"form": 3, "entries": {"a": 1}}', '{"form": 1, "entries": {}}']
)
def test_a_damaged_cache_is_the_same_as_none(folder, damage):
    (folder / NAME).write_text(damage)
    assert check(folder) == 0


def test_many_processes_find_what_one_finds(folder, file, monkeypatch):
    monkeypatch.setattr(checking, "_WORTH_PROCESSES", {False: 1, True: 1})
    spoil(file)
    tree = read_folder(folder)
    one, two = (checking.check_tree(tree, golden=False, processes=n).found for n in (1, 2))
    assert one == two


def test_watching_checks_again_when_a_file_changes(folder, file):
    command = [sys.executable, "-m", "simulator", "check", str(folder), "--no-golden", "--watch"]
    # Tests that run in the background ignore Ctrl+C, and so would all that they start.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        started = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, bufsize=1)
    finally:
        signal.signal(signal.SIGINT, before)
    with started as process:
        assert process.stdout is not None
        seen = [_until(process.stdout, "faults")]
        time.sleep(1)
        spoil(file)
        seen.append(_until(process.stdout, "fault"))
        process.send_signal(signal.SIGINT)
        process.wait(20)
    assert "0 faults" in seen[0]
    assert "1 fault," in seen[1]


def _until(stream, word) -> str:
    for line in stream:
        if word in line and "scenario" in line and "," in line:
            return line
    raise AssertionError("the command ended")


def test_the_excerpt_marks_the_words():
    text = "a: 1\nb: één twee\n"
    found = Diagnostic("x", 2, 4, "S008", (), 2, 7)
    assert excerpt(found, text) == "    b: één twee\n       ^^^"


def test_every_code_has_a_severity_that_exists():
    assert set(CODES.values()) <= {Severity.ERROR, Severity.WARNING, Severity.INFO}


@pytest.mark.parametrize(
    ("later", "earlier", "hidden"),
    [
        ({"total": ">= 80"}, {"total": ">= 60"}, True),
        ({"total": ">= 60"}, {"total": ">= 80"}, False),
        ({"met": ["a", "b"]}, {"met": ["a"]}, True),
        ({"met": ["a"]}, {"met": ["a", "b"]}, False),
        ({"missing": ["a"]}, {"missing": ["a", "b"]}, True),
        ({"missing": ["a", "b"]}, {"missing": ["a"]}, False),
        ({"critical": True}, {"passed": False}, True),
        ({"passed": False}, {"critical": True}, False),
        ({"action": ["pass_on"]}, {"action": ["pass_on", "internal_note"]}, True),
        ({"total": ">= 70"}, {}, True),
        ({}, {"total": ">= 0"}, False),
        ({"any_of": [{"critical": True}, {"total": "< 30"}]}, {"any_of": [{"passed": False}, {"total": "< 40"}]}, True),
        ({"any_of": [{"critical": True}, {"total": "< 50"}]}, {"any_of": [{"passed": False}, {"total": "< 40"}]}, False),
    ],
)  # fmt: skip
def test_an_earlier_reaction_hides_a_later_one_that_it_follows_from(later, earlier, hidden):
    assert implies(Condition.model_validate(later), Condition.model_validate(earlier)) is hidden
