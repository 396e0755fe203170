"""How long checking a collection takes: `python -m benchmarks.check_speed [FILES ...]`.

Collections of 100, 300 and 1,000 scenarios are made of the shipped ones in a temporary folder: files and ids get a
number, stories are left out. The same scenario only comes back after all others, so that what the checker remembers
of texts it has seen helps as little as it would with a thousand different files. Each time is that of a whole
`python -m simulator check FOLDER --no-golden`, as a trainer or a build starts it: without cache, with an empty one,
with nothing changed, and with one file changed. Last comes the check while somebody types, inside one process.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

SCENARIOS = Path("scenarios")
SIZES = (100, 300, 1_000)
GOAL_COLD_S, GOAL_UNCHANGED_S, GOAL_FILES = 20, 1, 1_000
LIVE_LINES = (300, 600)
LIVE_CHECKS = 50
ROUNDS = {"cold": 2, "filling the cache": 1, "unchanged": 3, "one changed": 3}
"""How often each is timed; the best counts."""
_ID = re.compile(r"^id: .*$", re.MULTILINE)
_STORY = re.compile(r"^story: \{.*\}\n", re.MULTILINE)


class Took(NamedTuple):
    """Seconds on the clock, and seconds of all processors together."""

    wall: float
    processor: float


def make_collection(root: Path, number: int) -> list[Path]:
    """Make a collection with so many scenarios.

    Returns:
        The scenario files.
    """
    sources = [p for p in sorted(SCENARIOS.glob("*/*.yaml")) if p.name != "protocol.yaml"]
    for house in sorted({p.parent for p in sources}):
        (root / house.name).mkdir(parents=True)
        shutil.copy(house / "protocol.yaml", root / house.name)
        shutil.copytree(house / "knowledge", root / house.name / "knowledge")
    out = []
    for n, source in enumerate(islice(cycle(sources), number)):
        name = f"{source.stem[:50].rstrip('-')}-{n}"
        text = _STORY.sub("", _ID.sub(f"id: {name}", source.read_text(encoding="utf-8"), count=1))
        file = root / source.parent.name / f"{name}.yaml"
        file.write_text(text, encoding="utf-8", newline="\n")
        out.append(file)
    return out


def check(root: Path, *options: str) -> Took:
    """Check a collection in a fresh process, whose modules were compiled before, as they are from the second time on.

    Raises:
        subprocess.CalledProcessError: When the check finds a fault; then the times mean nothing.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(root.with_name("compiled"))}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before, begin = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "simulator", "check", str(root), "--no-golden", *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    wall, after = time.perf_counter() - begin, os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Took(wall, used)


def measure(number: int) -> dict[str, Took]:
    """The times for a collection of so many scenarios."""
    with tempfile.TemporaryDirectory() as home:
        root = Path(home) / "collection"
        files = make_collection(root, number)
        check(root, "--only", files[0].stem)
        edits = iter(range(1_000))

        def one_changed() -> Took:
            with files[number // 2].open("a", encoding="utf-8") as file:
                file.write(f"# {next(edits)}\n")
            return check(root)

        ways: dict[str, Callable[[], Took]] = {
            "cold": lambda: check(root, "--no-cache"),
            "filling the cache": lambda: check(root),
            "unchanged": lambda: check(root),
            "one changed": one_changed,
        }
        return {name: _best([run() for _ in range(ROUNDS[name])]) for name, run in ways.items()}


def _best(took: list[Took]) -> Took:
    return Took(min(t.wall for t in took), min(t.processor for t in took))


def print_table(times: dict[int, dict[str, Took]], kind: str) -> None:
    """Print seconds, milliseconds for each file, and how they grow.

    Args:
        times: By number of files.
        kind: "wall" or "processor".
    """
    few, many = min(times), max(times)
    print(f"{kind + ' seconds':20}" + "".join(f"{n:>13,} files" for n in times))
    for name in ROUNDS:
        took = {n: float(getattr(ways[name], kind)) for n, ways in times.items()}
        row = "".join(f"{s:9.2f} ({s / n * 1000:5.1f} ms)" for n, s in took.items())
        print(
            f"{name:20}{row}   {many / few:.3g} times the files take {took[many] / took[few]:.1f} times as long"
        )


def print_goals(times: dict[int, dict[str, Took]]) -> None:
    """Print how the times stand to the goals, if a collection of that size was timed."""
    if GOAL_FILES in times:
        cold, unchanged = times[GOAL_FILES]["cold"].wall, times[GOAL_FILES]["unchanged"].wall
        print(
            f"{GOAL_FILES:,} files on {os.cpu_count()} processors: cold {cold:.1f} s, goal {GOAL_COLD_S} s; "
            f"unchanged {unchanged:.2f} s, goal {GOAL_UNCHANGED_S} s"
        )


def live(lines: int) -> tuple[str, int, float, list[float]]:
    """Time the check of one scenario while somebody types in it.

    Returns:
        Its name and number of lines, the milliseconds of the first check, and those of the others, sorted.
    """
    from simulator.casebook.examine import examine_scenario
    from simulator.casebook.library import read_house
    from simulator.casebook.tree import read_folder

    tree = read_folder(SCENARIOS)
    paths = [p for house in tree.organisations for p in tree.scenarios(house)]
    path = min(paths, key=lambda p: abs(tree.files[p].count(b"\n") - lines))
    _, organisation, articles = read_house(tree, path.split("/", 1)[0], {})
    took = []
    for number in range(LIVE_CHECKS + 1):
        data = tree.files[path].replace(b"post: |\n", b"post: |\n      Nog %d.\n" % number, 1)
        begin = time.perf_counter()
        document, _ = examine_scenario(data, tree.shown(path), organisation, articles)
        took.append((time.perf_counter() - begin) * 1000)
        assert document.value is not None
    return path, tree.files[path].count(b"\n"), took[0], sorted(took[1:])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Time the check of collections.")
    parser.add_argument("files", type=int, nargs="*", default=SIZES)
    times = {number: measure(number) for number in parser.parse_args().files}
    print_table(times, "wall")
    print_table(times, "processor")
    print_goals(times)
    for lines in LIVE_LINES:
        path, real, first, took = live(lines)
        print(
            f"while typing in {path}, {real} lines: first {first:.0f} ms, "
            f"then median {statistics.median(took):.1f} ms, 95 % within {took[int(len(took) * 0.95)]:.1f} ms"
        )


if __name__ == "__main__":
    main()
