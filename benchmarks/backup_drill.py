"""Backups while people write, on both databases: `python -m benchmarks.backup_drill`.

Threads write one after the other and note what was confirmed. A backup that begins meanwhile must hold all that was
confirmed before it began, and nobody may wait for it: the longest wait during backups stands beside that of equally
long stretches without one, in the same run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from simulator.store.tables import cases
from tests.postgres_server import PostgresServer, programs

ROWS = 20_000
WRITERS = 2
PAUSE = 0.02
"""Seconds between two writes of a writer: a busy team, not a machine that does nothing else."""
BACKUPS = 3


class Writers:
    """Threads that write, and what was confirmed to them."""

    def __init__(self, store) -> None:
        self.store = store
        self.confirmed: set[str] = set()
        self.waits: list[float] = []
        self.stop = threading.Event()
        self.threads = [threading.Thread(target=self._write, args=(n,)) for n in range(WRITERS)]

    def _write(self, name) -> None:
        number = 0
        while not self.stop.wait(PAUSE):
            key = f"w{name}-{number}"
            began = time.perf_counter()
            with self.store.write() as connection:
                connection.execute(insert(cases).values(case(key)))
            self.waits.append(time.perf_counter() - began)
            self.confirmed.add(key)
            number += 1

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def waits_since(self, start) -> list[float]:
        """Waits in milliseconds, from the write with this number."""
        return [wait * 1000 for wait in self.waits[start:]]


def of_all(waits) -> float:
    """Within which time 99 % of the waits were over."""
    return sorted(waits)[int(len(waits) * 0.99)]


def case(key):
    """A row of about a kilobyte."""
    return {
        "content_hash": key, "scenario_id": "drill", "version": 1, "content": f"{key} " * 100,
        "created_at": datetime.now(UTC),
    }  # fmt: skip


def make_backup(url, file) -> None:
    """The command, in a process of its own as an operator runs it."""
    given = {**os.environ, "SIMULATOR_DATABASE_URL": url}
    subprocess.run(
        [sys.executable, "-m", "simulator", "backup", str(file)],
        env=given,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def run(name, url, folder) -> None:
    """The drill on one database."""
    store = open_store(url)
    upgrade(store)
    with store.write() as connection:
        for start in range(0, ROWS, 1000):
            connection.execute(insert(cases), [case(f"r{n}") for n in range(start, start + 1000)])
    missing = 0
    seconds, during, beside = [], [], []
    with Writers(store) as writers:
        time.sleep(1)
        for number in range(BACKUPS):
            file = folder / f"{name}{number}.backup"
            before, first, began = set(writers.confirmed), len(writers.waits), time.perf_counter()
            make_backup(url, file)
            seconds.append(time.perf_counter() - began)
            during += writers.waits_since(first)
            with zipfile.ZipFile(file) as zipped:
                kept = zipped.read("cases.jsonl").decode()
            missing += sum(f'"{key}"' not in kept for key in before)
            first = len(writers.waits)
            time.sleep(seconds[-1])
            beside += writers.waits_since(first)
    print(
        f"{name}: {BACKUPS} backups of {ROWS} rows and more, {max(seconds):.2f} s at most; {len(writers.confirmed)} "
        f"writes confirmed, {missing} confirmed before a backup began are missing from it\n"
        f"{name}: writes during a backup: longest {max(during):.0f} ms, 99 % within {of_all(during):.0f} ms; "
        f"without one: longest {max(beside):.0f} ms, 99 % within {of_all(beside):.0f} ms",
        flush=True,
    )
    store.close()


def main() -> None:
    """Do the drill on both databases."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        run("SQLite", f"sqlite:///{folder / 'drill.db'}", folder)
        there = programs()
        if there is None:
            print("PostgreSQL: not here")
            return
        server = PostgresServer(there, options=()).start()
        try:
            run("PostgreSQL", server.make("drill"), folder)
        finally:
            server.remove()


if __name__ == "__main__":
    main()
