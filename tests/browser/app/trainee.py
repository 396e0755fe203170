"""A trainee in the browser: does what a person does, by the names on the screen."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.app.person import Person
from tests.browser.app.sim import Sim as Sim
from tests.browser.conftest import wait_ready

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


class Trainee(Person):
    """Somebody who practises in one browser page, in Dutch or English."""

    def __init__(self, page: Page, sim: Sim, lang: str = "nl") -> None:
        super().__init__(page, sim)
        self.lang, self.words = lang, WORDS[lang]

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=self.words.get(name, name), exact=True)

    def press(self, name: str) -> None:
        wait_ready(self.page)
        self.button(name).click(delay=50)
        wait_ready(self.page)

    def come_in(self, name: str = "Sanne") -> None:
        """Be signed in from the next page on, without the form."""
        super().come_in(name)

    def sign_in(self, name: str = "Sanne") -> None:
        """Sign in by the form, into the team of the workshop."""
        self.go("/")
        if self.lang == "en":
            self.page.get_by_role("radio", name=re.compile("Engels|English")).click(delay=50)
            expect(self.page.get_by_label(self.words["name"])).to_be_visible()
            wait_ready(self.page)
        self.page.get_by_label(self.words["name"]).fill(name)
        self.press("enter")
        # The first page of a server waits for the collection.
        expect(self.page.get_by_role("heading", name=self.words["all"])).to_be_visible()
        # The browser must have kept the sign-in before the page is left.
        self.page.wait_for_function("document.cookie.includes('webcare_sign_in')")

    def begin(self, scenario: str, *, mode: str = "practice") -> str:
        """Start a scenario and give the attempt's id."""
        self.go(f"/practise?scenario={scenario}")
        if mode != "practice":
            self.page.get_by_test_id("stRadioGroup").get_by_text(self.words[mode], exact=True).click(delay=50)
            wait_ready(self.page)
        self.press("start")
        expect(self.box).to_be_visible()
        return self.attempt

    @property
    def attempt(self) -> str:
        return self.page.url.split("attempt=")[1].split("&")[0]

    @property
    def box(self) -> Locator:
        return self.page.locator("#wc-reply")

    def choose(self, action: str) -> None:
        wait_ready(self.page)
        self.page.get_by_role("radio", name=self.words[action]).check()

    def answer(self, text: str, action: str = "public") -> None:
        """Choose an action, write and send; returns when the feedback stands."""
        self.choose(action)
        self.box.fill(text)
        self.button("send").click(delay=50)
        # The first reply of a server waits for the language models.
        expect(self.page.locator(".wc-verdict")).to_be_visible(timeout=90_000)
        wait_ready(self.page)

    def dispute(self, remark: str, words: str) -> None:
        """Tell the lead why a remark on the reply in view is not right."""
        self.page.get_by_text("Oneens met een opmerking?").click(delay=50)
        self.page.get_by_label("Over welke opmerking gaat het?").click()
        self.page.keyboard.type(remark)
        self.page.get_by_role("option", name=re.compile(remark)).first.click(delay=50)
        self.page.get_by_label(re.compile("Leg uit waarom")).fill(words)
        self.press("Bezwaar versturen")
        expect(self.page.get_by_text("Je bezwaar is verstuurd")).to_be_visible()

    @property
    def total(self) -> int:
        return int(self.page.get_by_test_id("total").first.inner_text())
