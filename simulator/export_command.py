"""`simulator export`: what was published in the app goes back to a folder, for teams that keep scenarios in git."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TextIO

from simulator.authoring import live_tree
from simulator.casebook.tree import read_folder
from simulator.store.engine import Store, is_there, open_store
from simulator.store.faults import StoreUnavailableError


def changed_files(store: Store, folder: Path) -> dict[Path, bytes]:
    """The published texts that differ from those in the folder, by their file there.

    Args:
        store: The database.
        folder: The collection's folder; need not be the one that the app reads.
    """
    tree = read_folder(folder)
    live = live_tree(store, tree).files
    return {folder / path: data for path, data in sorted(live.items()) if tree.files.get(path) != data}


def export(url: str, folder: Path, out: TextIO, errors: TextIO, *, dry_run: bool) -> int:
    """Write what was published in the app to a folder and tell which files changed; drafts stay in the app.

    A scenario of which the folder has a higher version is left as it is.

    Args:
        url: SQLAlchemy URL of the database.
        folder: The collection's folder, a working copy of the team's repository as a rule.
        out: Where to tell the files.
        errors: Where to tell why nothing was written.
        dry_run: Whether to tell only.

    Returns:
        Exit status: 0 done, 2 could not.
    """
    if not folder.is_dir():
        errors.write(f"{folder}: there is no such folder\n")
        return 2
    if not is_there(url):
        errors.write("there is no database yet\n")
        return 2
    try:
        with closing(open_store(url)) as store:
            changed = changed_files(store, folder)
    except StoreUnavailableError as error:
        errors.write(f"{error}\n")
        return 2
    for file, data in changed.items():
        if not dry_run:
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            except OSError as error:
                errors.write(f"{file}: {error.strerror}\n")
                return 2
        out.write(f"{file}\n")
    return 0
