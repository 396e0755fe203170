"""Every page of every role on a workshop that has practised for weeks: axe-core finds nothing, light and dark."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from simulator.accounts import RIGHTS, Role
from simulator.casebook.library import load_library
from simulator.pages import PAGES, Page
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests.browser.app.conftest import SHIPPED
from tests.browser.app.test_accessibility import assert_accessible
from tests.browser.app.trainee import Sim, Trainee
from tests.browser.conftest import ROOT
from tests.demo import fill

pytestmark = [pytest.mark.browser, pytest.mark.long]

NAMES = {Role.TRAINEE: "Sanne", Role.TRAINER: "Tess", Role.LEAD: "Wouter", Role.ADMIN: "Ada"}


def pages_of(role: Role) -> list[Page]:
    """The pages that are looked at as this role: those that it is the first to see."""
    seen = [p for r in list(Role)[: list(Role).index(role)] for p in menu(r)]
    return [p for p in menu(role) if p not in seen]


def menu(role: Role) -> list[Page]:
    return [p for p in PAGES if not p.hidden and (p.permission is None or role in RIGHTS[p.permission])]


@pytest.fixture(scope="module")
def demo(running_app, tmp_path_factory):
    """The app with people who have practised, and who they are."""
    database = tmp_path_factory.mktemp("demo") / "simulator.db"
    url = f"sqlite:///{database}"
    store = open_store(url)
    upgrade(store)
    made = fill(store, load_library(SHIPPED), datetime.now(UTC), each=2)
    store.close()
    app = running_app(ROOT / "simulator_app.py", {"SIMULATOR_DATABASE_URL": url})
    return Sim(app, database), made


@pytest.mark.parametrize("role", list(Role))
def test_axe_finds_nothing_on_the_pages_of_a_role(page, demo, role):
    sim, _ = demo
    somebody = Trainee(page, sim)
    somebody.enter_as(NAMES[role], role.value)
    for shown in pages_of(role):
        somebody.go("/" if shown.file == "inbox" else f"/{shown.file.replace('_', '-')}")
        expect(page.locator("h1")).to_be_visible()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert_accessible(page)
