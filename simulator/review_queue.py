"""The lead's queue: replies with reasons to look, one row a reply; what people asked for first, then the newest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from simulator.accounts import Permission, User, require
from simulator.employer import EmployerSettings, settings_of
from simulator.looks import Reason
from simulator.store import look_rows as rows
from simulator.store.engine import Store
from simulator.store.look_rows import COUNT_MOST

__all__ = ["COUNT_MOST", "PAGE", "Filters", "Item", "Page", "order", "people", "queue", "settings_for"]

PAGE = 25
_FIRST = tuple(reason.value for reason in Reason if reason.by_people)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which replies; None leaves a filter out.

    Attributes:
        reason: Only replies with this reason.
        scenario_id: Only this scenario.
        user_id: Only this trainee.
        since: Only reasons from this moment on.
    """

    reason: Reason | None = None
    scenario_id: str | None = None
    user_id: str | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A reply in the queue.

    Attributes:
        turn_id: Its turn.
        scenario_id: Its scenario.
        who: The trainee's pseudonym, or his name where the employer lets names be compared.
        answered_at: When it was sent.
        reasons: Why to look, most pressing first, each with codes and numbers for its words.
        held_by: Name of the lead who has it in hand, "" for nobody.
    """

    turn_id: str
    scenario_id: str
    who: str
    answered_at: datetime
    reasons: tuple[tuple[Reason, Mapping[str, object]], ...]
    held_by: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the queue, and how many replies there are in all, counted up to COUNT_MOST and one more."""

    items: tuple[Item, ...]
    total: int


def settings_for(store: Store, user: User) -> EmployerSettings:
    """What the lead's employer decided on names and blind reviews.

    Raises:
        NotAllowedError: When he may not review.
    """
    return settings_of(store, require(store, user, Permission.REVIEW).employer_id)


def queue(store: Store, user: User, filters: Filters, now: datetime, page: int = 0) -> Page:
    """A page of the open replies in the lead's teams, never his own.

    Args:
        store: The database.
        user: The lead.
        filters: Which replies.
        now: This moment; locks that are over by then count no more.
        page: Number of the page, from 0.

    Raises:
        NotAllowedError: When he may not review.
    """
    lead = require(store, user, Permission.REVIEW)
    named = settings_of(store, lead.employer_id).names_compared
    with store.read() as connection:
        ids, total = rows.open_turns(connection, _wanted(lead, filters), _FIRST, PAGE, page * PAGE)
        told = rows.queue_rows(connection, ids)
        every = rows.of_turns(connection, ids)
    items = tuple(_item(told[i], [r for r in every if r.turn_id == i], now, named=named) for i in ids)
    return Page(items, total)


def order(store: Store, user: User, filters: Filters, most: int = 200) -> tuple[str, ...]:
    """The turns of the first replies in the queue, in its order: what comes after and before one.

    Raises:
        NotAllowedError: When he may not review.
    """
    lead = require(store, user, Permission.REVIEW)
    with store.read() as connection:
        return tuple(rows.open_turns(connection, _wanted(lead, filters), _FIRST, most)[0])


def people(store: Store, user: User) -> dict[str, str]:
    """Who can be chosen in the queue's filter: id and name, or pseudonym where names stay apart.

    Raises:
        NotAllowedError: When he may not review.
    """
    lead = require(store, user, Permission.REVIEW)
    named = settings_of(store, lead.employer_id).names_compared
    with store.read() as connection:
        found = rows.people_of(connection, [m.team_id for m in lead.teams_with(Permission.REVIEW)])
    shown = [(key, name if named else pseudonym) for key, name, pseudonym in found if key != lead.id]
    return dict(shown if named else sorted(shown, key=lambda person: person[1]))


def _wanted(lead: User, filters: Filters) -> rows.Wanted:
    return rows.Wanted(
        teams=tuple(m.team_id for m in lead.teams_with(Permission.REVIEW)),
        not_of=lead.id,
        reason=filters.reason.value if filters.reason else None,
        scenario_id=filters.scenario_id,
        user_id=filters.user_id,
        since=filters.since,
    )


def _item(row: rows.QueueRow, looked: list[rows.LookRow], now: datetime, *, named: bool) -> Item:
    still = {Reason(r.reason): json.loads(r.details) for r in looked if r.done_at is None}
    held = row.locked_by if row.locked_until and row.locked_until > now else None
    return Item(
        turn_id=row.turn_id,
        scenario_id=row.scenario_id,
        who=row.name if named else row.pseudonym,
        answered_at=row.answered_at,
        reasons=tuple((r, still[r]) for r in Reason if r in still),
        held_by=held or "",
    )
