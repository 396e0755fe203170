"""Sending statements to a learning record store that the organisation chose; off unless its address is set."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import BinaryIO
from urllib.parse import urlsplit

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from simulator import xapi
from simulator.accounts import Permission, User, require
from simulator.employer import settings_of
from simulator.setting_sources import values
from simulator.store.engine import Store

BATCH = 50
"""Statements in one request."""
TRIES = 5
_SECONDS = 15.0
_PAUSE = 0.5
"""Seconds before the second try; each next pause is twice as long."""
_LONGEST_PAUSE = 10.0
_TOO_BUSY = 429
_SERVER_FAULT = 500
_CODES = {401: "credentials", 403: "credentials", 409: "conflict"}


class LrsError(Exception):
    """Nothing more could be sent.

    Attributes:
        code: Why: "off", "address", "unreachable", "credentials", "conflict" or "refused".
        sent: How many statements had been taken by then.
    """

    def __init__(self, code: str, sent: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.sent = sent


class _AgainError(Exception):
    """The store may take it later."""


def checked_address(url: str) -> str:
    """The address of a store, without slash at its end, when statements may go there.

    Raises:
        LrsError: When it is neither https nor this machine itself, or holds a name or password.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise LrsError("address") from None
    safe = parts.scheme == "https" or (parts.scheme == "http" and _is_here(host))
    if not host or not safe or "@" in parts.netloc or parts.query or parts.fragment:
        raise LrsError("address")
    return url.rstrip("/")


def send(
    store: Store,
    user: User,
    wanted: xapi.Wanted,
    now: datetime,
    *,
    environment: Mapping[str, str] | None = None,
    pause: float = _PAUSE,
) -> int:
    """Send statements to the store of the user's employer; what it has already stays one.

    Args:
        store: The database.
        user: Who sends: somebody who may also choose the store, and export the whole organisation.
        wanted: Which statements.
        now: This moment.
        environment: Holds SIMULATOR_LRS_USER and SIMULATOR_LRS_PASSWORD; the settings of the process when left out.
        pause: Seconds before the second try.

    Returns:
        How many statements the store took.

    Raises:
        NotAllowedError: When he may not.
        LrsError: When there is no store, or it does not take them.
    """
    acting = require(store, user, Permission.CHANGE_EMPLOYER)
    url = settings_of(store, acting.employer_id).lrs_url
    if not url:
        raise LrsError("off")
    address = checked_address(url)
    spooled = xapi.spool(store, acting, wanted)
    sent = 0
    try:
        with spooled.file as lines, _client(values(environment)) as client:
            for batch in _batches(lines):
                _post(client, f"{address}/statements", batch, pause, sent)
                sent += len(batch)
    finally:
        xapi.note(store, acting, wanted, now, "lrs", sent)
    return sent


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _client(environment: Mapping[str, str]) -> httpx.Client:
    user = environment.get("SIMULATOR_LRS_USER", "")
    auth = httpx.BasicAuth(user, environment.get("SIMULATOR_LRS_PASSWORD", "")) if user else None
    headers = {"X-Experience-API-Version": "1.0.3"}
    # Following a redirect could carry the password and the figures to somebody else.
    return httpx.Client(auth=auth, headers=headers, timeout=_SECONDS, follow_redirects=False)


def _batches(lines: BinaryIO) -> Iterator[list[object]]:
    while batch := [json.loads(line) for line in islice(lines, BATCH)]:
        yield batch


def _post(client: httpx.Client, address: str, batch: list[object], pause: float, sent: int) -> None:
    tries = Retrying(
        retry=retry_if_exception_type(_AgainError),
        stop=stop_after_attempt(TRIES),
        wait=wait_exponential_jitter(multiplier=pause, max=_LONGEST_PAUSE, jitter=pause),
        reraise=True,
    )
    try:
        status = tries(_try, client, address, batch)
    except _AgainError:
        raise LrsError("unreachable", sent) from None
    if status not in (httpx.codes.OK, httpx.codes.NO_CONTENT):
        raise LrsError(_CODES.get(status, "refused"), sent)


def _try(client: httpx.Client, address: str, batch: list[object]) -> int:
    try:
        status = client.post(address, json=batch).status_code
    except httpx.InvalidURL:
        raise LrsError("address") from None
    except httpx.TransportError as error:
        raise _AgainError from error
    if status == _TOO_BUSY or status >= _SERVER_FAULT:
        raise _AgainError
    return status
