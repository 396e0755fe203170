"""The doctor: finds nothing in a sound installation, and each planted fault by its own check."""

from __future__ import annotations

import io
import json
import shutil
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, text, update

from simulator import doctor_command, figures
from simulator.casebook.library import load_library
from simulator.cli import main
from simulator.ops import data_checks, installation_checks, replay
from simulator.ops.findings import Level
from simulator.settings import from_environment
from simulator.store import tables as t
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests import demo
from tests.conftest import COLLECTION, NOW


@pytest.fixture(scope="module")
def practised(tmp_path_factory):
    """A database in which eight people practised once."""
    file = tmp_path_factory.mktemp("practised") / "practised.db"
    store = open_store(f"sqlite:///{file}")
    upgrade(store)
    demo.fill(store, load_library(COLLECTION), NOW, each=1)
    store.close()
    return file


@pytest.fixture
def home(practised, tmp_path, monkeypatch):
    shutil.copy(practised, tmp_path / "app.db")
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", f"sqlite:///{tmp_path / 'app.db'}")
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(COLLECTION))
    return tmp_path


@pytest.fixture
def data(home):
    opened = open_store(f"sqlite:///{home / 'app.db'}")
    yield opened
    opened.close()


def bad(store):
    return {
        f.check for f in data_checks.look_at_data(store, NOW + timedelta(days=1)) if f.level is not Level.OK
    }


def test_a_sound_installation_is_fine(home, monkeypatch, capsys):
    monkeypatch.setattr(installation_checks, "_WANTED_FREE", 0)
    assert main(["doctor", "--replay", "--verbose"]) == 0
    said = capsys.readouterr().out
    assert "0 to look at" in said
    assert "8 replies score exactly as they are stored" in said


def without_keys(store, *statements):
    driver = store.engine.raw_connection()
    driver.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        driver.execute(statement)
    driver.commit()
    driver.execute("PRAGMA foreign_keys=ON")
    driver.close()


FAULTS = {
    "orphans": ["UPDATE scorecards SET rescoring_id = 'gone' WHERE id = 1"],
    "rubrics": ["UPDATE scorecards SET rubric = 'gone' WHERE id = 1"],
    "score names": ["UPDATE scorecards SET scorer_version = 'other' WHERE id = 1"],
    "drafts beside answers": [
        "INSERT INTO drafts SELECT turn_id, 1, 'x', 'note', submitted_at FROM answers LIMIT 1"
    ],
    "answers": ["DELETE FROM scorecards WHERE id = 1"],
    "scorecards": ["DELETE FROM answers WHERE turn_id = (SELECT turn_id FROM scorecards WHERE id = 1)"],
    "final scores": [
        "INSERT INTO final_scores (turn_id, review_id, passed, at) SELECT turn_id, 'gone', 1, created_at"
        " FROM scorecards LIMIT 1"
    ],
    "cases": ["UPDATE attempts SET case_hash = 'gone' WHERE rowid = 1"],
    "rubric contents": ["UPDATE rubrics SET content = '{}'"],
    "figures": ["UPDATE team_weeks SET total = total + 5 WHERE measure = 'passed'"],
    "moments": ["UPDATE answers SET submitted_at = '2099-01-01 00:00:00.000000' WHERE rowid = 1"],
}


@pytest.mark.parametrize("check", FAULTS)
def test_a_planted_fault_is_found_by_its_check(check, data):
    assert bad(data) == set()
    without_keys(data, *FAULTS[check])
    assert check in bad(data)


def test_turns_that_stand_twice_are_found(data):
    without_keys(
        data,
        "CREATE TABLE copied AS SELECT * FROM turns",
        "DROP TABLE turns",
        "ALTER TABLE copied RENAME TO turns",
        "INSERT INTO turns SELECT * FROM turns",
    )
    assert "turns" in bad(data)


def test_figures_of_replies_that_were_removed_since_are_no_fault(data):
    with data.read() as connection:
        turn = connection.scalar(select(t.answers.c.turn_id))
    with data.write() as connection:
        connection.execute(delete(t.looks))
        connection.execute(delete(t.scorecards).where(t.scorecards.c.turn_id == turn))
        connection.execute(delete(t.answers).where(t.answers.c.turn_id == turn))
    assert figures.differences(data) == ()


def test_a_damaged_file_is_found(data, monkeypatch):
    monkeypatch.setattr(data_checks.ask, "integrity", lambda _: ("row 3 missing from index",))
    assert "integrity" in bad(data)


@pytest.mark.parametrize(
    ("version", "words"),
    [("0003", "older version 0003"), ("9999", "newer program"), (None, "several versions")],
)
def test_a_database_of_another_version_is_told(version, words, data, home):
    with data.write() as connection:
        if version:
            connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
        else:
            connection.execute(text("INSERT INTO alembic_version VALUES ('0002')"))
    found = installation_checks.look_at_database(data, f"sqlite:///{home / 'app.db'}")
    assert (found.level, words in found.means) == (Level.ERROR, True)


def test_faults_of_the_installation_are_told_in_json_with_what_to_do(home, monkeypatch, capsys):
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(home / "nowhere"))
    monkeypatch.setattr(installation_checks, "_WANTED_FREE", 1 << 60)
    assert main(["doctor", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    found = {f["check"]: f for f in told["findings"] if f["level"] != "ok"}
    assert {"scenarios", "disk"} <= found.keys()
    assert all(f["to_do"] for f in found.values())


def test_without_a_database_the_rest_is_looked_at(home, monkeypatch):
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", f"sqlite:///{home / 'none.db'}")
    found = {f.check: f.level for f in doctor_command.look(from_environment(), NOW)}
    assert found["database"] is Level.ERROR
    assert "models" in found
    assert not (home / "none.db").exists()


@pytest.mark.parametrize(("folder", "level"), [(0o700, Level.OK), (0o755, Level.WARNING)])
def test_a_database_that_everybody_on_the_machine_may_read_is_told(folder, level, home):
    (home / "app.db").chmod(0o644)
    home.chmod(folder)
    found = {f.check: f for f in installation_checks.look_at_place(from_environment())}
    assert found["rights"].level is level


def test_settings_that_cannot_be_read_stop_it(monkeypatch):
    monkeypatch.setenv("SIMULATOR_SIGN_IN", "nothing")
    assert main(["doctor"]) == 2


def test_a_clock_that_runs_ahead_is_told(data, monkeypatch):
    real = installation_checks.ask.clock
    monkeypatch.setattr(installation_checks.ask, "clock", lambda s: real(s) + timedelta(hours=1))
    assert installation_checks.look_at_clock(data).level is Level.ERROR


def test_postgresql_gives_the_same_answers(planted):
    store, url = planted("postgres")
    assert installation_checks.look_at_database(store, url).level is Level.OK
    assert installation_checks.look_at_clock(store).level is Level.OK
    on_postgres = {(f.check, f.level) for f in data_checks.look_at_data(store, NOW + timedelta(days=1))}
    other, _ = planted("sqlite")
    assert on_postgres == {
        (f.check, f.level) for f in data_checks.look_at_data(other, NOW + timedelta(days=1))
    }


def test_a_stored_score_that_would_be_another_now_is_told(data):
    assert replay.replay(data).different == 0
    with data.write() as connection:
        content = connection.scalar(select(t.scorecards.c.content).where(t.scorecards.c.id == 1))
        changed = json.loads(content) | {"total": 1.0}
        connection.execute(
            update(t.scorecards).where(t.scorecards.c.id == 1).values(content=json.dumps(changed))
        )
    done = replay.replay(data)
    assert (done.different, done.same) == (1, 7)


def test_scores_of_another_scorer_are_counted_apart(data):
    with data.write() as connection:
        connection.execute(
            insert(t.rubrics).values(
                fingerprint="old", content='{"criteria": [], "dimension_weights": {}}', created_at=NOW
            )
        )
        connection.execute(update(t.scorecards).where(t.scorecards.c.id == 1).values(rubric="old"))
    done = replay.replay(data)
    assert (done.other_scorer, done.same) == (1, 7)


def test_editing_a_scenario_changes_no_stored_score(data, tmp_path):
    folder = tmp_path / "edited"
    shutil.copytree(COLLECTION, folder)
    for file in folder.rglob("*.yaml"):
        file.write_text(file.read_text().replace("mood: -", "mood: "))
    with data.read() as connection:
        before = connection.execute(select(t.scorecards)).all()
    edited = load_library(folder)
    again = demo.fill(data, edited, NOW + timedelta(days=30), each=1)
    assert again.trainees
    with data.read() as connection:
        now = connection.execute(select(t.scorecards).limit(len(before))).all()
    assert now == before
    assert (replay.replay(data).different, replay.replay(data).lost) == (0, 0)


def test_text_output_names_the_worst_first():
    out = io.StringIO()
    from simulator.ops.findings import Finding, write_text

    write_text(
        [Finding("a", Level.WARNING, "w", "x"), Finding("b", Level.ERROR, "e", "y")], out, verbose=False
    )
    assert out.getvalue().index("error") < out.getvalue().index("warning")
