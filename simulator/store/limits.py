"""How long the database may let people wait, and how many connections one process keeps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a PostgreSQL database; SQLite has its own (docs/architecture.md, "Store").

    Attributes:
        connections: Connections that one process keeps open; twice as many for a moment (SIMULATOR_DATABASE_POOL).
        wait_seconds: How long a page waits for a free one, and for the server to answer the first time
            (SIMULATOR_DATABASE_WAIT).
        statement_seconds: After how long the server stops a statement (SIMULATOR_DATABASE_STATEMENT).
        lock_seconds: How long a statement waits for another transaction (SIMULATOR_DATABASE_LOCK).
    """

    connections: int = 10
    wait_seconds: int = 5
    statement_seconds: int = 30
    lock_seconds: int = 10
