"""A dispute from both sides, what a trainer makes of it, and an assignment that is given, seen and done."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.app.lead import Lead
from tests.browser.app.test_accessibility import assert_accessible
from tests.browser.app.trainee import Trainee
from tests.browser.app.trainer import Trainer

pytestmark = [pytest.mark.browser, pytest.mark.long]

CASE = "internet-drie-dagen"
OWN_WORDS = "Balen zeg, dat je voor niks vrij hebt genomen."
REPLY = f"Dag Sanne. {OWN_WORDS} Sorry! Stuur je een DM met je postcode? Ik bel je vandaag voor 17 uur. ^NO"
LAST = (
    "Dag Sanne, ik bel nu met de planning en laat je vandaag voor 17 uur weten wanneer de monteur komt. ^NO"
)
HOSTILE = "**vet** ![x](http://evil.example/a) <img src=//evil.example/b> =1+1"


def test_a_dispute_is_decided_seen_and_becomes_an_example(page, another, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Noor")
    lead, trainer = Lead(another(), small_sim), Trainer(another(), small_sim)
    lead.come_in("Lea")
    trainer.come_in("Tess")
    attempt = trainee.begin(CASE)
    trainee.answer(REPLY)
    before = trainee.total
    trainee.dispute("Doet wat hier nodig is", f"Ik zei het wel. {HOSTILE}")
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
    lead.accept_dispute(f"Goed gezien. {HOSTILE}")

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
    query = (
        "select w.content from working_copies w join users u on u.id = w.user_id "
        "where w.path = ? and u.employer_id = ?"
    )
    ((text,),) = small_sim.rows(query, f"netwijs/{CASE}.yaml", small_sim.team)
    assert f"- {OWN_WORDS}" in text
    assert small_sim.rows("select 1 from publications where path = ?", f"netwijs/{CASE}.yaml") == []


def test_an_assignment_is_given_seen_and_done(page, another, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Pim **x**")
    lead = Lead(another(), small_sim)
    lead.come_in("Lou")
    lead.assign("Boze herhaalklager", "Pim **x**", HOSTILE)
    expect(lead.page.get_by_role("cell", name="Pim **x**")).to_be_visible()
    expect(lead.page.get_by_role("cell", name="Nog niet klaar")).to_be_visible()
    assert_accessible(lead.page)

    trainee.go("/")
    expect(page.get_by_text("Voor jou klaargezet")).to_be_visible()
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    expect(page.get_by_text(re.compile(r"uiterlijk \d+ "))).to_be_visible()
    assert_accessible(page)
    trainee.button("Beginnen").first.click(delay=50)
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
