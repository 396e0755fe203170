"""What a lead or a trainee has half written outlives a reload of the page, and goes when it is sent."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.app.lead import Lead
from tests.browser.app.trainee import Trainee

pytestmark = pytest.mark.browser

WORDS = "Mooi dat je het meteen uitzoekt. <b>Noem</b> ook wanneer ze iets hoort"
KEPT = "() => Object.keys(localStorage).filter(key => key.startsWith('webcare-draft:words:'))"


def test_a_leads_half_written_comment_outlives_a_reload_and_goes_when_it_is_sent(page, another, small_sim):
    trainee = Trainee(another(), small_sim)
    trainee.come_in("Robin Kijk")
    trainee.begin("internet-drie-dagen")
    trainee.answer("Wat vervelend! Ik zoek het vandaag voor je uit.")

    lead = Lead(page, small_sim)
    lead.come_in("Lies Leidt")
    lead.go("/review-queue")
    lead.open_first()
    comment = page.get_by_label("Wat wil je de trainee zeggen?")
    comment.press_sequentially(WORDS)
    page.reload()
    expect(comment).to_have_value(WORDS)

    lead.press("Eens met de score")
    expect(page.get_by_text("Bewaard. De trainee ziet het")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate(KEPT) == []
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
