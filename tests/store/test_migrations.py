"""Migrations: forward and back with rows in every table, killed in the middle, at once, and of a newer program."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid

import pytest
from sqlalchemy import text

from simulator.cli import main
from simulator.store.faults import Kind, StoreUnavailableError
from simulator.store.health_checks import orphans
from simulator.store.migrate import current_version, newest_version, upgrade, versions
from tests.migrating import bring, contents, copied, counts, prepare

KINDS = ["sqlite", "postgres"]
STEP = 20
"""`python -m benchmarks.migration_drill` kills after each statement, in twenty times the time."""


@pytest.fixture
def new_url(request, tmp_path):
    """Gives addresses of new, empty databases."""

    def make(kind):
        name = f"m{uuid.uuid4().hex[:12]}"
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / name}.db"
        given = request.getfixturevalue("empty_postgres")
        return copied(given, name)

    return make


@pytest.fixture(scope="session")
def empty_postgres(postgres_url):
    import psycopg
    from sqlalchemy.engine import make_url

    url = make_url(postgres_url)
    with psycopg.connect(
        host=url.host,
        port=url.port,
        user=url.username,
        password=url.password,
        dbname="template1",
        autocommit=True,
    ) as connection:
        connection.execute("DROP DATABASE IF EXISTS blank WITH (FORCE)")
        connection.execute("CREATE DATABASE blank")
    return url.set(database="blank").render_as_string(hide_password=False)


def common(before, after):
    """The rows of both, in the tables and columns that both have."""
    out = ({}, {})
    for name in before.keys() & after.keys():
        columns = [c for c in before[name][0] if c in (after[name] or before[name])[0]]
        for made, rows in zip(out, (before[name], after[name]), strict=True):
            made[name] = sorted(str([row[c] for c in columns]) for row in rows)
    return out


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("version", versions())
def test_forward_with_rows_in_every_table_loses_nothing(kind, version, new_url, opened):
    store = opened(new_url(kind))
    bring(store, version, filled=True)
    before = contents(store)
    assert all(before.values())
    assert upgrade(store) == newest_version()
    old, new = common(before, contents(store))
    assert old == new
    assert orphans(store).number == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("version", versions()[:1])
def test_back_and_forward_again_keeps_the_rows_of_that_version(kind, version, new_url, opened):
    store = opened(new_url(kind))
    bring(store, newest_version(), filled=True)
    before = counts(store)
    bring(store, version)
    assert current_version(store) == version
    back = counts(store)
    assert {name: before[name] for name in back} == back
    assert upgrade(store) == newest_version()
    assert {name: counts(store)[name] for name in back} == back
    assert orphans(store).number == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "version", [*(pytest.param(v, marks=pytest.mark.long) for v in versions()[:-1]), versions()[-1]]
)
def test_an_upgrade_that_is_killed_leaves_the_database_whole(kind, version, new_url):
    done = subprocess.run(
        [sys.executable, "-m", "tests.migrating", new_url(kind), version, str(STEP)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    statements, kills, lost, broken = map(int, done.stdout.split())
    assert (lost, broken) == (0, 0)
    assert kills == len(range(1, statements + 1, STEP)) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_two_processes_that_start_at_once_migrate_once(kind, new_url, opened):
    url = new_url(kind)
    prepare(url, "0003")
    command = [sys.executable, "-m", "simulator", "migrate"]
    given = {"SIMULATOR_DATABASE_URL": url, "PATH": os.environ["PATH"]}
    both = [
        subprocess.Popen(command, env=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [(p.communicate(timeout=120), p.returncode) for p in both] == [
        ((f"{newest_version()}\n", ""), 0)
    ] * 2
    store = opened(url)
    assert counts(store)["employers"] == 1
    assert current_version(store) == newest_version()


@pytest.mark.parametrize("kind", KINDS)
def test_a_database_of_a_newer_program_is_refused_and_stays_as_it_is(
    kind, new_url, opened, monkeypatch, capsys
):
    url = new_url(kind)
    store = opened(url)
    upgrade(store)
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(
        StoreUnavailableError, match="version 9999, which this program does not know"
    ) as caught:
        upgrade(store)
    assert caught.value.kind is Kind.OTHER_VERSION
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", url)
    assert main(["migrate"]) == 2
    assert "Start the newer program" in capsys.readouterr().err
    assert current_version(store) == "9999"


def test_a_database_that_is_new_enough_is_not_written_to(new_url, opened):
    url = new_url("sqlite")
    upgrade(opened(url))
    reading = opened(url)
    with reading.write():
        assert upgrade(opened(url)) == newest_version()
