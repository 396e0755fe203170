"""Employers, teams, rights, sign-in, and who did or saw what."""

import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from simulator.store.base import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WORKSHOP = "workshop"
"""Id of the employer, and of its team, of a workshop machine."""


def upgrade() -> None:
    op.create_table(
        "employers",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employers")),
    )
    op.create_table(
        "teams",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("employer_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name=op.f("fk_teams_employer_id_employers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teams")),
        sa.UniqueConstraint("employer_id", "name", name=op.f("uq_teams_employer_id")),
    )
    with op.batch_alter_table("teams", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_teams_employer_id"), ["employer_id"], unique=False)
    op.create_table(
        "audit_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("employer_id", sa.String(length=36), nullable=True),
        sa.Column("actor_id", sa.String(length=36), nullable=True),
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("about_id", sa.String(length=36), nullable=True),
        sa.Column("details", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["about_id"], ["users.id"], name=op.f("fk_audit_events_about_id_users")),
        sa.ForeignKeyConstraint(["actor_id"], ["users.id"], name=op.f("fk_audit_events_actor_id_users")),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name=op.f("fk_audit_events_employer_id_employers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_events")),
    )
    with op.batch_alter_table("audit_events", schema=None) as batch_op:
        batch_op.create_index("ix_audit_events_employer_at", ["employer_id", "at"], unique=False)
    op.create_table(
        "downloads",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_downloads_user_id_users")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_downloads")),
    )
    op.create_table(
        "employer_settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employer_id", sa.String(length=36), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.String(length=36), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["users.id"], name=op.f("fk_employer_settings_changed_by_users")
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employers.id"], name=op.f("fk_employer_settings_employer_id_employers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employer_settings")),
    )
    with op.batch_alter_table("employer_settings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_employer_settings_employer_id"), ["employer_id"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=True),
        sa.Column("team_id", sa.String(length=36), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=True),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("created_by", sa.String(length=36), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_invitations_created_by_users")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_invitations_team_id_teams")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_invitations_user_id_users")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invitations")),
    )
    op.create_table(
        "memberships",
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("team_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_memberships_team_id_teams")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_memberships_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", "team_id", name=op.f("pk_memberships")),
    )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.create_index("ix_memberships_team", ["team_id"], unique=False)
    op.create_table(
        "access_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor_id", sa.String(length=36), nullable=False),
        sa.Column("about_id", sa.String(length=36), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("attempt_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["about_id"], ["users.id"], name=op.f("fk_access_log_about_id_users")),
        sa.ForeignKeyConstraint(["actor_id"], ["users.id"], name=op.f("fk_access_log_actor_id_users")),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name=op.f("fk_access_log_attempt_id_attempts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_log")),
    )
    with op.batch_alter_table("access_log", schema=None) as batch_op:
        batch_op.create_index("ix_access_log_about_at", ["about_id", "at"], unique=False)
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("team_id", sa.String(length=36), nullable=True))
        batch_op.create_index("ix_attempts_team_started", ["team_id", "started_at"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_attempts_team_id_teams"), "teams", ["team_id"], ["id"])
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ended_at", UtcDateTime(), nullable=True))
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.add_column(sa.Column("employer_id", sa.String(length=36), nullable=True))
        batch_op.add_column(sa.Column("pseudonym", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("email", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("password_hash", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("failed_sign_ins", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("locked_until", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("issuer", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("subject", sa.String(length=200), nullable=True))
    _everybody_to_the_workshop()
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.alter_column("employer_id", existing_type=sa.String(length=36), nullable=False)
        batch_op.alter_column("pseudonym", existing_type=sa.String(length=20), nullable=False)
        batch_op.alter_column("failed_sign_ins", existing_type=sa.Integer(), nullable=False)
        batch_op.drop_constraint(batch_op.f("uq_users_name"), type_="unique")
        batch_op.create_index(batch_op.f("ix_users_employer_id"), ["employer_id"], unique=False)
        batch_op.create_unique_constraint(batch_op.f("uq_users_email"), ["email"])
        batch_op.create_unique_constraint(batch_op.f("uq_users_issuer"), ["issuer", "subject"])
        batch_op.create_unique_constraint(batch_op.f("uq_users_pseudonym"), ["pseudonym"])
        batch_op.create_foreign_key(
            batch_op.f("fk_users_employer_id_employers"), "employers", ["employer_id"], ["id"]
        )
        batch_op.drop_column("role")


def downgrade() -> None:
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.add_column(sa.Column("role", sa.String(length=20), nullable=True))
    op.execute(
        "update users set role = coalesce((select min(role) from memberships where memberships.user_id = users.id),"
        " 'trainee')"
    )
    op.execute(
        "update users set name = name || ' ' || pseudonym where id not in (select min(id) from users group by name)"
    )
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.alter_column("role", existing_type=sa.String(length=20), nullable=False)
        batch_op.drop_constraint(batch_op.f("fk_users_employer_id_employers"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_users_pseudonym"), type_="unique")
        batch_op.drop_constraint(batch_op.f("uq_users_issuer"), type_="unique")
        batch_op.drop_constraint(batch_op.f("uq_users_email"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_users_employer_id"))
        batch_op.create_unique_constraint(batch_op.f("uq_users_name"), ["name"])
        batch_op.drop_column("subject")
        batch_op.drop_column("issuer")
        batch_op.drop_column("locked_until")
        batch_op.drop_column("failed_sign_ins")
        batch_op.drop_column("password_hash")
        batch_op.drop_column("email")
        batch_op.drop_column("pseudonym")
        batch_op.drop_column("employer_id")
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.drop_column("ended_at")
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_attempts_team_id_teams"), type_="foreignkey")
        batch_op.drop_index("ix_attempts_team_started")
        batch_op.drop_column("team_id")
    with op.batch_alter_table("access_log", schema=None) as batch_op:
        batch_op.drop_index("ix_access_log_about_at")
    op.drop_table("access_log")
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.drop_index("ix_memberships_team")
    op.drop_table("memberships")
    op.drop_table("invitations")
    with op.batch_alter_table("employer_settings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_employer_settings_employer_id"))
    op.drop_table("employer_settings")
    op.drop_table("downloads")
    with op.batch_alter_table("audit_events", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_events_employer_at")
    op.drop_table("audit_events")
    with op.batch_alter_table("teams", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_teams_employer_id"))
    op.drop_table("teams")
    op.drop_table("employers")


def _everybody_to_the_workshop() -> None:
    """Put everybody who is there in one employer with one team, with the role that he has."""
    bind = op.get_bind()
    at = datetime.now(UTC)
    employers = sa.table(
        "employers", sa.column("id"), sa.column("name"), sa.column("created_at", UtcDateTime())
    )
    teams = sa.table(
        "teams",
        sa.column("id"),
        sa.column("employer_id"),
        sa.column("name"),
        sa.column("created_at", UtcDateTime()),
    )
    users = sa.table(
        "users", *(sa.column(c) for c in ("id", "role", "employer_id", "pseudonym", "failed_sign_ins"))
    )
    everybody = bind.execute(sa.select(users.c.id, users.c.role)).all()
    if not everybody:
        return
    bind.execute(employers.insert().values(id=WORKSHOP, name="Workshop", created_at=at))
    bind.execute(teams.insert().values(id=WORKSHOP, employer_id=WORKSHOP, name="Workshop", created_at=at))
    memberships = sa.table(
        "memberships",
        *(sa.column(c) for c in ("user_id", "team_id", "role")),
        sa.column("since", UtcDateTime()),
    )
    for user_id, role in everybody:
        mine = {"employer_id": WORKSHOP, "pseudonym": secrets.token_hex(5).upper(), "failed_sign_ins": 0}
        bind.execute(users.update().where(users.c.id == user_id).values(**mine))
        bind.execute(memberships.insert().values(user_id=user_id, team_id=WORKSHOP, role=role, since=at))
    attempts = sa.table("attempts", sa.column("team_id"))
    bind.execute(attempts.update().values(team_id=WORKSHOP))
