"""Learn what sentences do with personal data: `python -m benchmarks.fit_privacy` (add `--write` to keep it)."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from benchmarks.fit_sentences import fit, left_out, load, write
from benchmarks.folds import FOLDS, file, fold_of
from scoring.data_moves import FILE, TELLING

LEVELS = (0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Cross-validate, fit, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights in scoring/data_moves.npz")
    parser.add_argument(
        "--folds", action="store_true", help="write models without a fifth of the scenarios each"
    )
    arguments = parser.parse_args()
    alone, placed = load("privacy"), load("private")
    names = sorted(set(alone.labels) | set(placed.labels))
    print(f"{len(alone.texts)} single sentences, {len(placed.texts)} in public replies, scenarios left out:")
    shares = left_out(alone, placed, names)
    for what, labels in (("asks", ("asks",)), ("tells", TELLING)):
        is_it = np.isin(placed.labels, labels)
        share = shares[:, [n in labels for n in names]].sum(axis=1)
        print(f"{what} ({is_it.sum()} sentences): AUC {roc_auc_score(is_it, share):.3f}")
        for least in LEVELS:
            at = share >= least
            print(f"    from {least:.1f}: {at.sum()} sentences, {(at & is_it).sum()} of them right")
    if arguments.folds:
        for fold in range(FOLDS):
            seen = np.flatnonzero([fold_of(s) != fold for s in placed.scenarios])
            write(file("data_moves", fold), *fit(alone, placed, seen))
    if arguments.write:
        write(Path(str(FILE)), *fit(alone, placed, np.arange(len(placed.texts))))


if __name__ == "__main__":
    main()
