"""Learn what sentences do to the reader: `python -m benchmarks.fit_moves` (add `--write` to keep it).

A sentence alone does not show everything: "Fijn dat u ons weer gevonden hebt" is friendly or sarcastic by what stands
round it. So a second step weighs a sentence's own reading with those of the sentences beside it.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve, roc_auc_score

from benchmarks.fit_sentences import Set, Words, fit, left_out, load, write
from benchmarks.folds import FOLDS, file, fold_of
from scoring.moves import FILE, FRIENDLY, UNFRIENDLY, company_features


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
    write(path, found, words, company=np.concatenate([company.intercept_, company.coef_[0]]).round(4))


if __name__ == "__main__":
    main()
