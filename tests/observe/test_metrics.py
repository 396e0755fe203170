"""Metrics: what they count, that they are OpenMetrics, and that all of them and all events are documented."""

from __future__ import annotations

import socket
import urllib.request
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from scoring import Action
from simulator import practice
from simulator.accounts import NotAllowedError
from simulator.observe import keys, measure, metrics
from simulator.observe.events import Event
from simulator.observe.recent import DAY, HOUR, Recent, times
from simulator.practice import Mode
from simulator.store import watch

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"
TEXT = "Dag, wat vervelend voor je. Ik zoek het uit en kom er vandaag voor 17 uur op terug. ^SV"


def value(name, **labels):
    return metrics.REGISTRY.get_sample_value(name, labels) or 0


def rise(act, name, **labels):
    before = value(name, **labels)
    act()
    return value(name, **labels) - before


@pytest.fixture
def attempt(store, sanne, case, now):
    return practice.start(store, sanne, case, Mode.TEST, now, clock_on=True)


def submit(store, sanne, attempt, at, text=TEXT):
    return lambda: practice.submit(store, sanne, attempt, 1, text, Action.REPLY_PUBLIC, at)


def test_a_reply_is_counted_by_how_it_ended(store, sanne, attempt, now):
    send = submit(store, sanne, attempt, now)
    scored = value("simulator_scoring_seconds_count")
    ended = {result: value("simulator_submits_total", result=result) for result in ("passed", "not_passed")}
    send()
    assert sum(value("simulator_submits_total", result=r) - n for r, n in ended.items()) == 1
    assert value("simulator_scoring_seconds_count") - scored == 1
    assert rise(send, "simulator_submits_total", result="repeated") == 1


@pytest.mark.parametrize(
    ("late", "text", "result"),
    [(timedelta(days=1), TEXT, "time_up"), (timedelta(), "x" * 10_001, "too_long")],
)
def test_a_refused_reply_is_counted_by_its_reason(store, sanne, attempt, now, late, text, result):
    def refused():
        with pytest.raises(practice.PracticeError):
            submit(store, sanne, attempt, now + late, text)()

    assert rise(refused, "simulator_submits_total", result=result) == 1


def test_somebody_elses_attempt_is_counted_as_refused(store, joris, attempt, now):
    def refused():
        with pytest.raises(NotAllowedError):
            submit(store, joris, attempt, now)()

    assert rise(refused, "simulator_submits_total", result="not_allowed") == 1


def test_an_end_of_time_that_sends_nothing_is_not_counted(store, sanne, attempt, now):
    before = [value("simulator_submits_total", result=result) for result in keys.RESULTS]
    assert practice.expire(store, sanne, attempt, 1, now) is None
    assert [value("simulator_submits_total", result=result) for result in keys.RESULTS] == before


def test_drafts_are_counted(store, sanne, attempt, now):
    def save():
        practice.save_draft(store, sanne, attempt, 1, (1, TEXT, "reply_public"), now)

    assert rise(save, "simulator_drafts_saved_total") == 1


def test_write_transactions_are_timed_and_reading_is_not(store):
    told = []
    watch.watch(store, lambda seconds, kept: told.append((seconds >= 0, kept)))
    with store.read() as connection:
        connection.exec_driver_sql("SELECT 1")
    with store.write() as connection:
        connection.exec_driver_sql("SELECT 1")
    with suppress(ZeroDivisionError), store.write():
        raise ZeroDivisionError
    assert told == [(True, True), (True, False)]
    assert watch.connections(store) == {"in_use": 0, "idle": 1}


def test_saving_is_measured():
    assert rise(lambda: measure.saved(0.01, kept=True), "simulator_save_seconds_count") == 1
    assert rise(lambda: measure.saved(0.01, kept=False), "simulator_saves_undone_total") == 1


def test_metrics_are_offered_as_openmetrics_on_a_port_of_their_own(monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setattr(metrics.STATE, "connections", lambda: {"in_use": 1, "idle": 2})
    monkeypatch.setattr(metrics.STATE, "migration", lambda: "0042")
    metrics.serve(port, "127.0.0.1")
    metrics.serve(port, "127.0.0.1")
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/metrics", headers={"Accept": "application/openmetrics-text"}
    )
    with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
        assert answer.headers["Content-Type"].startswith(CONTENT_TYPE_LATEST.split(";")[0])
        families = {f.name: f for f in text_string_to_metric_families(answer.read().decode())}
    assert families["simulator_database"].samples[0].labels == {"migration": "0042"}
    assert {s.labels["state"]: s.value for s in families["simulator_database_connections"].samples} == {
        "in_use": 1,
        "idle": 2,
    }
    assert families["simulator_build"].samples[0].labels.keys() == {"version", "rubric", "scorer"}


def test_a_database_that_does_not_answer_hides_no_other_figure(monkeypatch):
    def down():
        raise OSError

    monkeypatch.setattr(metrics.STATE, "migration", down)
    assert "simulator_active_sessions" in {family.name for family in metrics.REGISTRY.collect()}


def test_labels_have_few_values():
    for family in metrics.REGISTRY.collect():
        for sample in family.samples:
            assert set(sample.labels) <= {
                "result", "kind", "state", "le", "version", "rubric", "scorer", "migration"
            }, sample  # fmt: skip
            assert sample.labels.get("result", "passed") in keys.RESULTS
            assert sample.labels.get("kind", "failed") in list(Event)


def test_every_metric_and_event_is_documented():
    told = OPERATIONS.read_text(encoding="utf-8")
    names = {family.name for family in metrics.REGISTRY.collect() if family.name.startswith("simulator_")}
    names |= {"simulator_database"}
    assert len(names) > 9
    assert [name for name in sorted(names) if f"`{name}`" not in told] == []
    assert [event.value for event in Event if f"| `{event.value}` |" not in told] == []
    assert [key for key in keys.ALLOWED if f"`{key}`" not in told] == []


def test_the_last_hour_and_day_are_counted_apart(now):
    recent = Recent()
    for ago in (
        timedelta(),
        timedelta(minutes=59),
        timedelta(hours=2),
        timedelta(hours=23),
        timedelta(days=2),
    ):
        recent.count("submit", now - ago)
    assert [recent.since("submit", now, span) for span in (HOUR, DAY)] == [2, 4]
    assert recent.since("error", now, DAY) == 0


def test_old_minutes_are_forgotten(now):
    recent = Recent()
    for minutes in range(0, 10_000, 10):
        recent.count("submit", now + timedelta(minutes=minutes))
    assert len(recent._minutes) <= 1441


def test_the_last_error_of_each_kind_is_kept(now):
    recent = Recent()
    recent.failed("page_failed", "builtins.KeyError", now, "ab12cd")
    recent.failed("page_failed", "builtins.ValueError", now + HOUR, "ef34gh")
    (error,) = recent.errors()
    assert (error.error, error.request_id, error.number) == ("builtins.ValueError", "ef34gh", 2)


@pytest.mark.parametrize(
    ("values", "median", "p95"),
    [
        ([], None, None),
        ([3.0], 3.0, 3.0),
        ([float(n) for n in range(1, 101)], 50.0, 95.0),
        ([2.0, 1.0], 1.0, 2.0),
    ],
)
def test_median_and_p95_are_values_that_occurred(values, median, p95):
    assert (times(values).number, times(values).median, times(values).p95) == (len(values), median, p95)
