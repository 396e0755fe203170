"""A made-up office for tests: two employers, three teams, somebody in each role, all fictional."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simulator import accounts
from simulator.accounts import Role, User
from simulator.store import people
from simulator.store.engine import Store


@dataclass(frozen=True)
class Office:
    """People by what they are; `other_*` work in another team, `foreign_*` for another employer."""

    trainee: User
    colleague: User
    trainer: User
    lead: User
    admin: User
    other_trainee: User
    other_lead: User
    foreign_trainee: User
    foreign_lead: User
    foreign_admin: User


_PEOPLE = {
    "trainee": ("veer", "veer-een", Role.TRAINEE),
    "colleague": ("veer", "veer-een", Role.TRAINEE),
    "trainer": ("veer", "veer-een", Role.TRAINER),
    "lead": ("veer", "veer-een", Role.LEAD),
    "admin": ("veer", "veer-een", Role.ADMIN),
    "other_trainee": ("veer", "veer-twee", Role.TRAINEE),
    "other_lead": ("veer", "veer-twee", Role.LEAD),
    "foreign_trainee": ("pont", "pont-een", Role.TRAINEE),
    "foreign_lead": ("pont", "pont-een", Role.LEAD),
    "foreign_admin": ("pont", "pont-een", Role.ADMIN),
}


def make_office(store: Store, now: datetime) -> Office:
    """Put the office in a database."""
    with store.write() as connection:
        for name, (employer, team, role) in _PEOPLE.items():
            people.add_employer(connection, employer, employer.title(), now)
            people.add_team(connection, team, employer, team, now)
            people.add(connection, f"u-{name}", employer, name.replace("_", " ").title(), "nl", now)
            people.give_role(connection, f"u-{name}", team, role.value, now)
    return Office(**{name: accounts.load(store, f"u-{name}") for name in _PEOPLE})
