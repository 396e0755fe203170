"""The page on the health of the installation, and the number that a failed page shows."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import UTC, datetime

import pytest

from simulator import audit
from simulator.observe.recent import RECENT
from simulator.store.engine import open_store
from simulator.ui import observing
from tests.app.test_pages import app, home, shown  # noqa: F401 a fixture

WORDS = "Geheim woord"


def page(folder, role, lang="nl"):
    return app(folder, role, lang).run().switch_page("simulator/ui/pages/installation.py").run()


@pytest.mark.parametrize(
    ("lang", "title"), [("nl", "Gezondheid van de installatie"), ("en", "Health of the")]
)
def test_an_administrator_sees_versions_numbers_and_times(home, lang, title):  # noqa: F811
    at = page(home, "admin", lang)
    assert title in shown(at)
    assert "SQLite" in shown(at)
    assert not at.exception
    assert [len(table.value) for table in at.table[:2]] == [2, 2]


def test_an_administrator_sees_when_the_last_backup_was_made(home):  # noqa: F811
    at = page(home, "admin")
    assert "Kijk waar je back-ups worden gemaakt" in shown(at)
    with closing(open_store(f"sqlite:///{home / 'app.db'}")) as store, store.write() as connection:
        audit.note(connection, audit.Event.BACKED_UP, datetime(2026, 11, 20, 12, tzinfo=UTC), actor=None)
    assert "20 nov 2026" in shown(at.run())


@pytest.mark.parametrize("role", ["trainee", "trainer", "lead"])
def test_others_do_not(home, role):  # noqa: F811
    assert "Geen toegang" in shown(page(home, role))


def test_the_last_errors_are_shown_by_kind_with_the_number_in_the_log(home):  # noqa: F811
    RECENT.failed("download_failed", "builtins.KeyError", datetime.now(UTC), "ab12cd")
    (row,) = [list(r) for r in page(home, "admin").table[2].value.values if r[0] == "Een bestand ophalen"]
    assert row[1] == "KeyError"
    assert row[3] == "ab12cd"


def test_a_failed_page_shows_the_number_by_which_its_line_is_found(home, monkeypatch, caplog):  # noqa: F811
    at = app(home, "trainee").run()
    monkeypatch.setattr("simulator.insight.progress", lambda *_, **__: int(WORDS))
    at = at.switch_page("simulator/ui/pages/progress.py").run()
    number = re.search(r"Noem daarbij dit nummer: ([0-9a-z]{6})\.", shown(at)).group(1)
    (record,) = [r for r in caplog.records if getattr(r, "observed", {}).get("event") == "page_failed"]
    assert record.observed["request_id"] == number
    assert "Geheim" not in caplog.text


def test_each_run_has_its_own_number_and_its_page(home, caplog):  # noqa: F811
    caplog.set_level("INFO", "simulator")
    at = app(home, "trainee").run()
    at.run()
    runs = [r.observed for r in caplog.records if getattr(r, "observed", {}).get("event") == "page_run"]
    assert [run["page"] for run in runs] == ["inbox", "inbox"]
    assert [run["result"] for run in runs] == ["shown", "shown"]
    assert len({run["request_id"] for run in runs}) == 2
    assert observing.run_id() == ""
