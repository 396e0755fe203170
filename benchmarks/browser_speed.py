"""What a person waits for, in the browser, beside an empty Streamlit page: `python -m benchmarks.browser_speed`.

Prints the time from "Send" to the feedback beside a rerun of an empty page, the first page beside that of an empty
page, and the memory of the server with both languages loaded.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.app.trainee import Sim, Trainee
from tests.browser.conftest import CHROMIUM, ROOT, App, wait_ready

ROUNDS = 20
STARTS = 3
TEXT = (
    "Wat vervelend dat je al dagen zonder internet zit, en dat de monteur niet kwam. Ik zoek het nu voor je uit en "
    "laat je vandaag voor 17 uur weten hoe het staat. Stuur je me je postcode in een DM? Poging {number}. ^TG"
)


def rerun_of_an_empty_page(page: Page, app: App) -> list[float]:
    """Milliseconds from a click until what it changed stands on the page."""
    page.goto(app.base_url)
    wait_ready(page)
    button = page.get_by_role("button", name="Again")
    took = []
    for number in range(2, ROUNDS + 2):
        begin = time.perf_counter()
        button.click()
        page.get_by_text(f"run {number}", exact=True).wait_for()
        took.append((time.perf_counter() - begin) * 1000)
    return took


def feedback(page: Page, sim: Sim) -> list[float]:
    """Milliseconds from the click on "Send" until the verdict is on the page."""
    trainee = Trainee(page, sim)
    trainee.sign_in("Bench")
    trainee.begin("herhaalklager-zonder-internet")
    took = []
    for number in range(ROUNDS + 2):
        trainee.choose("public")
        trainee.box.fill(TEXT.format(number=number))
        page.wait_for_timeout(1200)
        begin = time.perf_counter()
        trainee.button("send").click()
        page.locator(".wc-verdict").wait_for()
        took.append((time.perf_counter() - begin) * 1000)
        wait_ready(page)
        trainee.press("again")
        trainee.box.wait_for()
    return took[2:]


def first_page(browser: Browser, script: Path, seen: str) -> float:
    """Seconds from starting the server until the first page stands, in a fresh browser; the best of some starts."""
    best = float("inf")
    for _ in range(STARTS):
        with tempfile.TemporaryDirectory() as home:
            context = browser.new_context(locale="nl-NL")
            begin = time.perf_counter()
            app = App(script, {"SIMULATOR_DATABASE_URL": f"sqlite:///{home}/b.db"}).start()
            page = context.new_page()
            page.goto(app.base_url)
            page.get_by_text(seen).first.wait_for()
            wait_ready(page)
            best = min(best, time.perf_counter() - begin)
            context.close()
            app.kill()
    return best


def memory_mb(app: App) -> float:
    """Resident memory of the server now."""
    assert app.process is not None
    status = Path(f"/proc/{app.process.pid}/status").read_text()
    return next(int(row.split()[1]) for row in status.splitlines() if row.startswith("VmRSS")) / 1024


def both_languages(page: Page, sim: Sim) -> None:
    """Answer an English post too, so that everything of both languages is loaded."""
    trainee = Trainee(page, sim)
    trainee.begin("third-failed-delivery")
    trainee.answer(
        "I'm so sorry about the third failed delivery. I'll call the depot now and write to you by 5 pm. ^TG"
    )


def main() -> None:
    """Print the figures."""
    flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        empty_first = first_page(browser, ROOT / "benchmarks" / "empty_app.py", "Again")
        ours_first = first_page(browser, ROOT / "simulator_app.py", "Welkom")
        database = Path(home) / "bench.db"
        sim = Sim(
            App(ROOT / "simulator_app.py", {"SIMULATOR_DATABASE_URL": f"sqlite:///{database}"}).start(),
            database,
        )
        empty = App(ROOT / "benchmarks" / "empty_app.py", {}).start()
        page = browser.new_context(locale="nl-NL").new_page()
        page.goto(sim.app.base_url)
        time.sleep(20)  # the language models load in the background
        ours = feedback(page, sim)
        plain = rerun_of_an_empty_page(browser.new_context().new_page(), empty)
        both_languages(page, sim)
        memory = memory_mb(sim.app)
        for app in (sim.app, empty):
            app.kill()
        browser.close()
    us, them = statistics.median(ours), statistics.median(plain)
    print(
        f"feedback after Send: median {us:.0f} ms; rerun of an empty page: {them:.0f} ms; ratio {us / them:.1f}"
    )
    ratio = ours_first / empty_first
    print(f"first page from start: {ours_first:.2f} s; empty page: {empty_first:.2f} s; ratio {ratio:.2f}")
    print(f"memory of the server with both languages: {memory:.0f} MB")


if __name__ == "__main__":
    main()
