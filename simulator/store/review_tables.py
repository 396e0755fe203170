"""Tables of review: what leads look at and judge, disputes, assignments, calibration, re-scoring.

Judgements are only ever added; the automatic scorecard stays as it was.
"""

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

looks = Table(
    "looks",
    metadata,
    Column("turn_id", ForeignKey("turns.id"), primary_key=True),
    Column("reason", String(20), primary_key=True),
    Column("team_id", ForeignKey("teams.id"), nullable=False),
    Column("details", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("done_at", UtcDateTime),
    Column("done_by", ForeignKey("users.id")),
    Index("ix_looks_team_open", "team_id", "done_at", "created_at"),
)
"""Reasons for a lead to look at a reply; done when somebody reviewed it."""

review_locks = Table(
    "review_locks",
    metadata,
    Column("turn_id", ForeignKey("turns.id"), primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("turn_id", ForeignKey("turns.id"), nullable=False, index=True),
    Column("scorecard_id", ForeignKey("scorecards.id"), nullable=False),
    Column("reviewer_id", ForeignKey("users.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("blind", Boolean, nullable=False),
    Column("comment", Text, nullable=False),
    Column("compliment", Boolean, nullable=False),
)

review_marks = Table(
    "review_marks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("review_id", ForeignKey("reviews.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("comment", Text, nullable=False),
)
"""Comments on words of the reply, in code points."""

adjustments = Table(
    "adjustments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("review_id", ForeignKey("reviews.id"), nullable=False, index=True),
    Column("name", String(60), nullable=False),
    Column("automatic", Float),
    Column("adjusted", Float),
    Column("reason", String(30), nullable=False),
    Column("words", Text, nullable=False),
)
"""What a review changes: a dimension, a criterion ("tone.greets") or "passed" (1 or 0)."""

final_scores = Table(
    "final_scores",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("turn_id", ForeignKey("turns.id"), nullable=False, index=True),
    Column("review_id", ForeignKey("reviews.id"), nullable=False),
    Column("passed", Boolean, nullable=False),
    Column("total", Float),
    Column("speed", Float),
    Column("tone", Float),
    Column("personalisation", Float),
    Column("protocol", Float),
    Column("at", UtcDateTime, nullable=False),
)
"""Scores after a person's adjustment; the newest of a turn is final. Without one the newest scorecard is."""

disputes = Table(
    "disputes",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("turn_id", ForeignKey("turns.id"), nullable=False, index=True),
    Column("scorecard_id", ForeignKey("scorecards.id"), nullable=False),
    Column("team_id", ForeignKey("teams.id")),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("criterion", String(60), nullable=False),
    Column("code", String(60), nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("reason", String(30), nullable=False),
    Column("words", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("outcome", String(20)),
    Column("comment", Text, nullable=False),
    Column("decided_by", ForeignKey("users.id")),
    Column("decided_at", UtcDateTime),
    UniqueConstraint("turn_id", "criterion", "code", "start"),
    Index("ix_disputes_team_open", "team_id", "decided_at"),
)

proposals = Table(
    "proposals",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("dispute_id", ForeignKey("disputes.id"), nullable=False, unique=True),
    Column("employer_id", ForeignKey("employers.id"), nullable=False),
    Column("scenario_id", String(64), nullable=False),
    Column("criterion", String(60), nullable=False),
    Column("example", Text, nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("proposed_by", ForeignKey("users.id"), nullable=False),
    Column("proposed_at", UtcDateTime, nullable=False),
    Column("outcome", String(20)),
    Column("decided_by", ForeignKey("users.id")),
    Column("decided_at", UtcDateTime),
)
"""An example that an accepted dispute offers to the trainers."""

assignments = Table(
    "assignments",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("team_id", ForeignKey("teams.id"), nullable=False),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("scenario_id", String(64), nullable=False),
    Column("given_by", ForeignKey("users.id"), nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime),
    Column("note", Text, nullable=False),
    Column("review_id", ForeignKey("reviews.id")),
    Column("attempt_id", ForeignKey("attempts.id")),
    Column("done_at", UtcDateTime),
    Column("withdrawn_at", UtcDateTime),
    Index("ix_assignments_user", "user_id", "done_at"),
)

calibrations = Table(
    "calibrations",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("employer_id", ForeignKey("employers.id"), nullable=False, index=True),
    Column("title", String(120), nullable=False),
    Column("created_by", ForeignKey("users.id"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime),
    Column("closed_at", UtcDateTime),
)

calibration_items = Table(
    "calibration_items",
    metadata,
    Column("calibration_id", ForeignKey("calibrations.id"), primary_key=True),
    Column("turn_id", ForeignKey("turns.id"), primary_key=True),
    Column("number", Integer, nullable=False),
)

calibration_members = Table(
    "calibration_members",
    metadata,
    Column("calibration_id", ForeignKey("calibrations.id"), primary_key=True),
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("done_at", UtcDateTime),
)

judgements = Table(
    "judgements",
    metadata,
    Column("calibration_id", ForeignKey("calibrations.id"), primary_key=True),
    Column("turn_id", ForeignKey("turns.id"), primary_key=True),
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("name", String(60), primary_key=True),
    Column("value", Float),
    Column("at", UtcDateTime, nullable=False),
)
"""A lead's judgement in a round: a dimension 0-100, "passed" or a criterion 1 or 0; None abstains."""

agreed_scores = Table(
    "agreed_scores",
    metadata,
    Column("calibration_id", ForeignKey("calibrations.id"), primary_key=True),
    Column("turn_id", ForeignKey("turns.id"), primary_key=True),
    Column("name", String(60), primary_key=True),
    Column("value", Float),
    Column("by", ForeignKey("users.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
"""What the leads agreed on after talking."""

rescorings = Table(
    "rescorings",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("employer_id", ForeignKey("employers.id"), nullable=False),
    Column("rubric", String(64), nullable=False),
    Column("scorer_version", String(20), nullable=False),
    Column("reverts", ForeignKey("rescorings.id")),
    Column("by", ForeignKey("users.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("reason", Text, nullable=False),
    Column("replies", Integer, nullable=False),
)
"""One re-scoring; taking it back is one more, which adds the former scorecards again."""
