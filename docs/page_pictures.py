"""Makes a picture of every page from the real app on made-up data: `make screenshots`.

`python -m docs.page_pictures /some/folder --width 390 --dark` looks at all pages at phone width in the dark.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from simulator import accounts, people_admin
from simulator.accounts import Role, User
from simulator.casebook.library import load_library
from simulator.pages import PAGES
from simulator.pages import Page as AppPage
from simulator.store import people
from simulator.store.engine import Store, open_store
from simulator.store.migrate import upgrade
from simulator.ui.browser import COOKIE
from tests.browser.conftest import CHROMIUM, ROOT, App, wait_ready
from tests.demo import Demo, fill
from tests.demo_team import ANGRY, Team, fill_team

FOLDER = ROOT / "docs" / "images" / "pages"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
LEAST, MOST = 500, 1400
COLOURS = 256
"""Enough for flat colours and letters; a file of a third of the size."""


@dataclass(frozen=True)
class Shot:
    """A picture: of which page, at which address, seen by whom; None is nobody."""

    file: str
    address: str
    who: User | None


@dataclass(frozen=True)
class Look:
    """How the pages are looked at.

    Attributes:
        folder: Where the pictures go.
        width: Width of the window.
        most: Greatest height; what is longer is cut off.
        scheme: "light" or "dark".
    """

    folder: Path = FOLDER
    width: int = 1280
    most: int = MOST
    scheme: str = "light"


def shots(demo: Demo, team: Team, invitation: str) -> list[Shot]:
    """A picture of every page, as the first of the roles sees it that may see it."""
    everybody = (demo.trainees[0], demo.trainer, demo.lead, demo.admin)
    queries = _queries(team, invitation)
    return [
        Shot(
            page.file,
            f"/{'' if page.file == 'inbox' else page.file.replace('_', '-')}{queries.get(page.file, '')}",
            None if page.public else next(who for who in everybody if _may(who, page)),
        )
        for page in PAGES
    ]


def _may(who: User, page: AppPage) -> bool:
    return page.permission is None or accounts.allowed(who, page.permission)


def _queries(team: Team, invitation: str) -> dict[str, str]:
    return {
        "practise": f"?attempt={team.reviewed}",
        "compare": f"?scenario={ANGRY}&turn=opening",
        "review_reply": f"?turn={team.to_review}",
        "disputes": f"?dispute={team.waiting}",
        "calibration": f"?round={team.closed_round}",
        "write": f"?path=vonkel-energie/{ANGRY}.yaml",
        "verify": f"?code={team.code}",
        "welcome": f"?token={invitation}",
    }


def take(page: Page, to: Path, look: Look) -> None:
    """Wait until a page stands still and save it, as high as it is."""
    wait_ready(page)
    page.locator("h1").first.wait_for()
    page.wait_for_timeout(1500)
    main = page.locator('[data-testid="stMain"]')
    high = int(main.evaluate("e => e.firstElementChild.scrollHeight")) + 8
    page.set_viewport_size({"width": look.width, "height": min(look.most, max(LEAST, high))})
    page.wait_for_timeout(700)
    if main.evaluate("e => e.scrollWidth > e.clientWidth"):
        sys.stderr.write(f"{to.name} is wider than the window\n")
    page.screenshot(path=to)
    with Image.open(to) as picture:
        small = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.save(to, optimize=True)


def main(look: Look) -> None:
    """Fill a workshop and look at every page of it."""
    look.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        database = f"sqlite:///{Path(home) / 'pages.db'}"
        store = open_store(database)
        upgrade(store)
        now = datetime.now(UTC)
        library = load_library(ROOT / "scenarios")
        demo = fill(store, library, now)
        team = fill_team(store, library, demo, now)
        invitation = people_admin.invite(
            store, demo.admin, "nieuw@voorbeeld.example", people.WORKSHOP, Role.TRAINEE, now
        )
        entry = ROOT / "simulator_app.py"
        apps = [
            App(entry, {"SIMULATOR_DATABASE_URL": database, "SIMULATOR_SIGN_IN": how}).start()
            for how in ("workshop", "local")
        ]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for shot in shots(demo, team, invitation):
            # Only an installation with passwords has something to show behind an invitation.
            _take(browser, apps[shot.file == "welcome"], store, shot, look)
        browser.close()
        for app in apps:
            app.kill()
        store.close()


def _take(browser: Browser, app: App, store: Store, shot: Shot, look: Look) -> None:
    context = browser.new_context(
        viewport={"width": look.width, "height": 900}, locale="nl-NL", color_scheme=look.scheme
    )
    if shot.who is not None:
        now = datetime.now(UTC)
        token = accounts.open_session(store, shot.who.id, now, now.replace(year=now.year + 1))
        context.add_cookies([{"name": COOKIE, "value": token, "url": app.base_url}])
    page = context.new_page()
    page.goto(app.base_url + shot.address)
    take(page, look.folder / f"{shot.file}.png", look)
    context.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--most", type=int, default=MOST, help="greatest height")
    parser.add_argument("--dark", action="store_true")
    given = parser.parse_args()
    main(Look(given.folder, given.width, given.most, "dark" if given.dark else "light"))
