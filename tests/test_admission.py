"""Admission: one thread computes, the others wait in order, and nobody waits for ever."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

from simulator import admission
from simulator.admission import Admission
from simulator.ui import page_admission

SOON = 10.0
"""Seconds within which a thread must have come as far as it should."""
NEVER = 1000.0


class Worker:
    """A thread that does something once it is admitted and then stays until it is let go."""

    def __init__(self, of, order=None, *, short=False, inside=None):
        self.at_work, self.let_go = threading.Event(), threading.Event()
        self._of, self._order, self._short, self._inside = of, order, short, inside
        self.thread = threading.Thread(target=self._work, daemon=True)
        self.thread.start()

    def _work(self):
        with self._of.admitted(short=self._short):
            if self._order is not None:
                self._order.append(self)
            self.at_work.set()
            (self._inside or self.let_go.wait)(*(() if self._inside else (SOON,)))

    def works(self):
        return self.at_work.wait(SOON)

    def end(self):
        self.let_go.set()
        self.thread.join(SOON)
        assert not self.thread.is_alive()


def waiting(of, number):
    """Wait until so many threads stand in a row."""
    end = time.monotonic() + SOON
    while len(of._foremost) + len(of._first) + len(of._others) != number:
        assert time.monotonic() < end
        time.sleep(0.001)


@contextmanager
def somebody_at_work(of):
    worker = Worker(of)
    assert worker.works()
    yield worker
    worker.end()


def test_a_second_one_waits_until_the_first_is_done():
    of = Admission(NEVER)
    with somebody_at_work(of) as first:
        second = Worker(of)
        waiting(of, 1)
        assert not second.at_work.is_set()
        first.end()
        assert second.works()
        second.end()


def test_as_many_as_allowed_work_at_once():
    of = Admission(NEVER)
    of.allow(2)
    with somebody_at_work(of), somebody_at_work(of) as second:
        third = Worker(of)
        waiting(of, 1)
        assert not third.at_work.is_set()
        second.end()
        assert third.works()
        third.end()


def test_when_more_are_allowed_those_who_wait_begin():
    of = Admission(NEVER)
    with somebody_at_work(of):
        second = Worker(of)
        waiting(of, 1)
        of.allow(2)
        assert second.works()
        second.end()


def test_they_come_in_the_order_in_which_they_asked():
    of, order, workers = Admission(NEVER), [], []
    with somebody_at_work(of):
        for number in range(5):
            workers.append(Worker(of, order))
            waiting(of, number + 1)
    for worker in workers:
        assert worker.works()
        worker.end()
    assert order == workers


def test_what_is_short_goes_before_what_takes_longer():
    of, order = Admission(NEVER), []
    with somebody_at_work(of):
        long = Worker(of, order)
        waiting(of, 1)
        short = Worker(of, order, short=True)
        waiting(of, 2)
    for worker in (short, long):
        assert worker.works()
        worker.end()
    assert order == [short, long]


def test_while_one_waits_for_something_else_another_works():
    of = Admission(NEVER)
    with of.admitted(), of.away(), somebody_at_work(of) as other:
        assert other.at_work.is_set()


def test_who_comes_back_goes_before_who_begins():
    of, order, back = Admission(NEVER), [], threading.Event()

    def wait_for_something():
        with of.away():
            back.wait(SOON)
        order.append("came back")

    begun = Worker(of, inside=wait_for_something)
    with somebody_at_work(of):
        begins = Worker(of, order)
        waiting(of, 1)
        back.set()
        waiting(of, 2)
    begins.end()
    begun.end()
    assert order == ["came back", begins]


def test_who_holds_what_others_wait_for_comes_back_before_all():
    of, order = Admission(NEVER), []
    both = {name: threading.Event() for name in ("plain", "with a lock")}

    def come_back(name):
        with of.away():
            both[name].wait(SOON)
        order.append(name)

    def come_back_with_a_lock():
        with of.holding():
            come_back("with a lock")

    workers = [Worker(of, inside=lambda: come_back("plain")), Worker(of, inside=come_back_with_a_lock)]
    with somebody_at_work(of):
        for number, event in enumerate(both.values(), start=1):
            event.set()
            waiting(of, number)
    for worker in workers:
        worker.end()
    assert order == ["with a lock", "plain"]


def test_what_is_held_is_held_in_its_block_alone():
    of = Admission(NEVER)
    with of.holding():
        with of.holding():
            pass
        assert of._holds()
    assert not of._holds()


def test_being_admitted_again_inside_changes_nothing():
    of = Admission(NEVER)
    with of.admitted():
        with of.admitted(short=True):
            pass
        assert len(of._working) == 1
    assert not of._working


def test_who_was_not_admitted_may_wait_too():
    of = Admission(NEVER)
    with somebody_at_work(of), of.away(), of.away():
        pass


@pytest.mark.parametrize("place", ["work", "away"])
def test_after_an_error_the_next_one_is_admitted(place):
    of = Admission(NEVER)

    def fail():
        with of.admitted():
            if place == "work":
                raise ZeroDivisionError
            with of.away():
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with somebody_at_work(of):
        pass


def test_after_a_while_the_next_one_works_beside_one_that_does_not_end():
    of = Admission(0.05)
    with somebody_at_work(of) as slow:
        with somebody_at_work(of):
            assert slow.thread.is_alive()
            third = Worker(of)
        assert third.works()
        third.end()


def test_one_that_took_too_long_keeps_the_next_one_admitted():
    of = Admission(0.05)
    with somebody_at_work(of) as slow, somebody_at_work(of):
        of._longest = NEVER
        mine = dict(of._working)
        slow.end()
        assert of._working == mine != {}


def test_a_thread_knows_and_tells_how_long_it_waited():
    of, told, known = Admission(NEVER), [], []
    of.tell(told.append)
    with somebody_at_work(of):
        second = Worker(of, inside=lambda: known.append(of.waited()))
        waiting(of, 1)
        time.sleep(0.05)
    second.end()
    assert len(told) == 2
    assert told[0] < told[1] == known[0]
    assert told[1] >= 0.05


def test_who_was_not_admitted_waited_for_nothing():
    of = Admission(NEVER)
    with of.admitted():
        pass
    assert of.waited() == 0.0


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from("wac"), max_size=4), min_size=2, max_size=8),
    st.integers(min_value=1, max_value=3),
)
def test_however_threads_mix_work_and_waiting_no_more_than_allowed_work_and_all_end(plans, allowed):
    of, at_work, most = Admission(NEVER, allowed), [], []

    def work():
        at_work.append(1)
        most.append(len(at_work))
        time.sleep(0.0002)
        at_work.pop()

    def follow(plan):
        with of.admitted(short=len(plan) % 2 == 0):
            for step in plan:
                if step == "w":
                    work()
                elif step == "a":
                    with of.away():
                        time.sleep(0.0002)
                else:
                    with of.admitted():
                        work()

    threads = [threading.Thread(target=follow, args=(plan,), daemon=True) for plan in plans]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SOON)
    assert not any(thread.is_alive() for thread in threads)
    assert max(most, default=1) <= allowed
    assert not of._working


@pytest.fixture
def pages_admitted():
    drawn = ScriptRunner._run_script
    page_admission.take()
    yield
    ScriptRunner._run_script = drawn


@pytest.mark.usefixtures("pages_admitted")
def test_a_page_is_drawn_when_it_is_admitted():
    of, at = admission._admission, AppTest.from_function(page)
    drawing = threading.Thread(target=at.run, kwargs={"timeout": 30})
    with somebody_at_work(of):
        drawing.start()
        waiting(of, 1)
        assert not at.text
    drawing.join()
    assert float(at.text[0].value) > 0


def page():
    import streamlit as st

    from simulator import admission

    st.text(admission.waited())


@pytest.mark.usefixtures("pages_admitted")
def test_asking_twice_wraps_a_run_once():
    once = ScriptRunner._run_script
    page_admission.take()
    assert ScriptRunner._run_script is once


@pytest.mark.sqlite
def test_how_many_work_at_once_follows_the_database(store, postgres_store):
    assert (store.at_once, postgres_store.at_once) == (1, 3)


def test_a_connection_that_waits_for_its_server_lets_others_work(postgres_store):
    with admission.admitted(), postgres_store.read() as connection:
        other = threading.Thread(target=lambda: done.append(work_a_moment()))
        done: list[float] = []
        other.start()
        connection.exec_driver_sql("SELECT pg_sleep(1)")
        assert done


def work_a_moment():
    with admission.admitted():
        return time.monotonic()


def test_who_writes_in_several_statements_goes_before_others_until_it_is_stored(postgres_store):
    with postgres_store.write():
        assert admission._admission._holds()
    with postgres_store.write_one():
        assert not admission._admission._holds()
    assert not admission._admission._holds()
