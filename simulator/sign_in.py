"""Coming in and going out: by name on a workshop machine, by e-mail address and password, by a link the first time.

Nothing here says whether an address has an account: a wrong password, an unknown address and a locked account look the
same and take the same time.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from simulator import audit
from simulator.accounts import Permission, Role, User, admit, hashed, require, tidy_name
from simulator.accounts import sign_in as sign_in_by_name
from simulator.i18n import Lang
from simulator.passwords import check_new, fits, hashed_password, is_old
from simulator.store import people
from simulator.store import people_admin_rows as rows
from simulator.store.engine import Connection, Store

TRIES = 5
"""Wrong passwords before an account is locked."""
LOCK_LEAST, LOCK_MOST = timedelta(minutes=1), timedelta(hours=1)
_EMAIL_MOST = 200


class RefusedError(Exception):
    """Signing in did not succeed; it does not say why."""


class LinkOverError(Exception):
    """The link was never made, is used, or too old."""


class LinkKind(StrEnum):
    """What a link is for."""

    INVITATION = "invitation"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Link:
    """A link that can be used now."""

    kind: LinkKind
    email: str


def by_name(store: Store, name: str, role: Role, lang: Lang, now: datetime, days: int) -> tuple[User, str]:
    """Sign in on a workshop machine; `accounts.sign_in` with its trace.

    Raises:
        BadNameError: When the name is empty or too long.
    """
    user, token = sign_in_by_name(store, name, role, lang, now, days)
    with store.write() as connection:
        details = {"by": "name", "role": role.value}
        audit.note(connection, audit.Event.SIGN_IN, now, actor=user, about=user.id, details=details)
    return user, token


def by_password(store: Store, email: str, password: str, now: datetime, days: int) -> tuple[User, str]:
    """Sign in with e-mail address and password.

    Args:
        store: The database.
        email: As typed.
        password: As typed.
        now: This moment.
        days: How long the browser stays signed in.

    Returns:
        The user, and a secret that the browser keeps.

    Raises:
        RefusedError: When that is not right, or the account is locked, closed or unknown.
    """
    address = tidy_email(email)
    row, right = _try(store, address, password, now)
    if row is None or not right or not row.active:
        raise RefusedError
    again = hashed_password(password) if is_old(row.password_hash or "") else None
    token = secrets.token_urlsafe(32)
    with store.write() as connection:
        # Checking took a while; somebody may have changed the password or closed the account meanwhile.
        if rows.password_of(connection, address) != row:
            raise RefusedError
        if again is not None:
            people.change(connection, row.user_id, password_hash=again)
        user = admit(connection, row.user_id, token, now, now + timedelta(days=days))
        audit.note(
            connection, audit.Event.SIGN_IN, now, actor=user, about=user.id, details={"by": "password"}
        )
    return user, token


def sign_out(store: Store, tokens: tuple[str, ...], now: datetime) -> None:
    """End the sign-ins of a browser, in all its windows."""
    with store.write() as connection:
        for token in dict.fromkeys(t for t in tokens if t):
            row = people.by_token(connection, hashed(token), now)
            people.end_sign_in(connection, hashed(token), now)
            if row is not None:
                _note(connection, audit.Event.SIGN_OUT, row.id, row.employer_id, now)


def change_password(store: Store, user: User, old: str, new: str, now: datetime, keep: str) -> None:
    """Give oneself another password; all other sign-ins end.

    Args:
        store: The database.
        user: Who acts.
        old: The password until now.
        new: The new one.
        now: This moment.
        keep: Secret of the browser that stays signed in.

    Raises:
        NotAllowedError: When he may not.
        RefusedError: When the old password is not right, or too many wrong ones were given.
        WeakPasswordError: When the new one is not good enough.
    """
    acting = require(store, user, Permission.CHANGE_OWN_SETTINGS)
    check_new(new, acting.name, acting.email)
    _, right = _try(store, acting.email, old, now)
    if not right:
        raise RefusedError
    kept = hashed_password(new)
    with store.write() as connection:
        people.change(connection, acting.id, password_hash=kept)
        people.end_sign_ins(connection, acting.id, now, but=hashed(keep))
        rows.end_links_about(connection, acting.id, now)
        audit.note(
            connection,
            audit.Event.PASSWORD_CHANGED,
            now,
            actor=acting,
            about=acting.id,
            details={"by": "himself"},
        )


def has_password(store: Store, user_id: str) -> bool:
    """Whether somebody signs in with a password."""
    with store.read() as connection:
        row = people.by_id(connection, user_id)
        kept = rows.password_of(connection, row.email) if row.email else None
    return kept is not None and kept.password_hash is not None


def link(store: Store, token: str, now: datetime) -> Link:
    """What a link is for.

    Raises:
        LinkOverError: When it cannot be used.
    """
    with store.read() as connection:
        row = rows.open_link(connection, hashed(token), now)
    if row is None:
        raise LinkOverError
    return Link(LinkKind(row.kind), row.email)


def accept_invitation(
    store: Store, token: str, name: str, password: str, lang: Lang, now: datetime, days: int
) -> tuple[User, str]:
    """Make the account that an invitation is for, and sign in.

    Args:
        store: The database.
        token: Secret of the link.
        name: As typed.
        password: As typed.
        lang: Language of the interface.
        now: This moment.
        days: How long the browser stays signed in.

    Raises:
        LinkOverError: When the link cannot be used, or its address has an account by now.
        BadNameError: When the name is empty or too long.
        WeakPasswordError: When the password is not good enough.
    """
    tidy = tidy_name(name)
    check_new(password, tidy, link(store, token, now).email)
    kept = hashed_password(password)
    with store.write() as connection:
        row = _use(connection, token, LinkKind.INVITATION, now)
        user_id = row.user_id or _made(connection, row, tidy, lang, now)
        people.change(connection, user_id, name=tidy, lang=lang, password_hash=kept)
        _unlock(connection, user_id)
        own = secrets.token_urlsafe(32)
        user = admit(connection, user_id, own, now, now + timedelta(days=days))
        audit.note(
            connection, audit.Event.ACCOUNT_MADE, now, actor=user, about=user.id, details={"by": "link"}
        )
    return user, own


def recover(store: Store, token: str, password: str, now: datetime, days: int) -> tuple[User, str]:
    """Set a new password by a recovery link, and sign in; all other sign-ins end and the account is unlocked.

    Raises:
        LinkOverError: When the link cannot be used.
        WeakPasswordError: When the password is not good enough.
    """
    found = link(store, token, now)
    with store.read() as connection:
        owner = people.by_email(connection, found.email)
    check_new(password, found.email, owner.name if owner else "")
    kept = hashed_password(password)
    with store.write() as connection:
        row = _use(connection, token, LinkKind.RECOVERY, now)
        if row.user_id is None or not people.by_id(connection, row.user_id).active:
            raise LinkOverError
        people.change(connection, row.user_id, password_hash=kept)
        people.end_sign_ins(connection, row.user_id, now)
        _unlock(connection, row.user_id)
        own = secrets.token_urlsafe(32)
        user = admit(connection, row.user_id, own, now, now + timedelta(days=days))
        event = audit.Event.PASSWORD_CHANGED
        audit.note(connection, event, now, actor=user, about=user.id, details={"by": "link"})
    return user, own


def first_administrator(
    store: Store, email: str, employer: str, team: str, now: datetime, lasts: timedelta
) -> str:
    """Make an administrator without asking anybody: for whoever has the server's command line.

    Args:
        store: The database.
        email: His address; somebody who has an account becomes administrator of his own employer.
        employer: Name of the employer, made when there is none of that name.
        team: Name of the team that he administers, likewise.
        now: This moment.
        lasts: How long the link lasts.

    Returns:
        Secret of a link to choose a password.
    """
    address, token = tidy_email(email), secrets.token_urlsafe(32)
    if "@" not in address:
        raise ValueError(f"{email!r} is no e-mail address")
    with store.write() as connection:
        row = people.by_email(connection, address)
        employer_id = row.employer_id if row else rows.employer_named(connection, employer)
        if employer_id is None:
            employer_id = secrets.token_hex(16)
            people.add_employer(connection, employer_id, employer, now)
        team_id = rows.team_named(connection, employer_id, team)
        if team_id is None:
            team_id = secrets.token_hex(16)
            people.add_team(connection, team_id, employer_id, team, now)
        user_id = row.id if row else secrets.token_hex(16)
        if row is None:
            people.add(connection, user_id, employer_id, address.split("@")[0][:40], "nl", now, email=address)
        people.give_role(connection, user_id, team_id, Role.ADMIN.value, now)
        people.change(connection, user_id, active=True)
        rows.end_links_about(connection, user_id, now)
        kept = rows.password_of(connection, address)
        kind = LinkKind.RECOVERY if kept and kept.password_hash else LinkKind.INVITATION
        made = rows.LinkRow(
            hashed(token), kind.value, user_id, team_id, Role.ADMIN.value, address, user_id, now + lasts
        )
        rows.add_link(connection, made, now)
        details = {"by": "command", "role": Role.ADMIN.value, "team": team_id}
        link_event = audit.Event.RECOVERY_LINK if kind is LinkKind.RECOVERY else audit.Event.INVITED
        for event in (audit.Event.ROLE_GIVEN, link_event):
            _note(connection, event, user_id, employer_id, now, details)
    return token


def tidy_email(email: str) -> str:
    """An e-mail address as it is kept: without white space, in small letters."""
    return "".join(email.split()).lower()[:_EMAIL_MOST]


def _try(store: Store, address: str, password: str, now: datetime) -> tuple[rows.PasswordRow | None, bool]:
    """Whether a password is right. The try is counted before that is known, so that many at once are no way round."""
    with store.write() as connection:
        tries = rows.count_try(connection, address, now)
        row = rows.password_of(connection, address)
        wait = _wait(tries)
        if row is not None and wait is not None:
            people.change(connection, row.user_id, locked_until=now + wait)
    right = fits(password, row.password_hash if row and tries else None)
    with store.write() as connection:
        if right and row is not None:
            _unlock(connection, row.user_id)
        if not right or row is None or not row.active:
            _note_failure(connection, row, tries, wait, now)
    return row, right


def _wait(tries: int) -> timedelta | None:
    """How long an account is locked after so many wrong passwords."""
    if tries < TRIES:
        return None
    doubled: int = 2 ** min(tries - TRIES, 10)
    return min(LOCK_LEAST * doubled, LOCK_MOST)


def _note_failure(
    connection: Connection, row: rows.PasswordRow | None, tries: int, wait: timedelta | None, now: datetime
) -> None:
    user_id, employer_id = (row.user_id, row.employer_id) if row else (None, None)
    _note(connection, audit.Event.SIGN_IN_FAILED, user_id, employer_id, now, {"tries": tries})
    if row is not None and wait is not None:
        details = {"tries": tries, "minutes": int(wait.total_seconds() // 60)}
        _note(connection, audit.Event.LOCKED_OUT, user_id, employer_id, now, details)


def _note(
    connection: Connection,
    event: audit.Event,
    user_id: str | None,
    employer_id: str | None,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> None:
    audit.note(connection, event, now, actor=None, about=user_id, employer=employer_id, details=details)


def _use(connection: Connection, token: str, kind: LinkKind, now: datetime) -> rows.LinkRow:
    row = rows.open_link(connection, hashed(token), now)
    if row is None or row.kind != kind or not rows.use_link(connection, hashed(token), now):
        raise LinkOverError
    return row


def _made(connection: Connection, row: rows.LinkRow, name: str, lang: Lang, now: datetime) -> str:
    """The new user of an invitation."""
    if row.team_id is None or row.role is None or people.by_email(connection, row.email) is not None:
        raise LinkOverError
    employer_id = people.employer_of_team(connection, row.team_id)
    if employer_id is None:
        raise LinkOverError
    user_id = secrets.token_hex(16)
    people.add(connection, user_id, employer_id, name, lang, now, email=row.email)
    people.give_role(connection, user_id, row.team_id, row.role, now)
    details = {"team": row.team_id, "role": row.role, "by": "link"}
    _note(connection, audit.Event.ROLE_GIVEN, user_id, employer_id, now, details)
    return user_id


def _unlock(connection: Connection, user_id: str) -> None:
    people.change(connection, user_id, failed_sign_ins=0, locked_until=None)
