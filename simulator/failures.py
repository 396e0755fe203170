"""Telling the server's log what failed and where, without what people wrote: messages of errors often quote it."""

from __future__ import annotations

import logging
import sys
import traceback


def log(what: str) -> None:
    """Log the error that is being handled: its kind and the lines of code, and those of its causes.

    Args:
        what: What failed, in words of our own.
    """
    lines = []
    error = sys.exc_info()[1]
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        kind = f"{type(error).__module__}.{type(error).__qualname__}"
        lines.append(f"{kind}\n{''.join(traceback.format_tb(error.__traceback__))}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    logging.getLogger("simulator").error("%s: %s", what, "caused by ".join(lines))
