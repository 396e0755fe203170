"""Scores replies, in processes of their own where the server asked for it, else right here.

Scoring computes for some 30 ms without a pause. In the server's own process every page that wants to be drawn in that
time would wait for it, because Python runs one thread at a time.
"""

from __future__ import annotations

import dataclasses
import os
import signal
import threading
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from time import perf_counter

import scoring
from scoring import Dimension, Reply, Rubric, Scorecard, Situation, default_rubric
from simulator import admission
from simulator.warm_up import keep_for_good
from simulator.warm_up import warm_up as load_models

_TRIES = 2
_NO_PROCESS = (BrokenProcessPool, CancelledError, RuntimeError, OSError)
"""It was killed, the server stops, or the machine has none to give."""
_one_at_a_time = threading.Lock()
"""For scoring right here: side by side it takes as long together, and pages would wait for each."""
_changing = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Like:
    """A rubric by what it has other than the shipped one: its criteria are code, which cannot be sent."""

    criteria: tuple[str, ...]
    dimension_weights: tuple[tuple[Dimension, float], ...]
    prepares: bool
    fingerprint: str


@dataclass
class _Processes:
    most: int = 0
    pool: ProcessPoolExecutor | None = None


_processes = _Processes()


def use_processes(most: int) -> None:
    """Score in processes of their own from now on; they start with the first reply or `warm_up`.

    Args:
        most: How many; 0 for scoring in this process.
    """
    stop()
    _processes.most = most


def stop() -> None:
    """End the processes; a reply that is being scored is scored here instead."""
    with _changing:
        pool, _processes.pool, _processes.most = _processes.pool, None, 0
    if pool is not None:
        pool.shutdown(wait=False, cancel_futures=True)


def warm_up() -> None:
    """Load the language models where replies are scored, and wait for it."""
    if _processes.most:
        score(Reply(""), Situation(lang="nl"))
    else:
        load_models()


def score(reply: Reply, situation: Situation, rubric: Rubric | None = None) -> Scorecard:
    """Judge a reply; see `scoring.score`. Where it is done makes no difference to the scorecard."""
    return timed(reply, situation, rubric)[0]


def timed(reply: Reply, situation: Situation, rubric: Rubric | None = None) -> tuple[Scorecard, float]:
    """Judge a reply, and tell how many seconds that took, without waiting for its turn."""
    if _processes.most:
        like = _like(rubric) if rubric else None
        for _ in range(_TRIES):
            pool = _pool()
            try:
                with admission.away():
                    done = pool.submit(_timed_there, reply, situation, like).result() if pool else None
            except _NO_PROCESS:
                _forget(pool)
                continue
            if done is not None:
                return done
            break
    with _one_at_a_time:
        return _timed(reply, situation, rubric)


def _pool() -> ProcessPoolExecutor | None:
    with _changing:
        if _processes.pool is None and _processes.most:
            # A forked process could inherit the locks of threads that it does not have.
            _processes.pool = ProcessPoolExecutor(
                _processes.most, mp_context=get_context("spawn"), initializer=_begin
            )
        return _processes.pool


def _forget(pool: ProcessPoolExecutor | None) -> None:
    with _changing:
        if pool is not None and _processes.pool is pool:
            _processes.pool = None


def _begin() -> None:
    """Begin a process that scores: it ends with the server and not before, and loads the models at once."""
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_server, daemon=True, name="end with the server").start()
    load_models()
    keep_for_good()


def _end_with_the_server() -> None:
    server = parent_process()
    if server is not None:
        server.join()
        os._exit(0)


def _timed(reply: Reply, situation: Situation, rubric: Rubric | None) -> tuple[Scorecard, float]:
    began = perf_counter()
    return scoring.score(reply, situation, rubric), perf_counter() - began


def _timed_there(reply: Reply, situation: Situation, like: _Like | None) -> tuple[Scorecard, float] | None:
    """Judge a reply in a process of its own; None when the rubric is not one that can be made there."""
    rubric = _rubric(like) if like else None
    return None if like and rubric is None else _timed(reply, situation, rubric)


def _like(rubric: Rubric) -> _Like:
    ids = tuple(c.id for c in rubric.criteria)
    return _Like(ids, rubric.dimension_weights, rubric.prepare is not None, rubric.fingerprint)


def _rubric(like: _Like) -> Rubric | None:
    shipped = default_rubric()
    made = dataclasses.replace(
        shipped,
        criteria=tuple(c for c in shipped.criteria if c.id in like.criteria),
        dimension_weights=like.dimension_weights,
        prepare=shipped.prepare if like.prepares else None,
    )
    return made if made.fingerprint == like.fingerprint else None
