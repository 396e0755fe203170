"""The lead's morning: the queue, a blind review, a comment on words, an adjustment; and what the trainee reads of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.app.lead import Lead
from tests.browser.app.test_accessibility import assert_accessible
from tests.browser.app.trainee import Trainee

pytestmark = [pytest.mark.browser, pytest.mark.long]

SCENARIO = "internet-drie-dagen"
BAD = "Bel maar. Zet hier je klantnummer neer. <img src=//evil.example/x> **boos**"
HOSTILE = "![x](http://evil.example/a) [klik](http://evil.example) $x^2$ :red[nee]"


@pytest.fixture
def rooms(another):
    """A trainee and two leads, each in a browser of his own."""
    pages = [another() for _ in range(3)]
    for page in pages:
        page.set_viewport_size({"width": 1280, "height": 900})
    return pages


def test_a_lead_reviews_blind_adjusts_and_comments_and_the_trainee_reads_it(rooms, small_sim):
    desk, first, second = rooms
    trainee = Trainee(desk, small_sim)
    trainee.come_in("Robin Kijk")
    attempt = trainee.begin(SCENARIO)
    trainee.answer(BAD)
    trainee.press("Vraag je teamleider om te kijken")
    expect(desk.get_by_text("Je vroeg je teamleider om te kijken")).to_be_visible()

    lead = Lead(first, small_sim)
    lead.come_in("Lies Leidt")
    lead.go("/review-queue")
    expect(first.get_by_text("niet geslaagd: vraagt gegevens in het openbaar")).to_be_visible()
    expect(first.get_by_text("Robin Kijk")).to_have_count(0)
    lead.switch("Blind nakijken")
    expect(first.get_by_text("niet geslaagd")).to_have_count(0)
    assert_accessible(first)

    lead.open_first()
    expect(first.get_by_role("heading", level=1)).to_have_text("Antwoord van Robin Kijk")
    expect(first.locator(".wc-verdict")).to_have_count(0)
    expect(first.locator(".mark")).to_have_count(0)
    assert_accessible(first)

    other = Lead(second, small_sim)
    other.come_in("Tim Ook")
    other.go("/review-queue")
    expect(second.get_by_text("Lies Leidt is ermee bezig")).to_be_visible()
    other.open_first()
    expect(second.get_by_text("Lies Leidt kijkt dit antwoord nu na, tot")).to_be_visible()
    expect(second.get_by_role("button", name="Eens met de score")).to_have_count(0)

    lead.judge({"Snelheid": 90, "Toon": 30, "Persoonlijk": 20, "Protocol": 10}, "Niet geslaagd")
    expect(first.get_by_role("cell", name="30", exact=True).first).to_be_visible()

    lead.adjust("Toon", 55, "Te streng")
    lead.word("Zet").focus()
    first.keyboard.press("Space")
    for _ in range(3):
        first.keyboard.press("Shift+ArrowRight")
    expect(first.get_by_text("Gekozen: “Zet hier je klantnummer”")).to_be_visible()
    first.get_by_label("Wat wil je hierbij zeggen?").fill(HOSTILE)
    lead.press("Voeg toe")
    expect(first.get_by_text(HOSTILE)).to_be_visible()
    lead.close_review("Vraag het via een privébericht. **Samen** kom je er.")
    assert_accessible(first)

    desk.reload()
    trainee.go(f"/practise?attempt={attempt}")
    expect(desk.get_by_role("heading", name="Je teamleider keek dit na")).to_be_visible()
    expect(desk.get_by_text("Vraag het via een privébericht. **Samen** kom je er.")).to_be_visible()
    expect(desk.get_by_test_id("span-comments")).to_contain_text(HOSTILE)
    expect(desk.get_by_test_id("span-comments")).to_contain_text("Zet hier je klantnummer")
    expect(desk.get_by_role("cell", name="Te streng")).to_be_visible()
    expect(desk.get_by_role("cell", name="55", exact=True).first).to_be_visible()
    expect(desk.locator("img[src*=evil]")).to_have_count(0)
    assert_accessible(desk)

    lead.go("/review-queue")
    expect(first.get_by_text("Niets te doen met deze filters")).to_be_visible()


def test_words_are_chosen_with_the_mouse_and_keys_move_through_the_queue(rooms, small_sim):
    desk, first, _ = rooms
    trainee = Trainee(desk, small_sim)
    trainee.come_in("Noor Twee")
    for text in ("Eerste slechte antwoord hier.", "Tweede slechte antwoord daar."):
        trainee.begin(SCENARIO)
        trainee.answer(text)
    lead = Lead(first, small_sim)
    lead.come_in("Muis Leider")
    lead.go("/review-queue")
    lead.open_first()
    expect(first.get_by_label("Het gesprek").first).to_be_visible()
    lead.word("Tweede").hover()
    first.mouse.down()
    lead.word("antwoord").hover()
    first.mouse.up()
    expect(first.get_by_text("Gekozen: “Tweede slechte antwoord”")).to_be_visible()
    first.get_by_role("heading", level=1).click()
    first.keyboard.press("j")
    expect(lead.word("Eerste")).to_be_visible()
    first.keyboard.press("k")
    expect(lead.word("Tweede")).to_be_visible()
