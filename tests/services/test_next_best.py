"""Which scenario comes next: by weakness, and by spacing over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from simulator import insight
from simulator.insight import Result, Side, Tried
from simulator.next_best import card_of, is_due, next_best, rating, trains
from tests.conftest import NOW

WEAK = (Side("protocol.next_step", 0.1, 3), Side("tone.warmth", 0.9, 3))


def other(case, name, **changes):
    scenario = case.scenario.model_copy(update={"id": name, "title": case.scenario.title, **changes})
    return type(case)(case.organisation, scenario, case.knowledge)


def done(*tries, open_attempt=None):
    passed = any(t.passed for t in tries)
    return Result(len(tries), 80.0, passed, (), open_attempt, tries[-1].at if tries else NOW, 1, tries)


def tried(days_ago, passed=True, total=80.0):
    return Tried(NOW - timedelta(days=days_ago), passed, total)


def test_what_trains_the_weakest_side_comes_first(case):
    plain = other(case, "aaa", difficulty=1, principles=(), turns=tuple(
        t.model_copy(update={"expect": ()}) for t in case.scenario.turns
    ))  # fmt: skip
    best = next_best((plain, case), {"zzz": done(tried(1))}, WEAK, NOW)
    assert (best.case, best.trains) == (case, "protocol.next_step")
    assert trains(case, "protocol.next_step")


def test_a_criterion_that_the_rubric_has_no_more_trains_nothing(case):
    assert not trains(case, "tone.of_before")


def test_a_newcomer_begins_with_the_message_that_everybody_knows(case):
    kinds = type(case.scenario.kind)
    strange = other(case, "aaa", difficulty=1, kind=kinds.TROLL)
    assert next_best((strange, case), {}, (), NOW).case is case


def test_what_was_failed_today_waits_until_tomorrow(case):
    fresh = other(case, "zzz")
    results = {case.scenario.id: done(tried(0.1, passed=False, total=30.0))}
    assert next_best((case, fresh), results, (), NOW).case is fresh
    later = next_best((case, fresh), results, (), NOW + timedelta(days=1))
    assert later.case is case
    assert later.again == NOW - timedelta(days=0.1)


def test_what_went_well_comes_back_later_than_what_went_hard(case):
    easy, hard = card_of((tried(0, total=95.0),)), card_of((tried(0, total=66.0),))
    assert easy.due > hard.due


def test_of_two_that_are_due_the_most_forgotten_comes_first(case):
    long_ago = other(case, "zzz")
    results = {case.scenario.id: done(tried(12)), "zzz": done(tried(90))}
    assert next_best((case, long_ago), results, (), NOW).case is long_ago


def test_when_nothing_is_due_there_is_still_something_to_do(case):
    best = next_best((case,), {case.scenario.id: done(tried(0, total=95.0))}, (), NOW)
    assert (best.case, best.again) == (case, None)


def test_without_scenarios_there_is_nothing_to_do():
    assert next_best((), {}, (), NOW) is None


@pytest.mark.parametrize(
    ("passed", "total", "expected"),
    [
        (False, 99.0, Rating.Again),
        (True, 69.9, Rating.Hard),
        (True, None, Rating.Hard),
        (True, 70.0, Rating.Good),
        (True, 85.0, Rating.Easy),
    ],
)
def test_an_attempt_is_rated_by_verdict_and_total(passed, total, expected):
    assert rating(Tried(NOW, passed, total)) is expected


@given(st.lists(st.tuples(st.integers(1, 400), st.booleans(), st.floats(0, 100)), min_size=1, max_size=12))
def test_the_same_history_gives_the_same_day_and_never_today(history):
    tries = tuple(tried(d, p, t) for d, p, t in sorted(history, key=lambda h: -h[0]))
    one, two = card_of(tries), card_of(tuple(replace(t) for t in tries))
    assert one.due == two.due
    assert not is_due(one, tries[-1].at + timedelta(hours=23))


@pytest.mark.parametrize(
    ("values", "trend"),
    [
        ([0.2] * 7, "unknown"),
        ([0.1, 0.2, 0.1, 0.2, 0.8, 0.9, 0.8, 0.9], "up"),
        ([0.8, 0.9, 0.8, 0.9, 0.1, 0.2, 0.1, 0.2], "down"),
        ([0.5, 0.9, 0.1, 0.6, 0.6, 0.2, 0.8, 0.5], "level"),
        ([1.0] * 8, "level"),
    ],
)
def test_a_trend_needs_more_than_chance(values, trend):
    assert insight.trend_of(values) == trend
