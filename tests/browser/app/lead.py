"""A team lead in the browser: does what a person does, by the names on the screen."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.app.trainee import Sim
from tests.browser.conftest import wait_ready

REVIEW = re.compile("^Nakijken: ")


class Lead:
    """Somebody who reviews in one browser page, in Dutch."""

    def __init__(self, page: Page, sim: Sim) -> None:
        self.page, self.sim = page, sim

    def go(self, path: str) -> None:
        self.page.goto(self.sim.app.base_url + path)
        wait_ready(self.page)

    def sign_in(self, name: str) -> None:
        self.go("/")
        self.page.get_by_label("Je naam").fill(name)
        self.page.get_by_test_id("stRadioGroup").get_by_text("Teamleider", exact=True).click(delay=50)
        self.press("Aan de slag")
        expect(self.page.get_by_role("heading", name="Alle scenario's")).to_be_visible()
        self.page.wait_for_function("document.cookie.includes('webcare_sign_in')")

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click(delay=50)
        wait_ready(self.page)

    def switch(self, name: str) -> None:
        """Flip a toggle."""
        self.page.get_by_test_id("stCheckbox").get_by_text(name, exact=True).click(delay=50)
        wait_ready(self.page)

    def open_first(self) -> None:
        """Open the first reply of the queue."""
        self.page.get_by_role("button", name=REVIEW).first.click(delay=50)
        expect(self.page.get_by_role("heading", name="Het antwoord", exact=True)).to_be_visible()
        wait_ready(self.page)

    def number(self, label: str, value: int) -> None:
        """Type a score."""
        box = self.page.get_by_label(re.compile(f"^{label}")).first
        box.fill(str(value))
        box.press("Enter")
        wait_ready(self.page)

    def choose(self, label: str, option: str) -> None:
        """Choose from a list."""
        self.page.get_by_role("combobox", name=re.compile(label)).click()
        self.page.get_by_role("option", name=option).click()
        wait_ready(self.page)

    def word(self, text: str) -> Locator:
        """A word of the reply that can be chosen."""
        return self.page.get_by_role("option", name=text, exact=True)
