"""Somebody at work in one browser page; does what a person does, by the names on the screen."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from simulator.accounts import Role
from tests.browser.app.sim import Sim
from tests.browser.conftest import wait_ready


class Person:
    """Somebody in one browser page, in Dutch."""

    role = Role.TRAINEE
    lang = "nl"

    def __init__(self, page: Page, sim: Sim) -> None:
        self.page, self.sim = page, sim

    def go(self, path: str = "/") -> None:
        """Open an address of the app."""
        self.page.goto(self.sim.app.base_url + path)
        wait_ready(self.page)

    def press(self, name: str) -> None:
        """Press a button by its name."""
        self.page.get_by_role("button", name=name, exact=True).click(delay=50)
        wait_ready(self.page)

    def come_in(self, name: str) -> None:
        """Be signed in from the next page on, without the form."""
        self.sim.let_in(self.page, name, self.role, self.lang)

    def sign_in(self, name: str) -> None:
        """Sign in by the form, into the team of the workshop; the role is known by its place in the list."""
        self.go("/")
        self.page.get_by_label("Je naam").fill(name)
        self.page.get_by_test_id("stRadioOption").nth(list(Role).index(self.role)).click(delay=50)
        self.press("Aan de slag")
        # The first page of a server waits for the collection.
        expect(self.page.get_by_role("heading", name="Alle scenario's")).to_be_visible()
        # The browser must have kept the sign-in before the page is left.
        self.page.wait_for_function("document.cookie.includes('webcare_sign_in')")
