"""Replies to our own scenarios, rated blind: what a trainee's score is worth where scenarios have example phrasings.

Two sets. New replies (benchmarks/ratings/collection.json): writers saw the case and what it asks, not the phrasings
or golden replies. Golden replies (goldens.jsonl): one rater marked each blind, and their bands follow from the marks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.ratings import HERE, SCALES, Rated
from scoring import Action, Reply, Situation
from simulator.casebook.library import Case, load_library
from simulator.casebook.proof import likely_posts
from simulator.casebook.situation import situation_for
from simulator.casebook.variants import filled


def new_replies(part: str) -> list[Rated]:
    """The new replies to the first turns of one half of the scenarios.

    Args:
        part: "tune", where how far a point counts in unforeseen words was chosen, or "test", never tuned on.
    """
    data = json.loads((HERE / "collection.json").read_text(encoding="utf-8"))
    return [
        _rated(d, _situation(d["scenario"], None), Reply(d["text"], Action(d["action"])), d["ratings"])
        for d in data
        if d["part"] == part
    ]


def goldens() -> list[Rated]:
    """The golden replies that have a text."""
    out = []
    for line in (HERE / "goldens.jsonl").read_text(encoding="utf-8").splitlines():
        marks = json.loads(line)
        golden = filled(_cases()[marks["scenario"]].scenario, 0).golden[marks["golden"] - 1]
        if golden.text:
            situation = _situation(marks["scenario"], golden.turn)
            one = {**marks, "rid": str(marks["golden"]), "reference": marks, "part": "golden"}
            out.append(_rated(one, situation, Reply(golden.text, golden.action), [marks]))
    return out


def _rated(
    one: Mapping[str, Any], situation: Situation, reply: Reply, ratings: list[Mapping[str, int]]
) -> Rated:
    return Rated(
        part=one["part"],
        scenario=one["scenario"],
        rid=one["rid"],
        reply=reply,
        situation=situation,
        ratings={s: tuple(r[s] for r in ratings) for s in SCALES},
        reference={s: one["reference"][s] for s in SCALES},
        flags=frozenset(),
        must=(),
        case={},
    )


@lru_cache(maxsize=1)
def _cases() -> dict[str, Case]:
    return {case.scenario.id: case for case in load_library(Path("scenarios")).cases.values()}


@lru_cache(maxsize=256)
def _situation(name: str, turn: str | None) -> Situation:
    case = _cases()[name]
    scenario = filled(case.scenario, 0)
    at = scenario.turn(turn) if turn else scenario.turns[0]
    ready = Case(case.organisation, scenario, case.knowledge)
    return situation_for(ready, at, likely_posts(scenario, at))
