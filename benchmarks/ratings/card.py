"""The counted parts of the data card: `python -m benchmarks.ratings.card` prints them for README.md.

The test parts are read for counts and agreement only; no text of theirs is printed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from sklearn.metrics import cohen_kappa_score

from benchmarks.ratings import HERE, SCALES, TEST_SETS, TRAIN_SETS, scenarios

RATERS = "ABC"
PARTS = (*TRAIN_SETS, *TEST_SETS)


def _pairs(part: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((HERE / "pairs" / f"{part}.json").read_text(encoding="utf-8"))
    return found


def _replies(parts: Sequence[str]) -> Iterator[dict[str, Any]]:
    for part in parts:
        for scenario in scenarios(part):
            yield from scenario["replies"]


def counts() -> None:
    """Print one line a part: how much there is."""
    print("| part | scenarios | replies | expectations judged | pairs | of which invariant | organisations |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    sums: Counter[str] = Counter()
    for part in PARTS:
        cases, pairs = scenarios(part), _pairs(part)
        line = {
            "scenarios": len(cases),
            "replies": sum(len(c["replies"]) for c in cases),
            "expectations": sum(len(r["must"]) for c in cases for r in c["replies"]),
            "pairs": len(pairs),
            "invariant": sum(p["type"] == "invariant" for p in pairs),
        }
        sums.update(line)
        names = ", ".join(dict.fromkeys(c["organisation"]["name"] for c in cases))
        print(f"| {part} | {' | '.join(str(v) for v in line.values())} | {names} |")
    print(f"| all | {' | '.join(str(v) for v in sums.values())} | |")


def cases() -> None:
    """Print one line a scenario: language, region, channel, kind."""
    print("| part | scenario | language | region | channel | kind |\n| --- | --- | --- | --- | --- | --- |")
    for part in PARTS:
        for case in scenarios(part):
            channel = f"{case['channel']}, {'public' if case['public'] else 'private'}"
            print(
                f"| {part} | {case['id']} | {case['lang']} | {case['region']} | {channel} | {case['kind']} |"
            )


def marks() -> None:
    """Print how often the median of the raters is each mark, in the training parts."""
    print("| scale | 1 | 2 | 3 | 4 | 5 |\n| --- | --- | --- | --- | --- | --- |")
    for scale in SCALES:
        seen = Counter(r["reference"][scale] for r in _replies(TRAIN_SETS))
        print(f"| {scale} | {' | '.join(str(seen[mark]) for mark in range(1, 6))} |")


def agreement(title: str, parts: Sequence[str]) -> None:
    """Print the pairwise quadratic weighted kappa of the raters.

    Args:
        title: Above the table.
        parts: Sets that were rated by the same three raters.
    """
    replies = list(_replies(parts))
    names = [f"{RATERS[a]} with {RATERS[b]}" for a, b in combinations(range(len(RATERS)), 2)]
    print(f"{title}: {len(replies)} replies\n")
    print(f"| scale | {' | '.join(names)} | all three the same mark | more than one mark apart |")
    print("| --- | --- | --- | --- | --- | --- |")
    for scale in SCALES:
        given = [[rating[scale] for rating in r["ratings"]] for r in replies]
        kappas = []
        for a, b in combinations(range(len(RATERS)), 2):
            one, other = [g[a] for g in given], [g[b] for g in given]
            kappas.append(cohen_kappa_score(one, other, weights="quadratic", labels=[1, 2, 3, 4, 5]))
        same = sum(len(set(g)) == 1 for g in given) / len(given)
        apart = sum(max(g) - min(g) > 1 for g in given) / len(given)
        print(f"| {scale} | {' | '.join(f'{k:.2f}' for k in kappas)} | {same:.0%} | {apart:.1%} |")


def main() -> None:
    """Print all tables."""
    counts()
    print()
    cases()
    print("\nMedians, training parts\n")
    marks()
    print()
    agreement("Own sets", [p for p in PARTS if p != "given"])
    print()
    agreement("Given set, three other raters", ["given"])


if __name__ == "__main__":
    main()
