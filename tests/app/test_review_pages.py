"""The review pages without a browser: they run for a lead in both languages, and for nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from scoring import Action
from simulator import accounts, practice
from simulator.casebook.library import load_library
from simulator.practice import Mode
from simulator.run import load_run
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests.app.test_pages import app, home, shown  # noqa: F401 home is a fixture
from tests.conftest import COLLECTION

QUEUE, REPLY = "simulator/ui/pages/review_queue.py", "simulator/ui/pages/review_reply.py"


@pytest.fixture
def turn(home):  # noqa: F811
    """A reply that does not pass, by a trainee of the workshop's team."""
    store = open_store(f"sqlite:///{home / 'app.db'}")
    upgrade(store)
    now = datetime.now(UTC)
    who, _ = accounts.sign_in(store, "Robin", accounts.Role.TRAINEE, "nl", now, 1)
    case = load_library(COLLECTION).cases["internet-drie-dagen"]
    attempt = practice.start(store, who, case, Mode.PRACTICE, now, clock_on=True, seed=0)
    found = load_run(store, who, attempt).turns[0].id
    text = "Zet hier je klantnummer neer."
    practice.submit(store, who, attempt, 1, text, Action.REPLY_PUBLIC, now + timedelta(seconds=9))
    store.close()
    return found


def opened(home, turn, role="lead", lang="nl", **state):  # noqa: F811
    at = app(home, role, lang).run()
    for key, value in state.items():
        at.session_state[key] = value
    at.switch_page(REPLY)
    at.query_params["turn"] = turn
    return at.run()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_queue_and_a_reply_run_for_a_lead(home, turn, lang):  # noqa: F811
    at = app(home, "lead", lang).run()
    at.switch_page(QUEUE).run()
    assert not at.exception
    assert ("1 antwoord om na te kijken" if lang == "nl" else "1 reply to review") in shown(at)
    at = opened(home, turn, lang=lang)
    assert not at.exception
    assert "Robin" in shown(at)
    assert {n.label for n in at.number_input} >= {"Protocol"}


@pytest.mark.parametrize("role", ["trainee", "trainer", "admin"])
def test_nobody_else_gets_in(home, turn, role):  # noqa: F811
    at = app(home, role).run()
    at.switch_page(QUEUE).run()
    assert "Geen toegang" in shown(at)
    assert "Geen toegang" in shown(opened(home, turn, role))


def test_blind_nothing_of_the_automatic_score_is_sent(home, turn):  # noqa: F811
    at = opened(home, turn, **{"review-blind": True})
    sent = " ".join(str(element) for element in at.main)
    assert "klantnummer" in shown(at)
    assert "wc-verdict" not in sent
    assert "asks_personal" not in sent
    assert all(number.value is None for number in at.number_input)


def test_an_unknown_reply_is_explained(home):  # noqa: F811
    at = opened(home, "nergens")
    assert not at.exception
    assert "bestaat niet" in shown(at)


def test_an_adjustment_without_a_reason_is_refused_in_words(home, turn):  # noqa: F811
    at = opened(home, turn)
    tone = next(n for n in at.number_input if n.label == "Toon")
    tone.set_value(77).run()
    next(b for b in at.button if b.label == "Pas de score aan").click().run()
    assert "Kies bij elke aanpassing een reden" in shown(at)


def test_what_the_browser_kept_of_a_blind_judgement_fits_its_form(home, turn):  # noqa: F811
    at = opened(home, turn, **{"review-blind": True})
    tone, verdict = next(n for n in at.number_input if n.label == "Toon"), at.radio[0]
    at.session_state[tone.key], at.session_state[verdict.key] = 63, False
    at.run()
    assert not at.exception
    assert next(n for n in at.number_input if n.label == "Toon").value == 63
    assert at.radio[0].value is False
