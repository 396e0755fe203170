"""What all tests share: a real database file, people, a small collection, and a moment in time."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete

from simulator import accounts
from simulator.casebook.library import Case, load_library
from simulator.store.engine import Store, open_store
from simulator.store.migrate import upgrade
from simulator.store.tables import metadata
from tests.office import Office, make_office
from tests.postgres_server import PostgresServer, programs

COLLECTION = Path(__file__).parent / "data" / "scenarios"
BOTH = ("services", "store")
ALWAYS_BOTH = (
    "test_practice",
    "test_accounts",
    "test_review",
    "test_disputes",
    "test_figures",
    "test_erasure",
)
"""Services that write most; the others are on PostgreSQL in the long run only."""
EMPTY = "SET LOCAL session_replication_role = replica; " + "; ".join(
    str(delete(table)) for table in metadata.sorted_tables
)
"""Takes a hundredth of the time of a new database; the role spares the search for rows that refer to these."""
NOW = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)
MAIN = sys.modules["__main__"]


def pytest_runtest_teardown() -> None:
    """Put back what a page drawn by AppTest replaced; a process that a later test starts would run that page again."""
    sys.modules["__main__"] = MAIN


@pytest.fixture(scope="session")
def blank_database(tmp_path_factory) -> Path:
    """An upgraded database without rows: copying it takes a hundredth of the time of migrating."""
    file = tmp_path_factory.mktemp("blank") / "blank.db"
    opened = open_store(f"sqlite:///{file}")
    upgrade(opened)
    opened.close()
    return file


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """An empty database on a PostgreSQL server: the one that is given, else one of our own; skips without either."""
    given = os.environ.get("SIMULATOR_TEST_POSTGRES_URL")
    if given:
        yield given
        return
    there = programs()
    if there is None:
        pytest.skip("no PostgreSQL here; install it, e.g. apt install postgresql")
    server = PostgresServer(there).start()
    yield server.make("tests")
    server.remove()


@pytest.fixture(scope="session")
def postgres_store(postgres_url) -> Iterator[Store]:
    """An upgraded database on PostgreSQL, with what the tests before left in it."""
    opened = open_store(postgres_url)
    upgrade(opened)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(tmp_path, blank_database) -> Iterator[Store]:
    """A new SQLite file."""
    shutil.copy(blank_database, tmp_path / "test.db")
    opened = open_store(f"sqlite:///{tmp_path / 'test.db'}")
    yield opened
    opened.close()


@pytest.fixture
def store(request) -> Store:
    """An empty database: an SQLite file, and PostgreSQL too in the tests that `pytest_generate_tests` asks it for."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return request.getfixturevalue("sqlite_store")
    opened = request.getfixturevalue("postgres_store")
    with opened.write() as connection:
        connection.exec_driver_sql(EMPTY)
    return opened


@pytest.fixture
def opened() -> Iterator[Callable[[str], Store]]:
    """Opens databases by their address and closes them after the test."""
    stores: list[Store] = []

    def open_one(url: str) -> Store:
        stores.append(open_store(url))
        return stores[-1]

    yield open_one
    for one in stores:
        one.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Services and store do the same on both databases; what only SQLite has is marked `sqlite`."""
    if "store" in metafunc.fixturenames and Path(metafunc.module.__file__).parent.name in BOTH:
        sqlite_only = metafunc.definition.get_closest_marker("sqlite")
        name = metafunc.module.__name__.rpartition(".")[2]
        always = metafunc.module.__name__.startswith("tests.store.") or name in ALWAYS_BOTH
        postgres = pytest.param("postgres", marks=[] if always else [pytest.mark.long])
        also = [] if sqlite_only else [postgres]
        metafunc.parametrize("store", ["sqlite", *also], indirect=True)


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
