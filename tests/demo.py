"""A workshop that has been practising for some weeks: for pictures and for tests that look at every page.

Replies are the scenarios' own golden replies, scored by the real scorer; all people are fictional.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from scoring import Action
from simulator import accounts, practice
from simulator.accounts import Role, User
from simulator.casebook.library import Case, Library
from simulator.casebook.variants import filled
from simulator.practice import Mode
from simulator.store.engine import Store

NAMES = ("Sanne", "Joris", "Noor", "Bram", "Fleur", "Daan", "Yara", "Milan")
WEEKS = 9


@dataclass(frozen=True)
class Demo:
    """The people of the workshop."""

    trainees: tuple[User, ...]
    trainer: User
    lead: User
    second_lead: User
    admin: User


def fill(store: Store, library: Library, now: datetime, each: int = 6) -> Demo:
    """Let eight trainees practise during nine weeks.

    Args:
        store: An empty, upgraded database.
        library: The collection.
        now: The end of the weeks.
        each: Attempts of each trainee.
    """
    rng = random.Random(5)
    trainees = tuple(_enter(store, name, Role.TRAINEE, now) for name in NAMES)
    cases = [c for c in library.published if c.scenario.language == "nl" and c.scenario.golden]
    for number, trainee in enumerate(trainees):
        for attempt in range(each):
            at = now - timedelta(weeks=WEEKS * (each - attempt) / (each + 1), hours=number)
            _practise(store, trainee, cases[(number * 3 + attempt) % len(cases)], at, rng, attempt / each)
    return Demo(
        trainees,
        _enter(store, "Tess", Role.TRAINER, now),
        _enter(store, "Wouter", Role.LEAD, now),
        _enter(store, "Hilde", Role.LEAD, now),
        _enter(store, "Ada", Role.ADMIN, now),
    )


def _enter(store: Store, name: str, role: Role, now: datetime) -> User:
    return accounts.sign_in(store, name, role, "nl", now, 30)[0]


def _practise(store: Store, who: User, case: Case, at: datetime, rng: random.Random, skill: float) -> None:
    attempt = practice.start(store, who, case, Mode.PRACTICE, at, clock_on=True)
    seed = practice.next_seed(store, who, case.scenario.id) - 1
    scenario = filled(case.scenario, seed)
    first = [g for g in scenario.golden if g.turn == scenario.turns[0].id]
    best = sorted(first, key=lambda g: g.band[0])
    chosen = best[min(len(best) - 1, int(rng.triangular(0, len(best), len(best) * (0.3 + 0.7 * skill))))]
    later = at + timedelta(seconds=rng.randint(60, 400))
    practice.submit(store, who, attempt, 1, chosen.text, Action(chosen.action), later)
