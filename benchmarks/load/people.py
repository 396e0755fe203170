"""Trainees for a load run: accounts, open sign-ins and first attempts, made by the services themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from simulator import accounts, practice
from simulator.casebook.library import load_library
from simulator.practice import Mode
from simulator.store.engine import Store, open_store
from simulator.store.migrate import upgrade

SCENARIO = "herhaalklager-zonder-internet"
SENTENCES = (
    "Wat vervelend dat je al dagen zonder internet zit, en dat de monteur niet kwam.",
    "Dat had niet mogen gebeuren en het spijt me.",
    "Ik zoek het nu voor je uit en laat je vandaag voor 17 uur weten hoe het staat.",
    "Stuur je me je postcode in een DM?",
)


@dataclass(frozen=True, slots=True)
class Person:
    """A trainee who is signed in and has begun an attempt."""

    id: str
    token: str
    attempt: str


def prepare(url: str, number: int) -> list[Person]:
    """Make trainees in a database, upgraded first.

    Args:
        url: SQLAlchemy URL.
        number: How many.
    """
    store = open_store(url)
    upgrade(store)
    case = load_library(Path("scenarios")).cases[SCENARIO]
    now = datetime.now(UTC)
    people = []
    for index in range(number):
        who, token = accounts.sign_in(store, f"Trainee {index}", accounts.Role.TRAINEE, "nl", now, 14)
        attempt = practice.start(store, who, case, Mode.PRACTICE, now, clock_on=True)
        people.append(Person(who.id, token, attempt))
    store.close()
    return people


def reply(person: int, round_number: int) -> str:
    """What somebody answers: no two replies of a run are the same, so no score is remembered."""
    first = round_number % len(SENTENCES)
    return " ".join((*SENTENCES[first:], *SENTENCES[:first], f"Poging {person}-{round_number}. ^SV"))


def opened(url: str) -> Store:
    """The database once more, to look at what is in it."""
    return open_store(url)
