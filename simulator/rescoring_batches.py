"""Re-scoring in batches: each is one transaction with its scorecards, their count, their figures and their trace."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from scoring import SCORER_VERSION, Dimension, Rubric
from scoring.serial import from_json
from simulator import audit, figures
from simulator.accounts import User
from simulator.rescore import Rescored, same_scores
from simulator.store import practice_rows
from simulator.store import rescore_rows as rows
from simulator.store.engine import Connection, Store

BATCH = 50
"""Replies stored in one transaction: others wait for it no longer than a blink."""


class RescoringError(Exception):
    """Something cannot be done; `code` names the text that explains it."""

    code = "rescoring-error"


class NotRevertibleError(RescoringError):
    """It is not the last one that stands."""

    code = "rescoring-error-revert"


@dataclass(slots=True)
class Writing:
    """One run of applying: what it is called, and how far it came."""

    acting: User
    rubric: Rubric
    reason: str
    now: datetime
    rescoring_id: str = ""
    added: int = 0

    def store(self, store: Store, batch: Sequence[Rescored]) -> None:
        """Store a batch, all of it or nothing."""
        if not batch:
            return
        with store.write() as connection:
            rows.hold(connection, self.acting.employer_id)
            there = rows.newest_cards(connection, [reply.attempt_id for reply in batch])
            # Another run may have stored some of them meanwhile.
            cards = [(there[rows.ReplyKey(reply.attempt_id, reply.number)], reply) for reply in batch]
            new = [(row, reply) for row, reply in cards if not same_scores(row.content, reply.line)]
            if not new:
                return
            if not self.rescoring_id:
                self.rescoring_id = self._begin(connection)
            for row, reply in new:
                _add(connection, row, reply.line, self.rescoring_id, self.now)
            rows.count_replies(connection, self.rescoring_id, len(new))
        self.added += len(new)

    def _begin(self, connection: Connection) -> str:
        """The id of a run that was cut, or of a new one."""
        snapshot = json.dumps(self.rubric.snapshot(), ensure_ascii=False)
        practice_rows.keep_rubric(connection, self.rubric.fingerprint, snapshot, self.now)
        past = rows.rescorings_of(connection, self.acting.employer_id)
        names = (self.rubric.fingerprint, SCORER_VERSION, None)
        last = past[-1] if past else None
        if last is not None and (last.rubric, last.scorer_version, last.reverts) == names:
            begun = last.id
        else:
            begun = _start(connection, self.acting, names, self.reason, self.now)
        details = {"rescoring": begun, "rubric": self.rubric.fingerprint, "scorer_version": SCORER_VERSION}
        audit.note(connection, audit.Event.RESCORED, self.now, actor=self.acting, details=details)
        return begun


def take_back(
    connection: Connection,
    acting: User,
    rescoring_id: str,
    reason: str,
    now: datetime,
    turn_ids: Sequence[str],
    *,
    first: bool,
) -> int:
    """Add copies of the scorecards that counted before a re-scoring, unless they are there.

    Args:
        connection: A transaction.
        acting: Who takes it back.
        rescoring_id: The re-scoring.
        reason: Why, in his words.
        now: This moment.
        turn_ids: The replies of this batch.
        first: Whether it is the first batch: it leaves the trace.

    Returns:
        How many were added.

    Raises:
        NotRevertibleError: When a later re-scoring stands.
    """
    rows.hold(connection, acting.employer_id)
    past = rows.rescorings_of(connection, acting.employer_id)
    if past[-1].reverts == rescoring_id:
        begun = past[-1].id
    elif last_standing(past) == rescoring_id:
        taken = next(row for row in past if row.id == rescoring_id)
        begun = _start(connection, acting, (taken.rubric, taken.scorer_version, taken.id), reason, now)
    else:
        raise NotRevertibleError
    if first:
        details = {"rescoring": begun, "reverts": rescoring_id}
        audit.note(connection, audit.Event.RESCORING_REVERTED, now, actor=acting, details=details)
    done = set(rows.turns_of_rescoring(connection, begun))
    former = rows.former_cards(
        connection, rescoring_id, [turn_id for turn_id in turn_ids if turn_id not in done]
    )
    there = rows.newest_cards(connection, [key.attempt_id for key, _ in former])
    for key, line in former:
        _add(connection, there[key], line, begun, now)
    rows.count_replies(connection, begun, len(former))
    return len(former)


def _start(
    connection: Connection, acting: User, names: tuple[str, str, str | None], reason: str, now: datetime
) -> str:
    rubric, scorer_version, reverts = names
    row = rows.RescoringRow(
        str(uuid.uuid4()),
        acting.employer_id,
        rubric,
        scorer_version,
        reverts,
        acting.id,
        now,
        reason,
        0,
    )
    rows.add_rescoring(connection, row)
    return row.id


def _add(connection: Connection, row: rows.CardRow, line: str, rescoring_id: str, now: datetime) -> None:
    """Add a scorecard to a reply; its figures move with it, unless a person gave the score that counts."""
    card = from_json(line)
    after = figures.scores_of(card)
    values: dict[str, object] = {
        "rubric": card.rubric,
        "scorer_version": card.scorer_version,
        "rescoring_id": rescoring_id,
        "passed": card.passed,
        "total": card.total,
        **{d.value: card.value_of(d) for d in Dimension},
        "content": line,
        "created_at": now,
    }
    practice_rows.add_scorecard(connection, row.turn_id, values)
    if row.human or row.copied or row.team_id is None:
        return
    before = figures.Scores(row.passed, row.total, row.speed, row.tone, row.personalisation, row.protocol)
    figures.move(
        connection,
        team_id=row.team_id,
        user_id=row.user_id,
        answered_at=row.submitted_at,
        before=before,
        after=after,
    )


def last_standing(past: Sequence[rows.RescoringRow]) -> str | None:
    """Id of the last re-scoring that was not taken back; `past` is oldest first."""
    standing: list[str] = []
    for row in past:
        if row.reverts is None:
            standing.append(row.id)
        elif row.reverts in standing:
            standing.remove(row.reverts)
    return standing[-1] if standing else None
