"""An example out of a disputed reply: which sentence, what it would change, and how a scenario's text takes it up.

An example that counts is added to the phrasings of one of the scenario's own points; one that must not be flagged to
the wordings that are not enough for a forbidden point. Criteria of the rubric are not the scenario's: their examples
go to the makers of the rubric, as text. Pure: nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import yaml

from scoring import Action, Finding, Kind, Scorecard, Situation, default_rubric
from scoring.text import sentences
from simulator.casebook.library import Case
from simulator.casebook.proof import GoldenResult, prove
from simulator.casebook.reader import read_bytes
from simulator.casebook.rewrite import set_values
from simulator.casebook.schema import PointSpec, Scenario
from simulator.run import Run
from simulator.scorer import score
from simulator.store.practice_rows import TurnRow
from simulator.undo import point_of

MOST = 2000
"""Characters of an example: a longer one teaches nothing."""


class PointGoneError(Exception):
    """The scenario's text has no such point any more; `code` names the text that explains it."""

    code = "proposals-error-point"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an example belongs.

    Attributes:
        criterion: The criterion.
        turn_id: The scenario's turn.
        point: Id of the scenario's own point, "" for a criterion of the rubric.
        counts: True when the example should count as met, False when it must not be flagged.
    """

    criterion: str
    turn_id: str
    point: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Move:
    """A reply whose score an example would change.

    Attributes:
        number: Place among the scenario's golden replies from 1; 0 for the disputed reply itself.
        label: The golden reply's label, "" for the disputed reply.
        variant: Number of the variant from 1; 0 for the disputed reply.
        before: Its scorecard now.
        after: Its scorecard with the example.
        fits_before: Whether it lies in its author's band now; True for the disputed reply.
        fits_after: Whether it would.
    """

    number: int
    label: str
    variant: int
    before: Scorecard
    after: Scorecard
    fits_before: bool = True
    fits_after: bool = True

    @property
    def moves(self) -> bool:
        """Whether the total or the verdict would change."""
        return (self.before.total, self.before.passed) != (self.after.total, self.after.passed)


@dataclass(frozen=True, slots=True)
class Effect:
    """What an example would change.

    Attributes:
        disputed: The disputed reply.
        golden: The golden replies that move.
        looked_at: How many golden replies, in all variants, were scored.
        gone: True when the scenario of today has no such point any more; then no golden reply was scored.
    """

    disputed: Move
    golden: tuple[Move, ...]
    looked_at: int
    gone: bool = False


def choices(text: str) -> tuple[str, ...]:
    """What can be an example: each sentence of a reply, and last the whole reply; those that are too long left out."""
    parts = [span.text for span in sentences(text)]
    whole = text.strip()
    return tuple(dict.fromkeys(p for p in (*parts, whole) if 0 < len(p) <= MOST))


def likeliest(text: str, finding: Finding) -> int:
    """Number of the choice that a finding is about: the sentence of its words, or else the whole reply."""
    offered = choices(text)
    if finding.start is not None:
        for span in sentences(text):
            if span.start <= finding.start < span.end and span.text in offered:
                return offered.index(span.text)
    return max(0, len(offered) - 1)


def place_of(finding: Finding, turn: TurnRow) -> Place:
    """Where an example for a finding belongs."""
    kinds = {c.id: c.kind for c in default_rubric().criteria}
    expected = kinds.get(finding.criterion) is Kind.EXPECTED
    return Place(finding.criterion, turn.turn_id, point_of(finding), counts=expected)


def effect(run: Run, turn: TurnRow, place: Place, example: str, today: Case | None) -> Effect:
    """What an example would change; scores each golden reply twice.

    Args:
        run: The attempt with the disputed reply.
        turn: Its turn.
        place: Where the example belongs: one of the scenario's own points.
        example: The example.
        today: The case as trainees practise it now; None when it is gone.

    Raises:
        PointGoneError: When not even the scenario that was practised has the point.
    """
    answer = run.answers[turn.id]
    changed = replace(run, case=_with(run.case, place, example))

    def card(seen: Run) -> Scorecard:
        situation: Situation = seen.situation(turn)
        return score(seen.reply(turn, answer.text, Action(answer.action), answer.elapsed_seconds), situation)

    disputed = Move(0, "", 0, card(run), card(changed))
    try:
        with_example = _with(today, place, example) if today else None
    except PointGoneError:
        with_example = None
    if today is None or with_example is None:
        return Effect(disputed, (), 0, gone=True)
    pairs = list(zip(prove(today), prove(with_example), strict=True))
    moves = (_move(before, after) for before, after in pairs)
    return Effect(disputed, tuple(m for m in moves if m.moves), len(pairs))


def added_to(text: str, place: Place, example: str) -> str:
    """A scenario's text with an example added to one of its points; the rest of it stays byte for byte.

    Args:
        text: The scenario's YAML.
        place: Where the example belongs.
        example: The example; one that is there already is not added again.

    Raises:
        PointGoneError: When the text has no such point.
        CannotRewriteError: When the text has faults or is laid out too unusually.
    """
    document = read_bytes(text.encode("utf-8", "replace"), "")
    for number, turn in enumerate(_items(document.value, "turns")):
        for position, point in enumerate(_items(turn, "points")):
            if turn.get("id") == place.turn_id and point.get("id") == place.point:
                there = point.get(_list_of(place))
                known = [str(p).strip() for p in there] if isinstance(there, list) else []
                way = ("turns", number, "points", position, _list_of(place), len(known))
                return text if example.strip() in known else set_values(text, {way: example})
    raise PointGoneError


def for_the_makers(place: Place, example: str, action: str, case: Case) -> str:
    """An example as the makers of the rubric keep them: YAML under its criterion and language, as one that passes."""
    turn = next((t for t in case.scenario.turns if t.id == place.turn_id), None)
    item: dict[str, object] = {"text": example, "action": action}
    if turn is not None:
        item["situation"] = {"emotion": str(turn.emotion), "complaint": str(turn.complaint).lower()}
    value = {place.criterion: {case.scenario.language: {"pass": [item]}}}
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110))


def _with(case: Case, place: Place, example: str) -> Case:
    turns = tuple(
        turn.model_copy(update={"points": tuple(_taught(p, place, example) for p in turn.points)})
        if turn.id == place.turn_id
        else turn
        for turn in case.scenario.turns
    )
    scenario: Scenario = case.scenario.model_copy(update={"turns": turns})
    if scenario == case.scenario:
        raise PointGoneError
    return Case(case.organisation, scenario, case.knowledge)


def _taught(point: PointSpec, place: Place, example: str) -> PointSpec:
    if point.id != place.point:
        return point
    name = _list_of(place)
    return point.model_copy(update={name: (*getattr(point, name), example)})


def _list_of(place: Place) -> str:
    return "phrasings" if place.counts else "not_enough"


def _move(before: GoldenResult, after: GoldenResult) -> Move:
    golden = before.golden
    cards = (before.scorecard, after.scorecard)
    return Move(before.number, golden.label, before.variant, *cards, before.in_band, after.in_band)


def _items(value: object, key: str) -> list[Mapping[str, object]]:
    found = value.get(key) if isinstance(value, Mapping) else None
    return [item for item in found if isinstance(item, Mapping)] if isinstance(found, list) else []
