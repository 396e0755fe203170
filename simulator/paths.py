"""Learning paths: scenarios that an employer's people practise one after another, and a total to reach in each.

A path is never changed, because certificates name it: who wants another one makes a new one and archives the old.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime

from simulator.accounts import NotAllowedError, Permission, User, require
from simulator.store import path_rows as rows
from simulator.store.engine import Store

TITLE_MOST = 120
SCENARIOS_MOST = 40
PASS_TOTAL_LEAST, PASS_TOTAL_MOST = 50, 100


class PathError(ValueError):
    """The path cannot be made; `code` names the text that explains it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def make(
    store: Store,
    user: User,
    title: str,
    scenarios: tuple[str, ...],
    pass_total: int,
    published: Collection[str],
    now: datetime,
) -> str:
    """Make a path for the user's own employer.

    Args:
        store: The database.
        user: A trainer or lead.
        title: Its name, as typed.
        scenarios: Ids of its scenarios, in order.
        pass_total: Total (0-100) to reach in each.
        published: Ids of the scenarios that can be practised.
        now: This moment.

    Returns:
        The path's id.

    Raises:
        NotAllowedError: When he may not make paths.
        PathError: When the title or the scenarios cannot be used.
    """
    acting = require(store, user, Permission.MAKE_PATHS)
    tidy = " ".join(title.split())
    if not 1 <= len(tidy) <= TITLE_MOST:
        raise PathError("paths-error-title")
    if not 1 <= len(scenarios) <= SCENARIOS_MOST or len(set(scenarios)) != len(scenarios):
        raise PathError("paths-error-scenarios")
    if not set(scenarios) <= set(published):
        raise PathError("paths-error-unpublished")
    if not PASS_TOTAL_LEAST <= pass_total <= PASS_TOTAL_MOST:
        raise PathError("paths-error-total")
    path_id = str(uuid.uuid4())
    row = rows.PathRow(
        path_id, acting.employer_id, tidy, scenarios, pass_total, acting.id, now, archived=False
    )
    with store.write() as connection:
        rows.add_path(connection, row)
    return path_id


def archive(store: Store, user: User, path_id: str) -> None:
    """Take a path of the user's own employer out of use; certificates of it stay valid.

    Raises:
        NotAllowedError: When he may not, or the path is another employer's.
        KeyError: When there is no such path.
    """
    acting = require(store, user, Permission.MAKE_PATHS)
    with store.write() as connection:
        found = rows.path(connection, path_id)
        if found is None:
            raise KeyError(path_id)
        if found.employer_id != acting.employer_id:
            raise NotAllowedError(Permission.MAKE_PATHS.value)
        rows.archive_path(connection, path_id)


def all_paths(store: Store, user: User) -> tuple[rows.PathRow, ...]:
    """The paths of the user's own employer, archived ones too, newest first, for who makes them."""
    acting = require(store, user, Permission.MAKE_PATHS)
    with store.read() as connection:
        return tuple(rows.paths_of(connection, acting.employer_id))
