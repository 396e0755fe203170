"""Scoring every stored reply again by the case and the rubric that are stored with it: it gives the same scorecard."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace

from scoring import Dimension, default_rubric
from simulator.ops.findings import Finding, Level, fine
from simulator.rescore import Weights, rescore
from simulator.store import health_checks, rescore_rows
from simulator.store.engine import Store


@dataclass(slots=True)
class Replayed:
    """Counts of replies: the same, different, and those that only another program can score again."""

    same: int = 0
    different: int = 0
    other_scorer: int = 0
    lost: int = 0
    examples: tuple[str, ...] = ()


def replay(store: Store, processes: int = 1) -> Replayed:
    """Score every stored reply again.

    Args:
        store: The database; it is only read.
        processes: How many processes share the work.
    """
    out = Replayed()
    contents = health_checks.rubric_contents(store)
    groups: dict[str, list[rescore_rows.ReplyKey]] = defaultdict(list)
    with store.read() as connection:
        for key, rubric in rescore_rows.rubrics_of_replies(connection):
            groups[rubric].append(key)
    for fingerprint, keys in groups.items():
        weights = _weights(contents.get(fingerprint, ""))
        if weights is None or _with(weights) != fingerprint:
            out.other_scorer += len(keys)
            continue
        for reply in rescore(store, keys, processes, weights):
            if reply.lost:
                out.lost += 1
            elif reply.other_rubric:
                out.other_scorer += 1
            elif reply.differs:
                out.different += 1
                out.examples = (*out.examples, f"attempt {reply.attempt_id}, reply {reply.number}")[:5]
            else:
                out.same += 1
    return out


def look_at_scores(store: Store, processes: int = 1) -> Finding:
    """The doctor's words about it."""
    done = replay(store, processes)
    if done.different or done.lost:
        return Finding(
            "replay", Level.ERROR,
            f"{done.different} replies score otherwise now and {done.lost} cannot be read, of {done.same} that "
            "are the same", "tell the makers: a stored score must not depend on today's files", done.examples,
        )  # fmt: skip
    words = f"{done.same} replies score exactly as they are stored"
    if done.other_scorer:
        words += f"; {done.other_scorer} were scored by another version, which alone can do it again"
    return fine("replay", words)


def _with(weights: Weights) -> str:
    return replace(default_rubric(), dimension_weights=weights).fingerprint


def _weights(content: str) -> Weights | None:
    try:
        stored = json.loads(content)["dimension_weights"]
        return tuple((d, stored[d.value]) for d in Dimension)
    except (ValueError, KeyError, TypeError):
        return None
