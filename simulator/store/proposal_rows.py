"""Rows of proposals: examples that accepted disputes offer to the trainers."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select, update

from simulator.store.once import add_unless_there
from simulator.store.tables import answers, disputes, proposals, turns


class ProposalRow(NamedTuple):
    """A proposal as stored."""

    id: str
    dispute_id: str
    employer_id: str
    scenario_id: str
    criterion: str
    example: str
    counts: bool
    proposed_by: str
    proposed_at: datetime
    outcome: str | None
    decided_by: str | None
    decided_at: datetime | None


class OfferedRow(NamedTuple):
    """A proposal with what its dispute was about; `turn_id` is the scenario's turn. Nobody's name is among it."""

    row: ProposalRow
    code: str
    reason: str
    action: str
    turn_id: str


def add(connection: Connection, row: ProposalRow) -> bool:
    """Store a proposal; False when its dispute has one already."""
    return add_unless_there(connection, proposals, [proposals.c.dispute_id.name], row._asdict())


def of_dispute(connection: Connection, dispute_id: str) -> ProposalRow | None:
    """The proposal that a dispute led to."""
    row = connection.execute(select(proposals).where(proposals.c.dispute_id == dispute_id)).first()
    return ProposalRow(*row) if row is not None else None


def of_employer(connection: Connection, employer_id: str) -> list[OfferedRow]:
    """All proposals to an employer's trainers: open ones first, then the newest first."""
    query = _OFFERED.where(proposals.c.employer_id == employer_id).order_by(
        proposals.c.decided_at.is_not(None), proposals.c.proposed_at.desc(), proposals.c.id
    )
    return [_offered(row) for row in connection.execute(query)]


def by_id(connection: Connection, proposal_id: str) -> OfferedRow | None:
    """The proposal with an id."""
    row = connection.execute(_OFFERED.where(proposals.c.id == proposal_id)).first()
    return _offered(row) if row is not None else None


def decide(connection: Connection, proposal_id: str, outcome: str, by: str, now: datetime) -> bool:
    """Close an open proposal; False when it is closed already."""
    key = (proposals.c.id == proposal_id) & proposals.c.decided_at.is_(None)
    values = {"outcome": outcome, "decided_by": by, "decided_at": now}
    return connection.execute(update(proposals).where(key).values(**values)).rowcount == 1


_OFFERED = (
    select(proposals, disputes.c.code, disputes.c.reason, answers.c.action, turns.c.turn_id)
    .join(disputes, disputes.c.id == proposals.c.dispute_id)
    .join(turns, turns.c.id == disputes.c.turn_id)
    .join(answers, answers.c.turn_id == turns.c.id)
)


def _offered(row: tuple[object, ...]) -> OfferedRow:
    return OfferedRow(ProposalRow(*row[:-4]), *row[-4:])  # type: ignore[arg-type]
