"""The doctor's look at the installation: settings, database, disk, clocks, scenarios, language models."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from simulator.casebook.checking import check_tree
from simulator.casebook.diagnostics import Severity
from simulator.casebook.report import count
from simulator.casebook.tree import read_folder
from simulator.ops.findings import Finding, Level, fine
from simulator.settings import Settings
from simulator.start_checks import insecure
from simulator.store import addresses
from simulator.store import health_checks as ask
from simulator.store.engine import BUSY_MS, Store, is_there
from simulator.store.faults import StoreUnavailableError
from simulator.store.migrate import newest_version, versions

_GB = 1 << 30
_LEAST_FREE = _GB // 4
_WANTED_FREE = 2 * _GB
_CLOCK_WARNING, _CLOCK_ERROR = 2.0, 30.0
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": BUSY_MS,
    "secure_delete": 1,
}


def look_at_settings(settings: Settings) -> Finding:
    """Settings that can each be used and are unsafe together."""
    fault = insecure(settings, settings.server.address)
    if fault:
        return Finding("settings", Level.ERROR, fault, "docs/operations.md says what each setting does")
    return fine("settings", "the settings can be used")


def look_at_database(store: Store, url: str) -> Finding:
    """Whether it answers, and is at the version of this program."""
    migrate = "run `python -m simulator migrate`, or start the app"
    if not is_there(url):
        return Finding("database", Level.ERROR, "there is no database yet", migrate)
    try:
        heads = ask.heads(store)
    except StoreUnavailableError as error:
        to_do = "see that the server runs and that SIMULATOR_DATABASE_URL is right"
        return Finding("database", Level.ERROR, str(error), to_do)
    if len(heads) > 1:
        return Finding(
            "database", Level.ERROR, f"it has several versions at once: {', '.join(heads)}",
            "an upgrade went wrong; restore the newest backup from before it",
        )  # fmt: skip
    if not heads:
        return Finding("database", Level.ERROR, "it is empty", migrate)
    if heads[0] not in versions():
        return Finding(
            "database",
            Level.ERROR,
            f"a newer program made it (version {heads[0]})",
            "start the newer program",
        )
    if heads[0] != newest_version():
        return Finding("database", Level.ERROR, f"it is of the older version {heads[0]}", migrate)
    return fine("database", f"it answers and is of version {heads[0]}")


def look_at_place(settings: Settings) -> Iterator[Finding]:
    """Free space and rights of the folder that the database is in; only space when it is elsewhere."""
    file = addresses.file_of(settings.database_url)
    folder = file.parent if file else Path.cwd()
    if not folder.is_dir():
        yield Finding("folder", Level.ERROR, f"{folder} is not there", "make it")
        return
    free = shutil.disk_usage(folder).free
    wanted = max(_WANTED_FREE, 2 * (file.stat().st_size if file and file.is_file() else 0))
    if free < wanted:
        level = Level.ERROR if free < _LEAST_FREE else Level.WARNING
        yield Finding(
            "disk", level, f"{free / _GB:.1f} GB free at {folder}; {wanted / _GB:.1f} GB is safe for "
            "backups and upgrades", "make room; when the disk is full nobody can practise",
        )  # fmt: skip
    else:
        yield fine("disk", f"{free / _GB:.1f} GB free at {folder}")
    if file is not None:
        yield _rights(folder, file)


def look_at_clock(store: Store) -> Finding:
    """How far the clocks of this machine and the database's differ."""
    before = datetime.now(UTC)
    there = ask.clock(store)
    after = datetime.now(UTC)
    apart = abs((there - (before + (after - before) / 2)).total_seconds())
    if apart < _CLOCK_WARNING:
        return fine("clock", f"this machine's clock and the database's differ {apart:.1f} s")
    level = Level.ERROR if apart >= _CLOCK_ERROR else Level.WARNING
    return Finding("clock", level, f"the clocks differ {apart:.0f} s", "let both machines keep time (NTP)")


def look_at_pragmas(store: Store) -> Finding | None:
    """How an SQLite database is opened; None on PostgreSQL."""
    found = ask.pragmas(store)
    if not found:
        return None
    wrong = tuple(f"{name} is {found[name]}" for name, wanted in _PRAGMAS.items() if found[name] != wanted)
    if wrong:
        to_do = "is the file on a network drive? Put it on a disk of this machine"
        return Finding("sqlite", Level.ERROR, "it is not opened safely", to_do, wrong)
    return fine("sqlite", "it is opened safely")


def look_at_scenarios(folder: Path) -> Finding:
    """Whether the folder of scenarios can be read and has no faults."""
    report = check_tree(read_folder(folder), golden=False)
    errors = count(report)[Severity.ERROR]
    if not errors:
        return fine("scenarios", f"{len(report.scenarios)} scenarios in {folder}, without errors")
    return Finding(
        "scenarios", Level.ERROR, f"{errors} errors in {folder}; what has one is not offered",
        f"run `python -m simulator check {folder}`",
    )  # fmt: skip


def look_at_models() -> Finding:
    """Whether the language models load and score."""
    from simulator.warm_up import warm_up

    try:
        warm_up()
    except Exception as error:
        kind = f"{type(error).__module__}.{type(error).__qualname__}"
        return Finding("models", Level.ERROR, f"they do not load: {kind}", "install the program anew")
    return fine("models", "they load and score a reply in each language")


def _rights(folder: Path, file: Path) -> Finding:
    if not os.access(folder, os.W_OK) or (file.exists() and not os.access(file, os.R_OK | os.W_OK)):
        return Finding(
            "rights", Level.ERROR, f"this user may not write {file}, or not in its folder",
            "give the user that runs the app both; SQLite writes files beside it",
        )  # fmt: skip
    if file.exists() and file.stat().st_mode & 0o006 and folder.stat().st_mode & 0o001:
        words = f"everybody on this machine may read or write {file}, which tells about people"
        return Finding("rights", Level.WARNING, words, f"chmod o-rwx {file}")
    return fine("rights", f"this user may write {file}")
