"""What the rights table is made of: places, a world, entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from simulator.accounts import Permission, User
from simulator.casebook.library import Case
from simulator.casebook.tree import Tree
from simulator.run import Run
from simulator.store.engine import Store
from tests.conftest import NOW

TEXT = "Dag, wat vervelend voor je. Ik zoek het uit en kom er vandaag voor 17 uur op terug. ^SV"
PATH = "netwijs/internet-drie-dagen.yaml"


@dataclass(frozen=True)
class Place:
    """Somebody's work, with what others made of it: an answered turn, its scorecard, a dispute, a round, ..."""

    user: User
    team: str
    attempt: str
    run: Run
    turn: str
    card: int
    open_attempt: str
    dispute: str
    proposal: str
    assignment: str
    round: str
    path: str


@dataclass(frozen=True)
class World:
    """What calls need."""

    store: Store
    case: Case
    folder: Tree
    home: Path


Call = Callable[[World, User, Place], object]


@dataclass(frozen=True)
class Entry:
    """A service function's permission.

    Attributes:
        permission: What it asks for.
        call: Calls it as somebody, for a place.
        others: True when it concerns the work of the one at the place; False when nobody's in particular.
        own_work: False when nobody may do it to his own work, whatever his role.
        everybodys_own: True when everybody may do it to his own.
    """

    permission: Permission
    call: Call
    others: bool = False
    own_work: bool = True
    everybodys_own: bool = False


LATER = NOW + timedelta(minutes=1)
