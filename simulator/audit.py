"""The audit trail: what was done with rights, publications, scores and personal data, by whom and when.

Other services call `note` inside their own transaction, so that a deed and its trace are stored together or not at
all. A lead's look at a named trainee's work goes into the access log, which the trainee sees (`note_access`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from simulator.accounts import User
from simulator.store import audit_rows as rows
from simulator.store.engine import Connection


class Event(StrEnum):
    """What is kept."""

    SIGN_IN = "sign_in"
    SIGN_IN_FAILED = "sign_in_failed"
    LOCKED_OUT = "locked_out"
    SIGN_OUT = "sign_out"
    INVITED = "invited"
    ACCOUNT_MADE = "account_made"
    PASSWORD_CHANGED = "password_changed"  # nosec B105  # noqa: S105  # pragma: allowlist secret
    RECOVERY_LINK = "recovery_link"
    ROLE_GIVEN = "role_given"
    ROLE_TAKEN = "role_taken"
    DEACTIVATED = "deactivated"
    ACTIVATED = "activated"
    TEAM_MADE = "team_made"
    SETTINGS_CHANGED = "settings_changed"
    PUBLISHED = "published"
    ARCHIVED = "archived"
    REVIEWED = "reviewed"
    ADJUSTED = "adjusted"
    DISPUTE_DECIDED = "dispute_decided"
    ASSIGNED = "assigned"
    CALIBRATION_OPENED = "calibration_opened"
    CALIBRATION_CLOSED = "calibration_closed"
    RESCORED = "rescored"
    RESCORING_REVERTED = "rescoring_reverted"
    EXPORTED = "exported"
    PERSON_EXPORTED = "person_exported"
    PERSON_ERASED = "person_erased"
    RETENTION_RUN = "retention_run"
    CERTIFICATE_ISSUED = "certificate_issued"
    BACKED_UP = "backed_up"


class Look(StrEnum):
    """What a lead looked at, as the access log names it."""

    REPLY = "reply"
    REPLIES = "replies"
    EXPORT = "export"
    DATA = "data"


def note(
    connection: Connection,
    event: Event,
    now: datetime,
    *,
    actor: User | None,
    about: str | None = None,
    employer: str | None = None,
    details: Mapping[str, object] | None = None,
) -> None:
    """Add an event to the audit trail, in the transaction of the deed itself.

    Args:
        connection: The transaction.
        event: What happened.
        now: When.
        actor: Who did it; None before anybody is known, as with a wrong password.
        about: Id of the user whom it concerns.
        employer: Id of the employer; that of the actor when left out.
        details: Ids, codes and numbers; never names, e-mail addresses or words that a person wrote.
    """
    rows.add_event(
        connection,
        event.value,
        now,
        employer_id=employer or (actor.employer_id if actor else None),
        actor_id=actor.id if actor else None,
        about_id=about,
        details=details,
    )


def note_access(
    connection: Connection, actor: User, about: str, what: Look, now: datetime, attempt_id: str | None = None
) -> None:
    """Note that somebody looked at a named person's work; looking at his own is not noted."""
    if actor.id != about:
        rows.add_access(connection, actor.id, about, what.value, attempt_id, now)
