"""Backups: what comes back is what was there, damaged ones are seen, and restoring is all or nothing."""

from __future__ import annotations

import io
import sqlite3
import threading
import zipfile
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select

from simulator import practice
from simulator.accounts import Role, sign_in
from simulator.audit import Event
from simulator.backup_command import make_backup, restore_backup, verify_backup
from simulator.practice import Mode
from simulator.store import backup, tables
from simulator.store.audit_rows import newest
from simulator.store.contents import StoredContents, digest_of
from simulator.store.migrate import current_version, newest_version, upgrade
from tests.ops.conftest import WORDS, rows_of

BOTH = pytest.mark.parametrize("kind", ["sqlite", "postgres"])


def digest(store):
    with store.snapshot() as connection:
        return digest_of(StoredContents(connection, "")).whole


def run(command, *arguments, **named):
    out = io.StringIO()
    return command(*arguments, out, **named), out.getvalue()


@pytest.mark.parametrize("source", ["sqlite", "postgres"])
@BOTH
def test_a_restored_backup_has_the_contents_of_the_moment_it_was_made(
    source, kind, planted, empty_url, opened, tmp_path
):
    store, url = planted(source)
    file = tmp_path / "all.backup"
    assert run(make_backup, url, file)[0] == 0
    with store.write() as connection:
        connection.execute(tables.drafts.delete())
    target = empty_url(kind)
    assert run(restore_backup, target, file, replace=False)[0] == 0
    restored = opened(target)
    assert digest(restored) == backup.verify(file).digest != digest(store)
    with restored.read() as connection:
        assert connection.scalar(select(tables.drafts.c.text)) == WORDS


@BOTH
def test_after_restoring_people_practise_on(kind, planted, empty_url, opened, tmp_path, case, now):
    backup.make(planted("sqlite")[0], tmp_path / "all.backup", now)
    store = opened(empty_url(kind))
    backup.restore(store, tmp_path / "all.backup", replace=False)
    who = sign_in(store, "Nieuw", Role.TRAINEE, "nl", now, 14)[0]
    attempt = practice.start(store, who, case, Mode.PRACTICE, now, clock_on=False)
    answered = practice.submit(
        store, who, attempt, 1, "Dag, ik zoek het uit.", practice.Action.INTERNAL_NOTE, now
    )
    assert (
        practice.submit(store, who, attempt, 1, "Dag, ik zoek het uit.", practice.Action.INTERNAL_NOTE, now)
        == answered
    )


@BOTH
def test_a_database_with_data_is_not_overwritten_unless_told(kind, planted, opened, tmp_path, now):
    backup.make(planted("sqlite")[0], tmp_path / "all.backup", now)
    there, url = planted(kind)
    with there.write() as connection:
        connection.execute(tables.drafts.delete())
    before = digest(there)
    status, said = run(restore_backup, url, tmp_path / "all.backup", replace=False)
    assert (status, "--replace" in said, digest(there)) == (2, True, before)
    status, _ = run(restore_backup, url, tmp_path / "all.backup", replace=True)
    assert (status, digest(there)) == (0, backup.verify(tmp_path / "all.backup").digest)


@BOTH
def test_a_restore_that_fails_halfway_leaves_the_database_as_it_was(
    kind, planted, tmp_path, now, monkeypatch
):
    there, _ = planted(kind)
    before = digest(there)
    backup.make(there, tmp_path / "all.backup", now)

    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(backup._Opened, "compared", lambda *_: None)
    monkeypatch.setattr(backup, "load", fail)
    monkeypatch.setattr(backup, "digest_of", lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        backup.restore(there, tmp_path / "all.backup", replace=True)
    monkeypatch.undo()
    assert digest(there) == before


def test_a_database_that_could_not_be_restored_is_not_left_empty(empty_url, tmp_path):
    url = empty_url("sqlite")
    (tmp_path / "no.backup").write_bytes(b"no backup")
    status, said = run(restore_backup, url, tmp_path / "no.backup", replace=False)
    assert (status, "not a backup" in said) == (2, True)
    assert not list(tmp_path.glob("*.db*"))


@pytest.mark.parametrize("change", [b"zaad", b'"rows": 1'])
def test_a_changed_backup_is_seen(change, planted, tmp_path, now):
    file = tmp_path / "all.backup"
    backup.make(planted("sqlite")[0], file, now)
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(tmp_path / "changed", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(change, change[:-1] + b"2", 1))
    status, said = run(verify_backup, tmp_path / "changed")
    assert (status, "damaged" in said) == (1, True)


def test_a_backup_that_was_cut_off_is_seen(planted, tmp_path, now):
    file = tmp_path / "all.backup"
    backup.make(planted("sqlite")[0], file, now)
    (tmp_path / "half").write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert run(verify_backup, tmp_path / "half")[0] == 1
    assert run(verify_backup, file)[0] == 0


def test_a_backup_never_replaces_another_one_and_only_its_owner_may_read_it(planted, tmp_path):
    _, url = planted("sqlite")
    file = tmp_path / "all.backup"
    assert run(make_backup, url, file)[0] == 0
    assert file.stat().st_mode & 0o077 == 0
    before = file.read_bytes()
    status, said = run(make_backup, url, file)
    assert (status, "exists already" in said, file.read_bytes() == before) == (2, True, True)
    assert list(tmp_path.glob("*.part")) == []


@BOTH
def test_the_database_keeps_when_it_was_backed_up_but_not_when_that_failed(kind, planted, tmp_path):
    store, url = planted(kind)
    began = datetime.now(UTC)
    run(make_backup, url, tmp_path / "no folder" / "all.backup")
    with store.read() as connection:
        assert newest(connection, Event.BACKED_UP) is None
    run(make_backup, url, tmp_path / "all.backup")
    with store.read() as connection:
        assert began <= newest(connection, Event.BACKED_UP) <= datetime.now(UTC)


def test_a_backup_is_good_though_its_moment_cannot_be_kept(planted, tmp_path):
    _, url = planted("sqlite")
    file = tmp_path / "all.backup"
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("begin immediate")
        status, said = run(make_backup, url, file)
    assert status == 0
    assert "could not keep when it was made" in said
    assert run(verify_backup, file)[0] == 0


def test_a_backup_of_an_older_version_is_upgraded_when_restored(planted, empty_url, opened, tmp_path, now):
    from simulator.store.migrate import bring_to, changing

    store, _ = planted("sqlite")
    with changing(store) as connection:
        bring_to(connection, "0003")
    assert backup.make(store, tmp_path / "old.backup", now).version == "0003"
    target = opened(empty_url("sqlite"))
    backup.restore(target, tmp_path / "old.backup", replace=False)
    assert current_version(target) == newest_version()
    with target.read() as connection:
        assert connection.scalar(select(tables.drafts.c.text)) == WORDS


@BOTH
def test_every_write_confirmed_before_a_backup_began_is_in_it(kind, empty_url, opened, tmp_path, now):
    store = opened(empty_url(kind))
    upgrade(store)
    confirmed, stop = [], threading.Event()

    def work():
        while not stop.is_set():
            key = f"e{len(confirmed)}"
            with store.write() as connection:
                connection.execute(insert(tables.employers).values(id=key, name="Veer", created_at=now))
            confirmed.append(key)

    worker = threading.Thread(target=work)
    worker.start()
    try:
        while len(confirmed) < 20:
            stop.wait(0.01)
        there = set(confirmed)
        made = backup.make(store, tmp_path / "all.backup", now)
        after = len(confirmed)
    finally:
        stop.set()
        worker.join()
    with zipfile.ZipFile(tmp_path / "all.backup") as zipped:
        kept = zipped.read("employers.jsonl").decode()
    assert [key for key in there if f'"{key}"' not in kept] == []
    assert len(there) <= made.rows["employers"] <= after + 1
    assert rows_of(store)["employers"] == len(confirmed)


def test_an_empty_database_gives_no_backup(opened, tmp_path, now):
    """It is most likely another one than was meant."""
    with pytest.raises(backup.BackupError, match="empty"):
        backup.make(opened(f"sqlite:///{tmp_path / 'new.db'}"), tmp_path / "b", now)
    assert not (tmp_path / "b").exists()
