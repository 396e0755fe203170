"""What a trainee's progress is made of."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scoring import Action
from simulator import insight, practice
from simulator.practice import Mode
from tests.conftest import NOW
from tests.services.test_practice import GOOD, send


@pytest.fixture
def attempt(store, sanne, case, now):
    return practice.start(store, sanne, case, Mode.PRACTICE, now, clock_on=True, seed=0)


def test_two_tries_are_two_replies_in_progress(store, sanne, attempt, case):
    send(store, sanne, attempt, text="Bel de klantenservice.")
    again = practice.retry(store, sanne, attempt, 1, NOW + timedelta(minutes=5))
    send(store, sanne, again, seconds=400)
    own = insight.progress(store, sanne, {case.scenario.id: case})
    assert list(own.replies["attempt"]) == [attempt, again]
    assert own.replies["total"].iloc[1] > own.replies["total"].iloc[0]


def test_a_turn_taken_over_by_a_new_try_counts_once(store, sanne, attempt, case):
    send(store, sanne, attempt)
    practice.go_on(store, sanne, attempt, NOW + timedelta(minutes=5))
    practice.submit(
        store, sanne, attempt, 2, "Ik bel nu. ^SV", Action.REPLY_PUBLIC, NOW + timedelta(minutes=6)
    )
    practice.retry(store, sanne, attempt, 2, NOW + timedelta(minutes=7))
    assert len(insight.progress(store, sanne, {case.scenario.id: case}).replies) == 2


def test_progress_is_the_trainees_own(store, sanne, joris, attempt, case):
    send(store, sanne, attempt)
    assert insight.progress(store, joris, {case.scenario.id: case}).replies.empty


def test_the_inbox_knows_the_open_attempt_and_the_best_total(store, sanne, attempt, case):
    answered = send(store, sanne, attempt)
    result = insight.results(store, sanne)[case.scenario.id]
    assert (result.attempts, result.best, result.open_attempt) == (1, answered.scorecard.total, attempt)


def test_days_are_counted_once(store, sanne, attempt, case):
    send(store, sanne, attempt)
    again = practice.retry(store, sanne, attempt, 1, NOW + timedelta(days=1))
    practice.submit(store, sanne, again, 1, GOOD, Action.REPLY_PUBLIC, NOW + timedelta(days=1, seconds=30))
    assert insight.progress(store, sanne, {case.scenario.id: case}).days == 2


def test_tries_at_one_message_stand_together(store, sanne, attempt, case):
    send(store, sanne, attempt, text="Bel de klantenservice.")
    again = practice.retry(store, sanne, attempt, 1, NOW + timedelta(minutes=5))
    send(store, sanne, again, seconds=400)
    texts = [row.text for row in insight.tries(store, sanne, case.scenario.id, "opening")]
    assert texts == ["Bel de klantenservice.", GOOD]
