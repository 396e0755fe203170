"""Exports in the browser: a link that gives a file once, to the browser that asked for it."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.app.lead import Lead
from tests.browser.app.trainee import Trainee
from tests.browser.conftest import wait_ready

pytestmark = [pytest.mark.browser, pytest.mark.long]


class Exporter(Lead):
    """A team lead who makes a file."""

    def choose_option(self, group, option):
        self.page.get_by_role("radiogroup", name=group).get_by_text(option, exact=True).click(delay=50)
        wait_ready(self.page)

    def make_link(self):
        self.press("Maak de link")
        link = self.page.get_by_role("link", name="Haal op: Pogingen")
        expect(link).to_be_visible()
        return link


def test_a_lead_fetches_an_excel_file_once(page, small_sim, console_errors, tmp_path):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Sanne")
    trainee.begin("internet-drie-dagen")
    page.context.clear_cookies()
    lead = Exporter(page, small_sim)
    lead.come_in("Lotte")
    lead.go("/exports")
    lead.choose_option("Soort bestand", "Excel")
    link = lead.make_link()
    assert link.get_attribute("target") in (None, "_self")
    path = link.get_attribute("href")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(small_sim.app.base_url + path)  # noqa: S310 our own server
    assert refused.value.code == 404
    with page.expect_download() as waiting:
        link.click()
    waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
    assert waiting.value.suggested_filename.endswith(".xlsx")
    book = openpyxl.load_workbook(tmp_path / waiting.value.suggested_filename)
    assert [cell.value for cell in book.worksheets[0][1]][:3] == ["attempt", "person", "team"]
    assert book.worksheets[0].max_row == 2
    expect(page.get_by_role("heading", name="Exporteren", level=1)).to_be_visible()
    page.goto(small_sim.app.base_url + path)
    expect(page.get_by_text("Deze link werkt niet")).to_be_visible()
    (details,) = small_sim.rows("select details from audit_events where event = 'exported'")[-1]
    assert json.loads(details)["rows"] == 1
    assert console_errors == []


def test_somebody_else_who_has_the_link_gets_nothing(page, small_sim):
    lead = Exporter(page, small_sim)
    lead.come_in("Lotte")
    lead.go("/exports")
    path = lead.make_link().get_attribute("href")
    page.context.clear_cookies()
    trainee = Trainee(page, small_sim)
    trainee.come_in("Nieuwsgierig")
    page.goto(small_sim.app.base_url + path)
    expect(page.get_by_text("This link does not work")).to_be_visible()
