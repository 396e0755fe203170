"""`simulator export`: what was published in the app goes back to the folder, and nothing else."""

from __future__ import annotations

import shutil

import pytest

from simulator import accounts, authoring, publishing
from simulator.accounts import Role
from simulator.casebook.library import load_library
from simulator.casebook.tree import read_folder
from simulator.cli import main
from tests.conftest import COLLECTION

PATH = "netwijs/korte-klok.yaml"
pytestmark = pytest.mark.sqlite


@pytest.fixture
def working_copy(tmp_path):
    return shutil.copytree(COLLECTION, tmp_path / "copy")


@pytest.fixture
def changed(store, now, tmp_path, monkeypatch):
    """A database in which one scenario was published anew."""
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", f"sqlite:///{tmp_path / 'test.db'}")
    tess = accounts.sign_in(store, "Tess", Role.TRAINER, "nl", now, 14)[0]
    folder = read_folder(COLLECTION)
    text = folder.files[PATH].decode().replace("difficulty: 3", "difficulty: 4", 1)
    authoring.save(store, tess, PATH, text, 0, now)
    publishing.publish(store, tess, folder, PATH, now)
    return tess


def test_only_what_was_published_is_written(changed, working_copy, capsys):
    before = read_folder(working_copy).files
    assert main(["export", str(working_copy)]) == 0
    assert capsys.readouterr().out == f"{working_copy / PATH}\n"
    assert load_library(working_copy).cases["korte-klok"].scenario.version == 2
    after = read_folder(working_copy).files
    assert {p for p in after if after[p] != before.get(p)} == {PATH}


def test_a_second_export_writes_nothing(changed, working_copy, capsys):
    main(["export", str(working_copy)])
    capsys.readouterr()
    assert main(["export", str(working_copy)]) == 0
    assert capsys.readouterr().out == ""


def test_a_dry_run_tells_and_writes_nothing(changed, working_copy, capsys):
    before = (working_copy / PATH).read_bytes()
    assert main(["export", str(working_copy), "--dry-run"]) == 0
    assert PATH in capsys.readouterr().out
    assert (working_copy / PATH).read_bytes() == before


def test_a_draft_stays_in_the_app(store, changed, working_copy, now, capsys):
    main(["export", str(working_copy)])
    text, revision = authoring.saved_text(store, changed, read_folder(COLLECTION), PATH)
    authoring.save(store, changed, PATH, text + "# later\n", revision, now)
    capsys.readouterr()
    assert main(["export", str(working_copy)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("missing", ["folder", "database"])
def test_what_is_missing_is_said(missing, changed, working_copy, tmp_path, monkeypatch, capsys):
    if missing == "database":
        monkeypatch.setenv("SIMULATOR_DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    assert main(["export", str(working_copy if missing == "database" else tmp_path / "none")]) == 2
    assert f"no {'such ' if missing == 'folder' else ''}{missing}" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()
