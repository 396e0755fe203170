"""Calibration: several leads judge the same replies blind, so that it can be measured how far they agree.

A round counts in nobody's figures and its trainees are not told. Its replies carry no names. Until a round is closed
nobody reads what another judged, and nobody reads what the scorer made of the replies (simulator/calibrated.py reads
both afterwards).
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator import audit
from simulator.accounts import RIGHTS, Permission, User, require
from simulator.calibration_items import Item, item_of
from simulator.store import calibration_rows as rows
from simulator.store.engine import Connection, Store

TITLE_MOST = 120
REPLIES_MOST = 40
"""More is more than an hour of judging: Zendesk and MaestroQA advise far less a round, but evidence needs many."""
CANDIDATES_MOST = 300


class CalibrationError(Exception):
    """Something cannot be done; `code` names the text that explains it."""

    code = "calibration-error"


class UnknownRoundError(CalibrationError):
    """There is no such round, or he is no member of it."""

    code = "calibration-error-unknown"


class BadRoundError(CalibrationError):
    """The round cannot be opened like this."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = f"calibration-error-{code}"


class ClosedError(CalibrationError):
    """The round is closed, or he is done: his judgements stand."""

    code = "calibration-error-closed"


class NotYetError(CalibrationError):
    """The round is not closed yet: nothing is shown before."""

    code = "calibration-error-not-yet"


class BadJudgementError(CalibrationError):
    """This cannot be judged, or not with this value."""

    code = "calibration-error-judgement"


class IncompleteError(CalibrationError):
    """Some replies lack a judgement.

    Attributes:
        numbers: Their numbers in the round.
    """

    code = "calibration-error-incomplete"

    def __init__(self, numbers: tuple[int, ...]) -> None:
        super().__init__(self.code)
        self.numbers = numbers


@dataclass(frozen=True, slots=True)
class Round:
    """A round as its members see it.

    Attributes:
        row: As stored.
        members: Who judges, and who is done.
        replies: How many replies there are.
    """

    row: rows.RoundRow
    members: tuple[rows.MemberRow, ...]
    replies: int

    @property
    def closed(self) -> bool:
        """True when nobody can judge any more."""
        return self.row.closed_at is not None

    def done(self, user_id: str) -> bool:
        """Whether a member has finished."""
        return any(m.user_id == user_id and m.done_at is not None for m in self.members)


def candidates(
    store: Store, user: User, now: datetime, *, days: int, scenario_id: str = ""
) -> list[rows.CandidateRow]:
    """Recent replies of the user's own teams, newest first, without what the scorer made of them.

    Args:
        store: The database.
        user: A lead.
        now: This moment.
        days: How far back.
        scenario_id: Only this scenario; all when left out.

    Raises:
        NotAllowedError: When he may not calibrate.
    """
    teams = _teams(require(store, user, Permission.CALIBRATE))
    with store.read() as connection:
        return rows.candidates(connection, teams, now - timedelta(days=days), CANDIDATES_MOST, scenario_id)


def draw(found: Sequence[rows.CandidateRow], count: int, seed: int) -> list[str]:
    """Draw replies at random, half passed and half not as far as there are: a round of one kind measures nothing.

    Args:
        found: From `candidates`.
        count: How many.
        seed: The same seed draws the same.

    Returns:
        Ids of their turns, in an order that does not tell which passed.
    """
    chance = random.Random(seed)  # nosec B311  # noqa: S311 no secret
    piles = [[c.turn_id for c in found if c.passed is kind] for kind in (True, False)]
    for pile in piles:
        chance.shuffle(pile)
    small = min(len(piles[0]), len(piles[1]), count // 2)
    first = piles[0][:small] + piles[1][:small]
    rest = piles[0][small:] + piles[1][small:]
    chance.shuffle(rest)
    drawn = first + rest[: max(0, count - len(first))]
    chance.shuffle(drawn)
    return drawn


def leads(store: Store, user: User) -> list[tuple[str, str]]:
    """Id and name of everybody of the same employer who can be a member of a round.

    Raises:
        NotAllowedError: When the user may not calibrate.
    """
    acting = require(store, user, Permission.CALIBRATE)
    with store.read() as connection:
        return rows.leads_of(connection, acting.employer_id, [r.value for r in RIGHTS[Permission.CALIBRATE]])


def open_round(
    store: Store,
    user: User,
    title: str,
    due_at: datetime | None,
    turn_ids: Sequence[str],
    member_ids: Collection[str],
    now: datetime,
) -> str:
    """Open a round; who opens it is a member of it.

    Args:
        store: The database.
        user: A lead.
        title: What it is called.
        due_at: By when everybody should be done; only told, nothing closes by itself.
        turn_ids: Replies of his own teams, in the order in which they are judged.
        member_ids: The other members, leads of the same employer.
        now: This moment.

    Returns:
        The round's id.

    Raises:
        NotAllowedError: When he may not calibrate.
        BadRoundError: With code title, replies, members or due.
    """
    acting = require(store, user, Permission.CALIBRATE)
    chosen = list(dict.fromkeys(turn_ids))
    members = {acting.id, *member_ids}
    known = {lead_id for lead_id, _ in leads(store, acting)}
    tidy = " ".join(title.split())
    if not tidy or len(tidy) > TITLE_MOST:
        raise BadRoundError("title")
    if len(members) < 2 or not members <= known:
        raise BadRoundError("members")
    if due_at is not None and due_at <= now:
        raise BadRoundError("due")
    row = rows.RoundRow(str(uuid.uuid4()), acting.employer_id, tidy, acting.id, now, due_at, None)
    with store.write() as connection:
        his = rows.in_teams(connection, chosen, _teams(acting))
        if not 1 <= len(chosen) <= REPLIES_MOST or his != set(chosen):
            raise BadRoundError("replies")
        rows.add_round(connection, row, chosen, members)
        details = {"round": row.id, "replies": len(chosen), "members": len(members)}
        audit.note(connection, audit.Event.CALIBRATION_OPENED, now, actor=acting, details=details)
    return row.id


def rounds(store: Store, user: User) -> list[Round]:
    """The rounds that the user is a member of, newest first.

    Raises:
        NotAllowedError: When he may not calibrate.
    """
    acting = require(store, user, Permission.CALIBRATE)
    with store.read() as connection:
        found = rows.rounds_of_member(connection, acting.id)
        return [_round(connection, row) for row in found if row.employer_id == acting.employer_id]


def round_of(store: Store, user: User, round_id: str) -> Round:
    """A round that the user is a member of.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such round of his.
    """
    acting = require(store, user, Permission.CALIBRATE)
    with store.read() as connection:
        row = rows.round_of(connection, round_id)
        if row is None or row.employer_id != acting.employer_id:
            raise UnknownRoundError
        found = _round(connection, row)
    if acting.id not in {m.user_id for m in found.members}:
        raise UnknownRoundError
    return found


def item(store: Store, user: User, round_id: str, number: int) -> Item:
    """A reply of a round, as it is judged.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such reply in a round of his.
    """
    round_of(store, user, round_id)
    with store.read() as connection:
        found = {row.number: row for row in rows.items_of(connection, round_id)}.get(number)
        if found is None:
            raise UnknownRoundError
        return item_of(connection, found)


def own_judgements(store: Store, user: User, round_id: str) -> dict[tuple[str, str], float | None]:
    """What the user himself judged so far, by turn and name.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such round of his.
    """
    round_of(store, user, round_id)
    with store.read() as connection:
        return {(j.turn_id, j.name): j.value for j in rows.judgements_of(connection, [round_id], user.id)}


def judge(
    store: Store, user: User, round_id: str, number: int, name: str, value: float | None, now: datetime
) -> None:
    """Keep one judgement, at once, so that a round can be gone on with later.

    Args:
        store: The database.
        user: A member.
        round_id: The round.
        number: The reply's number in it.
        name: A dimension, "passed" or a criterion.
        value: 0-100 in steps of 5, or 1 or 0; None abstains.
        now: This moment.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such reply in a round of his.
        ClosedError: When the round is closed or he was done.
        BadJudgementError: When this cannot be judged, or not like this.
    """
    found = item(store, user, round_id, number)
    if not found.names.allows(name, value):
        raise BadJudgementError
    with store.write() as connection:
        _check_open(connection, round_id, user)
        rows.keep_judgement(connection, round_id, rows.JudgementRow(found.turn_id, user.id, name, value), now)


def settle(store: Store, user: User, round_id: str, number: int, now: datetime) -> None:
    """Note that he has looked at a whole reply: each fault that he did not mark is not there, as he sees it.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such reply in a round of his.
        ClosedError: When the round is closed or he was done.
    """
    found = item(store, user, round_id, number)
    with store.write() as connection:
        _check_open(connection, round_id, user)
        for name in found.names.faults:
            row = rows.JudgementRow(found.turn_id, user.id, name, 1)
            rows.keep_judgement(connection, round_id, row, now, only_new=True)


def unfinished(store: Store, user: User, round_id: str) -> tuple[int, ...]:
    """Numbers of the replies for which the user still has to give a score or to abstain.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such round of his.
    """
    own = own_judgements(store, user, round_id)
    with store.read() as connection:
        every = [item_of(connection, row) for row in rows.items_of(connection, round_id)]
    return tuple(i.number for i in every if any((i.turn_id, name) not in own for name in i.names.required))


def finish(store: Store, user: User, round_id: str, now: datetime) -> None:
    """Be done: from now on his judgements stand. The last member to be done closes the round.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such round of his.
        ClosedError: When the round is closed.
        IncompleteError: When replies lack a judgement.
    """
    acting = require(store, user, Permission.CALIBRATE)
    missing = unfinished(store, acting, round_id)
    if missing:
        raise IncompleteError(missing)
    with store.write() as connection:
        _check_open(connection, round_id, acting)
        rows.done(connection, round_id, acting.id, now)
        if all(m.done_at is not None for m in rows.members_of(connection, round_id)):
            _close(connection, acting, round_id, now)


def close(store: Store, user: User, round_id: str, now: datetime) -> None:
    """Close a round before everybody is done; what was judged until then counts.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such round that he opened.
    """
    acting = require(store, user, Permission.CALIBRATE)
    if round_of(store, acting, round_id).row.created_by != acting.id:
        raise UnknownRoundError
    with store.write() as connection:
        _close(connection, acting, round_id, now)


def _round(connection: Connection, row: rows.RoundRow) -> Round:
    members = tuple(rows.members_of(connection, row.id))
    return Round(row, members, len(rows.items_of(connection, row.id)))


def _teams(user: User) -> list[str]:
    return [m.team_id for m in user.teams_with(Permission.CALIBRATE)]


def _check_open(connection: Connection, round_id: str, user: User) -> None:
    row = rows.lock(connection, round_id)
    his = next((m for m in rows.members_of(connection, round_id) if m.user_id == user.id), None)
    if row is None or row.closed_at is not None or his is None or his.done_at is not None:
        raise ClosedError


def _close(connection: Connection, user: User, round_id: str, now: datetime) -> None:
    if rows.close(connection, round_id, now):
        done = sum(m.done_at is not None for m in rows.members_of(connection, round_id))
        details = {"round": round_id, "done": done}
        audit.note(connection, audit.Event.CALIBRATION_CLOSED, now, actor=user, details=details)
