"""The server dies (SIGKILL) while someone types: the text stays and arrives in the end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.components.conftest import APPS, Case
from tests.browser.conftest import App

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def case_app(running_app: Callable[..., App], case_home: Path) -> App:
    return running_app(APPS / "reply_form_app.py", {"CASES": str(case_home)})


@pytest.mark.parametrize("fragment", [False, True], ids=["page", "fragment"])
@pytest.mark.parametrize("before", ["", "Voor de storing. "], ids=["first-words", "mid-text"])
def test_text_survives_a_killed_server(case: Case, page: Page, fragment: bool, before: str) -> None:
    case.write({"fragment": fragment})
    case.open(page)
    box = page.locator("textarea")
    box.focus()
    if before:
        page.keyboard.type(before)
        case.wait(lambda s: s["draft"] and s["draft"]["text"] == before)
    case.app.kill()
    page.keyboard.type("Tijdens de storing.", delay=20)
    expect(box).to_have_value(before + "Tijdens de storing.")
    expect(box).to_be_editable()
    expect(page.locator(".save")).to_have_text("Nog alleen in deze browser bewaard", timeout=10_000)
    case.app.start()
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == before + "Tijdens de storing.", seconds=40)
    expect(page.locator(".save")).to_contain_text("Bewaard om")
    expect(box).to_have_value(before + "Tijdens de storing.")


def test_a_submit_during_the_outage_arrives_once_the_server_is_back(case: Case, page: Page) -> None:
    case.open(page)
    page.locator(".choice", has_text="Openbaar").click()
    page.locator("textarea").fill("Verstuurd tijdens de storing")
    case.wait(lambda s: s["draft"] and s["draft"]["text"])
    case.app.kill()
    page.locator(".send").click()
    expect(page.locator(".send")).to_have_text("Wordt verstuurd …")
    case.app.start()
    state = case.wait(lambda s: s["submits"], seconds=60)
    assert {s["text"] for s in state["submits"]} == {"Verstuurd tijdens de storing"}
    assert len({(s["slot"], s["seq"]) for s in state["submits"]}) == 1


def test_a_reload_after_a_crash_restores_the_newest_copy(case: Case, page: Page) -> None:
    case.open(page)
    page.locator("textarea").press_sequentially("Een halve zi", delay=10)
    case.app.restart()
    case.open(page)
    expect(page.locator("textarea")).to_have_value("Een halve zi")
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == "Een halve zi")
