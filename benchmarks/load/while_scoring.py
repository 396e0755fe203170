"""Whether scoring holds up others: `python -m benchmarks.load.while_scoring`.

Twenty trainees send a reply at the same moment, again and again, while one more window draws its page again and again.
Printed: how long that page takes while nobody sends, and while the twenty replies are scored, in the same run.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.load.people import Person, prepare, reply
from benchmarks.load.servers import start_app
from benchmarks.load.trainee import AGAIN, FORM
from benchmarks.load.window import Window

TOGETHER = 20


async def _send(window: Window, text: str) -> None:
    data = window.components[FORM].data
    seq = int(str(data["seq"])) + 1
    await window.trigger(
        FORM, "submit", {"slot": data["slot"], "seq": seq, "text": text, "action": "reply_public"}
    )


async def _look(
    window: Window, person: Person, until: asyncio.Task[object] | None, times: list[float]
) -> None:
    """Draw a page again and again: as long as a piece of work goes on, or twenty times."""
    for _ in range(TOGETHER) if until is None else iter(int, 1):
        begin = time.perf_counter()
        await window.go("practise", f"attempt={person.attempt}")
        times.append(time.perf_counter() - begin)
        if until is not None and until.done():
            return


async def _all(
    server: str, people: list[Person], rounds: int
) -> tuple[list[float], list[float], list[float]]:
    windows = [Window(server, p.token, "practise", f"attempt={p.attempt}") for p in people]
    for window in windows:
        await window.open()
    *senders, looker = windows
    quiet: list[float] = []
    busy: list[float] = []
    took: list[float] = []
    for number in range(rounds + 1):
        measured = number > 0  # The first round fills the caches.
        await _look(looker, people[-1], None, quiet if measured else [])
        begin = time.perf_counter()
        sending: asyncio.Task[object] = asyncio.ensure_future(
            asyncio.gather(*(_send(w, reply(n, number)) for n, w in enumerate(senders)))
        )
        await _look(looker, people[-1], sending, busy if measured else [])
        await sending
        if measured:
            took.append(time.perf_counter() - begin)
        for window in senders:
            await window.press(AGAIN)
    for window in windows:
        await window.close()
    return quiet, busy, took


def _told(times: list[float]) -> str:
    cuts = statistics.quantiles(times, n=20, method="inclusive")
    return f"p50 {1000 * cuts[9]:.0f} ms, p95 {1000 * cuts[18]:.0f} ms ({len(times)} pages)"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as home:
        url = f"sqlite:///{Path(home) / 'scoring.db'}"
        people = prepare(url, TOGETHER + 1)
        server = start_app(url, Path(home))
        try:
            quiet, busy, took = asyncio.run(_all(server.address, people, rounds))
        finally:
            server.stop()
    print(f"a page of another session while nobody sends: {_told(quiet)}")
    print(f"the same while {TOGETHER} replies are scored: {_told(busy)}")
    print(f"all {TOGETHER} had their feedback after {statistics.median(took):.2f} s (median of {len(took)})")


if __name__ == "__main__":
    main()
