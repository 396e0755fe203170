"""Scoring of webcare replies: text in, findings out. Pure: no clock, no files of the user, no network.

>>> from scoring import Reply, Situation, score
>>> score(Reply(""), Situation(lang="nl")).passed
False
"""

from __future__ import annotations

from functools import lru_cache

from scoring import engine
from scoring.criteria import CRITERIA
from scoring.engine import SCORER_VERSION
from scoring.lexicon import digest
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

_WEIGHTS = (
    (Dimension.SPEED, 0.15),
    (Dimension.TONE, 0.30),
    (Dimension.PERSONALISATION, 0.20),
    (Dimension.PROTOCOL, 0.35),
)


@lru_cache(maxsize=1)
def default_rubric() -> Rubric:
    """The rubric that the simulator scores with."""
    return Rubric(criteria=CRITERIA, dimension_weights=_WEIGHTS, version=f"1/{digest()}")


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
