"""Tables of practice and authoring. Answers, scorecards, cases and rubrics are only ever added, never changed."""

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

rubrics = Table(
    "rubrics",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("content", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("content_hash", String(64), primary_key=True),
    Column("scenario_id", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

file_revisions = Table(
    "file_revisions",
    metadata,
    Column("path", String(200), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("content", Text, nullable=False),
    Column("saved_by", ForeignKey("users.id"), nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
)

working_copies = Table(
    "working_copies",
    metadata,
    Column("path", String(200), primary_key=True),
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("base", Integer, nullable=False),
    Column("base_hash", String(64), nullable=False),
    Column("content", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
)

publications = Table(
    "publications",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", String(200), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("status", String(20), nullable=False),
    Column("content", Text, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("published_by", ForeignKey("users.id"), nullable=False),
    Column("published_at", UtcDateTime, nullable=False),
    UniqueConstraint("path", "version", "status"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("team_id", ForeignKey("teams.id")),
    Column("case_hash", ForeignKey("cases.content_hash"), nullable=False),
    Column("scenario_id", String(64), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("mode", String(10), nullable=False),
    Column("clock_on", Boolean, nullable=False),
    Column("time_factor", Float, nullable=False),
    Column("retry_of", ForeignKey("attempts.id")),
    Column("started_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    Index("ix_attempts_user_started", "user_id", "started_at"),
    Index("ix_attempts_team_started", "team_id", "started_at"),
)

turns = Table(
    "turns",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("attempt_id", ForeignKey("attempts.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("turn_id", String(64), nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("target_seconds", Float),
    Column("budget_seconds", Float),
    Column("paused_at", UtcDateTime),
    Column("paused_seconds", Float, nullable=False),
    Column("mood", Integer, nullable=False),
    Column("trust", Integer, nullable=False),
    Column("visibility", Integer, nullable=False),
    Column("copied", Boolean, nullable=False),
    UniqueConstraint("attempt_id", "number"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("turn_id", ForeignKey("turns.id"), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("action", String(20), nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("turn_id", ForeignKey("turns.id"), primary_key=True),
    Column("action", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("submitted_at", UtcDateTime, nullable=False),
    Column("elapsed_seconds", Float),
    Column("expired", Boolean, nullable=False),
    Column("reaction", Integer, nullable=False),
    Column("mood", Integer, nullable=False),
    Column("trust", Integer, nullable=False),
    Column("visibility", Integer, nullable=False),
)

scorecards = Table(
    "scorecards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("turn_id", ForeignKey("turns.id"), nullable=False, index=True),
    Column("rubric", ForeignKey("rubrics.fingerprint"), nullable=False),
    Column("scorer_version", String(20), nullable=False),
    Column("rescoring_id", ForeignKey("rescorings.id")),
    Column("passed", Boolean, nullable=False),
    Column("total", Float),
    Column("speed", Float),
    Column("tone", Float),
    Column("personalisation", Float),
    Column("protocol", Float),
    Column("content", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)
