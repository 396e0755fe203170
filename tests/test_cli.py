"""The commands: what they print and how they end."""

from __future__ import annotations

import json
import shutil

import pytest

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
