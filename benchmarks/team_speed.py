"""How long the pages with figures take as an installation grows: `python -m benchmarks.team_speed [ATTEMPTS ...]`.

The measured team has the same number of people and replies each time; the installation around it grows. `--one-team`
gives all attempts to that one team instead. SQLite, and PostgreSQL when its programs are found: a server is started
in a temporary folder, as the user `postgres` when this runs as root. What is timed is the service, without the
drawing of the page.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.fleet import END, Fleet, fill
from scoring import Dimension
from simulator import accounts, certificates, insight, review_queue, team_insight
from simulator.casebook.library import load_library
from simulator.next_best import next_best
from simulator.review_queue import Filters
from simulator.store.engine import Store, open_store
from simulator.store.migrate import upgrade
from tests.postgres_server import PostgresServer, programs

ROUNDS = 26
"""The first of them only warms up."""
GOAL = 1.5


def services(store: Store, made: Fleet) -> dict[str, Callable[[], object]]:
    """What is timed, by name."""
    lead, trainee = accounts.load(store, made.lead), accounts.load(store, made.trainee)
    cases = load_library(Path("scenarios")).cases

    def own_progress() -> None:
        own = insight.progress(store, trainee, cases)
        for dimension in Dimension:
            insight.course(own.replies, dimension)
        next_best(tuple(cases.values()), insight.results(store, trainee), own.sides, END)

    return {
        "team, 12 weeks": lambda: team_insight.team_view(store, lead, made.team, END),
        "team, 52 weeks": lambda: team_insight.team_view(store, lead, made.team, END, weeks=52),
        "one trainee's replies": lambda: team_insight.replies_of(store, lead, made.trainee, END),
        "trainee's progress": own_progress,
        "trainee's paths": lambda: certificates.own_paths(store, trainee),
        "review queue, first page": lambda: review_queue.queue(store, lead, Filters(), END),
    }


def filled(url: str, number: int, *, one_team: bool) -> tuple[Store, dict[str, Callable[[], object]]]:
    """Fill a database, and give it with the services that are timed."""
    store = open_store(url)
    upgrade(store)
    begin = time.perf_counter()
    made = fill(store, number, one_team=one_team)
    with store.write() as connection:
        connection.exec_driver_sql("ANALYZE")
    took = time.perf_counter() - begin
    print(f"  {number} attempts of {made.teams} teams: filled in {took:.0f} s", flush=True)
    return store, services(store, made)


def timed(calls: list[Callable[[], object]]) -> list[float]:
    """Median milliseconds of each call; they take turns, so that what else the machine does touches all alike."""
    took: list[list[float]] = [[] for _ in calls]
    for _ in range(ROUNDS):
        for call, mine in zip(calls, took, strict=True):
            begin = time.perf_counter()
            call()
            mine.append((time.perf_counter() - begin) * 1000)
    return [statistics.median(mine[1:]) for mine in took]


def compare(kind: str, url_of: Callable[[str], str], numbers: list[int], *, one_team: bool) -> None:
    """Print the times at each size, and how they grow from the first to the last."""
    print(f"{kind}{', one team' if one_team else ''}:", flush=True)
    stores = [filled(url_of(f"fleet_{number}"), number, one_team=one_team) for number in numbers]
    for name in stores[0][1]:
        medians = timed([calls[name] for _, calls in stores])
        told = ", ".join(f"{m:.1f} ms at {n:,}" for m, n in zip(medians, numbers, strict=True))
        ratio = medians[-1] / medians[0]
        verdict = "within" if ratio <= GOAL else "NOT within"
        print(f"  {name}: {told}: {ratio:.2f} times, {verdict} {GOAL}", flush=True)
    for store, _ in stores:
        store.close()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("attempts", type=int, nargs="*", default=[2_000, 200_000])
    parser.add_argument("--one-team", action="store_true")
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    wanted = parser.parse_args()
    if wanted.only != "postgres":
        with tempfile.TemporaryDirectory() as home:
            compare(
                "SQLite",
                lambda name: f"sqlite:///{home}/{name}.db",
                wanted.attempts,
                one_team=wanted.one_team,
            )
    if wanted.only != "sqlite":
        there = programs()
        if there is None:
            print("PostgreSQL: left out, its programs are not here")
            return
        server = PostgresServer(there).start()
        try:
            compare("PostgreSQL", server.make, wanted.attempts, one_team=wanted.one_team)
        finally:
            server.remove()


if __name__ == "__main__":
    main()
