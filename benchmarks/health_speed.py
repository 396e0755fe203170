"""How long the health of all scenarios takes: `python -m benchmarks.health_speed [ATTEMPTS ...]`.

A store in a temporary folder is filled with rows directly: trainees of different skill who practise the collection,
in two versions of each scenario, with new tries, and scorecards as long as real ones. One expectation in ten comes
out the same in every reply, so that many messages must be read to the limit.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from sqlalchemy import Table, insert

from scoring import Dimension, default_rubric
from scoring.model import DimensionScore, Finding, Scorecard, Verdict
from scoring.serial import to_json
from simulator import accounts
from simulator.casebook.library import Case, load_library
from simulator.casebook.schema import END, Turn
from simulator.health import health
from simulator.store.engine import Store, open_store
from simulator.store.migrate import upgrade
from simulator.store.people import WORKSHOP, add_employer
from simulator.store.tables import answers, attempts, cases, rubrics, scorecards, turns, users

BEGIN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
ATTEMPTS_EACH = 25
NEW_TRIES = 0.2
CARDS_OF_A_TURN = 50
PASS_MARK = 65.0
ROUNDS = 5
TURNS_MOST = 6
Rows = dict[Table, list[dict[str, object]]]


def card_of(turn: Turn, odds: dict[str, float], rng: np.random.Generator) -> str:
    """A made-up scorecard of a turn, as long as a real one, as canonical JSON."""
    rubric = default_rubric()
    findings = []
    for name, chance in odds.items():
        kept = float(rng.random() < chance) * 20.0
        params = (("point", name), ("weight", "2"), ("say", "Erken dat de monteur dinsdag niet is gekomen."))
        criterion = "protocol.own_points" if any(p.id == name for p in turn.points) else name
        findings.append(
            Finding(
                criterion=criterion,
                dimension=rubric.criterion(criterion).dimension,
                code="met" if kept else "missing",
                start=10,
                end=70,
                effect=kept - 20.0 + 0.0,
                earned=kept,
                critical=False,
                principle="T3",
                params=params if criterion != name else (("words", "wat een ellende dat je zo lang wacht"),),
            )
        )
    others = [c for c in rubric.criteria if c.id not in odds][: max(0, 14 - len(findings))]
    for other in others:
        params = (("words", "en dinsdag voor niets op de monteur gewacht"),)
        findings.append(Finding(other.id, other.dimension, "met", 12, 60, 0.0, 8.0, False, "P5", params))
    total = round(float(rng.uniform(30, 100)), 1)
    verdict = Verdict.PASSED if total >= PASS_MARK else Verdict.NOT_PASSED
    scores = tuple(DimensionScore(d, total) for d in Dimension)
    return to_json(Scorecard(scores, total, verdict, (), tuple(findings), "bench", "bench"))


def pool(case: Case, rng: np.random.Generator) -> dict[str, list[str]]:
    """Made-up scorecards for each turn of a case."""
    out = {}
    for turn in case.scenario.turns:
        names = [*turn.expect, *(p.id for p in turn.points if p.say)]
        odds = {name: 1.0 if rng.random() < 0.1 else float(rng.uniform(0.2, 0.9)) for name in names}
        out[turn.id] = [card_of(turn, odds, rng) for _ in range(CARDS_OF_A_TURN)]
    return out


def add_attempt(
    made: Rows, case: Case, cards: dict[str, list[str]], who: str, number: int, rng: np.random.Generator
) -> None:
    """Rows of one attempt that follows the customer's reactions to the end."""
    at = BEGIN + timedelta(minutes=10 * number)
    scenario = case.scenario
    others = made[attempts]
    retried = others[int(rng.integers(len(others)))]["id"] if others and rng.random() < NEW_TRIES else None
    attempt_id = new_id(rng)
    others.append(
        {
            "id": attempt_id, "user_id": who, "case_hash": case.content_hash, "scenario_id": scenario.id,
            "seed": 0, "mode": "practice", "clock_on": True, "time_factor": 1.0, "started_at": at,
            "finished_at": at, "retry_of": retried,
        }
    )  # fmt: skip
    following = scenario.turns[0].id
    for place in range(1, TURNS_MOST + 1):
        if following == END:
            break
        turn = scenario.turn(following)
        reaction = int(rng.integers(len(turn.reactions)))
        following = turn.reactions[reaction].next
        add_reply(made, (attempt_id, place, turn.id, reaction), at, cards[turn.id], rng)


def add_reply(
    made: Rows, where: tuple[str, int, str, int], at: datetime, cards: list[str], rng: np.random.Generator
) -> None:
    """Rows of one answered turn."""
    attempt_id, place, turn_id, reaction = where
    state = {"mood": 50, "trust": 50, "visibility": 10}
    key = new_id(rng)
    made[turns].append(
        {
            "id": key, "attempt_id": attempt_id, "number": place, "turn_id": turn_id, "opened_at": at,
            "target_seconds": 240.0, "budget_seconds": 420.0, "paused_at": None, "paused_seconds": 0.0,
            "copied": False, **state,
        }
    )  # fmt: skip
    made[answers].append(
        {
            "turn_id": key, "action": "reply_public", "text": "Dag Sanne, wat een ellende! " * 8,
            "submitted_at": at, "elapsed_seconds": float(rng.gamma(4, 50)), "expired": False,
            "reaction": reaction, **state,
        }
    )  # fmt: skip
    total = round(float(rng.uniform(30, 100)), 1)
    made[scorecards].append(
        {
            "turn_id": key, "rubric": "bench", "scorer_version": "bench", "total": total,
            "passed": total >= PASS_MARK, "content": cards[int(rng.integers(len(cards)))], "created_at": at,
        }
    )  # fmt: skip


def new_id(rng: np.random.Generator) -> str:
    """An id as scattered as real ones."""
    return str(uuid.UUID(bytes=rng.bytes(16), version=4))


def fill(store: Store, library: list[Case], number: int) -> None:
    """Put so many attempts into a store."""
    rng = np.random.default_rng(number)
    newer = [
        Case(c.organisation, c.scenario.model_copy(update={"version": c.scenario.version + 1}), c.knowledge)
        for c in library
    ]
    cards = [pool(case, rng) for case in library]
    people = max(1, number // ATTEMPTS_EACH)
    made: Rows = {table: [] for table in (users, cases, rubrics, attempts, turns, answers, scorecards)}
    made[users] = [
        {
            "id": str(n), "employer_id": WORKSHOP, "name": f"Bench {n}", "pseudonym": f"BENCH{n}", "lang": "nl",
            "failed_sign_ins": 0, "time_factor": 1.0, "active": True, "created_at": BEGIN,
        }
        for n in range(people)
    ]  # fmt: skip
    made[cases] = [
        {
            "content_hash": c.content_hash, "scenario_id": c.scenario.id, "version": c.scenario.version,
            "content": c.to_json(), "created_at": BEGIN,
        }
        for c in (*library, *newer)
    ]  # fmt: skip
    made[rubrics] = [{"fingerprint": "bench", "content": "{}", "created_at": BEGIN}]
    for n in range(number):
        which = int(rng.integers(len(library)))
        case = (library if n < number // 2 else newer)[which]
        add_attempt(made, case, cards[which], str(n % people), n, rng)
    with store.write() as connection:
        add_employer(connection, WORKSHOP, "Workshop", BEGIN)
        for table, values in made.items():
            connection.execute(insert(table), values)


def measure(number: int, library: list[Case]) -> float:
    """Print the seconds for a store with so many attempts, and give the median for all versions."""
    medians = []
    with tempfile.TemporaryDirectory() as home:
        store = open_store(f"sqlite:///{home}/bench.db")
        upgrade(store)
        fill(store, library, number)
        lead = accounts.sign_in(store, "Lead", accounts.Role.LEAD, "nl", BEGIN, 14)[0]
        for newest_only in (False, True):
            took, busy = [], []
            for _ in range(ROUNDS):
                begin, begin_busy = time.perf_counter(), time.process_time()
                found = health(store, lead, newest_only=newest_only)
                took.append(time.perf_counter() - begin)
                busy.append(time.process_time() - begin_busy)
            medians.append(statistics.median(took))
            print(
                f"{number:>6} attempts, {number // ATTEMPTS_EACH} trainees, {len(found)} scenarios, "
                f"{'newest version' if newest_only else 'all versions'}: first {took[0]:.2f} s, "
                f"median of {ROUNDS} {medians[-1]:.2f} s, of which processor {statistics.median(busy):.2f} s",
                flush=True,
            )
        store.close()
    return medians[0]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("attempts", type=int, nargs="*", default=[2_000, 20_000])
    numbers = parser.parse_args().attempts
    library = list(load_library(Path("scenarios")).cases.values())
    took = [measure(number, library) for number in numbers]
    if len(numbers) > 1:
        print(
            f"{numbers[-1] / numbers[0]:.1f} times the attempts take {took[-1] / took[0]:.1f} times as long"
        )


if __name__ == "__main__":
    main()
