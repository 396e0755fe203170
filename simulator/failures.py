"""Telling the server's log what failed and where, without what people wrote: messages of errors often quote it."""

from __future__ import annotations

import sys
import traceback

from simulator.observe import measure
from simulator.observe.errors import chain, kind
from simulator.observe.events import Event


def log(what: str) -> None:
    """Count and log the error that is being handled: its kind and the lines of code, and those of its causes.

    Args:
        what: What failed, as the event of that name with spaces; another is logged as `failed`.
    """
    error = sys.exc_info()[1]
    if error is None:
        return
    name = what.replace(" ", "_")
    event = Event(name) if name in list(Event) else Event.FAILED
    lines = [f"{kind(part)}\n{''.join(traceback.format_tb(part.__traceback__))}" for part in chain(error)]
    measure.failed(event, error, f"{what}: {'caused by '.join(lines)}")
