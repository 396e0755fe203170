"""Processes for scoring: they end when they are told to, whatever their libraries do at the end."""

from __future__ import annotations

import sys
import time

from simulator.workers import worker_pool


class StandsStill:
    """What a native library was seen to do when the process that had loaded it ended."""

    def __del__(self):
        time.sleep(60)


def load():
    sys.modules["a_library"] = StandsStill()


def test_processes_end_at_once_though_a_library_stands_still_at_their_end():
    pool = worker_pool(1, load)
    assert pool.submit(abs, -1).result() == 1
    begin = time.monotonic()
    pool.shutdown()
    assert time.monotonic() - begin < 30
