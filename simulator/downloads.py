"""Files that only the one who asked for them can fetch, once, within minutes.

Streamlit's own downloads lie behind addresses that open for anybody who has them; these do not.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from typing import BinaryIO

from simulator.accounts import Permission, User, hashed, load, require, user_of
from simulator.store import download_rows as rows
from simulator.store.engine import Store

PATH = "/download/"
GOOD_FOR = timedelta(minutes=5)
MAKER_MODULES = (
    "simulator.audit_trail",
    "simulator.certificates",
    "simulator.exports",
    "simulator.privacy",
    "simulator.xapi",
)
"""Modules that add makers. Loaded when a file is fetched: in a server of several processes, the one that gives the
file need not be the one that offered it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file for somebody.

    Attributes:
        name: As the browser saves it.
        kind: Media type, e.g. "text/csv; charset=utf-8".
        data: Its bytes; for a big one an open file, which is read from its start and closed.
    """

    name: str
    kind: str
    data: bytes | BinaryIO


Maker = Callable[[Store, User, Mapping[str, object], datetime], File]
"""Makes a file when it is fetched: checks the right again, and notes the export in the audit trail."""

MAKERS: dict[str, Maker] = {}
"""Makers by the name of what is wanted; each service adds its own where it is defined."""


class NoFileError(Exception):
    """There is nothing at this address for this browser; why is nobody's business."""


def offer(store: Store, user: User, kind: str, wanted: Mapping[str, object], now: datetime) -> str:
    """Make a one-time address for a file.

    Args:
        store: The database.
        user: Who asked; only a browser that is signed in as him can fetch it.
        kind: Name of a maker, at most 20 signs.
        wanted: What the maker needs, as plain values.
        now: This moment.

    Returns:
        The path, e.g. "/download/<token>".

    Raises:
        NotAllowedError: When he is not somebody who may have files at all; the maker checks the right to this one.
    """
    acting = require(store, user, Permission.SEE_OWN_DATA)
    token = secrets.token_urlsafe(32)
    with store.write() as connection:
        rows.forget_old(connection, now)
        rows.add(connection, hashed(token), acting.id, kind, json.dumps(dict(wanted)), now, now + GOOD_FOR)
    return PATH + token


def fetch(store: Store, token: str, sign_in: str, now: datetime) -> File:
    """Give the file of a one-time address, and use the address up.

    Args:
        store: The database.
        token: The last part of the address.
        sign_in: The sign-in secret that the browser sent, "" for none.
        now: This moment.

    Raises:
        NoFileError: When the address is unknown, used, too old or somebody else's, or nobody makes such files.
        NotAllowedError: When he may not have it any more.
    """
    user = user_of(store, sign_in, now)
    if user is None:
        raise NoFileError
    with store.write() as connection:
        found = rows.use(connection, hashed(token), user.id, now)
    if found is None:
        raise NoFileError
    maker = _maker(found.kind)
    return maker(store, load(store, user.id), json.loads(found.wanted), now)


def _maker(kind: str) -> Maker:
    if kind not in MAKERS:
        for module in MAKER_MODULES:
            import_module(module)
    try:
        return MAKERS[kind]
    except KeyError:
        raise NoFileError from None
