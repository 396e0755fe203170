"""Who somebody is and what he may do.

Services ask `require`, which reads his rights from the database at each call; pages only hide what would be refused.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from simulator.i18n import Lang, as_lang
from simulator.store import people
from simulator.store.engine import Connection, Store

TIME_FACTORS = (1.0, 1.25, 1.5, 2.0)
"""Personal time factors: WCAG 2.2.1 asks that time limits can be extended."""
NAME_MOST = 40


class Role(StrEnum):
    """Roles in a team, from the least to the most; somebody has one in each team that he is in."""

    TRAINEE = "trainee"
    TRAINER = "trainer"
    LEAD = "lead"
    ADMIN = "admin"


class Permission(StrEnum):
    """What can be allowed."""

    PRACTISE = "practise"
    SEE_OWN_PROGRESS = "see_own_progress"
    CHANGE_OWN_SETTINGS = "change_own_settings"
    SEE_OWN_DATA = "see_own_data"
    DISPUTE = "dispute"
    SEE_COLLECTION = "see_collection"
    WRITE_SCENARIOS = "write_scenarios"
    PUBLISH_SCENARIOS = "publish_scenarios"
    SEE_HEALTH = "see_health"
    DECIDE_PROPOSALS = "decide_proposals"
    REVIEW = "review"
    DECIDE_DISPUTES = "decide_disputes"
    ASSIGN = "assign"
    SEE_TEAM = "see_team"
    SEE_NAMED_WORK = "see_named_work"
    CALIBRATE = "calibrate"
    MAKE_PATHS = "make_paths"
    EXPORT = "export"
    RESCORE = "rescore"
    MANAGE_PEOPLE = "manage_people"
    CHANGE_EMPLOYER = "change_employer"
    SEE_AUDIT = "see_audit"
    SEE_INSTALLATION = "see_installation"
    EXPORT_PERSON = "export_person"
    ERASE_PERSON = "erase_person"


class Scope(StrEnum):
    """Whose work a role's permission reaches."""

    OWN = "own"
    """Only his own."""
    TEAM = "team"
    """That of the people in the team in which he has the role."""
    EMPLOYER = "employer"
    """That of everybody who works for the same employer."""


_O, _T, _E = Scope.OWN, Scope.TEAM, Scope.EMPLOYER
_EVERYBODY = dict.fromkeys(Role, _O)
_R = Role
RIGHTS: Mapping[Permission, Mapping[Role, Scope]] = {
    Permission.PRACTISE: _EVERYBODY,
    Permission.SEE_OWN_PROGRESS: _EVERYBODY,
    Permission.CHANGE_OWN_SETTINGS: _EVERYBODY,
    Permission.SEE_OWN_DATA: _EVERYBODY,
    Permission.DISPUTE: _EVERYBODY,
    # The collection belongs to the installation: everybody who works with it uses the same one.
    Permission.SEE_COLLECTION: {_R.TRAINER: _E, _R.LEAD: _E, _R.ADMIN: _E},
    Permission.WRITE_SCENARIOS: {_R.TRAINER: _E},
    Permission.PUBLISH_SCENARIOS: {_R.TRAINER: _E},
    Permission.SEE_HEALTH: {_R.TRAINER: _E, _R.LEAD: _E},
    Permission.DECIDE_PROPOSALS: {_R.TRAINER: _E},
    Permission.REVIEW: {_R.LEAD: _T},
    Permission.DECIDE_DISPUTES: {_R.LEAD: _T},
    Permission.ASSIGN: {_R.LEAD: _T},
    Permission.SEE_TEAM: {_R.LEAD: _T},
    Permission.SEE_NAMED_WORK: {_R.LEAD: _T},
    # Leads of several teams judge the same replies, which carry no names.
    Permission.CALIBRATE: {_R.LEAD: _E},
    Permission.MAKE_PATHS: {_R.TRAINER: _E, _R.LEAD: _E},
    Permission.EXPORT: {_R.LEAD: _T, _R.ADMIN: _E},
    Permission.RESCORE: {_R.ADMIN: _E},
    Permission.MANAGE_PEOPLE: {_R.ADMIN: _E},
    Permission.CHANGE_EMPLOYER: {_R.ADMIN: _E},
    Permission.SEE_AUDIT: {_R.ADMIN: _E},
    # The installation is one, whoever works with it; what is told of it concerns nobody.
    Permission.SEE_INSTALLATION: {_R.ADMIN: _E},
    Permission.EXPORT_PERSON: {_R.ADMIN: _E},
    Permission.ERASE_PERSON: {_R.ADMIN: _E},
}
"""The one table of rights; what does not stand here is refused."""


class NotAllowedError(Exception):
    """The acting user may not do this."""


class BadNameError(ValueError):
    """The name cannot be used."""


@dataclass(frozen=True, slots=True)
class Membership:
    """Somebody's role in a team."""

    team_id: str
    team: str
    role: Role


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who is signed in."""

    id: str
    name: str
    lang: Lang
    time_factor: float
    employer_id: str
    pseudonym: str
    memberships: tuple[Membership, ...]
    active: bool = True
    email: str = ""

    @property
    def role(self) -> Role:
        """His role in words: the one that reaches furthest."""
        order = list(Role)
        return max((m.role for m in self.memberships), key=order.index, default=Role.TRAINEE)

    @property
    def home_team(self) -> str | None:
        """The team that his own practice counts in: where he is a trainee, or else his first."""
        order = list(Role)
        first = min(self.memberships, key=lambda m: order.index(m.role), default=None)
        return first.team_id if first else None

    def teams_with(self, permission: Permission) -> tuple[Membership, ...]:
        """His teams in which he has a permission."""
        return tuple(m for m in self.memberships if m.role in RIGHTS[permission])


def allowed(user: User, permission: Permission) -> bool:
    """Whether somebody has a permission at all; for showing and hiding, never instead of `require`."""
    return user.active and bool(user.teams_with(permission))


def require(
    store: Store, user: User, permission: Permission, *, about: str | None = None, team: str | None = None
) -> User:
    """Stop unless somebody may do something, by what the database says now.

    Args:
        store: The database.
        user: Who acts; only his id is believed.
        permission: What he wants to do.
        about: Id of the person whose work or data it concerns; his own when left out.
        team: Id of the team that it concerns, for what is done to a whole team.

    Returns:
        The acting user as he is now.

    Raises:
        NotAllowedError: When he may not.
    """
    with store.read() as connection:
        try:
            now = _user(people.by_id(connection, user.id))
            other = people.by_id(connection, about) if about not in (None, user.id) else None
        except KeyError:
            raise NotAllowedError(permission.value) from None
        team_employer = people.employer_of_team(connection, team) if team is not None else None
    reached = now.teams_with(permission) if now.active else ()
    if team is not None:
        reached = tuple(m for m in reached if _reaches_team(m, permission, now, team, team_employer))
    if other is not None:
        reached = tuple(m for m in reached if _reaches_person(m, permission, now, other))
    if not reached:
        raise NotAllowedError(permission.value)
    return now


def _reaches_team(
    membership: Membership, permission: Permission, user: User, team: str, employer_id: str | None
) -> bool:
    scope = RIGHTS[permission][membership.role]
    if scope is Scope.EMPLOYER:
        return employer_id == user.employer_id
    return membership.team_id == team


def _reaches_person(
    membership: Membership, permission: Permission, user: User, other: people.UserRow
) -> bool:
    scope = RIGHTS[permission][membership.role]
    if scope is Scope.OWN:
        return False
    if other.employer_id != user.employer_id:
        return False
    return scope is Scope.EMPLOYER or membership.team_id in {m.team_id for m in other.memberships}


def sign_in(store: Store, name: str, role: Role, lang: Lang, now: datetime, days: int) -> tuple[User, str]:
    """Sign in on a shared workshop machine by name; a new name makes a new user.

    A known name keeps the role chosen now: in a workshop people try both sides.

    Args:
        store: The database.
        name: As typed; white space around and inside is tidied.
        role: Role for now.
        lang: Language of the interface for a new user.
        now: This moment.
        days: How long the browser stays signed in.

    Returns:
        The user, and a secret that the browser keeps to be known again.

    Raises:
        BadNameError: When the name is empty or too long.
    """
    tidy = tidy_name(name)
    with store.write() as connection:
        people.add_employer(connection, people.WORKSHOP, "Workshop", now)
        people.add_team(connection, people.WORKSHOP, people.WORKSHOP, "Workshop", now)
        row = people.by_workshop_name(connection, tidy)
        user_id = row.id if row else str(uuid.uuid4())
        if row is None:
            people.add(connection, user_id, people.WORKSHOP, tidy, lang, now)
        people.give_role(connection, user_id, people.WORKSHOP, role.value, now)
        token = secrets.token_urlsafe(32)
        user = admit(connection, user_id, token, now, now + timedelta(days=days))
    return user, token


def tidy_name(name: str) -> str:
    """A name without white space around it or doubled in it, and without signs that nobody can see.

    Raises:
        BadNameError: When it is empty or too long.
    """
    seen = "".join(sign for sign in name if unicodedata.category(sign) not in ("Cf", "Cc") or sign.isspace())
    tidy = " ".join(seen.split())
    if not tidy or len(tidy) > NAME_MOST:
        raise BadNameError(tidy)
    return tidy


def open_session(store: Store, user_id: str, now: datetime, until: datetime) -> str:
    """Have a browser be known as a user until a moment.

    Returns:
        The secret that the browser keeps.
    """
    token = secrets.token_urlsafe(32)
    with store.write() as connection:
        admit(connection, user_id, token, now, until)
    return token


def admit(connection: Connection, user_id: str, token: str, now: datetime, until: datetime) -> User:
    """Have whoever holds a secret be known as a user until a moment, in the transaction of what let him in."""
    people.remember(connection, hashed(token), user_id, now, until)
    return _user(people.by_id(connection, user_id))


def user_of(store: Store, token: str, now: datetime) -> User | None:
    """The user whose browser holds this secret, or None when it is unknown, over or inactive."""
    if not token:
        return None
    with store.read() as connection:
        row = people.by_token(connection, hashed(token), now)
    user = _user(row) if row is not None else None
    return user if user and user.active else None


def sign_out(store: Store, token: str, now: datetime) -> None:
    """End a browser's sign-in."""
    with store.write() as connection:
        people.end_sign_in(connection, hashed(token), now)


def change_settings(store: Store, user: User, *, lang: Lang, time_factor: float) -> User:
    """Keep a user's language and time factor.

    Raises:
        NotAllowedError: When he may not.
        ValueError: When the factor is not one of TIME_FACTORS.
    """
    require(store, user, Permission.CHANGE_OWN_SETTINGS)
    if time_factor not in TIME_FACTORS:
        raise ValueError(f"time factor {time_factor} is not one of {TIME_FACTORS}")
    with store.write() as connection:
        people.change(connection, user.id, lang=lang, time_factor=time_factor)
        return _user(people.by_id(connection, user.id))


def hashed(token: str) -> str:
    """What the database keeps of a secret: enough to know it again, nothing to sign in with."""
    return hashlib.sha256(token.encode()).hexdigest()


def load(store: Store, user_id: str) -> User:
    """A user as he is now.

    Raises:
        KeyError: When there is none.
    """
    with store.read() as connection:
        return _user(people.by_id(connection, user_id))


def _user(row: people.UserRow) -> User:
    return User(
        id=row.id,
        name=row.name,
        lang=as_lang(row.lang),
        time_factor=row.time_factor,
        employer_id=row.employer_id,
        pseudonym=row.pseudonym,
        memberships=tuple(Membership(m.team_id, m.team, Role(m.role)) for m in row.memberships),
        active=row.active,
        email=row.email or "",
    )
