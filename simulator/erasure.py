"""Removing a person (GDPR article 17): his work and his account go, team counts stay and say nothing of him."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from simulator import audit
from simulator.accounts import Permission, User, require
from simulator.store import people, privacy_rows
from simulator.store.engine import Connection, Store
from simulator.store.sweeping import sweep


class CannotEraseError(Exception):
    """This person cannot be erased; `code` names the text that explains it."""

    code = "privacy-erase-self"


class UnknownPersonError(KeyError):
    """There is no such person, or he was erased already."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What erasing a person does.

    Attributes:
        removed: Rows that go, by table.
        kept: Rows that stay without him, by table: what he did for others, logs, counts.
        named: Texts of colleagues that hold his full name, e-mail address or pseudonym, which are taken out.
        perhaps_named: Texts of colleagues that hold his name of one word, which may be another's: they stay.
    """

    removed: Mapping[str, int]
    kept: Mapping[str, int]
    named: Mapping[str, int]
    perhaps_named: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Done:
    """What was done.

    Attributes:
        removed: Rows that went, by table.
        pseudonym_id: Id of the empty user that others' rows point at now.
        swept: False when the database's log could not be emptied yet, because somebody was reading.
    """

    removed: Mapping[str, int]
    pseudonym_id: str
    swept: bool


def plan(store: Store, user: User, about: str) -> Plan:
    """What erasing a person would do; changes nothing.

    Raises:
        NotAllowedError: When the user may not erase him.
        CannotEraseError: When it is himself.
        UnknownPersonError: When there is no such person.
    """
    _allowed(store, user, about)
    return plan_as_operator(store, about)


def erase(store: Store, user: User, about: str, now: datetime) -> Done:
    """Remove a person for good.

    Args:
        store: The database.
        user: The administrator.
        about: Id of the person.
        now: This moment.

    Raises:
        NotAllowedError: When the user may not erase him.
        CannotEraseError: When it is himself: then nobody would be left to answer for it.
        UnknownPersonError: When there is no such person.
    """
    return _erase(store, about, now, _allowed(store, user, about))


def plan_as_operator(store: Store, about: str) -> Plan:
    """What erasing a person would do, for whoever runs commands on the server.

    Raises:
        UnknownPersonError: When there is no such person.
    """
    with store.read() as connection:
        traits = _traits(connection, about)
        found = privacy_rows.counts(connection, about)
        named = privacy_rows.mentions(connection, about, traits.sure)
        perhaps = {} if " " in traits.name else privacy_rows.mentions(connection, about, [traits.name])
    removed = {name: n.about for name, n in found.items() if n.about}
    kept = {name: n.by for name, n in found.items() if n.by}
    return Plan(removed, kept, named, perhaps)


def erase_as_operator(store: Store, about: str, now: datetime) -> Done:
    """Remove a person for good, by whoever runs commands on the server.

    Raises:
        UnknownPersonError: When there is no such person.
    """
    return _erase(store, about, now, None)


def _allowed(store: Store, user: User, about: str) -> User:
    acting = require(store, user, Permission.ERASE_PERSON, about=about)
    if about == acting.id:
        raise CannotEraseError
    return acting


def _traits(connection: Connection, about: str) -> privacy_rows.Traits:
    try:
        if people.by_id(connection, about).pseudonym.startswith(privacy_rows.ERASED):
            raise UnknownPersonError(about)
        return privacy_rows.traits_of(connection, about)
    except KeyError:
        raise UnknownPersonError(about) from None


def _erase(store: Store, about: str, now: datetime, actor: User | None) -> Done:
    with store.write() as connection:
        _traits(connection, about)
        employer = people.by_id(connection, about).employer_id
        empty, removed = privacy_rows.erase(connection, about, now)
        audit.note(
            connection,
            audit.Event.PERSON_ERASED,
            now,
            actor=actor,
            about=empty,
            employer=employer,
            details={"removed": removed},
        )
    return Done(removed, empty, sweep(store))
