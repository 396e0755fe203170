"""What is left when servers are killed under load: `python -m benchmarks.load.kill_drill --store postgres`.

Twenty trainees practise on two real servers. At random moments one of them, in turn, gets SIGKILL and is started again;
on PostgreSQL the database server gets it too, four times. Trainees do as the browser does: they connect again, and send
again what was not confirmed. Afterwards each reply whose feedback somebody saw, and each draft that was confirmed, must
be in the database, once; and `doctor` must find nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from benchmarks.load.people import Person, opened, prepare, reply
from benchmarks.load.servers import ROOT, Server, app
from benchmarks.load.trainee import AGAIN, FORM
from benchmarks.load.window import Window, WindowError
from simulator.store.tables import answers, drafts, scorecards, turns
from tests.postgres_server import PostgresServer, programs

TRAINEES = 20
SLOT = tuple[str, int]


@dataclass
class Seen:
    """What trainees saw confirmed: replies with their feedback, and the newest draft of each turn."""

    replies: dict[SLOT, str] = field(default_factory=dict)
    drafts: dict[SLOT, tuple[int, str]] = field(default_factory=dict)
    cut: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    over: bool = False


@dataclass
class Servers:
    """Two servers forked from one process that has everything loaded."""

    zygote: subprocess.Popen[str]
    ports: list[Server]
    pids: list[int] = field(default_factory=lambda: [0, 0])

    def fork(self, number: int) -> None:
        """Start a server."""
        assert self.zygote.stdin
        assert self.zygote.stdout
        self.zygote.stdin.write(f"{self.ports[number].port}\n")
        self.zygote.stdin.flush()
        self.pids[number] = int(self.zygote.stdout.readline())

    def kill(self, number: int) -> None:
        """SIGKILL to one of them, and start it again."""
        with contextlib.suppress(
            ProcessLookupError
        ):  # It may have ended by itself, which the drill survives too.
            os.kill(self.pids[number], signal.SIGKILL)
            while True:  # Its port is free when it is gone.
                os.kill(self.pids[number], 0)
                time.sleep(0.01)
        self.fork(number)

    def stop(self) -> None:
        """End all."""
        for pid in self.pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.zygote.kill()


def start(url: str, home: Path) -> Servers:
    """Start both servers."""
    ports = [app(url, home), app(url, home)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **ports[0].env}
    command = [sys.executable, "-m", "benchmarks.load.zygote"]
    with (home / "servers.log").open("ab") as log:
        zygote = subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
        )
    assert zygote.stdout
    while zygote.stdout.readline().strip() != "ready":
        if zygote.poll() is not None:
            raise RuntimeError((home / "servers.log").read_text()[-2000:])
    servers = Servers(zygote, ports)
    for number, port in enumerate(ports):
        servers.fork(number)
        while not port.answers():
            time.sleep(0.05)
    return servers


async def trainee(number: int, person: Person, servers: Servers, seen: Seen) -> None:
    """Practise until it is over; after a cut, go on at the other server with what was not confirmed."""
    attempt, rng, turn_number, mine = person.attempt, random.Random(number), 0, number % 2
    while not seen.over:
        window = Window(servers.ports[mine].address, person.token, "practise", f"attempt={attempt}")
        try:
            await window.open()
            while not seen.over:
                turn_number += 1
                attempt = await _round(window, reply(number, turn_number), rng, seen)
        except (WindowError, KeyError) as error:
            seen.cut += 1
            mine = 1 - mine
            seen.refused[str(error)[:60]] += 1
            attempt = window.query.removeprefix("attempt=") or attempt
            await asyncio.sleep(rng.uniform(0.05, 0.3))
        finally:
            await window.close()


async def _round(window: Window, text: str, rng: random.Random, seen: Seen) -> str:
    """Answer the open turn, if it is not answered by what was sent before the cut; then try again."""
    if AGAIN not in window.buttons:
        data = window.components[FORM].data
        attempt, _, number = str(data["slot"]).rpartition(":")
        slot, seq = (attempt, int(number)), int(str(data["saved_seq"]))
        for part in (3, 2, 1):
            await asyncio.sleep(rng.uniform(0.05, 0.4))
            seq += 1
            sent = {
                "slot": data["slot"],
                "seq": seq,
                "text": text[: len(text) // part],
                "action": "reply_public",
            }
            if await window.draft(FORM, sent) == seq:
                seen.drafts[slot] = (seq, str(sent["text"]))
        await window.trigger(FORM, "submit", {**sent, "seq": seq + 1, "text": text})
        if not any("wc-verdict" in shown for shown in window.texts):
            raise WindowError("no feedback after sending")
        seen.replies[slot] = text
    await window.press(AGAIN)
    return window.query.removeprefix("attempt=")


async def kill_all(
    servers: Servers, database: PostgresServer | None, kills: int, seconds: float, seen: Seen
) -> None:
    """Kill at random moments until it was often enough; never both servers at once."""
    rng = random.Random(7)
    done = 0
    while done < kills:
        number = done % 2
        await asyncio.sleep(rng.uniform(0.1, seconds))
        await asyncio.to_thread(servers.kill, number)
        done += 1
        while not await asyncio.to_thread(servers.ports[number].answers):
            await asyncio.sleep(0.05)
        if database and done % max(1, kills // 4) == 0:
            await asyncio.to_thread(database.kill)
            await asyncio.sleep(rng.uniform(0.1, 1.0))
            await asyncio.to_thread(database.start)
        if done % 25 == 0 or kills < 25:
            print(f"  {done} kills, {len(seen.replies)} replies confirmed", flush=True)
    await asyncio.sleep(3)
    seen.over = True


def found(url: str, seen: Seen) -> tuple[int, int, int, int, int]:
    """Replies stored, confirmed ones lost, doubled, half written, and confirmed drafts lost."""
    store = opened(url)
    with store.read() as connection:
        query = select(turns.c.attempt_id, turns.c.number, answers.c.text, scorecards.c.id).select_from(
            answers.join(turns, turns.c.id == answers.c.turn_id).outerjoin(
                scorecards, scorecards.c.turn_id == turns.c.id
            )
        )
        rows = connection.execute(query.where(turns.c.copied.is_(False))).all()
        kept = {
            (a, n): (seq, text)
            for a, n, seq, text in connection.execute(
                select(turns.c.attempt_id, turns.c.number, drafts.c.seq, drafts.c.text).join(
                    turns, turns.c.id == drafts.c.turn_id
                )
            )
        }
    store.close()
    stored = Counter((a, n) for a, n, _, _ in rows)
    texts = {(a, n): text for a, n, text, _ in rows}
    lost = sum(texts.get(slot) != text for slot, text in seen.replies.items())
    open_turns = {slot: draft for slot, draft in seen.drafts.items() if slot not in texts}
    gone = sum(kept.get(slot, (0, ""))[0] < seq for slot, (seq, _) in open_turns.items())
    doubled = sum(n > 1 for n in stored.values())
    half = sum(card is None for *_, card in rows)
    return len(stored), lost, doubled, half, gone


def drill(store: str, kills: int, seconds: float, home: Path) -> bool:
    """Run it, print what was found, and tell whether nothing is lost."""
    there = programs()
    if store == "postgres" and there is None:
        print("PostgreSQL: left out, its programs are not here")
        return True
    database = PostgresServer(there, options=()).start() if store == "postgres" and there else None
    url = database.make("drill") if database else f"sqlite:///{home / 'drill.db'}"
    people, seen = prepare(url, TRAINEES), Seen()
    servers = start(url, home)

    async def all_of_it() -> None:
        work = [trainee(n, person, servers, seen) for n, person in enumerate(people)]
        await asyncio.gather(kill_all(servers, database, kills, seconds, seen), *work)

    begin = time.monotonic()
    try:
        asyncio.run(all_of_it())
        stored, lost, doubled, half, gone = found(url, seen)
        doctor = subprocess.run(
            [sys.executable, "-m", "simulator", "doctor"],
            cwd=ROOT, env={**os.environ, **servers.ports[0].env}, capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        servers.stop()
        if database:
            database.remove()
    of_database = 4 if database else 0
    print(
        f"{store}: {kills} kills of servers and {of_database} of the database in {time.monotonic() - begin:.0f} s; "
        f"confirmed {len(seen.replies)}, found {stored}, lost {lost}, doubled {doubled}, half written {half}; "
        f"confirmed drafts {len(seen.drafts)}, lost {gone}; windows cut {seen.cut}; doctor: status {doctor.returncode}"
    )
    tracebacks = (home / "servers.log").read_text(errors="replace").count("Traceback")
    if tracebacks:
        print(f"  {tracebacks} tracebacks in the servers' log")
    print(f"  why windows were cut: {dict(seen.refused.most_common(6))}")
    if doctor.returncode:
        print(doctor.stdout[-3000:], doctor.stderr[-1000:])
    return (lost, doubled, half, gone, doctor.returncode) == (0, 0, 0, 0, 0)


def main() -> int:
    """Run the drill on the stores that are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--store", choices=("sqlite", "postgres"), nargs="+", default=["sqlite", "postgres"])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument(
        "--seconds", type=float, default=6.0, help="most between two kills; more on a slow machine"
    )
    wanted = parser.parse_args()
    fine = True
    for store in wanted.store:
        with tempfile.TemporaryDirectory() as home:
            fine &= drill(store, wanted.kills, wanted.seconds, Path(home))
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
