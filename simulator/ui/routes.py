"""Addresses outside Streamlit's pages: what must never lie behind an address that opens without a right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from simulator import downloads, failures
from simulator.accounts import NotAllowedError
from simulator.i18n import LANGUAGES, t
from simulator.ui import session
from simulator.ui.browser import COOKIE

_PIECE = 1 << 16
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}


def routes() -> list[BaseRoute]:
    """The routes beside the pages."""
    return [Route(downloads.PATH + "{token}", _download, methods=["GET"])]


async def _download(request: Request) -> Response:
    if request.method != "GET":  # Starlette answers HEAD too, which must not use an address up.
        return _nothing()
    # The maker reads the database and may take long: not in the loop that serves everybody.
    token, sign_in = request.path_params["token"], request.cookies.get(COOKIE, "")
    file = await run_in_threadpool(_fetch, token, sign_in)
    return _given(file) if file else _nothing()


def _fetch(token: str, sign_in: str) -> downloads.File | None:
    try:
        return downloads.fetch(session.store(), token, sign_in, session.now())
    except (downloads.NoFileError, NotAllowedError):
        return None
    except Exception:
        failures.log("download failed")
        return None


def _given(file: downloads.File) -> Response:
    headers = {**_HEADERS, "Content-Disposition": disposition(file.name)}
    if isinstance(file.data, bytes):
        return Response(file.data, media_type=file.kind, headers=headers)
    return StreamingResponse(_pieces(file.data), media_type=file.kind, headers=headers)


def _pieces(data: BinaryIO) -> Iterator[bytes]:
    with data:
        data.seek(0)
        while piece := data.read(_PIECE):
            yield piece


def _nothing() -> Response:
    words = "\n".join(t("exports-link-over", lang) for lang in LANGUAGES)
    return PlainTextResponse(words + "\n", status_code=404, headers=_HEADERS)


def disposition(name: str) -> str:
    """The header that has a browser save a file under a name: plain, and in full (RFC 6266, RFC 8187)."""
    tidy = "".join(c for c in name if c.isprintable() and c not in '/\\"') or "file"
    plain = tidy.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(tidy, safe='')}"
