"""Reading together: one transaction for what a page asks, that sees what was written, and no more than its block."""

from __future__ import annotations

import threading
import uuid

import pytest
from sqlalchemy import event, func, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from simulator.i18n import as_lang
from simulator.store import people
from simulator.store.sweeping import sweep
from simulator.store.tables import employers, users


@pytest.fixture
def begun(store):
    """How many transactions were begun."""
    count = []
    note = lambda _connection: count.append(1)  # noqa: E731 to be removed it needs a name
    event.listen(store.engine, "begin", note)
    yield count
    event.remove(store.engine, "begin", note)


def add(store, now, name="a"):
    with store.write() as connection:
        connection.execute(insert(employers).values(id=name, name="Veer", created_at=now))


def number(store):
    with store.read() as connection:
        return connection.scalar(select(func.count()).select_from(employers))


def somebody(store, now):
    add(store, now)
    with store.write() as connection:
        people.add(connection, "u", "a", "Noor", as_lang("nl"), now)


def test_reads_in_the_block_are_one_transaction(store, begun):
    with store.together():
        number(store)
        number(store)
    assert len(begun) == 1


def test_a_block_inside_of_the_block_begins_nothing_of_its_own(store, begun):
    with store.together():
        number(store)
        with store.together():
            number(store)
        number(store)
    assert len(begun) == 1


def test_outside_of_the_block_each_read_is_its_own(store, begun):
    with store.together():
        number(store)
    number(store)
    number(store)
    assert len(begun) == 3


def test_a_block_that_reads_nothing_takes_no_connection(store, begun):
    with store.together():
        pass
    assert not begun


def test_what_was_written_in_the_block_is_read_after_it(store, now):
    with store.together():
        assert number(store) == 0
        add(store, now)
        assert number(store) == 1


def test_what_was_written_while_a_block_read_is_read_by_the_next(store, now):
    with store.together():
        with store.read() as connection:
            connection.execute(select(employers)).all()
            add(store, now)
        assert number(store) == 1


def test_a_read_inside_of_a_read_may_fail_without_harm_to_the_other(store):
    with store.together(), store.read() as connection:
        with pytest.raises(DBAPIError), store.read() as inner:
            inner.exec_driver_sql("SELECT nothing_there")
        assert connection.scalar(select(func.count()).select_from(employers)) == 0


def test_after_an_error_the_next_read_has_a_sound_connection(store):
    with store.together():
        with pytest.raises(DBAPIError), store.read() as connection:
            connection.exec_driver_sql("SELECT nothing_there")
        assert number(store) == 0


def test_no_connection_is_kept_after_the_block_even_when_it_raises(store):
    def fail():
        with store.together():
            number(store)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.engine.pool.checkedout() == 0


def test_another_thread_reads_for_itself(store, now, begun):
    with store.together():
        number(store)
        seen = []
        other = threading.Thread(target=lambda: seen.append(number(store)))
        other.start()
        other.join()
    assert seen == [0]
    assert len(begun) == 2


def test_a_user_is_read_once_in_the_block_and_anew_in_the_next(store, now):
    def name():
        with store.read() as connection:
            return people.by_id(connection, "u").name

    def rename(to):
        with store.engine.begin() as connection:
            connection.execute(update(users).values(name=to))

    somebody(store, now)
    with store.together():
        assert name() == "Noor"
        rename("Nora")
        assert name() == "Noor"
    with store.together():
        assert name() == "Nora"


def test_a_user_is_read_anew_after_a_write_in_the_block(store, now):
    somebody(store, now)
    with store.together():
        with store.read() as connection:
            people.by_id(connection, "u")
        with store.write() as connection:
            people.change(connection, "u", active=False)
        with store.read() as connection:
            assert not people.by_id(connection, "u").active


def test_outside_of_the_block_a_user_is_read_each_time(store, now):
    somebody(store, now)
    with store.read() as connection:
        people.by_id(connection, "u")
        with store.write() as other:
            people.change(other, "u", name="Nora")
    with store.read() as connection:
        assert people.by_id(connection, "u").name == "Nora"


STATES = "select state from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"


def states(store):
    with store.engine.connect() as connection:
        return set(connection.exec_driver_sql(STATES).scalars())


def test_a_reader_on_a_server_leaves_no_transaction_open(postgres_store):
    with postgres_store.together():
        number(postgres_store)
        assert "idle in transaction" not in states(postgres_store)
    with postgres_store.read() as connection:
        connection.scalar(select(func.count()).select_from(employers))
        assert "idle in transaction" not in states(postgres_store)


def test_a_backup_on_a_server_sees_one_moment(postgres_store, now):
    with postgres_store.snapshot() as connection:
        before = connection.scalar(select(func.count()).select_from(employers))
        add(postgres_store, now, str(uuid.uuid4()))
        assert connection.scalar(select(func.count()).select_from(employers)) == before


def write_half(store, now):
    with store.write() as connection:
        connection.execute(insert(employers).values(id="half", name="Veer", created_at=now))
        raise ZeroDivisionError


def test_a_write_stays_all_or_nothing_after_reads_backups_and_a_sweep(store, now):
    number(store)
    with store.snapshot() as connection:
        connection.scalar(select(func.count()).select_from(employers))
    sweep(store)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            write_half(store, now)
    assert number(store) == 0


def test_a_statement_that_writes_by_itself_is_stored(store, now):
    with store.write_one() as connection:
        connection.execute(insert(employers).values(id="a", name="Veer", created_at=now))
    assert number(store) == 1


def test_on_a_server_it_needs_no_transaction_around_it(postgres_store, now):
    begun = []
    note = lambda _c, _cursor, statement, *_more: begun.append(statement)  # noqa: E731 to be removed it needs a name
    event.listen(postgres_store.engine, "before_cursor_execute", note)
    with postgres_store.write_one() as connection:
        connection.execute(insert(employers).values(id=str(uuid.uuid4()), name="Veer", created_at=now))
    assert [s.split()[0] for s in begun] == ["INSERT"]


def test_a_statement_that_fails_stores_nothing_and_the_next_write_is_sound(store, now):
    row = {"id": "a", "name": "Veer", "created_at": now}
    with pytest.raises(IntegrityError), store.write_one() as connection:
        connection.execute(insert(employers), [row, row])
    add(store, now)
    assert number(store) == 1


def test_a_write_after_it_is_all_or_nothing_again(store, now):
    with store.write_one() as connection:
        connection.execute(insert(employers).values(id="a", name="Veer", created_at=now))
    with pytest.raises(ZeroDivisionError):
        write_half(store, now)
    assert number(store) == 1


@pytest.mark.parametrize(("of_practice", "seen"), [(True, "Noor"), (False, "Nora")])
def test_who_somebody_is_is_read_again_after_writing_unless_that_was_practice(store, now, of_practice, seen):
    def name():
        with store.read() as connection:
            return people.by_id(connection, "u").name

    somebody(store, now)
    with store.together():
        assert name() == "Noor"
        with store.write(of_practice=of_practice) as connection:
            connection.execute(update(users).values(name="Nora"))
        assert name() == seen
    assert name() == "Nora"


def test_after_practice_all_else_is_read_anew(store, now):
    with store.together():
        assert number(store) == 0
        with store.write(of_practice=True) as connection:
            connection.execute(insert(employers).values(id="b", name="Veer", created_at=now))
        assert number(store) == 1
