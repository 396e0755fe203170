"""Learn what sentences do to the reader: `python -m benchmarks.fit_moves` (add `--write` to keep it).

Two kinds of labelled sentences (benchmarks/sentences): single ones, written for this (`tone-*`), and the sentences of
rated replies, labelled where they stand (`replies-*`). A sentence alone does not show everything: "Fijn dat u ons
weer gevonden hebt" is friendly or sarcastic by what stands round it. So a second step weighs a sentence's own reading
with those of the sentences beside it. Both are measured on replies of scenarios that were left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve, roc_auc_score

from benchmarks.folds import FOLDS, file, fold_of
from scoring import meaning
from scoring.criteria.tone_moves import plain
from scoring.moves import FILE, FRIENDLY, MEANING_SHARE, UNFRIENDLY, WORDS_SHARE, company_features, runs

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
    """All files of a kind, "tone" or "replies"."""
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


def beside(shares: np.ndarray, names: list[str], placed: Set) -> np.ndarray:
    """Features of each sentence and of those beside it in its reply, see scoring.moves.company_features."""
    by_reply: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, reply in enumerate(placed.replies):
        by_reply[reply].append(i)
    out = np.zeros((len(placed.texts), 3))
    for rows in by_reply.values():
        moves = [dict(zip(names, shares[i], strict=True)) for i in rows]
        for number, i in enumerate(rows):
            out[i] = company_features(moves[number], moves[:number] + moves[number + 1 :])
    return out


def main() -> None:
    """Cross-validate, fit, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights in scoring/moves.npz")
    parser.add_argument(
        "--folds", action="store_true", help="write models without a fifth of the scenarios each"
    )
    arguments = parser.parse_args()
    alone, placed = load("tone"), load("replies")
    names = sorted(set(alone.labels) | set(placed.labels))
    print(f"{len(alone.texts)} single sentences, {len(placed.texts)} in replies")
    shares = left_out(alone, placed, names)
    unkind = np.isin(placed.labels, UNFRIENDLY)
    kind = np.isin(placed.labels, FRIENDLY)
    own = shares[:, [n in UNFRIENDLY for n in names]].sum(axis=1)
    warm = shares[:, [n in FRIENDLY for n in names]].sum(axis=1)
    print(f"unfriendly or not, by itself: AUC {roc_auc_score(unkind, own):.3f}")
    print(f"friendly or not, by itself:   AUC {roc_auc_score(kind, warm):.3f}")
    features = beside(shares, names, placed)
    judged = np.zeros(len(unkind))
    for fold in range(FOLDS):
        out = np.array([fold_of(s) == fold for s in placed.scenarios])
        judged[out] = (
            LogisticRegression().fit(features[~out], unkind[~out]).predict_proba(features[out])[:, 1]
        )
    print(f"unfriendly or not, with those beside it: AUC {roc_auc_score(unkind, judged):.3f}")
    precision, recall, least = precision_recall_curve(unkind, judged)
    for wanted in (0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8):
        at = int(np.searchsorted(least, wanted))
        if at < len(least):
            print(f"    from {wanted:.2f}: precision {precision[at]:.2f}, recall {recall[at]:.2f}")
    company = LogisticRegression().fit(features, unkind)
    print(f"weights of own reading, unfriendly and friendly company: {company.coef_[0].round(2)}")
    if arguments.folds:
        for fold in range(FOLDS):
            seen = np.array([fold_of(s) != fold for s in placed.scenarios])
            found, words = fit(alone, placed, np.flatnonzero(seen))
            _write(file("moves", fold), found, words, LogisticRegression().fit(features[seen], unkind[seen]))
    if arguments.write:
        found, words = fit(alone, placed, np.arange(len(placed.texts)))
        _write(Path(str(FILE)), found, words, company)


def _write(path: Path, found: LogisticRegression, words: Words, company: LogisticRegression) -> None:
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
            company=np.concatenate([company.intercept_, company.coef_[0]]).round(4),
        )
    print(f"written: {len(words.known)} runs of words")


if __name__ == "__main__":
    main()
