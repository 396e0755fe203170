"""axe-core finds nothing on any page, light and dark; and the whole round is possible by keyboard alone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.app.trainee import Trainee
from tests.browser.conftest import wait_ready

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def assert_accessible(page: Page) -> None:
    wait_ready(page)
    page.wait_for_timeout(500)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(page, sim, scheme):
    page.emulate_media(color_scheme=scheme)
    trainee = Trainee(page, sim)
    trainee.go("/")
    assert_accessible(page)
    trainee.sign_in(f"Axel {scheme}")
    assert_accessible(page)
    trainee.begin("herhaalklager-zonder-internet")
    assert_accessible(page)
    trainee.answer("Bel de klantenservice. Zet hier je klantnummer neer.")
    assert_accessible(page)
    trainee.press("again")
    trainee.answer("Wat vervelend, ik zoek het voor je uit en laat je vandaag om 17 uur iets weten. ^AX")
    trainee.press("compare")
    expect(page.get_by_test_id("total")).to_have_count(2)
    assert_accessible(page)
    for path in ("/progress", "/settings"):
        trainee.go(path)
        expect(page.locator("h1")).to_be_visible()
        assert_accessible(page)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_names_its_language(page, sim, lang):
    trainee = Trainee(page, sim, lang)
    trainee.sign_in(f"Taal {lang}")
    expect(page.locator("html")).to_have_attribute("lang", lang)


def tab_to(page: Page, wanted: str, most: int = 80) -> None:
    """Press Tab until the focus is on something with this name or role; fails when it never comes there."""
    script = """(wanted) => {
        let e = document.activeElement;
        while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
        if (!e) return false;
        const name = [e.getAttribute('aria-label'), e.innerText, e.labels && e.labels[0] && e.labels[0].innerText, e.tagName];
        return name.some((n) => n && n.trim().toLowerCase().startsWith(wanted.toLowerCase()));
    }"""
    for _ in range(most):
        if page.evaluate(script, wanted):
            return
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
    raise AssertionError(f"the keyboard never reaches {wanted!r}")


def test_the_whole_round_by_keyboard_alone(page, sim):
    trainee = Trainee(page, sim)
    trainee.go("/")
    tab_to(page, "Je naam")
    page.keyboard.type("Toets Enbord")
    tab_to(page, "Aan de slag")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Alle scenario's")).to_be_visible()
    wait_ready(page)
    tab_to(page, "Oefen:")
    page.keyboard.press("Enter")
    expect(trainee.button("start")).to_be_visible()
    wait_ready(page)
    tab_to(page, "Start")
    page.keyboard.press("Enter")
    expect(trainee.box).to_be_visible()
    tab_to(page, "Openbaar antwoorden")
    page.keyboard.press("Space")
    tab_to(page, "TEXTAREA")
    page.keyboard.type("Dag, wat vervelend. Ik zoek het uit en laat het je vandaag om 17 uur weten. ^TE")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".wc-verdict")).to_be_visible(timeout=20_000)
    wait_ready(page)
    tab_to(page, "Opnieuw proberen")
    page.keyboard.press("Enter")
    expect(page.locator(".wc-verdict")).to_have_count(0)
    expect(trainee.box).to_be_visible()
