"""Every page of every role on a workshop that has practised for weeks: axe-core finds nothing, light and dark."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from simulator.accounts import RIGHTS, Role
from simulator.pages import PAGES, Page
from tests.browser.app.person import Person
from tests.browser.app.test_accessibility import assert_accessible
from tests.demo import fill

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("demo")]

NAMES = {Role.TRAINEE: "Sanne", Role.TRAINER: "Tess", Role.LEAD: "Wouter", Role.ADMIN: "Ada"}


def pages_of(role: Role) -> list[Page]:
    """The pages that are looked at as this role: those that it is the first to see."""
    seen = [p for r in list(Role)[: list(Role).index(role)] for p in menu(r)]
    return [p for p in menu(role) if p not in seen]


def menu(role: Role) -> list[Page]:
    return [p for p in PAGES if not p.hidden and (p.permission is None or role in RIGHTS[p.permission])]


@pytest.fixture(scope="module")
def demo(lasting_sim, library):
    """The app with people who have practised."""
    fill(lasting_sim.store, library, datetime.now(UTC), each=2)
    return lasting_sim


@pytest.mark.parametrize("role", list(Role))
def test_axe_finds_nothing_on_the_pages_of_a_role(page, demo, role):
    somebody = Person(page, demo)
    somebody.role = role
    somebody.sign_in(NAMES[role])
    for shown in pages_of(role):
        somebody.go("/" if shown.file == "inbox" else f"/{shown.file.replace('_', '-')}")
        expect(page.locator("h1")).to_be_visible()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert_accessible(page)
