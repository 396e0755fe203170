"""The YAML editor keeps what is typed: through reloads, outages, other tabs and other documents."""

import itertools
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.components.conftest import Case
from tests.browser.components.yaml_editor_page import content, expect_text, go_to_end, has, refresh, stored
from tests.browser.conftest import wait_ready

pytestmark = [pytest.mark.browser, pytest.mark.long]


def test_typing_is_on_the_server_within_a_second(case: Case, page: Page) -> None:
    case.open(page)
    content(page).click()
    page.keyboard.type("title: Hoi")
    case.wait(has(case, "title: Hoi"), seconds=1.5)
    expect(page.locator(".save")).to_contain_text("Bewaard om")


def test_someone_who_never_stops_typing_is_heard_meanwhile(case: Case, page: Page) -> None:
    case.open(page)
    content(page).click()
    begin = time.time()
    page.keyboard.type("x" * 40, delay=80)
    times = [begin] + [event["at"] for event in case.state()["events"]]
    assert len(times) > 3
    assert max(b - a for a, b in itertools.pairwise(times)) < 1.6


def test_leaving_the_editor_sends_at_once(case: Case, page: Page) -> None:
    case.open(page)
    content(page).click()
    page.keyboard.insert_text("a: 1")
    content(page).blur()
    case.wait(has(case, "a: 1"))


def test_reload_keeps_what_was_typed_though_the_server_did_not_store_it(case: Case, page: Page) -> None:
    stored(case, "a: 1", deaf=True)
    case.open(page)
    go_to_end(page)
    page.keyboard.type(" en meer")
    assert case.state()["texts"] == {}
    page.reload()
    expect_text(page, "a: 1 en meer")
    stored(case, "a: 1")
    case.wait(has(case, "a: 1 en meer"))


def test_the_server_copy_is_shown_when_it_is_the_newest(case: Case, page: Page) -> None:
    case.open(page)
    content(page).click()
    page.keyboard.type("oud")
    case.wait(has(case, "oud"))
    case.write({"server": {"seq": 99, "text": "nieuw"}})
    page.reload()
    expect_text(page, "nieuw")


def test_a_server_copy_does_not_overwrite_newer_typing(case: Case, page: Page) -> None:
    stored(case, "a: 1", deaf=True)  # every rerun brings the old text again
    case.open(page)
    go_to_end(page)
    page.keyboard.type("23", delay=400)
    refresh(page)
    expect_text(page, "a: 123")


def test_a_newer_server_copy_is_shown_when_nothing_was_typed(case: Case, page: Page) -> None:
    stored(case, "a: 1\nb: 2")
    case.open(page)
    expect_text(page, "a: 1\nb: 2")
    case.write({"server": {"seq": 5, "text": "a: 1\nb: 3"}})
    refresh(page)
    expect_text(page, "a: 1\nb: 3")
    assert case.state()["events"] == []


def test_typing_wins_from_a_newer_server_copy_and_gets_the_highest_number(case: Case, page: Page) -> None:
    stored(case, "a: 1", deaf=True)
    case.open(page)
    go_to_end(page)
    page.keyboard.type("2")
    case.write({"stored": {case.name: {"seq": 50, "text": "van een ander"}}})
    case.wait(has(case, "a: 12"))
    assert case.state()["texts"][case.name]["seq"] == 51


def test_another_slot_is_another_document_with_its_own_history(case: Case, page: Page) -> None:
    texts = {"een": {"seq": 1, "text": "dit: een"}, "twee": {"seq": 1, "text": "dit: twee"}}
    case.write({"stored": texts, "slot": "een"})
    case.open(page)
    go_to_end(page)
    page.keyboard.type("!")
    case.wait(has(case, "dit: een!", slot="een"))
    case.write({"stored": texts, "slot": "twee"})
    refresh(page)
    expect_text(page, "dit: twee")
    content(page).click()
    page.keyboard.press("Control+z")
    expect_text(page, "dit: twee")
    case.write({"stored": texts, "slot": "een"})
    refresh(page)
    expect_text(page, "dit: een!")
    content(page).click()
    page.keyboard.press("Control+z")
    expect_text(page, "dit: een")
    assert "twee" not in case.state()["texts"]


def test_a_replaced_text_comes_once_and_can_be_undone(case: Case, page: Page) -> None:
    replace = {"data": {"replace": {"id": "r1", "text": "b: 2\nc: 3"}}}
    stored(case, "a: 1")
    case.open(page)
    stored(case, "a: 1", **replace)
    refresh(page)
    expect_text(page, "b: 2\nc: 3")
    case.wait(has(case, "b: 2\nc: 3"))
    content(page).click()
    page.keyboard.press("Control+z")
    expect_text(page, "a: 1")
    case.wait(has(case, "a: 1"))
    page.reload()
    wait_ready(page)
    refresh(page)
    expect_text(page, "a: 1")


def test_a_replacement_of_one_document_leaves_the_next_alone(case: Case, page: Page) -> None:
    texts = {name: {"seq": 1, "text": f"dit: {name}"} for name in ("een", "twee")}
    replace = {"replace": {"id": "r2", "text": "vervangen: ja"}}
    case.write({"stored": texts, "slot": "een", "data": replace})
    case.open(page)
    case.wait(has(case, "vervangen: ja", slot="een"))
    case.write({"stored": texts, "slot": "twee", "data": replace})
    refresh(page)
    expect_text(page, "dit: twee")
    refresh(page)
    assert "twee" not in case.state()["texts"]


def test_line_ends_stay_as_they_came(case: Case, page: Page) -> None:
    stored(case, "a: 1\r\nb: 2\r\n")
    case.open(page)
    expect_text(page, "a: 1\nb: 2\n")
    go_to_end(page)
    page.keyboard.type("c: 3")
    case.wait(has(case, "a: 1\r\nb: 2\r\nc: 3"))


def test_a_text_that_may_only_be_read_does_not_change(case: Case, page: Page) -> None:
    stored(case, "a: 1", data={"read_only": True})
    case.open(page)
    content(page).click()
    page.keyboard.type("x")
    page.keyboard.press("Control+s")
    expect_text(page, "a: 1")
    expect(page.locator(".locked")).to_have_text("Je kunt dit alleen lezen")
    expect(content(page)).to_have_attribute("aria-readonly", "true")
    assert case.state()["saves"] == []


def test_saving_sends_the_text_and_the_wish_once(case: Case, page: Page) -> None:
    case.open(page)
    content(page).click()
    page.keyboard.insert_text("a: 1")
    page.keyboard.press("Control+s")
    state = case.wait(lambda s: s["saves"])
    assert state["saves"] == [{"slot": case.name, "text": "a: 1"}]
    refresh(page)
    assert len(case.state()["saves"]) == 1


def test_more_than_a_million_characters_are_refused_aloud(case: Case, page: Page) -> None:
    stored(case, "x" * 80 + "\n", data={"replace": None})
    case.open(page)
    go_to_end(page)
    paste = "text => document.activeElement.shadowRoot.activeElement.dispatchEvent(Object.assign(new ClipboardEvent('paste', {bubbles: true, cancelable: true, clipboardData: (() => { const d = new DataTransfer(); d.setData('text/plain', 'y'.repeat(text)); return d; })()})))"
    page.evaluate(paste, 1_000_000)
    expect(page.get_by_role("alert").filter(has_text="Dit past er niet meer bij")).to_be_visible()
    expect_text(page, "x" * 80 + "\n")
    page.keyboard.type("z")
    expect(page.locator(".alert")).to_have_text("")
    case.wait(has(case, "x" * 80 + "\nz"))


def test_text_survives_a_killed_server(case: Case, page: Page) -> None:
    case.open(page)
    content(page).click()
    page.keyboard.type("voor ")
    case.wait(has(case, "voor "))
    case.app.kill()
    try:
        # Some three seconds later Streamlit opens its window "Connection error" and takes the focus.
        during = "tijdens de storing " * 6
        page.keyboard.type(during, delay=60)
        page.keyboard.press("Control+s")
        expect_text(page, "voor " + during)
        expect(content(page)).to_be_focused()
        expect(page.locator(".save")).to_have_text("Nog alleen in deze browser bewaard")
        expect(page.locator(".notice")).to_contain_text("Geen verbinding.")
    finally:
        case.app.start()
    case.wait(has(case, "voor " + during))
    case.wait(lambda s: s["saves"] == [{"slot": case.name, "text": "voor " + during}])
    expect(page.locator(".notice")).to_have_text("")
