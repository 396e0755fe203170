"""The pages with figures, paths and certificates without a browser: who sees what, and that words stay words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scoring import Action
from simulator import accounts, certificates, paths, practice
from simulator.accounts import Role
from simulator.figures import scores_of
from simulator.practice import Mode
from simulator.store import people
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests.app.test_pages import app, home, shown
from tests.services.test_figures import adjust
from tests.services.test_practice import GOOD
from tests.services.test_team_insight import practise
from tests.trail import looks_at

__all__ = ["home"]
PAGES = "simulator/ui/pages"
EVIL = "<img src=//evil.example/x> **vet** [x](https://evil.example)"


@pytest.fixture
def filled(home):
    """A workshop team of six trainees with figures, one of them with a hostile name."""
    store = open_store(f"sqlite:///{home / 'app.db'}")
    upgrade(store)
    now = datetime.now(UTC)
    for number in range(6):
        name = EVIL[:40] if number == 0 else f"Trainee {number}"
        who, _ = accounts.sign_in(store, name, Role.TRAINEE, "nl", now, 1)
        practise(store, who, team=people.WORKSHOP, day=now)
    yield store
    store.close()


def user_named(store, name):
    with store.read() as connection:
        row = people.by_workshop_name(connection, name)
    return accounts.load(store, row.id)


def at_page(home, page, role="lead", lang="nl", **query):
    at = app(home, role, lang).run()
    at.switch_page(f"{PAGES}/{page}.py")
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


def words(at):
    tables = " ".join(str(t.value.to_dict()) for t in at.table)
    return shown(at) + tables


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_team_page_shows_figures_with_n(home, filled, lang):
    at = at_page(home, "team", lang=lang)
    assert not at.exception
    assert "n = 30" in words(at)
    assert any("%" in str(t.value.to_dict()) for t in at.table)


def test_a_criterion_that_the_rubric_has_no_more_stands_by_its_id(home, filled):
    assert "tone.greets" in words(at_page(home, "team"))


def test_a_small_team_is_told_why_there_are_no_figures(home):
    at = at_page(home, "team")
    assert "Vanaf 5 mensen staan hier cijfers" in words(at)
    assert len(at.table) == 0


def test_no_name_stands_in_the_figures(home, filled):
    at = at_page(home, "team")
    assert "Trainee 1" not in words(at)


def test_opening_somebodys_work_names_him_and_is_noted(home, filled):
    who = user_named(filled, "Trainee 1")
    at = at_page(home, "team", person=who.id)
    assert "Antwoorden van Trainee 1" in words(at)
    assert [look.what for look in looks_at(filled, who.id)] == ["replies"]


def test_a_trainee_gets_no_team_page(home, filled):
    assert "Geen toegang" in words(at_page(home, "team", "trainee"))


def test_a_trainee_gets_no_work_of_somebody_by_address(home, filled):
    who = user_named(filled, "Trainee 1")
    assert "Geen toegang" in words(at_page(home, "team", "trainee", person=who.id))


def test_progress_shows_each_criterion(home, filled, case):
    now = datetime.now(UTC)
    who, _ = accounts.sign_in(filled, "trainee nl", Role.TRAINEE, "nl", now, 1)
    for number in range(2):
        at = now - timedelta(days=number + 1)
        attempt = practice.start(filled, who, case, Mode.PRACTICE, at, clock_on=True, seed=0)
        practice.submit(filled, who, attempt, 1, GOOD, Action.REPLY_PUBLIC, at)
    at = at_page(home, "progress", "trainee")
    assert not at.exception
    assert {"Criterium", "Verloop", "n"} <= set(at.table[0].value)
    assert "nog te kort" in words(at)


def test_a_trainer_makes_a_path(home):
    at = at_page(home, "paths", "trainer")
    at.text_input(key="path-title").set_value(EVIL)
    at.multiselect(key="path-scenarios").set_value(["internet-drie-dagen"])
    next(b for b in at.button if b.label == "Maak het leerpad").click().run()
    assert "Het leerpad staat klaar" in words(at)
    assert "<img" not in " ".join(str(e.value) for e in at.get("html"))


def test_a_path_without_a_name_is_refused_in_words(home):
    at = at_page(home, "paths", "trainer")
    at.multiselect(key="path-scenarios").set_value(["internet-drie-dagen"])
    next(b for b in at.button if b.label == "Maak het leerpad").click().run()
    assert "Geef het leerpad een naam" in words(at)


def test_a_trainee_makes_no_path(home):
    assert "Geen toegang" in words(at_page(home, "paths", "trainee"))


@pytest.fixture
def certificate(filled, case):
    """The one with the hostile name did all of a path."""
    now, who = datetime.now(UTC), user_named(filled, EVIL[:40])
    lead, _ = accounts.sign_in(filled, "Lead", Role.LEAD, "nl", now, 1)
    path = paths.make(filled, lead, EVIL, (case.scenario.id,), 70, {case.scenario.id}, now)
    attempt = practice.start(filled, who, case, Mode.PRACTICE, now, clock_on=True, seed=0)
    for place, text in enumerate((GOOD, "Ik bel nu. ^SV"), start=1):
        practice.go_on(filled, who, attempt, now)
        answered = practice.submit(filled, who, attempt, place, text, Action.REPLY_PUBLIC, now)
        adjust(filled, who, answered, now, replace(scores_of(answered.scorecard), passed=True, total=90.0))
    return certificates.issue(filled, who, path, {case.scenario.id: case}, now)


def test_a_trainee_sees_his_path_and_what_to_do_next(home, certificate):
    at = at_page(home, "certificates", "trainee")
    assert "0 van 1 scenario" in words(at)
    assert any(b.label.startswith("Oefen:") for b in at.button)
    assert "<img" not in " ".join(str(e.value) for e in at.get("html"))


def test_a_code_verifies_without_sign_in_and_shows_words_only(home, certificate):
    at = app(home).run()
    at.switch_page(f"{PAGES}/verify.py")
    at.query_params["code"] = certificate.shown_code
    at.run()
    assert "Dit certificaat is echt" in words(at)
    assert "&lt;img" in words(at)
    assert "<img" not in " ".join(str(e.value) for e in at.get("html"))


def test_a_wrong_code_shows_no_name(home, certificate):
    at = app(home).run()
    at.switch_page(f"{PAGES}/verify.py")
    at.query_params["code"] = "ABCD-EFGH-JKMN-PQRS"
    at.run()
    assert "We kennen geen certificaat" in words(at)
    assert "&lt;img" not in words(at)
