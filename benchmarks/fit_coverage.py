"""Learn when an expectation is met: `python -m benchmarks.fit_coverage` (add `--write` to keep it).

Three raters each judged every expectation ("must") of every training reply: not, partly or fully met. Signals that
can only speak for it (nearness, words, numbers) get no negative weight; the 512 directions of meaning are free, under a
ridge. Measured on scenarios that were left out. Cases with traps (benchmarks/expectations.py) teach too, and show how
far these signals are fooled by words without the deed.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from scipy.optimize import lsq_linear
from scipy.stats import spearmanr

from benchmarks import expectations, ratings
from benchmarks.folds import FOLDS, file, fold_of
from scoring import meaning
from scoring.coverage import FILE, SIGNALS
from scoring.criteria.points import parts_of, signals_of
from scoring.reading import Reading

RIDGE = 3.0
"""Chosen by leaving scenarios out among 1, 3, 10 and 30."""
TRAPS = 0.25
"""What a judgement of a case with traps counts: more makes real replies read worse, less leaves the traps unseen."""
SCALE = 10.0
"""A product of two directions is small: scaled, so that one ridge fits all."""
BOUNDS = (0.2, 0.75)
"""Predictions shrink to the middle: from these on an expectation counts as not, and as fully, met."""


def samples(
    rated: Iterable[ratings.Rated | expectations.Judged],
) -> tuple[np.ndarray, np.ndarray, list[tuple[str, int]], np.ndarray]:
    """Features (n, 5 + 512), judgements (n,), (scenario, number of the expectation), row of the reply."""
    rows, judged, which, reply_rows = [], [], [], []
    for number, one in enumerate(rated):
        reading = Reading(one.reply, one.situation)
        points = {p.id: p for p in one.situation.points if not p.forbidden}
        with meaning.one_reply():
            meaning.prime(f.text for f in reading.whole_fragments)
            for i, met in enumerate(one.must, 1):
                point = points.get(f"must_{i}")
                if point is None or not reading.sentences:
                    continue
                found = [
                    signals_of(reading, one.situation, p) for p in parts_of(point.say, one.situation.lang)
                ]
                rows.append(np.mean([[*s.values, *(SCALE * s.asked * s.said)] for s in found], axis=0))
                judged.append(met)
                which.append((one.scenario, i))
                reply_rows.append(number)
    return np.array(rows), np.array(judged), which, np.array(reply_rows)


def fit(features: np.ndarray, judged: np.ndarray, traps: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Offset, weights of the signals (>= 0), weights of the directions."""
    share = np.sqrt(np.concatenate([np.ones(len(judged)), np.full(len(traps[1]), TRAPS)]))
    features, judged = np.vstack([features, traps[0]]), np.concatenate([judged, traps[1]]) * share
    n, k = features.shape
    with_offset = np.hstack([np.ones((n, 1)), features]) * share[:, None]
    ridge = np.sqrt(RIDGE) * np.eye(k + 1)
    ridge[0, 0] = 0
    lower = np.full(k + 1, -np.inf)
    lower[1 : 1 + len(SIGNALS)] = 0
    found = lsq_linear(
        np.vstack([with_offset, ridge]), np.concatenate([judged, np.zeros(k + 1)]), (lower, np.inf)
    )
    weights: np.ndarray = found.x
    return weights


def predicted(features: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Predictions, about 0 not met to 1 met."""
    values: np.ndarray = weights[0] + features @ weights[1:]
    return values


def main() -> None:
    """Cross-validate, fit, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights in scoring/coverage.npz")
    parser.add_argument(
        "--folds", action="store_true", help="write models without a fifth of the scenarios each"
    )
    arguments = parser.parse_args()
    rated = ratings.rated(*ratings.TRAIN_SETS)
    features, judged, which, reply_rows = samples(rated)
    traps = [samples(list(expectations.judged(path)))[:2] for path in expectations.files()]
    together = _joined(traps)
    scenario = np.array([s for s, _ in which])
    out = np.zeros(len(judged))
    folds = np.array([fold_of(s) for s in scenario])
    for fold in range(FOLDS):
        test = folds == fold
        out[test] = predicted(features[test], fit(features[~test], judged[~test], together))
    by_expectation: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, key in enumerate(which):
        by_expectation[key].append(i)
    within = [spearmanr(out[v], judged[v]).statistic for v in by_expectation.values() if np.std(judged[v])]
    print(f"{len(judged)} judgements of {len(by_expectation)} expectations, scenarios left out:")
    print(
        f"    correlation {spearmanr(out, judged).statistic:.3f}, within an expectation {np.nanmean(within):.3f}"
    )
    for low, high in ((-9, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.75), (0.75, 9)):
        at = (out >= low) & (out < high)
        print(f"    predicted {low:g} to {high:g}: {at.sum()} judged {judged[at].mean():.2f}")
    mean = np.array([out[reply_rows == r].mean() for r in np.unique(reply_rows)])
    for scale in ("protocol", "personalisation"):
        marks = [np.mean(rated[r].ratings[scale]) for r in np.unique(reply_rows)]
        print(f"    mean of a reply against raters' {scale}: {spearmanr(mean, marks).statistic:.3f}")
    for number, (rows, met) in enumerate(traps):
        others = _joined(traps[:number] + traps[number + 1 :])
        found = predicted(rows, fit(features, judged, others))
        print(
            f"    {len(met)} judgements with traps of another writer: {spearmanr(found, met).statistic:.3f}"
        )
    if arguments.folds:
        for fold in range(FOLDS):
            _write(file("coverage", fold), fit(features[folds != fold], judged[folds != fold], together))
    if arguments.write:
        _write(Path(str(FILE)), fit(features, judged, together))


def _joined(parts: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    return np.vstack([rows for rows, _ in parts]), np.concatenate([met for _, met in parts])


def _write(path: Path, weights: np.ndarray) -> None:
    print({k: round(float(w), 2) for k, w in zip(("offset", *SIGNALS), weights, strict=False)})
    k = 1 + len(SIGNALS)
    with path.open("wb") as target:
        np.savez_compressed(
            target,
            offset=np.float64(weights[0].round(4)),
            signals=weights[1:k].round(4),
            directions=(SCALE * weights[k:]).round(3).astype(np.float32),
            bounds=np.array(BOUNDS),
        )


if __name__ == "__main__":
    main()
