"""Fuzzers of the scorer and of the command line: `python -m tests.fuzz_inputs scorer --minutes 10 --seed 1`.

The scorer gets golden replies that were spoilt, in situations of the collection; the command line gets words of its own
and nonsense. Whatever comes in: no exception, a scorecard that holds, an exit status of 0, 1 or 2 and no traceback.
The reader of scenarios has a fuzzer of its own (tests/casebook/fuzz.py).
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from scoring import Action, Reply, score
from simulator.casebook.library import load_library
from simulator.casebook.situation import situation_for
from simulator.cli import main as cli
from tests.hostile import TEXTS

MOST_SIGNS = 10_000
PIECES = (
    *TEXTS.values(),
    "\ud800",
    "é" * 50,
    "👩‍👩‍👧‍👦",
    "a" * 500,
    "\n" * 40,
    "Z\u0351\u036b",
    "\u202e",
    "^SV",
    "1234.56.789",
)
COMMANDS = ("check", "new", "schema", "score", "rescore", "migrate", "recount", "admin", "backup", "restore", "doctor",
            "transfer", "export", "erase", "retention", "privacy-pack")  # fmt: skip
"""Not `serve`, which does not end, and not `vectors`, which belongs to developers and takes a minute."""
WORDS = ("--lang", "nl", "en", "xx", "--format", "json", "sarif", "--no-golden", "--strict", "--verify", "--replace",
         "--user", "--yes", "--run", "--employer", "--only", "--limit", "-1", "0", "9" * 30, "--processes", "scenario",
         "organisation", "huis/naam", "../naam", "/dev/null", "/proc/self/mem", "sqlite:///x.db", "postgresql://a/b", "env:HOME", "", "é",
         "\n", "a@b.example", "--url", "http://[", "--folder", "--out", "bestand", "--dry-run", "--help", "--verbose")  # fmt: skip


def spoilt(rng: random.Random, text: str) -> str:
    """A text with parts cut, doubled, swapped or replaced by nonsense."""
    for _ in range(rng.randint(1, 8)):
        here, there = sorted(rng.randint(0, len(text)) for _ in range(2))
        part = text[here:there]
        new = rng.choice(
            (
                "",
                part * rng.randint(2, 30),
                part[::-1],
                part.upper(),
                rng.choice(PIECES),
                chr(rng.randint(0, 0x10FFFF)),
            )
        )
        text = text[:here] + new + text[there:]
    return text[:MOST_SIGNS]


def scorer(rng: random.Random) -> Callable[[], str]:
    """Gives what scores one spoilt reply, and tells what does not hold."""
    cases = [c for c in load_library(Path("scenarios")).published if c.scenario.golden]

    def one() -> str:
        case = rng.choice(cases)
        golden = rng.choice(case.scenario.golden)
        turn = next(t for t in case.scenario.turns if t.id == golden.turn)
        text = spoilt(rng, golden.text)
        reply = Reply(
            text, rng.choice(list(Action)), rng.choice((None, 0.0, -5.0, 1e9)), rng.choice((None, 60.0))
        )
        card = score(reply, situation_for(case, turn, (turn.post,)))
        if card != score(reply, situation_for(case, turn, (turn.post,))):
            return f"not the same twice: {text!r}"
        if card.total is not None and not 0 <= card.total <= 100:
            return f"total {card.total}: {text!r}"
        for finding in card.findings:
            placed = finding.start is not None and finding.end is not None
            if placed and not 0 <= finding.start <= finding.end <= len(text):
                return f"{finding.criterion} points outside the text: {text!r}"
        return ""

    return one


def command_line(rng: random.Random) -> Callable[[], str]:
    """Gives what runs one random command in an empty folder, and tells what does not hold."""
    home = Path(tempfile.mkdtemp(prefix="cli-"))
    os.chdir(home)
    os.environ["SIMULATOR_DATABASE_URL"] = f"sqlite:///{home / 'data.db'}"
    os.environ["SIMULATOR_SCENARIOS"] = str(home)

    def one() -> str:
        words = [rng.choice(COMMANDS), *(rng.choice(WORDS) for _ in range(rng.randint(0, 5)))]
        out = io.StringIO()
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                status = cli(words)
        except SystemExit as stopped:
            status = stopped.code if isinstance(stopped.code, int) else 1
        told = out.getvalue()
        return f"status {status}: {words}" if status not in (0, 1, 2) or "Traceback" in told else ""

    return one


def main() -> int:
    """Fuzz for some minutes; exit status 1 when something did not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("scorer", "cli"))
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    rng = random.Random(wanted.seed)
    one = scorer(rng) if wanted.what == "scorer" else command_line(rng)
    end, count, slowest, bad = time.monotonic() + 60 * wanted.minutes, 0, 0.0, []
    while time.monotonic() < end:
        begin = time.process_time()
        try:
            failed = one()
        except Exception:
            failed = traceback.format_exc()[-1500:]
        slowest = max(slowest, time.process_time() - begin)
        count += 1
        if failed:
            bad.append(failed)
    print(
        f"{wanted.what}: {count} inputs in {wanted.minutes:g} min, {len(bad)} failed, slowest {slowest * 1000:.0f} ms"
    )
    # One of each kind: the last line names it, though the place in a text may differ.
    kinds = {re.sub(r"\d+", "", failed.strip().rpartition("\n")[2]): failed for failed in bad}
    for failed in list(kinds.values())[:5]:
        print(failed)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
