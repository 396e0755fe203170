"""A team's figures per week, kept up with each reply and each change of its score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scoring import Dimension, Scorecard
from simulator.answered import Answered
from simulator.store.engine import Connection


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a reply that count: the automatic ones, or what a person made of them; None is unscored."""

    passed: bool
    total: float | None
    speed: float | None
    tone: float | None
    personalisation: float | None
    protocol: float | None


def scores_of(card: Scorecard) -> Scores:
    """The scores of a scorecard."""
    return Scores(card.passed, card.total, *(card.value_of(d) for d in Dimension))


def count(connection: Connection, answered: Answered) -> None:
    """Count a new reply, in the transaction that stores it."""
    del connection, answered


def move(
    connection: Connection,
    *,
    team_id: str,
    user_id: str,
    answered_at: datetime,
    before: Scores,
    after: Scores,
) -> None:
    """Let other scores of a reply count than before: it was adjusted, scored again, or that was taken back.

    Args:
        connection: The transaction of the change itself.
        team_id: The team that the attempt counts in.
        user_id: The trainee.
        answered_at: When the reply was sent; its week is the one that changes.
        before: What counted until now.
        after: What counts from now on.
    """
    del connection, team_id, user_id, answered_at, before, after
