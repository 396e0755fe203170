"""Small cases with traps: replies that name what an expectation is about without doing it, or do it in other words.

Written and judged by language models for this (benchmarks/sentences/expectations-*.jsonl), one judge each. In every
case each expectation is met somewhere with hardly a word in common, and missed somewhere with its very words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scoring import Reply, Situation
from scoring.cases import read_case

HERE = Path(__file__).parent / "sentences"
_HOUSE = {"signature": "none", "response_minutes": 60, "private_channel": "DM"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A reply with, for each expectation, how far it is met: 0, .5 or 1."""

    scenario: str
    reply: Reply
    situation: Situation
    must: tuple[float, ...]


def files() -> list[Path]:
    """One a writer."""
    return sorted(HERE.glob("expectations-*.jsonl"))


def judged(path: Path) -> Iterator[Judged]:
    """The replies of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        for number, reply in enumerate(case["replies"]):
            yield Judged(case["case"], *_read(case, number), tuple(int(c) / 2 for c in reply["must"]))


def _read(case: dict[str, Any], number: int) -> tuple[Reply, Situation]:
    kept = {k: case[k] for k in ("lang", "region", "public", "post", "facts", "must")}
    return read_case(
        {
            **kept,
            "id": case["case"],
            "organisation": {
                "name": "",
                "sector": case["sector"],
                "protocol": {**_HOUSE, "address_form": case["address_form"]},
            },
            "channel": "x" if case["public"] else "email",
            "customer": {"name": case["customer"], "handle": "", "history": ""},
            "kind": "simple question",
            "must_not": [],
            "reply": {"rid": str(number), "text": case["replies"][number]["text"]},
        }
    )
