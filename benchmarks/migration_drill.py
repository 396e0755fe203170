"""Kill every upgrade after every statement, on both databases: `python -m benchmarks.migration_drill`.

Each revision is run on a database with rows in every table; a process kills itself (SIGKILL) after statement n, for
every n, then the database is upgraded and compared with one that was never killed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from simulator.store.migrate import versions
from tests.migrating import Drill, drill, prepare
from tests.postgres_server import PostgresServer, programs


def main() -> None:
    """Do the drill and print what it found."""
    with tempfile.TemporaryDirectory() as folder:
        run("SQLite", lambda version: f"sqlite:///{Path(folder) / version}.db")
    there = programs()
    if there is None:
        print("PostgreSQL: not here")
        return
    server = PostgresServer(there).start()
    try:
        run("PostgreSQL", lambda version: server.make(f"drill{version}"))
    finally:
        server.remove()


def run(name, make) -> None:
    """Every revision on one database."""
    whole = Drill()
    for version in versions():
        url = make(version)
        prepare(url, version)
        found = drill(url, version)
        show(f"{name}, revision {version}", found)
        whole += found
    show(f"{name}, all", whole)


def show(name: str, found: Drill) -> None:
    """A line."""
    print(
        f"{name}: {found.statements} statements, {found.kills} kills, {found.lost} rows lost, "
        f"{found.broken} keys broken",
        flush=True,
    )


if __name__ == "__main__":
    main()
