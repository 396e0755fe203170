"""How long scoring a new reply takes, beside what else it could take: `python -m benchmarks.scoring_speed`.

Every golden reply of the collection is scored once (so the scenario's own phrasings are known). Then it is changed by
two words in its sentences, so that they are new, and in turn: scored; its sentences encoded in one pass, which is the
least that judging meaning can cost; and given to other libraries. One process, one reply at a time.

The cold load and the memory are those of a fresh process as a user has it: without the packages that only the
benchmarks install, which textstat's own libraries would load. `--beside FOLDER` adds packages that cannot be installed
with ours, see docs/dependencies.md.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import NamedTuple

GOAL_MEDIAN_MS, GOAL_P95_MS = 25, 60
GOAL_LOAD_S, GOAL_MEMORY_MB = 4, 450
STARTS = 3
ONLY_HERE = ("scipy", "sklearn")
"""Packages of the extra "bench": no user has them."""
CHANGED_SENTENCES = 3
WORDS = {
    "nl": (
        "alvast", "vandaag", "zeker", "graag", "meteen", "straks", "samen", "gewoon", "verder",
        "intussen", "opnieuw", "even", "nu", "eerst", "daarna", "toch", "weer", "nog", "ook", "best"
    ),
    "en": (
        "already", "today", "surely", "gladly", "promptly", "later", "together", "simply",
        "further", "meanwhile", "again", "briefly", "now", "first", "then", "still", "also", "soon",
        "here", "well"
    ),
}  # fmt: skip
_END = re.compile(r"(?<=\w)(?=[.!?](?:\s|$))")


class Times(NamedTuple):
    """Milliseconds that one thing took, by language."""

    by_lang: dict[str, list[float]]

    def of(self, lang: str) -> list[float]:
        """Those of one language, or of all."""
        return sorted(self.by_lang[lang] if lang else [ms for group in self.by_lang.values() for ms in group])

    def median(self, lang: str = "") -> float:
        """The middle one."""
        return statistics.median(self.of(lang))

    def p95(self, lang: str = "") -> float:
        """What 95 % stay within."""
        values = self.of(lang)
        return values[int(len(values) * 0.95)]


def replies():
    """Every golden reply that has a text, with its situation, first variant."""
    from benchmarks.golden_replies import golden_cases

    return [(reply, situation) for _, reply, situation in golden_cases() if reply.text]


def changed(text: str, lang: str, number: int) -> str:
    """A reply with two words more in its first sentences: no other reply gets the same two."""
    pairs = list(product(WORDS[lang], repeat=2))
    return _END.sub(" " + " ".join(pairs[number % len(pairs)]), text, count=CHANGED_SENTENCES)


def measure() -> tuple[dict[str, Times], list[str]]:
    """Time scoring and everything beside it on the same replies; also the names of what is not installed."""
    from benchmarks.beside import installed
    from scoring import meaning, score
    from scoring.text import sentences
    from simulator.warm_up import warm_up

    warm_up()
    cases = replies()
    others, absent = installed()
    for reply, situation in cases:
        score(reply, situation)
        for judge in others.values():
            judge(reply.text, situation.lang)
    times: dict[str, Times] = defaultdict(lambda: Times(defaultdict(list)))
    for number, (reply, situation) in enumerate(cases):
        lang, text = situation.lang, changed(reply.text, situation.lang, number)
        new = dataclasses.replace(reply, text=text)
        pieces = tuple(s.text for s in sentences(text) if any(c.isalpha() for c in s.text))
        took = times["scoring"].by_lang[lang], times["encoder"].by_lang[lang]
        took[0].append(_ms(score, new, situation))
        took[1].append(_ms(meaning.vectors, pieces))
        for name, judge in others.items():
            times[name].by_lang[lang].append(_ms(judge, text, lang))
    return times, absent


def _ms(work: Callable[..., object], *given: object) -> float:
    begin = time.perf_counter()
    work(*given)
    return (time.perf_counter() - begin) * 1000


def cold(*, then_score: bool) -> dict[str, float]:
    """Load time and memory of this process, which must be fresh."""
    sys.modules.update(dict.fromkeys(ONLY_HERE))
    begin = time.perf_counter()
    from simulator.warm_up import warm_up

    warm_up()
    load = time.perf_counter() - begin
    if then_score:
        from scoring import score

        for reply, situation in replies():
            score(reply, situation)
    return {"load": load, "memory": _resident_mb()}


def _fresh(kind: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.scoring_speed", "--cold", kind]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _resident_mb() -> float:
    status = Path("/proc/self/status").read_text()
    return next(int(row.split()[1]) for row in status.splitlines() if row.startswith("VmRSS")) / 1024


def _print_times(times: dict[str, Times], absent: list[str]) -> None:
    ours = times["scoring"]
    for lang in WORDS:
        print(
            f"{lang}: {len(ours.of(lang))} new replies, median {ours.median(lang):.1f} ms, "
            f"95 % within {ours.p95(lang):.1f} ms; goal {GOAL_MEDIAN_MS} and {GOAL_P95_MS} ms"
        )
        for name, beside in times.items():
            if name != "scoring":
                ratio = ours.median(lang) / beside.median(lang)
                print(
                    f"    {name}: median {beside.median(lang):.2f} ms, 95 % within {beside.p95(lang):.2f} ms; "
                    f"scoring takes {ratio:.3g} times as long"
                )
    together = [n for n in times if n not in ("scoring", "encoder")]
    if together:
        sums = sum(times[n].median() for n in together)
        print(
            f"{' + '.join(together)} together: medians add up to {sums:.2f} ms; "
            f"scoring takes {ours.median() / sums:.3g} times as long"
        )
    for name in absent:
        print(f"{name} is not installed here and was not timed")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--beside", type=Path, help="folder with packages that cannot be installed with ours")
    parser.add_argument("--cold", choices=["load", "score"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.cold:
        print(json.dumps(cold(then_score=options.cold == "score")))
        return
    fresh = [_fresh(kind) for kind in ("load",) * (STARTS - 1) + ("score",)]
    load = min(f["load"] for f in fresh)
    print(f"cold load in a fresh process: {load:.1f} s, the best of {STARTS}; goal {GOAL_LOAD_S} s")
    print(f"memory of such a process after scoring: {fresh[-1]['memory']:.0f} MB; goal {GOAL_MEMORY_MB} MB")
    if options.beside:
        sys.path.append(str(options.beside))
    _print_times(*measure())


if __name__ == "__main__":
    main()
