"""What a trainee does: choose, answer wrongly, read why, answer better, see the better score and both tries."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.app.trainee import Trainee
from tests.browser.conftest import wait_ready

pytestmark = pytest.mark.browser

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
ROUNDS = {
    "nl": (
        "herhaalklager-zonder-internet",
        "Bel onze klantenservice maar, dan kijken ze daar wel even. Zet hier anders je klantnummer en adres neer.",
    ),
    "en": (
        "third-failed-delivery",
        "Please call our customer service. Or put your order number and full address in a reply here.",
    ),
}


@pytest.mark.parametrize(("lang", "size"), [("nl", WIDE), ("en", PHONE)], ids=["nl-wide", "en-phone"])
def test_a_trainee_answers_badly_reads_why_and_does_better(page, sim, model_answer, lang, size):
    scenario, bad = ROUNDS[lang]
    page.set_viewport_size(size)
    trainee = Trainee(page, sim, lang)
    trainee.come_in("Robin")
    trainee.go("/")
    page.locator(f'[data-id="{scenario}"]').click(delay=50)
    trainee.press("start")
    expect(trainee.box).to_be_visible()

    trainee.answer(bad)
    first = trainee.total
    expect(page.locator(".wc-verdict")).to_contain_text(trainee.words["not_passed"])
    expect(page.locator("ul.wc-remarks").first).to_contain_text("■")

    page.get_by_role("button", name=re.compile(trainee.words["again"])).click(delay=50)
    expect(trainee.box).to_be_visible()
    expect(trainee.box).to_have_value("")
    trainee.answer(model_answer(scenario, trainee.attempt))
    assert trainee.total > first
    expect(page.locator(".wc-verdict")).to_contain_text(trainee.words["passed"])

    trainee.press("compare")
    expect(page.get_by_test_id("total")).to_have_count(2)
    shown = [int(total) for total in page.get_by_test_id("total").all_inner_texts()]
    assert sorted(shown) == shown
    trainee.go("/progress")
    table = page.get_by_role("table").last
    expect(table.get_by_role("row")).to_have_count(3)
    for total in shown:
        expect(table.get_by_role("cell", name=str(total), exact=True).first).to_be_visible()


def test_the_conversation_goes_on_and_ends(page, sim, model_answer):
    trainee = Trainee(page, sim)
    trainee.come_in("Noor")
    trainee.begin("herhaalklager-zonder-internet")
    trainee.answer(model_answer("herhaalklager-zonder-internet", trainee.attempt))
    trainee.press("go_on")
    expect(trainee.box).to_be_visible()
    expect(trainee.box).to_have_value("")


def test_hints_are_there_in_practice_and_not_in_a_test(page, sim):
    trainee = Trainee(page, sim)
    trainee.come_in("Hugo")
    trainee.begin("herhaalklager-zonder-internet")
    expect(page.get_by_text(trainee.words["hints"])).to_be_visible()
    trainee.begin("herhaalklager-zonder-internet", mode="test")
    expect(page.get_by_text(trainee.words["hints"])).to_have_count(0)


def test_a_pause_hides_the_post_and_keeps_the_text(page, sim):
    trainee = Trainee(page, sim)
    trainee.come_in("Pim")
    attempt = trainee.begin("herhaalklager-zonder-internet")
    trainee.box.press_sequentially("Tot hier gekomen")
    page.wait_for_timeout(1200)
    trainee.press("pause")
    expect(trainee.box).to_have_count(0)
    trainee.press("resume")
    expect(trainee.box).to_have_value("Tot hier gekomen")
    assert sim.draft(attempt) == "Tot hier gekomen"


def test_a_standard_reply_can_be_put_in_while_there_is_a_form(page, sim):
    trainee = Trainee(page, sim)
    trainee.come_in("Stef")
    trainee.begin("herhaalklager-zonder-internet")
    page.get_by_role("tab", name="Standaardteksten").click(delay=50)
    put_in = page.get_by_role("button", name="Zet in mijn antwoord").first
    put_in.click(delay=50)
    expect(trainee.box).not_to_have_value("")
    trainee.answer("Bel ons maar. ^SV")
    expect(put_in).not_to_be_visible()
    page.reload()
    expect(page.locator(".wc-verdict")).to_be_visible()
    page.get_by_role("tab", name="Standaardteksten").click(delay=50)
    expect(put_in).not_to_be_visible()
    trainee.press("again")
    expect(trainee.box).to_have_value("")
    put_in.click(delay=50)
    expect(trainee.box).not_to_have_value("")


def test_somebody_elses_attempt_says_no_access(page, sim, another):
    trainee = Trainee(page, sim)
    trainee.come_in("Eva")
    attempt = trainee.begin("herhaalklager-zonder-internet")
    second = Trainee(another(), sim)
    second.come_in("Mo")
    second.go(f"/practise?attempt={attempt}")
    expect(second.page.get_by_role("heading", name="Geen toegang")).to_be_visible()


def test_sign_in_stands_at_the_address_that_was_asked_for(page, sim):
    trainee = Trainee(page, sim)
    trainee.go("/progress")
    page.get_by_label(trainee.words["name"]).fill("Lotte")
    trainee.press("enter")
    expect(page.get_by_role("heading", name="Mijn voortgang")).to_be_visible()


def test_hostile_names_are_shown_as_typed(page, sim):
    trainee = Trainee(page, sim)
    name = "![x](http://evil.example/a) **b**"
    trainee.sign_in(name)
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def test_the_start_button_stays_under_the_pointer_when_the_way_of_practising_changes(page, sim):
    trainee = Trainee(page, sim)
    trainee.come_in()
    trainee.go(f"/practise?scenario={ROUNDS['nl'][0]}")
    before = trainee.button("start").bounding_box()
    page.get_by_test_id("stRadioGroup").get_by_text(trainee.words["test"], exact=True).click(delay=50)
    wait_ready(page)
    expect(page.locator('[data-testid="stCheckbox"] input')).to_be_disabled()
    assert trainee.button("start").bounding_box() == before
