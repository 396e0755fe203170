"""The server that `python -m simulator serve` runs: Uvicorn, as in Streamlit itself, that knows how to stop."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
import time
from types import FrameType
from typing import Any

import uvicorn
from streamlit import config
from streamlit.web import bootstrap
from streamlit.web.server.starlette import starlette_server

from simulator import scorer
from simulator.setting_sources import HOME
from simulator.settings import Settings
from simulator.ui import health_routes

_ENTRY = HOME / "simulator_app.py"
_SCRIPT_THREAD = "ScriptRunner.scriptThread"
"""What Streamlit calls the threads in which pages run; they would be cut off when the process ends."""
_KEEP_ALIVE = 75
"""Seconds that a connection may be silent: longer than nginx keeps one, or it would send into one that just closes."""
_SETTLE = 0.2
"""Seconds without a page at work before the server is taken to be idle."""
_LATE = 2.0
"""Seconds after the last moment at which the process ends whatever hangs."""

log = logging.getLogger("simulator")


class CannotListenError(Exception):
    """The address or port is not to be had; the message says why."""


def run(settings: Settings) -> None:
    """Serve until asked to stop; SIGTERM and SIGINT let what runs end, a second one does not.

    Raises:
        CannotListenError: When the address or port is not to be had.
    """
    server = settings.server
    config._main_script_path = str(_ENTRY)  # noqa: SLF001 how Streamlit's own command names it
    bootstrap.load_config_options({"server.address": server.address, "server.port": server.port})
    config._server_mode = "starlette-app"  # noqa: SLF001
    if str(HOME) not in sys.path:
        sys.path.insert(0, str(HOME))
    listening = _listen(server.address, server.port)
    from simulator_app import app

    serving = _Server(_config(app, settings), server.graceful_seconds)
    # Whoever comes over from a replica that died must not wait for this one to load the language models.
    threading.Thread(target=scorer.warm_up, daemon=True, name="warm-up").start()
    try:
        serving.run(sockets=[listening])
        serving.wait_for_pages()
    finally:
        scorer.stop()
        listening.close()


def _config(app: Any, settings: Settings) -> uvicorn.Config:  # noqa: ANN401 Streamlit's App
    server = settings.server
    return uvicorn.Config(
        app,
        host=server.address,
        port=server.port,
        # Our own logging is set up already; Uvicorn's would print tracebacks with what people typed.
        log_config=None,
        log_level=server.log_level,
        forwarded_allow_ips=server.proxies,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=server.graceful_seconds,
        # Which websocket protocol and sizes its front end needs, only Streamlit knows.
        **starlette_server._get_uvicorn_config_kwargs(),  # noqa: SLF001
    )


def _listen(address: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0][0]
        # asyncio sends small pieces at once (TCP_NODELAY) only on sockets that say they are TCP; else each waits 40 ms.
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    except OSError as error:
        raise CannotListenError(f"cannot listen on {address}: {error.strerror or error}") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address, port))
        listening.set_inheritable(True)
    except OSError as error:
        listening.close()
        raise CannotListenError(f"cannot listen on {address}:{port}: {error.strerror}") from error
    return listening


class _Server(uvicorn.Server):
    """Uvicorn's server; it waits for the pages at work, which Uvicorn does not know of."""

    def __init__(self, settings: uvicorn.Config, seconds: float) -> None:
        super().__init__(settings)
        self._seconds = seconds
        self._last_moment = float("inf")
        self._idle_since: float | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 Uvicorn's own
        """Begin to stop; the signal is not raised again at the end, because to stop when asked is no failure."""
        if health_routes.stopping.is_set():
            self.should_exit = self.force_exit = True
            self._last_moment = time.monotonic()
            return
        health_routes.stopping.set()
        self._last_moment = time.monotonic() + self._seconds
        end = threading.Timer(self._seconds + _LATE, _end_now)
        end.daemon = True
        end.start()

    async def on_tick(self, counter: int) -> bool:
        """Whether to close: some work of Uvicorn's own, then ours."""
        done = await super().on_tick(counter)
        return done or (health_routes.stopping.is_set() and self._may_close())

    def _may_close(self) -> bool:
        now = time.monotonic()
        if _pages():
            self._idle_since = None
            return now >= self._last_moment
        self._idle_since = self._idle_since or now
        return now - self._idle_since >= _SETTLE

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close connections, within what is left of the time."""
        left = self._last_moment - time.monotonic()
        if left != float("inf"):
            self.config.timeout_graceful_shutdown = max(1, round(left))
        await super().shutdown(sockets)

    def wait_for_pages(self) -> None:
        """Let the last pages at work end: what they write is one transaction, but the page goes on after it."""
        for thread in _pages():
            thread.join(max(0.0, min(self._last_moment, time.monotonic() + self._seconds) - time.monotonic()))
        if _pages():
            log.warning("stopped while %s pages were at work", len(_pages()))


def _pages() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == _SCRIPT_THREAD]


def _end_now() -> None:
    log.error("did not stop in time; ended")
    os._exit(1)
