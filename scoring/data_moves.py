"""What a sentence does with personal data: ask for it in the open, move it to private, tell it, or nothing of the kind.

By the model in data_moves.npz, see scoring.sentence_model. It sees requests in words that no list foresaw ("van wie is
de gevel waar hij tegenaan staat?"). Lists and the customer's own card stay the first judges: they know exactly what
is personal here, and the model does not.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from scoring.sentence_model import SentenceModel, load

FILE = resources.files("scoring").joinpath("data_moves.npz")
TELLING = ("tells", "confirms", "third")
"""Labels of what gives something away about the customer or somebody else."""


@lru_cache(maxsize=1)
def model() -> SentenceModel:
    """The weights that the package ships with."""
    return load(FILE)[0]


def data_moves_of(texts: tuple[str, ...]) -> list[dict[str, float]]:
    """For each sentence, "asks", "invites", "tells", "confirms", "third" or "none" -> probability."""
    return model().shares(texts)
