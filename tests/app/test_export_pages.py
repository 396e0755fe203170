"""The page of exports without a browser: what each may choose, and what it offers."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator import downloads
from simulator.store import people
from simulator.store.engine import open_store
from tests.app.test_pages import app, home, shown  # noqa: F401 a fixture

ROOT = Path(__file__).parents[2]
PAGE = "simulator/ui/pages/exports.py"


@pytest.fixture
def page(home):  # noqa: F811
    """Open the page in a role."""

    def open_page(role="lead", lang="nl"):
        return app(home, role, lang).run().switch_page(PAGE).run()

    return open_page


def labels(at, kind):
    return [widget.label for widget in at.get(kind)]


def one(at, kind, label):
    return next(widget for widget in at.get(kind) if widget.label == label)


@pytest.mark.parametrize(("role", "lang"), [("lead", "nl"), ("admin", "en")])
def test_the_page_runs_in_both_languages(page, role, lang):
    at = page(role, lang)
    assert not at.exception
    assert ("Exporteren" if lang == "nl" else "Export") in shown(at)
    assert "Er ging iets mis" not in shown(at)
    assert "Something went wrong" not in shown(at)


def test_a_trainee_gets_no_access(page):
    assert "Geen toegang" in shown(page("trainee"))


def test_a_lead_chooses_a_person_and_words_but_no_names_of_all(page):
    at = page("lead")
    assert "Van wie?" in labels(at, "selectbox")
    assert labels(at, "checkbox") == ["Ook wat mensen schreven: antwoorden, citaten en opmerkingen"]
    assert "Namen staan uit" in shown(at)


def test_an_administrator_chooses_teams_but_no_people(page):
    at = page("admin")
    assert labels(at, "selectbox") == ["Team"]
    assert labels(at, "checkbox") == []
    assert "Sturen naar een leersysteem (LRS) staat uit" in shown(at)


def test_a_link_stands_there_until_something_else_is_chosen(page):
    at = page("lead")
    one(at, "button", "Maak de link").click().run()
    assert 'href="/download/' in shown(at)
    one(at, "radio", "Soort bestand").set_value("json").run()
    assert 'href="/download/' not in shown(at)


def test_the_link_gives_what_was_chosen(page, home):  # noqa: F811
    at = page("lead")
    one(at, "radio", "Wat wil je exporteren?").set_value("reviews").run()
    one(at, "radio", "Soort bestand").set_value("json").run()
    one(at, "button", "Maak de link").click().run()
    token = shown(at).split("/download/")[1].split('"')[0]
    opened = open_store(f"sqlite:///{home / 'app.db'}")
    file = downloads.fetch(opened, token, at.session_state["token"], datetime.now(UTC))
    opened.close()
    file.data.close()
    assert file.name.startswith("webcare-reviews-")
    assert file.name.endswith(".json")


def test_a_bad_day_is_explained(page):
    at = page("lead")
    one(at, "radio", "Periode").set_value(0).run()
    for typed in ("gisteren", "2026-13-01", "9999-12-31", "0001-01-01", ""):
        one(at, "text_input", "Tot en met (jjjj-mm-dd)").set_value(typed).run()
        assert not at.exception
        assert "Vul twee dagen in" in shown(at)


def test_a_name_is_chosen_as_it_is_written(page, home):  # noqa: F811
    opened = open_store(f"sqlite:///{home / 'app.db'}")
    at = page("lead")
    with opened.write() as connection:
        people.add(connection, "u-joke", people.WORKSHOP, "Jo-Anne \u202eyoJ", "nl", datetime.now(UTC))
        people.give_role(connection, "u-joke", people.WORKSHOP, "trainee", datetime.now(UTC))
    opened.close()
    at.run()
    assert "Jo-Anne yoJ" in one(at, "selectbox", "Van wie?").options


def test_streamlits_own_export_of_tables_is_off():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["client"]["disableDataExport"] is True
