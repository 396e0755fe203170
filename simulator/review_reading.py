"""Reading stored reviews: the lead sees all of a reply, the trainee what concerns him."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simulator.accounts import Permission, User, require
from simulator.figures import Scores, scores_of
from simulator.review import allowed_place, counting
from simulator.review_scores import Basis
from simulator.review_types import Outcome
from simulator.run import Run, require_own
from simulator.store import review_rows as rows
from simulator.store.about_rows import about
from simulator.store.engine import Connection, Store

_TO_TRAINEE = (Outcome.AGREED, Outcome.ADJUSTED, Outcome.ANOTHER_TRY)
"""A blind judgement is no message, and a decision on a dispute is told where the dispute is."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A stored review with all that belongs to it."""

    row: rows.ReviewRow
    marks: tuple[rows.MarkRow, ...]
    adjustments: tuple[rows.AdjustmentRow, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The reviews of a trainee's own reply.

    Attributes:
        turn_id: The reply's turn.
        number: Its number in the conversation.
        text: The reply.
        automatic: The scorer's scores.
        final: The scores that count, when a person changed them.
        reviews: Oldest first.
    """

    turn_id: str
    number: int
    text: str
    automatic: Scores
    final: Scores | None
    reviews: tuple[Reviewed, ...]


def history(store: Store, user: User, turn_id: str) -> tuple[Reviewed, ...]:
    """All reviews of a reply, for a lead who may judge it; oldest first.

    Raises:
        NotAllowedError: When this is no reply of the lead's own people.
        UnknownAttemptError: When there is no such reply.
    """
    require(store, user, Permission.REVIEW)
    allowed_place(store, user, turn_id)
    with store.read() as connection:
        return _reviews(connection, [turn_id])


def standing(store: Store, user: User, turn_id: str, on: Basis) -> tuple[Scores, dict[str, float]]:
    """The scores of a reply that count now, and the criteria that people set before, for a lead who may judge it.

    Args:
        store: The database.
        user: The lead.
        turn_id: The reply's turn.
        on: Its automatic scorecard.

    Raises:
        NotAllowedError: When this is no reply of the lead's own people.
        UnknownAttemptError: When there is no such reply.
    """
    require(store, user, Permission.REVIEW)
    allowed_place(store, user, turn_id)
    with store.read() as connection:
        return counting(connection, turn_id, on)


def own_reviews(store: Store, user: User, run: Run) -> tuple[Told, ...]:
    """What leads said of a trainee's replies in an attempt of his own, in the order of the conversation.

    Raises:
        NotAllowedError: When the attempt is somebody else's.
    """
    require_own(store, user, run, Permission.SEE_OWN_PROGRESS)
    ids = [t.id for t in run.turns if t.id in run.answers]
    with store.read() as connection:
        if not about(connection, run.attempt.id).reviews:
            return ()
        every = [r for r in _reviews(connection, ids) if r.row.outcome in set(_TO_TRAINEE)]
        finals = rows.finals(connection, ids) if every else {}
    return tuple(
        Told(
            turn_id=turn.id,
            number=turn.number,
            text=run.answers[turn.id].text,
            automatic=scores_of(run.scorecards[turn.id]),
            final=Scores(*finals[turn.id][2:]) if turn.id in finals else None,
            reviews=mine,
        )
        for turn in run.turns
        if (mine := tuple(r for r in every if r.row.turn_id == turn.id))
    )


def reviewed_lately(store: Store, user: User, since: datetime) -> list[rows.PlaceRow]:
    """A trainee's own replies that a lead reviewed from a moment on, the newest review first.

    Raises:
        NotAllowedError: When he may not see his own progress.
    """
    acting = require(store, user, Permission.SEE_OWN_PROGRESS)
    with store.read() as connection:
        return rows.reviewed_since(connection, acting.id, since, [o.value for o in _TO_TRAINEE])


def _reviews(connection: Connection, turn_ids: list[str]) -> tuple[Reviewed, ...]:
    found = rows.reviews_of(connection, turn_ids)
    ids = [row.id for row in found]
    marks = rows.marks_of(connection, ids) if ids else []
    changed = rows.adjustments_of(connection, ids) if ids else []
    return tuple(
        Reviewed(
            row,
            tuple(m for m in marks if m.review_id == row.id),
            tuple(a for a in changed if a.review_id == row.id),
        )
        for row in found
    )
