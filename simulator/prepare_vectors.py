"""`simulator vectors`: encode the word lists' example sentences once, so that no start has to.

Which lists hold example sentences is seen by scoring the golden replies and noting what was compared.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scoring import meaning
from scoring.lexicon import load, topics
from simulator.casebook.library import load_library
from simulator.casebook.proof import prove
from simulator.warm_up import warm_up


def write_vectors(scenarios: Path) -> int:
    """Write the prepared vectors.

    Args:
        scenarios: Collection whose golden replies are scored to see which lists are compared by meaning.

    Returns:
        How many sentences were written.
    """
    compared = _compared_texts(scenarios)
    lists = [items for topic, lang in topics() for items in load(topic, lang).values()]
    texts = sorted({text for items in lists if compared.intersection(items) for text in items})
    rows = np.stack([meaning.encode(text) for text in texts]).astype(np.float16)
    keys = np.array([np.frombuffer(meaning.key(text), dtype=np.uint8) for text in texts])
    with Path(str(meaning.PREPARED)).open("wb") as file:
        np.savez_compressed(file, keys=keys, vectors=rows)
    return len(texts)


def _compared_texts(scenarios: Path) -> set[str]:
    """Every text of which a vector is asked while the golden replies are scored."""
    seen: set[str] = set()
    plain = meaning._alone  # noqa: SLF001 the one place where every vector comes from

    def noting(text: str) -> meaning.Vector:
        seen.add(text)
        return plain(text)

    meaning._alone = noting  # type: ignore[assignment] # noqa: SLF001
    try:
        warm_up()
        for case in load_library(scenarios).cases.values():
            prove(case, variants=1)
    finally:
        meaning._alone = plain  # noqa: SLF001
    return seen
