"""Fit models of what a sentence does, on labelled sentences (benchmarks/sentences); see scoring.sentence_model.

Two kinds of sentences: single ones, written for a label, and the sentences of rated replies, labelled where they stand.
Real replies decide how good a model is: it is judged on replies of scenarios that were left out.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from benchmarks.folds import FOLDS, fold_of
from scoring import meaning
from scoring.criteria.tone_moves import plain
from scoring.sentence_model import MEANING_SHARE, WORDS_SHARE, runs

HERE = Path(__file__).parent / "sentences"
LOOSENESS = 3.0
"""Inverse of the ridge; 3, 10 and 30 gave the same within .01."""
SEEN_AT_LEAST = 2
"""Sentences that must have a run of words before it counts."""
IN_CONTEXT = 2.0
"""What a sentence of a real reply counts beside one that stands alone."""


@dataclass(frozen=True, slots=True)
class Set:
    """Labelled sentences: their texts, vectors, labels, and for sentences of replies where they stand."""

    texts: list[str]
    vectors: np.ndarray
    labels: np.ndarray
    scenarios: np.ndarray
    replies: list[tuple[str, str]]


def load(kind: str) -> Set:
    """All files of a kind: "tone", "replies", "privacy" or "private"."""
    data = [
        json.loads(line)
        for path in sorted(HERE.glob(f"{kind}-*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    texts = [plain(d["text"]) for d in data]
    return Set(
        texts,
        np.stack([meaning.encode(t) for t in texts]),
        np.array([d["label"] for d in data]),
        np.array([d.get("scenario", "") for d in data]),
        [(d.get("scenario", ""), d.get("reply", "")) for d in data],
    )


class Words:
    """Runs of words with their rarity, learnt from some texts."""

    def __init__(self, texts: list[str]) -> None:
        in_texts = Counter(run for t in texts for run in dict.fromkeys(runs(t)))
        self.known = sorted(run for run, n in in_texts.items() if n >= SEEN_AT_LEAST)
        self.rows = {run: i for i, run in enumerate(self.known)}
        self.rarity = np.array([np.log((1 + len(texts)) / (1 + in_texts[r])) + 1 for r in self.known])

    def of(self, texts: list[str]) -> Any:
        """Sparse rows of length one, shape (texts, runs)."""
        data: list[float] = []
        at: list[int] = []
        ends = [0]
        for text in texts:
            mine = [self.rows[r] for r in dict.fromkeys(runs(text)) if r in self.rows]
            weight = self.rarity[mine]
            data.extend(weight / np.linalg.norm(weight) if mine else [])
            at.extend(mine)
            ends.append(len(at))
        return sp.csr_matrix((data, at, ends), shape=(len(texts), len(self.known)))


def joined(vectors: np.ndarray, words: Any) -> Any:
    """Both views of the sentences side by side."""
    return sp.hstack([sp.csr_matrix(vectors * MEANING_SHARE), words * WORDS_SHARE]).tocsr()


def fit(alone: Set, placed: Set, at: np.ndarray) -> tuple[LogisticRegression, Words]:
    """Fit on all single sentences and the given rows of the placed ones."""
    texts = alone.texts + [placed.texts[i] for i in at]
    words = Words(texts)
    features = joined(np.vstack([alone.vectors, placed.vectors[at]]), words.of(texts))
    weights = np.concatenate([np.ones(len(alone.texts)), np.full(len(at), IN_CONTEXT)])
    found = LogisticRegression(C=LOOSENESS, max_iter=5000)
    found.fit(features, np.concatenate([alone.labels, placed.labels[at]]), sample_weight=weights)
    return found, words


def left_out(alone: Set, placed: Set, names: list[str]) -> np.ndarray:
    """Probabilities of the placed sentences by models that did not see their scenario."""
    shares = np.zeros((len(placed.texts), len(names)))
    for fold in range(FOLDS):
        out = np.array([fold_of(s) == fold for s in placed.scenarios])
        found, words = fit(alone, placed, np.flatnonzero(~out))
        texts = [placed.texts[i] for i in np.flatnonzero(out)]
        columns = [names.index(n) for n in found.classes_]
        shares[np.ix_(out, columns)] = found.predict_proba(joined(placed.vectors[out], words.of(texts)))
    return shares


def write(path: Path, found: LogisticRegression, words: Words, **more: np.ndarray) -> None:
    """Keep a model, with what else belongs in its file."""
    coefficients = found.coef_.T
    size = coefficients.shape[0] - len(words.known)
    with path.open("wb") as target:
        np.savez_compressed(
            target,
            labels=np.array([str(c) for c in found.classes_]),
            meaning=coefficients[:size].astype(np.float16),
            offset=found.intercept_.astype(np.float32),
            runs=np.frombuffer("\n".join(words.known).encode("utf-8"), dtype=np.uint8),
            rarity=words.rarity.astype(np.float16),
            words=coefficients[size:].astype(np.float16),
            **more,
        )
    print(f"written: {len(words.known)} runs of words")
