"""Models learnt without a fifth of the scenarios each: so that points are fitted on, and judged by, honest signals.

Sentence moves and coverage are learnt from the same rated replies that points are fitted on. A reply's signals are
therefore read with models that never saw its scenario. The models lie in benchmarks/.folds, made by
`python -m benchmarks.fit_moves --folds`, and the same of fit_privacy and fit_coverage.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from benchmarks import ratings
from scoring import coverage, data_moves, moves

HERE = Path(__file__).parent / ".folds"
FOLDS = 5
_MODULES = {"moves": moves, "data_moves": data_moves, "coverage": coverage}
_SHIPPED = {kind: module.FILE for kind, module in _MODULES.items()}


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    names = sorted({s["id"] for part in ratings.TRAIN_SETS for s in ratings.scenarios(part)})
    return {name: number % FOLDS for number, name in enumerate(names)}


def fold_of(scenario: str) -> int | None:
    """The fold whose models did not see a scenario; None for scenarios that no model saw."""
    return _numbers().get(scenario)


def file(kind: str, fold: int) -> Path:
    """Where a fold's model lies; kind is "moves", "data_moves" or "coverage"."""
    HERE.mkdir(exist_ok=True)
    return HERE / f"{kind}-{fold}.npz"


def use(fold: int | None) -> None:
    """Let the scorer of this process use a fold's models, or the shipped ones."""
    for kind, module in _MODULES.items():
        path = None if fold is None else file(kind, fold)
        module.FILE = path if path is not None and path.is_file() else _SHIPPED[kind]  # type: ignore[attr-defined]
        module.model.cache_clear()  # type: ignore[attr-defined]
