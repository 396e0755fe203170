"""How long scoring every stored reply again takes: `python -m benchmarks.rescore_speed [REPLIES]`.

A store in a temporary folder is filled through the services, as trainees would: golden replies, each varied by a
word, turn after turn. Then `python -m simulator rescore` runs twice, in a fresh process each time.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from tqdm import tqdm

from simulator import accounts, practice
from simulator.casebook.library import Case, load_library
from simulator.practice import Mode
from simulator.run import load_run
from simulator.store.engine import Store, open_store
from simulator.store.migrate import upgrade

BEGIN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
PER_TRAINEE = 200
WORDS = {
    "nl": ("graag", "meteen", "vandaag", "zeker", "straks", "nog", "even", "gewoon", "samen", "verder", "nu"),
    "en": (
        "gladly",
        "now",
        "today",
        "surely",
        "later",
        "still",
        "again",
        "simply",
        "together",
        "further",
        "soon",
    ),
}


def varied(text: str, lang: str, number: int) -> str:
    """A reply with one word more, somewhere in it."""
    words = text.split(" ")
    place = number % len(words)
    return " ".join([*words[:place], WORDS[lang][number % len(WORDS[lang])], *words[place:]])


def converse(store: Store, who: accounts.User, case: Case, number: int, most: int) -> int:
    """One attempt, answered with golden replies as far as there are any; the number of replies sent."""
    now = BEGIN + timedelta(minutes=10 * number)
    attempt = practice.start(store, who, case, Mode.PRACTICE, now, clock_on=number % 2 == 0, seed=number)
    for sent in range(most):
        run = load_run(store, who, attempt)
        turn = run.turns[-1]
        golden = [g for g in run.case.scenario.golden if g.turn == turn.turn_id]
        if turn.id in run.answers or not golden:
            return sent
        reply = golden[(number // 7 + sent) % len(golden)]
        now += timedelta(seconds=40 + number % 300)
        text = varied(reply.text, case.scenario.language, number)
        practice.submit(store, who, attempt, turn.number, text, reply.action, now)
        practice.go_on(store, who, attempt, now)
    return most


def fill(url: str, replies: int) -> None:
    """Make a store with submitted replies."""
    store = open_store(url)
    upgrade(store)
    cases = list(load_library(Path("scenarios")).cases.values())
    left = replies
    with tqdm(total=replies, unit=" replies", desc="filling", disable=None) as bar:
        for number in count():
            if not left:
                break
            name = f"Bench {number // PER_TRAINEE}"
            if number % PER_TRAINEE == 0:
                who = accounts.sign_in(store, name, accounts.Role.TRAINEE, "nl", BEGIN, 14)[0]
            sent = converse(store, who, cases[number % len(cases)], number, left)
            left -= sent
            bar.update(sent)
    store.close()


def timed(url: str, out: Path, processes: int) -> float:
    """Seconds that the command takes, with the start of its processes."""
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "simulator", "rescore", "--out", str(out), "--processes", str(processes)],
        env={**os.environ, "SIMULATOR_DATABASE_URL": url},
        check=True,
    )
    return time.perf_counter() - begin


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("replies", type=int, nargs="?", default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        url = f"sqlite:///{home}/bench.db"
        begin = time.perf_counter()
        fill(url, options.replies)
        print(f"filled with {options.replies} replies in {time.perf_counter() - begin:.0f} s", flush=True)
        outputs = [Path(home) / name for name in ("first.jsonl", "second.jsonl")]
        for out in outputs:
            took = timed(url, out, options.processes)
            rate = options.replies / took
            print(
                f"rescored in {took:.1f} s on {options.processes} processes: {rate:.1f} a second", flush=True
            )
        first, second = (out.read_bytes() for out in outputs)
        assert first.count(b"\n") == options.replies
        print(f"the two outputs are {'byte-identical' if first == second else 'NOT THE SAME'}")


if __name__ == "__main__":
    main()
