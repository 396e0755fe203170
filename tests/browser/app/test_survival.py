"""The text survives: expiry, reload, a cut connection, a killed server."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.browser.app.proxy import CuttableProxy
from tests.browser.app.trainee import Trainee

pytestmark = pytest.mark.browser

SENTENCE = "Wat vervelend dat je al drie dagen zonder internet zit en dinsdag voor niets wachtte. "


def wait_for_draft(trainee: Trainee, attempt: str, text: str, seconds: float = 60) -> None:
    for _ in range(int(seconds * 20)):
        if trainee.sim.draft(attempt) == text:
            return
        trainee.page.wait_for_timeout(50)
    assert trainee.sim.draft(attempt) == text


def test_when_the_clock_runs_out_while_typing_every_character_reaches_the_server(page, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Tess")
    attempt = trainee.begin("korte-klok", mode="test")
    trainee.choose("public")
    trainee.box.focus()
    typed = ""
    # In one question to the page: the box may be gone between two.
    takes_text = "boxes => boxes.some(box => !box.readOnly && !box.disabled)"
    while trainee.box.evaluate_all(takes_text) and len(typed) < 2000:
        typed += SENTENCE[len(typed) % len(SENTENCE)]
        page.keyboard.type(typed[-1], delay=60)
        if page.locator(".wc-verdict").count():
            break
    expect(page.locator(".wc-verdict")).to_be_visible()
    stored = small_sim.rows(
        "select a.text, a.expired from answers a join turns t on t.id = a.turn_id where t.attempt_id = ?",
        attempt,
    )
    text, expired = stored[0]
    assert expired == 1
    # The last key may have been struck after zero, when the box no longer took it.
    assert typed.startswith(text)
    assert len(typed) - len(text) <= 2


def test_a_reload_in_mid_sentence_keeps_every_character(page, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Rik")
    trainee.begin("internet-drie-dagen")
    trainee.choose("public")
    trainee.box.press_sequentially(SENTENCE, delay=5)
    page.reload()
    expect(trainee.box).to_have_value(SENTENCE)


def test_what_is_typed_is_on_the_server_within_a_second(page, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Sam")
    attempt = trainee.begin("internet-drie-dagen")
    trainee.box.press_sequentially(SENTENCE, delay=5)
    wait_for_draft(trainee, attempt, SENTENCE, seconds=1)


def test_another_computer_shows_the_servers_copy(page, small_sim, another):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Ans")
    attempt = trainee.begin("internet-drie-dagen")
    trainee.box.press_sequentially(SENTENCE, delay=5)
    wait_for_draft(trainee, attempt, SENTENCE)
    second = Trainee(another(), small_sim)
    second.come_in("Ans")
    second.go(f"/practise?attempt={attempt}")
    expect(second.box).to_have_value(SENTENCE)


def test_a_connection_cut_for_longer_than_the_server_remembers_keeps_the_text(page, forgetful_sim):
    with CuttableProxy(forgetful_sim.app.port) as proxy:
        trainee = Trainee(page, forgetful_sim)
        direct = forgetful_sim.app.base_url
        page.goto(f"http://localhost:{proxy.port}/")
        trainee.go = lambda path="/": page.goto(f"http://localhost:{proxy.port}{path}")
        trainee.come_in("Kees")
        attempt = trainee.begin("internet-drie-dagen")
        trainee.choose("public")
        trainee.box.press_sequentially("Voor de breuk. ", delay=5)
        wait_for_draft(trainee, attempt, "Voor de breuk. ")
        proxy.cut()
        trainee.box.press_sequentially("Tijdens de breuk.", delay=20)
        page.wait_for_timeout(8000)
        proxy.restore()
        expect(trainee.box).to_have_value("Voor de breuk. Tijdens de breuk.")
        wait_for_draft(trainee, attempt, "Voor de breuk. Tijdens de breuk.")
        assert direct.endswith(str(forgetful_sim.app.port))


def test_a_killed_server_loses_at_most_the_last_second(page, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Bas")
    attempt = trainee.begin("internet-drie-dagen")
    trainee.choose("public")
    trainee.box.press_sequentially(SENTENCE, delay=5)
    wait_for_draft(trainee, attempt, SENTENCE)
    trainee.box.press_sequentially("En nog iets", delay=5)
    small_sim.app.restart()
    assert small_sim.draft(attempt).startswith(SENTENCE)
    page.reload()
    expect(trainee.box).to_have_value(SENTENCE + "En nog iets")
    wait_for_draft(trainee, attempt, SENTENCE + "En nog iets")


def test_a_form_that_fails_says_so_with_a_number_and_the_text_is_kept(page, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Mia")
    attempt = trainee.begin("internet-drie-dagen")
    trainee.choose("public")
    trainee.box.press_sequentially(SENTENCE, delay=5)
    wait_for_draft(trainee, attempt, SENTENCE)
    small_sim.change("update turns set turn_id = '?' || turn_id")
    trainee.button("send").click(delay=50)
    told = page.get_by_text("Er ging iets mis op deze pagina")
    expect(told).to_be_visible()
    expect(told).to_contain_text(re.compile(r"nummer: \w{6}"))
    small_sim.change("update turns set turn_id = substr(turn_id, 2)")
    page.reload()
    expect(trainee.box).to_have_value(SENTENCE)


def test_a_reply_that_meets_a_locked_database_stays_in_the_form_until_it_can_be_stored(page, small_sim):
    trainee, text = Trainee(page, small_sim), "Ik wacht op de database. "
    trainee.come_in("Lot")
    attempt = trainee.begin("internet-drie-dagen")
    trainee.choose("public")
    trainee.box.press_sequentially(text, delay=5)
    wait_for_draft(trainee, attempt, text)
    with closing(sqlite3.connect(small_sim.database, isolation_level=None)) as other:
        other.execute("begin immediate")
        trainee.button("send").click(delay=50)
        expect(page.get_by_text("Je tekst staat nog hier")).to_be_visible()
        expect(trainee.box).to_have_value(text)
        assert not small_sim.rows("select text from answers where text like ?", f"{text.strip()}%")
        other.execute("rollback")
    trainee.button("send").click(delay=50)
    expect(page.locator(".wc-verdict")).to_be_visible()


NOTE_WINDOWS = """new MutationObserver(() => {
  if (document.querySelector('body > [data-testid="stDialog"]')) document.documentElement.dataset.windowSeen = "";
}).observe(document, {childList: true, subtree: true})"""


def test_a_page_without_its_server_says_so_itself_until_it_is_back(page, small_sim):
    page.add_init_script(NOTE_WINDOWS)
    person = Trainee(page, small_sim)
    person.come_in("Uma")
    person.go("/progress")
    told = page.locator(".wc-outage")
    expect(told).to_have_count(0)
    small_sim.app.kill()
    try:
        expect(told).to_have_text(re.compile("Geen verbinding met de server"))
        expect(page.locator("html[data-window-seen]")).to_have_count(1)
        expect(page.get_by_role("dialog")).to_have_count(0)
    finally:
        small_sim.app.start()
    expect(told).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_form_that_keeps_the_text_tells_of_the_outage_alone(page, small_sim):
    page.add_init_script(NOTE_WINDOWS)
    trainee = Trainee(page, small_sim)
    trainee.come_in("Ivo")
    trainee.begin("internet-drie-dagen")
    small_sim.app.kill()
    try:
        expect(page.locator("html[data-window-seen]")).to_have_count(1)
        expect(page.locator(".notice", has_text="Je kunt doortypen")).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.locator(".wc-outage")).to_have_count(0)
    finally:
        small_sim.app.start()
