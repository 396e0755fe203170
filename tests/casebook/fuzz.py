"""A fuzzer of the scenario reader: `python -m tests.casebook.fuzz --count 100000 --seed 1 --processes 2`.

Each file is one of ours, spoilt by a random generator that starts from the seed and the file's number, so that the
same seed gives the same files while ours stay the same, and `--only NUMBER` makes one again. No file may make the checker raise, none may take
longer than LIMIT_MS, every diagnostic must stand inside the file and have its words, and of what the reader accepts
nothing may be lost or changed (fuzz_checks.py).
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from scoring import pii
from simulator.casebook.diagnostics import CODES
from simulator.casebook.library import read_house
from simulator.casebook.reader import read_bytes
from simulator.casebook.tree import PROTOCOL, read_folder
from tests.casebook.fuzz_big import big_file
from tests.casebook.fuzz_checks import Failure, House, examined, outcome_of
from tests.casebook.fuzz_mutations import Seed, spoil

LIMIT_MS = 50.0
"""Longest check of a file of up to 256 KB, in processor time."""
HOPELESS_MS = 5_000.0
"""No hiccup makes a check so slow; one of 700 ms was seen on a shared machine."""
TRIES = 5
BIG_FILES = 60
YARDSTICK_MS = 0.93
"""The yardstick's time on an undisturbed core of 2.5 GHz, on which the limit holds."""
_YARD = "- {a: [b, c], d: 'e'}\n" * 100
QUICK_BYTES = 2_000
THOROUGH_EACH = 5
CHUNK, TOLD_EACH = 250, 10_000
SHRINK_SECONDS = 20.0
SHOWN_BYTES = 600
_ROOT = Path(__file__).parents[2]
_SMALL = Path(__file__).with_name("fuzz_small.yaml")


_NOT_OF_ONE_FILE = frozenset(
    code for code in CODES if code[0] in "LG" or code in ("Y000", "Y002", "R014", "R016", "D002")
) - {"L002", "L007"}
"""Codes that need a whole collection, scores or a file that cannot be read."""


@dataclass
class Tally:
    """What fuzzing gave; tallies can be added up.

    Attributes:
        count: Files made.
        accepted: Files that could be used.
        codes: Files in which each code was seen.
        slowest: Milliseconds, bytes and number of the slowest files, slowest first.
        failures: By kind: how often, and the smallest file with its number, its seed's number and what was seen.
    """

    count: int = 0
    accepted: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)
    failures: dict[str, tuple[int, bytes, str, int, str]] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Take in another tally."""
        self.count += other.count
        self.accepted += other.accepted
        self.codes += other.codes
        self.slowest = sorted(self.slowest + other.slowest, reverse=True)[:5]
        for kind, seen in other.failures.items():
            self._fail(kind, seen)

    def fail(self, failure: Failure, data: bytes, number: str, seed: int) -> None:
        """Note what did not hold."""
        self._fail(failure.kind, (1, data, number, seed, failure.detail))

    def _fail(self, kind: str, seen: tuple[int, bytes, str, int, str]) -> None:
        old = self.failures.get(kind)
        if old is None:
            self.failures[kind] = seen
        else:
            smaller = min(old, seen, key=lambda s: (len(s[1]), s[2]))
            self.failures[kind] = (old[0] + seen[0], *smaller[1:])


@lru_cache(maxsize=1)
def material() -> tuple[tuple[Seed, ...], tuple[House, ...]]:
    """All good files to start from, shipped and of the tests, and the houses they belong to."""
    seeds: list[Seed] = []
    houses: list[House] = []
    for root in (_ROOT / "tests" / "data" / "scenarios", _ROOT / "scenarios"):
        tree = read_folder(root)
        for folder in tree.organisations:
            _, organisation, articles = read_house(tree, folder, {})
            assert organisation is not None
            houses.append(House(organisation, articles))
            paths = (f"{folder}/{PROTOCOL}", *tree.scenarios(folder))
            seeds += [_seed(path, tree.files[path], len(houses) - 1) for path in paths]
    seeds.append(_seed("netwijs/fuzz-small.yaml", _SMALL.read_bytes(), 0))
    return tuple(seeds), tuple(houses)


def _seed(path: str, data: bytes, house: int) -> Seed:
    value = read_bytes(data, path).value
    assert value is not None
    return Seed(path, data.decode(), value, house, path.endswith(PROTOCOL))


def made(seed: int, number: int, most_bytes: int) -> tuple[bytes, Seed]:
    """The file with a number, and what it was made from: small ones more often, since they are as telling."""
    rng = random.Random(f"{seed}:{number}")
    seeds = [s for s in material()[0] if len(s.text) <= most_bytes]
    weights = [(0.3 if s.protocol else 1.0) / len(s.text) ** 1.5 for s in seeds]
    start, other = rng.choices(seeds, weights, k=2)
    return spoil(rng, start, other), start


def name_of(seed: Seed) -> str:
    """The id that a scenario or a house must have."""
    return Path(seed.name).parent.name if seed.protocol else Path(seed.name).stem


def _house(seed: Seed) -> House | None:
    return None if seed.protocol else material()[1][seed.house]


def fair(took: float) -> float:
    """A time as it would be if the machine had this core to itself: others on the same core slow down all that runs.

    A fixed piece of work is timed beside it; a machine that is faster than the one of the limit gets no penalty.
    """
    return took * min(1.0, YARDSTICK_MS / min(_yardstick() for _ in range(3)))


def _yardstick() -> float:
    begin = time.process_time()
    for _ in yaml.parse(_YARD, Loader=yaml.CSafeLoader):
        pass
    return (time.process_time() - begin) * 1000


def best_ms(took: float, data: bytes, seed: Seed, tries: int) -> float:
    """Processor time of the check; a slow one is timed again, so that the machine's hiccups do not count."""
    best = took
    for _ in range(tries - 1):
        if not LIMIT_MS < best < HOPELESS_MS:
            break
        # What was found in the same texts a moment ago is remembered; a file is new to a user.
        pii._candidates.cache_clear()
        begin = time.process_time()
        examined(data, name_of(seed), _house(seed))
        best = min(best, fair((time.process_time() - begin) * 1000))
    return best


def fuzz(seed: int, numbers: Iterable[int], most_bytes: int = sys.maxsize) -> Tally:
    """Make files and look whether everything holds.

    Args:
        seed: Decides all files together with their numbers.
        numbers: Which files.
        most_bytes: Size of the largest file to start from.
    """
    tally = Tally()
    for number in numbers:
        data, start = made(seed, number, most_bytes)
        outcome = outcome_of(data, name_of(start), _house(start), thorough=number % THOROUGH_EACH == 0)
        failures = list(outcome.failures)
        if outcome.document is not None:
            tally.codes.update({d.code for d in outcome.document.found})
            took = best_ms(outcome.took, data, start, TRIES)
            tally.slowest = sorted([*tally.slowest, (took, len(data), str(number))], reverse=True)[:5]
            if took > LIMIT_MS:
                failures.append(Failure("slow", f"{took:.0f} ms"))
        tally.count += 1
        tally.accepted += outcome.model is not None
        for failure in failures:
            tally.fail(failure, data, str(number), material()[0].index(start))
    return tally


def fuzz_big(seed: int, numbers: Iterable[int]) -> Tally:
    """Time big files; see `fuzz`."""
    tally = Tally()
    seeds = [s for s in material()[0] if not s.protocol and len(s.text) < 10_000]
    for number in numbers:
        rng = random.Random(f"{seed}:big:{number}")
        start = rng.choice(seeds)
        sort, data = big_file(rng, start)
        outcome = outcome_of(data, name_of(start), _house(start), thorough=False, meaning=False)
        tally.count += 1
        tally.accepted += outcome.model is not None
        for failure in outcome.failures:
            tally.fail(failure, data, f"big {number}", material()[0].index(start))
        if outcome.document is not None:
            tally.codes.update({d.code for d in outcome.document.found})
            took = best_ms(outcome.took, data, start, TRIES)
            tally.slowest = sorted(
                [*tally.slowest, (took, len(data), f"big {number}, {sort}")], reverse=True
            )[:5]
            if took > LIMIT_MS:
                tally.fail(
                    Failure(f"slow: {sort}", f"{took:.0f} ms"),
                    data,
                    f"big {number}",
                    material()[0].index(start),
                )
    return tally


def shrunk(data: bytes, holds: Callable[[bytes], bool], seconds: float = SHRINK_SECONDS) -> bytes:
    """A smaller file that still fails: pieces are left out as long as that holds, lines first, then bytes."""
    until = time.monotonic() + seconds
    for between in (b"\n", b""):
        parts = data.split(b"\n") if between else [data[i : i + 1] for i in range(len(data))]
        size = max(1, len(parts) // 2)
        while size and time.monotonic() < until:
            at = 0
            while at < len(parts) and time.monotonic() < until:
                fewer = parts[:at] + parts[at + size :]
                if holds(between.join(fewer)):
                    parts = fewer
                else:
                    at += size
            size //= 2
        data = between.join(parts)
    return data


def _smallest(kind: str, data: bytes, start: Seed) -> tuple[bytes, str]:
    """The failing file made smaller, and what is seen in it."""

    def detail(smaller: bytes) -> str | None:
        outcome = outcome_of(smaller, name_of(start), _house(start), thorough=True)
        return next((f.detail for f in outcome.failures if f.kind == kind), None)

    if kind.startswith("slow"):
        return data, ""
    small = shrunk(data, lambda smaller: detail(smaller) is not None)
    return small, detail(small) or ""


def report(tally: Tally, title: str) -> None:
    """Print what fuzzing gave, the smallest failing files last."""
    print(f"{title}: {tally.count} files, {tally.accepted} accepted, {tally.count - tally.accepted} refused")
    print("  by code: " + ", ".join(f"{code} {n}" for code, n in sorted(tally.codes.items())))
    unseen = (code for code in CODES if code not in tally.codes and code not in _NOT_OF_ONE_FILE)
    print("  never seen: " + " ".join(unseen))
    for took, size, number in tally.slowest:
        print(f"  slowest: {took:.1f} ms, {size} bytes, file {number}")
    print(f"  failures: {sum(f[0] for f in tally.failures.values())} of {len(tally.failures)} kinds")
    for kind, (times, data, number, seed, detail) in sorted(tally.failures.items()):
        start = material()[0][seed]
        small, told = _smallest(kind, data, start)
        shown = repr(small[:SHOWN_BYTES]) + (" ..." if len(small) > SHOWN_BYTES else "")
        print(f"  {kind}: {times} times, such as file {number} from {start.name}")
        print(f"    {told or detail}\n    {len(small)} bytes: {shown}")


def _part(given: tuple[str, int, range, int]) -> Tally:
    what, seed, numbers, most_bytes = given
    return fuzz_big(seed, numbers) if what == "big" else fuzz(seed, numbers, most_bytes)


def _all(what: str, count: int, options: argparse.Namespace) -> Tally:
    chunk = CHUNK if what == "small" else 5
    parts = [
        (what, options.seed, range(n, min(n + chunk, count)), options.most_bytes)
        for n in range(options.first if what == "small" else 0, count, chunk)
    ]
    whole = Tally()
    if options.processes < 2:
        for part in parts:
            whole.add(_part(part))
        return whole
    with ProcessPoolExecutor(max_workers=options.processes) as pool:
        for tally in pool.map(_part, parts):
            whole.add(tally)
            if whole.count % TOLD_EACH == 0:
                seen = "; ".join(f"{kind}: {f[0]}, as file {f[2]}" for kind, f in whole.failures.items())
                print(f"{whole.count}: {seen or 'no failures'}", file=sys.stderr, flush=True)
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Fuzz and print what was seen.

    Returns:
        1 when anything failed.
    """
    parser = argparse.ArgumentParser(
        description="Spoil scenario files and look whether the checker stands it."
    )
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--first", type=int, default=0, help="go on with the file of this number")
    parser.add_argument("--big", type=int, default=BIG_FILES, help="how many files of 200 to 256 KB")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument(
        "--most-bytes", type=int, default=sys.maxsize, help="size of the largest file to start from"
    )
    parser.add_argument("--only", type=int, help="write the file with this number to standard output")
    options = parser.parse_args(arguments)
    if options.only is not None:
        sys.stdout.buffer.write(made(options.seed, options.only, options.most_bytes)[0])
        return 0
    # Read once: who works on the scenarios meanwhile changes nothing for the processes. Their garbage collectors leave
    # it alone, which is the fuzzer's and not the file's; looking at all of it takes as long as checking a file.
    material()
    gc.freeze()
    tallies = {
        "spoilt files": _all("small", options.count, options),
        "big files": _all("big", options.big, options),
    }
    for title, tally in tallies.items():
        if tally.count:
            report(tally, title)
    return int(any(tally.failures for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
