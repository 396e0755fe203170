"""Makes the pictures of the README from the real app: `make screenshots`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.app.trainee import Sim, Trainee
from tests.browser.app.trainer import Trainer
from tests.browser.conftest import CHROMIUM, ROOT, App, wait_ready

IMAGES = ROOT / "docs" / "images"
SCENARIO = "herhaalklager-zonder-internet"
FIRST = (
    "Hoi Mirthe, wat vervelend dat je internet het niet doet. Op onze site zie je hoe het met de storing staat. "
    "We houden je op de hoogte. ^SV"
)
BETTER = (
    "Mirthe, vier dagen zonder internet en dinsdag voor niets op onze monteur gewacht: dat is onze fout en het spijt "
    "me. Ook terugbellen hadden we moeten doen. Ik vraag nu met voorrang een nieuwe afspraak aan. Stuur je me je "
    "postcode in een DM? Dan hoor je vandaag voor 17 uur van me. ^SV"
)


def picture(page: Page, name: str, scroll_to: str = "") -> None:
    """Wait until the page stands still and save it."""
    wait_ready(page)
    if scroll_to:
        page.locator(scroll_to).first.scroll_into_view_if_needed()
    page.wait_for_timeout(1200)
    page.screenshot(path=IMAGES / f"{name}.png")


def main() -> None:
    """Practise as a newcomer would, and take the pictures on the way."""
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        database = Path(home) / "shots.db"
        sim = Sim(
            App(ROOT / "simulator_app.py", {"SIMULATOR_DATABASE_URL": f"sqlite:///{database}"}).start(),
            database,
        )
        flags = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
        ]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
        trainee = Trainee(page, sim)
        trainee.sign_in("Sanne")
        picture(page, "inbox")
        trainee.begin(SCENARIO)
        trainee.choose("public")
        trainee.box.fill(FIRST)
        picture(page, "practise")
        trainee.button("send").click()
        page.locator(".wc-verdict").wait_for()
        page.set_viewport_size({"width": 1280, "height": 1250})
        picture(page, "feedback")
        trainee.press("again")
        trainee.answer(BETTER)
        page.set_viewport_size({"width": 390, "height": 844})
        page.emulate_media(color_scheme="dark")
        picture(page, "phone", ".wc-verdict")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 900})
        trainee.press("compare")
        picture(page, "compare")
        trainee.go("/progress")
        page.get_by_role("table").last.wait_for()
        picture(page, "progress")
        _authoring(browser.new_page(viewport={"width": 1280, "height": 900}, locale="nl-NL"), sim)
        browser.close()
        sim.app.kill()


def _authoring(page: Page, sim: Sim) -> None:
    """A trainer makes three of the commonest mistakes."""
    trainer = Trainer(page, sim)
    trainer.sign_in("Tess")
    path = "vonkel-energie/trol-in-de-reacties.yaml"
    trainer.open(path)
    text = (ROOT / "scenarios" / path).read_text(encoding="utf-8")
    text = text.replace("difficulty: 3", "dificulty: 3", 1).replace("[T4, R8,", "[T44, R8,", 1)
    text = text.replace("title: {nl: Een trol in de reacties,", "title: {nl: Trol: in de reacties,", 1)
    trainer.write(text, path)
    page.locator(".faults button").first.click()
    picture(page, "authoring")


if __name__ == "__main__":
    main()
