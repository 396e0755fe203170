"""The server dies (SIGKILL) while someone types: the text stays and arrives in the end."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.components.conftest import Case

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("fragment", "before"),
    [pytest.param(False, "", marks=pytest.mark.long), (True, "Voor de storing. ")],
    ids=["first-words-page", "mid-text-fragment"],
)
def test_text_survives_a_killed_server(case: Case, page: Page, fragment: bool, before: str) -> None:
    case.write({"fragment": fragment})
    case.open(page)
    box = page.locator("textarea")
    box.focus()
    if before:
        page.keyboard.type(before)
        case.wait(lambda s: s["draft"] and s["draft"]["text"] == before)
    case.app.kill()
    # Some three seconds later Streamlit opens its window "Connection error" and takes the focus.
    during = "Tijdens de storing: " + "abcdefghijklmnopqrstuvwxyz 0123456789 " * 3
    page.keyboard.type(during, delay=60)
    expect(box).to_have_value(before + during)
    expect(box).to_be_focused()
    expect(box).to_be_editable()
    expect(page.locator(".save")).to_have_text("Nog alleen in deze browser bewaard")
    expect(page.locator(".notice")).to_contain_text("Geen verbinding.")
    case.app.start()
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == before + during)
    expect(page.locator(".save")).to_contain_text("Bewaard om")
    expect(page.locator(".notice")).to_have_text("")
    expect(box).to_have_value(before + during)


def test_a_submit_during_the_outage_arrives_once_the_server_is_back(case: Case, page: Page) -> None:
    case.open(page)
    page.locator(".choice", has_text="Openbaar").click()
    page.locator("textarea").fill("Verstuurd tijdens de storing")
    case.wait(lambda s: s["draft"] and s["draft"]["text"])
    case.app.kill()
    page.locator(".send").click()
    expect(page.locator(".send")).to_have_text("Wordt verstuurd …")
    case.app.start()
    state = case.wait(lambda s: s["submits"])
    assert {s["text"] for s in state["submits"]} == {"Verstuurd tijdens de storing"}
    assert len({(s["slot"], s["seq"]) for s in state["submits"]}) == 1


def test_time_up_during_the_outage_still_brings_every_character(case: Case, page: Page) -> None:
    case.open(page)
    page.locator("textarea").press_sequentially("Begin")
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == "Begin")
    # Begun here, so that the deadline falls inside the outage.
    case.write({"clock": {"elapsed_ms": 0, "target_ms": 10_000, "left_ms": 10_000, "hard": True}})
    case.refresh(page)
    page.locator("textarea").focus()
    case.app.kill()
    page.keyboard.type(" en einde.")
    expect(page.locator("textarea")).not_to_be_editable()
    assert case.state()["expired"] == []
    case.app.start()
    state = case.wait(lambda s: s["expired"])
    assert state["expired"][0]["text"] == "Begin en einde."


def test_a_reload_after_a_crash_restores_the_newest_copy(case: Case, page: Page) -> None:
    case.open(page)
    page.locator("textarea").press_sequentially("Een halve zi", delay=10)
    case.app.restart()
    case.open(page)
    expect(page.locator("textarea")).to_have_value("Een halve zi")
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == "Een halve zi")
