"""What a sentence does to the reader: sympathise, apologise, blame, mock, ...

The sentence by itself is judged by the model in moves.npz, see scoring.sentence_model; whether it is meant unfriendly
also by the sentences that stand beside it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from scoring.sentence_model import SentenceModel, load

FILE = resources.files("scoring").joinpath("moves.npz")
FRIENDLY = ("empathy", "apology", "thanks", "warm", "boundary", "humour")
UNFRIENDLY = (
    "bureaucratic", "irritated", "others_blamed", "defensive", "blame", "dismissive", "lecturing", "sarcastic", "rude",
    "flippant", "non_apology",
)  # fmt: skip
"""Moves that push a customer away; "neutral" and "courtesy" do neither."""


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted weights.

    Attributes:
        sentences: Of a sentence by itself.
        company: Offset, own unfriendly reading, that of the sentences beside it, their friendly reading.
    """

    sentences: SentenceModel
    company: tuple[float, ...]


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights that the package ships with."""
    sentences, stored = load(FILE)
    return Model(sentences, tuple(float(v) for v in stored["company"]))


def moves_of(texts: tuple[str, ...]) -> list[dict[str, float]]:
    """For each sentence or clause, move -> probability; see SentenceModel.shares."""
    return model().sentences.shares(texts)


def _log_odds(share: float) -> float:
    bounded = min(0.999, max(0.001, share))
    return math.log(bounded / (1 - bounded))


def _mean_log_odds(pieces: Sequence[Mapping[str, float]], moves: tuple[str, ...]) -> float:
    return sum(_log_odds(sum(p[m] for m in moves)) for p in pieces) / len(pieces)


ALONE = 0.6
"""How much a sentence that stands alone counts as its own company: fully, one odd word would decide twice."""


def company_features(
    own: Mapping[str, float], beside: Sequence[Mapping[str, float]]
) -> tuple[float, float, float]:
    """What the unfriendly reading of a sentence is judged by.

    Args:
        own: Its moves.
        beside: Moves of the other sentences of the reply; a sentence that stands alone is in part its own company.

    Returns:
        Log odds that it is unfriendly, mean log odds that the others are, and that the others are friendly.
    """
    mine = _mean_log_odds([own], UNFRIENDLY)
    if not beside:
        return mine, ALONE * mine, ALONE * _mean_log_odds([own], FRIENDLY)
    return mine, _mean_log_odds(beside, UNFRIENDLY), _mean_log_odds(beside, FRIENDLY)


def unfriendly(own: Mapping[str, float], beside: Sequence[Mapping[str, float]]) -> float:
    """How likely a sentence is meant unfriendly where it stands, 0-1; see `company_features`."""
    offset, *weights = model().company
    value = offset + sum(w * f for w, f in zip(weights, company_features(own, beside), strict=True))
    return 1 / (1 + math.exp(-value))
