"""What all tests share: a real database file, people, a small collection, and a moment in time."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator import accounts
from simulator.casebook.library import Case, load_library
from simulator.store.engine import Store, open_store
from simulator.store.migrate import upgrade
from tests.office import Office, make_office

COLLECTION = Path(__file__).parent / "data" / "scenarios"
NOW = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def blank_database(tmp_path_factory) -> Path:
    """An upgraded database without rows: copying it takes a hundredth of the time of migrating."""
    file = tmp_path_factory.mktemp("blank") / "blank.db"
    opened = open_store(f"sqlite:///{file}")
    upgrade(opened)
    opened.close()
    return file


@pytest.fixture
def store(tmp_path, blank_database) -> Store:
    shutil.copy(blank_database, tmp_path / "test.db")
    opened = open_store(f"sqlite:///{tmp_path / 'test.db'}")
    yield opened
    opened.close()


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def sanne(store, now) -> accounts.User:
    return accounts.sign_in(store, "Sanne", accounts.Role.TRAINEE, "nl", now, 14)[0]


@pytest.fixture
def joris(store, now) -> accounts.User:
    return accounts.sign_in(store, "Joris", accounts.Role.TRAINEE, "nl", now, 14)[0]


@pytest.fixture(scope="session")
def case() -> Case:
    return load_library(COLLECTION).cases["internet-drie-dagen"]


@pytest.fixture
def office(store, now) -> Office:
    return make_office(store, now)
