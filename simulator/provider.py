"""Signing in at an identity provider: which claims give which role in which team, and one row for each sign-in.

Streamlit keeps a signed cookie for 30 days and looks at no token's end; so that cookie only says who once signed in,
and the row of that sign-in says whether it still counts.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from simulator import audit
from simulator.accounts import NAME_MOST, Role, admit, hashed
from simulator.i18n import Lang
from simulator.store import people, people_admin_rows
from simulator.store.engine import Connection, Store

Claims = Mapping[str, object]
_SIZE_MOST = 64_000
_NAME_MOST = 200
_IDS = uuid.UUID("6b1b2c52-7f0e-4c39-9d7e-5f7b0a5d3c11")
"""Ids come from names, so that two first sign-ins at once make one employer and one team."""


class RolesError(ValueError):
    """The file of roles cannot be used; the message says where and why."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Rule(_Strict):
    """One value of the claim, and what it gives."""

    value: str = Field(min_length=1)
    team: str = Field(min_length=1, max_length=80)
    role: Role


class Roles(_Strict):
    """Which claim gives which role in which team.

    Attributes:
        employer: Name of the employer whose people sign in here.
        claim: Name of the claim; dots lead into nested ones, as in `realm_access.roles`.
        roles: The rules; of several that hold for a team, the role that reaches furthest counts.
    """

    employer: str = Field(min_length=1, max_length=80)
    claim: str = Field(min_length=1)
    roles: tuple[Rule, ...] = Field(min_length=1)

    def given(self, claims: Claims) -> dict[str, Role]:
        """Roles by name of the team that these claims give."""
        values = _values(claims, self.claim)
        order = list(Role)
        given: dict[str, Role] = {}
        for rule in self.roles:
            if rule.value in values:
                given[rule.team] = max(given.get(rule.team, Role.TRAINEE), rule.role, key=order.index)
        return given


class Outcome(StrEnum):
    """How trying to sign in with a provider's claims ended."""

    IN = "in"
    OVER = "over"
    """The token's time is over, or somebody signed out."""
    NO_ROLE = "no_role"
    """The provider knows him, but no rule gives him a role."""
    CLOSED = "closed"
    """An administrator has closed his account."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What counts of a provider's claims."""

    issuer: str
    subject: str
    until: datetime
    claims: Claims


def read_roles(path: Path) -> Roles:
    """Read the file of roles, YAML or JSON.

    Raises:
        RolesError: When it cannot be used.
    """
    try:
        data = path.read_bytes()
        if len(data) > _SIZE_MOST:
            raise RolesError(f"{path}: is larger than {_SIZE_MOST} bytes")
        return Roles.model_validate(yaml.safe_load(data))
    except OSError as error:
        raise RolesError(f"SIMULATOR_OIDC_ROLES: {path}: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise RolesError(f"{path}: is no YAML: {error}") from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors())
        raise RolesError(f"{path}: {'; '.join(faults)}") from error


def token_of(claims: Claims, secret: str) -> str:
    """The secret of the one sign-in that these claims come from; "" when they name nobody.

    Nobody can make it from a token that he saw: it is made with the installation's own secret.

    Args:
        claims: As in the provider's identity token.
        secret: Secret of the installation.
    """
    if not claims.get("iss") or not claims.get("sub"):
        return ""
    # The nonce tells two sign-ins in the same second apart.
    parts = [str(claims.get(name, "")) for name in ("iss", "sub", "iat", "auth_time", "jti", "nonce")]
    digest = hmac.new(secret.encode(), json.dumps(parts).encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def sign_in(
    store: Store, claims: Claims, token: str, roles: Roles, lang: Lang, now: datetime, days: int
) -> Outcome:
    """Open the sign-in that claims come from, once; make the user at his first, and renew his roles.

    Args:
        store: The database.
        claims: As in the provider's identity token, which Streamlit has checked.
        token: Secret of this sign-in, by `token_of`.
        roles: Which claims give which role.
        lang: Language of the interface for a new user.
        now: This moment.
        days: The longest that a sign-in lasts, whatever the token says.
    """
    who = _identity(claims, now, days)
    if not token or who is None:
        return Outcome.OVER
    given = roles.given(claims)
    with store.write() as connection:
        employer_id = _held_employer(connection, roles.employer, now)
        if people.sign_in_is_there(connection, hashed(token)):
            opened = people.by_token(connection, hashed(token), now)
            return Outcome.OVER if opened is None else Outcome.IN if opened.active else Outcome.CLOSED
        row = _known(connection, who, employer_id)
        if row is None:
            if not given:
                audit.note(
                    connection, audit.Event.SIGN_IN_FAILED, now, actor=None, details={"why": "no_role"}
                )
                return Outcome.NO_ROLE
            row = _made(connection, who, employer_id, lang, now)
        if not row.active:
            _failed(connection, row, "closed", now)
            return Outcome.CLOSED
        people.change(connection, row.id, name=_name(claims))
        _renew(connection, row, given, now)
        if not given:
            _failed(connection, row, "no_role", now)
            return Outcome.NO_ROLE
        user = admit(connection, row.id, token, now, who.until)
        audit.note(
            connection, audit.Event.SIGN_IN, now, actor=user, about=user.id, details={"by": "provider"}
        )
    return Outcome.IN


def _identity(claims: Claims, now: datetime, days: int) -> Identity | None:
    """Who the claims name, or None when their time is over or unknown."""
    ends = claims.get("exp")
    if not isinstance(ends, int | float) or isinstance(ends, bool):
        return None
    until = min(datetime.fromtimestamp(ends, UTC), now + timedelta(days=days))
    if until <= now:
        return None
    return Identity(_fitting(str(claims["iss"])), _fitting(str(claims["sub"])), until, claims)


def _fitting(name: str) -> str:
    """A name that fits its column and stays different from every other."""
    return name if len(name) <= _NAME_MOST else "sha256:" + hashlib.sha256(name.encode()).hexdigest()


def _held_employer(connection: Connection, name: str, now: datetime) -> str:
    """The employer's id; two windows that come back from the provider at once go on one after the other."""
    employer_id = people_admin_rows.employer_named(connection, name) or str(uuid.uuid5(_IDS, name))
    people.add_employer(connection, employer_id, name, now)
    people_admin_rows.hold_employer(connection, employer_id)
    return employer_id


def _known(connection: Connection, who: Identity, employer_id: str) -> people.UserRow | None:
    row = people.by_subject(connection, who.issuer, who.subject)
    email = _email(who.claims)
    if row is not None or not email or who.claims.get("email_verified") is not True:
        return row
    # Somebody who had a local account keeps his work when his employer changes to a provider.
    local = people.by_email(connection, email)
    if local is None or local.employer_id != employer_id:
        return None
    if people_admin_rows.has_subject(connection, local.id):
        return None
    people.change(connection, local.id, issuer=who.issuer, subject=who.subject, password_hash=None)
    return local


def _made(
    connection: Connection, who: Identity, employer_id: str, lang: Lang, now: datetime
) -> people.UserRow:
    email = _email(who.claims)
    free = email and people.by_email(connection, email) is None
    user_id = str(uuid.uuid4())
    more = {"issuer": who.issuer, "subject": who.subject, "email": email if free else None}
    people.add(connection, user_id, employer_id, _name(who.claims), lang, now, **more)
    row = people.by_id(connection, user_id)
    audit.note(
        connection,
        audit.Event.ACCOUNT_MADE,
        now,
        actor=None,
        about=user_id,
        employer=employer_id,
        details={"by": "provider"},
    )
    return row


def _renew(connection: Connection, row: people.UserRow, given: Mapping[str, Role], now: datetime) -> None:
    """Have somebody's roles be what his claims give, and nothing else."""
    teams = {_team(connection, row.employer_id, name, now): role for name, role in given.items()}
    had = {m.team_id: m.role for m in row.memberships}
    for team_id in had.keys() - teams.keys():
        people_admin_rows.take_role(connection, row.id, team_id)
        _note_role(connection, audit.Event.ROLE_TAKEN, row, team_id, had[team_id], now)
    for team_id, role in teams.items():
        if had.get(team_id) != role:
            people.give_role(connection, row.id, team_id, role.value, now)
            _note_role(connection, audit.Event.ROLE_GIVEN, row, team_id, role.value, now)


def _note_role(
    connection: Connection, event: audit.Event, row: people.UserRow, team_id: str, role: str, now: datetime
) -> None:
    details = {"team": team_id, "role": role, "by": "provider"}
    audit.note(connection, event, now, actor=None, about=row.id, employer=row.employer_id, details=details)


def _failed(connection: Connection, row: people.UserRow, why: str, now: datetime) -> None:
    event, details = audit.Event.SIGN_IN_FAILED, {"why": why}
    audit.note(connection, event, now, actor=None, about=row.id, employer=row.employer_id, details=details)


def _team(connection: Connection, employer_id: str, name: str, now: datetime) -> str:
    found = people_admin_rows.team_named(connection, employer_id, name)
    if found is not None:
        return found
    # A team that was renamed since stays the same team.
    team_id = str(uuid.uuid5(_IDS, f"{employer_id}/{name}"))
    people.add_team(connection, team_id, employer_id, name, now)
    return team_id


def _values(claims: Claims, name: str) -> set[str]:
    """The values of a claim; a name with dots may be one claim, as with addresses, or lead into nested ones."""
    found: object = claims.get(name)
    if found is None:
        found = claims
        for part in name.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    if isinstance(found, list | tuple):
        return {str(value) for value in found}
    return set() if found is None or isinstance(found, Mapping) else {str(found)}


def _name(claims: Claims) -> str:
    for claim in ("name", "preferred_username", "given_name", "email", "sub"):
        tidy = " ".join(str(claims.get(claim) or "").split())
        if tidy:
            return tidy[:NAME_MOST].strip()
    return "-"


def _email(claims: Claims) -> str:
    email = str(claims.get("email") or "").strip().lower()
    return email if len(email) <= _NAME_MOST else ""
