"""What every column holds and how its row reaches a person: export, erasure and docs all follow this one table.

A test fails when a table or column of the database does not stand here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds."""

    PERSONAL = "personal"
    """A name, an address, words that a person wrote, or a judgement of somebody."""
    PSEUDONYMOUS = "pseudonymous"
    """Says nothing by itself, but leads to a person through another row."""
    CONTENT = "content"
    """Scenarios, rubrics, settings: about no person."""
    TECHNICAL = "technical"
    """Needed to run: versions, moments, order."""


class Purpose(StrEnum):
    """Why a table is there."""

    ACCOUNT = "account"
    SIGN_IN = "sign_in"
    PRACTICE = "practice"
    SCORING = "scoring"
    REVIEW = "review"
    DISPUTE = "dispute"
    COACHING = "coaching"
    CALIBRATION = "calibration"
    INSIGHT = "insight"
    CERTIFICATE = "certificate"
    ACCOUNTABILITY = "accountability"
    WRITING = "writing"
    SETTINGS = "settings"


class Ground(StrEnum):
    """The legal ground that fits at first sight (GDPR article 6); a lawyer has to confirm it."""

    INTEREST = "interest"
    """Article 6(1)(f), legitimate interest."""
    CONTRACT = "contract"
    """Article 6(1)(b), what the account needs to work."""
    DUTY = "duty"
    """Article 6(1)(c), a duty to keep logs, or (f) where there is none."""
    NONE = "none"
    """No personal data."""


class Kept(StrEnum):
    """How long."""

    ATTEMPT = "attempt"
    """As long as the attempt: the employer's term."""
    ACCOUNT = "account"
    """As long as the account."""
    SHORT = "short"
    """Until it is used or over; then until the retention run."""
    SENT = "sent"
    """Until the reply is sent."""
    LOG = "log"
    """At least six months."""
    COUNTS = "counts"
    """Counts without a name: as long as the installation."""
    CONTENT = "content"
    """As long as the content is in use."""


class After(StrEnum):
    """What erasing the person does with a row that a key reaches him through."""

    REMOVE = "remove"
    """The row is about him: it goes."""
    KEEP = "keep"
    """The row is about something else, or a count: it stays and points at nobody who can be found."""


_P, _Y, _C, _T = Kind.PERSONAL, Kind.PSEUDONYMOUS, Kind.CONTENT, Kind.TECHNICAL
_REMOVE, _KEEP = After.REMOVE, After.KEEP


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a table.

    Attributes:
        purpose: Why it is there.
        ground: Legal ground, to be confirmed.
        kept: How long.
        columns: Kind of each column.
        reach: Keys that lead to a person, directly or through another table, with what erasure does.
        words: Columns with words that people write, which may name others.
        secret: Columns that are stored but never shown, because who has them can do harm.
    """

    purpose: Purpose
    ground: Ground
    kept: Kept
    columns: Mapping[str, Kind]
    reach: Mapping[str, After] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()


def _columns(
    personal: str = "", pseudonymous: str = "", content: str = "", technical: str = ""
) -> dict[str, Kind]:
    named = ((_P, personal), (_Y, pseudonymous), (_C, content), (_T, technical))
    return {name: kind for kind, names in named for name in names.split()}


_SCORES = "passed total speed tone personalisation protocol"
_PUR, _GR, _K = Purpose, Ground, Kept

TABLES: Mapping[str, Facts] = {
    "employers": Facts(
        _PUR.SETTINGS, _GR.NONE, _K.CONTENT, _columns(content="name", technical="id created_at")
    ),
    "employer_settings": Facts(
        _PUR.SETTINGS, _GR.INTEREST, _K.CONTENT,
        _columns("", "changed_by", "content", "id employer_id changed_at"),
        {"changed_by": _KEEP},
    ),
    "teams": Facts(
        _PUR.SETTINGS, _GR.NONE, _K.CONTENT, _columns(content="name", technical="id employer_id created_at")
    ),
    "users": Facts(
        _PUR.ACCOUNT, _GR.CONTRACT, _K.ACCOUNT,
        _columns(
            "name email issuer subject password_hash lang time_factor",
            "id pseudonym employer_id",
            "",
            "failed_sign_ins locked_until active created_at",
        ),
        {"id": _REMOVE},
        secret=("password_hash",),
    ),
    "memberships": Facts(
        _PUR.ACCOUNT, _GR.CONTRACT, _K.ACCOUNT,
        _columns("role", "user_id team_id", "", "since"),
        {"user_id": _REMOVE},
    ),
    "sign_ins": Facts(
        _PUR.SIGN_IN, _GR.CONTRACT, _K.SHORT,
        _columns("created_at ended_at", "token_hash user_id", "", "expires_at"),
        {"user_id": _REMOVE},
        secret=("token_hash",),
    ),
    "invitations": Facts(
        _PUR.SIGN_IN, _GR.CONTRACT, _K.SHORT,
        _columns("email role", "token_hash user_id team_id created_by", "", "kind created_at expires_at used_at"),
        {"user_id": _REMOVE, "email": _REMOVE, "created_by": _KEEP},
        secret=("token_hash",),
    ),
    "downloads": Facts(
        _PUR.ACCOUNTABILITY, _GR.CONTRACT, _K.SHORT,
        _columns("created_at used_at", "token_hash user_id wanted", "", "kind expires_at"),
        {"user_id": _REMOVE},
        secret=("token_hash",),
    ),
    "audit_events": Facts(
        _PUR.ACCOUNTABILITY, _GR.DUTY, _K.LOG,
        _columns("at event", "employer_id actor_id about_id details", "", "id"),
        {"actor_id": _KEEP, "about_id": _KEEP},
    ),
    "access_log": Facts(
        _PUR.ACCOUNTABILITY, _GR.DUTY, _K.LOG,
        _columns("at what", "actor_id about_id attempt_id", "", "id"),
        {"about_id": _REMOVE, "actor_id": _KEEP},
    ),
    "rubrics": Facts(
        _PUR.SCORING, _GR.NONE, _K.CONTENT, _columns(content="content", technical="fingerprint created_at")
    ),
    "cases": Facts(
        _PUR.PRACTICE, _GR.NONE, _K.CONTENT,
        _columns(content="scenario_id content", technical="content_hash version created_at"),
    ),
    "file_revisions": Facts(
        _PUR.WRITING, _GR.INTEREST, _K.CONTENT,
        _columns("saved_at", "saved_by", "path content", "revision"),
        {"saved_by": _KEEP},
    ),
    "working_copies": Facts(
        _PUR.WRITING, _GR.INTEREST, _K.ACCOUNT,
        _columns("content saved_at", "user_id", "path", "seq base base_hash"),
        {"user_id": _REMOVE},
    ),
    "publications": Facts(
        _PUR.WRITING, _GR.INTEREST, _K.CONTENT,
        _columns("published_at", "published_by", "path content status", "id version content_hash"),
        {"published_by": _KEEP},
    ),
    "attempts": Facts(
        _PUR.PRACTICE, _GR.INTEREST, _K.ATTEMPT,
        _columns(
            "mode clock_on time_factor started_at finished_at",
            "id user_id team_id retry_of",
            "case_hash scenario_id",
            "seed",
        ),
        {"user_id": _REMOVE},
    ),
    "turns": Facts(
        _PUR.PRACTICE, _GR.INTEREST, _K.ATTEMPT,
        _columns(
            "opened_at paused_at paused_seconds mood trust visibility",
            "id attempt_id",
            "turn_id target_seconds budget_seconds",
            "number copied",
        ),
        {"attempt_id": _REMOVE},
    ),
    "drafts": Facts(
        _PUR.PRACTICE, _GR.INTEREST, _K.SENT,
        _columns("text action saved_at", "turn_id", "", "seq"),
        {"turn_id": _REMOVE},
    ),
    "answers": Facts(
        _PUR.PRACTICE, _GR.INTEREST, _K.ATTEMPT,
        _columns(
            "text action submitted_at elapsed_seconds expired reaction mood trust visibility", "turn_id"
        ),
        {"turn_id": _REMOVE},
    ),
    "scorecards": Facts(
        _PUR.SCORING, _GR.INTEREST, _K.ATTEMPT,
        _columns(f"{_SCORES} content", "turn_id", "", "id rubric scorer_version rescoring_id created_at"),
        {"turn_id": _REMOVE},
    ),
    "looks": Facts(
        _PUR.REVIEW, _GR.INTEREST, _K.ATTEMPT,
        _columns("reason details created_at done_at", "turn_id team_id done_by"),
        {"turn_id": _REMOVE, "done_by": _KEEP},
    ),
    "review_locks": Facts(
        _PUR.REVIEW, _GR.INTEREST, _K.SHORT,
        _columns("", "turn_id user_id", "", "until"),
        {"turn_id": _REMOVE, "user_id": _REMOVE},
    ),
    "reviews": Facts(
        _PUR.REVIEW, _GR.INTEREST, _K.ATTEMPT,
        _columns("at outcome comment compliment", "id turn_id reviewer_id", "", "scorecard_id blind"),
        {"turn_id": _REMOVE, "reviewer_id": _KEEP},
        words=("comment",),
    ),
    "review_marks": Facts(
        _PUR.REVIEW, _GR.INTEREST, _K.ATTEMPT,
        _columns("comment", "review_id", "", "id start end"),
        {"review_id": _REMOVE},
        words=("comment",),
    ),
    "adjustments": Facts(
        _PUR.REVIEW, _GR.INTEREST, _K.ATTEMPT,
        _columns("automatic adjusted reason words", "review_id", "name", "id"),
        {"review_id": _REMOVE},
        words=("words",),
    ),
    "final_scores": Facts(
        _PUR.REVIEW, _GR.INTEREST, _K.ATTEMPT,
        _columns(f"{_SCORES} at", "turn_id review_id", "", "id"),
        {"turn_id": _REMOVE, "review_id": _REMOVE},
    ),
    "disputes": Facts(
        _PUR.DISPUTE, _GR.INTEREST, _K.ATTEMPT,
        _columns(
            "reason words outcome comment created_at decided_at",
            "id turn_id team_id user_id decided_by",
            "criterion code",
            "scorecard_id start end",
        ),
        {"turn_id": _REMOVE, "user_id": _REMOVE, "decided_by": _KEEP},
        words=("words", "comment"),
    ),
    "proposals": Facts(
        _PUR.DISPUTE, _GR.INTEREST, _K.ATTEMPT,
        _columns(
            "example outcome proposed_at decided_at",
            "id dispute_id proposed_by decided_by",
            "scenario_id criterion",
            "employer_id counts",
        ),
        {"dispute_id": _REMOVE, "proposed_by": _KEEP, "decided_by": _KEEP},
    ),
    "assignments": Facts(
        _PUR.COACHING, _GR.INTEREST, _K.ATTEMPT,
        _columns(
            "note given_at due_at done_at withdrawn_at",
            "id team_id user_id given_by review_id attempt_id",
            "scenario_id",
        ),
        {"user_id": _REMOVE, "given_by": _KEEP},
        words=("note",),
    ),
    "calibrations": Facts(
        _PUR.CALIBRATION, _GR.INTEREST, _K.CONTENT,
        _columns("", "created_by", "title", "id employer_id created_at due_at closed_at"),
        {"created_by": _KEEP},
        words=("title",),
    ),
    "calibration_items": Facts(
        _PUR.CALIBRATION, _GR.INTEREST, _K.ATTEMPT,
        _columns("", "turn_id", "", "calibration_id number"),
        {"turn_id": _REMOVE},
    ),
    "calibration_members": Facts(
        _PUR.CALIBRATION, _GR.INTEREST, _K.CONTENT,
        _columns("done_at", "user_id", "", "calibration_id"),
        {"user_id": _KEEP},
    ),
    "judgements": Facts(
        _PUR.CALIBRATION, _GR.INTEREST, _K.ATTEMPT,
        _columns("value at", "turn_id user_id", "name", "calibration_id"),
        {"turn_id": _REMOVE, "user_id": _KEEP},
    ),
    "agreed_scores": Facts(
        _PUR.CALIBRATION, _GR.INTEREST, _K.ATTEMPT,
        _columns("value at", "turn_id by", "name", "calibration_id"),
        {"turn_id": _REMOVE, "by": _KEEP},
    ),
    "rescorings": Facts(
        _PUR.SCORING, _GR.INTEREST, _K.CONTENT,
        _columns("", "by", "reason", "id employer_id rubric scorer_version reverts at replies"),
        {"by": _KEEP},
        words=("reason",),
    ),
    "team_weeks": Facts(
        _PUR.INSIGHT, _GR.NONE, _K.COUNTS,
        _columns(content="measure n total squares", technical="team_id week"),
    ),
    "user_weeks": Facts(
        _PUR.INSIGHT, _GR.INTEREST, _K.ATTEMPT,
        _columns("replies passed n total squares", "user_id team_id", "", "week"),
        {"user_id": _KEEP},
    ),
    "learning_paths": Facts(
        _PUR.CERTIFICATE, _GR.INTEREST, _K.CONTENT,
        _columns("", "created_by", "title scenarios pass_total", "id employer_id created_at archived"),
        {"created_by": _KEEP},
    ),
    "certificates": Facts(
        _PUR.CERTIFICATE, _GR.INTEREST, _K.ACCOUNT,
        _columns("issued_at content", "code user_id path_id"),
        {"user_id": _REMOVE},
    ),
}  # fmt: skip
"""Every table. Only keys that stand in `reach` make a row one about a person."""

PERSON = "users"
"""The table that the keys lead to."""
ATTEMPT = "attempts"
"""What retention removes, with all that hangs on it."""
REACHING = tuple(name for name, facts in TABLES.items() if facts.reach)
"""Tables with rows about a person, or about what he did."""
