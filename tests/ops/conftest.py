"""Databases with a row in every table, on both stores, and empty ones to put them in."""

from __future__ import annotations

import shutil
import uuid

import psycopg
import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.engine import make_url

from simulator.store import tables
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests.conftest import NOW
from tests.office import make_office
from tests.planting import plant

WORDS = "Café ☕ 'één'\nmet regels, \\ en \"aanhaling\""


@pytest.fixture(scope="session")
def make_database(request):
    """Makes a new database on the PostgreSQL server, a copy of another one if that is named; gives its address."""

    def make(template=""):
        server = make_url(request.getfixturevalue("postgres_url"))
        name = f"ops_{uuid.uuid4().hex}"
        with psycopg.connect(
            host=server.host, port=server.port, user=server.username, password=server.password,
            dbname=server.database, autocommit=True,
        ) as connection:  # fmt: skip
            connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
        return server.set(database=name).render_as_string(hide_password=False)

    return make


@pytest.fixture
def empty_url(request, tmp_path):
    """Gives addresses of new, empty databases: of "sqlite" or "postgres"."""

    def make(kind):
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / uuid.uuid4().hex}.db"
        return request.getfixturevalue("make_database")()

    return make


def fill(url):
    """Rows in every table; an attempt refers to one that comes later in the table's order."""
    store = open_store(url)
    upgrade(store)
    office = make_office(store, NOW)
    plant(store, NOW, "zaad", office.trainee.id, office.lead.id)
    with store.write() as connection:
        (row,) = connection.execute(select(tables.attempts)).mappings()
        for key, retry_of in (("zzz", None), ("000", "zzz")):
            connection.execute(insert(tables.attempts).values({**row, "id": key, "retry_of": retry_of}))
        connection.execute(tables.drafts.update().values(text=WORDS))
    store.close()
    return url


@pytest.fixture(scope="session")
def planted_file(tmp_path_factory):
    file = tmp_path_factory.mktemp("planted") / "planted.db"
    fill(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def planted_database(make_database):
    return make_url(fill(make_database())).database


@pytest.fixture
def planted(request, tmp_path, opened):
    """Gives a database with rows in every table, and its address."""

    def make(kind):
        if kind == "sqlite":
            file = tmp_path / f"{uuid.uuid4().hex}.db"
            shutil.copy(request.getfixturevalue("planted_file"), file)
            url = f"sqlite:///{file}"
        else:
            template = request.getfixturevalue("planted_database")
            url = request.getfixturevalue("make_database")(template)
        return opened(url), url

    return make


def rows_of(store):
    """Number of rows by table."""
    with store.read() as connection:
        return {
            t.name: connection.scalar(select(func.count()).select_from(t))
            for t in tables.metadata.sorted_tables
        }
