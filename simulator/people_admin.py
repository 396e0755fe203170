"""What administrators do with the people of their own employer: invite, give and take roles, teams, close, recover.

An employer always keeps one active administrator: what would take the last one away is refused.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator import audit
from simulator.accounts import Membership, Permission, Role, User, hashed, require
from simulator.sign_in import LinkKind, tidy_email
from simulator.store import people
from simulator.store import people_admin_rows as rows
from simulator.store.engine import Connection, Store

INVITATION_LASTS = timedelta(days=7)
RECOVERY_LASTS = timedelta(hours=24)
TEAM_NAME_MOST = 80


class PeopleError(ValueError):
    """It cannot be done; `why` is a key of the catalogue without its prefix `people-fault-`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as administrators see him."""

    id: str
    name: str
    email: str
    active: bool
    locked: bool
    has_password: bool
    memberships: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class Team:
    """A team and how many people are in it."""

    id: str
    name: str
    people: int


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation that nobody has used yet; `id` is no secret."""

    id: str
    email: str
    team: str
    role: Role
    expires_at: datetime


def people_list(store: Store, user: User, now: datetime) -> list[Person]:
    """Everybody who works for the user's employer, by name.

    Raises:
        NotAllowedError: When he may not see them.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE)
    with store.read() as connection:
        found = rows.people_of(connection, acting.employer_id)
        roles: dict[str, list[Membership]] = {}
        for user_id, team_id, team, role in rows.roles_of(connection, acting.employer_id):
            roles.setdefault(user_id, []).append(Membership(team_id, team, Role(role)))
    return [
        Person(
            id=p.id,
            name=p.name,
            email=p.email or "",
            active=p.active,
            locked=p.locked_until is not None and p.locked_until > now,
            has_password=p.has_password,
            memberships=tuple(roles.get(p.id, ())),
        )
        for p in found
    ]


def teams(store: Store, user: User) -> list[Team]:
    """The teams of the user's employer, by name.

    Raises:
        NotAllowedError: When he may not see them.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE)
    with store.read() as connection:
        return [Team(*row) for row in rows.teams_of(connection, acting.employer_id)]


def open_invitations(store: Store, user: User, now: datetime) -> list[Invitation]:
    """The invitations of the user's employer that can still be used, oldest first.

    Raises:
        NotAllowedError: When he may not see them.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE)
    with store.read() as connection:
        names = {t.id: t.name for t in rows.teams_of(connection, acting.employer_id)}
        found = rows.open_links_of(connection, acting.employer_id, LinkKind.INVITATION.value, now)
    return [
        Invitation(
            link.token_hash, link.email, names.get(link.team_id or "", ""), Role(link.role), link.expires_at
        )
        for link in found
        if link.role
    ]


def invite(store: Store, user: User, email: str, team: str, role: Role, now: datetime) -> str:
    """Make a link by which somebody makes his account; an earlier one to the same address ends.

    Args:
        store: The database.
        user: Who acts.
        email: Address of the new person, as typed; nothing is sent to it.
        team: Id of the team.
        role: His role in it.
        now: This moment.

    Returns:
        Secret of the link, for seven days and one time.

    Raises:
        NotAllowedError: When he may not.
        PeopleError: When that is no address, or a colleague has it.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE, team=team)
    address = tidy_email(email)
    name, _, domain = address.partition("@")
    if not name or "." not in domain.strip("."):
        raise PeopleError("email")
    token = secrets.token_urlsafe(32)
    with store.write() as connection:
        known = people.by_email(connection, address)
        # An address of another employer's person is not told apart: his link will not work.
        if known is not None and known.employer_id == acting.employer_id:
            raise PeopleError("known")
        rows.end_links_to(connection, address, acting.employer_id, now)
        until = now + INVITATION_LASTS
        link = rows.LinkRow(
            hashed(token), LinkKind.INVITATION.value, None, team, role.value, address, acting.id, until
        )
        rows.add_link(connection, link, now)
        _note(connection, audit.Event.INVITED, acting, None, now, {"team": team, "role": role.value})
    return token


def withdraw(store: Store, user: User, invitation: str, now: datetime) -> None:
    """End an invitation of the user's employer before somebody uses it; one that is over stays so.

    Raises:
        NotAllowedError: When he may not.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE)
    with store.write() as connection:
        found = rows.open_links_of(connection, acting.employer_id, LinkKind.INVITATION.value, now)
        for link in found:
            if link.token_hash == invitation and rows.use_link(connection, invitation, now):
                _note(connection, audit.Event.INVITED, acting, None, now, {"withdrawn": 1})


def give_role(store: Store, user: User, about: str, team: str, role: Role, now: datetime) -> None:
    """Give somebody a role in a team, in place of the one he has there.

    Raises:
        NotAllowedError: When he may not.
        PeopleError: When it would take the last administrator away.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE, about=about, team=team)
    with store.write() as connection:
        rows.hold_employer(connection, acting.employer_id)
        had = {m.team_id: m.role for m in people.by_id(connection, about).memberships}.get(team)
        if had == role:
            return
        people.give_role(connection, about, team, role.value, now)
        _check_and_tidy(connection, acting, about, now)
        details = {"team": team, "role": role.value, "before": had or ""}
        _note(connection, audit.Event.ROLE_GIVEN, acting, about, now, details)


def take_role(store: Store, user: User, about: str, team: str, now: datetime) -> None:
    """Take somebody out of a team; he notices at his next click.

    Raises:
        NotAllowedError: When he may not.
        PeopleError: When it would take the last administrator away.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE, about=about, team=team)
    with store.write() as connection:
        rows.hold_employer(connection, acting.employer_id)
        had = {m.team_id: m.role for m in people.by_id(connection, about).memberships}.get(team)
        if had is None:
            return
        rows.take_role(connection, about, team)
        _check_and_tidy(connection, acting, about, now)
        _note(connection, audit.Event.ROLE_TAKEN, acting, about, now, {"team": team, "role": had})


def make_team(store: Store, user: User, name: str, now: datetime) -> str:
    """Make a team.

    Returns:
        Its id.

    Raises:
        NotAllowedError: When he may not.
        PeopleError: When the name is empty, too long, or taken.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE)
    tidy, team_id = _team_name(name), str(uuid.uuid4())
    with store.write() as connection:
        rows.hold_employer(connection, acting.employer_id)
        _check_free(connection, acting, tidy)
        people.add_team(connection, team_id, acting.employer_id, tidy, now)
        _note(connection, audit.Event.TEAM_MADE, acting, None, now, {"team": team_id})
    return team_id


def rename_team(store: Store, user: User, team: str, name: str, now: datetime) -> None:
    """Give a team another name.

    Raises:
        NotAllowedError: When he may not.
        PeopleError: When the name is empty, too long, or taken.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE, team=team)
    tidy = _team_name(name)
    with store.write() as connection:
        rows.hold_employer(connection, acting.employer_id)
        if rows.team_named(connection, acting.employer_id, tidy) == team:
            return
        _check_free(connection, acting, tidy)
        rows.rename_team(connection, team, tidy)
        _note(
            connection, audit.Event.SETTINGS_CHANGED, acting, None, now, {"team": team, "changed": ["name"]}
        )


def deactivate(store: Store, user: User, about: str, now: datetime) -> None:
    """Close somebody's account: he is out at his next click, and his links end.

    Raises:
        NotAllowedError: When he may not.
        PeopleError: When he is the last administrator.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE, about=about)
    with store.write() as connection:
        rows.hold_employer(connection, acting.employer_id)
        if not people.by_id(connection, about).active:
            return
        people.change(connection, about, active=False)
        people.end_sign_ins(connection, about, now)
        rows.end_links_about(connection, about, now)
        _check_and_tidy(connection, acting, about, now)
        _note(connection, audit.Event.DEACTIVATED, acting, about, now)


def activate(store: Store, user: User, about: str, now: datetime) -> None:
    """Open somebody's account again.

    Raises:
        NotAllowedError: When he may not.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE, about=about)
    with store.write() as connection:
        if people.by_id(connection, about).active:
            return
        people.change(connection, about, active=True)
        _note(connection, audit.Event.ACTIVATED, acting, about, now)


def recovery_link(store: Store, user: User, about: str, now: datetime) -> str:
    """Make a link by which somebody sets a new password; an earlier one ends.

    Returns:
        Secret of the link, for 24 hours and one time.

    Raises:
        NotAllowedError: When he may not.
        PeopleError: When the person has no account with an address, or it is closed.
    """
    acting = require(store, user, Permission.MANAGE_PEOPLE, about=about)
    token = secrets.token_urlsafe(32)
    with store.write() as connection:
        person = people.by_id(connection, about)
        if not person.email or not person.active or rows.has_subject(connection, about):
            raise PeopleError("no-recovery")
        rows.end_links_about(connection, about, now)
        until = now + RECOVERY_LASTS
        link = rows.LinkRow(
            hashed(token), LinkKind.RECOVERY.value, about, None, None, person.email, acting.id, until
        )
        rows.add_link(connection, link, now)
        _note(connection, audit.Event.RECOVERY_LINK, acting, about, now)
    return token


def _check_and_tidy(connection: Connection, acting: User, about: str, now: datetime) -> None:
    """Refuse what takes the last administrator away; end the links of somebody who is none any more."""
    if rows.active_with_role(connection, acting.employer_id, Role.ADMIN.value) == 0:
        raise PeopleError("last-admin")
    person = people.by_id(connection, about)
    if not person.active or Role.ADMIN.value not in {m.role for m in person.memberships}:
        rows.end_links_by(connection, about, now)


def _team_name(name: str) -> str:
    tidy = " ".join(name.split())
    if not tidy or len(tidy) > TEAM_NAME_MOST:
        raise PeopleError("team-name")
    return tidy


def _check_free(connection: Connection, acting: User, name: str) -> None:
    taken = {row.name.casefold() for row in rows.teams_of(connection, acting.employer_id)}
    if name.casefold() in taken:
        raise PeopleError("team-taken")


def _note(
    connection: Connection,
    event: audit.Event,
    acting: User,
    about: str | None,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> None:
    audit.note(connection, event, now, actor=acting, about=about, details=details)
