"""Moving an installation to another database and back: nothing is lost, or nothing is kept."""

from __future__ import annotations

import io

import pytest
from sqlalchemy import insert, select

from simulator.backup_command import move
from simulator.store import tables, transfer
from simulator.store.contents import StoredContents, digest_of
from simulator.store.migrate import upgrade
from tests.ops.conftest import rows_of


def run(source, target, environment=None):
    out = io.StringIO()
    return move(source, target, out, environment or {}), out.getvalue()


def digest(store):
    with store.snapshot() as connection:
        return digest_of(StoredContents(connection, "")).whole


def test_there_and_back_is_the_same(planted, empty_url, opened):
    first, url = planted("sqlite")
    server, back = empty_url("postgres"), empty_url("sqlite")
    assert run(url, server)[0] == 0
    assert run(server, back)[0] == 0
    assert digest(first) == digest(opened(server)) == digest(opened(back))
    assert rows_of(first) == rows_of(opened(back))


def test_new_rows_get_numbers_behind_the_old_ones(planted, empty_url, opened, now):
    _, url = planted("sqlite")
    server = empty_url("postgres")
    run(url, server)
    store = opened(server)
    with store.write() as connection:
        highest = connection.scalar(select(tables.audit_events.c.id))
        values = {"at": now, "event": "x", "details": "{}"}
        made = connection.execute(insert(tables.audit_events).values(**values)).inserted_primary_key[0]
    assert made > highest


def test_a_target_with_data_is_refused(planted):
    _, url = planted("sqlite")
    other, target = planted("sqlite")
    before = digest(other)
    status, said = run(url, target)
    assert (status, "has data" in said, digest(other)) == (2, True, before)


@pytest.mark.parametrize(
    ("text", "told"), [("nul \0 teken", "NUL"), ("x" * 81, "longer than 80")], ids=["nul", "too-long"]
)
def test_what_postgresql_cannot_hold_is_told_by_its_place_and_nothing_is_kept(
    text, told, planted, empty_url, opened
):
    store, url = planted("sqlite")
    driver = store.engine.raw_connection()
    driver.execute("UPDATE employers SET name = ? WHERE id = 'veer'", (text,))
    driver.commit()
    driver.close()
    target = empty_url("postgres")
    status, said = run(url, target)
    assert (status, told in said, "table employers, row id=veer: column name" in said) == (2, True, True)
    assert text not in said
    with opened(target).read() as connection:
        assert list(digest_of(StoredContents(connection, "")).rows) == []


def test_somebody_who_works_on_meanwhile_is_seen(planted, empty_url, opened, now, monkeypatch):
    first, _ = planted("sqlite")
    second = opened(empty_url("sqlite"))
    upgrade(second)
    fill = transfer.fill

    def fill_and_write(*arguments):
        found = fill(*arguments)
        with first.write() as connection:
            connection.execute(insert(tables.employers).values(id="late", name="Laat", created_at=now))
        return found

    monkeypatch.setattr(transfer, "fill", fill_and_write)
    with pytest.raises(transfer.TransferError, match="employers"):
        transfer.transfer(first, second)
    assert sum(rows_of(second).values()) == 0


def test_a_password_on_the_command_line_is_refused(planted):
    _, url = planted("sqlite")
    status, said = run(url, "postgresql+psycopg://a:geheim@127.0.0.1/x")
    assert (status, "geheim" in said, "env:NAME" in said) == (2, False, True)


@pytest.mark.parametrize(
    "word", ["/root", "http://[", "mysql://a:geheim@db/x", "postgresql://a:geheim@db/x", "nonsense"]
)
def test_what_is_no_database_that_can_be_used_is_refused_without_telling_it(planted, word):
    _, url = planted("sqlite")
    for first, second in ((word, url), (url, word), ("env:OTHER", url), (url, "env:OTHER")):
        status, said = run(first, second, {"OTHER": word})
        assert (status, "postgresql+psycopg://user@host/name" in said, word in said) == (2, True, False)


def test_an_address_may_stand_in_the_environment(planted, empty_url):
    _, url = planted("sqlite")
    assert run("env:FROM", "env:TO", {"FROM": url, "TO": empty_url("sqlite")})[0] == 0
    assert run("env:NONE", url)[0] == 2
