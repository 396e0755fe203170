"""What tests of the YAML editor do with its page."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.components.conftest import Case
from tests.browser.conftest import wait_ready

FAULTY = "format: 1\ntitle: een fout hier\nlanguage: nl  # let op\n\nturns: []  # tip\n"


def content(page: Page) -> Locator:
    return page.locator(".cm-content")


def text_of(page: Page) -> str:
    """The text as shown; for documents that fit in the window."""
    return "\n".join(page.locator(".cm-line").all_inner_texts()).replace("\u200b", "")


def expect_text(page: Page, text: str) -> None:
    expect(page.locator(".cm-line")).to_have_text(text.split("\n"), use_inner_text=True)


def go_to_end(page: Page) -> None:
    content(page).click()
    page.keyboard.press("Control+End")


def local_copy(page: Page, slot: str) -> dict | None:
    return page.evaluate("slot => JSON.parse(localStorage.getItem('webcare-draft:yaml:' + slot))", slot)


def refresh(page: Page) -> None:
    """A rerun that has nothing to do with the editor; afterwards the page stands still."""
    count = page.get_by_text(re.compile(r"^Vernieuwd: \d+$"))
    before = int(count.inner_text().split()[-1])
    page.get_by_role("button", name="Vernieuw").click(delay=50)
    expect(count).to_have_text(f"Vernieuwd: {before + 1}")
    wait_ready(page)


def stored(case: Case, text: str, seq: int = 1, **more: object) -> None:
    case.write({"stored": {case.name: {"seq": seq, "text": text}}, **more})


def has(case: Case, text: str, slot: str = "") -> Callable[[dict], bool]:
    return lambda state: state["texts"].get(slot or case.name, {}).get("text") == text


def holds(case: Case, words: str) -> Callable[[dict], bool]:
    return lambda state: words in state["texts"].get(case.name, {}).get("text", "")
