"""Tables of people: employers, teams, users, their rights, how they sign in, and who did or saw what."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from simulator.store.base import UtcDateTime, metadata

employers = Table(
    "employers",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

employer_settings = Table(
    "employer_settings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("employer_id", ForeignKey("employers.id"), nullable=False, index=True),
    Column("content", Text, nullable=False),
    Column("changed_by", ForeignKey("users.id"), nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)
"""Each change of the settings adds a row; the newest counts."""

teams = Table(
    "teams",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("employer_id", ForeignKey("employers.id"), nullable=False, index=True),
    Column("name", String(80), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("employer_id", "name"),
)

users = Table(
    "users",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("employer_id", ForeignKey("employers.id"), nullable=False, index=True),
    Column("name", String(80), nullable=False),
    Column("pseudonym", String(20), nullable=False, unique=True),
    Column("email", String(200), unique=True),
    Column("password_hash", String(200)),
    Column("failed_sign_ins", Integer, nullable=False),
    Column("locked_until", UtcDateTime),
    Column("issuer", String(200)),
    Column("subject", String(200)),
    Column("lang", String(2), nullable=False),
    Column("time_factor", Float, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("issuer", "subject"),
)

memberships = Table(
    "memberships",
    metadata,
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("team_id", ForeignKey("teams.id"), primary_key=True),
    Column("role", String(20), nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Index("ix_memberships_team", "team_id"),
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
)

invitations = Table(
    "invitations",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("user_id", ForeignKey("users.id")),
    Column("team_id", ForeignKey("teams.id")),
    Column("role", String(20)),
    Column("email", String(200), nullable=False),
    Column("created_by", ForeignKey("users.id"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)
"""Links that are good for one time: to make an account ("invitation"), or to set a new password ("recovery")."""

downloads = Table(
    "downloads",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("wanted", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)
"""Addresses that give a file once, to the one who asked for it."""

audit_events = Table(
    "audit_events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("employer_id", ForeignKey("employers.id")),
    Column("actor_id", ForeignKey("users.id")),
    Column("event", String(40), nullable=False),
    Column("about_id", ForeignKey("users.id")),
    Column("details", Text, nullable=False),
    Index("ix_audit_events_employer_at", "employer_id", "at"),
)

access_log = Table(
    "access_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor_id", ForeignKey("users.id"), nullable=False),
    Column("about_id", ForeignKey("users.id"), nullable=False),
    Column("what", String(40), nullable=False),
    Column("attempt_id", ForeignKey("attempts.id")),
    Index("ix_access_log_about_at", "about_id", "at"),
)
"""Who looked at a named person's work; that person sees it."""
