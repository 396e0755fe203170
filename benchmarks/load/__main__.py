"""Load on the real app beside an empty page: `python -m benchmarks.load --sessions 100 --store sqlite`.

N windows speak Streamlit's own protocol to a server on loopback. When all stand open, each trainee types (three drafts,
a second apart), sends, reads the feedback, thinks for 5-15 s and tries again. The same number of windows presses a
button on an empty Streamlit page, at the same pace, in the same run: once as Streamlit comes, and once with what makes
the simulator's own pages quick, its Streamlit options and event loop. Driver, servers and database share the machine's
cores. With two replicas half of the windows goes to each. How fast those cores are is told too, because rented ones
change while one looks.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.load.people import prepare
from benchmarks.load.servers import Server, memory_mb, seconds_of_work, start_app, start_empty, stolen, worked
from benchmarks.load.trainee import Pace, Record, practise, press_on_an_empty_page
from tests.postgres_server import PostgresServer, programs

AS_IT_COMES, TUNED = "as-it-comes", "tuned"
RAMP = 0.1
"""Seconds between two windows that open."""


def yardstick() -> float:
    """Milliseconds that a fixed computation takes on an idle core now, the best of five."""

    def once() -> float:
        began = time.perf_counter()
        sum(n * n for n in range(1_000_000))
        return time.perf_counter() - began

    return 1000 * min(once() for _ in range(5))


async def _together(work: list[object]) -> None:
    async def later(seconds: float, one: object) -> None:
        await asyncio.sleep(seconds)
        await one  # type: ignore[misc]

    await asyncio.gather(*(later(RAMP * n, one) for n, one in enumerate(work)))


def measured(servers: list[Server], work: list[object], start: asyncio.Barrier) -> dict[str, float]:
    """Let the windows work, and give what the servers needed: percent of a processor from the start on, and MB more.

    And what the machine's host kept for others meanwhile, in percent of all its cores; and the seconds of work of all
    its processes, the driver and the database among them.
    """
    before = most = memory_mb(servers)
    cpu = begin = kept = all_work = 0.0

    async def note_the_start() -> None:
        nonlocal cpu, begin, kept, all_work
        await start.wait()
        cpu, begin, kept, all_work = seconds_of_work(servers), time.perf_counter(), stolen(), worked()

    async def watch() -> None:
        nonlocal most
        while True:
            await asyncio.sleep(1)
            most = max(most, memory_mb(servers))

    async def all_of_it() -> None:
        tasks = [asyncio.create_task(watch()), asyncio.create_task(note_the_start())]
        await _together(work)
        for task in tasks:
            task.cancel()

    asyncio.run(all_of_it())
    took = time.perf_counter() - begin
    return {
        "cpu": (seconds_of_work(servers) - cpu) / took * 100,
        "mb": most - before,
        "stolen": (stolen() - kept) / took / (os.cpu_count() or 1) * 100,
        "worked": worked() - all_work,
    }


def told(name: str, record: Record, used: dict[str, float], sessions: int) -> float:
    """Print a line, and give the 95th percentile of the answers in milliseconds."""
    if len(record.answers) < 2:
        print(f"{name}: no answers; errors: {sorted(set(record.errors))[:5]}")
        return float("nan")
    cuts = [1000 * q for q in statistics.quantiles(record.answers, n=100, method="inclusive")]
    drafts = (
        f", drafts p95 {1000 * statistics.quantiles(record.drafts, n=20, method='inclusive')[-1]:.0f} ms"
        if len(record.drafts) > 1
        else ""
    )
    print(
        f"{name}, {sessions} sessions, {len(record.answers)} answers: p50 {cuts[49]:.0f}, p95 {cuts[94]:.0f}, "
        f"p99 {cuts[98]:.0f} ms{drafts}; errors {len(record.errors)} {sorted(set(record.errors))[:3] or ''}; "
        f"first page p95 {1000 * max(record.opened):.0f} ms at most; processor {used['cpu']:.0f} %, "
        f"{1000 * used['worked'] / len(record.answers):.0f} ms of work a round on the whole machine, "
        f"{used['mb'] / sessions:.2f} MB a session; stolen by the host {used['stolen']:.0f} %",
        flush=True,
    )
    return cuts[94]


def an_empty_page(sessions: int, pace: Pace, home: Path, *, tuned: bool) -> float:
    """Measure an empty page, and give its 95th percentile in milliseconds."""
    empty = start_empty(home, tuned=tuned)
    record, pace = Record(), replace(pace, start=asyncio.Barrier(sessions + 1))
    try:
        work: list[object] = [press_on_an_empty_page(empty.address, n, pace, record) for n in range(sessions)]
        used = measured([empty], work, pace.start)
    finally:
        empty.stop()
    return told(f"empty page {TUNED if tuned else AS_IT_COMES}", record, used, sessions)


def run(store: str, sessions: int, replicas: int, pace: Pace, home: Path, yardsticks: list[str]) -> None:
    """Measure one size, the empty pages first."""
    bases = {name: an_empty_page(sessions, pace, home, tuned=name == TUNED) for name in yardsticks}
    server = PostgresServer(programs() or Path(), options=()).start() if store == "postgres" else None
    url = server.make("load") if server else f"sqlite:///{home / f'load-{sessions}.db'}"
    everybody = prepare(url, sessions + replicas)
    people, first = everybody[:sessions], everybody[sessions:]
    apps = [start_app(url, home) for _ in range(replicas)]
    for app, person in zip(apps, first, strict=True):
        # The first reply after a start reads the case and its phrasings, once for everybody.
        asyncio.run(practise(app.address, sessions, person, Pace(0.1, 0.2, 2), Record()))
    record, pace = Record(), replace(pace, start=asyncio.Barrier(sessions + 1))
    before = yardstick()
    try:
        work = [
            practise(apps[n % replicas].address, n, person, pace, record) for n, person in enumerate(people)
        ]
        used = measured(apps, work, pace.start)
    finally:
        for app in apps:
            app.stop()
        if server:
            server.remove()
    p95 = told(f"simulator on {store}, {replicas} process(es)", record, used, sessions)
    for name, base in bases.items():
        print(f"  submit to feedback: p95 {p95 / base:.2f} times the rerun of an empty page {name}")
    print(f"  a million squares took {before:.0f} ms before and {yardstick():.0f} ms after", flush=True)


def main() -> None:
    """Measure the sizes that are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sessions", type=int, nargs="+", default=[10, 100])
    parser.add_argument("--store", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--replicas", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--think", type=float, nargs=2, default=(5.0, 15.0), metavar=("LEAST", "MOST"))
    parser.add_argument("--empty", choices=(AS_IT_COMES, TUNED), nargs="*", default=[AS_IT_COMES, TUNED])
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for sessions in wanted.sessions:
            pace = Pace(*wanted.think, wanted.rounds)
            run(wanted.store, sessions, wanted.replicas, pace, Path(home), wanted.empty)


if __name__ == "__main__":
    main()
