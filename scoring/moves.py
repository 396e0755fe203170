"""What a sentence does to the reader (sympathise, apologise, blame, mock, ...), as probabilities.

A multinomial logistic regression on two views of a sentence: its meaning (the sentence encoder; a Dutch and an
English sentence of the same meaning lie in the same place) and its words, pairs and triples of words. Learnt by
`python -m benchmarks.fit_moves` from the labelled sentences in benchmarks/sentences; `moves.npz` holds the result.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from scoring import meaning
from scoring import text as cut

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FILE = resources.files("scoring").joinpath("moves.npz")
MEANING_SHARE, WORDS_SHARE = 2.0, 2.0
"""Lengths of the two views before they are joined; chosen by cross-validation on the sentences."""
FRIENDLY = ("empathy", "apology", "thanks", "warm", "boundary", "humour")
UNFRIENDLY = (
    "bureaucratic", "irritated", "others_blamed", "defensive", "blame", "dismissive", "lecturing", "sarcastic", "rude",
    "flippant", "non_apology",
)  # fmt: skip
"""Moves that push a customer away; "neutral" and "courtesy" do neither."""
LONGEST = 3
"""Words in the longest run that is looked at."""


def runs(text: str) -> Iterator[str]:
    """Words of a text, folded, and their runs of two and three."""
    words = [w.text for w in cut.words(cut.fold(text))]
    for length in range(1, LONGEST + 1):
        for i in range(len(words) - length + 1):
            yield " ".join(words[i : i + length])


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted weights.

    Attributes:
        labels: Moves, one a column.
        meaning: Shape (512, labels).
        offset: Shape (labels,).
        rows: Run of words -> its row in `words`.
        rarity: Shape (runs,): how much a run counts before the length is made one.
        words: Shape (runs, labels).
        company: Offset, own unfriendly reading, that of the sentences beside it, their friendly reading.
    """

    labels: tuple[str, ...]
    meaning: Floats
    offset: Floats
    rows: Mapping[str, int]
    rarity: Floats
    words: Floats
    company: tuple[float, ...]


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights that the package ships with."""
    import numpy as np

    with FILE.open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        known = bytes(stored["runs"]).decode("utf-8").split("\n")
        return Model(
            labels=tuple(str(x) for x in stored["labels"]),
            meaning=stored["meaning"].astype(np.float32),
            offset=stored["offset"].astype(np.float32),
            rows={run: i for i, run in enumerate(known)},
            rarity=stored["rarity"].astype(np.float32),
            words=stored["words"].astype(np.float32),
            company=tuple(float(v) for v in stored["company"]),
        )


def moves_of(texts: tuple[str, ...]) -> list[dict[str, float]]:
    """How likely each text makes each move.

    Args:
        texts: Sentences or clauses with at least one letter each.

    Returns:
        For each text, move -> probability; they add up to one.
    """
    import numpy as np

    if not texts:
        return []
    fitted = model()
    values = MEANING_SHARE * (meaning.rows(texts) @ fitted.meaning) + fitted.offset
    for number, text in enumerate(texts):
        at = [row for run in dict.fromkeys(runs(text)) if (row := fitted.rows.get(run)) is not None]
        if at:
            weight = fitted.rarity[at]
            values[number] += WORDS_SHARE * (weight / np.linalg.norm(weight)) @ fitted.words[at]
    raised = np.exp(values.astype(np.float64) - values.max(axis=1, keepdims=True))
    shares = raised / raised.sum(axis=1, keepdims=True)
    return [dict(zip(fitted.labels, (float(v) for v in row), strict=True)) for row in shares]


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
