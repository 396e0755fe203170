"""How sightings become points, a total and a verdict: with small criteria of its own, apart from the real ones."""

from __future__ import annotations

import pytest

from scoring import (
    Action,
    Criterion,
    Dimension,
    Kind,
    Reply,
    Rubric,
    Situation,
    Verdict,
    default_rubric,
    score,
)
from scoring.rubric import Sighting
from tests.scoring.build import reading

WEIGHTS = (
    (Dimension.SPEED, 0.15),
    (Dimension.TONE, 0.3),
    (Dimension.PERSONALISATION, 0.2),
    (Dimension.PROTOCOL, 0.35),
)
HERE = Situation(lang="nl")
TEXT = Reply("tekst")


def expected(name, *sightings, weight=1.0, dimension=Dimension.TONE, **more):
    return Criterion(name, dimension, Kind.EXPECTED, weight, "P1", lambda _r, _s: list(sightings), **more)


def fault(name, *sightings, weight=20.0, dimension=Dimension.TONE, **more):
    return Criterion(name, dimension, Kind.FAULT, weight, "P1", lambda _r, _s: list(sightings), **more)


def gate(name, *sightings, weight=10.0, **more):
    return Criterion(
        name, Dimension.PROTOCOL, Kind.GATE, weight, "P1", lambda _r, _s: list(sightings), **more
    )


def judged(*criteria, reply=TEXT, situation=HERE):
    return score(reply, situation, Rubric(criteria, WEIGHTS, "test"))


def test_what_is_there_costs_nothing():
    card = judged(expected("tone.a", Sighting("met", 0, 2), weight=30))
    assert card.value_of(Dimension.TONE) == 100
    assert card.findings[0].earned == 30
    assert card.verdict is Verdict.PASSED


def test_what_is_missing_costs_its_points():
    card = judged(expected("tone.a", Sighting("met"), weight=40), expected("tone.b", weight=25))
    assert card.value_of(Dimension.TONE) == 75
    missing = next(f for f in card.findings if f.criterion == "tone.b")
    assert (missing.code, missing.start, missing.effect) == ("missing", None, -25)


def test_the_strongest_sighting_counts():
    card = judged(
        expected("tone.a", Sighting("partly", strength=0.4), Sighting("met", strength=0.9), weight=50)
    )
    assert card.value_of(Dimension.TONE) == 95


def test_a_second_fault_costs_half_and_a_third_nothing():
    three = [Sighting("flagged", i, i + 1) for i in range(3)]
    assert judged(fault("tone.a", *three)).value_of(Dimension.TONE) == 70


def test_a_dimension_never_falls_below_zero():
    card = judged(
        fault("tone.a", Sighting("flagged"), weight=90), fault("tone.b", Sighting("flagged"), weight=90)
    )
    assert card.value_of(Dimension.TONE) == 0


def test_a_gate_decides_all_text_dimensions():
    card = judged(gate("protocol.blank", Sighting("blank")), expected("tone.a", Sighting("met")))
    assert [card.value_of(d) for d in Dimension] == [None, 10, 10, 10]
    assert {f.criterion for f in card.findings} == {"protocol.blank"}


def test_the_first_gate_that_closes_is_the_one():
    card = judged(gate("protocol.a", Sighting("x"), weight=5), gate("protocol.b", Sighting("y"), weight=30))
    assert card.total == 5


def test_a_critical_fault_fails_whatever_the_score():
    card = judged(
        fault("tone.a", Sighting("bad"), weight=1, critical_codes=frozenset({"bad"})),
        expected("tone.b", Sighting("met")),
    )
    assert card.total == 99
    assert not card.passed
    assert card.decided_by == ("tone.a",)
    assert card.findings[0].critical


def test_unscored_dimensions_are_left_out_of_the_mean():
    missing = expected("protocol.b", dimension=Dimension.PROTOCOL, weight=100)
    card = judged(expected("tone.a", Sighting("met")), missing)
    assert card.total == pytest.approx(100 * 0.3 / 0.65, abs=0.1)
    assert {d.unscored_because for d in card.dimensions if d.value is None} == {"no_clock", "not_applicable"}


def test_what_the_scenario_does_not_ask_plays_no_part():
    asked = expected("tone.a", on_request=True, weight=100)
    assert judged(asked, expected("tone.b", Sighting("met"))).value_of(Dimension.TONE) == 100
    situation = Situation(lang="nl", expected=frozenset({"tone.a"}))
    assert judged(asked, situation=situation).value_of(Dimension.TONE) == 0


def test_public_only_criteria_are_silent_in_private():
    shown = fault("tone.a", Sighting("flagged"), private_too=False)
    assert judged(shown).value_of(Dimension.TONE) == 80
    assert judged(shown, reply=Reply("tekst", Action.REPLY_PRIVATE)).value_of(Dimension.TONE) is None


def test_notes_are_judged_only_by_what_is_meant_for_them():
    for internal, value in ((False, None), (True, 80)):
        criterion = fault("tone.a", Sighting("flagged"), internal_too=internal)
        assert judged(criterion, reply=Reply("tekst", Action.PASS_ON)).value_of(Dimension.TONE) == value


def test_a_point_costs_by_how_much_it_matters():
    points = [
        Sighting("met", 0, 1, params=(("point", "a"), ("weight", "3"), ("say", "A"))),
        Sighting("missing", strength=0.0, params=(("point", "b"), ("weight", "1"), ("say", "B"))),
    ]
    card = judged(expected("protocol.own_points", *points, dimension=Dimension.PROTOCOL, weight=30))
    assert card.value_of(Dimension.PROTOCOL) == 85  # a small one: half of a normal one's 30
    assert {dict(f.params)["say"]: f.code for f in card.findings} == {"A": "met", "B": "missing"}


@pytest.mark.parametrize(("elapsed", "value"), [(0, 100), (48, 100), (60, 80), (120, 0.1), (999, 0.1)])
def test_speed_falls_from_the_target_on(elapsed, value):
    card = score(Reply("tekst", elapsed_seconds=elapsed, target_seconds=60), HERE)
    assert card.value_of(Dimension.SPEED) in (value, None)


def test_a_criterion_listed_twice_is_refused():
    with pytest.raises(ValueError, match=r"tone\.a"):
        Rubric((fault("tone.a"), fault("tone.a")), WEIGHTS, "test")


def test_the_fingerprint_follows_the_weights():
    one, other = (Rubric((fault("tone.a", weight=w),), WEIGHTS, "test") for w in (10, 11))
    assert one.fingerprint != other.fingerprint
    assert default_rubric().fingerprint == default_rubric().fingerprint


def test_a_message_left_unanswered_is_judged_by_that_choice_alone():
    point = {"id": "router", "say": "Zeg dat er een router komt.", "phrasings": ["Er komt een router."]}
    left = reading(
        "", "nl", "leave_unanswered", best_actions=["leave_unanswered"], allowed_actions=[], points=[point]
    )
    findings = score(left.reply, left.situation).findings
    assert {f.criterion for f in findings} == {"protocol.best_action"}


def test_the_weight_of_an_avoid_point_decides_what_it_costs():
    cost = {}
    for weight in (1, 2, 3):
        point = {
            "id": "bel", "say": "Niet naar de telefoon.", "phrasings": ["Bel ons nog een keer."],
            "weight": weight, "forbidden": "true",
        }  # fmt: skip
        read = reading("Hoi Sanne, bel ons nog een keer. ^TG", points=[point])
        found = [
            f for f in score(read.reply, read.situation).findings if f.criterion.endswith("forbidden_points")
        ]
        cost[weight] = found[0].effect
    assert cost[1] > cost[2] > cost[3]


def test_the_total_goes_part_of_the_way_to_the_weakest_text_dimension():
    whole = expected("tone.a", Sighting("met"), weight=50)
    missing = expected("protocol.b", dimension=Dimension.PROTOCOL, weight=50)
    mean = score(TEXT, HERE, Rubric((whole, missing), WEIGHTS, "test"))
    drawn = score(TEXT, HERE, Rubric((whole, missing), WEIGHTS, "test", lowest_share=0.5))
    assert drawn.total == pytest.approx((mean.total + 50) / 2, abs=0.1)


def test_a_total_near_the_pass_mark_asks_for_a_human_look():
    close = score(TEXT, HERE, Rubric((expected("tone.a", weight=30),), WEIGHTS, "test"))
    clear = score(TEXT, HERE, Rubric((expected("tone.a", weight=60),), WEIGHTS, "test"))
    assert close.needs_look == ("close-call",)
    assert clear.needs_look == ()


def test_a_verdict_that_hangs_on_an_uncertain_finding_asks_for_a_human_look():
    doubted = fault("tone.a", Sighting("bad", uncertain=True), critical_codes=frozenset({"bad"}))
    assert judged(doubted).needs_look == ("uncertain-critical",)
