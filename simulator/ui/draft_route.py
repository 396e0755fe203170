"""Where the reply form sends what is typed: past Streamlit, which would draw the whole form anew for each draft.

Whatever does not succeed here the form sends once more through Streamlit, where the reason is told.
"""

from __future__ import annotations

import json

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from simulator import admission, failures, practice
from simulator.accounts import NotAllowedError
from simulator.practice import PracticeError
from simulator.run import UnknownAttemptError
from simulator.settings import Settings
from simulator.store.faults import StoreUnavailableError
from simulator.ui import door, session
from simulator.ui.browser import COOKIE
from simulator.ui.components.reply_form import Draft, parse_draft, place_of

PATH = "/draft"
_MOST_BYTES = 100_000
"""A draft of the longest text, in signs of four bytes, with what JSON adds."""
_FRESH = {"Cache-Control": "no-store"}


def path_for(settings: Settings) -> str:
    """Where drafts go; "" where the browser's own cookie does not say who somebody is, so that they go by Streamlit."""
    return PATH if settings.provider is None else ""


class KeepsDrafts:
    """ASGI layer: answers the one address before Streamlit's own layers do their work.

    They read its session and pack answers, of which a draft has neither, and took longer than to keep it. Three drafts
    come with each reply.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a draft, or pass a request on."""
        if scope["type"] != "http" or _path(scope) != PATH:
            await self._app(scope, receive, send)
            return
        answer = await _receive(Request(scope, receive)) if scope["method"] == "POST" else _refused(405)
        await answer(scope, receive, send)


def _path(scope: Scope) -> str:
    """The address asked for, without what a proxy put before it."""
    return str(scope["path"]).removeprefix(str(scope.get("root_path", "")))


async def _receive(request: Request) -> Response:
    # A form on another site can send neither this type nor, in browsers that tell, hide where it comes from.
    fair = request.headers.get("Content-Type", "").partition(";")[0].strip() == "application/json"
    if not fair or request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return _refused(403)
    draft = _read(await _body(request))
    if draft is None:
        return _refused(400)
    # The database may take long: not in the loop that serves everybody.
    status, stored = await run_in_threadpool(_keep, draft, request.cookies.get(COOKIE, ""))
    return JSONResponse({"saved_seq": stored}, headers=_FRESH) if status == 200 else _refused(status)


async def _body(request: Request) -> bytes:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST_BYTES:
            return b""
    return body


def _read(body: bytes) -> Draft | None:
    try:
        return parse_draft(json.loads(body))
    except (ValueError, RecursionError):
        return None


def _keep(draft: Draft, token: str) -> tuple[int, int]:
    """HTTP status and the sequence number that is stored now."""
    with admission.admitted(short=True), session.store().together():
        return _kept(draft, token)


def _kept(draft: Draft, token: str) -> tuple[int, int]:
    store, now = session.store(), session.came()
    attempt_id, number = place_of(draft.slot)
    try:
        who = door.holder(store, session.settings(), token, now)
        if who is None:
            return 401, 0
        stored = practice.save_draft(
            store, who, attempt_id, number, (draft.seq, draft.text, draft.action), now
        )
    except (NotAllowedError, UnknownAttemptError):
        return 404, 0
    except PracticeError:
        return 409, 0
    except StoreUnavailableError:
        failures.log("draft not kept")
        return 503, 0
    return (200, stored) if stored else (409, 0)


def _refused(status: int) -> Response:
    return Response(status_code=status, headers=_FRESH)
