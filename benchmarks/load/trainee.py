"""What one trainee does in a load run: types with drafts in between, sends, reads the feedback, thinks, tries again."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from benchmarks.load.people import Person, reply
from benchmarks.load.window import Window, WindowError

FORM = "webcare_reply_form"
AGAIN = "Opnieuw proberen"
DRAFTS = 3
TYPING = 1.0
"""Seconds between two drafts, which the form sends while somebody types, and before the reply itself."""


@dataclass
class Record:
    """What all trainees of a run saw.

    Attributes:
        answers: Seconds from the submit until the feedback stood there.
        drafts: Seconds until a draft was confirmed.
        opened: Seconds of the first page.
        errors: What went wrong.
        received: Bytes.
    """

    answers: list[float] = field(default_factory=list)
    drafts: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    received: int = 0


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast people work: seconds of thinking from `least` to `most` per round, and how many rounds.

    Attributes:
        least: At least so long.
        most: At most so long.
        rounds: How often.
        start: Let off when all windows stand open: nobody begins before.
    """

    least: float
    most: float
    rounds: int
    start: asyncio.Barrier | None = None


async def practise(server: str, number: int, person: Person, pace: Pace, record: Record) -> None:
    """Practise for some rounds in one window."""
    window = Window(server, person.token, "practise", f"attempt={person.attempt}")

    async def one(round_number: int, seconds: float) -> None:
        await _round(window, number, round_number, seconds, record)

    await _work(window, random.Random(number), pace, one, record)


async def _round(window: Window, number: int, round_number: int, seconds: float, record: Record) -> None:
    text = reply(number, round_number)
    slot = str(window.components[FORM].data["slot"])
    for draft in range(1, DRAFTS + 1):
        await asyncio.sleep(TYPING)
        begin = time.perf_counter()
        part = text[: len(text) * draft // DRAFTS]
        saved = await window.draft(FORM, _sent(slot, draft, part))
        record.drafts.append(time.perf_counter() - begin)
        if saved != draft:
            record.errors.append(f"draft not confirmed, refused with {window.refused}")
    await asyncio.sleep(TYPING)
    begin = time.perf_counter()
    await window.trigger(FORM, "submit", _sent(slot, DRAFTS + 1, text))
    record.answers.append(time.perf_counter() - begin)
    if not any("wc-verdict" in shown for shown in window.texts):
        record.errors.append("no feedback")
    await asyncio.sleep(seconds)
    await window.press(AGAIN)


def _sent(slot: str, seq: int, text: str) -> dict[str, object]:
    return {"slot": slot, "seq": seq, "text": text, "action": "reply_public"}


async def press_on_an_empty_page(server: str, number: int, pace: Pace, record: Record) -> None:
    """The yardstick: press the only button of an empty page at the same pace."""
    window = Window(server)

    async def one(_number: int, seconds: float) -> None:
        await asyncio.sleep(TYPING * (DRAFTS + 1))
        begin = time.perf_counter()
        await window.press("Again")
        record.answers.append(time.perf_counter() - begin)
        await asyncio.sleep(seconds)

    await _work(window, random.Random(number), pace, one, record)


async def _work(
    window: Window,
    rng: random.Random,
    pace: Pace,
    one: Callable[[int, float], Awaitable[None]],
    record: Record,
) -> None:
    """Open a window, do something in it for some rounds, and note what went wrong."""
    try:
        await _open(window, pace, record)
        await asyncio.sleep(until_next_round(rng, pace))
        for round_number in range(pace.rounds):
            await one(round_number, rng.uniform(pace.least, pace.most))
    except (WindowError, KeyError) as error:
        record.errors.append(f"{type(error).__name__}: {error}")
    finally:
        record.received += window.received
        await window.close()


def until_next_round(rng: random.Random, pace: Pace) -> float:
    """Seconds until somebody who is met in the middle of his work begins his next round.

    So a run begins as it goes on. Were all to begin within some seconds, their second rounds would come while others
    are in their first, half as many again in a second as the pace asks for. A moment falls into a long round more
    often than into a short one (the inspection paradox of renewal theory), hence the second draw.
    """
    typing = TYPING * (DRAFTS + 1)
    while True:
        whole = typing + rng.uniform(pace.least, pace.most)
        if rng.random() * (typing + pace.most) <= whole:
            return rng.uniform(0, whole)


async def _open(window: Window, pace: Pace, record: Record) -> None:
    """Open a window and wait for the others; one that does not open keeps nobody waiting."""
    try:
        begin = time.perf_counter()
        await window.open()
        record.opened.append(time.perf_counter() - begin)
    finally:
        if pace.start is not None:
            await pace.start.wait()
