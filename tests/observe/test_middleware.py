"""Requests and connections: each with a number, counted, and logged by the kind of address alone."""

from __future__ import annotations

import asyncio

import pytest

from simulator.observe import context, metrics
from simulator.observe.events import Event
from simulator.observe.middleware import Observed, route_of

SECRET = "Zwaluwstaartvlinder_geheim"  # noqa: S105 only called so


def call(app, scope, *received):
    """What an app sends for a scope."""
    sent, waiting = [], list(received)

    async def receive():
        return waiting.pop(0)

    async def send(message):
        sent.append(message)

    asyncio.run(Observed(app)(scope, receive, send))
    return sent


def http(path, **more):
    return {"type": "http", "method": "GET", "path": path, "query_string": SECRET.encode(), **more}


def answering(status, seen):
    async def app(_scope, _receive, send):
        seen.append(context.request_id())
        await send({"type": "http.response.start", "status": status})

    return app


def test_a_request_is_logged_without_its_address(log):
    seen = []
    call(answering(200, seen), http(f"/download/{SECRET}"))
    (line,) = log.lines(Event.REQUEST)
    assert (line["route"], line["status"], line["method"], line["level"]) == ("download", 200, "GET", "info")
    assert line["request_id"] == seen[0]
    assert SECRET not in log.getvalue()


def test_each_request_has_its_own_number():
    seen = []
    for _ in range(2):
        call(answering(200, seen), http("/"))
    assert len(set(seen)) == 2
    assert context.request_id() == ""


def test_an_error_is_counted_logged_and_passed_on(log):
    async def app(*_):
        raise ValueError(SECRET)

    before = metrics.REGISTRY.get_sample_value("simulator_errors_total", {"kind": "request_failed"}) or 0
    with pytest.raises(ValueError, match=SECRET):
        call(app, http("/"))
    assert (
        metrics.REGISTRY.get_sample_value("simulator_errors_total", {"kind": "request_failed"}) == before + 1
    )
    assert log.lines(Event.REQUEST)[0]["status"] == 500
    assert log.lines(Event.REQUEST_FAILED)[0]["errors"][0]["kind"] == "builtins.ValueError"
    assert SECRET not in log.getvalue()


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/", "page"), ("/my-data", "page"), (f"/download/{SECRET}", "download"), ("/static/js/a.js", "static"),
        ("/_stcore/health", "health"), ("/readyz", "health"), ("/_stcore/stream", "stream"),
        ("/_stcore/host-config", "core"), ("/a/b", "other"), ("", "other"),
    ],
)  # fmt: skip
def test_routes(path, route):
    assert route_of({"path": path}) == route


@pytest.mark.parametrize("accepts", [True, False])
def test_an_open_window_is_counted_until_it_closes(log, accepts):
    during = []

    async def app(_scope, _receive, send):
        await send({"type": "websocket.accept" if accepts else "websocket.close"})
        during.append(metrics.STATE.windows)

    before = metrics.STATE.windows
    call(app, {"type": "websocket", "path": "/_stcore/stream"})
    assert during == [before + accepts]
    assert metrics.STATE.windows == before
    assert len(log.lines(Event.WEBSOCKET_CLOSED)) == accepts


def test_a_window_that_breaks_off_is_counted_as_closed():
    async def app(_scope, _receive, send):
        await send({"type": "websocket.accept"})
        raise RuntimeError

    before = metrics.STATE.windows
    with pytest.raises(RuntimeError):
        call(app, {"type": "websocket", "path": "/"})
    assert metrics.STATE.windows == before
