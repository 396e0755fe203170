"""Which reaction follows a reply, and how the customer's state moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Action, Dimension, DimensionScore, Finding, Scorecard, Verdict
from simulator.casebook.schema import Bystander, Condition, Effects, State
from simulator.conversation import holds, moved, react, speaking_up


def finding(criterion, effect, earned, code="met", point=""):
    params = (("point", point),) if point else ()
    return Finding(criterion, Dimension.TONE, code, None, None, effect, earned, False, "T3", params)


def card(total=80.0, tone=60.0, critical=(), findings=()):
    dimensions = tuple(DimensionScore(d, tone if d is Dimension.TONE else None) for d in Dimension)
    verdict = Verdict.NOT_PASSED if critical else Verdict.PASSED
    return Scorecard(dimensions, total, verdict, critical, findings, "r", "1")


MET = finding("tone.apologises", -2, 10)
MISSED = finding("tone.apologises", -10, 2)
POINT = finding("protocol.own_points", 0, 20, point="gemiste-monteur")
FAULT = finding("tone.sarcastic", -60, 0, code="flagged")


@pytest.mark.parametrize(
    ("condition", "scorecard", "expected"),
    [
        ({"met": ["tone.apologises"]}, card(findings=(MET,)), True),
        ({"met": ["tone.apologises"]}, card(findings=(MISSED,)), False),
        ({"met": ["gemiste-monteur"]}, card(findings=(POINT,)), True),
        ({"missing": ["tone.apologises"]}, card(findings=(MISSED,)), True),
        ({"missing": ["tone.apologises"]}, card(findings=(MET,)), False),
        ({"flagged": ["tone.sarcastic"]}, card(findings=(FAULT,)), True),
        ({"flagged": ["tone.sarcastic"]}, card(findings=(MET,)), False),
        ({"critical": "true"}, card(critical=("protocol.reveals_personal_data",)), True),
        ({"critical": "true"}, card(), False),
        ({"passed": "false"}, card(critical=("x",)), True),
        ({"action": ["pass_on"]}, card(), False),
        ({"action": ["reply_public"]}, card(), True),
        ({"total": ">= 80"}, card(80.0), True),
        ({"total": "> 80"}, card(80.0), False),
        ({"total": ">= 10"}, card(None), False),
        ({"tone": "< 61"}, card(), True),
        ({"met": ["tone.apologises"], "total": "<50"}, card(findings=(MET,)), False),
        ({"any_of": [{"critical": "true"}, {"total": ">70"}]}, card(), True),
        ({"any_of": [{"critical": "true"}, {"total": ">90"}]}, card(), False),
    ],
)
def test_a_condition_holds_when_all_its_keys_do(condition, scorecard, expected):
    assert holds(Condition.model_validate(condition), Action.REPLY_PUBLIC, scorecard) is expected


def test_the_first_reaction_that_holds_is_taken(case):
    turn = case.scenario.turns[0]
    leak = card(critical=("protocol.reveals_personal_data",))
    assert react(turn, Action.REPLY_PUBLIC, leak, State()).index == 0
    assert react(turn, Action.REPLY_PUBLIC, card(10.0), State()).index == len(turn.reactions) - 1


@given(
    st.builds(State, mood=st.integers(0, 100), trust=st.integers(0, 100), visibility=st.integers(0, 100)),
    st.builds(
        Effects, mood=st.integers(-100, 100), trust=st.integers(-100, 100), visibility=st.integers(-100, 100)
    ),
)
def test_the_state_stays_within_bounds(state, effects):
    after = moved(state, effects)
    assert all(0 <= value <= 100 for value in (after.mood, after.trust, after.visibility))


def test_more_visibility_makes_more_bystanders_speak_up():
    crowd = tuple(Bystander(who=f"B{n}", text="x") for n in range(5))
    assert [len(speaking_up(crowd, v)) for v in (0, 20, 45, 100)] == [1, 1, 2, 5]
