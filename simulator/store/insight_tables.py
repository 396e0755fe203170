"""Tables of insight: figures per team and week, learning paths and certificates.

The figures are kept with each reply, so that a team's page never has to read all attempts.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text

from simulator.store.base import UtcDateTime, metadata

team_weeks = Table(
    "team_weeks",
    metadata,
    Column("team_id", ForeignKey("teams.id"), primary_key=True),
    Column("week", Date, primary_key=True),
    Column("measure", String(80), primary_key=True),
    Column("n", Integer, nullable=False),
    Column("total", Float, nullable=False),
    Column("squares", Float, nullable=False),
)
"""Number, sum and sum of squares of a measure ("tone", "criterion:tone.greets", "time:fast") in a week that begins on
this Monday."""

user_weeks = Table(
    "user_weeks",
    metadata,
    Column("team_id", ForeignKey("teams.id"), primary_key=True),
    Column("week", Date, primary_key=True),
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("replies", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("total", Float, nullable=False),
    Column("squares", Float, nullable=False),
    Index("ix_user_weeks_user", "user_id", "week"),
)
"""How many replies a person gave in a week, how many passed, and the scored totals of n of them."""

learning_paths = Table(
    "learning_paths",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("employer_id", ForeignKey("employers.id"), nullable=False, index=True),
    Column("title", String(120), nullable=False),
    Column("scenarios", Text, nullable=False),
    Column("pass_total", Integer, nullable=False),
    Column("created_by", ForeignKey("users.id"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("archived", Boolean, nullable=False),
)

certificates = Table(
    "certificates",
    metadata,
    Column("code", String(20), primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False, index=True),
    Column("path_id", ForeignKey("learning_paths.id"), nullable=False),
    Column("issued_at", UtcDateTime, nullable=False),
    Column("content", Text, nullable=False),
)
"""What a certificate says, as JSON; its code is how it is verified."""
