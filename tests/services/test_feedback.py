"""A scorecard as a coach tells it: at most three advices, worth what they say."""

from __future__ import annotations

import dataclasses

import pytest

from scoring import Reply, default_rubric, score
from simulator.feedback import ADVICES, feedback, gains, hints
from tests.scoring.build import situation

RUBRIC = default_rubric()
WEAK = "Hallo, we gaan ernaar kijken."


@pytest.fixture(scope="module")
def card():
    asked = ["tone.acknowledges_emotion", "protocol.next_step", "protocol.time_indication"]
    return score(Reply(WEAK), situation("nl", expected=asked))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_finding_has_words(card, lang):
    told = feedback(card, RUBRIC, lang)
    assert all(r.title and r.body for r in (*told.worked, *told.to_improve, *told.decided_by))


def test_there_are_never_more_than_three_advices(card):
    assert 0 < len(feedback(card, RUBRIC, "nl").advices) <= ADVICES


def test_advices_stand_in_order_of_what_they_are_worth(card):
    worth = [a.gain for a in feedback(card, RUBRIC, "nl").advices]
    assert worth == sorted(worth, reverse=True)


def test_a_gain_is_what_the_total_would_rise(card):
    lost = next(f for f in card.findings if f.effect < 0 and not f.critical)
    better = dataclasses.replace(lost, effect=0.0)
    from scoring import engine

    findings = tuple(better if f is lost else f for f in card.findings)
    values = {
        d: max(0.0, 100 + sum(f.effect for f in findings if f.dimension is d))
        for d in {f.dimension for f in findings}
    }
    total = engine.total_of(values, RUBRIC)
    assert total is not None
    assert total - card.total == pytest.approx(gains(card, RUBRIC, lost), abs=0.2)
    assert card.scorer_version == engine.SCORER_VERSION


def test_a_gate_is_told_once():
    told = feedback(score(Reply(""), situation("nl")), RUBRIC, "nl")
    assert len(told.to_improve) + len(told.decided_by) == 1


def test_hints_name_what_is_expected_without_the_words():
    said = hints(("tone.acknowledges_emotion",), ("Erken dat de monteur niet kwam.",), "nl")
    assert len(said) == 2
