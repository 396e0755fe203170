"""Fixtures of the real app: on a database of its own, with the shipped or the small collection."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.casebook.library import load_library
from simulator.casebook.variants import filled
from tests.browser.app.sim import Sim
from tests.browser.conftest import ROOT, App

ENTRY = ROOT / "simulator_app.py"
SHIPPED = ROOT / "scenarios"
SMALL = ROOT / "tests" / "data" / "scenarios"


def start(running_app: Callable[..., App], home: Path, scenarios: Path, blank: Path, **env: str) -> Sim:
    """Start the app on an empty database in `home`."""
    database = shutil.copy(blank, home / "simulator.db")
    settings = {
        "SIMULATOR_DATABASE_URL": f"sqlite:///{database}",
        "SIMULATOR_SCENARIOS": str(scenarios),
        **env,
    }
    return Sim(running_app(ENTRY, settings), Path(database))


@pytest.fixture(scope="session")
def lasting_sim(lasting_app, tmp_path_factory, blank_database) -> Sim:
    """The app with the shipped scenarios, for every module."""
    return start(lasting_app, tmp_path_factory.mktemp("sim"), SHIPPED, blank_database)


@pytest.fixture(scope="session")
def lasting_small_sim(lasting_app, tmp_path_factory, blank_database) -> Sim:
    """The app with the tests' own scenarios, for every module."""
    return start(lasting_app, tmp_path_factory.mktemp("small"), SMALL, blank_database)


@pytest.fixture
def sim(lasting_sim) -> Sim:
    """The app with the shipped scenarios, and an employer and a team that are this test's own."""
    return lasting_sim.of_a_new_team()


@pytest.fixture
def small_sim(lasting_small_sim) -> Sim:
    """The app with the tests' own scenarios, and an employer and a team that are this test's own."""
    return lasting_small_sim.of_a_new_team()


@pytest.fixture(scope="module")
def forgetful_sim(running_app, tmp_path_factory, blank_database) -> Sim:
    """The app that forgets a lost session after two seconds."""
    home = tmp_path_factory.mktemp("forgetful")
    forgetful = start(running_app, home, SMALL, blank_database, STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="2")
    return forgetful.of_a_new_team()


@pytest.fixture(scope="session")
def library():
    return load_library(SHIPPED)


@pytest.fixture
def model_answer(library, sim) -> Callable[[str, str], str]:
    """The model answer to the first message, as the attempt's variant has it."""

    def find(scenario_id: str, attempt: str) -> str:
        (seed,) = sim.rows("select seed from attempts where id = ?", attempt)[0]
        scenario = filled(library.cases[scenario_id].scenario, seed)
        return scenario.debrief.model[scenario.turns[0].id].strip()

    return find


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {**browser_context_args, "locale": "nl-NL"}
