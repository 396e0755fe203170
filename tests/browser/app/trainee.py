"""A trainee in the browser: does what a person does, by the names on the screen."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import App, wait_ready

WORDS = {
    "nl": {
        "name": "Je naam", "enter": "Aan de slag", "start": "Start", "send": "Versturen", "practice": "Oefenen",
        "test": "Toets", "public": "Openbaar antwoorden", "private": "Privé antwoorden", "again": "Opnieuw proberen",
        "go_on": "Verder met het gesprek", "compare": "Vergelijk pogingen", "passed": "Geslaagd",
        "not_passed": "Niet geslaagd", "all": "Alle scenario's", "hints": "Hints", "clock": "Klok aan",
        "leave": "Laten staan", "pause": "Pauzeer de klok", "resume": "Ga verder",
    },
    "en": {
        "name": "Your name", "enter": "Let's go", "start": "Start", "send": "Send", "practice": "Practice",
        "test": "Test", "public": "Reply in public", "private": "Reply in private", "again": "Try again",
        "go_on": "Go on with the conversation", "compare": "Compare tries", "passed": "Passed",
        "not_passed": "Not passed", "all": "All scenarios", "hints": "Hints", "clock": "Clock on",
        "leave": "Leave unanswered", "pause": "Pause the clock", "resume": "Resume",
    },
}  # fmt: skip


@dataclass
class Sim:
    """The real app on a database and a collection of its own."""

    app: App
    database: Path

    def rows(self, query: str, *values: object) -> list[tuple]:
        """What the database holds."""
        with sqlite3.connect(self.database, timeout=20) as connection:
            return connection.execute(query, values).fetchall()

    def draft(self, attempt: str) -> str:
        """Text of the newest draft of an attempt as the server has it."""
        query = "select d.text from drafts d join turns t on t.id = d.turn_id where t.attempt_id = ? order by t.number desc"
        found = self.rows(query, attempt)
        return found[0][0] if found else ""


class Trainee:
    """Somebody who practises in one browser page."""

    def __init__(self, page: Page, sim: Sim, lang: str = "nl") -> None:
        self.page, self.sim, self.words = page, sim, WORDS[lang]
        self.lang = lang

    def go(self, path: str = "/") -> None:
        self.page.goto(self.sim.app.base_url + path)
        wait_ready(self.page)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=self.words.get(name, name), exact=True)

    def press(self, name: str) -> None:
        wait_ready(self.page)
        self.button(name).click(delay=50)
        wait_ready(self.page)

    def sign_in(self, name: str = "Sanne") -> None:
        self.go("/")
        if self.lang == "en":
            self.page.get_by_role("radio", name=re.compile("Engels|English")).click(delay=50)
            expect(self.page.get_by_label(self.words["name"])).to_be_visible()
            wait_ready(self.page)
        self.page.get_by_label(self.words["name"]).fill(name)
        self.press("enter")
        expect(self.page.get_by_role("heading", name=self.words["all"])).to_be_visible()
        # The browser must have kept the sign-in before the page is left.
        self.page.wait_for_function("document.cookie.includes('webcare_sign_in')")

    def enter_as(self, name: str, role: str) -> None:
        """Sign in with another role than that of a trainee; the role is known by its place in the list."""
        self.go("/")
        self.page.get_by_label(self.words["name"]).fill(name)
        number = ["trainee", "trainer", "lead", "admin"].index(role)
        self.page.get_by_test_id("stRadioOption").nth(number).click(delay=50)
        self.press("enter")
        self.page.wait_for_function("document.cookie.includes('webcare_sign_in')")

    def begin(self, scenario: str, *, mode: str = "practice") -> str:
        """Start a scenario and give the attempt's id."""
        self.go(f"/practise?scenario={scenario}")
        self.page.get_by_test_id("stRadioGroup").get_by_text(self.words[mode], exact=True).click(delay=50)
        wait_ready(self.page)
        self.press("start")
        expect(self.box).to_be_visible(timeout=20_000)
        return self.attempt

    @property
    def attempt(self) -> str:
        return self.page.url.split("attempt=")[1].split("&")[0]

    @property
    def box(self) -> Locator:
        return self.page.locator("#wc-reply")

    def choose(self, action: str) -> None:
        wait_ready(self.page)
        self.page.get_by_role("radio", name=self.words[action]).check(force=True)

    def answer(self, text: str, action: str = "public") -> None:
        """Choose an action, write and send; returns when the feedback stands."""
        self.choose(action)
        self.box.fill(text)
        self.button("send").click(delay=50)
        expect(self.page.locator(".wc-verdict")).to_be_visible(timeout=20_000)
        wait_ready(self.page)

    @property
    def total(self) -> int:
        return int(self.page.get_by_test_id("total").first.inner_text())
