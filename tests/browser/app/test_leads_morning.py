"""A lead's whole morning in one go, by hand from sign-in on; and what the trainee finds afterwards."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app.lead import Lead
from tests.browser.app.trainee import Trainee

pytestmark = pytest.mark.browser

SCENARIO = "internet-drie-dagen"
BAD = "Bel maar. Zet hier je klantnummer neer."
DISPUTED = (
    "Dag Sanne. Balen zeg, dat je voor niks vrij hebt genomen. Sorry! Stuur je een DM met je postcode? "
    "Ik bel je vandaag voor 17 uur. ^NO"
)
REMARK = "Doet wat hier nodig is"
OBJECTION = "Ik zei het wel, met andere woorden."
WHY_ADJUSTED = "Je toon is beter dan de score zei."
WHY_ACCEPTED = "Goed gezien, je erkende het wel."
WHY_ASSIGNED = "Hier oefen je het kort houden."


def ask_for_a_look(trainee: Trainee) -> str:
    """Answer badly and ask the lead to look at it; gives the attempt."""
    attempt = trainee.begin(SCENARIO)
    trainee.answer(BAD)
    trainee.press("Vraag je teamleider om te kijken")
    expect(trainee.page.get_by_text("Je vroeg je teamleider om te kijken")).to_be_visible()
    return attempt


def review_blind_and_adjust(lead: Lead) -> None:
    """Score the reply in view before the automatic score is there, then see that and adjust it."""
    page = lead.page
    expect(page.get_by_text(BAD)).to_be_visible()
    expect(page.locator(".wc-verdict")).to_have_count(0)
    lead.judge({"Snelheid": 90, "Toon": 30, "Persoonlijk": 20, "Protocol": 10}, "Niet geslaagd")
    expect(page.get_by_text("Score van de simulator").first).to_be_visible()
    lead.adjust("Toon", 55, "Te streng")
    lead.close_review(WHY_ADJUSTED)


def promised_total(page: Page) -> int:
    """The total that counts when the dispute in view is accepted."""
    return int(page.get_by_role("row", name=re.compile("Totaal")).get_by_role("cell").nth(2).inner_text())


def test_a_lead_reviews_decides_and_assigns_and_the_trainee_finds_all_three(page, another, small_sim):
    desk = another()
    trainee = Trainee(desk, small_sim)
    trainee.sign_in("Morgan Ochtend")
    reviewed = ask_for_a_look(trainee)
    trainee.begin(SCENARIO)
    trainee.answer(DISPUTED)
    trainee.dispute(REMARK, OBJECTION)

    lead = Lead(page, small_sim)
    lead.sign_in("Ochtend Leider")
    lead.go("/review-queue")
    expect(page.get_by_text("niet geslaagd").first).to_be_visible()
    lead.switch("Blind nakijken")
    expect(page.get_by_text("niet geslaagd")).to_have_count(0)
    lead.open("gevraagd door de trainee")
    review_blind_and_adjust(lead)
    lead.go("/disputes")
    lead.press("Bekijken")
    expect(page.get_by_text(OBJECTION)).to_be_visible()
    promised = promised_total(page)
    lead.accept_dispute(WHY_ACCEPTED)
    lead.assign("Korte klok", "Morgan Ochtend", WHY_ASSIGNED, within="over 5 dagen")

    trainee.go(f"/practise?attempt={reviewed}")
    expect(desk.get_by_role("heading", name="Je teamleider keek dit na")).to_be_visible()
    expect(desk.get_by_text(WHY_ADJUSTED)).to_be_visible()
    expect(desk.get_by_role("cell", name="Te streng")).to_be_visible()
    expect(desk.get_by_role("cell", name="55", exact=True).first).to_be_visible()
    trainee.go("/")
    expect(desk.get_by_text("Voor jou klaargezet")).to_be_visible()
    expect(desk.get_by_text(WHY_ASSIGNED)).to_be_visible()
    expect(desk.get_by_text(re.compile(r"uiterlijk \d+ "))).to_be_visible()
    trainee.press("Lees het antwoord")
    expect(desk.get_by_text(f"De score die nu telt: {promised}")).to_be_visible()
    expect(desk.get_by_text(WHY_ACCEPTED).first).to_be_visible()
    expect(desk.get_by_text("Je kreeg gelijk op")).to_be_visible()
