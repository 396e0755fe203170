"""A test run of a scenario that is being written: scored and answered like the real thing, stored nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from scoring import Action, Reply, Scorecard
from simulator.casebook.library import Case
from simulator.casebook.schema import END, State
from simulator.casebook.variants import filled
from simulator.conversation import react
from simulator.run import Run
from simulator.scorer import score
from simulator.store.practice_rows import AnswerRow, AttemptRow, TurnRow

_NOBODY = "trial"


def begin(case: Case, seed: int, now: datetime) -> Run:
    """The first turn of a case, without a clock.

    Args:
        case: The case.
        seed: Chooses the variant.
        now: This moment.
    """
    ready = Case(case.organisation, filled(case.scenario, seed), case.knowledge)
    attempt = AttemptRow(
        _NOBODY, _NOBODY, None, "", case.scenario.id, seed, "practice", False, 1.0, None, now, None
    )
    first = _turn(1, ready.scenario.turns[0].id, ready.scenario.start, now)
    return Run(attempt, ready, (first,), {}, {})


def answer(run: Run, text: str, action: Action, now: datetime) -> Run:
    """The run after a reply to its open turn: scored, and answered by the customer.

    Args:
        run: A trial whose last turn is open.
        text: The reply.
        action: What was done.
        now: This moment.
    """
    turn = run.turns[-1]
    spec = run.spec(turn)
    card: Scorecard = score(Reply(text, action), run.situation(turn))
    outcome = react(spec, action, card, State(mood=turn.mood, trust=turn.trust, visibility=turn.visibility))
    given = AnswerRow(
        turn.id, action.value, text, now, None, False, outcome.index,
        outcome.state.mood, outcome.state.trust, outcome.state.visibility,
    )  # fmt: skip
    return replace(run, answers={**run.answers, turn.id: given}, scorecards={**run.scorecards, turn.id: card})


def go_on(run: Run, now: datetime) -> Run:
    """The run with its next turn open; the same run when the conversation is over."""
    last = run.turns[-1]
    given = run.answers.get(last.id)
    following = run.next_turn_id(last) if given else END
    if given is None or following == END:
        return run
    state = State(mood=given.mood, trust=given.trust, visibility=given.visibility)
    return replace(run, turns=(*run.turns, _turn(last.number + 1, following, state, now)))


def over(run: Run) -> bool:
    """True when the last turn is answered and nothing follows."""
    last = run.turns[-1]
    return last.id in run.answers and run.next_turn_id(last) == END


def _turn(number: int, turn_id: str, state: State, now: datetime) -> TurnRow:
    return TurnRow(
        f"{_NOBODY}-{number}", _NOBODY, number, turn_id, now, None, None, None, 0.0,
        state.mood, state.trust, state.visibility, False,
    )  # fmt: skip
