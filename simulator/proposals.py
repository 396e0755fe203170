"""Proposals: what an accepted dispute teaches, offered to the trainers, who take it or decline it.

A trainer who takes one finds it in his own working copy of the scenario; nothing is published by itself. He sees the
words of the example and never whose they are.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import PurePosixPath

from simulator import authoring, example
from simulator.accounts import NotAllowedError, Permission, User, require
from simulator.casebook.tree import Tree
from simulator.dispute_decisions import look_at
from simulator.disputes import Outcome, Reason, placed_or_error
from simulator.example import Place
from simulator.store import proposal_rows as rows
from simulator.store.engine import Store


class Decision(StrEnum):
    """What a trainer did with a proposal."""

    TAKEN = "taken"
    DECLINED = "declined"


class ProposalError(Exception):
    """Something cannot be done; `code` names the text that explains it."""

    code = "proposals-error"


class NotAcceptedError(ProposalError):
    """Only an accepted dispute makes an example."""

    code = "proposals-error-not-accepted"


class NoSuchExampleError(ProposalError):
    """The reply has no such sentence."""

    code = "proposals-error-example"


class UnknownProposalError(ProposalError):
    """There is no such proposal."""

    code = "proposals-error-unknown"


class ClosedError(ProposalError):
    """A trainer decided already."""

    code = "proposals-error-closed"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as trainers see it: nobody's name is in it.

    Attributes:
        id: Its id.
        scenario_id: The scenario.
        place: Where the example belongs.
        example: The words, plain text.
        action: What was done with the message, as the example's situation.
        reason: Why the finding was disputed.
        proposed_at: When.
        decision: What a trainer did; None while it is open.
        decided_at: When.
    """

    id: str
    scenario_id: str
    place: Place
    example: str
    action: str
    reason: Reason
    proposed_at: datetime
    decision: Decision | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A text with an example put in, in the trainer's working copy.

    Attributes:
        path: Where the text lives.
        text: The whole text.
        seq: Number of the working copy's version.
    """

    path: str
    text: str
    seq: int


def propose(store: Store, user: User, dispute_id: str, choice: int, now: datetime) -> str:
    """Offer a part of a reply whose dispute was accepted to the trainers; a second time changes nothing.

    Args:
        store: The database.
        user: The lead.
        dispute_id: The dispute.
        choice: Number of the part in `example.choices`.
        now: This moment.

    Returns:
        The proposal's id.

    Raises:
        NotAllowedError: When the trainee is not in his teams, or is he himself.
        UnknownDisputeError: When there is no such dispute.
        NotAcceptedError: When it was not accepted.
        NoSuchExampleError: When the reply has no such part.
    """
    lead = require(store, user, Permission.DECIDE_DISPUTES)
    looked = look_at(store, lead, dispute_id, now)
    if looked.dispute.outcome is not Outcome.ACCEPTED:
        raise NotAcceptedError
    offered = example.choices(looked.run.answers[looked.turn.id].text)
    if not 0 <= choice < len(offered):
        raise NoSuchExampleError
    place = example.place_of(looked.finding, looked.turn)
    row = rows.ProposalRow(
        str(uuid.uuid4()), dispute_id, lead.employer_id, looked.dispute.scenario_id, place.criterion,
        offered[choice], place.counts, lead.id, now, None, None, None,
    )  # fmt: skip
    with store.write() as connection:
        rows.add(connection, row)
        kept = rows.of_dispute(connection, dispute_id)
    return kept.id if kept else row.id


def proposed(store: Store, user: User, dispute_id: str) -> str | None:
    """The example that a dispute was offered as, None when it was not.

    Raises:
        NotAllowedError: When the trainee is not in his teams, or is he himself.
        UnknownDisputeError: When there is no such dispute.
    """
    lead = require(store, user, Permission.DECIDE_DISPUTES)
    with store.read() as connection:
        whose = placed_or_error(connection, dispute_id).row.user_id
        row = rows.of_dispute(connection, dispute_id)
    require(store, lead, Permission.DECIDE_DISPUTES, about=whose)
    if lead.id == whose:
        raise NotAllowedError(Permission.DECIDE_DISPUTES.value)
    return row.example if row else None


def offered(store: Store, user: User) -> list[Proposal]:
    """The proposals to a trainer's employer: open ones first, then the newest first.

    Raises:
        NotAllowedError: When he may not decide on them.
    """
    trainer = require(store, user, Permission.DECIDE_PROPOSALS)
    with store.read() as connection:
        return [_seen(row) for row in rows.of_employer(connection, trainer.employer_id)]


def take(store: Store, user: User, folder: Tree, proposal_id: str, path: str, now: datetime) -> Taken | None:
    """Take a proposal: the example is put into the trainer's own working copy of the scenario, unsaved.

    Args:
        store: The database.
        user: The trainer.
        folder: The collection's folder.
        proposal_id: The proposal.
        path: Where the scenario lives in the collection; not looked at for a criterion of the rubric.
        now: This moment.

    Returns:
        The working copy, or None for a criterion of the rubric, of which there is no text here to change.

    Raises:
        NotAllowedError: When it is not for him to decide.
        UnknownProposalError: When there is no such proposal.
        ClosedError: When it was decided already.
        UnknownTextError: When there is no such scenario any more.
        PointGoneError: When the scenario has no such point any more.
        CannotRewriteError: When its text cannot be changed.
    """
    trainer = require(store, user, Permission.DECIDE_PROPOSALS)
    proposal = _open(store, trainer, proposal_id)
    if not proposal.place.point:
        _close(store, trainer, proposal_id, Decision.TAKEN, now)
        return None
    if PurePosixPath(path).stem != proposal.scenario_id:
        raise authoring.UnknownTextError(path)
    opened = authoring.open_text(store, trainer, folder, path, now)
    text = example.added_to(opened.text, proposal.place, proposal.example)
    _close(store, trainer, proposal_id, Decision.TAKEN, now)
    authoring.keep_copy(store, trainer, path, opened.seq + 1, text, now)
    return Taken(path, text, opened.seq + 1)


def decline(store: Store, user: User, proposal_id: str, now: datetime) -> None:
    """Decline a proposal.

    Raises:
        NotAllowedError: When it is not for him to decide.
        UnknownProposalError: When there is no such proposal.
        ClosedError: When it was decided already.
    """
    trainer = require(store, user, Permission.DECIDE_PROPOSALS)
    _open(store, trainer, proposal_id)
    _close(store, trainer, proposal_id, Decision.DECLINED, now)


def _open(store: Store, trainer: User, proposal_id: str) -> Proposal:
    with store.read() as connection:
        row = rows.by_id(connection, proposal_id)
    if row is None:
        raise UnknownProposalError
    if row.row.employer_id != trainer.employer_id:
        raise NotAllowedError(Permission.DECIDE_PROPOSALS.value)
    if row.row.outcome is not None:
        raise ClosedError
    return _seen(row)


def _close(store: Store, trainer: User, proposal_id: str, decision: Decision, now: datetime) -> None:
    with store.write() as connection:
        if not rows.decide(connection, proposal_id, decision.value, trainer.id, now):
            raise ClosedError


def _seen(stored: rows.OfferedRow) -> Proposal:
    row = stored.row
    point = stored.code.partition(":")[2]
    return Proposal(
        row.id, row.scenario_id, Place(row.criterion, stored.turn_id, point, row.counts), row.example,
        stored.action, Reason(stored.reason), row.proposed_at,
        Decision(row.outcome) if row.outcome else None, row.decided_at,
    )  # fmt: skip
