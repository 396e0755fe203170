"""A trainer in the browser: writes, reads what the checker says, saves and publishes, by the names on the screen."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from simulator.accounts import Role
from tests.browser.app.person import Person
from tests.browser.conftest import wait_ready


class Trainer(Person):
    """Somebody who writes scenarios in one browser page."""

    role = Role.TRAINER

    def new_scenario(self, name: str) -> None:
        """Make one from the template, on the page."""
        self.go("/authoring")
        self.page.get_by_text("Nieuw", exact=True).click(delay=50)
        self.page.get_by_label(re.compile("Naam van het bestand")).fill(name)
        self.press("Maken van sjabloon")
        expect(self.content).to_be_visible()

    def open(self, path: str) -> None:
        self.go(f"/write?path={path}")
        expect(self.content).to_be_visible()

    @property
    def content(self) -> Locator:
        return self.page.locator(".cm-content")

    def write(self, text: str, path: str) -> None:
        """Replace the whole text by typing over it; returns when the server has it."""
        self.content.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)
        query = "select 1 from working_copies where path = ? and content = ?"
        for _ in range(600):
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
