"""A calibration round of three leads on one workshop machine: opened, judged blind, closed by the last, talked over."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app.lead import Lead
from tests.browser.app.sim import Sim
from tests.browser.app.test_accessibility import assert_accessible
from tests.browser.app.trainee import Trainee
from tests.browser.conftest import wait_ready

pytestmark = [pytest.mark.browser, pytest.mark.long]

TEXT = "Dag! **Bel** even <b>met</b> ons. ^SV"
DIMENSIONS = ("Snelheid", "Toon", "Persoonlijk", "Protocol")


class Judge(Lead):
    """A team lead in a calibration round."""

    def __init__(self, page: Page, sim: Sim, name: str) -> None:
        super().__init__(page, sim)
        self.name = name
        self.come_in(name)

    def choose(self, label: str, *options: str) -> None:
        """Choose in a list by the words on the screen."""
        box = self.page.get_by_label(label, exact=True)
        for option in options:
            # While the page is drawn anew, its old and new parts are both there for a moment.
            expect(box).to_have_count(1)
            box.click()
            box.fill(option)
            self.page.get_by_role("option", name=option, exact=True).click()
            wait_ready(self.page)

    def open_round(self, title: str, members: list[str]) -> None:
        self.go("/calibration")
        self.page.get_by_text("Nieuwe ronde", exact=True).click(delay=50)
        self.page.get_by_label("Naam van de ronde").fill(title)
        self.page.get_by_label("Naam van de ronde").press("Tab")
        wait_ready(self.page)
        self.choose("Wie doen er mee, naast jou?", *members)
        self.page.keyboard.press("Escape")
        self.press("Ronde openen")

    def judge_all(self, score: str, verdict: str) -> None:
        """Give the reply in view the same score everywhere and be done."""
        for name in DIMENSIONS:
            self.choose(name, score)
        self.page.get_by_role("radio", name=verdict, exact=True).first.click(delay=50)
        wait_ready(self.page)


@pytest.fixture
def leads(another, small_sim):
    """Three leads, each in a browser of his own."""
    return [Judge(another(), small_sim, name) for name in ("Lena", "Karim *x*", "Els")]


def test_three_leads_judge_a_reply_blind_and_talk_it_over(page, small_sim, leads):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Sanne")
    trainee.begin("internet-drie-dagen")
    trainee.answer(TEXT)
    total = trainee.total
    opener, *others = leads

    opener.open_round("Samen [kijken](x)", [o.name for o in others])
    expect(opener.page.get_by_role("heading", name="Samen [kijken](x)")).to_be_visible()
    assert_accessible(opener.page)
    opener.judge_all("80", "ja")
    opener.press("Ik ben klaar")
    expect(opener.page.get_by_text("Je bent klaar")).to_be_visible()

    for lead, score, verdict in zip(others, ("40", "60"), ("nee", "nee"), strict=True):
        lead.go("/calibration")
        lead.press("Beoordeel: Samen [kijken](x)")
        expect(lead.page.get_by_text(TEXT, exact=True)).to_be_visible()
        expect(lead.page.get_by_text("Wie is klaar?")).to_be_visible()
        # Neither what another lead judged nor what the simulator made of it, and not who wrote it.
        seen = lead.page.locator("main, [data-testid=stMain]").first.inner_text()
        assert "Sanne\n" not in seen.replace("Sanne de Vries", "")
        assert str(total) not in re.findall(
            r"\b\d+\b", seen.split("Jouw oordeel")[1].split("Wie is klaar")[0]
        )
        expect(lead.page.get_by_test_id("total")).to_have_count(0)
        lead.judge_all(score, verdict)
        lead.press("Ik ben klaar")

    last = others[-1].page
    expect(last.get_by_role("heading", name="Hoe eens zijn jullie?")).to_be_visible()
    table = last.get_by_role("table").filter(has_text="Afgesproken")
    for told in ("Lena", "Karim *x*", "Els", "80", "40", "60"):
        expect(table.get_by_text(told, exact=True).first).to_be_visible()
    expect(last.get_by_role("table").first.get_by_text("te weinig om te zeggen (1)").first).to_be_visible()
    assert_accessible(last)

    opener.page.reload()
    wait_ready(opener.page)
    opener.choose("Toon", "60")
    opener.page.reload()
    wait_ready(opener.page)
    expect(opener.page.get_by_role("table").filter(has_text="Afgesproken")).to_contain_text("60")
    agreed = "select s.name, s.value from agreed_scores s join calibrations c on c.id = s.calibration_id"
    assert small_sim.rows(f"{agreed} where c.employer_id = ?", small_sim.team) == [("tone", 60.0)]
    seen = "select count(*) from access_log l join users u on u.id = l.about_id where u.employer_id = ?"
    assert small_sim.rows(seen, small_sim.team) == [(0,)]
