"""A lead's review of a reply: the lock, the blind judgement, the review itself, and what it leaves behind.

Automatic, adjusted and final scores stay apart: the scorecard is never touched, each review adds what it adjusts,
and the scores that follow from all adjustments so far are added as the newest final ones.

Blind: the lead stores his own scores (`store_own_scores`, outcome SCORED) before he is shown the automatic ones.
That changes no score. Then he sees both and concludes with `submit_review`, whose row is marked blind as well.
"""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from scoring import Scorecard
from scoring.serial import from_json
from simulator import assignments, audit, figures, looks
from simulator.accounts import NotAllowedError, Permission, User, require
from simulator.review_scores import (
    Adjustment,
    Basis,
    adjusted,
    automatic_of,
    basis,
    check,
    check_own,
)
from simulator.review_types import (
    BLIND,
    BadReviewError,
    Judgement,
    LockedError,
    Outcome,
    ReviewError,
    SpanComment,
    StaleError,
    check_judgement,
)
from simulator.run import Run, UnknownAttemptError, case_as_seen, load_run_of_another
from simulator.store import practice_rows, review_rows
from simulator.store.engine import Connection, Store

__all__ = [
    "LOCK",
    "BadReviewError",
    "Judgement",
    "LockedError",
    "Opened",
    "Outcome",
    "ReviewError",
    "SpanComment",
    "StaleError",
    "allowed_place",
    "counting",
    "hold",
    "let_go",
    "open_reply",
    "store_own_scores",
    "submit_review",
]

LOCK = timedelta(minutes=15)
"""How long a reply stays in the hands of the lead who opened it, from his last sign of life."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A reply under review.

    Attributes:
        place: Where it stands.
        run: Its attempt.
        turn: Its turn.
        card_id: Id of the newest scorecard.
        basis: The automatic scorecard, its weights and the pass mark.
        trainee: Whose reply it is; the look was logged.
    """

    place: review_rows.PlaceRow
    run: Run
    turn: practice_rows.TurnRow
    card_id: int
    basis: Basis
    trainee: str

    @property
    def card(self) -> Scorecard:
        """The automatic scorecard."""
        return self.basis.card

    @property
    def text(self) -> str:
        """The reply."""
        return self.run.answers[self.turn.id].text

    def conversation(self, *, veiled: bool) -> Run:
        """The attempt up to this reply.

        Args:
            veiled: Leave out the reply's scorecard and the customer's reaction, which follows from it.
        """
        turns = self.run.turns[: self.turn.number]
        hidden = {self.turn.id} if veiled else set()
        answers = {k: a for k, a in self.run.answers.items() if k not in hidden}
        cards = {k: c for k, c in self.run.scorecards.items() if k not in hidden}
        return dataclasses.replace(self.run, turns=turns, answers=answers, scorecards=cards)


def open_reply(store: Store, user: User, turn_id: str, now: datetime) -> Opened:
    """Open a reply with the trainee's name; the look goes into the access log that he sees.

    Raises:
        NotAllowedError: When this is no reply of the lead's own people.
        UnknownAttemptError: When there is no such reply, or it only repeats one of an earlier attempt.
    """
    require(store, user, Permission.REVIEW)
    place = allowed_place(store, user, turn_id)
    run = load_run_of_another(store, user, place.attempt_id, Permission.REVIEW, now)
    turn = run.turn(place.number)
    with store.read() as connection:
        stored = review_rows.newest_card(connection, turn_id)
        names = review_rows.names_of(connection, [place.user_id])
    if stored is None or turn.id not in run.answers:
        raise UnknownAttemptError
    pass_mark = run.situation(turn).rules.pass_mark
    on = basis(from_json(stored.content), stored.rubric, pass_mark)
    return Opened(place, run, turn, stored.id, on, names[place.user_id])


def hold(store: Store, user: User, turn_id: str, now: datetime) -> review_rows.LockRow:
    """Take the lock of a reply, or renew it; asks the right again, so that a page can call it at each run.

    Returns:
        Who has the lock now, and until when: this lead, unless somebody else was earlier.

    Raises:
        NotAllowedError: When this is no reply of the lead's own people.
        UnknownAttemptError: When there is no such reply.
    """
    require(store, user, Permission.REVIEW)
    allowed_place(store, user, turn_id)
    with store.write() as connection:
        return _hold(connection, user, turn_id, now)


def let_go(store: Store, user: User, turn_id: str) -> None:
    """Give a reply back without judging it; only a lock of his own is given back.

    Raises:
        NotAllowedError: When the user may not review.
    """
    acting = require(store, user, Permission.REVIEW)
    with store.write() as connection:
        review_rows.drop_lock(connection, turn_id, acting.id)


def store_own_scores(
    store: Store, user: User, turn_id: str, card_id: int, scores: Mapping[str, float], now: datetime
) -> str:
    """Keep a lead's own scores, given before he saw the automatic ones; no score changes by it.

    Args:
        store: The database.
        user: The lead.
        turn_id: The reply's turn.
        card_id: The scorecard that the page was made from.
        scores: Each scored dimension 0-100, and PASSED 1 or 0.
        now: This moment.

    Returns:
        The id of what is stored; a second time the first stays.

    Raises:
        BadAdjustmentError: When a score is missing or out of bounds.
        NotAllowedError, UnknownAttemptError, LockedError, StaleError: As in `submit_review`.
    """
    require(store, user, Permission.REVIEW)
    reply = _for_writing(store, user, turn_id, card_id)
    check_own(reply.on, dict(scores))
    review_id = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{turn_id} {card_id} {user.id} {BLIND}"))
    with store.write() as connection:
        _hold_or_stop(connection, user, turn_id, now)
        row = _row(review_id, reply, user, Judgement(Outcome.SCORED), now, blind=True)
        if review_rows.add_review(connection, row):
            kept = [
                review_rows.AdjustmentRow(review_id, n, automatic_of(reply.on, n), v, BLIND, "")
                for n, v in scores.items()
            ]
            review_rows.add_adjustments(connection, kept)
    return review_id


def submit_review(
    store: Store,
    user: User,
    turn_id: str,
    card_id: int,
    judgement: Judgement,
    now: datetime,
    review_id: str | None = None,
) -> str:
    """Judge a reply. All of it is stored once, in one transaction; doing it twice with one id stores nothing more.

    Args:
        store: The database.
        user: The lead.
        turn_id: The reply's turn.
        card_id: The scorecard that the page was made from.
        judgement: What he makes of it.
        now: This moment.
        review_id: Id for this review, so that a second click is no second review; a new one when left out.

    Returns:
        The review's id.

    Raises:
        NotAllowedError: When this is no reply of the lead's own people.
        UnknownAttemptError: When there is no such reply.
        LockedError: When another lead has it in hand.
        StaleError: When it was scored again meanwhile.
        BadReviewError, BadAdjustmentError: When the judgement cannot be.
    """
    acting = require(store, user, Permission.REVIEW)
    reply = _for_writing(store, user, turn_id, card_id)
    check(reply.on, judgement.adjustments)
    check_judgement(judgement, len(reply.answer.text))
    key = review_id or str(uuid.uuid4())
    with store.write() as connection:
        _hold_or_stop(connection, acting, turn_id, now)
        earlier = review_rows.reviews_of(connection, [turn_id])
        mine = [r for r in earlier if r.outcome == Outcome.SCORED and r.reviewer_id == acting.id]
        blind = any(r.scorecard_id == card_id for r in mine)
        if review_rows.add_review(connection, _row(key, reply, acting, judgement, now, blind=blind)):
            _keep(connection, key, reply, acting, judgement, now)
            looks.done(connection, turn_id, acting, now)
            review_rows.drop_lock(connection, turn_id, acting.id)
    return key


def allowed_place(store: Store, user: User, turn_id: str) -> review_rows.PlaceRow:
    """Where a reply stands that this lead may judge: of the team of the attempt, and not his own work.

    Raises:
        NotAllowedError: When this is no reply of the lead's own people.
        UnknownAttemptError: When there is no such reply, or it only repeats one of an earlier attempt.
    """
    require(store, user, Permission.REVIEW)
    with store.read() as connection:
        place = review_rows.place(connection, turn_id)
    if place is None or place.copied:
        raise UnknownAttemptError
    if place.user_id == user.id or place.team_id is None:
        raise NotAllowedError(Permission.REVIEW.value)
    require(store, user, Permission.REVIEW, team=place.team_id)
    require(store, user, Permission.REVIEW, about=place.user_id)
    return place


@dataclass(frozen=True, slots=True)
class _Reply:
    """What writing a review needs of a reply."""

    place: review_rows.PlaceRow
    card_id: int
    on: Basis
    answer: practice_rows.AnswerRow


def _for_writing(store: Store, user: User, turn_id: str, card_id: int) -> _Reply:
    place = allowed_place(store, user, turn_id)
    with store.read() as connection:
        stored = review_rows.newest_card(connection, turn_id)
        answer = practice_rows.answers_of(connection, [turn_id]).get(turn_id)
        pass_mark = _pass_mark(connection, place.attempt_id)
    if stored is None or answer is None:
        raise UnknownAttemptError
    if stored.id != card_id:
        raise StaleError
    return _Reply(place, card_id, basis(from_json(stored.content), stored.rubric, pass_mark), answer)


def _pass_mark(connection: Connection, attempt_id: str) -> int:
    attempt = practice_rows.attempt(connection, attempt_id)
    if attempt is None:
        raise UnknownAttemptError
    content = practice_rows.case_content(connection, attempt.case_hash)
    return case_as_seen(content, attempt.seed).organisation.pass_mark


def _hold(connection: Connection, user: User, turn_id: str, now: datetime) -> review_rows.LockRow:
    review_rows.take_lock(connection, turn_id, user.id, now, now + LOCK)
    held = review_rows.lock(connection, turn_id)
    if held is None:
        raise UnknownAttemptError
    return held


def _hold_or_stop(connection: Connection, user: User, turn_id: str, now: datetime) -> None:
    if _hold(connection, user, turn_id, now).user_id != user.id:
        raise LockedError


def _row(
    review_id: str, reply: _Reply, by: User, judgement: Judgement, now: datetime, *, blind: bool
) -> dict[str, object]:
    return {
        "id": review_id,
        "turn_id": reply.place.turn_id,
        "scorecard_id": reply.card_id,
        "reviewer_id": by.id,
        "at": now,
        "outcome": judgement.outcome.value,
        "blind": blind,
        "comment": judgement.comment.strip(),
        "compliment": judgement.compliment,
    }


def _keep(
    connection: Connection, review_id: str, reply: _Reply, by: User, judgement: Judgement, now: datetime
) -> None:
    """Store what belongs to a review whose row is there, and let its scores count."""
    place = reply.place
    marks = [review_rows.MarkRow(review_id, m.start, m.end, m.comment.strip()) for m in judgement.marks]
    review_rows.add_marks(connection, marks)
    details: dict[str, object] = {"turn": place.turn_id, "review": review_id, "outcome": judgement.outcome}
    audit.note(connection, audit.Event.REVIEWED, now, actor=by, about=place.user_id, details=details)
    if judgement.adjustments:
        _adjust(connection, review_id, reply, judgement.adjustments, now)
        names = {"turn": place.turn_id, "review": review_id, "names": [a.name for a in judgement.adjustments]}
        audit.note(connection, audit.Event.ADJUSTED, now, actor=by, about=place.user_id, details=names)
    if judgement.outcome is Outcome.ANOTHER_TRY and place.team_id is not None:
        note = judgement.comment.strip()
        assignments.give_again(
            connection, review_id, place.user_id, place.team_id, place.scenario_id, by, note, now
        )


def _adjust(
    connection: Connection,
    review_id: str,
    reply: _Reply,
    adjustments: tuple[Adjustment, ...],
    now: datetime,
) -> None:
    place = reply.place
    before, earlier = counting(connection, place.turn_id, reply.on)
    after = adjusted(reply.on, before, earlier, adjustments)
    kept = [
        review_rows.AdjustmentRow(
            review_id, a.name, automatic_of(reply.on, a.name), a.value, a.why.value, a.words.strip()
        )
        for a in adjustments
    ]
    review_rows.add_adjustments(connection, kept)
    final = review_rows.FinalRow(place.turn_id, review_id, *dataclasses.astuple(after))
    review_rows.add_final(connection, final, now)
    if place.team_id is not None and before != after:
        figures.move(
            connection,
            team_id=place.team_id,
            user_id=place.user_id,
            answered_at=reply.answer.submitted_at,
            before=before,
            after=after,
        )


def counting(connection: Connection, turn_id: str, on: Basis) -> tuple[figures.Scores, dict[str, float]]:
    """The scores of a reply that count now, and the criteria that people set before.

    Args:
        connection: The database.
        turn_id: The reply's turn.
        on: Its automatic scorecard.
    """
    final = review_rows.finals(connection, [turn_id]).get(turn_id)
    scores = figures.Scores(*final[2:]) if final else figures.scores_of(on.card)
    concluded = [r.id for r in review_rows.reviews_of(connection, [turn_id]) if r.outcome != Outcome.SCORED]
    rows = review_rows.adjustments_of(connection, concluded)
    return scores, {r.name: r.adjusted for r in rows if "." in r.name and r.adjusted is not None}
