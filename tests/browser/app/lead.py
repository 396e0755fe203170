"""A team lead in the browser: does what a person does, by the names on the screen."""

from __future__ import annotations

import re

from playwright.sync_api import Error, Locator, expect

from simulator.accounts import Role
from tests.browser.app.person import Person
from tests.browser.app.trainee import Trainee
from tests.browser.conftest import wait_ready


class Lead(Person):
    """Somebody who leads a team, in one browser page."""

    role = Role.LEAD

    def switch(self, name: str) -> None:
        """Flip a toggle."""
        self.page.get_by_test_id("stCheckbox").get_by_text(name, exact=True).click(delay=50)
        wait_ready(self.page)

    def open_first(self) -> None:
        """Open the first reply of the queue."""
        self.open("")

    def open(self, reason: str) -> None:
        """Open the first reply of the queue with this reason."""
        self.page.get_by_role("button", name=re.compile(f"^Nakijken: {reason}")).first.click(delay=50)
        expect(self.page.get_by_role("heading", name="Het antwoord", exact=True)).to_be_visible()
        wait_ready(self.page)

    def number(self, label: str, value: int) -> None:
        """Type a score."""
        # A box of the page before may bear the same name until the run ends.
        wait_ready(self.page)
        box = self.page.get_by_label(re.compile(f"^{label}")).first
        box.fill(str(value))
        box.press("Enter")
        wait_ready(self.page)

    def choose(self, label: str, option: str) -> None:
        """Choose from a list."""
        box = self.page.get_by_role("combobox", name=re.compile(label))
        expect(box).to_be_visible()
        wait_ready(self.page)
        wanted = self.page.get_by_role("option", name=option)
        box.click()
        try:
            wanted.wait_for(timeout=5_000)
        except Error:
            # A run that the choice before this one began has closed the list; a person clicks again.
            box.click()
        wanted.click()
        wait_ready(self.page)

    def word(self, text: str) -> Locator:
        """A word of the reply that can be chosen."""
        return self.page.get_by_role("option", name=text, exact=True)

    def choose_some(self, label: str, option: str) -> None:
        """Choose one more from a list of which several can be chosen."""
        self.page.get_by_label(label).first.click()
        self.page.get_by_role("option", name=re.compile(re.escape(option))).first.click(delay=50)
        wait_ready(self.page)
        self.page.keyboard.press("Escape")

    def judge(self, scores: dict[str, int], verdict: str) -> None:
        """Give an own score for each dimension and a verdict, and keep them."""
        for label, value in scores.items():
            self.number(label, value)
        self.page.get_by_test_id("stRadioGroup").get_by_text(verdict, exact=True).click(delay=50)
        wait_ready(self.page)
        self.press("Bewaar mijn oordeel")
        expect(self.page.locator(".wc-verdict")).to_be_visible()

    def adjust(self, dimension: str, value: int, reason: str) -> None:
        """Set another score for a dimension, and say why."""
        self.number(dimension, value)
        self.choose(f"Waarom pas je {dimension} aan", reason)
        expect(self.page.get_by_text("Met jouw aanpassing wordt het")).to_be_visible()

    def close_review(self, words: str) -> None:
        """Tell the trainee what it is about, and make the adjustment count."""
        self.page.get_by_label("Wat wil je de trainee zeggen?").fill(words)
        self.press("Pas de score aan")
        expect(self.page.get_by_text("Bewaard. De trainee ziet het")).to_be_visible()

    def accept_dispute(self, words: str) -> None:
        """Agree with the dispute in view."""
        self.page.get_by_text("Eens: de opmerking telt niet").click(delay=50)
        self.page.get_by_label(re.compile("Wat wil je de trainee zeggen")).fill(words)
        self.press("Besluit vastleggen")
        expect(self.page.get_by_text("Leert het scenario hiervan?")).to_be_visible()

    def assign(self, scenario: str, to: str, words: str, within: str = "") -> None:
        """Give one person an assignment; the form proposes a last day when none is chosen."""
        self.go("/assignments")
        self.choose_some("Welke scenario's?", scenario)
        self.page.get_by_text("Bepaalde mensen").click(delay=50)
        wait_ready(self.page)
        self.choose_some("Welke mensen?", to)
        if within:
            self.choose("Uiterlijk op", within)
        self.page.get_by_label(re.compile("Wil je er iets bij zeggen")).fill(words)
        self.page.keyboard.press("Tab")
        wait_ready(self.page)
        self.press("Opdracht geven")
        expect(self.page.get_by_text("Er is één opdracht gegeven.")).to_be_visible()


def with_a_reply(page, another, sim) -> Lead:
    """A lead who has a trainee's reply before him."""
    trainee = Trainee(another(), sim)
    trainee.come_in("Robin Kijk")
    trainee.begin("internet-drie-dagen")
    trainee.answer("Wat vervelend! Ik zoek het vandaag voor je uit.")

    lead = Lead(page, sim)
    lead.come_in("Lies Leidt")
    lead.go("/review-queue")
    lead.open_first()
    return lead
