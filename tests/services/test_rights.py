"""The whole rights table: each role at each place against every service function that acts for somebody."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import shutil
from dataclasses import replace

import pytest
from sqlalchemy import insert, select

import simulator
from scoring import Action
from simulator import accounts, practice
from simulator.accounts import RIGHTS, NotAllowedError, Permission, Role, Scope, User
from simulator.calibration import UnknownRoundError
from simulator.casebook.tree import read_folder
from simulator.disputes import UnknownDisputeError
from simulator.proposals import UnknownProposalError
from simulator.run import load_run
from simulator.store import people, tables
from simulator.store import practice_rows as rows
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests.conftest import COLLECTION, NOW
from tests.office import make_office
from tests.services.rights_base import LATER, TEXT, Entry, Place, World
from tests.services.rights_table import ENTRIES

NO_SERVICES = {"simulator.cli", "simulator.check_command", "simulator.prepare_vectors", "simulator.__main__"}
NO_DEEDS = {
    # They decide about rights, or write down what a service did that asked for the right itself.
    "accounts.allowed",
    "accounts.require",
    "audit.note",
}
PLACES = ("team", "other_team", "other_employer", "own")
"""His own comes last: some deeds, such as deactivating, end his rights."""


def service_functions() -> list[str]:
    """Public functions of the services that act for a user, as "module.function"."""
    found = []
    for info in pkgutil.iter_modules(simulator.__path__, "simulator."):
        if info.ispkg or info.name in NO_SERVICES:
            continue
        module = importlib.import_module(info.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            names = inspect.signature(function).parameters
            mine = function.__module__ == info.name and not name.startswith("_")
            if mine and "user" in names and str(names["user"].annotation).endswith("User"):
                found.append(f"{info.name.split('.')[-1]}.{name}")
    return sorted(found)


def reaches(permission: Permission, role: Role, place: str) -> bool:
    """What the table of rights says."""
    scope = RIGHTS[permission].get(role)
    wanted = {
        "own": set(Scope),
        "team": {Scope.TEAM, Scope.EMPLOYER},
        "other_team": {Scope.EMPLOYER},
        "other_employer": set(),
    }
    return scope in wanted[place]


@pytest.fixture(scope="module")
def template(tmp_path_factory, case):
    """A database with an office in which somebody at each place, and each actor, has practised."""
    file = tmp_path_factory.mktemp("rights") / "template.db"
    store = open_store(f"sqlite:///{file}")
    upgrade(store)
    office = make_office(store, NOW)
    with store.write() as connection:
        for role in Role:
            people.add(connection, f"actor-{role}", "veer", f"Actor {role}", "nl", NOW)
            people.give_role(connection, f"actor-{role}", "veer-een", role.value, NOW)
    rounds = {
        "veer": open_round(store, "veer", accounts.load(store, "actor-lead")),
        "pont": open_round(store, "pont", office.foreign_lead),
    }
    at = {
        "team": office.trainee,
        "other_team": office.other_trainee,
        "other_employer": office.foreign_trainee,
    }
    places = {name: practised(store, case, who, rounds) for name, who in at.items()}
    own = {role: practised(store, case, accounts.load(store, f"actor-{role}"), rounds) for role in Role}
    store.close()  # the last connection empties the write-ahead log, so that one file is all
    return file, places, own


def open_round(store, employer: str, opener: User) -> str:
    """A calibration round of an employer, without replies yet, of which the opener is a member."""
    with store.write() as connection:
        values = {
            "id": f"round-{employer}",
            "employer_id": employer,
            "title": "Ronde",
            "created_by": opener.id,
        }
        connection.execute(insert(tables.calibrations).values(**values, created_at=NOW))
        member = {"calibration_id": values["id"], "user_id": opener.id}
        connection.execute(insert(tables.calibration_members).values(**member))
    return values["id"]


def practised(store, case, who: User, rounds: dict[str, str]) -> Place:
    """Let somebody answer, and add what others can do with an answer."""
    attempt = practice.start(store, who, case, practice.Mode.PRACTICE, NOW, clock_on=True, seed=0)
    practice.submit(store, who, attempt, 1, TEXT, Action.REPLY_PUBLIC, LATER)
    other = practice.start(store, who, case, practice.Mode.PRACTICE, NOW, clock_on=True, seed=0)
    team, ids = (
        who.home_team,
        {name: f"{name}-{who.id}"[:36] for name in ("dispute", "proposal", "task", "path")},
    )
    with store.write() as connection:
        turn = rows.attempt_with_turns(connection, attempt).turns[0].id
        of_turn = tables.scorecards.c.turn_id == turn
        card = connection.scalar(select(tables.scorecards.c.id).where(of_turn))
        made = {
            tables.disputes: {
                "id": ids["dispute"], "turn_id": turn, "scorecard_id": card, "team_id": team, "user_id": who.id,
                "criterion": "tone.greets", "code": "missing", "reason": "misread", "words": "Ik groet wel.",
                "created_at": NOW, "comment": "",
            },
            tables.proposals: {
                "id": ids["proposal"], "dispute_id": ids["dispute"], "employer_id": who.employer_id,
                "scenario_id": case.scenario.id, "criterion": "tone.greets", "example": "Dag!", "counts": True,
                "proposed_by": who.id, "proposed_at": NOW,
            },
            tables.assignments: {
                "id": ids["task"], "team_id": team, "user_id": who.id, "scenario_id": case.scenario.id,
                "given_by": who.id, "given_at": NOW, "note": "",
            },
            tables.learning_paths: {
                "id": ids["path"], "employer_id": who.employer_id, "title": "Begin", "scenarios": "[]",
                "pass_total": 70, "created_by": who.id, "created_at": NOW, "archived": False,
            },
            tables.calibration_items: {
                "calibration_id": rounds[who.employer_id], "turn_id": turn,
                "number": 1 + len(connection.execute(select(tables.calibration_items)).all()),
            },
        }  # fmt: skip
        for table, values in made.items():
            connection.execute(insert(table).values(**values))
    return Place(
        user=who, team=team, attempt=attempt, run=load_run(store, who, attempt), turn=turn, card=card, open_attempt=other, dispute=ids["dispute"],
        proposal=ids["proposal"], assignment=ids["task"], round=rounds[who.employer_id], path=ids["path"],
    )  # fmt: skip


@pytest.fixture
def world(template, tmp_path, case):
    shutil.copy(template[0], tmp_path / "rights.db")
    store = open_store(f"sqlite:///{tmp_path / 'rights.db'}")
    yield World(store, case, read_folder(COLLECTION), tmp_path)
    store.close()


def refused(entry: Entry, world: World, actor: User, place: Place) -> bool:
    """Whether a call is refused for want of a right, or what he may not see is not there for him.

    Any other outcome, even another error, is none of this test's.
    """
    try:
        entry.call(world, actor, place)
    except (NotAllowedError, UnknownRoundError, UnknownDisputeError, UnknownProposalError):
        return True
    except Exception:
        return False
    return False


def test_every_service_function_that_acts_for_somebody_stands_in_the_table():
    assert [f for f in service_functions() if f not in ENTRIES and f not in NO_DEEDS] == []


def test_the_table_names_only_functions_that_are_there():
    assert [f for f in ENTRIES if f not in service_functions()] == []


def test_every_permission_is_asked_for_by_some_function():
    assert {e.permission for e in ENTRIES.values()} == set(Permission)


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_each_role_reaches_what_the_table_says_and_nothing_else(world, template, name):
    entry, (_, places, own) = ENTRIES[name], template
    wrong = []
    for role in Role:
        actor = own[role].user
        for where in PLACES if entry.others else ("own",):
            place = own[role] if where == "own" else places[where]
            may = reaches(entry.permission, role, where) and (entry.own_work or where != "own")
            may = may or (entry.everybodys_own and where == "own")
            if refused(entry, world, actor, place) is may:
                wrong.append((role.value, where, "should be allowed" if may else "should be refused"))
    assert wrong == []


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_nobody_who_is_deactivated_or_unknown_reaches_anything(world, template, name):
    entry, (_, _, own) = ENTRIES[name], template
    with world.store.write() as connection:
        for role in Role:
            people.change(connection, f"actor-{role}", active=False)
    strangers = [replace(own[role].user, id=f"nobody-{role}") for role in Role]
    for actor in (*(own[role].user for role in Role), *strangers):
        assert refused(entry, world, actor, own[actor.role])
