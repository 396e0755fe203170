"""Which scenario helps most now: by what somebody is weakest in, and by when he should see a scenario again.

Spacing follows FSRS, the scheduler of spaced repetition: each scenario is a card, each finished attempt a review of
it, rated by its verdict and total. Nothing is stored for it: the cards are made again from the attempts each time, so
they are always those of the scores that count, and the same history gives the same advice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from fsrs import Card, Rating, Scheduler

from scoring import default_rubric
from simulator.casebook.library import Case
from simulator.casebook.schema import Kind
from simulator.insight import Result, Side, Tried

FIRST_KIND = Kind.ANGRY_REPEAT_COMPLAINER
"""What a newcomer begins with: the message that everybody in webcare knows."""
GOOD_FROM, EASY_FROM = 70, 85
"""Totals of a passed attempt from which it counts as good, and as easy; below the first it was hard."""


@dataclass(frozen=True, slots=True)
class NextBest:
    """The scenario to do now.

    Attributes:
        case: The scenario.
        trains: The weakest criterion, when the scenario trains it.
        again: When it was last practised, if it is time to see it again.
    """

    case: Case
    trains: str | None = None
    again: datetime | None = None


def next_best(
    cases: tuple[Case, ...], done: Mapping[str, Result], sides: tuple[Side, ...], now: datetime
) -> NextBest | None:
    """The scenario that helps most now, or None when there are none.

    What is new or due again comes before what was done so lately that its text is still in mind. Of those, what
    trains the weakest criterion comes first; then what is due, most forgotten first; then what is new, easiest first.

    Args:
        cases: What may be practised.
        done: Results so far.
        sides: Criteria, weakest first.
        now: This moment.
    """
    weakest = sides[0].criterion if sides and sides[0].kept < 1 else None
    if not done:
        cases = tuple(c for c in cases if c.scenario.kind is FIRST_KIND) or cases
    cards = {c.scenario.id: card_of(done[c.scenario.id].tries) for c in cases if c.scenario.id in done}
    told = [c for c in cases if _story_told(c, cases, done)] or list(cases)
    if not told:
        return None

    def order(case: Case) -> tuple[int, bool, float, int, str]:
        scenario, card = case.scenario, cards.get(case.scenario.id)
        recall = 1.0 if card is None else _scheduler().get_card_retrievability(card, now)
        return (
            _group(card, now, tried=scenario.id in done),
            not trains(case, weakest),
            recall,
            scenario.difficulty,
            scenario.id,
        )

    best = min(told, key=order)
    card = cards.get(best.scenario.id)
    again = card.last_review if card is not None and is_due(card, now) else None
    return NextBest(best, weakest if trains(best, weakest) else None, again)


def card_of(tries: tuple[Tried, ...]) -> Card | None:
    """The card of a scenario after somebody's finished attempts, oldest first; None before the first."""
    card: Card | None = None
    for one in tries:
        card, _ = _scheduler().review_card(card or Card(card_id=0, due=one.at), rating(one), one.at)
    return card


def rating(one: Tried) -> Rating:
    """How well an attempt went, in the words of FSRS."""
    if not one.passed:
        return Rating.Again
    if one.total is None or one.total < GOOD_FROM:
        return Rating.Hard
    return Rating.Good if one.total < EASY_FROM else Rating.Easy


def is_due(card: Card, now: datetime) -> bool:
    """Whether it is time to see a scenario again."""
    return card.due <= now


def trains(case: Case, criterion: str | None) -> bool:
    """Whether a scenario trains a criterion: it asks for it, or teaches the principle of one that always counts."""
    if criterion is None:
        return False
    if any(criterion in turn.expect for turn in case.scenario.turns):
        return True
    # An older scorecard may name a criterion that the rubric has no more.
    known = next((c for c in default_rubric().criteria if c.id == criterion), None)
    return known is not None and not known.on_request and known.principle in case.scenario.principles


def _group(card: Card | None, now: datetime, *, tried: bool) -> int:
    """0 for what is new or due again, 1 for what was begun but never finished, 2 for what is still in mind."""
    if card is None:
        return int(tried)
    return 0 if is_due(card, now) else 2


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    # Steps of minutes are for words to learn by heart; a scenario is not seen twice on one day. Without fuzz the same
    # history gives the same day.
    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def _story_told(case: Case, cases: tuple[Case, ...], done: Mapping[str, Result]) -> bool:
    """Whether the parts of its story that come before a case were practised; true when it is in no story."""
    story = case.scenario.story
    if story is None:
        return True
    earlier = [
        c.scenario.id
        for c in cases
        if c.scenario.story and c.scenario.story.id == story.id and c.scenario.story.part < story.part
    ]
    return all(scenario_id in done for scenario_id in earlier)
