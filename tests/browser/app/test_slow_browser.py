"""What the server sets is on the screen also when a browser draws it late, and is not sent back as something else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.app.lead import with_a_reply
from tests.browser.app.trainee import Trainee
from tests.browser.conftest import wait_ready

pytestmark = pytest.mark.browser


def held_back(page, program: str) -> Callable[[], None]:
    """Hold back a program of Streamlit's page, as a slow line does, until what is given is called."""
    waiting: list[Route] = []
    page.route(f"**/{program}.*.js", lambda route: waiting.append(route))

    def let_go() -> None:
        assert waiting, f"the page never asked for {program}"
        for route in waiting:
            route.continue_()

    return let_go


def test_boxes_that_come_late_to_a_slow_browser_show_what_stands(page, another, small_sim):
    lead = with_a_reply(page, another, small_sim)
    speed, tone = (page.get_by_label(re.compile(f"^{name}")).first for name in ("Snelheid", "Toon"))
    expect(speed).to_have_value("100")
    lead.adjust("Toon", 41, "Te streng")
    late = held_back(page, "NumberInput")
    page.reload()
    expect(page.get_by_text("Met jouw aanpassing wordt het")).to_be_visible()
    wait_ready(page)
    late()
    expect(tone).to_have_value("41")
    expect(speed).to_have_value("100")
    said = "Mooi gedaan, en het stond er laat."
    lead.close_review(said)
    of_it = "select name, adjusted from adjustments join reviews on reviews.id = review_id where comment = ?"
    assert small_sim.rows(of_it, said) == [("tone", 41.0)]


def test_a_clock_whose_switch_comes_late_to_a_slow_browser_stays_on(page, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Robin Kijk")
    late = held_back(page, "Checkbox")
    trainee.go("/practise?scenario=internet-drie-dagen")
    modes = page.get_by_test_id("stRadioGroup")
    for mode in ("test", "practice"):
        modes.get_by_text(trainee.words[mode], exact=True).click(delay=50)
        # Nothing else on the page tells that the run for this click is over.
        page.wait_for_timeout(1500)
    late()
    expect(page.get_by_role("switch", name=trainee.words["clock"])).to_be_checked()
