"""A replica dies while somebody types: he goes on at the other one, and what he sends is stored once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests import nginx_server, postgres_server
from tests.browser.app.conftest import SMALL
from tests.browser.app.replicas import Installation
from tests.browser.app.trainee import Trainee

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("failover")]

FIRST = "Wat vervelend dat je al drie dagen zonder internet zit. "
SECOND = "Ik kijk nu meteen met je mee. ^TV"


@pytest.fixture(scope="module")
def installation():
    postgres = postgres_server.programs()
    if postgres is None:
        pytest.skip("no PostgreSQL here; install it, e.g. apt install postgresql")
    if nginx_server.program() is None:
        pytest.skip("no nginx here; install it, e.g. apt install nginx")
    made = Installation(postgres, SMALL)
    yield made
    made.stop()


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    # nginx has a certificate that nobody signed.
    return {**browser_context_args, "ignore_https_errors": True}


def until(what, seconds=60.0):
    """Wait until something holds, while pages go on."""

    def wait(page):
        for _ in range(int(seconds * 10)):
            if what():
                return
            page.wait_for_timeout(100)
        assert what()

    return wait


def clock(trainee) -> int:
    """Seconds that the clock of the form shows."""
    shown = trainee.page.locator("[role=timer]").first.inner_text()
    minutes, seconds = re.search(r"(\d+):(\d\d)", shown).groups()
    return int(minutes) * 60 + int(seconds)


def test_somebody_types_on_when_his_replica_is_killed_and_his_reply_is_stored_once(page, installation):
    trainee = Trainee(page, installation.sim)
    trainee.come_in("Tess")
    attempt = trainee.begin("internet-drie-dagen")
    address = page.url
    trainee.choose("public")
    trainee.box.press_sequentially(FIRST, delay=5)
    until(lambda: installation.sim.draft(attempt) == FIRST)(page)
    opened = installation.sim.rows("select id, opened_at from turns where attempt_id = ?", attempt)
    before = clock(trainee)
    his = max(installation.replicas, key=lambda replica: replica.visitors)
    other = next(replica for replica in installation.replicas if replica is not his)
    his.kill()
    # He does not stop for it: the connection is gone and comes back while he types.
    trainee.box.press_sequentially(SECOND, delay=80)
    expect(trainee.box).to_have_value(FIRST + SECOND)
    until(lambda: installation.sim.draft(attempt) == FIRST + SECOND)(page)
    assert other.process.poll() is None
    assert page.url == address
    assert installation.sim.rows("select id, opened_at from turns where attempt_id = ?", attempt) == opened
    assert clock(trainee) != before
    trainee.button("send").click(delay=50)
    # This replica may still be loading the language models.
    expect(page.locator(".wc-verdict")).to_be_visible(timeout=200_000)
    stored = installation.sim.rows(
        "select a.text from answers a join turns t on t.id = a.turn_id where t.attempt_id = ?", attempt
    )
    assert stored == [(FIRST + SECOND,)]
    his.start()


def test_what_watches_from_outside_sees_health_and_no_figures(page, installation):
    base = installation.sim.app.base_url
    shown = page.goto(base)
    told = {
        path: page.request.get(base + path).status
        for path in (
            "/livez",
            "/readyz",
            "/_stcore/metrics",
            "/_stcore/agent/openapi.json",
            "/_stcore/health",
        )
    }
    assert told == {
        "/livez": 200, "/readyz": 200, "/_stcore/metrics": 404, "/_stcore/agent/openapi.json": 404, "/_stcore/health": 200,
    }  # fmt: skip
    headers = [(header["name"].lower(), header["value"]) for header in shown.headers_array()]
    assert [value for name, value in headers if name == "strict-transport-security"] == ["max-age=31536000"]
    assert len([value for name, value in headers if name == "content-security-policy"]) == 1
    (cookie,) = [c for c in page.context.cookies() if c["name"] == "webcare_browser"]
    assert re.fullmatch("[0-9a-f]{32}", cookie["value"])
    assert cookie["secure"]
    assert cookie["httpOnly"]
