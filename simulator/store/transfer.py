"""Moving a whole installation from one database to another, such as from SQLite to PostgreSQL and back."""

from __future__ import annotations

from simulator.store.backup import BackupError, fill
from simulator.store.contents import Digest, StoredContents, digest_of, is_empty
from simulator.store.engine import Store
from simulator.store.migrate import changing, current_version


class TransferError(Exception):
    """The installation was not moved and the target is as it was; the message says why."""


def transfer(source: Store, target: Store) -> Digest:
    """Copy all rows into another database, compare both ends, and keep nothing when they differ.

    Args:
        source: Where the installation is; only read. Nobody should work on it.
        target: Where it goes; may have tables, but no rows.

    Returns:
        The digest of what both have.

    Raises:
        TransferError: When the target has rows, cannot hold a row, or somebody changed the source meanwhile.
        StoreUnavailableError: When one of them cannot be used.
    """
    version = current_version(source)
    if not version:
        raise TransferError("there is no installation in the database that it should come from")
    with changing(target) as there:
        if not is_empty(there):
            raise TransferError("the target has data; give an empty database")
        try:
            with source.snapshot() as here:
                digest = fill(there, StoredContents(here, version), version)
        except BackupError as error:
            raise TransferError(str(error)) from error
        # Before the target keeps it: a later write would be lost without anybody noticing.
        with source.snapshot() as here:
            now = digest_of(StoredContents(here, version))
        if now.whole != digest.whole:
            changed = ", ".join(now.differing(digest))
            raise TransferError(f"somebody worked meanwhile ({changed}); stop the app and do it again")
    return digest
