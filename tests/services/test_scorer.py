"""Replies scored in a process of their own: the same scorecards, whatever happens to that process."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

import pytest

import scoring
from scoring import Dimension, Reply, default_rubric
from simulator import scorer
from simulator.casebook.library import load_library
from simulator.casebook.situation import situation_for

ROOT = Path(__file__).parents[2]
TEXT = "Wat vervelend, Sanne! Ik zoek het vandaag voor je uit. Stuur je je postcode in een DM? ^TG"
SERVER = """
import sys
from scoring import Reply, Situation
from simulator import scorer
if __name__ == "__main__":
    scorer.use_processes(1)
    scorer.score(Reply("x"), Situation(lang="nl"))
    print(*scorer._processes.pool._processes, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module", autouse=True)
def apart():
    scorer.use_processes(1)
    yield
    scorer.stop()


def process() -> int:
    """Id of the process that scores."""
    pool = scorer._processes.pool
    return next(iter(pool._processes)) if pool else 0


def situation():
    case = load_library(ROOT / "scenarios").cases["herhaalklager-zonder-internet"]
    return situation_for(case, case.scenario.turns[0], ("Alweer geen internet!",))


def rubrics():
    whole = default_rubric()
    fewer = tuple(c for c in whole.criteria if c.dimension is Dimension.TONE)
    return {
        "shipped": None,
        "other weights": dataclasses.replace(whole, dimension_weights=tuple((d, 0.25) for d in Dimension)),
        "fewer criteria": dataclasses.replace(whole, criteria=fewer, prepare=None),
        "other points": dataclasses.replace(
            whole, criteria=tuple(dataclasses.replace(c, weight=1.0) for c in whole.criteria)
        ),
    }


@pytest.mark.parametrize("which", rubrics())
def test_a_reply_has_the_same_scorecard_in_a_process_of_its_own(which):
    rubric = rubrics()[which]
    assert scorer.score(Reply(TEXT), situation(), rubric) == scoring.score(Reply(TEXT), situation(), rubric)
    assert process() not in (0, os.getpid())


def test_a_reply_is_scored_though_the_process_was_killed():
    expected = scorer.score(Reply(TEXT), situation())
    killed = process()
    os.kill(killed, signal.SIGKILL)
    assert scorer.score(Reply(TEXT), situation()) == expected
    assert process() != killed


def processes_of_its_own() -> int:
    return scorer._processes.most


def test_a_process_that_is_started_while_a_page_runs_starts_no_app_of_its_own(monkeypatch):
    """It would want the port of the metrics, and have a process score that nobody ends."""
    page = ModuleType("__main__")
    page.__file__ = str(ROOT / "simulator_app.py")
    monkeypatch.setitem(sys.modules, "__main__", page)
    monkeypatch.setenv("SIMULATOR_SCORING_PROCESSES", "1")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(processes_of_its_own).result() == 0


def test_a_fault_of_scoring_is_told_as_it_would_be_here():
    with pytest.raises(AttributeError):
        scorer.score(Reply(TEXT), None)


def test_the_process_outlives_the_signals_of_a_service_that_stops_and_then_ends_with_the_server():
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    child = Path(f"/proc/{server.stdout.readline().strip()}")
    os.kill(int(child.name), signal.SIGTERM)
    time.sleep(0.2)
    assert child.exists()
    server.kill()
    server.wait()
    ends = time.monotonic() + 10
    while child.exists() and time.monotonic() < ends:
        time.sleep(0.05)
    assert not child.exists()
