"""Processes of their own for scoring: fresh ones, which end with what started them and never keep it waiting."""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def worker_pool(processes: int, begin: Callable[[], None] | None = None) -> ProcessPoolExecutor:
    """Processes that compute and own nothing that has to be closed.

    Args:
        processes: How many, at least 1.
        begin: Called in each before its first piece of work.

    Raises:
        ValueError: `processes` is below 1.
    """
    # A forked process would share the database's connection, and locks of threads that it does not have.
    return ProcessPoolExecutor(processes, get_context("spawn"), _begin, (begin,))


def _begin(begin: Callable[[], None] | None) -> None:
    # They hold nothing to put away, and libraries that compute with threads of their own have been seen to stand
    # still at the end of a process, with the one that started it waiting for ever.
    atexit.register(os._exit, 0)
    if begin is not None:
        begin()
