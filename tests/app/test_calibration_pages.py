"""Calibration, re-scoring and the employer's settings without a browser: who gets in, and what is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from scoring import Action
from simulator import accounts, calibration, practice, rescoring
from simulator.accounts import Role
from simulator.casebook.library import load_library
from simulator.employer import change, checked, settings_of
from simulator.practice import Mode
from simulator.store import people
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests.app.test_pages import ENTRY, home, shown  # noqa: F401 home is a fixture

NOW = datetime.now(UTC)


@pytest.fixture
def store(home):  # noqa: F811
    opened = open_store(f"sqlite:///{home / 'app.db'}")
    upgrade(opened)
    yield opened
    opened.close()


def signed_in(store, name, role):
    """Somebody of the workshop with a role, also one that cannot be chosen there."""
    who, token = accounts.sign_in(store, name, Role.LEAD, "nl", NOW, 1)
    with store.write() as connection:
        people.give_role(connection, who.id, people.WORKSHOP, role, NOW)
    return accounts.load(store, who.id), token


def page_of(token, page, **query):
    at = AppTest.from_file(ENTRY, default_timeout=60)
    at.session_state["token"] = token
    at.run()
    at.switch_page(f"simulator/ui/pages/{page}.py")
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


@pytest.fixture
def round_(store, home):  # noqa: F811
    """A round of two leads on one reply: the store, the leads' sign-ins and the round's id."""
    case = load_library(home / "scenarios").cases["internet-drie-dagen"]
    trainee = accounts.sign_in(store, "Geheime Trainee", Role.TRAINEE, "nl", NOW, 1)[0]
    attempt = practice.start(store, trainee, case, Mode.PRACTICE, NOW - timedelta(hours=1), clock_on=False)
    text = "**Vet** <b>Bel</b> [klik](https://evil.example)"
    practice.submit(store, trainee, attempt, 1, text, Action.REPLY_PUBLIC, NOW - timedelta(minutes=50))
    leads = [signed_in(store, name, "lead") for name in ("Ann *x*", "Bob")]
    (found,) = calibration.candidates(store, leads[0][0], NOW, days=7)
    round_id = calibration.open_round(
        store, leads[0][0], "Ronde [1](x)", None, [found.turn_id], [leads[1][0].id], NOW
    )
    return leads, round_id


@pytest.mark.parametrize("address", ["calibration", "rescoring", "employer"])
def test_a_trainee_gets_no_access(store, address):
    _, token = signed_in(store, "Trainee", "trainee")
    assert "Geen toegang" in shown(page_of(token, address))


@pytest.mark.parametrize(
    ("address", "role"), [("calibration", "admin"), ("rescoring", "lead"), ("employer", "lead")]
)
def test_each_page_is_for_its_own_role(store, address, role):
    _, token = signed_in(store, "Iemand", role)
    assert "Geen toegang" in shown(page_of(token, address))


def test_a_lead_alone_is_told_that_a_round_takes_two(store):
    _, token = signed_in(store, "Ann", "lead")
    at = page_of(token, "calibration")
    assert "nog geen andere teamleider" in shown(at)
    assert not at.exception


def test_a_member_judges_without_seeing_who_wrote_it_or_what_it_scored(store, round_):
    leads, round_id = round_
    at = page_of(leads[1][1], "calibration", round=round_id)
    assert not at.exception
    html = shown(at)
    assert "&lt;b&gt;Bel&lt;/b&gt;" in html
    for told in ("Geheime", 'class="wc-verdict', 'data-testid="total"'):
        assert told not in html


def test_a_score_is_kept_at_once(store, round_):
    leads, round_id = round_
    at = page_of(leads[1][1], "calibration", round=round_id)
    at.selectbox[0].set_value(70).run()
    own = calibration.own_judgements(store, leads[1][0], round_id)
    assert [value for (_, name), value in own.items() if name == "tone"] == [70]


def test_being_done_too_early_says_what_is_missing(store, round_):
    leads, round_id = round_
    at = page_of(leads[1][1], "calibration", round=round_id)
    next(b for b in at.button if b.label == "Ik ben klaar").click().run()
    assert "Nog niet af: antwoord 1" in shown(at)


def test_the_outcome_of_a_closed_round_shows_members_and_no_figure_of_few(store, round_):
    leads, round_id = round_
    for (who, _), score in zip(leads, (80, 40), strict=True):
        for name in ("tone", "personalisation", "protocol"):
            calibration.judge(store, who, round_id, 1, name, score, NOW)
        calibration.judge(store, who, round_id, 1, "passed", score > 50, NOW)
        calibration.finish(store, who, round_id, NOW)
    at = page_of(leads[0][1], "calibration", round=round_id)
    assert not at.exception
    tables = " ".join(str(t.value.to_dict()) for t in at.table)
    assert "te weinig om te zeggen (1)" in tables
    assert "Bob" in tables
    assert [row[:3] for row in at.table[-1].value.values.tolist() if row[0] == "Toon"] == [
        ["Toon", "80", "40"]
    ]


def test_an_unknown_round_is_explained(store):
    _, token = signed_in(store, "Ann", "lead")
    assert "Deze ronde is er niet" in shown(page_of(token, "calibration", round="nergens"))


def test_nothing_is_lost_when_settings_cannot_be(store):
    who, token = signed_in(store, "Admin", "admin")
    at = page_of(token, "employer")
    at.number_input(key="employer-tone").set_value(59).run()
    at.number_input(key="employer-dispute_days").set_value(0).run()
    at.text_input(key="employer-lrs_url").set_value("ftp://x").run()
    next(b for b in at.button if b.label == "Bewaren").click().run()
    html = shown(at)
    for told in ("Maak er samen 100 van", "1 tot 90 dagen", "begint met https"):
        assert told in html
    assert at.number_input(key="employer-tone").value == 59
    assert settings_of(store, who.employer_id).dispute_days == 14


def test_saved_settings_stand_in_the_history(store):
    who, token = signed_in(store, "Admin", "admin")
    at = page_of(token, "employer")
    at.number_input(key="employer-dispute_days").set_value(21).run()
    next(b for b in at.button if b.label == "Bewaren").click().run()
    assert "Bezwaar: van 14 dagen naar 21 dagen" in shown(at)
    assert settings_of(store, who.employer_id).dispute_days == 21


def test_saving_without_a_change_makes_no_version(store):
    _, token = signed_in(store, "Admin", "admin")
    at = page_of(token, "employer")
    next(b for b in at.button if b.label == "Bewaren").click().run()
    html = shown(at)
    assert "Er is niets veranderd" in html
    assert "nog niets veranderd" in html


def test_scoring_again_is_tried_applied_and_taken_back(store, round_):
    admin, token = signed_in(store, "Admin", "admin")
    weights = {"speed": 0.05, "tone": 0.05, "personalisation": 0.6, "protocol": 0.3}
    change(store, admin, checked({"weights": weights}), NOW)
    at = page_of(token, "rescoring")
    next(b for b in at.button if b.label == "Proberen").click().run()
    assert "1 antwoord bekeken" in shown(at)
    at.text_input(key="rescoring-reason").set_value("Andere gewichten").run()
    next(b for b in at.button if b.label == "Score alles opnieuw").click().run()
    assert "Klaar: 1 nieuwe score" in shown(at)
    at.text_input(key="revert-reason").set_value("Toch niet").run()
    next(b for b in at.button if b.label == "Ja, draai terug").click().run()
    assert "Teruggedraaid: 1 score" in shown(at)
    assert [p.row.reverts is None for p in rescoring.history(store, admin)] == [False, True]


def test_scoring_again_without_a_reason_is_refused(store, round_):
    admin, token = signed_in(store, "Admin", "admin")
    at = page_of(token, "rescoring")
    next(b for b in at.button if b.label == "Score alles opnieuw").click().run()
    assert "Schrijf erbij waarom" in shown(at)
    assert rescoring.history(store, admin) == []
