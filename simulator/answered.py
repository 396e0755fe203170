"""An answer that is being stored, with all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scoring import Scorecard
from simulator.accounts import User
from simulator.employer import EmployerSettings
from simulator.run import Run
from simulator.store import practice_rows as rows


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer and its judgement.

    Attributes:
        user: The trainee.
        run: His attempt as it was before this answer.
        turn: The turn that is answered.
        answer: The answer.
        card: Its scorecard.
        settings: His employer's.
        now: This moment.
    """

    user: User
    run: Run
    turn: rows.TurnRow
    answer: rows.AnswerRow
    card: Scorecard
    settings: EmployerSettings
    now: datetime
