"""What a sentence does, as probabilities: the kind of model that tone and privacy are judged with.

A multinomial logistic regression on two views of a sentence: its meaning (the sentence encoder; a Dutch and an
English sentence of the same meaning lie in the same place) and its words, pairs and triples of words. Learnt from the
labelled sentences in benchmarks/sentences by `python -m benchmarks.fit_moves` and `python -m benchmarks.fit_privacy`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from scoring import meaning
from scoring import text as cut

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MEANING_SHARE, WORDS_SHARE = 2.0, 2.0
"""Lengths of the two views before they are joined; chosen by cross-validation on the sentences."""
LONGEST = 3
"""Words in the longest run that is looked at."""


def runs(text: str) -> Iterator[str]:
    """Words of a text, folded, and their runs of two and three."""
    words = [w.text for w in cut.words(cut.fold(text))]
    for length in range(1, LONGEST + 1):
        for i in range(len(words) - length + 1):
            yield " ".join(words[i : i + length])


@dataclass(frozen=True, slots=True)
class SentenceModel:
    """The fitted weights.

    Attributes:
        labels: What a sentence may do, one a column.
        meaning: Shape (512, labels).
        offset: Shape (labels,).
        rows: Run of words -> its row in `words`.
        rarity: Shape (runs,): how much a run counts before the length is made one.
        words: Shape (runs, labels).
    """

    labels: tuple[str, ...]
    meaning: Floats
    offset: Floats
    rows: Mapping[str, int]
    rarity: Floats
    words: Floats

    def shares(self, texts: tuple[str, ...]) -> list[dict[str, float]]:
        """How likely each text does each thing.

        Args:
            texts: Sentences or clauses with at least one letter each.

        Returns:
            For each text, label -> probability; they add up to one.
        """
        import numpy as np

        if not texts:
            return []
        values = MEANING_SHARE * (meaning.rows(texts) @ self.meaning) + self.offset
        for number, text in enumerate(texts):
            at = [row for run in dict.fromkeys(runs(text)) if (row := self.rows.get(run)) is not None]
            if at:
                weight = self.rarity[at]
                values[number] += WORDS_SHARE * (weight / np.linalg.norm(weight)) @ self.words[at]
        raised = np.exp(values.astype(np.float64) - values.max(axis=1, keepdims=True))
        shares = raised / raised.sum(axis=1, keepdims=True)
        return [dict(zip(self.labels, (float(v) for v in row), strict=True)) for row in shares]


def load(file: Traversable) -> tuple[SentenceModel, Mapping[str, Any]]:
    """Read a model, and all that its file holds."""
    import numpy as np

    with file.open("rb") as source:
        stored = dict(np.load(source, allow_pickle=False))
    known = bytes(stored["runs"]).decode("utf-8").split("\n")
    model = SentenceModel(
        labels=tuple(str(x) for x in stored["labels"]),
        meaning=stored["meaning"].astype(np.float32),
        offset=stored["offset"].astype(np.float32),
        rows={run: i for i, run in enumerate(known)},
        rarity=stored["rarity"].astype(np.float32),
        words=stored["words"].astype(np.float32),
    )
    return model, stored
