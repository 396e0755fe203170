"""The database: how it is opened, that a failed write leaves nothing, and that migrations happen once."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert, select

from simulator.store.engine import open_store
from simulator.store.migrate import current_version, newest_version, upgrade
from simulator.store.tables import employers, metadata

ROW = {"name": "Veer"}


def pragma(store, name):
    with store.read() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("name", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
def test_sqlite_is_opened_safely(store, name, value):
    assert pragma(store, name) == value


def test_a_failed_write_leaves_nothing(store, now):
    def fail_halfway():
        with store.write() as connection:
            connection.execute(insert(employers).values(id="a", created_at=now, **ROW))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with store.read() as connection:
        assert connection.execute(select(employers)).all() == []


def test_many_threads_write_without_waiting_for_ever(store, now):
    errors = []

    def add(number):
        try:
            with store.write() as connection:
                connection.execute(insert(employers).values(id=str(number), created_at=now, **ROW))
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=add, args=(n,)) for n in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as connection:
        assert (errors, len(connection.execute(select(employers)).all())) == ([], 40)


def test_a_moment_without_zone_is_refused(store, now):
    with pytest.raises(Exception, match="time zone"), store.write() as connection:
        connection.execute(insert(employers).values(id="a", created_at=now.replace(tzinfo=None), **ROW))


def test_the_migrations_make_exactly_the_tables(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []


def test_upgrading_twice_changes_nothing(store):
    assert upgrade(store) == newest_version() == current_version(store)


def test_two_processes_that_start_at_once_migrate_once(tmp_path):
    url = f"sqlite:///{tmp_path / 'both.db'}"
    command = [sys.executable, "-m", "simulator", "migrate"]
    both = [
        subprocess.Popen(
            command, env={"SIMULATOR_DATABASE_URL": url, "PATH": ""}, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    assert [(p.communicate(timeout=60)[1], p.returncode) for p in both] == [("", 0), ("", 0)]
    store = open_store(url)
    assert current_version(store) == newest_version()
    store.close()


@pytest.mark.sqlite
def test_a_new_file_may_be_read_by_its_owner_only(tmp_path, opened):
    upgrade(opened(f"sqlite:///{tmp_path / 'deep' / 'new.db'}"))
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "deep").iterdir()} == {0o600}
