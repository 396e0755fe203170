"""A trainer in the browser: writes, reads what the checker says, saves and publishes, by the names on the screen."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.app.trainee import Sim
from tests.browser.conftest import wait_ready


class Trainer:
    """Somebody who writes scenarios in one browser page."""

    def __init__(self, page: Page, sim: Sim) -> None:
        self.page, self.sim = page, sim

    def go(self, path: str) -> None:
        self.page.goto(self.sim.app.base_url + path)
        wait_ready(self.page)

    def sign_in(self, name: str) -> None:
        self.go("/")
        self.page.get_by_label("Je naam").fill(name)
        self.page.get_by_text("Trainer", exact=True).click(delay=50)
        self.press("Aan de slag")
        expect(self.page.get_by_role("button", name="Scenario's")).to_be_visible()
        self.page.wait_for_function("document.cookie.includes('webcare_sign_in')")

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click(delay=50)
        wait_ready(self.page)

    def new_scenario(self, name: str) -> None:
        """Make one from the template, on the page."""
        self.go("/authoring")
        self.page.get_by_text("Nieuw", exact=True).click(delay=50)
        self.page.get_by_label(re.compile("Naam van het bestand")).fill(name)
        self.press("Maken van sjabloon")
        expect(self.content).to_be_visible(timeout=20_000)

    def open(self, path: str) -> None:
        self.go(f"/write?path={path}")
        expect(self.content).to_be_visible(timeout=20_000)

    @property
    def content(self) -> Locator:
        return self.page.locator(".cm-content")

    def write(self, text: str, path: str) -> None:
        """Replace the whole text by typing over it; returns when the server has it."""
        self.content.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)
        query = "select 1 from working_copies where path = ? and content = ?"
        for _ in range(100):
            if self.sim.rows(query, path, text):
                wait_ready(self.page)
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("the text did not reach the server")

    def said(self) -> list[str]:
        """What the list of diagnostics says, a text each; waits until they are about this text."""
        expect(self.page.locator(".dimmed, [aria-busy=true]")).to_have_count(0)
        return self.page.locator(".faults button").all_inner_texts()

    def show(self, part: str) -> None:
        """Choose one of the views below the text."""
        group = self.page.get_by_test_id("stButtonGroup")
        group.get_by_text(part, exact=True).first.click(delay=50)
        wait_ready(self.page)

    def publish(self) -> None:
        self.press("Publiceren")
        expect(self.page.get_by_text(re.compile(r"^.?\s?Versie \d+ is gepubliceerd"))).to_be_visible(
            timeout=60_000
        )
        wait_ready(self.page)
