"""How the installation does, for administrators: versions, and what this process saw; nothing about people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator.accounts import Permission, User, require
from simulator.observe import metrics
from simulator.observe.recent import DAY, HOUR, RECENT, LastError, Recent, Times
from simulator.store.engine import Store
from simulator.store.migrate import current_version


@dataclass(frozen=True, slots=True)
class State:
    """How it does. All but the first five is of the process that answers, since it began.

    Attributes:
        version: Version of the program.
        rubric: Version of the rules.
        scorer: Version of the scorer.
        database: Kind of database, e.g. "sqlite".
        migration: Version of its tables.
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
    return State(
        version=build["version"],
        rubric=build["rubric"],
        scorer=build["scorer"],
        database=store.engine.dialect.name,
        migration=current_version(store),
        uptime=max(now - recent.started, timedelta()),
        sessions=metrics.STATE.windows,
        submits=(recent.since("submit", now, HOUR), recent.since("submit", now, DAY)),
        failed=(recent.since("error", now, HOUR), recent.since("error", now, DAY)),
        scoring=recent.scoring_times(),
        saving=recent.saving_times(),
        errors=recent.errors(),
    )
