"""Every reply that is sent is stored once and confirmed, however often and whenever it is clicked."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.app.proxy import CuttableProxy
from tests.browser.app.trainee import Trainee

pytestmark = pytest.mark.browser

CLICKS = """(gaps) => {
    const find = (root) => root.querySelector('.send')
        ?? [...root.querySelectorAll('*')].map((e) => e.shadowRoot && find(e.shadowRoot)).find(Boolean);
    const button = find(document);
    for (const gap of gaps) setTimeout(() => button.click(), gap);
}"""
"""Clicks without Playwright's own waiting, each after some milliseconds."""
ANSWER_MS = 40_000


def answer(trainee: Trainee, name: str, times: int, send: Callable[[], None]) -> None:
    """Answer, see the reply confirmed, and try again; then each reply must be there, once."""
    page, sim = trainee.page, trainee.sim
    for number in range(times):
        text = f"{name} {number}. ^JP"
        trainee.choose("public")
        trainee.box.fill(text)
        send()
        expect(page.locator(".wc-verdict")).to_be_visible(timeout=ANSWER_MS)
        expect(page.get_by_text(text).first).to_be_visible()
        if number < times - 1:
            trainee.press("again")
            expect(trainee.box).to_be_visible(timeout=ANSWER_MS)
    texts = [text for (text,) in sim.rows("select text from answers where text like ?", f"{name} %")]
    assert sorted(texts) == sorted(f"{name} {number}. ^JP" for number in range(times))


@pytest.mark.parametrize(
    "times", [15, pytest.param(150, marks=[pytest.mark.long, pytest.mark.timeout(3600)])]
)
def test_a_double_click_makes_one_confirmed_reply(page, small_sim, times):
    trainee, chance = Trainee(page, small_sim), random.Random(1)
    trainee.come_in("Jip")
    trainee.begin("internet-drie-dagen")
    answer(trainee, "Dubbel", times, lambda: page.evaluate(CLICKS, [0, chance.randint(0, 30)]))


@pytest.mark.parametrize("times", [5, pytest.param(150, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_a_click_that_races_a_refresh_makes_one_confirmed_reply(page, small_sim, times):
    """Where the refresh won, the text stands in the box again, and he sends it once more, as people do."""
    trainee, chance = Trainee(page, small_sim), random.Random(2)
    trainee.come_in("Jop")
    trainee.begin("internet-drie-dagen")

    def click_and_refresh() -> None:
        page.evaluate(CLICKS, [0])
        page.wait_for_timeout(chance.randint(0, 400))
        page.reload()
        done = page.locator(".wc-verdict").or_(trainee.box)
        expect(done.first).to_be_visible(timeout=ANSWER_MS)
        if trainee.box.is_visible():
            page.evaluate(CLICKS, [0])

    answer(trainee, "Verversen", times, click_and_refresh)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("times", [50])
def test_a_click_around_a_cut_connection_makes_one_confirmed_reply(page, small_sim, times):
    chance = random.Random(3)
    with CuttableProxy(small_sim.app.port) as proxy:
        trainee = Trainee(page, small_sim)
        trainee.go = lambda path="/": page.goto(f"http://localhost:{proxy.port}{path}")
        trainee.go()
        trainee.come_in("Jap")
        trainee.begin("internet-drie-dagen")

        def click_and_cut() -> None:
            page.evaluate(CLICKS, [0])
            page.wait_for_timeout(chance.randint(0, 250))
            proxy.cut()
            page.wait_for_timeout(chance.randint(100, 1500))
            proxy.restore()

        answer(trainee, "Verbroken", times, click_and_cut)
