"""Rated replies and minimal pairs to fit and to measure the scorer with; README.md is their data card."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from scoring import Reply, Situation
from scoring.cases import read_case

HERE = Path(__file__).parent
SCALES = ("tone", "personalisation", "protocol", "overall")
TEST_SETS = ("own-6", "own-7")
"""Written and rated for measuring only: other organisations, other writers, never looked at while tuning."""
TRAIN_SETS = ("given", "own-1", "own-2", "own-3", "own-4", "own-5", "own-8", "own-9")


@dataclass(frozen=True, slots=True)
class Rated:
    """A reply with its ratings.

    Attributes:
        part: Name of the file it is from.
        scenario: The scenario's id.
        rid: The reply's id within it.
        reply: The reply.
        situation: The case.
        ratings: Scale -> one mark (1-5) a rater, in the order of the raters.
        reference: Scale -> the median.
        flags: What at least two raters marked.
        must: For each sentence of the scenario's "must": 0 not met, 0.5 partly, 1 met; empty when nobody judged it.
        case: The scenario as in the file, without its replies.
    """

    part: str
    scenario: str
    rid: str
    reply: Reply
    situation: Situation
    ratings: Mapping[str, tuple[int, ...]]
    reference: Mapping[str, int]
    flags: frozenset[str]
    must: tuple[float, ...]
    case: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two replies that differ in one respect, or (type "invariant") in none that matters."""

    part: str
    pid: str
    scenario: str
    type: str
    dimension: str
    better: Reply
    worse: Reply
    situation: Situation


def scenarios(part: str) -> list[dict[str, Any]]:
    """The scenarios of a part, each with its replies."""
    found: list[dict[str, Any]] = json.loads((HERE / "replies" / f"{part}.json").read_text(encoding="utf-8"))
    return found


def rated(*parts: str) -> list[Rated]:
    """All rated replies of the parts, in the order of the files."""
    return [one for part in parts for one in _rated(part)]


def pairs(*parts: str) -> list[Pair]:
    """All pairs of the parts."""
    return [one for part in parts for one in _pairs(part)]


@lru_cache(maxsize=16)
def _rated(part: str) -> tuple[Rated, ...]:
    return tuple(_read(part))


def _read(part: str) -> Iterator[Rated]:
    for scenario in scenarios(part):
        case = {k: v for k, v in scenario.items() if k != "replies"}
        for entry in scenario["replies"]:
            reply, situation = read_case({**case, "reply": {"rid": entry["rid"], "text": entry["text"]}})
            yield Rated(
                part=part,
                scenario=case["id"],
                rid=entry["rid"],
                reply=reply,
                situation=situation,
                ratings={s: tuple(r[s] for r in entry["ratings"]) for s in SCALES},
                reference=entry["reference"],
                flags=frozenset(entry["flags"]),
                must=tuple(entry.get("must", ())),
                case=case,
            )


@lru_cache(maxsize=16)
def _pairs(part: str) -> tuple[Pair, ...]:
    cases = {s["id"]: {k: v for k, v in s.items() if k != "replies"} for s in scenarios(part)}
    out = []
    path = HERE / "pairs" / f"{part}.json"
    for entry in json.loads(path.read_text(encoding="utf-8")):
        case = cases[entry["scenario"]]
        better, situation = read_case({**case, "reply": {"rid": "better", "text": entry["better"]}})
        worse, _ = read_case({**case, "reply": {"rid": "worse", "text": entry["worse"]}})
        out.append(
            Pair(
                part,
                entry["pid"],
                entry["scenario"],
                entry["type"],
                entry["dimension"],
                better,
                worse,
                situation,
            )
        )
    return tuple(out)
