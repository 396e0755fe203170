"""What a lead or a trainee has half written or chosen outlives a reload of the page, and goes when it is sent."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.app.lead import Lead, with_a_reply
from tests.browser.app.trainee import Trainee
from tests.browser.conftest import wait_ready

pytestmark = pytest.mark.browser

WORDS = "Mooi dat je het meteen uitzoekt. <b>Noem</b> ook wanneer ze iets hoort"
KEPT = "() => Object.keys(localStorage).filter(key => key.startsWith('webcare-draft:words:'))"

DAMAGE = """() => {
  const broken = {
    tone: "41", speed: 1e9, passed: 3, compliment: "x", criteria: [1, ["tone.greets"]], marks: [[1], [5, 2, "y"]],
    "protocol-why": "nobody", nobody: {}, protocol: 17,
  };
  for (const key of Object.keys(localStorage).filter(k => k.includes("review-choices"))) {
    const kept = JSON.parse(localStorage.getItem(key));
    localStorage.setItem(key, JSON.stringify({ ...kept, text: JSON.stringify(broken) }));
  }
}"""


def kept_in_the_end(page) -> list[str]:
    """What the browser keeps; the page has it forget what was sent shortly after it says so."""
    for _ in range(100):
        if not page.evaluate(KEPT):
            break
        page.wait_for_timeout(200)
    return page.evaluate(KEPT)


def wait_until_kept(page, switch: str) -> None:
    """Wait until the browser keeps how a switch was set; what cannot be seen on the page has no other sign."""
    for _ in range(100):
        if any(cookie["name"] == f"webcare_{switch}" for cookie in page.context.cookies()):
            return
        page.wait_for_timeout(200)
    raise AssertionError(f"{switch} is not kept")


def test_a_leads_half_written_comment_outlives_a_reload_and_goes_when_it_is_sent(page, another, small_sim):
    lead = with_a_reply(page, another, small_sim)
    comment = page.get_by_label("Wat wil je de trainee zeggen?")
    comment.press_sequentially(WORDS)
    page.reload()
    expect(comment).to_have_value(WORDS)

    lead.press("Eens met de score")
    expect(page.get_by_text("Bewaard. De trainee ziet het")).to_be_visible()
    assert kept_in_the_end(page) == []
    assert len(small_sim.rows("select id from reviews where comment = ?", WORDS)) == 1


def test_half_written_words_are_for_their_writer_alone(page, small_sim):
    Trainee(page, small_sim).come_in("Robin Kijk")
    lead = Lead(page, small_sim)
    lead.come_in("Lies Leidt")
    lead.go("/assignments")
    note = page.get_by_label("Wil je er iets bij zeggen")
    note.press_sequentially(WORDS)
    page.reload()
    expect(note).to_have_value(WORDS)

    page.context.clear_cookies()
    other = Lead(page, small_sim)
    other.come_in("Tim Ook")
    other.go("/assignments")
    expect(note).to_be_visible()
    page.wait_for_timeout(1000)
    expect(note).to_have_value("")


def test_a_leads_choices_outlive_a_reload_and_go_when_they_are_sent(page, another, small_sim):
    lead = with_a_reply(page, another, small_sim)
    lead.adjust("Toon", 41, "Te streng")
    lead.word("vervelend!").click()
    page.get_by_label("Wat wil je hierbij zeggen?").fill("Goed gezien.")
    page.keyboard.press("Tab")
    wait_ready(page)
    lead.press("Voeg toe")
    expect(page.get_by_text("Goed gezien.")).to_be_visible()

    page.reload()
    wait_ready(page)
    tone = page.get_by_label(re.compile("^Toon")).first
    expect(tone).to_have_value("41")
    expect(page.get_by_text("Met jouw aanpassing wordt het")).to_be_visible()
    expect(page.get_by_text("Goed gezien.")).to_be_visible()

    said = "Mooi gedaan, en nu nog iets warmer."
    lead.close_review(said)
    assert kept_in_the_end(page) == []
    of_it = "from {0} join reviews on reviews.id = {0}.review_id where reviews.comment = ?"
    adjusted = small_sim.rows("select name, adjusted, reason " + of_it.format("adjustments"), said)
    assert adjusted == [("tone", 41.0, "too_strict")]
    marked = small_sim.rows("select review_marks.comment " + of_it.format("review_marks"), said)
    assert marked == [("Goed gezien.",)]


def test_choices_that_are_taken_back_are_not_given_again(page, another, small_sim):
    lead = with_a_reply(page, another, small_sim)
    tone = page.get_by_label(re.compile("^Toon")).first
    expect(tone).not_to_have_value("0")
    before = int(tone.input_value())
    lead.number("Toon", before - 5)
    expect(page.get_by_text("Waarom pas je Toon aan")).to_be_visible()
    lead.number("Toon", before)
    expect(page.get_by_text("Waarom pas je Toon aan")).to_be_hidden()

    page.reload()
    wait_ready(page)
    page.wait_for_timeout(1000)
    expect(tone).to_have_value(str(before))
    assert page.evaluate(KEPT) == []


def test_damaged_choices_leave_the_form_as_it_is(page, another, small_sim):
    lead = with_a_reply(page, another, small_sim)
    tone = page.get_by_label(re.compile("^Toon")).first
    expect(tone).not_to_have_value("0")
    before = tone.input_value()
    lead.adjust("Toon", 41, "Te streng")
    page.evaluate(DAMAGE)
    page.reload()
    wait_ready(page)
    expect(page.get_by_label(re.compile("^Protocol")).first).to_have_value("17")
    expect(tone).to_have_value(before)
    assert page.get_by_test_id("stException").count() == 0


def test_reviewing_blind_outlives_a_reload_for_who_chose_it(page, another, small_sim):
    lead = with_a_reply(page, another, small_sim)
    score = page.locator(".wc-verdict")
    expect(score).to_be_visible()
    lead.go("/review-queue")
    lead.switch("Blind nakijken")
    blind = page.get_by_role("switch", name="Blind nakijken")
    wait_until_kept(page, "review-blind")
    page.reload()
    expect(blind).to_be_checked()
    expect(page.get_by_text("geslaagd", exact=False)).to_have_count(0)

    other = Lead(page, small_sim)
    page.context.clear_cookies(name="webcare_sign_in")
    other.come_in("Tim Ook")
    other.go("/review-queue")
    expect(blind).to_be_visible()
    expect(blind).not_to_be_checked()
