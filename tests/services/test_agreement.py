"""Agreement: published and hand-made values, and what must hold for any judgements."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import agreement
from simulator.agreement import ac1, band, kappa, majority_with_scorer, pairs_of, with_scorer


def two(first, second):
    return [{"a": a, "b": b} for a, b in zip(first, second, strict=True)]


def cells(table):
    """A table of two judges on classes 0, 1, ... as ratings."""
    return [{"a": i, "b": j} for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]


def test_ac1_is_gwets_own_value_for_three_classes():
    """Gwet's data "cont3x3abstractors": AC1 0.8493 (Handbook of Inter-Rater Reliability, 4th edition, 2014)."""
    assert agreement._gwet(np.array([[13, 0, 0], [0, 20, 7], [0, 4, 56]])) == pytest.approx(0.8493, abs=1e-4)


def test_ac1_holds_where_kappa_falls_away():
    """Gwet 2008, table 2: 118 times yes together, 5 and 2 apart, none no together: AC1 0.94, kappa -0.02."""
    figure = ac1(cells([[0, 2], [5, 118]]))
    assert figure.value == pytest.approx(0.9408, abs=1e-4)
    assert figure.n == 125
    assert figure.prevalence == pytest.approx((118 * 2 + 7) / 250)


def test_ac1_of_three_judges_is_gwets_coefficient_for_several():
    """By hand: 8 replies all yes, 2 with one no: agreement (8 + 2/3) / 10; yes in 28/30, so chance 2*28/30*2/30."""
    ratings = [{"a": 1, "b": 1, "c": 1}] * 8 + [{"a": 1, "b": 1, "c": 0}] * 2
    agreed, chance = (8 + 2 / 3) / 10, 2 * (28 / 30) * (2 / 30)
    assert ac1(ratings).value == pytest.approx((agreed - chance) / (1 - chance))


def test_weighted_kappa_by_hand():
    """Ten replies in two bands next to each other and one two bands away, worked out on paper.

    Table (rows a, columns b; bands 0, 1, 2): 4 1 0 / 1 3 0 / 1 0 1. Squared distances seen: 1 + 1 + 4 = 6. Expected
    from the margins (5, 4, 2) and (6, 4, 1): (5*4 + 5*1*4 + 4*6 + 4*1 + 2*6*4 + 2*4) / 11 = 124 / 11.
    Kappa = 1 - 6 / (124 / 11) = 1 - 66 / 124.
    """
    to_score = [30, 55, 65]
    table = cells([[4, 1, 0], [1, 3, 0], [1, 0, 1]])
    ratings = [{judge: to_score[value] for judge, value in row.items()} for row in table]
    assert kappa(ratings).value == pytest.approx(1 - 66 / 124)


def test_several_judges_give_the_mean_of_their_pairs():
    first, second, third = [30, 55, 65, 75, 85] * 3, [30, 55, 65, 75, 95] * 3, [55, 65, 75, 85, 95] * 3
    ratings = [{"a": a, "b": b, "c": c} for a, b, c in zip(first, second, third, strict=True)]
    each = [pair.figure.value for pair in pairs_of(ratings, kappa)]
    assert kappa(ratings).value == pytest.approx(sum(each) / 3)


@pytest.mark.parametrize(
    ("score", "expected"), [(0, 0), (49, 0), (50, 1), (59, 1), (60, 2), (75, 3), (89, 4), (90, 5), (100, 5)]
)
def test_bands(score, expected):
    assert band(score) == expected


def test_bands_have_their_names():
    assert agreement.band_names() == ("0–49", "50–59", "60–69", "70–79", "80–89", "90–100")


def test_too_few_replies_give_no_figure_but_their_number():
    figure = kappa(two([50, 60, 70], [50, 60, 70]))
    assert (figure.n, figure.value, figure.low, figure.enough) == (3, None, None, False)


def test_a_reply_that_only_one_judged_does_not_count():
    assert ac1([*two([1] * 10, [1] * 10), {"a": 1}]).n == 10


def test_everything_in_one_band_gives_no_kappa():
    assert kappa(two([70] * 12, [75] * 12)).value is None


def test_without_any_disagreement_the_interval_is_the_exact_one():
    """Clopper & Pearson: all of 30 leaves a lower end of 0.025 ** (1 / 30)."""
    figure = ac1(two([1, 0] * 15, [1, 0] * 15))
    assert figure.low == pytest.approx(0.025 ** (1 / 30))
    assert figure.high == 1


def test_more_replies_make_the_interval_narrower():
    few, many = (ac1(cells([[2 * k, k], [k, 8 * k]])) for k in (1, 10))
    assert many.high - many.low < few.high - few.low


def test_the_scorer_is_compared_with_the_median_of_people():
    rows = with_scorer([{"a": 50, "b": 70, "c": 90}, {"a": 40}, {}], [80, None, 60])
    assert rows == [{"people": 70, "scorer": 80}]


def test_a_tie_of_yes_and_no_is_left_out():
    rows = majority_with_scorer([{"a": 1, "b": 0}, {"a": 1, "b": 1}], [1, 0])
    assert rows == [{"people": 1, "scorer": 0}]


SCORES = st.integers(0, 20).map(lambda n: n * 5)


@settings(max_examples=25, deadline=None)
@given(st.lists(SCORES, min_size=10, max_size=30))
def test_perfect_agreement_is_one(scores):
    figure = kappa(two(scores, scores), interval=False)
    assert figure.value is None if len({band(s) for s in scores}) == 1 else figure.value == pytest.approx(1)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([0, 1]), min_size=10, max_size=40))
def test_perfect_agreement_on_yes_or_no_is_one(values):
    assert ac1(two(values, values)).value == pytest.approx(1)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(SCORES, SCORES), min_size=10, max_size=30))
def test_agreement_is_the_same_both_ways(scores):
    there = kappa(two(*zip(*scores, strict=True)), interval=False)
    back = kappa([{"a": b, "b": a} for a, b in scores], interval=False)
    assert there.value is back.value is None or there.value == pytest.approx(back.value)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([0, 1]), st.sampled_from([0, 1])), min_size=10, max_size=40))
def test_a_figure_lies_in_its_interval_and_within_bounds(values):
    figure = ac1(two(*zip(*values, strict=True)))
    assert -1 <= figure.low <= figure.high <= 1
    assert figure.low - 0.15 <= figure.value <= figure.high + 0.15
