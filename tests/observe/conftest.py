"""A process that logs by our formatter, into a text that tests search."""

from __future__ import annotations

import io
import json
import logging
import sys
import threading

import pytest

from simulator.observe import logs


class Log(io.StringIO):
    """What was logged."""

    def lines(self, event=None):
        found = [json.loads(line) for line in self.getvalue().splitlines()]
        return [line for line in found if event in (None, line["event"])]


@pytest.fixture
def log():
    """JSON lines of everything, from debug on; afterwards logging is as it was."""
    root, loggers = logging.getLogger(), dict(logging.root.manager.loggerDict)
    named = [logger for logger in [root, *loggers.values()] if isinstance(logger, logging.Logger)]
    before = [(logger, logger.level, list(logger.handlers), logger.propagate) for logger in named]
    hooks, last = (sys.excepthook, threading.excepthook), logging.lastResort
    out = Log()
    logs.configure("json", "debug", out)
    yield out
    (sys.excepthook, threading.excepthook), logging.lastResort = hooks, last
    for logger, level, handlers, propagate in before:
        logger.setLevel(level)
        logger.handlers[:], logger.propagate = handlers, propagate
    for name in ("simulator", "uvicorn", "streamlit"):
        if name not in loggers:
            logging.getLogger(name).setLevel(logging.NOTSET)
