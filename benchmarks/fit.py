"""Fit the points of the criteria: `python -m benchmarks.fit` (add `--write` to keep them in scoring/weights.yaml).

The model is the engine's own: a dimension is 100 minus, for each criterion, its points times how much of it was seen
or missing, between 0 and 100; the total goes from the mean towards the weakest dimension. So the contributions are
the findings' points, nothing else. Points are never negative (monotone), are drawn to the experts' prior in the
criteria (ridge) and stay within bounds round it. Two kinds of teachers: the rated replies (a mark a dimension and an
overall mark) and the golden replies of our scenarios (the band that their author set for the total).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from scipy.optimize import minimize

from benchmarks import ratings
from benchmarks.agreement import qwk
from benchmarks.goldens import golden_signals
from benchmarks.signals import TEXT, Matrix, Signals, signals
from scoring import Kind, default_rubric
from scoring.criteria import CRITERIA
from scoring.weights import FILE

RIDGE = 4.0
"""Strength of the pull to the prior, in replies that are a whole mark off; 1 to 16 gave the same within .01."""
LEAST_SCALE = 8.0
"""Points by which a prior may always be off: keeps the ridge from freezing criteria with small priors."""
LEAST_SHARE, MOST_SHARE = {Kind.EXPECTED: 0.15, Kind.FAULT: 0.35}, 3.0
"""How far fitted points may go from the prior: the data are few for rare faults, and a rude sentence that is sure
must cost much even where replies with one are rare."""
AT_LEAST = {
    "tone.rude": 60.0, "tone.sarcastic": 50.0, "tone.blames_customer": 30.0, "tone.dismissive": 30.0,
    "tone.lecturing": 30.0, "personalisation.wrong_name": 50.0, "tone.irritated": 20.0, "protocol.empty_promise": 55.0,
    "protocol.moves_to_private": 25.0,
}  # fmt: skip
"""Points that a coach takes off whatever the data say: in rated replies these faults come with others, which take
the blame in a fit, but one rude sentence alone must not pass (tests/scoring/test_adversarial.py)."""
LEAK = 0.1
"""What a point below zero counts while fitting: a floor without any slope would hide all faults but the first."""
LEVEL = 25.0
"""Points of one mark: an error of a whole mark costs 1."""
GOLDEN_SHARE = 1.0
"""What a golden reply that lies a whole mark outside its band counts beside a rated reply."""
LOWEST_SHARE = 0.5
"""How far the total goes to the weakest dimension; .6 to .9 gave raters' overall mark alike, the golden bands ask for
less (`python -m benchmarks.fit` prints both)."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What is fitted: one row a reply.

    Attributes:
        amounts: Shape (rows, criteria).
        marks: Shape (rows, 3): target of each text dimension, 0-100, or nan.
        low: Shape (rows,): lowest right total.
        high: Shape (rows,): highest right total; a rated reply has one right total.
        scored: Shape (rows, 3): which dimensions count.
        share: Shape (rows,): what the row counts.
    """

    amounts: Matrix
    marks: Matrix
    low: Matrix
    high: Matrix
    scored: Matrix
    share: Matrix

    def only(self, keep: Matrix) -> Rows:
        """The rows that are kept."""
        return Rows(*(getattr(self, name)[keep] for name in self.__slots__))


def dimension_columns(names: Sequence[str]) -> Matrix:
    """Shape (3, criteria): one where a criterion belongs to the text dimension."""
    return np.array([[float(n.startswith(f"{d.value}.")) for n in names] for d in TEXT])


def priors(names: Sequence[str]) -> tuple[Matrix, Matrix, Matrix]:
    """The experts' points, and the least and most that a fit may give."""
    kinds = {c.id: c for c in CRITERIA}
    prior = np.array([kinds[n].weight for n in names], dtype=float)
    least = np.array([max(LEAST_SHARE[kinds[n].kind] * kinds[n].weight, AT_LEAST.get(n, 0.0)) for n in names])
    return prior, least, np.maximum(MOST_SHARE * prior, least)


def fit(rows: Rows, names: Sequence[str], lowest_share: float = LOWEST_SHARE, ridge: float = RIDGE) -> Matrix:
    """Points of all criteria, shape (criteria,)."""
    prior, least, most = priors(names)
    scale = np.maximum(prior, LEAST_SCALE)
    columns = dimension_columns(names)
    share = np.array([default_rubric().weight_of(d) for d in TEXT])
    weights = rows.scored * share
    weights /= weights.sum(axis=1, keepdims=True)
    has_mark = ~np.isnan(rows.marks)
    marks = np.nan_to_num(rows.marks)

    def loss(points: Matrix) -> tuple[float, Matrix]:
        raw = 100 - rows.amounts @ (points * columns).T
        slope = np.where(raw > 0, 1.0, LEAK)
        values = raw * slope
        error = np.where(has_mark, values - marks, 0.0)
        mean = (values * weights).sum(axis=1)
        counted = np.where(rows.scored > 0, values, np.inf)
        weakest = counted.argmin(axis=1)
        total = mean - lowest_share * (mean - counted.min(axis=1))
        off_band = np.where(
            total < rows.low, total - rows.low, np.where(total > rows.high, total - rows.high, 0.0)
        )
        per_value = 2 * error + 2 * off_band[:, None] * (
            (1 - lowest_share) * weights + lowest_share * np.eye(len(TEXT))[weakest]
        )
        per_value *= rows.share[:, None] * slope / LEVEL**2
        gradient = -((per_value.T @ rows.amounts) * columns).sum(axis=0)
        off = (points - prior) / scale
        value = (rows.share * ((error**2).sum(axis=1) + off_band**2)).sum() / LEVEL**2 + ridge * (
            off**2
        ).sum()
        return float(value), gradient + 2 * ridge * off / scale

    bounds = list(zip(least, most, strict=True))
    found = minimize(loss, prior.clip(least, most), jac=True, method="L-BFGS-B", bounds=bounds)
    points: Matrix = found.x
    return points


def predicted(amounts: Matrix, points: Matrix, names: Sequence[str]) -> Matrix:
    """Scores of the text dimensions, shape (rows, 3), 0-100."""
    values: Matrix = np.clip(100 - amounts @ (points * dimension_columns(names)).T, 0, 100)
    return values


def totals(values: Matrix, lowest_share: float = LOWEST_SHARE) -> Matrix:
    """Totals of replies whose three text dimensions are scored, shape (rows,)."""
    share = np.array([default_rubric().weight_of(d) for d in TEXT])
    mean = values @ (share / share.sum())
    out: Matrix = mean - lowest_share * (mean - values.min(axis=1))
    return out


def targets(rated: Sequence[ratings.Rated], scale: str) -> Matrix:
    """The raters' mean on a scale as 0-100: finer than the median, which the levels are compared with."""
    return np.array([25 * (np.mean(r.ratings[scale]) - 1) for r in rated])


def rated_rows(rated: Sequence[ratings.Rated], seen: Signals) -> Rows:
    """Rows of rated replies; those behind a gate count nothing."""
    overall = targets(rated, "overall")
    return Rows(
        seen.amounts,
        np.stack([targets(rated, d.value) for d in TEXT], axis=1),
        overall,
        overall,
        np.ones((len(rated), len(TEXT))),
        np.array([0.0 if gate else 1.0 for gate in seen.gates]),
    )


def golden_rows() -> Rows:
    """Rows of the golden replies of the collection."""
    found = golden_signals()
    return Rows(
        found.signals.amounts,
        np.full((len(found.low), len(TEXT)), np.nan),
        found.low,
        found.high,
        found.scored,
        np.array([0.0 if gate else GOLDEN_SHARE for gate in found.signals.gates]) * found.scored.any(axis=1),
    )


def joined(a: Rows, b: Rows) -> Rows:
    """Both together."""
    return Rows(*(np.concatenate([getattr(a, name), getattr(b, name)]) for name in Rows.__slots__))


def with_gates(values: Matrix, seen: Signals) -> Matrix:
    """Scores with those of closed gates in their place."""
    gate_points = {c.id: c.weight for c in default_rubric().criteria if c.kind is Kind.GATE}
    out = values.copy()
    for row, gate in enumerate(seen.gates):
        if gate:
            out[row] = gate_points[gate]
    return out


def left_out(rated: Sequence[ratings.Rated], seen: Signals, lowest_share: float = LOWEST_SHARE) -> Matrix:
    """Scores of every reply by points fitted without its scenario, shape (replies, 3)."""
    mine, golden = rated_rows(rated, seen), golden_rows()
    scenarios = np.array([r.scenario for r in rated])
    out = np.zeros((len(rated), len(TEXT)))
    for name in dict.fromkeys(scenarios):
        test = scenarios == name
        points = fit(joined(mine.only(~test), golden), seen.names, lowest_share)
        out[test] = predicted(seen.amounts[test], points, seen.names)
    return with_gates(out, seen)


def main() -> None:
    """Fit, print, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the points in scoring/weights.yaml")
    write_it = parser.parse_args().write
    rated = ratings.rated(*ratings.TRAIN_SETS)
    seen = signals(rated)
    marks = {s: np.array([r.reference[s] for r in rated], dtype=float) for s in ratings.SCALES}
    rows, golden = joined(rated_rows(rated, seen), golden_rows()), golden_rows()
    print(
        "share of the weakest | QWK with scenarios left out: tone, personalisation, protocol, overall | goldens in band"
    )
    for share in sorted({0.0, 0.3, 0.5, 0.8, LOWEST_SHARE}):
        values = left_out(rated, seen, share)
        figures = [qwk(marks[d.value], values[:, i]) for i, d in enumerate(TEXT)]
        figures.append(qwk(marks["overall"], totals(values, share)))
        inside = in_band(golden, fit(rows, seen.names, share), seen.names, share)
        print(f"    {share:.1f} | " + ", ".join(f"{f:.3f}" for f in figures) + f" | {inside:.3f}")
    if write_it:
        write(dict(zip(seen.names, fit(rows, seen.names), strict=True)))


def in_band(golden: Rows, points: Matrix, names: Sequence[str], lowest_share: float) -> float:
    """Share of the golden replies without a gate whose total lies in its band."""
    values = predicted(golden.amounts, points, names)
    counted = golden.share > 0
    right = []
    for row in np.flatnonzero(counted):
        share = np.array([default_rubric().weight_of(d) for d in TEXT]) * golden.scored[row]
        mean = float(values[row] @ share / share.sum())
        total = mean - lowest_share * (mean - float(values[row][golden.scored[row] > 0].min()))
        right.append(golden.low[row] <= total <= golden.high[row])
    return float(np.mean(right))


def write(points: dict[str, float]) -> None:
    """Keep the points in the file that the scorer reads; gates and speed stay as they are."""
    old = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    kept = {**old["points"], **{name: round(float(p), 1) for name, p in points.items()}}
    lines = [
        "# Points of the criteria, written by `python -m benchmarks.fit --write`; what they mean: docs/scoring.md",
        "dimensions: {" + ", ".join(f"{k}: {v}" for k, v in old["dimensions"].items()) + "}",
        f"lowest_share: {LOWEST_SHARE}",
        "points:",
        *(f"  {c.id}: {kept[c.id]:g}" for c in CRITERIA),
    ]
    Path(str(FILE)).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
