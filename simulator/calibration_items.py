"""A reply as it is judged in a calibration round: its conversation and what can be judged, no trainee and no score."""

from __future__ import annotations

from dataclasses import dataclass

from scoring import Action, Dimension, Kind, Reply, Situation, default_rubric
from scoring.engine import plays_a_part
from scoring.reading import Reading
from simulator.casebook.library import Case
from simulator.run import Message, Run, case_as_seen
from simulator.store.calibration_rows import ItemRow
from simulator.store.engine import Connection
from simulator.store.rescore_rows import read_attempts

STEP = 5
"""Scores are given in steps of this: nobody can tell 71 from 72."""
PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Names:
    """What can be judged of a reply.

    Attributes:
        dimensions: Scored 0-100; speed only where the clock ran.
        expected: Criteria of something that should be there: 1 met, 0 not.
        faults: Criteria of something that should not be there: 1 it is not there, 0 it is.
    """

    dimensions: tuple[str, ...]
    expected: tuple[str, ...]
    faults: tuple[str, ...]

    @property
    def required(self) -> tuple[str, ...]:
        """What every member gives or abstains from."""
        return (*self.dimensions, PASSED)

    @property
    def criteria(self) -> tuple[str, ...]:
        """All criteria that play a part, whether or not the scorer saw anything: a shorter list would tell."""
        return (*self.expected, *self.faults)

    def allows(self, name: str, value: float | None) -> bool:
        """Whether something can be judged with a value."""
        if name in self.dimensions:
            return value is None or (0 <= value <= 100 and value % STEP == 0)
        return name in (PASSED, *self.criteria) and value in (None, 0, 1)


@dataclass(frozen=True, slots=True)
class Item:
    """A reply to be judged: no trainee, no score.

    Attributes:
        number: Its number in the round.
        turn_id: Its turn.
        case: The case as the trainee had it.
        thread: The conversation up to the message that is answered.
        text: The reply.
        action: What was done.
        elapsed_seconds: How long it took, or None without clock.
        target_seconds: The response target, or None.
        names: What can be judged.
    """

    number: int
    turn_id: str
    case: Case
    thread: tuple[Message, ...]
    text: str
    action: Action
    elapsed_seconds: float | None
    target_seconds: float | None
    names: Names


def item_of(connection: Connection, row: ItemRow) -> Item:
    """A reply with its conversation; for services that have checked the right.

    Args:
        connection: A connection.
        row: The reply.
    """
    stored = read_attempts(connection, [row.attempt_id])
    attempt = stored.attempts[row.attempt_id]
    case = case_as_seen(stored.cases[attempt.case_hash].content, attempt.seed)
    whole = Run(attempt, case, stored.turns[attempt.id], stored.answers, {})
    turn = whole.turn(row.turn_number)
    answer = whole.answers[turn.id]
    earlier = {key: given for key, given in whole.answers.items() if key != turn.id}
    before = Run(attempt, case, whole.turns[: row.turn_number], earlier, {})
    action = Action(answer.action)
    reply = whole.reply(turn, answer.text, action, answer.elapsed_seconds)
    return Item(
        number=row.number,
        turn_id=turn.id,
        case=case,
        thread=before.thread(),
        text=answer.text,
        action=action,
        elapsed_seconds=reply.elapsed_seconds,
        target_seconds=reply.target_seconds,
        names=_names(reply, whole.situation(turn)),
    )


def _names(reply: Reply, situation: Situation) -> Names:
    reading = Reading(reply, situation)
    timed = reply.elapsed_seconds is not None and bool(reply.target_seconds)
    playing = [
        c
        for c in default_rubric().criteria
        if c.dimension is not Dimension.SPEED and plays_a_part(c, reading, situation)
    ]
    return Names(
        dimensions=tuple(d.value for d in Dimension if timed or d is not Dimension.SPEED),
        expected=tuple(c.id for c in playing if c.kind is Kind.EXPECTED),
        faults=tuple(c.id for c in playing if c.kind is Kind.FAULT),
    )
