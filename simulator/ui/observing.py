"""What Streamlit has to be told, or asked, so that its runs, windows and log lines are observed like the rest."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import wraps
from time import perf_counter

import streamlit.logger
from streamlit.runtime.scriptrunner import get_script_run_ctx

from simulator import observe
from simulator.observe import context, measure, metrics
from simulator.pages import PAGES
from simulator.settings import ServerSettings
from simulator.store import watch
from simulator.store.engine import Store
from simulator.store.migrate import current_version

_OF_ADDRESS = {page.file.replace("_", "-"): page.file for page in PAGES} | {"": "inbox"}


class _Run(threading.local):
    """This thread's run: what Streamlit made for it alone, its number, its page, and the last run that drew a page."""

    made: object = None
    number: str = ""
    page: str = ""
    begun: str = ""


_run = _Run()


def start(settings: ServerSettings) -> None:
    """Observe this process, Streamlit's own log included.

    Args:
        settings: How logs look, what is logged, and where metrics are offered.
    """
    # Streamlit gives each of its loggers a handler and a format when it is first asked for; no setting of it leads them
    # to the handler that everything else has.
    streamlit.logger.setup_formatter = _to_our_handler
    observe.start(settings)


def store(opened: Store) -> Store:
    """Observe a database."""
    watch.watch(opened, lambda seconds, kept: measure.saved(seconds, kept=kept))
    metrics.STATE.connections = lambda: watch.connections(opened)
    metrics.STATE.migration = lambda: current_version(opened)
    return opened


def run_id() -> str:
    """The number of the run that this thread is busy with, of a whole page or of a part of it; "" outside of one."""
    made = getattr(get_script_run_ctx(suppress_warning=True), "parallel_coordinator", None)
    if made is None:
        return ""
    if _run.made is not made:  # Streamlit makes one for each run.
        _run.made, _run.number = made, context.new_id()
    return _run.number


def begun() -> bool:
    """Whether this run has begun to draw the page."""
    return bool(run_id()) and _run.begun == run_id()


def page(address: str) -> None:
    """Note which page this run draws.

    Args:
        address: Its address, without the slash; "" for the first page.
    """
    _run.page = _OF_ADDRESS.get(address, "")


def run(function: Callable[[], bool]) -> Callable[[], bool]:
    """Time and log each drawing of a page; a function that gives False refused, or failed, to show it."""

    @wraps(function)
    def timed() -> bool:
        began, _run.page, _run.begun, result = perf_counter(), "", run_id(), "stopped"
        try:
            shown = function()
            result = "shown" if shown else "not_shown"
            return shown
        finally:  # Also when Streamlit breaks off the run because of the next click.
            measure.ran(result, perf_counter() - began, _run.page)

    return timed


def _to_our_handler(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = True


# For every process that draws pages, however it was started.
context.find_by(run_id)
