"""Assignments: a team lead asks people of his team to practise a scenario before a date.

An assignment is done by the attempt that comes to its end; what a review asks ("another try") is done by an attempt
that was begun after it was asked.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from simulator import audit
from simulator.accounts import Permission, Role, User, require
from simulator.casebook.library import Case
from simulator.store import assignment_rows as rows
from simulator.store.engine import Connection, Store
from simulator.store.practice_rows import AttemptRow

NOTE_MOST = 500
_KEY = uuid.UUID("5d0f6a52-5f0e-4d25-9d5c-0a6f4a6b8f21")
"""Makes the id of what a review asks from the id of the review: asking twice stores it once."""


class AssignmentError(Exception):
    """Something cannot be done; `code` names the text that explains it."""

    code = "assignments-error"


class NobodyError(AssignmentError):
    """Nobody, or somebody who is not in the team, was chosen."""

    code = "assignments-error-nobody"


class NoScenarioError(AssignmentError):
    """No scenario was chosen, or one that trainees cannot practise."""

    code = "assignments-error-scenario"


class PastDateError(AssignmentError):
    """The date is over already."""

    code = "assignments-error-date"


class NoteTooLongError(AssignmentError):
    """The note is too long."""

    code = "assignments-error-note"


class Standing(StrEnum):
    """How an assignment stands."""

    DONE = "done"
    OPEN = "open"
    LATE = "late"
    """Not done, and its date is over."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment as people see it.

    Attributes:
        id: Its id.
        user_id: Who does it.
        name: His name; "" in his own list.
        team_id: The team it was given in.
        scenario_id: What is practised.
        given_at: When it was given.
        due_at: Until when; None without a date.
        note: What the lead wrote along, plain text.
        again: True when a review asked for another try.
        standing: Done, open or late.
        done_at: When it was done.
        attempt_id: The attempt that did it.
    """

    id: str
    user_id: str
    name: str
    team_id: str
    scenario_id: str
    given_at: datetime
    due_at: datetime | None
    note: str
    again: bool
    standing: Standing
    done_at: datetime | None
    attempt_id: str | None


def assign(
    store: Store,
    user: User,
    team_id: str,
    cases: Sequence[Case],
    people: Sequence[str] | None,
    now: datetime,
    *,
    due_at: datetime | None = None,
    note: str = "",
) -> int:
    """Ask people of a team to practise scenarios.

    Who still has the same scenario to do is not asked twice.

    Args:
        store: The database.
        user: The lead.
        team_id: The team.
        cases: The scenarios; only published ones.
        people: Ids of people in the team; None for all its trainees.
        now: This moment.
        due_at: Until when; None for no date.
        note: A few words along, at most NOTE_MOST characters.

    Returns:
        How many assignments were given.

    Raises:
        NotAllowedError: When the user may not assign in this team.
        NobodyError: When there is nobody to ask, or somebody is not in the team.
        NoScenarioError: When there is no scenario, or one that is not published.
        PastDateError: When the date is over already.
        NoteTooLongError: When the note is too long.
    """
    lead = require(store, user, Permission.ASSIGN, team=team_id)
    if not cases or any(case.scenario.status != "published" for case in cases):
        raise NoScenarioError
    if due_at is not None and due_at <= now:
        raise PastDateError
    tidy = _tidy(note)
    given = 0
    with store.write() as connection:
        chosen = _chosen(rows.members(connection, team_id), people)
        for case in cases:
            key = case.scenario.id
            asked = rows.asked_already(connection, chosen, key)
            for person in chosen:
                if person not in asked:
                    row = _new(str(uuid.uuid4()), team_id, person, key, lead, tidy, now)
                    _give(connection, row._replace(due_at=due_at), lead, now)
                    given += 1
    return given


def give_again(
    connection: Connection,
    review_id: str,
    user_id: str,
    team_id: str,
    scenario_id: str,
    by: User,
    note: str,
    now: datetime,
) -> str:
    """Ask for another try, in the transaction of the review that asks it; the same review asks once.

    Args:
        connection: The transaction.
        review_id: The review; its row is stored already.
        user_id: The trainee.
        team_id: The team that his attempt counts in.
        scenario_id: What to try again.
        by: The lead; the caller checked his right.
        note: A few words along; what is over NOTE_MOST characters is cut off.
        now: This moment.

    Returns:
        The assignment's id.
    """
    key = str(uuid.uuid5(_KEY, review_id))
    if rows.by_id(connection, key) is None:
        tidy = note.strip()[:NOTE_MOST]
        row = _new(key, team_id, user_id, scenario_id, by, tidy, now)._replace(review_id=review_id)
        _give(connection, row, by, now)
    return key


def withdraw(store: Store, user: User, ids: Sequence[str], now: datetime) -> None:
    """Withdraw assignments of the user's teams; what is done stays done.

    Raises:
        NotAllowedError: When one is of a team in which he may not assign.
    """
    require(store, user, Permission.ASSIGN)
    with store.read() as connection:
        found = [row for key in ids if (row := rows.by_id(connection, key)) is not None]
    for team_id in {row.team_id for row in found}:
        require(store, user, Permission.ASSIGN, team=team_id)
    with store.write() as connection:
        rows.withdraw(connection, [row.id for row in found], now)


def given(store: Store, user: User, now: datetime) -> list[Assignment]:
    """What was assigned in the teams of a lead and not withdrawn, newest first, at most `rows.MOST`.

    Raises:
        NotAllowedError: When he may not assign.
    """
    lead = require(store, user, Permission.ASSIGN)
    teams = [m.team_id for m in lead.teams_with(Permission.ASSIGN)]
    with store.read() as connection:
        found = rows.of_teams(connection, teams)
    return [_seen(one.row, one.name, now) for one in found]


def mine(store: Store, user: User, now: datetime) -> list[Assignment]:
    """What somebody himself still has to do: the nearest date first.

    Raises:
        NotAllowedError: When he may not practise.
    """
    who = require(store, user, Permission.PRACTISE)
    with store.read() as connection:
        found = rows.open_of(connection, who.id)
    return [_seen(row, "", now) for row in found]


def trainees(store: Store, user: User, team_id: str) -> list[rows.MemberRow]:
    """The active trainees of a lead's team, by name.

    Raises:
        NotAllowedError: When he may not assign in this team.
    """
    require(store, user, Permission.ASSIGN, team=team_id)
    with store.read() as connection:
        return _trainees(rows.members(connection, team_id))


def note_finished(connection: Connection, attempt: AttemptRow, now: datetime) -> None:
    """Note that an attempt came to its end: what it was assigned for is done.

    Args:
        connection: The transaction that ends the attempt.
        attempt: The attempt.
        now: This moment.
    """
    rows.finish(
        connection,
        attempt.user_id,
        attempt.scenario_id,
        attempt_id=attempt.id,
        started_at=attempt.started_at,
        now=now,
    )


def _chosen(members: list[rows.MemberRow], people: Sequence[str] | None) -> list[str]:
    everybody = [m.user_id for m in _trainees(members)]
    chosen = everybody if people is None else list(dict.fromkeys(people))
    if not chosen or not set(chosen) <= {m.user_id for m in members}:
        raise NobodyError
    return chosen


def _trainees(members: list[rows.MemberRow]) -> list[rows.MemberRow]:
    return [m for m in members if m.role == Role.TRAINEE]


def _tidy(note: str) -> str:
    tidy = note.strip()
    if len(tidy) > NOTE_MOST:
        raise NoteTooLongError
    return tidy


def _new(
    key: str, team_id: str, user_id: str, scenario_id: str, by: User, note: str, now: datetime
) -> rows.AssignmentRow:
    return rows.AssignmentRow(
        key, team_id, user_id, scenario_id, by.id, now, None, note, None, None, None, None
    )


def _give(connection: Connection, row: rows.AssignmentRow, by: User, now: datetime) -> None:
    rows.add(connection, row)
    details = {"assignment": row.id, "scenario": row.scenario_id}
    audit.note(connection, audit.Event.ASSIGNED, now, actor=by, about=row.user_id, details=details)


def _seen(row: rows.AssignmentRow, name: str, now: datetime) -> Assignment:
    late = row.due_at is not None and row.due_at < now
    standing = Standing.DONE if row.done_at else Standing.LATE if late else Standing.OPEN
    return Assignment(
        row.id, row.user_id, name, row.team_id, row.scenario_id, row.given_at, row.due_at, row.note,
        row.review_id is not None, standing, row.done_at, row.attempt_id,
    )  # fmt: skip
