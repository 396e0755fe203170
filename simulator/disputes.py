"""Disputes as a trainee has them: he says that a finding about his reply is wrong, and why; once per finding.

Leads decide in dispute_decisions.py.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from scoring import Finding
from simulator import looks, undo
from simulator.accounts import NotAllowedError, Permission, User, require
from simulator.employer import settings_of
from simulator.figures import Scores
from simulator.run import Run, load_run, require_own
from simulator.store import dispute_rows as rows
from simulator.store.about_rows import about
from simulator.store.engine import Connection, Store
from simulator.store.practice_rows import TurnRow
from simulator.store.review_rows import FinalRow, finals, newest_card
from simulator.undo import FindingKey, key_of

WORDS_MOST = 1000


class Reason(StrEnum):
    """Why a trainee disputes a finding."""

    MISREAD = "misread"
    MISSING_CONTEXT = "missing_context"
    RULE_WRONG = "rule_wrong"
    TECHNICAL = "technical"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of a dispute."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class DisputeError(Exception):
    """Something cannot be done; `code` names the text that explains it."""

    code = "disputes-error"


class TooLateError(DisputeError):
    """The term is over."""

    code = "disputes-error-late"


class NoSuchFindingError(DisputeError):
    """The reply has no such finding that cost points, or was taken over from another attempt."""

    code = "disputes-error-finding"


class DisputedBeforeError(DisputeError):
    """This finding was disputed before."""

    code = "disputes-error-before"


class WordsError(DisputeError):
    """There are no words, or too many."""

    code = "disputes-error-words"


class NobodyDecidesError(DisputeError):
    """The trainee is in no team, so nobody could decide."""

    code = "disputes-error-team"


class UnknownDisputeError(DisputeError):
    """There is no such dispute."""

    code = "disputes-error-unknown"


class ClosedError(DisputeError):
    """It is decided or withdrawn already."""

    code = "disputes-error-closed"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute as people see it.

    Attributes:
        id: Its id.
        attempt_id: The attempt.
        number: The turn's number.
        scenario_id: The scenario.
        user_id: The trainee.
        finding: Which finding it is about.
        reason: Why, from the list.
        words: Why, in his own words; plain text.
        created_at: When.
        outcome: What became of it; None while it is open.
        comment: What the lead wrote, plain text.
        decided_at: When it was closed.
    """

    id: str
    attempt_id: str
    number: int
    scenario_id: str
    user_id: str
    finding: FindingKey
    reason: Reason
    words: str
    created_at: datetime
    outcome: Outcome | None
    comment: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class OfReply:
    """What a trainee can see and do about one reply.

    Attributes:
        disputes: His disputes of it, oldest first.
        until: Until when he may dispute.
        open_findings: Findings that he may still dispute; none when it is too late.
        counts: The scores that count when they are not the automatic ones.
    """

    disputes: tuple[Dispute, ...]
    until: datetime
    open_findings: tuple[Finding, ...]
    counts: Scores | None


def of_reply(store: Store, user: User, run: Run, number: int, now: datetime) -> OfReply:
    """A trainee's disputes of his own reply, and what he may still dispute.

    Raises:
        NotAllowedError: When the attempt is not his.
        UnknownAttemptError: When it has not come that far.
    """
    who = require_own(store, user, run, Permission.DISPUTE)
    turn = run.turn(number)
    with store.read() as connection:
        there = about(connection, run.attempt.id)
        stored = rows.of_turn(connection, turn.id) if there.disputes else []
        final = finals(connection, [turn.id]).get(turn.id) if there.final_scores else None
    until = _until(store, who, run, turn)
    told = {FindingKey(row.criterion, row.code, row.start) for row in stored}
    may = now <= until and not turn.copied
    findings = undo.disputable(run.scorecards[turn.id]) if may else ()
    return OfReply(
        tuple(seen(rows.PlacedRow(row, run.attempt.id, number, run.attempt.scenario_id)) for row in stored),
        until,
        tuple(f for f in findings if key_of(f) not in told),
        scores_from(final) if final else None,
    )


def answered(store: Store, user: User, since: datetime) -> list[Dispute]:
    """A trainee's own disputes that a lead decided since a moment, newest first.

    Raises:
        NotAllowedError: When he may not dispute.
    """
    who = require(store, user, Permission.DISPUTE)
    with store.read() as connection:
        return [seen(placed) for placed in rows.answered_to(connection, who.id, since)]


def dispute(
    store: Store,
    user: User,
    attempt_id: str,
    number: int,
    finding: FindingKey,
    reason: Reason,
    words: str,
    now: datetime,
) -> str:
    """Dispute a finding of one's own reply; the leads of the team are asked to look.

    Args:
        store: The database.
        user: The trainee.
        attempt_id: His attempt.
        number: The turn's number.
        finding: The finding, by `key_of`.
        reason: Why, from the list.
        words: Why, in his own words: 1 to WORDS_MOST characters.
        now: This moment.

    Returns:
        The dispute's id.

    Raises:
        NotAllowedError: When the attempt is not his.
        WordsError: When there are no words, or too many.
        NoSuchFindingError: When his reply has no such finding that cost points.
        TooLateError: When the employer's term is over.
        DisputedBeforeError: When he disputed this finding before.
        NobodyDecidesError: When he is in no team.
    """
    who = require(store, user, Permission.DISPUTE)
    tidy = tidy_words(words)
    run = load_run(store, who, attempt_id)
    turn = run.turn(number)
    card = run.scorecards.get(turn.id)
    found = {key_of(f): f for f in undo.disputable(card)} if card and not turn.copied else {}
    if finding not in found:
        raise NoSuchFindingError
    if now > _until(store, who, run, turn):
        raise TooLateError
    team = run.attempt.team_id or who.home_team
    if team is None:
        raise NobodyDecidesError
    key = str(uuid.uuid4())
    with store.write() as connection:
        row = rows.DisputeRow(
            key, turn.id, _card_id(connection, turn.id), team, who.id,
            finding.criterion, finding.code, finding.start, found[finding].end,
            reason.value, tidy, now, None, "", None, None,
        )  # fmt: skip
        if not rows.add(connection, row):
            raise DisputedBeforeError
        details = {"criterion": finding.criterion, "reason": reason.value}
        looks.add(connection, turn.id, team, looks.Reason.DISPUTED, now, details)
    return key


def withdraw(store: Store, user: User, dispute_id: str, now: datetime) -> None:
    """Take back one's own dispute while it is open.

    Raises:
        NotAllowedError: When it is not his.
        UnknownDisputeError: When there is no such dispute.
        ClosedError: When it was decided meanwhile.
    """
    who = require(store, user, Permission.DISPUTE)
    with store.write() as connection:
        row = placed_or_error(connection, dispute_id).row
        if row.user_id != who.id:
            raise NotAllowedError(Permission.DISPUTE.value)
        if not rows.decide(connection, dispute_id, Outcome.WITHDRAWN.value, "", who.id, now):
            raise ClosedError
        rows.close_look(connection, row.turn_id, looks.Reason.DISPUTED.value, who.id, now)


def scores_from(final: FinalRow) -> Scores:
    """Stored final scores as scores."""
    return Scores(final.passed, final.total, final.speed, final.tone, final.personalisation, final.protocol)


def _card_id(connection: Connection, turn_id: str) -> int:
    card = newest_card(connection, turn_id)
    if card is None:
        raise NoSuchFindingError
    return card.id


def _until(store: Store, user: User, run: Run, turn: TurnRow) -> datetime:
    answer = run.answers.get(turn.id)
    if answer is None:
        raise NoSuchFindingError
    return answer.submitted_at + timedelta(days=settings_of(store, user.employer_id).dispute_days)


def tidy_words(text: str) -> str:
    """Words without white space around them.

    Raises:
        WordsError: When there are none, or more than WORDS_MOST characters.
    """
    tidy = text.strip()
    if not 0 < len(tidy) <= WORDS_MOST:
        raise WordsError
    return tidy


def placed_or_error(connection: Connection, dispute_id: str) -> rows.PlacedRow:
    """The stored dispute with an id.

    Raises:
        UnknownDisputeError: When there is none.
    """
    placed = rows.by_id(connection, dispute_id)
    if placed is None:
        raise UnknownDisputeError
    return placed


def seen(placed: rows.PlacedRow) -> Dispute:
    """A stored dispute as people see it."""
    row = placed.row
    return Dispute(
        row.id, placed.attempt_id, placed.number, placed.scenario_id, row.user_id,
        FindingKey(row.criterion, row.code, row.start), Reason(row.reason), row.words, row.created_at,
        Outcome(row.outcome) if row.outcome else None, row.comment, row.decided_at,
    )  # fmt: skip
