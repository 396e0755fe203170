"""The pages without a browser: who sees what, in which language, and that bad input stops nothing."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from simulator import accounts, practice
from simulator.casebook.library import load_library
from simulator.practice import Mode
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from simulator.ui import session
from tests.conftest import COLLECTION

ENTRY = str(Path(__file__).parents[2] / "simulator_app.py")


@pytest.fixture
def home(tmp_path, monkeypatch, blank_database):
    shutil.copytree(COLLECTION, tmp_path / "scenarios")
    shutil.copy(blank_database, tmp_path / "app.db")
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", f"sqlite:///{tmp_path / 'app.db'}")
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(tmp_path / "scenarios"))
    _forget()
    yield tmp_path
    _forget()


def _forget():
    session.opened_settings.clear()
    session.opened_store.clear()
    session.read_folder_again()


def app(home, role=None, lang="nl", **query):
    at = AppTest.from_file(ENTRY, default_timeout=60)
    if role:
        opened = open_store(f"sqlite:///{home / 'app.db'}")
        upgrade(opened)
        who, token = accounts.sign_in(
            opened, f"{role} {lang}", accounts.Role(role), lang, datetime.now(UTC), 1
        )
        accounts.change_settings(opened, who, lang=lang, time_factor=1.0)
        opened.close()
        at.session_state["token"] = token
    else:
        at.session_state["lang"] = lang
    for key, value in query.items():
        at.query_params[key] = value
    return at


def shown(at):
    return " ".join(str(e.value) for e in at.get("html")) + " ".join(
        str(getattr(e, "value", "")) for e in at.main
    )


@pytest.mark.parametrize(("lang", "words"), [("nl", "Welkom bij"), ("en", "Welcome to")])
def test_sign_in_comes_first_in_both_languages(home, lang, words):
    at = app(home, lang=lang).run()
    assert words in shown(at)
    assert not at.exception


def test_signing_in_needs_a_name(home):
    at = app(home).run()
    at.button[0].click().run()
    assert "Vul een naam in" in shown(at)


def test_signing_in_opens_the_inbox(home):
    at = app(home).run()
    at.text_input[0].set_value("Sanne")
    at.button[0].click().run()
    assert "Sanne" in shown(at)
    assert "Alle scenario" in shown(at)


@pytest.mark.parametrize("page", ["progress", "settings", "practise", "compare"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_page_runs_for_a_trainee(home, page, lang):
    at = app(home, "trainee", lang).run()
    at.switch_page(f"simulator/ui/pages/{page}.py").run()
    assert not at.exception
    assert "Er ging iets mis" not in shown(at)
    assert "Something went wrong" not in shown(at)


def test_a_trainee_gets_no_access_to_the_collection(home):
    at = app(home, "trainee").run()
    at.switch_page("simulator/ui/pages/collection.py").run()
    assert "Geen toegang" in shown(at)


def test_a_trainer_sees_what_is_wrong_with_a_file_and_the_app_goes_on(home):
    file = home / "scenarios" / "netwijs" / "internet-drie-dagen.yaml"
    file.write_text(file.read_text().replace("difficulty: 3", "difficulty: zwaar"))
    at = app(home, "trainer").run()
    at.switch_page("simulator/ui/pages/collection.py").run()
    assert "internet-drie-dagen.yaml:13:13: fout S008" in at.code[0].value
    at.switch_page("simulator/ui/pages/inbox.py").run()
    assert "1 bestand heeft fouten" in shown(at)
    assert not at.exception


def test_a_folder_without_scenarios_still_opens(home):
    shutil.rmtree(home / "scenarios")
    at = app(home, "trainee").run()
    assert not at.exception
    assert "Alle scenario" in shown(at)


def test_an_unknown_attempt_is_explained(home):
    at = app(home, "trainee", attempt="bestaat-niet").run()
    at.switch_page("simulator/ui/pages/practise.py").run()
    assert not at.exception


def test_changing_the_language_is_kept(home):
    at = app(home, "trainee").run()
    at.switch_page("simulator/ui/pages/settings.py").run()
    at.get("button_group")[0].set_value("en").run()
    assert "Settings" in shown(at)


def test_the_briefing_starts_an_attempt(home):
    at = app(home, "trainee", scenario="internet-drie-dagen").run()
    at.switch_page("simulator/ui/pages/practise.py")
    at.query_params["scenario"] = "internet-drie-dagen"
    at.run()
    next(b for b in at.button if b.label == "Start").click().run()
    assert at.query_params["attempt"]
    assert not at.exception


def test_the_briefing_is_filled_in_for_this_attempt(home):
    file = home / "scenarios" / "netwijs" / "internet-drie-dagen.yaml"
    file.write_text(file.read_text().replace("Je werkt bij Netwijs.", "{naam} is boos."))
    at = app(home, "trainee").run()
    at.switch_page("simulator/ui/pages/practise.py")
    at.query_params["scenario"] = "internet-drie-dagen"
    at.run()
    assert "Sanne de Vries is boos." in shown(at)


def test_hostile_words_of_a_scenario_are_escaped(home):
    file = home / "scenarios" / "netwijs" / "internet-drie-dagen.yaml"
    evil = "<img src=//evil.example/x> **vet**"
    file.write_text(file.read_text().replace("Je werkt bij Netwijs.", evil))
    case = load_library(home / "scenarios").cases["internet-drie-dagen"]
    at = app(home, "trainee").run()
    opened = open_store(f"sqlite:///{home / 'app.db'}")
    who, _ = accounts.sign_in(opened, "trainee nl", accounts.Role.TRAINEE, "nl", datetime.now(UTC), 1)
    practice.start(opened, who, case, Mode.PRACTICE, datetime.now(UTC), clock_on=False)
    opened.close()
    at.switch_page("simulator/ui/pages/practise.py")
    at.query_params["scenario"] = "internet-drie-dagen"
    at.run()
    html = " ".join(str(e.value) for e in at.get("html"))
    assert "&lt;img" in html
    assert "<img" not in html
