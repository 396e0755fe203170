"""Practising: start, save a draft, submit, expire, pause, go on, try again. The only owner of deadlines.

Every function takes the acting user and the moment, checks that the attempt is his, and does its work in one short
transaction. What a trainee typed is never thrown away here: a refused text raises an error that the page shows.
What is `idempotent` is done again when the database's connection breaks.
"""

from __future__ import annotations

import dataclasses
import json
import uuid
from datetime import datetime, timedelta
from enum import StrEnum

from scoring import Action, Dimension, Rubric, Scorecard
from scoring.serial import from_json, to_json
from simulator import answered as answering
from simulator import assignments, figures, looks
from simulator.accounts import Permission, User, require
from simulator.casebook.library import Case
from simulator.casebook.schema import END, State
from simulator.conversation import react
from simulator.employer import rubric_by, settings_of
from simulator.observe import measure
from simulator.run import Run, deadline_of, load_run, load_turn
from simulator.storable import storable
from simulator.store import practice_rows as rows
from simulator.store.engine import Store
from simulator.store.faults import idempotent

GRACE = timedelta(seconds=5)
"""Time for a text that left the browser in time to arrive: oTree takes 2 s; a slow connection gets a little more."""
TEXT_MOST = 10_000


class Mode(StrEnum):
    """Practice has hints and an optional clock; a test has a clock and no hints."""

    PRACTICE = "practice"
    TEST = "test"


class PracticeError(Exception):
    """Something cannot be done; `code` names the text that explains it."""

    code = "practice-error"


class TimeIsUpError(PracticeError):
    """A test's time is over; what was saved before counts."""

    code = "practice-error-time-up"


class TextTooLongError(PracticeError):
    """The text is longer than any channel allows."""

    code = "practice-error-too-long"


class AlreadyAnsweredError(PracticeError):
    """This turn has another answer already, sent from elsewhere."""

    code = "practice-error-answered"


@dataclasses.dataclass(frozen=True, slots=True)
class Answered:
    """A stored answer and its judgement."""

    answer: rows.AnswerRow
    scorecard: Scorecard


def next_seed(store: Store, user: User, scenario_id: str) -> int:
    """Seed of the user's next attempt at a scenario: each new attempt gets the next variant."""
    require(store, user, Permission.PRACTISE)
    with store.read() as connection:
        return sum(a.scenario_id == scenario_id for a in rows.attempts_of(connection, user.id))


def start(
    store: Store,
    user: User,
    case: Case,
    mode: Mode,
    now: datetime,
    *,
    clock_on: bool,
    seed: int | None = None,
) -> str:
    """Start an attempt at a case.

    Args:
        store: The database.
        user: The trainee.
        case: The case; its content is kept, so a later change of the scenario does not touch this attempt.
        mode: Practice or test.
        now: This moment; the first message is shown now.
        clock_on: Whether time counts; a test always has the clock on where the scenario has one.
        seed: Chooses the variant; `next_seed` when left out.

    Returns:
        The attempt's id.

    Raises:
        NotAllowedError: When the user may not practise.
    """
    user = require(store, user, Permission.PRACTISE)
    attempt_id = str(uuid.uuid4())
    scenario = case.scenario
    seed = next_seed(store, user, scenario.id) if seed is None else seed
    with store.write() as connection:
        rows.keep_case(connection, case.content_hash, scenario.id, scenario.version, case.to_json(), now)
        timed = scenario.clock is not None and (clock_on or mode is Mode.TEST)
        attempt = rows.AttemptRow(
            id=attempt_id,
            user_id=user.id,
            team_id=user.home_team,
            case_hash=case.content_hash,
            scenario_id=scenario.id,
            seed=seed,
            mode=mode.value,
            clock_on=timed,
            time_factor=user.time_factor,
            retry_of=None,
            started_at=now,
            finished_at=None,
        )
        rows.add_attempt(connection, attempt)
        rows.add_turn(connection, _new_turn(attempt, case, 1, scenario.turns[0].id, scenario.start, now))
    return attempt_id


@idempotent
def save_draft(
    store: Store, user: User, attempt_id: str, number: int, draft: tuple[int, str, str], now: datetime
) -> int:
    """Keep what is typed so far.

    Args:
        store: The database.
        user: The trainee.
        attempt_id: His attempt.
        number: The turn's number.
        draft: Sequence number, text and action; an older sequence number than the stored one changes nothing.
        now: This moment.

    Returns:
        The sequence number that is stored now; 0 when this turn is answered and drafts are over.

    Raises:
        TimeIsUpError: In a test, after the deadline and its grace.
        TextTooLongError: When the text is too long.
    """
    seq, text, action = draft[0], storable(draft[1]), storable(draft[2])
    _check_length(text)
    attempt, turn, answered = load_turn(store, user, attempt_id, number)
    if answered:
        return 0
    if _time_is_up(attempt, turn, now):
        raise TimeIsUpError
    with store.write_one() as connection:
        stored = rows.keep_draft(connection, rows.DraftRow(turn.id, seq, text, action, now))
    measure.draft_saved(attempt_id)
    return stored


@measure.submits
@idempotent
def submit(
    store: Store,
    user: User,
    attempt_id: str,
    number: int,
    text: str,
    action: Action,
    now: datetime,
    rubric: Rubric | None = None,
) -> Answered:
    """Send a reply: it is scored, the customer reacts, and all of it is stored once.

    Doing it twice with the same text and action gives the same result and stores nothing more.

    Raises:
        AlreadyAnsweredError: When this turn has another answer.
        TimeIsUpError: In a test, after the deadline and its grace.
        TextTooLongError: When the text is too long.
    """
    text = storable(text)
    _check_length(text)
    run = load_run(store, user, attempt_id)
    turn = run.turn(number)
    known = run.answers.get(turn.id)
    if known is None and _time_is_up(run.attempt, turn, now):
        raise TimeIsUpError
    return _answer(store, user, run, turn, text, action, now, rubric, expired=False)


@measure.submits
@idempotent
def expire(
    store: Store,
    user: User,
    attempt_id: str,
    number: int,
    now: datetime,
    last: tuple[str, Action] | None = None,
) -> Answered | None:
    """End a test's turn whose time is up: the last text counts, the one just received or else the saved draft.

    Args:
        store: The database.
        user: The trainee.
        attempt_id: His attempt.
        number: The turn's number.
        now: This moment.
        last: Text and action as they stood in the browser at zero; taken when they arrive within the grace.

    Returns:
        The answer, or None when there is still time or this is no test.
    """
    run = load_run(store, user, attempt_id)
    turn = run.turn(number)
    deadline = run.deadline(turn)
    if turn.id in run.answers or run.attempt.mode != Mode.TEST or deadline is None or now < deadline:
        return None
    if last is None or now > deadline + GRACE:
        with store.read() as connection:
            draft = rows.draft(connection, turn.id)
        default = run.default_action(turn)
        last = (draft.text, _action_or(draft.action, default)) if draft else ("", default)
    text, action = storable(last[0])[:TEXT_MOST], last[1]
    return _answer(store, user, run, turn, text, action, min(now, deadline), None, expired=True)


@idempotent
def pause(store: Store, user: User, attempt_id: str, number: int, now: datetime) -> None:
    """Stop the clock of a practice turn; a test cannot be paused."""
    run = load_run(store, user, attempt_id)
    turn = run.turn(number)
    if run.attempt.mode == Mode.PRACTICE and turn.paused_at is None and turn.id not in run.answers:
        with store.write() as connection:
            rows.change_turn(connection, turn.id, paused_at=now)


@idempotent
def resume(store: Store, user: User, attempt_id: str, number: int, now: datetime) -> None:
    """Let the clock run on after a pause; the pause does not count."""
    run = load_run(store, user, attempt_id)
    turn = run.turn(number)
    if turn.paused_at is not None:
        paused = turn.paused_seconds + max(0.0, (now - turn.paused_at).total_seconds())
        with store.write() as connection:
            rows.change_turn(connection, turn.id, paused_at=None, paused_seconds=paused)


@idempotent
def go_on(store: Store, user: User, attempt_id: str, now: datetime) -> int:
    """Open the next turn of the conversation; the clock starts now, not while the feedback was read.

    Returns:
        The number of the open turn; when there is no next one, of the last turn.
    """
    run = load_run(store, user, attempt_id)
    last = run.turns[-1]
    answer = run.answers.get(last.id)
    following = run.next_turn_id(last) if answer else END
    if answer is None or following == END:
        return last.number
    state = State(mood=answer.mood, trust=answer.trust, visibility=answer.visibility)
    with store.write() as connection:
        rows.add_turn(connection, _new_turn(run.attempt, run.case, last.number + 1, following, state, now))
    return last.number + 1


def retry(store: Store, user: User, attempt_id: str, number: int, now: datetime) -> str:
    """Try a turn again in a new attempt: the turns before it are taken over, the old attempt stays as it is.

    Returns:
        The new attempt's id.
    """
    run = load_run(store, user, attempt_id)
    first = run.turn(number)
    new = run.attempt._replace(
        id=str(uuid.uuid4()),
        retry_of=attempt_id,
        started_at=now,
        finished_at=None,
        time_factor=user.time_factor,
    )
    with store.write(of_practice=True) as connection:
        rows.add_attempt(connection, new)
        for old in run.turns[: number - 1]:
            copy = old._replace(id=str(uuid.uuid4()), attempt_id=new.id, copied=True)
            answer = run.answers[old.id]._replace(turn_id=copy.id)
            rows.add_turn(connection, copy)
            rows.add_answer(connection, answer)
            values = _scorecard_values(run.scorecards[old.id], answer.submitted_at)
            rows.add_scorecard(connection, copy.id, values)
        state = State(mood=first.mood, trust=first.trust, visibility=first.visibility)
        rows.add_turn(connection, _new_turn(new, run.case, number, first.turn_id, state, now))
    return new.id


def _answer(
    store: Store,
    user: User,
    run: Run,
    turn: rows.TurnRow,
    text: str,
    action: Action,
    now: datetime,
    rubric: Rubric | None,
    *,
    expired: bool,
) -> Answered:
    known = run.answers.get(turn.id)
    if known is not None:
        return _same_or_error(known, run.scorecards[turn.id], text, action)
    settings = settings_of(store, user.employer_id)
    used = rubric or rubric_by(settings)
    elapsed = run.elapsed(turn, now)
    spec = run.case.scenario.turn(turn.turn_id)
    store.let_go()  # Scoring may have to wait for its turn.
    card = measure.score(run.reply(turn, text, action, elapsed), run.situation(turn), used)
    before = State(mood=turn.mood, trust=turn.trust, visibility=turn.visibility)
    outcome = react(spec, action, card, before)
    after = outcome.state
    answer = rows.AnswerRow(
        turn.id, action.value, text, now, elapsed if run.attempt.clock_on else None, expired,
        outcome.index, after.mood, after.trust, after.visibility,
    )  # fmt: skip
    with store.write(of_practice=True) as connection:
        rows.keep_rubric(connection, used.fingerprint, json.dumps(used.snapshot(), ensure_ascii=False), now)
        if rows.add_answer(connection, answer):
            rows.add_scorecard(connection, turn.id, _scorecard_values(card, now))
            rows.drop_draft(connection, turn.id)
            whole = answering.Answered(user, run, turn, answer, card, settings, now)
            looks.note(connection, whole)
            if outcome.reaction.next == END:
                rows.finish_attempt(connection, run.attempt.id, now)
                assignments.note_finished(connection, run.attempt, now)
            figures.count(connection, whole)
            return measure.stored(Answered(answer, card))
        known = rows.answers_of(connection, [turn.id])[turn.id]
        stored = from_json(rows.scorecards_of(connection, [turn.id])[turn.id])
    return _same_or_error(known, stored, text, action)


def _same_or_error(known: rows.AnswerRow, card: Scorecard, text: str, action: Action) -> Answered:
    """Success for the same reply sent twice; the other text is never dropped in silence."""
    if (known.text, known.action) != (text, action.value) and not known.expired:
        raise AlreadyAnsweredError
    return Answered(known, card)


def _new_turn(
    attempt: rows.AttemptRow, case: Case, number: int, turn_id: str, state: State, now: datetime
) -> rows.TurnRow:
    clock = case.scenario.clock if attempt.clock_on else None
    target = budget = None
    if clock is not None:
        own = case.scenario.turn(turn_id).target
        target = (own or clock.target) * attempt.time_factor
        budget = max(clock.budget, own or 0) * attempt.time_factor
    return rows.TurnRow(
        str(uuid.uuid4()), attempt.id, number, turn_id, now, target, budget, None, 0.0,
        state.mood, state.trust, state.visibility, copied=False,
    )  # fmt: skip


def _scorecard_values(card: Scorecard, now: datetime) -> dict[str, object]:
    return {
        "rubric": card.rubric,
        "scorer_version": card.scorer_version,
        "passed": card.passed,
        "total": card.total,
        **{d.value: card.value_of(d) for d in Dimension},
        "content": to_json(card),
        "created_at": now,
    }


def _time_is_up(attempt: rows.AttemptRow, turn: rows.TurnRow, now: datetime) -> bool:
    deadline = deadline_of(turn)
    return attempt.mode == Mode.TEST and deadline is not None and now > deadline + GRACE


def _check_length(text: str) -> None:
    if len(text) > TEXT_MOST:
        raise TextTooLongError


def _action_or(value: str, default: Action) -> Action:
    return Action(value) if value in list(Action) else default
