"""An installation full of test data: `python -m benchmarks.fleet DATABASE_URL [--attempts N] [--one-team]`.

Many teams of one employer practise a year long. Everybody has a skill of his own and learns a little; each team has a
lead. Rows are stored directly, with scorecards as long as real ones; then the figures are counted from them. All
people are made up.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from sqlalchemy import Table, insert

from benchmarks.health_speed import new_id, pool
from scoring import Dimension
from simulator import figures
from simulator.accounts import Role
from simulator.casebook.library import Case, load_library
from simulator.store import people
from simulator.store.engine import Store, open_store
from simulator.store.migrate import upgrade
from simulator.store.tables import (
    answers,
    attempts,
    cases,
    looks,
    memberships,
    rubrics,
    scorecards,
    teams,
    turns,
    users,
)

END = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
WEEKS = 52
PEOPLE_OF_A_TEAM = 20
ATTEMPTS_EACH = 25
SECOND_TURNS = 0.3
"""Share of attempts that go on to a second message."""
SCENARIOS = 20
EMPLOYER = "fleet"
PASS_MARK = 65.0
TARGET = 240.0
_AT_ONCE = 4_000
Rows = dict[Table, list[dict[str, object]]]


@dataclass(frozen=True)
class Fleet:
    """What was made: how many attempts and teams, and the ids of a lead, a trainee and their team."""

    attempts: int
    teams: int
    team: str
    lead: str
    trainee: str


def fill(store: Store, number: int, *, one_team: bool = False, seed: int = 7) -> Fleet:
    """Put so many attempts into an empty store.

    Args:
        store: The database.
        number: Attempts, of teams of PEOPLE_OF_A_TEAM who practise ATTEMPTS_EACH times.
        one_team: All attempts are those of one team instead of as many teams as it takes.
        seed: Of the random numbers.
    """
    rng = np.random.default_rng(seed)
    library = list(load_library(Path("scenarios")).cases.values())[:SCENARIOS]
    pools = [pool(case, rng) for case in library]
    number_of_teams = 1 if one_team else max(1, number // (PEOPLE_OF_A_TEAM * ATTEMPTS_EACH))
    trainees = _add_people(store, library, number_of_teams)
    skills = rng.normal(68, 10, len(trainees))
    made: Rows = {}
    for n in range(number):
        who = n % len(trainees)
        share = float(rng.random())
        level = float(skills[who]) + 8 * share
        which = int(rng.integers(len(library)))
        _add_attempt(made, (library[which], pools[which]), trainees[who], (share, level), rng)
        if len(made[attempts]) == _AT_ONCE or n == number - 1:
            with store.write() as connection:
                for table in (attempts, turns, answers, scorecards, looks):
                    if made.get(table):
                        connection.execute(insert(table), made[table])
            made = {}
    # So that the database knows its own size, as it does by itself after a while.
    with store.write() as connection:
        connection.exec_driver_sql("ANALYZE")
    figures.recount(store)
    return Fleet(number, number_of_teams, "team-0", "lead-0", "trainee-0-0")


def _add_people(store: Store, library: list[Case], number_of_teams: int) -> list[tuple[str, str]]:
    begin = END - timedelta(weeks=WEEKS + 1)
    made: Rows = {
        teams: [
            {"id": f"team-{t}", "employer_id": EMPLOYER, "name": f"Team {t}", "created_at": begin}
            for t in range(number_of_teams)
        ],
        users: [],
        memberships: [],
        cases: [
            {
                "content_hash": c.content_hash, "scenario_id": c.scenario.id, "version": c.scenario.version,
                "content": c.to_json(), "created_at": begin,
            }
            for c in library
        ],
        rubrics: [{"fingerprint": "bench", "content": "{}", "created_at": begin}],
    }  # fmt: skip
    trainees = [
        (f"trainee-{t}-{n}", f"team-{t}") for n in range(PEOPLE_OF_A_TEAM) for t in range(number_of_teams)
    ]
    leads = [(f"lead-{t}", f"team-{t}") for t in range(number_of_teams)]
    for role, some in ((Role.TRAINEE, trainees), (Role.LEAD, leads)):
        for user_id, team_id in some:
            made[users].append(
                {
                    "id": user_id, "employer_id": EMPLOYER, "name": user_id.replace("-", " ").title(),
                    "pseudonym": f"P{len(made[users]):07d}", "lang": "nl", "failed_sign_ins": 0,
                    "time_factor": 1.0, "active": True, "created_at": begin,
                }
            )  # fmt: skip
            made[memberships].append(
                {"user_id": user_id, "team_id": team_id, "role": role.value, "since": begin}
            )
    with store.write() as connection:
        people.add_employer(connection, EMPLOYER, "Fleet", begin)
        for table, values in made.items():
            connection.execute(insert(table), values)
    return trainees


def _add_attempt(
    made: Rows,
    practised: tuple[Case, dict[str, list[str]]],
    who: tuple[str, str],
    course: tuple[float, float],
    rng: np.random.Generator,
) -> None:
    """Rows of an attempt of one or two turns; `course` is how far the year is, 0-1, and the level by then."""
    case, cards = practised
    share, level = course
    at = END - timedelta(weeks=WEEKS) * (1 - share)
    attempt_id = new_id(rng)
    made.setdefault(attempts, []).append(
        {
            "id": attempt_id, "user_id": who[0], "team_id": who[1], "case_hash": case.content_hash,
            "scenario_id": case.scenario.id, "seed": 0, "mode": "practice", "clock_on": True,
            "time_factor": 1.0, "retry_of": None, "started_at": at, "finished_at": at,
        }
    )  # fmt: skip
    number = min(len(case.scenario.turns), 1 + int(rng.random() < SECOND_TURNS))
    for place, turn in enumerate(case.scenario.turns[:number], start=1):
        _add_reply(made, (attempt_id, place, turn.id, who[1]), at, level, cards[turn.id], rng)


def _add_reply(
    made: Rows,
    where: tuple[str, int, str, str],
    at: datetime,
    level: float,
    cards: list[str],
    rng: np.random.Generator,
) -> None:
    """Rows of one answered turn; `where` is the attempt, the place in it, the scenario's turn and the team."""
    state = {"mood": 50, "trust": 50, "visibility": 10}
    key, seconds = new_id(rng), float(rng.gamma(4, 50))
    values = np.clip(rng.normal(level, 12, len(Dimension)), 0, 100).round(1)
    total = float(values.mean().round(1))
    made.setdefault(turns, []).append(
        {
            "id": key, "attempt_id": where[0], "number": where[1], "turn_id": where[2], "opened_at": at,
            "target_seconds": TARGET, "budget_seconds": 420.0, "paused_at": None, "paused_seconds": 0.0,
            "copied": False, **state,
        }
    )  # fmt: skip
    made.setdefault(answers, []).append(
        {
            "turn_id": key, "action": "reply_public", "text": "Dag Sanne, wat een ellende! " * 8,
            "submitted_at": at + timedelta(seconds=seconds), "elapsed_seconds": seconds, "expired": False,
            "reaction": 0, **state,
        }
    )  # fmt: skip
    made.setdefault(scorecards, []).append(
        {
            "turn_id": key, "rubric": "bench", "scorer_version": "bench", "rescoring_id": None,
            "passed": total >= PASS_MARK, "total": total,
            **{d.value: float(v) for d, v in zip(Dimension, values, strict=True)},
            "content": cards[int(rng.integers(len(cards)))], "created_at": at,
        }
    )  # fmt: skip
    if total < PASS_MARK:
        made.setdefault(looks, []).append(
            {
                "turn_id": key, "reason": "not_passed", "team_id": where[3], "details": "{}", "created_at": at,
                "done_at": None, "done_by": None,
            }
        )  # fmt: skip


def main() -> None:
    """Fill a database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", help="SQLAlchemy URL of an empty database")
    parser.add_argument("--attempts", type=int, default=2_000)
    parser.add_argument("--one-team", action="store_true")
    wanted = parser.parse_args()
    store = open_store(wanted.url)
    upgrade(store)
    begin = time.perf_counter()
    made = fill(store, wanted.attempts, one_team=wanted.one_team)
    print(f"{made.attempts} attempts of {made.teams} teams in {time.perf_counter() - begin:.0f} s")
    store.close()


if __name__ == "__main__":
    main()
