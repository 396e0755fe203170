"""How fully a reply meets an expectation that is only said, without example phrasings.

"Zeg dat ..." is an instruction and never as near to an answer as an example is. So signals are weighed: nearness to
the expectation and to the facts it rests on, its words, its numbers, and nearness of the reply as a whole with a
learnt weight for each of the 512 directions of meaning. `python -m benchmarks.fit_coverage` fits the weights on
judgements of single expectations (benchmarks/ratings, `must`) and writes coverage.npz.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

FILE = resources.files("scoring").joinpath("coverage.npz")
SIGNALS = ("near", "words", "facts", "numbers", "whole", "fresh")
"""`fresh`: share of the words of those facts that the customer did not say himself: who uses them has looked it up."""


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted weights.

    Attributes:
        offset: What is predicted without any signal.
        signals: Weight of each of SIGNALS, >= 0.
        directions: Shape (512,): weights of expectation times reply, direction by direction.
        bounds: Prediction for what is surely not, and surely, met.
    """

    offset: float
    signals: tuple[float, ...]
    directions: Floats
    bounds: tuple[float, float]


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights that the package ships with."""
    import numpy as np

    with FILE.open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        return Model(
            offset=float(stored["offset"]),
            signals=tuple(float(v) for v in stored["signals"]),
            directions=stored["directions"].astype(np.float64),
            bounds=(float(stored["bounds"][0]), float(stored["bounds"][1])),
        )


def strength(signals: tuple[float, ...], asked: Floats, said: Floats) -> float:
    """How fully an expectation is met, 0-1.

    Args:
        signals: Values of SIGNALS, 0-1 each.
        asked: Vector of the expectation, shape (512,).
        said: Vector of the whole reply, shape (512,).
    """
    fitted = model()
    value = fitted.offset + sum(w * s for w, s in zip(fitted.signals, signals, strict=True))
    value += float((asked * said) @ fitted.directions)
    low, high = fitted.bounds
    return min(1.0, max(0.0, (value - low) / (high - low)))
