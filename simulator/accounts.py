"""Who somebody is and what he may do; services ask `require`, pages only hide what would be refused anyway."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from simulator.i18n import Lang, as_lang
from simulator.store import people
from simulator.store.engine import Store

TIME_FACTORS = (1.0, 1.25, 1.5, 2.0)
"""Personal time factors: WCAG 2.2.1 asks that time limits can be extended."""
NAME_MOST = 40


class Role(StrEnum):
    """Roles of the workshop; one per person."""

    TRAINEE = "trainee"
    TRAINER = "trainer"
    LEAD = "lead"


class Permission(StrEnum):
    """What can be allowed."""

    PRACTISE = "practise"
    SEE_OWN_PROGRESS = "see_own_progress"
    CHANGE_OWN_SETTINGS = "change_own_settings"
    SEE_COLLECTION = "see_collection"
    WRITE_SCENARIOS = "write_scenarios"
    PUBLISH_SCENARIOS = "publish_scenarios"
    SEE_HEALTH = "see_health"


_EVERYBODY = frozenset({Permission.PRACTISE, Permission.SEE_OWN_PROGRESS, Permission.CHANGE_OWN_SETTINGS})
_AUTHORS = frozenset({Permission.WRITE_SCENARIOS, Permission.PUBLISH_SCENARIOS})
_ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.TRAINEE: _EVERYBODY,
    Role.TRAINER: _EVERYBODY | _AUTHORS | {Permission.SEE_COLLECTION, Permission.SEE_HEALTH},
    Role.LEAD: _EVERYBODY | {Permission.SEE_COLLECTION, Permission.SEE_HEALTH},
}


class NotAllowedError(Exception):
    """The acting user may not do this."""


class BadNameError(ValueError):
    """The name cannot be used."""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who is signed in."""

    id: str
    name: str
    role: Role
    lang: Lang
    time_factor: float
    active: bool = True


def allowed(role: Role, permission: Permission) -> bool:
    """Whether a role has a permission; what is not granted is refused."""
    return permission in _ALLOWED.get(role, frozenset())


def require(user: User, permission: Permission) -> None:
    """Stop unless the user may.

    Raises:
        NotAllowedError: When he may not.
    """
    if not user.active or not allowed(user.role, permission):
        raise NotAllowedError(permission.value)


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
    tidy = " ".join(name.split())
    if not tidy or len(tidy) > NAME_MOST:
        raise BadNameError(tidy)
    token = secrets.token_urlsafe(32)
    with store.write() as connection:
        row = people.by_name(connection, tidy)
        if row is None:
            user_id = str(uuid.uuid4())
            people.add(connection, user_id, tidy, role.value, lang, now)
        else:
            user_id = row.id
            people.change(connection, user_id, role=role.value)
        people.remember(connection, _hash(token), user_id, now, now + timedelta(days=days))
        user = _user(people.by_id(connection, user_id))
    return user, token


def user_of(store: Store, token: str, now: datetime) -> User | None:
    """The user whose browser holds this secret, or None when it is unknown, over or inactive."""
    if not token:
        return None
    with store.read() as connection:
        row = people.by_token(connection, _hash(token), now)
    user = _user(row) if row is not None else None
    return user if user and user.active else None


def sign_out(store: Store, token: str) -> None:
    """Forget a browser's secret."""
    with store.write() as connection:
        people.forget(connection, _hash(token))


def change_settings(store: Store, user: User, *, lang: Lang, time_factor: float) -> User:
    """Keep a user's language and time factor.

    Raises:
        NotAllowedError: When he may not.
        ValueError: When the factor is not one of TIME_FACTORS.
    """
    require(user, Permission.CHANGE_OWN_SETTINGS)
    if time_factor not in TIME_FACTORS:
        raise ValueError(f"time factor {time_factor} is not one of {TIME_FACTORS}")
    with store.write() as connection:
        people.change(connection, user.id, lang=lang, time_factor=time_factor)
        return _user(people.by_id(connection, user.id))


def _user(row: people.UserRow) -> User:
    return User(row.id, row.name, Role(row.role), as_lang(row.lang), row.time_factor, row.active)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
