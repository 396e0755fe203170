"""A backup: one zip file with all rows of all tables, whatever the database, and a digest to check them by.

Both databases show one moment and keep nobody from writing meanwhile, so a backup is taken while people work; the same
file goes back into either database.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import URL

from simulator.store import addresses
from simulator.store.contents import (
    Contents,
    Digest,
    Row,
    StoredContents,
    TableHead,
    UnfitRowError,
    digest_of,
    drop_all,
    is_empty,
    line_of,
    load,
)
from simulator.store.engine import Connection, Store, open_store
from simulator.store.migrate import bring_to, changing, heads_of, versions

FORM = 1
_MANIFEST = "manifest.json"


class BackupError(Exception):
    """A backup cannot be made, read or put back; the message says why."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself.

    Attributes:
        version: Version of the database.
        made_at: Moment that it shows, or a little before.
        rows: Number of rows by table.
        digest: Digest of all rows.
    """

    version: str
    made_at: datetime
    rows: dict[str, int]
    digest: str


def make(store: Store, file: Path, now: datetime) -> Backup:
    """Write a backup, read it back and compare, and only then give it its name.

    Args:
        store: The database; people may go on working.
        file: Where to; may not exist. Only its owner may read it.
        now: This moment.

    Raises:
        BackupError: When the file exists, the database has no tables, or what was written does not read back as it was.
        OSError: When it cannot be written.
        StoreUnavailableError: When the database cannot be read.
    """
    if file.exists():
        raise BackupError(f"{file} exists already; a backup never replaces another one")
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with open(part, "xb", opener=_for_owner) as out:
            with _one_moment(store, part) as connection:
                version = ", ".join(heads_of(connection))
                if not version:
                    raise BackupError("the database is empty; is its address right?")
                contents = StoredContents(connection, version)
                digest = _write(contents, now, out)
            out.flush()
            os.fsync(out.fileno())
        made = verify(part)
        if made.digest != digest.whole:
            raise BackupError(f"{file}: what was written does not read back as it was; is the disk sound?")
        os.link(part, file)
    except FileExistsError as error:
        raise BackupError(f"{file} exists already; a backup never replaces another one") from error
    finally:
        part.unlink(missing_ok=True)
    return made


def verify(file: Path) -> Backup:
    """Read all of a backup and compare it with its digest.

    Raises:
        BackupError: When it is no backup, or is not whole.
        OSError: When it cannot be read.
    """
    with _Opened(file) as opened:
        found = digest_of(opened)
        return opened.compared(found)


def restore(store: Store, file: Path, *, replace: bool) -> Backup:
    """Put a backup into a database and bring it to this version: all of it, or nothing.

    Args:
        store: The database.
        file: The backup.
        replace: Whether what is there may be removed; without it a database with rows is refused.

    Raises:
        BackupError: When the backup is not whole, is of a version that this program does not know, or the database
            has rows.
        OSError: When it cannot be read.
        StoreUnavailableError: When the database cannot be written.
    """
    with _Opened(file) as opened:
        opened.compared(digest_of(opened))
        if opened.version not in versions():
            raise BackupError(
                f"{file} is of version {opened.version}, which this program does not know; use the newer program"
            )
        with changing(store) as connection:
            if not replace and not is_empty(connection):
                raise BackupError("the database has data; add --replace to remove all of it first")
            fill(connection, opened, opened.version)
        return opened.backup


def fill(connection: Connection, contents: Contents, of_version: str) -> Digest:
    """Replace all that a database has by these contents, read them back, and bring it to this version.

    Args:
        connection: From `changing`: when this raises, the database stays as it was.
        contents: What it will have.
        of_version: Their version.

    Raises:
        BackupError: When the database cannot hold them as they are.
    """
    drop_all(connection)
    bring_to(connection, of_version)
    try:
        came_in = load(connection, contents)
    except UnfitRowError as error:
        raise BackupError(str(error)) from error
    stands = digest_of(StoredContents(connection, of_version))
    if came_in.whole != stands.whole:
        raise BackupError(f"not stored as it was, so nothing is kept: {', '.join(came_in.differing(stands))}")
    bring_to(connection)
    return stands


@contextmanager
def _one_moment(store: Store, beside: Path) -> Iterator[Connection]:
    """A connection that sees one moment of a database while people write.

    Reading all rows of an SQLite file keeps its log from being emptied, and the one who writes next has to do it: so
    the file is copied first, in one go, which takes a hundredth of the time. (Copying page by page would begin anew
    with each write, and `cp` leaves out what is in the log.)
    """
    if addresses.file_of(str(store.engine.url)) is None:
        with store.snapshot() as connection:
            yield connection
        return
    file = beside.with_name(f"{beside.name}.copy")
    url = URL.create("sqlite", database=str(file)).render_as_string()
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with store.read() as connection, closing(sqlite3.connect(file)) as target:
            driver = connection.connection.driver_connection
            if not isinstance(driver, sqlite3.Connection):
                raise TypeError(f"Not a connection to SQLite: {type(driver).__name__}")
            driver.backup(target)
        with closing(open_store(url)) as copy, copy.snapshot() as connection:
            yield connection
    finally:
        addresses.remove_file(url)


class _Opened:
    """A backup's file, opened."""

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            self._zip = zipfile.ZipFile(file)
            told = json.loads(self._zip.read(_MANIFEST))
            self._heads = [TableHead(t["name"], tuple(t["columns"])) for t in told["tables"]]
            rows = {t["name"]: int(t["rows"]) for t in told["tables"]}
            made_at = datetime.fromisoformat(told["made_at"])
            self.version = str(told["version"])
            self.backup = Backup(self.version, made_at, rows, str(told["digest"]))
            form = told["form"]
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError, zlib.error) as error:
            raise BackupError(f"{file} is not a backup of this program, or not whole") from error
        if form != FORM:
            raise BackupError(f"{file} is of form {form}; this program reads form {FORM}")

    def __enter__(self) -> _Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def tables(self) -> Iterator[tuple[TableHead, Iterable[Row]]]:
        for head in self._heads:
            yield head, self._rows(head)

    def compared(self, found: Digest) -> Backup:
        if found.whole != self.backup.digest or found.rows != self.backup.rows:
            raise BackupError(f"{self._file} is damaged: its rows are not those that were written")
        return self.backup

    def _rows(self, head: TableHead) -> Iterator[Row]:
        try:
            with self._zip.open(f"{head.name}.jsonl") as lines:
                for line in lines:
                    yield json.loads(line)
        except (zipfile.BadZipFile, KeyError, ValueError, EOFError, zlib.error) as error:
            raise BackupError(f"{self._file} is damaged: table {head.name} cannot be read") from error


def _write(contents: StoredContents, now: datetime, out: BinaryIO) -> Digest:
    digest = Digest()
    heads = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for head, rows in contents.tables():
            heads.append(head)
            with zipped.open(f"{head.name}.jsonl", "w", force_zip64=True) as lines:
                for row in digest.passing(head, rows):
                    lines.write(line_of(row))
        told = {
            "form": FORM,
            "program": version("webcare-simulator"),
            "version": contents.version,
            "made_at": now.isoformat(),
            "digest": digest.whole,
            "tables": [{"name": h.name, "columns": h.columns, "rows": digest.rows[h.name]} for h in heads],
        }
        zipped.writestr(_MANIFEST, json.dumps(told, indent=1))
    return digest


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
