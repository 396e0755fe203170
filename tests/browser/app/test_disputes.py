"""A dispute from both sides, what a trainer makes of it, and an assignment that is given, seen and done."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app.test_accessibility import assert_accessible
from tests.browser.app.trainee import Sim, Trainee
from tests.browser.conftest import wait_ready

pytestmark = [pytest.mark.browser, pytest.mark.long]

CASE = "internet-drie-dagen"
OWN_WORDS = "Balen zeg, dat je voor niks vrij hebt genomen."
REPLY = f"Dag Sanne. {OWN_WORDS} Sorry! Stuur je een DM met je postcode? Ik bel je vandaag voor 17 uur. ^NO"
LAST = (
    "Dag Sanne, ik bel nu met de planning en laat je vandaag voor 17 uur weten wanneer de monteur komt. ^NO"
)
HOSTILE = "**vet** ![x](http://evil.example/a) <img src=//evil.example/b> =1+1"


@pytest.fixture
def another(browser, browser_context_args):
    """Makes pages of other people's browsers."""
    contexts = []

    def page() -> Page:
        contexts.append(browser.new_context(**browser_context_args))
        return contexts[-1].new_page()

    yield page
    for context in contexts:
        context.close()


class Colleague:
    """A lead or a trainer in a browser page of his own."""

    def __init__(self, page: Page, sim: Sim, name: str, role: str) -> None:
        self.page, self.sim = page, sim
        self.go("/")
        page.get_by_label("Je naam").fill(name)
        page.get_by_text(role, exact=True).click(delay=50)
        self.press("Aan de slag")
        page.wait_for_function("document.cookie.includes('webcare_sign_in')")

    def go(self, path: str) -> None:
        self.page.goto(self.sim.app.base_url + path)
        wait_ready(self.page)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click(delay=50)
        wait_ready(self.page)

    def choose(self, label: str, option: str) -> None:
        self.page.get_by_label(label).first.click()
        self.page.get_by_role("option", name=re.compile(re.escape(option))).first.click(delay=50)
        wait_ready(self.page)
        self.page.keyboard.press("Escape")


def dispute(trainee: Trainee, remark: str, words: str) -> None:
    page = trainee.page
    page.get_by_text("Oneens met een opmerking?").click(delay=50)
    page.get_by_label("Over welke opmerking gaat het?").click()
    page.keyboard.type(remark)
    page.get_by_role("option", name=re.compile(remark)).first.click(delay=50)
    page.get_by_label(re.compile("Leg uit waarom")).fill(words)
    trainee.press("Bezwaar versturen")
    expect(page.get_by_text("Je bezwaar is verstuurd")).to_be_visible()


def test_a_dispute_is_decided_seen_and_becomes_an_example(page, another, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.sign_in("Noor")
    lead = Colleague(another(), small_sim, "Lea", "Teamleider")
    trainer = Colleague(another(), small_sim, "Tess", "Trainer")
    attempt = trainee.begin(CASE)
    trainee.answer(REPLY)
    before = trainee.total
    dispute(trainee, "Doet wat hier nodig is", f"Ik zei het wel. {HOSTILE}")
    expect(page.get_by_text("Wacht op je teamleider sinds")).to_be_visible()
    assert_accessible(page)

    lead.go("/disputes")
    assert_accessible(lead.page)
    lead.press("Bekijken")
    expect(lead.page.get_by_text(HOSTILE, exact=False)).to_be_visible()
    cells = lead.page.get_by_role("row", name=re.compile("Totaal")).get_by_role("cell")
    expect(cells).to_have_count(4)
    cells = cells.all_inner_texts()
    promised = int(cells[2])
    assert int(cells[1]) == before < promised
    assert_accessible(lead.page)
    lead.press("Besluit vastleggen")
    expect(lead.page.get_by_text("Kies een besluit.")).to_be_visible()
    lead.page.get_by_text("Eens: de opmerking telt niet").click(delay=50)
    lead.page.get_by_label(re.compile("Wat wil je de cursist zeggen")).fill(f"Goed gezien. {HOSTILE}")
    lead.press("Besluit vastleggen")
    expect(lead.page.get_by_text("Leert het scenario hiervan?")).to_be_visible()

    trainee.go("/")
    trainee.press("Lees het antwoord")
    expect(page.get_by_text(f"De score die nu telt: {promised}")).to_be_visible()
    expect(page.get_by_text(f"Goed gezien. {HOSTILE}").first).to_be_visible()
    expect(page.get_by_text("Je kreeg gelijk op")).to_be_visible()
    ((total,),) = small_sim.rows(
        "select f.total from final_scores f join turns t on t.id = f.turn_id where t.attempt_id = ?",
        attempt,
    )
    assert round(total) == promised

    lead.choose("Welk stuk is het voorbeeld?", OWN_WORDS)
    expect(lead.page.get_by_text("Dit antwoord: van")).to_be_visible()
    lead.press("Voorstellen aan de trainers")
    expect(lead.page.get_by_text("Voorgesteld aan de trainers")).to_be_visible()

    trainer.go("/proposals")
    expect(trainer.page.get_by_text(OWN_WORDS)).to_be_visible()
    expect(trainer.page.get_by_text("Noor")).to_have_count(0)
    assert_accessible(trainer.page)
    trainer.press("Overnemen")
    expect(trainer.page.locator(".cm-content")).to_be_visible()
    query = "select content from working_copies where path = ?"
    ((text,),) = small_sim.rows(query, f"netwijs/{CASE}.yaml")
    assert f"- {OWN_WORDS}" in text
    assert small_sim.rows("select 1 from publications") == []


def test_an_assignment_is_given_seen_and_done(page, another, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.sign_in("Pim **x**")
    lead = Colleague(another(), small_sim, "Lou", "Teamleider")
    lead.go("/assignments")
    lead.choose("Welke scenario's?", "Boze herhaalklager")
    lead.page.get_by_text("Bepaalde mensen").click(delay=50)
    wait_ready(lead.page)
    lead.choose("Welke mensen?", "Pim **x**")
    lead.page.get_by_label(re.compile("Wil je er iets bij zeggen")).fill(HOSTILE)
    lead.page.keyboard.press("Tab")
    wait_ready(lead.page)
    lead.press("Opdracht geven")
    expect(lead.page.get_by_text("Er is één opdracht gegeven.")).to_be_visible()
    expect(lead.page.get_by_role("cell", name="Pim **x**")).to_be_visible()
    expect(lead.page.get_by_role("cell", name="Nog niet klaar")).to_be_visible()
    assert_accessible(lead.page)

    trainee.go("/")
    expect(page.get_by_text("Voor jou klaargezet")).to_be_visible()
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    expect(page.get_by_text(re.compile(r"uiterlijk \d+ "))).to_be_visible()
    assert_accessible(page)
    trainee.press("Beginnen")
    trainee.press("start")
    expect(trainee.box).to_be_visible()
    trainee.answer(REPLY)
    trainee.press("go_on")
    expect(trainee.box).to_have_value("")
    trainee.answer(LAST)
    trainee.go("/")
    expect(page.get_by_text("Voor jou klaargezet")).to_have_count(0)

    lead.go("/assignments")
    lead.page.get_by_text("1 van 1 klaar").first.click()
    expect(lead.page.get_by_role("cell", name=re.compile("Klaar op"))).to_be_visible()
