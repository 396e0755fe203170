"""Hostile text wherever people type, on every page of every role: shown as text, and no request leaves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from simulator.accounts import RIGHTS, Role
from simulator.pages import PAGES
from simulator.ui.browser import COOKIE
from tests.browser.app import hostile_office
from tests.browser.app.conftest import start
from tests.browser.app.test_accessibility import settle
from tests.browser.conftest import wait_ready
from tests.hostile import TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("hostile")]
HERE = Path(__file__).parent
PROBLEMS = ("Er ging iets mis", "Geen toegang", "Traceback", "Page not found")

# What the text would have made if it were read as markup; also inside components.
FOUND = """() => {
    const bad = [];
    const look = (root) => {
        for (const e of root.querySelectorAll('*')) {
            const named = (e.outerHTML.match(/^<[^>]*>/) || [''])[0];
            if (/evil\\.example|alert\\(1\\)|javascript:/.test(named) && !['INPUT', 'TEXTAREA', 'OPTION'].includes(e.tagName)
                && (e.src || e.href || e.getAttribute('style') || [...e.attributes].some((a) => a.name.startsWith('on'))))
                bad.push(named);
            if (['IFRAME', 'OBJECT', 'EMBED'].includes(e.tagName)) bad.push(named);
            if (['SCRIPT', 'STYLE'].includes(e.tagName) && e.textContent.includes('evil.example')) bad.push(named);
            if (e.matches('.stMarkdownBadge, .katex')) bad.push(named);
            if (e.shadowRoot) look(e.shadowRoot);
        }
    };
    look(document.body);
    return bad;
}"""


@pytest.fixture
def watched(page: Page):
    """The page; afterwards no dialog may have opened and no script have failed."""
    happened: list[str] = []

    def closed(dialog):
        happened.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("dialog", closed)
    page.on("pageerror", lambda error: happened.append(str(error)))
    yield page
    assert happened == []


def flat(text: str) -> str:
    """A text as it can be compared: without signs that have no width, white space as one space."""
    return " ".join(re.sub("[\u0000\ufffd\u2060\u200b\u200f\u202a-\u202e\u2066-\u2069]", "", text).split())


@pytest.fixture(scope="module")
def labels(running_app):
    return running_app(HERE / "labels_app.py")


SHOWN_IN = (
    "stButton",
    "stCheckbox",
    "stRadio",
    "stExpander",
    "stTabs",
    "stMetricValue",
    "stTable",
    "stMultiSelect",
    "stHtml",
)
PARTS = 3


@pytest.mark.parametrize("part", range(PARTS))
def test_labels_and_cells_show_hostile_text_as_text(watched, labels, part):
    watched.goto(f"{labels.base_url}/?part={part}/{PARTS}")
    wait_ready(watched)
    assert watched.evaluate(FOUND) == []
    made = watched.get_by_test_id("stMain").locator(
        "a, img:not([alt='']), .stMarkdown :is(em, strong, del, h1, li)"
    )
    assert made.count() == 0
    shown = 0
    for number, (name, text) in enumerate(TEXTS.items()):
        if number % PARTS != part:
            continue
        box = watched.locator(f".st-key-text-{number}")
        chosen = box.get_by_test_id("stSelectbox").get_by_role("combobox").input_value()
        assert flat(text[:400]) == flat(chosen), name
        for place in SHOWN_IN:
            assert flat(text[:400]) in flat(box.get_by_test_id(place).first.inner_text()), (name, place)
            shown += 1
    assert shown >= 6 * len(SHOWN_IN)


# Pages

LISTED_FOR_ALL = Role.TRAINEE
"""The role that visits the pages that everybody has."""
SHOWS_TEXT = {
    "inbox",
    "practise",
    "write",
    "review_reply",
    "disputes",
    "assignments",
    "calibration",
    "people",
    "verify",
}
"""Pages on which words of people stand for sure."""


@pytest.fixture(scope="module")
def hostile_sim(running_app, tmp_path_factory, blank_database):
    """The app on a database and a collection in which all that people write is hostile."""
    home = tmp_path_factory.mktemp("hostile")
    collection = hostile_office.poison_collection(home / "scenarios")
    sim = start(running_app, home, collection, blank_database)
    return sim.app, hostile_office.make(sim.database, collection)


def addresses(role: Role, queries: dict[str, list[str]]) -> list[tuple[str, str]]:
    """The pages that a role has, with what each needs to show something: page and address."""
    found = []
    for page in PAGES:
        own = role in RIGHTS[page.permission] if page.permission else role is LISTED_FOR_ALL
        if own:
            path = "" if page.file == "inbox" else page.file.replace("_", "-")
            found += [(page.file, f"/{path}?{query}") for query in queries.get(page.file, [""])]
    return found


@pytest.mark.parametrize("role", Role)
def test_every_page_of_a_role_shows_hostile_text_as_text(watched, hostile_sim, role):
    app, office = hostile_sim
    cookie = {"name": COOKIE, "value": office.tokens[role], "url": app.base_url}
    watched.context.add_cookies([cookie])
    wrong = []
    for name, address in addresses(role, office.queries):
        watched.goto(app.base_url + address)
        wait_ready(watched)
        if name in SHOWS_TEXT:
            watched.get_by_text("evil.example").first.wait_for(state="attached")
        settle(watched)
        shown = flat(watched.get_by_test_id("stApp").inner_text())
        wrong += [(address, bad[:200]) for bad in watched.evaluate(FOUND)]
        wrong += [(address, words) for words in PROBLEMS if words in shown]
    assert wrong == []
