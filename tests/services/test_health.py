"""Scenario health: known statistics, what counts and what does not, and that nobody can be told from it."""

from __future__ import annotations

import dataclasses
import uuid
from datetime import timedelta
from itertools import count

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from scoring import Action
from scoring.model import Dimension, DimensionScore, Finding, Scorecard, Verdict
from scoring.serial import to_json
from simulator import accounts, practice
from simulator.accounts import NotAllowedError, Role
from simulator.casebook.library import Case, load_library
from simulator.health import READ_MOST, Sameness, health
from simulator.practice import Mode
from simulator.statistics import LEAST, correlation, mean_interval, median_interval, t_quantile, wilson
from simulator.store import people
from simulator.store import practice_rows as rows
from simulator.store.tables import attempts, disputes, rubrics, scorecards
from tests.conftest import COLLECTION, NOW
from tests.services.test_practice import GOOD

FIRST = "tone.apologises"
ASKED = (
    "tone.acknowledges_emotion",
    "tone.apologises",
    "protocol.moves_to_private",
    "protocol.next_step",
    "protocol.time_indication",
    "gemiste-monteur",
)


@pytest.fixture(scope="module")
def other():
    return load_library(COLLECTION).cases["korte-klok"]


@pytest.fixture
def lead(store, now):
    return accounts.sign_in(store, "Teamleider Wouter", Role.LEAD, "nl", now, 14)[0]


def finding(name, earned, lost):
    own = () if "." in name else (("point", name), ("weight", "2"))
    criterion = "protocol.own_points" if own else name
    code = "met" if earned else "missing"
    return Finding(criterion, Dimension.PROTOCOL, code, None, None, -lost, earned, False, "R1", own)


def card(total, findings=(), passed=None):
    passed = total >= 70 if passed is None else passed
    verdict = Verdict.PASSED if passed else Verdict.NOT_PASSED
    scores = tuple(DimensionScore(d, total) for d in Dimension)
    return Scorecard(scores, total, verdict, (), tuple(findings), "test", "test")


class Fill:
    """Puts attempts into a store, one every minute, each with the replies it is told."""

    def __init__(self, store):
        self.store = store
        self.minute = count()
        with store.write() as connection:
            values = {"fingerprint": "test", "content": "{}", "created_at": NOW}
            connection.execute(insert(rubrics).values(**values))

    def trainees(self, number):
        names = [f"Trainee {n} {uuid.uuid4()}" for n in range(number)]
        with self.store.write() as connection:
            people.add_employer(connection, people.WORKSHOP, "Workshop", NOW)
            for name in names:
                people.add(connection, f"id-{name}"[:36], people.WORKSHOP, name, "nl", NOW)
        return [f"id-{name}"[:36] for name in names]

    def attempt(
        self, who, case, cards, *, retry_of=None, finished=True, seconds=None, reaction=0, taken_over=0
    ):
        at = NOW + timedelta(minutes=next(self.minute))
        key, scenario = str(uuid.uuid4()), case.scenario
        spec = (scenario.id, scenario.version, case.to_json(), NOW)
        with self.store.write() as connection:
            rows.keep_case(connection, case.content_hash, *spec)
            rows.add_attempt(
                connection,
                rows.AttemptRow(
                    key, who, None, case.content_hash, scenario.id, 0, "practice", True, 1.0, retry_of, at,
                    at if finished else None,
                ),
            )  # fmt: skip
            for number, one in enumerate(cards, 1):
                turn = rows.TurnRow(
                    str(uuid.uuid4()), key, number, scenario.turns[number - 1].id, at, 240.0, 420.0, None, 0.0,
                    50, 50, 10, copied=number <= taken_over,
                )  # fmt: skip
                rows.add_turn(connection, turn)
                if one is not None:
                    answer = ("reply_public", "Geheime tekst", at, seconds, False, reaction, 50, 50, 10)
                    rows.add_answer(connection, rows.AnswerRow(turn.id, *answer))
                    rows.add_scorecard(connection, turn.id, values_of(one))
        return key


def values_of(one):
    return {
        "rubric": "test", "scorer_version": "test", "passed": one.passed, "total": one.total,
        **{d.value: one.value_of(d) for d in Dimension}, "content": to_json(one), "created_at": NOW,
    }  # fmt: skip


@pytest.fixture
def fill(store):
    return Fill(store)


def newer(case, **changes):
    scenario = case.scenario.model_copy(update={"version": case.scenario.version + 1, **changes})
    return Case(case.organisation, scenario, case.knowledge)


def of(store, lead, case, **options):
    return health(store, lead, **options)[case.scenario.id]


def seen(card_, case, fill, number=LEAST, **options):
    for who in fill.trainees(number):
        fill.attempt(who, case, [card_], **options)


# --- the statistics ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962)],
)
def test_wilson_gives_the_known_intervals(hits, n, low, high):
    found = wilson(hits, n)
    assert (found.value, found.n) == (hits / n, n)
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@given(st.integers(LEAST, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_and_stays_between_nothing_and_all(numbers):
    found = wilson(*numbers)
    assert 0 <= found.low <= found.value + 1e-12
    assert found.value - 1e-12 <= found.high <= 1
    assert found.high > found.low


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(4, 2.7764), (5, 2.5706), (10, 2.2281), (30, 2.0423), (120, 1.9799)]
)
def test_students_quantile_is_that_of_the_tables(freedom, quantile):
    assert t_quantile(freedom) == pytest.approx(quantile, abs=1e-3)


def test_the_mean_of_five_scores_has_students_interval():
    found = mean_interval([60.0, 65.0, 70.0, 75.0, 80.0])  # s = 7.906, so 2.776 * 7.906 / sqrt(5) = 9.816
    assert (found.value, found.n) == (70, 5)
    assert (found.low, found.high) == (pytest.approx(60.184, abs=0.01), pytest.approx(79.816, abs=0.01))


def test_the_interval_of_scores_near_the_top_ends_at_a_hundred():
    assert mean_interval([70.0, 100.0, 100.0, 100.0, 100.0]).high == 100


def test_correlation_of_anscombes_first_set_is_the_known_one():
    x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    found = correlation(x, y)
    assert (found.value, found.n) == (pytest.approx(0.81642, abs=1e-5), 11)
    assert 0.3 < found.low < 0.75 < 0.85 < found.high < 1


def test_the_interval_of_a_correlation_is_that_of_resampled_pairs():
    rng = np.random.default_rng(7)
    x = rng.normal(60, 15, 40)
    y = x + rng.normal(0, 15, 40)
    drawn = rng.integers(40, size=(4000, 40))
    plain = np.percentile([np.corrcoef(x[d], y[d])[0, 1] for d in drawn], (2.5, 97.5))
    found = correlation(x, y)
    assert (found.low, found.high) == pytest.approx(tuple(plain), abs=0.04)


def test_the_same_pairs_give_the_same_interval():
    x, y = [1.0, 2.0, 3.0, 4.0, 9.0, 2.0], [2.0, 1.0, 4.0, 3.0, 8.0, 9.0]
    assert correlation(x, y) == correlation(x, y)


@pytest.mark.parametrize("flat", [[50.0] * 6, [0.1 + 0.2] * 6])
def test_without_variance_there_is_no_correlation(flat):
    assert correlation(flat, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]) is None
    assert correlation([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], flat) is None


def test_one_trainee_who_differs_is_no_sure_relation():
    """Most resamples lack him or hold nobody else beside him; they show no relation and count as such."""
    assert correlation([50.0] * 4 + [90.0], [40.0] * 4 + [80.0]).low == 0


@pytest.mark.parametrize("number", [5, 6, 40, 41])
def test_the_interval_of_a_median_is_that_of_whole_resamples(number):
    rng = np.random.default_rng(number)
    values = rng.gamma(4, 50, number)
    plain = np.percentile(np.median(values[rng.integers(number, size=(20_000, number))], axis=1), (2.5, 97.5))
    found = median_interval(list(values))
    assert found.value == np.median(values)
    assert (found.low, found.high) == pytest.approx(tuple(plain), rel=0.08)


@pytest.mark.parametrize("figure", [mean_interval, median_interval, lambda v: correlation(v, v[::-1])])
def test_four_observations_give_no_figure(figure):
    assert figure([1.0, 2.0, 3.0, 5.0]) is None
    assert figure([1.0, 2.0, 3.0, 5.0, 8.0]) is not None


# --- who sees it, and what it tells of people -------------------------------------------------------------------------


def test_a_trainee_may_not_see_it(store, sanne):
    with pytest.raises(NotAllowedError):
        health(store, sanne)


@pytest.mark.parametrize("role", [Role.TRAINER, Role.LEAD])
def test_trainers_and_leads_may_see_it(store, now, role):
    assert health(store, accounts.sign_in(store, "Els", role, "nl", now, 14)[0]) == {}


def test_four_trainees_show_nothing_but_their_number(store, lead, case, fill):
    seen(card(80, [finding(FIRST, 10, 0)]), case, fill, LEAST - 1, seconds=60.0)
    found = of(store, lead, case)
    assert (found.trainees, found.attempts, found.enough) == (4, 4, False)
    figures = [getattr(found, f.name) for f in dataclasses.fields(found)][5:]
    assert figures == [None] * 7


def test_four_trainees_who_try_often_are_still_four(store, lead, case, fill):
    for who in fill.trainees(LEAST - 1):
        for _ in range(3):
            fill.attempt(who, case, [card(80)])
    found = of(store, lead, case)
    assert (found.trainees, found.attempts, found.enough) == (4, 12, False)


def test_the_fifth_trainee_opens_the_figures(store, lead, case, fill):
    seen(card(80), case, fill, seconds=60.0)
    found = of(store, lead, case)
    assert found.enough
    assert (found.total.value, found.total.n) == (80, 5)
    assert (found.passed.value, found.passed.n) == (1, 5)
    assert found.never_varies is not None
    assert found.unreached is not None
    assert found.times is not None


def test_no_name_id_or_word_of_a_trainee_comes_out(store, lead, case, other, fill):
    people = fill.trainees(6)
    for n, who in enumerate(people):
        fill.attempt(who, case, [card(50.0 + n)], seconds=60.0)
        fill.attempt(who, other, [card(55.0 - n)])
    told = repr(health(store, lead))
    assert "Geheime" not in told
    assert "Trainee" not in told
    assert not [who for who in people if who in told]


# --- what counts ------------------------------------------------------------------------------------------------------


def test_real_practice_is_told_as_it_went(store, lead, case):
    totals, seconds = [], [30, 60, 90, 120, 150]
    for number, text in enumerate([GOOD, "Bel de klantenservice.", GOOD[:90], GOOD[60:], "Sorry! ^SV"]):
        who = accounts.sign_in(store, f"Trainee {number}", Role.TRAINEE, "nl", NOW, 14)[0]
        attempt = practice.start(store, who, case, Mode.PRACTICE, NOW, clock_on=True, seed=0)
        at = NOW + timedelta(seconds=seconds[number])
        answered = practice.submit(store, who, attempt, 1, text, Action.REPLY_PUBLIC, at)
        totals.append(answered.scorecard.total)
        practice.go_on(store, who, attempt, NOW + timedelta(minutes=5))
        again = practice.retry(store, who, attempt, 1, NOW + timedelta(minutes=6))
        practice.submit(store, who, again, 1, GOOD, Action.REPLY_PUBLIC, NOW + timedelta(minutes=8))
    found = of(store, lead, case)
    assert (found.trainees, found.attempts) == (5, 10)
    assert found.total.value == pytest.approx(sum(totals) / 5)
    opening = found.times[0]
    assert (opening.turn_id, opening.target, opening.seconds.value, opening.timed) == ("opening", 240, 90, 5)
    assert "protocol.next_step" not in [item.name for item in found.never_varies]
    assert [(u.number, u.answers) for u in found.unreached if u.turn_id == "opening"] == [(1, 10)]


def test_a_scenario_without_an_answer_is_not_there(store, lead, case, fill):
    for who in fill.trainees(LEAST):
        fill.attempt(who, case, [None], finished=False)
    assert health(store, lead) == {}


def test_only_a_trainees_first_attempt_tells_how_hard_it_is(store, lead, case, fill):
    for who in fill.trainees(LEAST):
        first = fill.attempt(who, case, [card(40)])
        fill.attempt(who, case, [card(90)], retry_of=first)
        fill.attempt(who, case, [card(100)])
    found = of(store, lead, case)
    assert (found.trainees, found.attempts, found.total.value, found.total.n) == (5, 15, 40, 5)


def test_an_attempt_left_without_an_answer_is_not_the_first(store, lead, case, fill):
    for who in fill.trainees(LEAST):
        fill.attempt(who, case, [None], finished=False)
        fill.attempt(who, case, [card(60)])
    found = of(store, lead, case)
    assert (found.attempts, found.total.value) == (5, 60)


def test_a_new_try_of_an_attempt_without_answers_is_no_first_attempt(store, lead, case, fill):
    people = fill.trainees(LEAST + 1)
    for who in people[:LEAST]:
        fill.attempt(who, case, [card(60)])
    left = fill.attempt(people[LEAST], case, [None], finished=False)
    fill.attempt(people[LEAST], case, [card(90)], retry_of=left)
    found = of(store, lead, case)
    assert (found.trainees, found.total.value, found.total.n) == (6, 60, 5)


def test_an_attempt_counts_with_the_mean_of_its_replies(store, lead, case, fill):
    for who in fill.trainees(LEAST):
        fill.attempt(who, case, [card(40), card(80)])
    assert of(store, lead, case).total.value == 60


def test_turns_taken_over_by_a_new_try_are_not_counted_again(store, lead, case, fill):
    for who in fill.trainees(LEAST):
        first = fill.attempt(who, case, [card(40), card(50)], reaction=1)
        fill.attempt(who, case, [card(40), card(90)], retry_of=first, taken_over=1, reaction=1)
    found = of(store, lead, case)
    assert {u.answers for u in found.unreached if u.turn_id == "opening"} == {5}


def test_a_new_try_that_only_takes_over_is_no_attempt_with_an_answer(store, lead, case, fill):
    for who in fill.trainees(LEAST):
        first = fill.attempt(who, case, [card(40), card(50)])
        fill.attempt(who, case, [card(40), None], retry_of=first, taken_over=1)
    assert of(store, lead, case).attempts == 5


def test_passing_takes_every_reply_and_a_finished_conversation(store, lead, case, fill):
    people = fill.trainees(8)
    for who in people[:3]:
        fill.attempt(who, case, [card(80), card(90)])
    for who in people[3:6]:
        fill.attempt(who, case, [card(80), card(20)])
    for who in people[6:]:
        fill.attempt(who, case, [card(80)], finished=False)
    passed = of(store, lead, case).passed
    assert (passed.value, passed.n) == (0.5, 6)


def test_too_few_finished_conversations_show_no_share(store, lead, case, fill):
    people = fill.trainees(6)
    for n, who in enumerate(people):
        fill.attempt(who, case, [card(80)], finished=n < LEAST - 1)
    found = of(store, lead, case)
    assert found.passed is None
    assert found.total.n == 6


def test_the_newest_scorecard_of_a_reply_counts(store, lead, case, fill):
    for who in fill.trainees(LEAST):
        attempt = fill.attempt(who, case, [card(40)])
        with store.write() as connection:
            turn = rows.attempt_with_turns(connection, attempt).turns[0]
            rows.add_scorecard(connection, turn.id, values_of(card(75)))
    found = of(store, lead, case)
    assert (found.total.value, found.passed.value) == (75, 1)


def test_the_newest_version_can_be_seen_alone(store, lead, case, fill):
    second, people = newer(case), fill.trainees(LEAST)
    for who in people:
        fill.attempt(who, case, [card(40)])
    for who in fill.trainees(LEAST):
        fill.attempt(who, second, [card(90)])
    both, alone = of(store, lead, case), of(store, lead, case, newest_only=True)
    assert (both.version, both.trainees, both.total.value) == (2, 10, 65)
    assert (alone.version, alone.trainees, alone.total.value) == (2, 5, 90)


def test_a_new_version_that_few_practised_shows_nothing_alone(store, lead, case, fill):
    seen(card(40), case, fill)
    seen(card(90), newer(case), fill, LEAST - 1)
    assert of(store, lead, case).enough
    assert not of(store, lead, case, newest_only=True).enough


def test_a_stored_version_that_cannot_be_read_leaves_the_numbers(store, lead, case, fill, monkeypatch):
    monkeypatch.setattr(Case, "to_json", lambda _self: "{}")
    seen(card(40), newer(case, title=case.scenario.title), fill)
    found = of(store, lead, case)
    assert found.total.value == 40
    assert (found.never_varies, found.unreached, found.times) == (None, None, None)


# --- discrimination ---------------------------------------------------------------------------------------------------


def test_discrimination_sets_a_trainee_here_beside_himself_elsewhere(store, lead, case, other, fill):
    here, there = [30.0, 50, 44, 71, 66, 90, 58, 85], [20.0, 61, 70, 45, 52, 66, 33, 95]
    for who, mine, others in zip(fill.trainees(8), here, there, strict=True):
        fill.attempt(who, case, [card(mine)])
        fill.attempt(who, other, [card(others)])
    found = of(store, lead, case).discrimination
    assert (found.value, found.n) == (pytest.approx(np.corrcoef(here, there)[0, 1]), 8)
    assert -1 <= found.low < found.value < found.high <= 1


def test_a_scenario_on_which_the_strong_do_badly_discriminates_the_wrong_way(store, lead, case, other, fill):
    for n, who in enumerate(fill.trainees(6)):
        fill.attempt(who, case, [card(90.0 - 8 * n)])
        fill.attempt(who, other, [card(20.0 + 9 * n)])
    assert of(store, lead, case).discrimination.value == pytest.approx(-1)


def test_four_trainees_who_did_something_else_too_show_no_discrimination(store, lead, case, other, fill):
    people = fill.trainees(7)
    for n, who in enumerate(people):
        fill.attempt(who, case, [card(30.0 + 8 * n)])
        if n < LEAST - 1:
            fill.attempt(who, other, [card(20.0 + 9 * n)])
    found = of(store, lead, case)
    assert found.enough
    assert found.discrimination is None


# --- what never happens -----------------------------------------------------------------------------------------------


def test_expectations_that_are_the_same_in_all_replies_are_named(store, lead, case, fill):
    for n, who in enumerate(fill.trainees(6)):
        varied = [finding(name, 10 * (n % 2), 10 * (1 - n % 2)) for name in ASKED[2:5]]
        same = [finding(ASKED[0], 35, 0), finding("gemiste-monteur", 0, 25)]
        fill.attempt(who, case, [card(70, [*varied, *same])])
    found = of(store, lead, case).never_varies
    assert [(i.turn_id, i.name, i.own_point, i.sameness, i.replies) for i in found] == [
        ("opening", "tone.acknowledges_emotion", False, Sameness.ALWAYS, 6),
        ("opening", "tone.apologises", False, Sameness.UNJUDGED, 6),
        ("opening", "gemiste-monteur", True, Sameness.NEVER, 6),
    ]


def test_an_expectation_met_by_halves_varies(store, lead, case, fill):
    seen(card(70, [finding(name, 5, 5) for name in ASKED]), case, fill)
    assert of(store, lead, case).never_varies == ()


def test_one_reply_that_differs_is_enough_to_measure_something(store, lead, case, fill):
    for n, who in enumerate(fill.trainees(12)):
        fill.attempt(who, case, [card(70, [finding(name, 10 * (n > 0), 10 * (n == 0)) for name in ASKED])])
    assert of(store, lead, case).never_varies == ()


def test_an_expectation_judged_in_four_replies_is_not_named(store, lead, case, fill):
    for n, who in enumerate(fill.trainees(8)):
        findings = [finding(name, 10 * (n % 2), 10 * (1 - n % 2)) for name in ASKED if name != FIRST]
        fill.attempt(who, case, [card(70, [*findings, *[finding(FIRST, 10, 0)] * (n < LEAST - 1)])])
    assert of(store, lead, case).never_varies == ()


def test_no_more_replies_are_read_than_the_limit(store, lead, case, fill):
    who = fill.trainees(LEAST)
    for n in range(READ_MOST + 5):
        fill.attempt(who[n % LEAST], case, [card(70, [finding(name, 10, 0) for name in ASKED])])
    found = {item.name: item.replies for item in of(store, lead, case).never_varies}
    assert found == dict.fromkeys(ASKED, READ_MOST)


def test_a_reaction_that_never_followed_is_named_with_its_condition(store, lead, case, fill):
    seen(card(70), case, fill, 6, reaction=2)
    found = of(store, lead, case).unreached
    assert [(u.turn_id, u.number, u.answers) for u in found] == [("opening", 1, 6), ("opening", 2, 6)]
    assert found[0].condition == "{critical: true}"
    assert found[1].condition == "{met: [tone.acknowledges_emotion, protocol.next_step], total: '>= 70'}"


def test_the_last_reaction_can_be_unreached_too(store, lead, case, fill):
    seen(card(70), case, fill, reaction=1)
    assert [(u.number, u.condition) for u in of(store, lead, case).unreached] == [
        (1, "{critical: true}"),
        (3, "otherwise"),
    ]


def test_a_turn_with_four_answers_names_no_reaction(store, lead, case, fill):
    for n, who in enumerate(fill.trainees(6)):
        fill.attempt(who, case, [card(70), *[card(70)] * (n < LEAST - 1)])
    assert {u.turn_id for u in of(store, lead, case).unreached} == {"opening"}


def test_answers_to_a_turn_with_other_reactions_do_not_count(store, lead, case, fill):
    opening = case.scenario.turns[0]
    turned = opening.model_copy(
        update={"reactions": (opening.reactions[1], *opening.reactions[:1], opening.reactions[2])}
    )
    seen(card(70), newer(case, turns=(turned, case.scenario.turns[1])), fill, 7, reaction=0)
    seen(card(70), case, fill, 6, reaction=1)
    assert [(u.number, u.answers) for u in of(store, lead, case).unreached] == [(2, 7), (3, 7)]


# --- time -------------------------------------------------------------------------------------------------------------


def test_only_timed_first_answers_tell_how_long_a_turn_takes(store, lead, case, fill):
    for n, who in enumerate(fill.trainees(7)):
        first = fill.attempt(who, case, [card(70)], seconds=100.0 + 10 * n if n < LEAST else None)
        fill.attempt(who, case, [card(70)], retry_of=first, seconds=1.0)
    opening = of(store, lead, case).times[0]
    assert (opening.target, opening.timed, opening.seconds.value, opening.seconds.n) == (240, 5, 120, 5)
    assert 100 <= opening.seconds.low < 120 < opening.seconds.high <= 140


def test_four_timed_answers_show_no_median(store, lead, case, fill):
    for n, who in enumerate(fill.trainees(7)):
        fill.attempt(who, case, [card(70)], seconds=100.0 if n < LEAST - 1 else None)
    found = of(store, lead, case).times
    assert [(t.turn_id, t.timed, t.seconds) for t in found] == [("opening", 4, None), ("vervolg", 0, None)]


def test_a_scenario_without_clock_has_no_target(store, lead, case, fill):
    seen(card(70), newer(case, clock=None), fill)
    assert [t.target for t in of(store, lead, case).times] == [None, None]


def test_a_turn_with_a_target_of_its_own_is_set_beside_that(store, lead, case, fill):
    opening = case.scenario.turns[0].model_copy(update={"target": 90})
    seen(card(70), newer(case, turns=(opening, case.scenario.turns[1])), fill)
    assert [t.target for t in of(store, lead, case).times] == [90, 240]


# --- disputes ---------------------------------------------------------------------------------------------------------


def dispute(store, attempt, outcome=None):
    """A stored dispute of the first reply of an attempt."""
    with store.write() as connection:
        turn = rows.attempt_with_turns(connection, attempt).turns[0].id
        card_id = connection.execute(select(scorecards.c.id).where(scorecards.c.turn_id == turn)).scalar()
        values = {
            "id": str(uuid.uuid4()), "turn_id": turn, "scorecard_id": card_id, "team_id": None,
            "user_id": connection.execute(select(attempts.c.user_id).where(attempts.c.id == attempt)).scalar(),
            "criterion": "tone.apologises", "code": str(uuid.uuid4()), "start": None, "end": None,
            "reason": "misread", "words": "Geheime woorden", "created_at": NOW, "outcome": outcome,
            "comment": "", "decided_by": None, "decided_at": None,
        }  # fmt: skip
        connection.execute(insert(disputes).values(**values))


def test_the_share_of_disputed_replies_counts_each_reply_once_and_no_withdrawn_dispute(
    store, lead, case, fill
):
    done = [fill.attempt(who, case, [card(60)]) for who in fill.trainees(8)]
    dispute(store, done[0])
    dispute(store, done[0], "rejected")
    dispute(store, done[1], "accepted")
    dispute(store, done[2], "withdrawn")
    share = of(store, lead, case).disputed
    assert (share.value, share.n) == (0.25, 8)
    assert (share.low, share.high) == (wilson(2, 8).low, wilson(2, 8).high)


def test_four_trainees_show_no_disputes(store, lead, case, fill):
    for who in fill.trainees(4):
        dispute(store, fill.attempt(who, case, [card(60)] * 2))
    assert of(store, lead, case).disputed is None
