"""Scoring stored replies again: the same lines however it is done, an honest comparison, and nothing changed."""

from __future__ import annotations

import json
import shutil
import sqlite3
from datetime import timedelta

import pytest

from scoring import Action, score
from scoring.serial import from_json, to_json
from simulator import accounts, practice
from simulator.casebook.library import load_library
from simulator.practice import Mode
from simulator.rescore import Lost, Summary, rescore, submitted
from simulator.run import load_run
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests.conftest import COLLECTION, NOW

REPLIES = (
    "Dag Sanne, wat een ellende dat je al drie dagen zonder internet zit en dinsdag voor niets op de monteur "
    "wachtte. Sorry! Ik vraag nu een nieuwe afspraak aan. Stuur je me je postcode in een DM? Je hoort vandaag voor "
    "17 uur van mij. ^SV",
    "Bel even met onze klantenservice.",
    "Dag Sanne, je klantnummer is 88124471 en ik zoek het voor je uit. ^SV",
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A store with twelve submitted replies: two turns in each of six attempts, of two scenarios; one a new try."""
    path = tmp_path_factory.mktemp("rescore") / "filled.db"
    store = open_store(f"sqlite:///{path}")
    upgrade(store)
    cases = load_library(COLLECTION).cases
    who = accounts.sign_in(store, "Sanne", accounts.Role.TRAINEE, "nl", NOW, 14)[0]

    def answer(attempt, number, text, at):
        practice.submit(store, who, attempt, number, text, Action.REPLY_PUBLIC, at + timedelta(seconds=5))

    for round_ in range(6):
        case = cases[("internet-drie-dagen", "korte-klok")[round_ % 2]]
        at = NOW + timedelta(hours=round_)
        mode = Mode.TEST if round_ == 1 else Mode.PRACTICE
        attempt = practice.start(store, who, case, mode, at, clock_on=round_ < 3, seed=round_)
        answer(attempt, 1, REPLIES[round_ % 2], at)
        assert practice.go_on(store, who, attempt, at + timedelta(seconds=9)) == 2
        if round_ < 5:
            answer(attempt, 2, REPLIES[2], at + timedelta(seconds=9))
            last = attempt
    again = practice.retry(store, who, last, 2, NOW + timedelta(hours=9))
    answer(again, 2, REPLIES[0], NOW + timedelta(hours=9))
    store.close()
    return path


@pytest.fixture
def copy(filled, tmp_path):
    return shutil.copy(filled, tmp_path / "copy.db")


def all_of(path, processes=1, limit=None):
    store = open_store(f"sqlite:///{path}")
    try:
        return list(rescore(store, submitted(store, limit), processes))
    finally:
        store.close()


def change(path, statement, *values):
    with sqlite3.connect(path) as connection:
        connection.execute(statement, values)
    connection.close()


def content(path):
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def summary_of(replies):
    summary = Summary()
    for reply in replies:
        summary.add(reply)
    return summary


@pytest.fixture(scope="module")
def plain(filled):
    return all_of(filled)


def test_every_submitted_reply_is_scored_and_a_turn_taken_over_only_once(plain):
    assert len(plain) == 12
    assert summary_of(plain).scored == 12


def test_scoring_again_gives_the_stored_scorecard_to_the_byte(filled, plain):
    connection = sqlite3.connect(filled)
    stored = {
        (attempt, number): text
        for attempt, number, text in connection.execute(
            "select attempt_id, number, content from scorecards join turns on turns.id = scorecards.turn_id"
        )
    }
    connection.close()
    assert all(r.line == stored[r.attempt_id, r.number] for r in plain)
    assert summary_of(plain) == Summary(scored=12)


def test_a_line_reads_back_as_a_scorecard(plain):
    assert all(to_json(from_json(r.line)) == r.line for r in plain)


def test_two_processes_give_what_one_gives(filled, plain, monkeypatch):
    monkeypatch.setattr("simulator.rescore.CHUNK", 2)
    assert all_of(filled, processes=2) == plain


def test_the_order_is_that_of_the_attempts(filled, plain):
    connection = sqlite3.connect(filled)
    started = [i for (i,) in connection.execute("select id from attempts order by started_at")]
    connection.close()
    assert list(dict.fromkeys(r.attempt_id for r in plain)) == started


def test_a_limit_takes_the_oldest(filled, plain):
    assert all_of(filled, limit=5) == plain[:5]


def test_speed_is_judged_with_the_time_that_was_taken(plain):
    scored = [from_json(r.line).value_of("speed") is not None for r in plain]
    assert scored == [True] * 6 + [False] * 6


def test_a_later_turn_is_judged_in_its_own_conversation(filled, plain, monkeypatch):
    seen = []
    real = score
    monkeypatch.setattr("simulator.rescore.score", lambda r, s, *rubric: seen.append(s.posts) or real(r, s))
    all_of(filled)
    store = open_store(f"sqlite:///{filled}")
    with store.read() as connection:
        who = accounts.people.by_workshop_name(connection, "Sanne")
    trainee = accounts.load(store, who.id)
    expected = [load_run(store, trainee, r.attempt_id).posts_until(r.number) for r in plain]
    store.close()
    assert seen == expected
    assert {len(posts) for posts in seen} == {1, 2}


def test_nothing_in_the_store_changes(copy):
    before = content(copy)
    all_of(copy)
    assert content(copy) == before


def test_another_stored_verdict_is_told_as_crossing(copy, plain):
    crossing = plain[0]
    card = json.loads(crossing.line)
    card["verdict"] = "not_passed" if crossing.passed else "passed"
    change(
        copy,
        "update scorecards set content = ? where turn_id in "
        "(select id from turns where attempt_id = ? and number = ?)",
        json.dumps(card), crossing.attempt_id, crossing.number,
    )  # fmt: skip
    summary = summary_of(all_of(copy))
    assert (summary.scored, summary.differ, summary.cross, summary.other_rubric) == (12, 1, 1, 0)
    assert summary.now_pass == crossing.passed


def test_another_rubric_alone_is_no_difference(copy):
    change(
        copy,
        'update scorecards set content = replace(content, \'"scorer_version":"\', \'"scorer_version":"0.\')',
    )
    summary = summary_of(all_of(copy))
    assert (summary.scored, summary.differ, summary.other_rubric) == (12, 0, 12)


def test_a_scenario_version_that_is_gone_is_counted_and_told(copy):
    change(copy, "delete from cases where scenario_id = 'korte-klok'")
    replies = all_of(copy)
    lost = [r for r in replies if r.lost]
    assert {(r.scenario_id, r.lost, r.line) for r in lost} == {("korte-klok", Lost.GONE, "")}
    summary = summary_of(replies)
    assert (summary.scored, summary.lost, summary.differ) == (12 - len(lost), len(lost), 0)


@pytest.mark.parametrize(
    "broken",
    [
        "update cases set content = '{}' where scenario_id = 'korte-klok'",
        "update cases set content = 'no json' where scenario_id = 'korte-klok'",
        "update turns set turn_id = 'weg' where attempt_id in "
        "(select id from attempts where scenario_id = 'korte-klok')",
    ],
)
def test_a_scenario_version_that_cannot_be_read_is_counted_and_told(copy, broken):
    change(copy, broken)
    lost = [r for r in all_of(copy) if r.lost]
    assert lost
    assert {(r.scenario_id, r.version, r.lost) for r in lost} == {("korte-klok", 1, Lost.UNREADABLE)}
