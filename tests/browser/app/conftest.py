"""Fixtures of the real app: on a database of its own, with the shipped or the small collection."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.casebook.library import load_library
from simulator.casebook.variants import filled
from tests.browser.app.trainee import Sim
from tests.browser.conftest import ROOT, App

ENTRY = ROOT / "simulator_app.py"
SHIPPED = ROOT / "scenarios"
SMALL = ROOT / "tests" / "data" / "scenarios"


def _start(running_app: Callable[..., App], home: Path, scenarios: Path, **env: str) -> Sim:
    database = home / "simulator.db"
    settings = {
        "SIMULATOR_DATABASE_URL": f"sqlite:///{database}",
        "SIMULATOR_SCENARIOS": str(scenarios),
        **env,
    }
    return Sim(running_app(ENTRY, settings), database)


@pytest.fixture(scope="module")
def sim(running_app, tmp_path_factory) -> Sim:
    """The app with the shipped scenarios."""
    return _start(running_app, tmp_path_factory.mktemp("sim"), SHIPPED)


@pytest.fixture(scope="module")
def small_sim(running_app, tmp_path_factory) -> Sim:
    """The app with the tests' own scenarios."""
    return _start(running_app, tmp_path_factory.mktemp("small"), SMALL)


@pytest.fixture(scope="module")
def forgetful_sim(running_app, tmp_path_factory) -> Sim:
    """The app that forgets a lost session after two seconds."""
    home = tmp_path_factory.mktemp("forgetful")
    return _start(running_app, home, SMALL, STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="2")


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


@pytest.fixture
def browser_context_args(browser_context_args: dict) -> dict:
    return {**browser_context_args, "locale": "nl-NL"}
