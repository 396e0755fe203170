"""What a review is made of: its outcomes, its parts, and what can go wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.review_scores import Adjustment

COMMENT_MOST = 2000
MARKS_MOST = 30
MARK_MOST = 500
BLIND = "blind"
"""Stands in the place of the reason where own scores were stored before the automatic ones were seen."""


class Outcome(StrEnum):
    """How a review ends; SCORED is no end but the blind judgement before it."""

    AGREED = "agreed"
    ADJUSTED = "adjusted"
    ANOTHER_TRY = "another_try"
    SCORED = "scored"


class ReviewError(Exception):
    """Something cannot be done; `code` names the text that explains it."""

    code = "review-error"


class LockedError(ReviewError):
    """Somebody else has this reply in hand."""

    code = "review-error-locked"


class StaleError(ReviewError):
    """The reply was scored again meanwhile: other scores than these count now."""

    code = "review-error-stale"


class BadReviewError(ReviewError):
    """The review contradicts itself or is too long."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class SpanComment:
    """A comment on words of the reply; start and end count code points."""

    start: int
    end: int
    comment: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a lead makes of a reply.

    Attributes:
        outcome: AGREED, ADJUSTED or ANOTHER_TRY.
        comment: To the trainee.
        marks: Comments on words.
        compliment: Whether he is told that it was well done.
        adjustments: What is judged otherwise than the scorer did.
    """

    outcome: Outcome
    comment: str = ""
    marks: tuple[SpanComment, ...] = ()
    compliment: bool = False
    adjustments: tuple[Adjustment, ...] = ()


def check_judgement(judgement: Judgement, length: int) -> None:
    """Stop at a judgement that contradicts itself.

    Args:
        judgement: The judgement.
        length: Code points of the reply.

    Raises:
        BadReviewError: When it cannot be.
    """
    if judgement.outcome is Outcome.SCORED:
        raise BadReviewError("review-error-outcome")
    if judgement.outcome is Outcome.AGREED and judgement.adjustments:
        raise BadReviewError("review-error-agreed")
    if judgement.outcome is Outcome.ADJUSTED and not judgement.adjustments:
        raise BadReviewError("review-error-nothing")
    if judgement.outcome is Outcome.ANOTHER_TRY and not judgement.comment.strip():
        raise BadReviewError("review-error-comment")
    comments = [m.comment for m in judgement.marks]
    if len(judgement.comment) > COMMENT_MOST or any(len(c) > MARK_MOST for c in comments):
        raise BadReviewError("review-error-long")
    if len(comments) > MARKS_MOST or not all(c.strip() for c in comments):
        raise BadReviewError("review-error-marks")
    if any(not 0 <= m.start < m.end <= length for m in judgement.marks):
        raise BadReviewError("review-error-marks")
