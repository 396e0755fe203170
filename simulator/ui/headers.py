"""Headers that keep a browser from doing what a page of ours never needs, on every answer of the server."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from simulator import failures

_INDEX = Path(st.__file__).parent / "static" / "index.html"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?")
_TLS_FOR = 31_536_000
"""Seconds that a browser remembers to use TLS only: a year."""
_CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check")
_CLOSED_TREE = "/_stcore/agent/"
_SET = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid",
            "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking",
        )
    ),
}  # fmt: skip


class Guarded:
    """ASGI layer, the outermost: puts the headers on, and closes addresses of Streamlit that nobody here needs.

    An answer that has a stricter header of its own, such as a download, keeps it.

    Args:
        app: What it lies around.
        tls: Whether people reach the server by TLS only.
    """

    def __init__(self, app: ASGIApp, *, tls: bool = False) -> None:
        self._app = app
        self._policy = policy(_INDEX.read_text(encoding="utf-8"))
        more = {"Strict-Transport-Security": f"max-age={_TLS_FOR}"} if tls else {}
        self._rest = [(name.lower().encode(), value.encode()) for name, value in {**_SET, **more}.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; an error that nobody caught becomes an answer without details, which has the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def put_on(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                self._put_on(message, Headers(scope=scope).get("host", ""))
            await send(message)

        if _closed(scope["path"]):
            await PlainTextResponse("Not Found\n", 404)(scope, receive, put_on)
            return
        try:
            await self._app(scope, receive, put_on)
        except Exception:
            failures.log("request failed")
            if begun:
                raise
            await PlainTextResponse("Internal Server Error\n", 500)(scope, receive, put_on)

    def _put_on(self, message: Message, host: str) -> None:
        # "'self'" is not everywhere read as the websocket of the same address too.
        sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
        policy = self._policy.replace("connect-src 'self'", f"connect-src 'self'{sockets}")
        there = list(message.get("headers", ()))
        names = {name.lower() for name, _ in there}
        ours = [(b"content-security-policy", policy.encode()), *self._rest]
        message["headers"] = [*there, *(header for header in ours if header[0] not in names)]


def policy(index: str) -> str:
    """What a page may load and run.

    Scripts come from this server only. `blob:` is how Streamlit loads the script of a component, which it makes from
    text; only a script that runs already can make one. Its own inline script is named by its hash. Styles cannot do
    without `unsafe-inline`: its front end writes them while it draws.

    Args:
        index: Text of Streamlit's page.
    """
    hashes = "".join(
        f" 'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in _INLINE.findall(index)
    )
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob:{hashes}",
            "style-src 'self' 'unsafe-inline'",
            "connect-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "media-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def _closed(path: str) -> bool:
    """Streamlit's figures about sessions, and its interface for programs, are for nobody outside."""
    return path.rstrip("/").endswith(_CLOSED) or _CLOSED_TREE in f"{path}/"
