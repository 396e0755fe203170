"""The commands: what they print and how they end."""

from __future__ import annotations

import json
import shutil
import sqlite3

import pytest

from scoring import Action
from scoring.serial import from_json, to_json
from simulator import practice
from simulator.cli import main
from tests.conftest import COLLECTION

CASE = {
    "id": "c1", "lang": "nl", "region": "NL", "kind": "angry repeat complainer", "channel": "x", "public": True,
    "organisation": {
        "name": "Netwijs", "sector": "internet",
        "protocol": {
            "address_form": "je", "signature": "^XX", "response_minutes": 60, "private_channel": "DM",
            "never_in_public": ["klantnummer"], "standard_replies": [], "do_not_promise": ["een vergoeding"],
            "escalate_to": "planning", "house_rules": [],
        },
    },
    "customer": {"name": "Sanne de Vries", "handle": "@sanne_vd", "history": ""},
    "post": "Al drie dagen geen internet! Monteur kwam dinsdag niet. Schandalig.",
    "facts": [], "must": ["Erken dat de monteur niet kwam.", "Noem een moment."], "must_not": [],
    "reply": {"rid": "a", "text": "Dag Sanne, sorry dat de monteur dinsdag niet kwam. Je hoort vandaag voor 17 uur van mij. ^TG"},
}  # fmt: skip


def lines(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_score_writes_a_row_for_each_line_in_order(tmp_path, capsys):
    file = tmp_path / "cases.jsonl"
    second = {**CASE, "id": "c2"}
    file.write_text("\n".join(json.dumps(c) for c in (CASE, second)))
    assert main(["score", str(file)]) == 0
    rows = lines(capsys)
    assert [(r["id"], r["rid"]) for r in rows] == [("c1", "a"), ("c2", "a")]
    assert set(rows[0]["scores"]) == {"speed", "tone", "personalisation", "protocol", "total"}
    assert rows[0]["scores"]["speed"] is None


def test_score_findings_point_into_the_text(tmp_path, capsys):
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps(CASE))
    main(["score", str(file)])
    (row,) = lines(capsys)
    size = len(CASE["reply"]["text"])
    assert row["findings"]
    for finding in row["findings"]:
        start, end = finding["start"], finding["end"]
        assert (start is None and end is None) or 0 <= start <= end <= size


@pytest.mark.parametrize("bad", ["no json", "{}", '{"id": 1}', "[]", json.dumps({**CASE, "reply": {}})])
def test_score_reports_a_bad_line_and_scores_the_rest(tmp_path, capsys, bad):
    file = tmp_path / "cases.jsonl"
    file.write_text(f"{bad}\n{json.dumps(CASE)}\n")
    assert main(["score", str(file)]) == 1
    first, second = lines(capsys)
    assert (first["line"], second["id"]) == (1, "c1")
    assert first["error"]


def test_score_of_a_missing_file_could_not_run(tmp_path):
    assert main(["score", str(tmp_path / "weg.jsonl")]) == 2


def test_check_ends_well_on_a_sound_collection(capsys):
    assert main(["check", str(COLLECTION)]) == 0
    assert "0 faults" in capsys.readouterr().out


def test_check_names_a_golden_reply_out_of_its_band(tmp_path, capsys):
    folder = tmp_path / "scenarios"
    shutil.copytree(COLLECTION, folder)
    file = folder / "netwijs" / "internet-drie-dagen.yaml"
    file.write_text(file.read_text().replace('band: ["75", "100"]', 'band: ["0", "10"]'))
    assert main(["check", str(folder), "--lang", "nl"]) == 1
    assert "het hoort tussen 0 en 10" in capsys.readouterr().out


def test_check_of_a_missing_folder_could_not_run(tmp_path):
    assert main(["check", str(tmp_path / "weg")]) == 2


@pytest.fixture
def answered(store, sanne, case, now, tmp_path, monkeypatch):
    """A database with one submitted reply, as the settings name it."""
    attempt = practice.start(store, sanne, case, practice.Mode.PRACTICE, now, clock_on=False, seed=0)
    practice.submit(store, sanne, attempt, 1, CASE["reply"]["text"], Action.REPLY_PUBLIC, now)
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", f"sqlite:///{tmp_path / 'test.db'}")
    return store


def test_rescore_writes_a_scorecard_a_line_and_compares_on_standard_error(answered, capsys):
    assert main(["rescore", "--processes", "1"]) == 0
    written = capsys.readouterr()
    (line,) = written.out.splitlines()
    assert to_json(from_json(line)) == line
    assert "1 replies scored again" in written.err
    assert "0 differ from the stored scorecard" in written.err
    assert "0 cross the pass line" in written.err


def test_rescore_into_a_file_writes_what_it_would_print(answered, tmp_path, capsys):
    assert main(["rescore", "--processes", "1"]) == 0
    printed = capsys.readouterr().out
    assert main(["rescore", "--processes", "1", "--out", str(tmp_path / "cards.jsonl")]) == 0
    assert (tmp_path / "cards.jsonl").read_text(encoding="utf-8") == printed
    assert capsys.readouterr().out == ""


def test_rescore_tells_which_reply_has_lost_its_scenario(answered, tmp_path, capsys):
    with sqlite3.connect(tmp_path / "test.db") as connection:
        connection.execute("delete from cases")
    connection.close()
    assert main(["rescore", "--processes", "1"]) == 1
    written = capsys.readouterr()
    assert written.out == ""
    assert "not scored: internet-drie-dagen, attempt " in written.err
    assert "1 not scored: their scenario version is no longer available" in written.err


def test_rescore_without_a_database_makes_none(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", f"sqlite:///{tmp_path / 'weg' / 'no.db'}")
    assert main(["rescore"]) == 2
    assert "there is no database yet" in capsys.readouterr().err
    assert not (tmp_path / "weg").exists()


def test_rescore_of_an_older_database_asks_to_migrate(tmp_path, monkeypatch, capsys):
    sqlite3.connect(tmp_path / "old.db").close()
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", f"sqlite:///{tmp_path / 'old.db'}")
    assert main(["rescore"]) == 2
    assert "migrate" in capsys.readouterr().err


def test_rescore_that_cannot_write_could_not_run(answered, tmp_path, capsys):
    assert main(["rescore", "--out", str(tmp_path / "weg" / "cards.jsonl")]) == 2
    assert "cards.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["0", "-1", "veel", "9" * 30, "²", ""])
@pytest.mark.parametrize("option", ["--processes", "--limit"])
def test_rescore_refuses_what_is_no_number_that_it_can_use(option, word, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["rescore", f"{option}={word}"])
    assert ended.value.code == 2
    assert "is no whole number from 1 to" in capsys.readouterr().err


def test_recount_counts_every_stored_reply(answered, capsys):
    assert main(["recount"]) == 0
    assert int(capsys.readouterr().out) > 0


def test_a_folder_that_is_not_there_is_said_and_not_made(tmp_path, capsys):
    assert main(["schema", str(tmp_path / "weg")]) == 2
    assert "weg" in capsys.readouterr().err
    assert not (tmp_path / "weg").exists()
