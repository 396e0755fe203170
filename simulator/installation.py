"""How the installation does, for administrators: versions, and what this process saw; nothing about people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator import audit
from simulator.accounts import Permission, User, require
from simulator.observe import metrics
from simulator.observe.recent import DAY, HOUR, RECENT, LastError, Recent, Times
from simulator.store import audit_rows
from simulator.store.engine import Store
from simulator.store.migrate import current_version


@dataclass(frozen=True, slots=True)
class State:
    """How it does. All but the first six is of the process that answers, since it began.

    Attributes:
        version: Version of the program.
        rubric: Version of the rules.
        scorer: Version of the scorer.
        database: Kind of database, e.g. "sqlite".
        migration: Version of its tables.
        backed_up: When `simulator backup` last made a backup of it; None when it never did.
        uptime: How long this process runs.
        sessions: Windows that are connected to it now.
        submits: Replies that were sent in the last hour and day.
        failed: Errors in the last hour and day.
        scoring: How long the last scorings took.
        saving: How long the last write transactions took.
        errors: The last error of each kind, newest first.
    """

    version: str
    rubric: str
    scorer: str
    database: str
    migration: str
    backed_up: datetime | None
    uptime: timedelta
    sessions: int
    submits: tuple[int, int]
    failed: tuple[int, int]
    scoring: Times
    saving: Times
    errors: tuple[LastError, ...]


def state(store: Store, user: User, now: datetime, recent: Recent = RECENT) -> State:
    """How the installation does.

    Args:
        store: The database.
        user: The administrator.
        now: This moment.
        recent: What this process saw.

    Raises:
        NotAllowedError: When he may not see it.
    """
    require(store, user, Permission.SEE_INSTALLATION)
    build = metrics.build()
    with store.read() as connection:
        backed_up = audit_rows.newest(connection, audit.Event.BACKED_UP.value)
    return State(
        version=build["version"],
        rubric=build["rubric"],
        scorer=build["scorer"],
        database=store.engine.dialect.name,
        migration=current_version(store),
        backed_up=backed_up,
        uptime=max(now - recent.started, timedelta()),
        sessions=metrics.STATE.windows,
        submits=(recent.since("submit", now, HOUR), recent.since("submit", now, DAY)),
        failed=(recent.since("error", now, HOUR), recent.since("error", now, DAY)),
        scoring=recent.scoring_times(),
        saving=recent.saving_times(),
        errors=recent.errors(),
    )
