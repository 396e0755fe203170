"""The fitted points of the criteria and the weights of the dimensions, from a file that people can read.

`python -m benchmarks.fit` writes scoring/weights.yaml; what each criterion cost before fitting (the expert's prior)
stands in the criterion itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from scoring.model import Dimension

FILE = resources.files("scoring").joinpath("weights.yaml")


@dataclass(frozen=True, slots=True)
class Weights:
    """What decides how findings become scores.

    Attributes:
        points: Criterion -> points on the 0-100 scale of its dimension (see rubric.Kind).
        dimensions: Share of each dimension in the mean.
        lowest_share: How far the total goes from the mean to the weakest text dimension, 0-1.
    """

    points: Mapping[str, float]
    dimensions: tuple[tuple[Dimension, float], ...]
    lowest_share: float


@lru_cache(maxsize=1)
def load() -> Weights:
    """The weights that the package ships with."""
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return Weights(
        points={name: float(value) for name, value in data["points"].items()},
        dimensions=tuple((d, float(data["dimensions"][d.value])) for d in Dimension),
        lowest_share=float(data["lowest_share"]),
    )
