"""axe-core finds nothing on any page, light and dark; and the whole round is possible by keyboard alone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.app.trainee import Trainee
from tests.browser.conftest import wait_ready

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


# What stands still has been drawn: tables come after the script has ended, and colours change little by little.
SETTLED = """() => new Promise((resolve) => {
    const moves = () => document.getAnimations().some((a) => a.playState === 'running'
        && Number.isFinite(a.effect?.getComputedTiming().endTime ?? 0));
    const look = () => moves() ? again() : resolve();
    let quiet;
    const again = () => { clearTimeout(quiet); quiet = setTimeout(look, 150); };
    new MutationObserver(again).observe(document.body, {childList: true, subtree: true, attributes: true});
    setTimeout(resolve, 5000);
    again();
})"""


def settle(page: Page) -> None:
    """Wait until a page is drawn and stands still."""
    wait_ready(page)
    page.evaluate(SETTLED)


def violations(page: Page) -> list[str]:
    """Rules that a page breaks, each with the elements that break it."""
    settle(page)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return [f"{v['id']}: {[n['html'][:200] for n in v['nodes'][:3]]}" for v in found.response["violations"]]


def assert_accessible(page: Page) -> None:
    assert violations(page) == []


def assert_accessible_in_both(page: Page) -> None:
    """Nothing is wrong with a page as it stands, light and dark."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert_accessible(page)


def test_axe_finds_nothing_on_the_way_through_a_round(page, sim):
    trainee = Trainee(page, sim)
    trainee.go("/")
    assert_accessible_in_both(page)
    trainee.come_in("Axel")
    trainee.go("/")
    assert_accessible_in_both(page)
    trainee.begin("herhaalklager-zonder-internet")
    assert_accessible_in_both(page)
    trainee.answer("Bel de klantenservice. Zet hier je klantnummer neer.")
    assert_accessible_in_both(page)
    trainee.press("again")
    trainee.answer("Wat vervelend, ik zoek het voor je uit en laat je vandaag om 17 uur iets weten. ^AX")
    trainee.press("compare")
    expect(page.get_by_test_id("total")).to_have_count(2)
    assert_accessible_in_both(page)


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
    expect(page.locator(".wc-verdict")).to_be_visible()
    wait_ready(page)
    tab_to(page, "Opnieuw proberen")
    page.keyboard.press("Enter")
    expect(page.locator(".wc-verdict")).to_have_count(0)
    expect(trainee.box).to_be_visible()
