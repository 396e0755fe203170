"""The pages of disputes, proposals and assignments without a browser: who sees them, what stands there, both languages."""

from __future__ import annotations

import html
from datetime import UTC, datetime, timedelta

import pytest

from scoring import Action
from simulator import accounts, assignments, disputes, practice, undo
from simulator.accounts import Role
from simulator.casebook.library import load_library
from simulator.disputes import Reason
from simulator.i18n import LANGUAGES, t
from simulator.practice import Mode
from simulator.run import load_run
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests.app.test_pages import app, home, shown

__all__ = ["home"]

REPLY = "Dag Sanne, bel even met onze klantenservice. ^SV"
EVIL = "<img src=//evil.example/x> **vet** [link](//evil.example)"


@pytest.fixture
def office(home):
    """A trainee with a disputed reply and an assignment, in the workshop's team."""
    now = datetime.now(UTC)
    store = open_store(f"sqlite:///{home / 'app.db'}")
    upgrade(store)
    case = load_library(home / "scenarios").cases["internet-drie-dagen"]
    lead, _ = accounts.sign_in(store, "Els", Role.LEAD, "nl", now, 1)
    trainee, _ = accounts.sign_in(store, "trainee nl", Role.TRAINEE, "nl", now, 1)
    attempt = practice.start(store, trainee, case, Mode.PRACTICE, now, clock_on=False, seed=0)
    practice.submit(store, trainee, attempt, 1, REPLY, Action.REPLY_PUBLIC, now)
    run = load_run(store, trainee, attempt)
    finding = undo.disputable(run.scorecards[run.turns[0].id])[0]
    key = undo.key_of(finding)
    dispute = disputes.dispute(store, trainee, attempt, 1, key, Reason.MISREAD, EVIL, now)
    assignments.assign(
        store, lead, "workshop", [case], [trainee.id], now, due_at=now + timedelta(days=3), note=EVIL
    )
    store.close()
    return attempt, dispute


def open_page(home, role, page, lang="nl", **query):
    at = app(home, role, lang).run()
    at.switch_page(f"simulator/ui/pages/{page}.py")
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


def fine(at):
    failed = [html.escape(t("page-failed", lang, number="").split(".")[0]) for lang in LANGUAGES]
    return not at.exception and not any(words in shown(at) for words in failed)


@pytest.mark.parametrize(
    ("page", "role"), [("disputes", "lead"), ("assignments", "lead"), ("proposals", "trainer")]
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_each_page_runs_for_its_role_and_for_no_other(home, office, page, role, lang):
    assert fine(open_page(home, role, page, lang))
    no_access = {"nl": "Geen toegang", "en": "No access"}[lang]
    assert no_access in shown(open_page(home, "trainee", page, lang))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_lead_reads_the_words_as_they_were_typed(home, office, lang):
    at = open_page(home, "lead", "disputes", lang, dispute=office[1])
    assert fine(at)
    assert "&lt;img src=//evil.example/x&gt; **vet**" in shown(at)
    assert "<img" not in shown(at)


def test_deciding_needs_a_choice_and_a_comment(home, office):
    at = open_page(home, "lead", "disputes", dispute=office[1])
    decide = next(b for b in at.button if b.label == "Besluit vastleggen")
    decide.click().run()
    assert "Kies een besluit." in shown(at)
    at.radio[0].set_value(disputes.Outcome.REJECTED)
    next(b for b in at.button if b.label == "Besluit vastleggen").click().run()
    assert "Schrijf een uitleg" in shown(at)


def test_an_unknown_dispute_is_explained(home, office):
    at = open_page(home, "lead", "disputes", dispute="nergens")
    assert "Dit bezwaar bestaat niet." in shown(at)


def test_the_trainee_finds_his_assignment_first_with_its_date_in_words(home, office):
    at = app(home, "trainee").run()
    text = shown(at)
    assert fine(at)
    assert text.index("Voor jou klaargezet") < text.index("Alle scenario")
    assert "uiterlijk " in text
    assert "<img" not in text


def test_under_the_feedback_stands_what_was_disputed(home, office):
    at = open_page(home, "trainee", "practise", attempt=office[0])
    assert fine(at)
    assert "Wacht op je teamleider" in shown(at)
    assert "Bezwaar intrekken" in [b.label for b in at.button]
    next(b for b in at.button if b.label == "Bezwaar intrekken").click().run()
    assert "Door jou ingetrokken" in shown(at)


def test_giving_an_assignment_without_a_scenario_says_what_is_missing(home, office):
    at = open_page(home, "lead", "assignments")
    next(b for b in at.button if b.label == "Opdracht geven").click().run()
    assert "Kies minstens" in shown(at)
