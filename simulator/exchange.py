"""Texts in and out of the app: a file, or a zip of an organisation."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from simulator.accounts import Permission, User, require
from simulator.authoring import (
    AuthoringError,
    BadPathError,
    UnknownTextError,
    checked_path,
    live_tree,
    save,
    saved_text,
)
from simulator.casebook.reader import MAX_BYTES
from simulator.casebook.tree import Tree
from simulator.store import authoring_rows as rows
from simulator.store.engine import Store

MOST_FILES = 200
_MOST_TOGETHER = 20 * MAX_BYTES


class BadUploadError(AuthoringError):
    """The upload is no zip that can be used; `reason` names which of the demands it misses."""

    code = "authoring-error-upload"

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(reason)
        self.reason, self.name = reason, name


@dataclass(frozen=True, slots=True)
class Incoming:
    """A text that came in, before anything is stored.

    Attributes:
        path: Where it would live.
        text: The text.
        standing: What stands there now, None when there is nothing.
        base: Revision of what stands there.
    """

    path: str
    text: str
    standing: str | None
    base: int

    @property
    def differs(self) -> bool:
        """True when storing it would change what stands there."""
        return self.standing is not None and self.standing != self.text


def zip_of(store: Store, user: User, folder: Tree, organisation: str) -> bytes:
    """All texts of an organisation as they were saved last, as a zip with the organisation's folder in it.

    Raises:
        NotAllowedError: When the user may not see the collection.
    """
    require(store, user, Permission.SEE_COLLECTION)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in sorted(_saved(store, folder).items()):
            if path.startswith(organisation + "/"):
                # A fixed moment: the same texts make the same zip.
                archive.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


def look_at(
    store: Store, user: User, folder: Tree, name: str, data: bytes, organisation: str
) -> list[Incoming]:
    """What an upload would bring; nothing is stored.

    Args:
        store: The database.
        user: The author.
        folder: The collection's folder.
        name: Name of the uploaded file.
        data: Its content: YAML, an article, or a zip with the organisation's folder in it.
        organisation: Where a single file goes.

    Raises:
        NotAllowedError: When the user may not write scenarios.
        BadUploadError: When it cannot be used.
    """
    require(store, user, Permission.WRITE_SCENARIOS)
    files = _unzipped(data) if name.lower().endswith(".zip") else {_place(name, organisation): data}
    out = []
    for path, content in files.items():
        try:
            text = content.decode("utf-8-sig")
            checked_path(path)
        except UnicodeDecodeError as error:
            raise BadUploadError("encoding", path) from error
        except BadPathError as error:
            raise BadUploadError("path", path) from error
        out.append(_incoming(store, user, folder, path, text))
    return out


def take(store: Store, user: User, incoming: list[Incoming], now: datetime) -> list[str]:
    """Save what came in as drafts; what already stands there exactly so is left.

    Returns:
        The paths that were saved.

    Raises:
        NotAllowedError: When the user may not write scenarios.
        StaleError: When somebody saved one of them since `look_at`; those before it are saved.
    """
    require(store, user, Permission.WRITE_SCENARIOS)
    changed = [i for i in incoming if i.standing != i.text]
    for item in changed:
        save(store, user, item.path, item.text, item.base, now)
    return [i.path for i in changed]


def _incoming(store: Store, user: User, folder: Tree, path: str, text: str) -> Incoming:
    try:
        there = saved_text(store, user, folder, path)
    except UnknownTextError:
        return Incoming(path, text, None, 0)
    return Incoming(path, text, *there)


def _saved(store: Store, folder: Tree) -> dict[str, bytes]:
    with store.read() as connection:
        saved = rows.newest_revisions(connection)
    return {**live_tree(store, folder).files, **{p: r.content.encode() for p, r in saved.items()}}


def _place(name: str, organisation: str) -> str:
    plain = Path(name).name
    return f"{organisation}/knowledge/{plain}" if plain.endswith(".md") else f"{organisation}/{plain}"


def _unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a zip by path; sizes are counted while unpacking, because a zip may lie about them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [
                m for m in archive.infolist() if not m.is_dir() and not m.filename.startswith("__MACOSX/")
            ]
            if not 0 < len(members) <= MOST_FILES:
                raise BadUploadError("count")
            out: dict[str, bytes] = {}
            for member in members:
                with archive.open(member) as file:
                    content = file.read(MAX_BYTES + 1)
                if len(content) > MAX_BYTES or sum(map(len, out.values())) + len(content) > _MOST_TOGETHER:
                    raise BadUploadError("size", member.filename)
                out[member.filename] = content
            return out
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise BadUploadError("zip") from error
    except Exception as error:
        # zlib, lzma and bz2 raise errors of their own for damaged data.
        if isinstance(error, BadUploadError):
            raise
        raise BadUploadError("zip") from error
