"""The ASGI layer that numbers requests and connections, counts windows, and logs which kind of address was asked."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from time import perf_counter
from typing import Any

from simulator import downloads
from simulator.observe import context, logs, measure, metrics
from simulator.observe.events import Event, emit

_FAILED = 500
_BY_PREFIX = (
    (downloads.PATH, "download"),
    ("/draft", "draft"),
    ("/static/", "static"),
    ("/_stcore/health", "health"),
    ("/livez", "health"),
    ("/readyz", "health"),
    ("/_stcore/stream", "stream"),
    ("/_stcore/", "core"),
)


class Observed:
    """Outermost layer of the server: what happens inside one request carries that request's number."""

    def __init__(self, app: Any) -> None:  # noqa: ANN401 any ASGI application
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401
        """Pass everything on, and tell of it."""
        if scope["type"] == "lifespan" and logs.is_configured():
            logs.take_over()
        if scope["type"] == "http":
            with context.request():
                await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            with context.request():
                await self._connection(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401
        began, status = perf_counter(), _FAILED

        async def sending(message: Any) -> None:  # noqa: ANN401
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as error:
            measure.failed(Event.REQUEST_FAILED, error)
            raise
        finally:
            route = route_of(scope)
            # A page fetches eighty files; at the usual level only what is ours, or goes wrong, has a line.
            much = logging.INFO if route == "download" or status >= _FAILED else logging.DEBUG
            seconds = round(perf_counter() - began, 4)
            emit(Event.REQUEST, much, method=scope["method"], route=route, status=status, seconds=seconds)

    async def _connection(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401
        began, open_ = perf_counter(), False

        async def sending(message: Any) -> None:  # noqa: ANN401
            nonlocal open_
            if message["type"] == "websocket.accept":
                open_ = True
                metrics.STATE.windows += 1
                emit(Event.WEBSOCKET_OPENED, logging.DEBUG)
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            if open_:
                metrics.STATE.windows -= 1
                emit(Event.WEBSOCKET_CLOSED, logging.DEBUG, seconds=round(perf_counter() - began, 1))


def route_of(scope: Mapping[str, Any]) -> str:
    """The kind of an address; the address itself may hold a token or what somebody typed."""
    path = str(scope.get("path", ""))[len(str(scope.get("root_path", ""))) :]
    usual = "page" if path.count("/") == 1 else "other"
    return next((kind for prefix, kind in _BY_PREFIX if path.startswith(prefix)), usual)
