"""`simulator backup`, `restore` and `transfer`: keeping all data, putting it back, moving it to another database."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from simulator import audit
from simulator.store import addresses, backup
from simulator.store.engine import Store, is_there, open_store
from simulator.store.faults import StoreUnavailableError
from simulator.store.migrate import current_version, newest_version
from simulator.store.transfer import TransferError, transfer

_OF_ENVIRONMENT = "env:"
_SUCH_AS = "such as sqlite:///data/simulator.db or postgresql+psycopg://user@host/name"


def make_backup(url: str, file: Path, out: TextIO) -> int:
    """Write a backup of a database; people may go on working.

    Args:
        url: SQLAlchemy URL of the database.
        file: The new file.
        out: Where to tell it.

    Returns:
        Exit status: 0 made and verified, 2 could not.
    """
    if not is_there(url):
        out.write("there is no database yet\n")
        return 2
    with closing(open_store(url)) as store:
        now = datetime.now(UTC)
        status = _told(out, lambda: _tell(out, f"{file}: ", backup.make(store, file, now)))
        if not status:
            _note(store, now, out)
        return status


def _note(store: Store, now: datetime, out: TextIO) -> None:
    """Have the administrators' page know of it; the backup itself is as good without."""
    try:
        if current_version(store) == newest_version():
            with store.write() as connection:
                audit.note(connection, audit.Event.BACKED_UP, now, actor=None)
    except StoreUnavailableError:
        out.write("the backup is good, but the database could not keep when it was made\n")


def verify_backup(file: Path, out: TextIO) -> int:
    """Read all of a backup and compare it with the digest in it.

    Returns:
        Exit status: 0 whole, 1 not whole.
    """
    return 1 if _told(out, lambda: _tell(out, f"{file} is whole: ", backup.verify(file))) else 0


def restore_backup(url: str, file: Path, out: TextIO, *, replace: bool) -> int:
    """Put a backup into a database: all of it, or nothing.

    Args:
        url: SQLAlchemy URL of the database; an SQLite file is made when it is not there.
        file: The backup.
        out: Where to tell it.
        replace: Whether what is there may be removed.

    Returns:
        Exit status: 0 restored and verified, 2 nothing was changed.
    """
    return _told(out, lambda: _into(url, lambda store: _restore(store, file, out, replace=replace)))


def move(source: str, target: str, out: TextIO, environment: Mapping[str, str] = os.environ) -> int:
    """Copy a whole installation into another, empty database.

    Args:
        source: SQLAlchemy URL, or `env:NAME` for the one in an environment variable.
        target: Likewise.
        out: Where to tell it.
        environment: Variables by name.

    Returns:
        Exit status: 0 moved and verified, 2 nothing was kept.
    """
    try:
        came_from, goes_to = (_address(word, environment) for word in (source, target))
    except ValueError as error:
        out.write(f"{error}\n")
        return 2
    if not is_there(came_from):
        out.write("there is no database to move\n")
        return 2

    def copy(there: Store) -> None:
        with closing(open_store(came_from)) as here:
            digest = transfer(here, there)
        rows = sum(digest.rows.values())
        out.write(
            f"{rows} rows in {len(digest.rows)} tables moved; both ends have the digest {digest.whole}\n"
        )
        out.write("set SIMULATOR_DATABASE_URL to the new database and start the app again\n")

    return _told(out, lambda: _into(goes_to, copy))


def _address(word: str, environment: Mapping[str, str]) -> str:
    """The URL that a word of the command stands for.

    Raises:
        ValueError: When it is none, or holds a password, which everybody on the machine could read.
    """
    if word.startswith(_OF_ENVIRONMENT):
        name = word.removeprefix(_OF_ENVIRONMENT)
        if not environment.get(name):
            raise ValueError(f"{name} is not set")
        if not addresses.is_usable(environment[name]):
            raise ValueError(f"{name} holds no address {_SUCH_AS}")
        return environment[name]
    if not addresses.is_usable(word):
        raise ValueError(f"FROM and TO are addresses {_SUCH_AS}, or env:NAME")
    if addresses.has_password(word):
        raise ValueError("a password on the command line can be read by others; use env:NAME or PGPASSWORD")
    return word


def _restore(store: Store, file: Path, out: TextIO, *, replace: bool) -> None:
    _tell(out, f"{file} is restored: ", backup.restore(store, file, replace=replace))
    out.write("everybody can go on; whoever had the app open reloads the page\n")


def _into(url: str, work: Callable[[Store], None]) -> None:
    """Let work fill a database; a file that was not there before is not there after it failed either."""
    new = not is_there(url)
    done = False
    try:
        with closing(open_store(url)) as store:
            work(store)
        done = True
    finally:
        if new and not done:
            addresses.remove_file(url)


def _told(out: TextIO, work: Callable[[], None]) -> int:
    try:
        work()
    except (backup.BackupError, TransferError, StoreUnavailableError) as error:
        out.write(f"{error}\n")
    except OSError as error:
        out.write(f"{error.filename or 'backup'}: {error.strerror or error}\n")
    else:
        return 0
    return 2


def _tell(out: TextIO, before: str, made: backup.Backup) -> None:
    rows = sum(made.rows.values())
    out.write(
        f"{before}{rows} rows in {len(made.rows)} tables of version {made.version}, "
        f"made at {made.made_at:%Y-%m-%d %H:%M:%S} UTC, digest {made.digest}\n"
    )
