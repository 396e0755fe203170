"""Scoring of webcare replies: text in, findings out. Pure: no clock, no files of the user, no network.

>>> from scoring import Reply, Situation, score
>>> score(Reply(""), Situation(lang="nl")).passed
False
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from scoring import engine, fingerprint, weights
from scoring.criteria import CRITERIA, texts_to_encode
from scoring.engine import SCORER_VERSION
from scoring.model import (
    Action,
    Customer,
    Dimension,
    DimensionScore,
    Finding,
    HouseRules,
    Point,
    PrivateFact,
    Reply,
    Scorecard,
    Situation,
    StandardReply,
    Verdict,
)
from scoring.rubric import Criterion, Kind, Rubric

__all__ = [
    "SCORER_VERSION",
    "Action",
    "Criterion",
    "Customer",
    "Dimension",
    "DimensionScore",
    "Finding",
    "HouseRules",
    "Kind",
    "Point",
    "PrivateFact",
    "Reply",
    "Rubric",
    "Scorecard",
    "Situation",
    "StandardReply",
    "Verdict",
    "default_rubric",
    "score",
]


@lru_cache(maxsize=1)
def default_rubric() -> Rubric:
    """The rubric that the simulator scores with."""
    fitted = weights.load()
    return Rubric(
        criteria=tuple(replace(c, weight=fitted.points[c.id]) for c in CRITERIA),
        dimension_weights=fitted.dimensions,
        version=f"2/{fingerprint.of_data()}",
        lowest_share=fitted.lowest_share,
        prepare=texts_to_encode,
    )


def score(reply: Reply, situation: Situation, rubric: Rubric | None = None) -> Scorecard:
    """Judge a reply in its situation.

    Args:
        reply: What the trainee sent.
        situation: The case, as far as scoring may know it.
        rubric: Criteria and weights; the simulator's own when left out.

    Returns:
        The scorecard; the same input gives the same scorecard.
    """
    return engine.score(reply, situation, rubric or default_rubric())
