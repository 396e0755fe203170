"""How well scores agree with raters: `python -m benchmarks.validity`.

Four parts. Cases that the scorer knows by an instruction only: the own test part, which no weight, word or example was
ever tuned on, and the given ratings, with the points fitted again without each scenario in turn (leave one scenario
out; words and examples were tuned on them). Our own scenarios, which have example phrasings: new replies to the half
never tuned on, and the golden replies, which the phrasings were written beside.
Raters are language models that play coaches, not people: see benchmarks/ratings/README.md.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from benchmarks import collection, fit, ratings
from benchmarks.agreement import Values, interval, qwk, rank
from benchmarks.baselines import BASELINES
from benchmarks.ratings import Pair, Rated
from benchmarks.signals import TEXT, Case, shipped_cards, signals
from scoring import Dimension

GOALS = {"tone": 0.75, "personalisation": 0.80, "protocol": 0.82, "overall": 0.82}
LIKE_LENGTH, FAR_APART = 0.2, 2
PRIVACY_FLAGS = {"asks_personal_data_in_public", "reveals_personal_data"}
PRIVACY_CRITICALS = {
    "protocol.asks_personal_data_in_public",
    "protocol.reveals_personal_data",
    "protocol.confirms_customer",
    "protocol.names_third_party",
    "protocol.asks_bsn",
}
INVARIANT_WITHIN = 8.0
PASSES = 4
"""Overall mark from which raters would let a reply go out."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores of a list of replies: scale -> 0-100 a reply; uncertain: whether a human look is asked."""

    scales: dict[str, Values]
    privacy: list[bool]
    uncertain: list[bool]
    passed: list[bool]


def scored(rated: Sequence[Rated]) -> Scored:
    """Scores by the shipped weights."""
    cards = shipped_cards(rated)
    scales: dict[str, Values] = {
        d.value: np.array([100.0 if (v := c.value_of(d)) is None else v for c in cards]) for d in TEXT
    }
    scales["overall"] = np.array([c.total or 0.0 for c in cards])
    return Scored(
        scales,
        [bool(set(c.decided_by) & PRIVACY_CRITICALS) for c in cards],
        [bool(c.needs_look) for c in cards],
        [c.passed for c in cards],
    )


def left_out(rated: Sequence[Rated]) -> dict[str, Values]:
    """Scores with points fitted without the scenario that is scored."""
    known = [r for r in ratings.rated(*ratings.TRAIN_SETS) if r.part not in {one.part for one in rated}]
    values = fit.left_out([*rated, *known], signals([*rated, *known]))[: len(rated)]
    scales: dict[str, Values] = {d.value: values[:, i] for i, d in enumerate(TEXT)}
    scales["overall"] = fit.totals(values)
    return scales


def agreement(
    title: str, rated: Sequence[Rated], scales: dict[str, Values], baseline: dict[str, Values]
) -> None:
    """Print QWK and Spearman per scale, beside the baselines and each single rater."""
    groups = [r.scenario for r in rated]
    print(f"\n## {title}: {len(rated)} replies, {len(set(groups))} scenarios\n")
    print(
        "| scale | QWK [95 %] | Spearman [95 %] | goal QWK | baselines QWK / Spearman | single raters QWK |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for scale in ratings.SCALES:
        marks = np.array([r.reference[scale] for r in rated], dtype=float)
        mine = scales[scale]
        low, high = interval(qwk, marks, mine, groups)
        rlow, rhigh = interval(rank, marks, mine, groups)
        beside = ", ".join(
            f"{name} {qwk(marks, _as_scores(marks, values)):.2f} / {rank(marks, values):.2f}"
            for name, values in baseline.items()
        )
        raters = ", ".join(f"{k:.2f}" for k in _single_raters(rated, scale))
        print(
            f"| {scale} | {qwk(marks, mine):.3f} [{low:.2f}, {high:.2f}] | {rank(marks, mine):.3f} "
            f"[{rlow:.2f}, {rhigh:.2f}] | {GOALS[scale]:.2f} | {beside} | {raters} |"
        )


def _as_scores(marks: Values, values: Values) -> Values:
    """A baseline at its best: the straight line that fits these very marks."""
    slope, offset = np.polyfit(values, 25 * (marks - 1), 1)
    return np.clip(slope * values + offset, 0, 100)


def _single_raters(rated: Sequence[Rated], scale: str) -> list[float]:
    """Each rater against the mean of the others, rounded."""
    marks = np.array([r.ratings[scale] for r in rated], dtype=float)
    out = []
    for rater in range(marks.shape[1] if marks.shape[1] > 1 else 0):
        others = np.delete(marks, rater, axis=1).mean(axis=1)
        out.append(qwk(marks[:, rater], 25 * (np.round(others) - 1)))
    return out


def like_length(rated: Sequence[Rated], scales: dict[str, Values]) -> None:
    """Print how often the better of two replies of like length, two marks apart, scores higher."""
    print("\n| pairs of like length, two marks apart | n | ours | length alone |\n| --- | --- | --- | --- |")
    by_scenario: dict[str, list[int]] = defaultdict(list)
    for i, r in enumerate(rated):
        by_scenario[r.scenario].append(i)
    for scale in ratings.SCALES:
        right, by_length, n = 0.0, 0.0, 0
        for rows in by_scenario.values():
            for a in rows:
                for b in rows:
                    la, lb = len(rated[a].reply.text), len(rated[b].reply.text)
                    far = rated[a].reference[scale] - rated[b].reference[scale] >= FAR_APART
                    if far and abs(la - lb) <= LIKE_LENGTH * max(la, lb):
                        n += 1
                        right += _wins(scales[scale][a], scales[scale][b])
                        by_length += _wins(la, lb)
        if n:
            print(f"| {scale} | {n} | {right / n:.3f} | {by_length / n:.3f} |")


def _wins(a: float, b: float) -> float:
    return 1.0 if a > b else 0.5 if a == b else 0.0


def pair_report(title: str, pairs: Sequence[Pair]) -> None:
    """Print minimal pairs by type, and the invariant pairs."""
    both = shipped_cards(
        [Case(p.scenario, p.better, p.situation) for p in pairs]
        + [Case(p.scenario, p.worse, p.situation) for p in pairs]
    )
    better, worse = both[: len(pairs)], both[len(pairs) :]
    tally: dict[str, list[float]] = defaultdict(list)
    close = []
    for pair, up, down in zip(pairs, better, worse, strict=True):
        if pair.type == "invariant":
            close.append(abs((up.total or 0) - (down.total or 0)) <= INVARIANT_WITHIN)
            continue
        dimension = Dimension(pair.dimension)
        a, b = up.value_of(dimension), down.value_of(dimension)
        tally[pair.type].append(1.0 if (a if a is not None else 100) > (b if b is not None else 100) else 0.0)
    right = [v for values in tally.values() for v in values]
    print(f"\n## {title}\n")
    print(
        f"minimal pairs, the better one higher in its dimension: {sum(right):.0f} of {len(right)} "
        f"= {np.mean(right):.3f} (goal .90)"
    )
    print(
        f"invariant pairs, totals within {INVARIANT_WITHIN:g} points: {sum(close)} of {len(close)} "
        f"= {np.mean(close):.3f} (goal .90)\n"
    )
    print("| type | right | of |\n| --- | --- | --- |")
    for kind in sorted(tally):
        print(f"| {kind} | {sum(tally[kind]):.0f} | {len(tally[kind])} |")


def privacy_report(rated: Sequence[Rated], found: Scored) -> None:
    """Print precision and recall of critical findings on personal data in public."""
    public = [i for i, r in enumerate(rated) if r.situation.public]
    truth = [bool(rated[i].flags & PRIVACY_FLAGS) for i in public]
    said = [found.privacy[i] for i in public]
    both = sum(t and s for t, s in zip(truth, said, strict=True))
    print(
        f"\npersonal data in public, critical finding: recall {both}/{sum(truth)}, precision {both}/{sum(said)} "
        f"(goals .95, .90), of {len(public)} public replies"
    )


def verdicts(rated: Sequence[Rated], found: Scored) -> None:
    """Print how often a reply passes that raters would not let go, and the other way round."""
    good = np.array([r.reference["overall"] >= PASSES for r in rated])
    passed = np.array(found.passed)
    print(
        f"\npassed though raters would not let it go: {(passed & ~good).sum()} of {(~good).sum()}; "
        f"not passed though they would: {(~passed & good).sum()} of {good.sum()}"
    )


def confidence_report(rated: Sequence[Rated], found: Scored) -> None:
    """Print how often a human look is asked, and how much better the rest is."""
    unsure = np.array(found.uncertain)
    right = np.array(found.passed) == np.array([r.reference["overall"] >= PASSES for r in rated])
    print(
        f"\na human look is asked for {unsure.sum()} of {len(unsure)} replies ({unsure.mean():.0%}); "
        f"verdict as the raters' (overall 4 or 5 passes): {right[unsure].mean():.2f} of them, "
        f"{right[~unsure].mean():.2f} of the rest, {right.mean():.2f} of all\n"
    )
    if not unsure.any() or unsure.all():
        return
    print(
        "| scale | mean error in marks, sure | look asked | QWK sure | QWK look asked |\n"
        "| --- | --- | --- | --- | --- |"
    )
    for scale in ratings.SCALES:
        marks = np.array([r.reference[scale] for r in rated], dtype=float)
        off = np.abs(1 + found.scales[scale] / 25 - marks)
        print(
            f"| {scale} | {off[~unsure].mean():.2f} | {off[unsure].mean():.2f} | "
            f"{qwk(marks[~unsure], found.scales[scale][~unsure]):.3f} | "
            f"{qwk(marks[unsure], found.scales[scale][unsure]):.3f} |"
        )


def main() -> None:
    """Print all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--test-sets", default=",".join(ratings.TEST_SETS))
    test_sets = [s for s in parser.parse_args().test_sets.split(",") if s]
    if test_sets:
        test = ratings.rated(*test_sets)
        found = scored(test)
        base = {n: np.array([f(r) for r in test]) for n, f in BASELINES.items()}
        agreement("Own test part, never tuned on", test, found.scales, base)
        like_length(test, found.scales)
        privacy_report(test, found)
        confidence_report(test, found)
        pair_report("Pairs of the test part", ratings.pairs(*test_sets))
    for title, rated in (
        ("New replies to our own scenarios, half never tuned on", collection.new_replies("test")),
        (
            "New replies to our own scenarios, half where one number was chosen",
            collection.new_replies("tune"),
        ),
        ("Golden replies, marked blind by one rater", collection.goldens()),
    ):
        found = scored(rated)
        agreement(
            title, rated, found.scales, {n: np.array([f(r) for r in rated]) for n, f in BASELINES.items()}
        )
        verdicts(rated, found)
        confidence_report(rated, found)
    given = ratings.rated("given")
    base = {n: np.array([f(r) for r in given]) for n, f in BASELINES.items()}
    scales = left_out(given)
    agreement("Given ratings, points fitted without the scenario", given, scales, base)
    like_length(given, scales)
    shipped = scored(given)
    privacy_report(given, replace(shipped, scales=scales))
    confidence_report(given, replace(shipped, scales=scales))
    pair_report("Given pairs", ratings.pairs("given"))


if __name__ == "__main__":
    main()
