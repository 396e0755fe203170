"""Deciding on disputes: what a lead sees, what accepting would change, and what a decision stores.

Accepted means that the finding is undone, partly that it costs half; the automatic scorecard stays as it was, and the
scores that count are added beside it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scoring import Action, Dimension, Finding, Scorecard
from scoring.serial import from_json
from simulator import audit, figures, looks, review, undo
from simulator.accounts import NotAllowedError, Permission, User, require
from simulator.disputes import (
    ClosedError,
    Dispute,
    Outcome,
    UnknownDisputeError,
    placed_or_error,
    scores_from,
    seen,
    tidy_words,
)
from simulator.employer import rubric_of
from simulator.figures import Scores, scores_of
from simulator.review_scores import PASSED, Basis, automatic_of, basis
from simulator.run import Run, load_run_of_another
from simulator.store import dispute_rows as rows
from simulator.store import review_rows
from simulator.store.engine import Connection, Store
from simulator.store.practice_rows import TurnRow
from simulator.undo import Change, FindingKey, key_of

LATELY = timedelta(days=30)
"""How long a decided dispute stays in the lead's list."""
DECISIONS = (Outcome.ACCEPTED, Outcome.PARTLY, Outcome.REJECTED)


@dataclass(frozen=True, slots=True)
class Looked:
    """A dispute with all that a lead decides by.

    Attributes:
        dispute: The dispute.
        run: The attempt.
        turn: The turn whose answer it is about.
        card: The scorecard that was disputed.
        finding: The disputed finding in it.
        change: What undoing it would change now.
    """

    dispute: Dispute
    run: Run
    turn: TurnRow
    card: Scorecard
    finding: Finding
    change: Change


def to_decide(store: Store, user: User) -> list[Dispute]:
    """Open disputes of the people in a lead's teams, oldest first; never his own.

    Raises:
        NotAllowedError: When he may not decide.
    """
    lead = require(store, user, Permission.DECIDE_DISPUTES)
    teams = [m.team_id for m in lead.teams_with(Permission.DECIDE_DISPUTES)]
    with store.read() as connection:
        return [seen(placed) for placed in rows.open_in(connection, teams, lead.id)]


def decided(store: Store, user: User, now: datetime) -> list[Dispute]:
    """Disputes of the people in a lead's teams that were decided LATELY, newest first; never his own.

    Raises:
        NotAllowedError: When he may not decide.
    """
    lead = require(store, user, Permission.DECIDE_DISPUTES)
    teams = [m.team_id for m in lead.teams_with(Permission.DECIDE_DISPUTES)]
    with store.read() as connection:
        return [seen(placed) for placed in rows.decided_in(connection, teams, lead.id, now - LATELY)]


def look_at(store: Store, user: User, dispute_id: str, now: datetime) -> Looked:
    """A dispute with the reply, and what accepting would change; the look is logged.

    Args:
        store: The database.
        user: The lead.
        dispute_id: The dispute.
        now: This moment.

    Raises:
        NotAllowedError: When the trainee is not in his teams, or is he himself.
        UnknownDisputeError: When there is no such dispute.
    """
    lead = require(store, user, Permission.DECIDE_DISPUTES)
    with store.read() as connection:
        placed = placed_or_error(connection, dispute_id)
        content = rows.card(connection, placed.row.scorecard_id)
    if placed.row.user_id == lead.id:
        raise NotAllowedError(Permission.DECIDE_DISPUTES.value)
    run = load_run_of_another(store, lead, placed.attempt_id, Permission.DECIDE_DISPUTES, now)
    turn, card, told = run.turn(placed.number), from_json(content), seen(placed)
    without = _without(store, lead, run, turn, told.finding)
    with store.read() as connection:
        _, change = _change(connection, run, turn, without, told.finding)
    finding = next(f for f in card.findings if key_of(f) == told.finding)
    return Looked(told, run, turn, card, finding, change)


def decide(store: Store, user: User, dispute_id: str, outcome: Outcome, comment: str, now: datetime) -> None:
    """Decide an open dispute; accepted and partly change the scores that count.

    Args:
        store: The database.
        user: The lead.
        dispute_id: The dispute.
        outcome: One of DECISIONS.
        comment: What the trainee reads: 1 to WORDS_MOST characters.
        now: This moment.

    Raises:
        NotAllowedError: When the trainee is not in his teams, or is he himself.
        UnknownDisputeError: When there is no such dispute.
        WordsError: When there is no comment, or it is too long.
        ClosedError: When it was decided or withdrawn meanwhile.
        ValueError: When the outcome is no decision.
    """
    lead = require(store, user, Permission.DECIDE_DISPUTES)
    if outcome not in DECISIONS:
        raise ValueError(outcome)
    tidy = tidy_words(comment)
    looked = look_at(store, lead, dispute_id, now)
    key, turn = looked.dispute.finding, looked.turn
    without = _without(store, lead, looked.run, turn, key)
    with store.write() as connection:
        # Read again inside: another dispute of this reply may have been decided meanwhile.
        on, change = _change(connection, looked.run, turn, without, key)
        if not rows.decide(connection, dispute_id, outcome.value, tidy, lead.id, now):
            raise ClosedError
        if outcome is not Outcome.REJECTED:
            after = change.wholly if outcome is Outcome.ACCEPTED else change.half
            _let_count(connection, replace(looked, change=change), on, after, lead, tidy, now)
        rows.close_look(connection, turn.id, looks.Reason.DISPUTED.value, lead.id, now)
        details = {"dispute": dispute_id, "outcome": outcome.value, "criterion": key.criterion}
        about = looked.dispute.user_id
        audit.note(connection, audit.Event.DISPUTE_DECIDED, now, actor=lead, about=about, details=details)


def _let_count(
    connection: Connection, looked: Looked, on: Basis, after: Scores, lead: User, comment: str, now: datetime
) -> None:
    """Store other scores for a reply, as a review would; when nothing moves there is nothing to store."""
    before, attempt, turn = looked.change.now, looked.run.attempt, looked.turn
    if before == after:
        return
    review_id = str(uuid.uuid4())
    card = review_rows.newest_card(connection, turn.id)
    values: dict[str, object] = {
        "id": review_id,
        "turn_id": turn.id,
        "scorecard_id": card.id if card else None,
        "reviewer_id": lead.id,
        "at": now,
        "outcome": review.Outcome.ADJUSTED.value,
        "blind": False,
        "comment": comment,
        "compliment": False,
    }
    review_rows.add_review(connection, values)
    why = looked.dispute.reason.value
    adjusted = [
        review_rows.AdjustmentRow(review_id, name, automatic_of(on, name), value, why, "")
        for name, value in _moved(looked, on, after).items()
    ]
    review_rows.add_adjustments(connection, adjusted)
    values_after = (_value(after, d) for d in Dimension)
    final = review_rows.FinalRow(turn.id, review_id, after.passed, after.total, *values_after)
    review_rows.add_final(connection, final, now)
    if attempt.team_id is not None:
        figures.move(
            connection,
            team_id=attempt.team_id,
            user_id=attempt.user_id,
            answered_at=looked.run.answers[turn.id].submitted_at,
            before=before,
            after=after,
        )


def _moved(looked: Looked, on: Basis, after: Scores) -> dict[str, float | None]:
    """What a decision sets, by the names of adjustments.

    The dimensions hold the points. A criterion is set too when the finding was all that it saw and is undone wholly,
    so that a later review knows that nothing critical is left of it.
    """
    before, criterion = looked.change.now, looked.dispute.finding.criterion
    moved = {d.value: _value(after, d) for d in Dimension if _value(before, d) != _value(after, d)}
    if before.passed != after.passed:
        moved[PASSED] = float(after.passed)
    alone = sum(f.criterion == criterion for f in on.card.findings) == 1
    if after == looked.change.wholly and alone and criterion not in on.gates:
        moved[criterion] = 1.0
    return moved


def _value(scores: Scores, dimension: Dimension) -> float | None:
    value: float | None = getattr(scores, dimension.value)
    return value


def _without(store: Store, lead: User, run: Run, turn: TurnRow, key: FindingKey) -> Scorecard:
    """The newest scorecard, or when the finding is of a gate the one that the reply would have without it."""
    card = run.scorecards[turn.id]
    finding = next((f for f in card.findings if key_of(f) == key), None)
    if finding is None:
        return card
    answer = run.answers[turn.id]
    reply = run.reply(turn, answer.text, Action(answer.action), answer.elapsed_seconds)
    return undo.without_gate(finding, reply, run.situation(turn), rubric_of(store, lead.employer_id), card)


def _change(
    connection: Connection, run: Run, turn: TurnRow, without: Scorecard, key: FindingKey
) -> tuple[Basis, Change]:
    stored = review_rows.newest_card(connection, turn.id)
    if stored is None:
        raise UnknownDisputeError
    pass_mark = run.situation(turn).rules.pass_mark
    on = basis(run.scorecards[turn.id], stored.rubric, pass_mark)
    final = review_rows.finals(connection, [turn.id]).get(turn.id)
    undone = {
        FindingKey(row.criterion, row.code, row.start)
        for row in rows.of_turn(connection, turn.id)
        if row.outcome == Outcome.ACCEPTED
    }
    now = scores_from(final) if final else scores_of(on.card)
    return on, undo.undo(now, on, without, undone, key)
