"""What watches a server asks: whether the process lives, and whether it can take visitors now."""

from __future__ import annotations

import threading

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from simulator.store.readiness import Problem, Readiness

LIVE, READY = "/livez", "/readyz"
_STOPPING = "this server stops"
_FRESH = {"Cache-Control": "no-store"}

stopping = threading.Event()
"""Set as soon as the server has been asked to stop; it never starts again in this process."""


def routes(readiness: Readiness) -> list[BaseRoute]:
    """The two addresses.

    Args:
        readiness: Asks the database.
    """

    async def live(_request: Request) -> Response:
        return PlainTextResponse("alive\n", headers=_FRESH)

    async def ready(_request: Request) -> Response:
        if stopping.is_set():
            return PlainTextResponse(f"not ready: {_STOPPING}\n", 503, headers=_FRESH)
        problem = await run_in_threadpool(readiness.problem)
        if problem is not Problem.NONE:
            return PlainTextResponse(f"not ready: {problem}\n", 503, headers=_FRESH)
        return PlainTextResponse("ready\n", headers=_FRESH)

    return [Route(LIVE, live, methods=["GET"]), Route(READY, ready, methods=["GET"])]


class RefusesWhenStopping:
    """ASGI layer: a server that stops sends newcomers away with 503, by which a proxy tries the next one."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        newcomer = scope["type"] in ("http", "websocket") and scope["path"] not in (LIVE, READY)
        if not (newcomer and stopping.is_set()):
            await self._app(scope, receive, send)
            return
        answer = PlainTextResponse("Stopping\n", 503, headers={"Retry-After": "1", "Connection": "close"})
        # Starlette sends it as a refused handshake when a websocket asked.
        await answer(scope, receive, send)
