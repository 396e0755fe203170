"""What people get when the database fails for real: a clear kind of error, nothing lost, and on it goes after."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import make_url

from scoring import Action
from simulator import accounts, practice
from simulator.accounts import Role
from simulator.practice import Mode
from simulator.run import load_run
from simulator.storable import storable
from simulator.store import engine, faults, migrate, tables
from simulator.store import practice_rows as rows
from simulator.store.engine import open_store
from simulator.store.faults import Kind, StoreUnavailableError, UnstorableTextError
from simulator.store.limits import Limits
from tests.conftest import NOW
from tests.postgres_server import PostgresServer, programs

TEXT = "Dag, wat vervelend voor je. Ik zoek het uit en kom er vandaag op terug."
SOON = NOW + timedelta(seconds=30)


class Desk:
    """Somebody with an open attempt."""

    def __init__(self, store, case):
        self.store = store
        self.who = accounts.sign_in(store, "Sanne", Role.TRAINEE, "nl", NOW, 14)[0]
        self.attempt = practice.start(store, self.who, case, Mode.PRACTICE, NOW, clock_on=True)

    def draft(self, seq, text=TEXT, store=None):
        return practice.save_draft(store or self.store, self.who, self.attempt, 1, (seq, text, "note"), SOON)

    def submit(self, text=TEXT, store=None, now=SOON):
        return practice.submit(store or self.store, self.who, self.attempt, 1, text, Action.REPLY_PUBLIC, now)

    def kept(self):
        with self.store.read() as connection:
            turn = rows.attempt_with_turns(connection, self.attempt).turns[0]
            return rows.draft(connection, turn.id), rows.answers_of(connection, [turn.id])

    def fails(self, kind, work):
        with pytest.raises(StoreUnavailableError) as caught:
            work()
        assert caught.value.kind is kind


@pytest.fixture
def desk(sqlite_store, case):
    return Desk(sqlite_store, case)


@pytest.fixture(scope="module")
def server():
    there = programs()
    if there is None:
        pytest.skip("no PostgreSQL here; install it, e.g. apt install postgresql")
    made = PostgresServer(there, options=("fsync=off", "shared_buffers=16MB")).start()
    yield made
    made.remove()


@pytest.fixture(scope="module")
def server_url(server):
    url = server.make("faults")
    store = open_store(url)
    migrate.upgrade(store)
    store.close()
    return url


@pytest.fixture
def server_store(server_url):
    store = open_store(server_url, Limits(connections=2, wait_seconds=2, statement_seconds=3, lock_seconds=1))
    yield store
    store.close()


@pytest.fixture
def server_desk(server_store, case):
    return Desk(server_store, case)


def goes_on(desk):
    """Everything works again and what was typed before can be sent."""
    assert desk.draft(99) == 99
    desk.submit()
    assert [a.text for a in desk.kept()[1].values()] == [TEXT]


def test_a_full_disk_is_told_and_the_draft_before_it_stays(desk, tmp_path):
    desk.draft(1)
    with full_disk(desk.store):
        desk.fails(Kind.FULL, lambda: fill_up(desk))
    assert desk.kept()[0] is not None
    goes_on(desk)


@contextlib.contextmanager
def full_disk(store):
    """No page more than there is, on every connection: what SQLite meets on a full disk (SQLITE_FULL)."""

    def limit(connection):
        connection.connection.driver_connection.execute("PRAGMA max_page_count=1")

    event.listen(store.engine, "begin", limit)
    yield
    event.remove(store.engine, "begin", limit)
    store.engine.dispose()


def fill_up(desk):
    """Leave no room for a text, and send one."""
    for size in (50_000, 5_000, 500):
        with contextlib.suppress(StoreUnavailableError):
            for number in range(500):
                with desk.store.write() as connection:
                    rows.keep_case(connection, f"{size}-{number}", "x", 1, "x" * size, NOW)
    desk.draft(2, "x " * 4500)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_disk_that_is_full_for_real_is_told(case):
    folder = Path(tempfile.mkdtemp())
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("no rights to mount here")
    try:
        store = open_store(f"sqlite:///{folder / 'small.db'}")
        migrate.upgrade(store)
        desk = Desk(store, case)
        desk.draft(1)
        desk.fails(Kind.FULL, lambda: fill_up(desk))
        assert desk.kept()[0] is not None
        store.close()
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)
        folder.rmdir()


@contextlib.contextmanager
def as_nobody():
    """Root may write everything; so be somebody else for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder(sqlite_store, case):
    """A folder that everybody may enter, with a database in it."""
    Desk(sqlite_store, case)
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    sqlite_store.close()
    shutil.copy(sqlite_store.engine.url.database, folder / "app.db")
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_that_may_not_be_written_is_told(open_folder, case):
    folder = open_folder
    (folder / "app.db").chmod(0o444)
    folder.chmod(0o555)
    store = open_store(f"sqlite:///{folder / 'app.db'}")
    with as_nobody(), pytest.raises(StoreUnavailableError) as caught, store.write():
        pass
    assert caught.value.kind in (Kind.READ_ONLY, Kind.NO_RIGHTS)


def test_a_file_that_may_not_be_opened_is_told(open_folder):
    (open_folder / "app.db").chmod(0)
    store = open_store(f"sqlite:///{open_folder / 'app.db'}")
    with as_nobody(), pytest.raises(StoreUnavailableError) as caught, store.read():
        pass
    assert caught.value.kind is Kind.NO_RIGHTS


def test_a_file_that_is_no_database_is_told(tmp_path):
    (tmp_path / "bad.db").write_bytes(b"no database at all" * 100)
    store = open_store(f"sqlite:///{tmp_path / 'bad.db'}")
    with pytest.raises(StoreUnavailableError) as caught, store.read():
        pass
    assert caught.value.kind is Kind.DAMAGED


def test_a_locked_file_is_told_and_works_again_afterwards(desk, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_MS", 100)
    other = open_store(str(desk.store.engine.url))
    with desk.store.write():
        desk.fails(Kind.LOCKED, lambda: desk.draft(1, store=other))
    other.close()
    goes_on(desk)


def test_a_write_that_waits_too_long_for_its_turn_is_told_and_works_afterwards(desk, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_MS", 100)
    told = []

    def write():
        with pytest.raises(StoreUnavailableError) as caught, desk.store.write():
            pass
        told.append(caught.value.kind)

    with desk.store.write():
        other = threading.Thread(target=write)
        other.start()
        other.join(10)
    assert told == [Kind.BUSY]
    goes_on(desk)


def test_a_server_that_starts_again_is_told_and_works_again_without_a_restart_of_the_app(server, server_desk):
    server_desk.draft(1)
    server.kill()
    server_desk.fails(Kind.NO_CONNECTION, lambda: server_desk.draft(2))
    server_desk.fails(Kind.NO_CONNECTION, server_desk.submit)
    server.start()
    assert server_desk.kept()[0].seq == 1
    goes_on(server_desk)


def test_a_connection_that_breaks_in_the_middle_is_made_again(server_desk, server_url):
    broken = []

    def break_it(connection, *_):
        if not broken:
            broken.append(True)
            pid = connection.connection.driver_connection.info.backend_pid
            url = make_url(server_url)
            with psycopg.connect(host=url.host, port=url.port, user="test", dbname=url.database) as other:
                other.execute("select pg_terminate_backend(%s)", (pid,))
            time.sleep(0.2)

    event.listen(server_desk.store.engine, "begin", break_it)
    assert server_desk.draft(5) == 5
    assert broken


def backends_end(url):
    """The server forgets all connections but the asking one, as when it starts again."""
    to = make_url(url)
    with psycopg.connect(host=to.host, port=to.port, user="test", dbname=to.database) as other:
        every = "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s and pid <> pg_backend_pid()"
        assert other.execute(every, (to.database,)).rowcount > 0


def test_connections_that_got_lost_while_they_rested_are_noticed_before_they_are_used(
    server_store, server_url
):
    with server_store.read() as connection:
        connection.exec_driver_sql("SELECT 1")
    backends_end(server_url)
    time.sleep(0.6)
    for reads_together in (True, False):
        with (
            server_store.together() if reads_together else contextlib.nullcontext(),
            server_store.read() as connection,
        ):
            assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_a_connection_that_got_lost_just_now_is_one_fault_that_passes(server_store, server_url, monkeypatch):
    monkeypatch.setattr(engine, "_REST_SECONDS", 60)
    with server_store.read() as connection:
        connection.exec_driver_sql("SELECT 1")
    backends_end(server_url)
    with pytest.raises(StoreUnavailableError) as caught, server_store.read() as connection:
        connection.exec_driver_sql("SELECT 1")
    assert caught.value.passing
    with server_store.read() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_a_deadlock_is_tried_again():
    tried = []

    @faults.idempotent
    def work():
        tried.append(True)
        if len(tried) < 3:
            raise StoreUnavailableError(Kind.LOCKED, passing=True)
        return len(tried)

    assert work() == 3


def test_a_real_deadlock_is_told_as_one_that_passes(server_store):
    with server_store.write() as connection:
        for key in ("d1", "d2"):
            connection.execute(tables.employers.insert().values(id=key, name=key, created_at=NOW))
    met, found = threading.Barrier(2), []

    def change(first, second):
        try:
            with server_store.write() as connection:
                connection.exec_driver_sql("SET LOCAL deadlock_timeout = '50ms'")
                for key in (first, second):
                    connection.execute(
                        tables.employers.update().where(tables.employers.c.id == key).values(name="x")
                    )
                    if key == first:
                        met.wait(5)
        except StoreUnavailableError as error:
            found.append(error)

    threads = [threading.Thread(target=change, args=pair) for pair in (("d1", "d2"), ("d2", "d1"))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [(e.kind, e.passing) for e in found] == [(Kind.LOCKED, True)]


def test_a_write_that_may_not_be_done_twice_is_not_tried_again():
    tried = []

    @faults.idempotent
    def work():
        tried.append(True)
        raise StoreUnavailableError(Kind.FULL)

    with pytest.raises(StoreUnavailableError):
        work()
    assert len(tried) == 1


def test_no_free_connection_is_told_within_the_waiting_time(server_store, server_desk):
    with contextlib.ExitStack() as stack:
        for _ in range(4):
            stack.enter_context(server_store.read())
        began = time.monotonic()
        server_desk.fails(Kind.BUSY, lambda: server_desk.draft(1))
        assert time.monotonic() - began < 4
    goes_on(server_desk)


def test_a_statement_that_takes_too_long_is_told(server_store):
    with pytest.raises(StoreUnavailableError) as caught, server_store.read() as connection:
        connection.exec_driver_sql("select pg_sleep(10)")
    assert caught.value.kind is Kind.SLOW


def test_a_row_that_somebody_else_holds_is_told(server_store, server_desk):
    server_desk.draft(1)
    with server_store.write() as connection:
        connection.execute(select(tables.drafts).with_for_update())
        server_desk.fails(Kind.LOCKED, lambda: server_desk.draft(2))
    goes_on(server_desk)


@contextlib.contextmanager
def slow_line(url, seconds):
    """A proxy that lets each message wait, both ways together."""
    parsed = make_url(url)
    listening = socket.create_server(("127.0.0.1", 0))

    def pass_on(source, target):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                time.sleep(seconds / 2)
                target.sendall(data)
            target.close()

    def serve():
        with contextlib.suppress(OSError):
            while True:
                client, _ = listening.accept()
                there = socket.create_connection((parsed.host, parsed.port))
                for pair in ((client, there), (there, client)):
                    threading.Thread(target=pass_on, args=pair, daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    yield parsed.set(port=listening.getsockname()[1]).render_as_string(hide_password=False)
    listening.close()


def test_half_a_second_of_latency_only_makes_it_slow(server_desk, server_url):
    with slow_line(server_url, 0.5) as url:
        store = open_store(url)
        assert server_desk.draft(3, store=store) == 3
        store.close()


def test_a_server_that_is_not_there_is_told_soon():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql+psycopg://test@127.0.0.1:{silent.getsockname()[1]}/x"
        store = open_store(url, Limits(wait_seconds=2))
        began = time.monotonic()
        with pytest.raises(StoreUnavailableError) as caught, store.read():
            pass
        assert caught.value.kind is Kind.NO_CONNECTION
        assert time.monotonic() - began < 8


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_migration_that_fails_changes_nothing(kind, planted):
    store, _ = planted(kind)
    with migrate.changing(store) as connection:
        migrate.bring_to(connection, "0003")

    seen = []

    def break_third(_connection, _cursor, statement, *_):
        seen.extend(["x"] if "CREATE INDEX" in statement else [])
        if len(seen) == 3:
            raise ZeroDivisionError

    with store.read() as connection:
        before = sorted(connection.dialect.get_table_names(connection))
    event.listen(store.engine, "before_cursor_execute", break_third)
    with pytest.raises(ZeroDivisionError):
        migrate.upgrade(store)
    event.remove(store.engine, "before_cursor_execute", break_third)
    assert migrate.current_version(store) == "0003"
    with store.read() as connection:
        assert sorted(connection.dialect.get_table_names(connection)) == before
    assert migrate.upgrade(store) == migrate.newest_version()


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_both_databases_refuse_a_nul_character_and_practice_leaves_it_out(kind, planted, case):
    store, _ = planted(kind)
    with pytest.raises(UnstorableTextError), store.write() as connection:
        connection.execute(tables.employers.insert().values(id="n", name="nul \0", created_at=NOW))
    desk = Desk(store, case)
    assert desk.draft(1, "voor \0 na") == 1
    assert desk.kept()[0].text == "voor  na"
    first = desk.submit(f"{TEXT}\0 \ud83d")
    assert first.answer.text == f"{TEXT} ?"
    assert desk.submit(f"{TEXT}\0 \ud83d") == first


def test_a_text_without_such_characters_stays_as_it_is():
    assert storable("één ☕ \U0001f600\n\t") == "één ☕ \U0001f600\n\t"


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_that_jumps_makes_no_negative_time_and_moves_no_deadline(hours, desk):
    run = load_run(desk.store, desk.who, desk.attempt)
    deadline = run.deadline(run.turn(1))
    jumped = SOON + timedelta(hours=hours)
    practice.pause(desk.store, desk.who, desk.attempt, 1, SOON)
    practice.resume(desk.store, desk.who, desk.attempt, 1, jumped)
    run = load_run(desk.store, desk.who, desk.attempt)
    assert run.turn(1).paused_seconds >= 0
    assert run.deadline(run.turn(1)) >= deadline
    answered = desk.submit(now=jumped)
    assert answered.answer.elapsed_seconds >= 0
    assert 0 <= answered.scorecard.total <= 100


def test_the_words_of_an_error_hold_no_data(desk):
    error = StoreUnavailableError(Kind.FULL)
    assert TEXT not in str(error)
    assert str(error) == "the database cannot be used: full"
