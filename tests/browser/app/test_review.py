"""The lead's morning: the queue, a blind review, a comment on words, an adjustment; and what the trainee reads of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.app.lead import Lead
from tests.browser.app.test_accessibility import assert_accessible
from tests.browser.app.trainee import Trainee
from tests.browser.conftest import wait_ready

pytestmark = [pytest.mark.browser, pytest.mark.long]

SCENARIO = "internet-drie-dagen"
BAD = "Bel maar. Zet hier je klantnummer neer. <img src=//evil.example/x> **boos**"
HOSTILE = "![x](http://evil.example/a) [klik](http://evil.example) $x^2$ :red[nee]"


@pytest.fixture
def rooms(browser, small_sim):
    """A trainee and two leads, each in a browser of his own."""
    contexts = [
        browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900}) for _ in range(3)
    ]
    asked = []
    for context in contexts:
        context.on("request", lambda request: asked.append(request.url))
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()
    assert not [url for url in asked if "evil.example" in url]


def answer(trainee, text):
    """Answer in public; the first reply of a server waits for the language models."""
    trainee.choose("public")
    trainee.box.fill(text)
    trainee.button("send").click(delay=50)
    expect(trainee.page.locator(".wc-verdict")).to_be_visible(timeout=90_000)
    wait_ready(trainee.page)


def test_a_lead_reviews_blind_adjusts_and_comments_and_the_trainee_reads_it(page, rooms, small_sim):
    page.goto(small_sim.app.base_url)
    desk, first, second = rooms
    trainee = Trainee(desk, small_sim)
    trainee.sign_in("Robin Kijk")
    attempt = trainee.begin(SCENARIO)
    answer(trainee, BAD)
    trainee.press("Vraag je teamleider om te kijken")
    expect(desk.get_by_text("Je vroeg je teamleider om te kijken")).to_be_visible()

    lead = Lead(first, small_sim)
    lead.sign_in("Lies Leidt")
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
    other.sign_in("Tim Ook")
    other.go("/review-queue")
    expect(second.get_by_text("Lies Leidt is ermee bezig")).to_be_visible()
    other.open_first()
    expect(second.get_by_text("Lies Leidt kijkt dit antwoord nu na, tot")).to_be_visible()
    expect(second.get_by_role("button", name="Eens met de score")).to_have_count(0)

    for label, value in (("Snelheid", 90), ("Toon", 30), ("Persoonlijk", 20), ("Protocol", 10)):
        lead.number(label, value)
    first.get_by_test_id("stRadioGroup").get_by_text("Niet geslaagd", exact=True).click(delay=50)
    wait_ready(first)
    lead.press("Bewaar mijn oordeel")
    expect(first.locator(".wc-verdict")).to_be_visible()
    expect(first.get_by_role("cell", name="30", exact=True).first).to_be_visible()

    lead.number("Toon", 55)
    lead.choose("Waarom pas je Toon aan", "Te streng")
    expect(first.get_by_text("Met jouw aanpassing wordt het")).to_be_visible()
    lead.word("Zet").focus()
    first.keyboard.press("Space")
    for _ in range(3):
        first.keyboard.press("Shift+ArrowRight")
    expect(first.get_by_text("Gekozen: “Zet hier je klantnummer”")).to_be_visible()
    first.get_by_label("Wat wil je hierbij zeggen?").fill(HOSTILE)
    lead.press("Voeg toe")
    expect(first.get_by_text(HOSTILE)).to_be_visible()
    first.get_by_label("Wat wil je de trainee zeggen?").fill(
        "Vraag het via een privébericht. **Samen** kom je er."
    )
    lead.press("Pas de score aan")
    expect(first.get_by_text("Bewaard. De trainee ziet het")).to_be_visible()
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


def test_words_are_chosen_with_the_mouse_and_keys_move_through_the_queue(page, rooms, small_sim):
    page.goto(small_sim.app.base_url)
    desk, first, _ = rooms
    trainee = Trainee(desk, small_sim)
    trainee.sign_in("Noor Twee")
    for text in ("Eerste slechte antwoord hier.", "Tweede slechte antwoord daar."):
        trainee.begin(SCENARIO)
        answer(trainee, text)
    lead = Lead(first, small_sim)
    lead.sign_in("Muis Leider")
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
