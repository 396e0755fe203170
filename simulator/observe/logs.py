"""One formatter for all that this process logs: our events, and those of libraries without what they say of people."""

from __future__ import annotations

import ipaddress
import logging
import re
import sys
import threading
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog

from simulator.observe import context, errors, keys, measure
from simulator.observe.events import FIELDS, LOGGER, Event

_ORDER = ("at", "level", "event", "request_id", "attempt_id", "page", "result", "seconds")
_QUIET = ("uvicorn", "streamlit")
"""Libraries of which ordinary messages are wanted too; of the others, warnings and worse."""
_TELLING = ("uvicorn", "alembic")
"""Libraries whose messages hold addresses and names of things at most, so that values are shown, cleaned."""
_ACCESS = "uvicorn.access"
"""A line for each file that a browser fetches drowns what matters; a proxy has a log of its own."""
_MOST = 200
_QUERY = re.compile(r"\?\S*")
_SECRET = re.compile(r"[A-Za-z0-9_\-]{20,}")
_MAIL = re.compile(r"\S+@\S+")
_HOLE = re.compile(r"%(\(\w+\))?[-#0 +]*\d*(\.\d+)?[a-zA-Z]")
_FRAMES = 15
GONE = "…"


class _Handler(logging.StreamHandler[TextIO]):
    """Writes lines, but none for each file fetched; marks itself, so that configuring twice leaves one."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to write a line; no logger's level says this, as uvicorn sets that of its own when it starts."""
        return bool(super().filter(record)) and (record.name != _ACCESS or record.levelno >= logging.WARNING)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 the base class'
        """Say nothing: the base class prints the message and its values."""


def configure(form: str, level: str, stream: TextIO | None = None) -> None:
    """Have everything in this process logged by our formatter; doing it again changes how.

    Args:
        form: How lines look: "json" for programs, or "text".
        level: The least that is logged of our own events.
        stream: Where lines go; the process' errors when left out.
    """
    handler = _Handler(stream or sys.stderr)
    handler.setFormatter(Formatter(form))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    logging.lastResort = handler  # For loggers that lead nowhere, whose lines Python would print as they are.
    root.setLevel(logging.WARNING)
    logging.getLogger(LOGGER).setLevel(level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level.upper()]))
    take_over()
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def take_over() -> None:
    """Lead what libraries log by handlers of their own to ours; uvicorn sets its up when it starts."""
    for logger in list(logging.root.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.propagate = True


def is_configured() -> bool:
    """Whether this process logs by our formatter."""
    return any(isinstance(handler, _Handler) for handler in logging.getLogger().handlers)


class Formatter(logging.Formatter):
    """Makes a line of a record: our own event, or what may be told of a library's message.

    Nothing is taken over but by name: neither the record's message nor its values reach a line unseen.
    """

    def __init__(self, form: str) -> None:
        super().__init__()
        stamp = structlog.processors.TimeStamper(fmt="iso", key="at")
        self._processors: list[structlog.typing.Processor] = [stamp, keys.processor]
        if form == "json":
            self._processors.append(structlog.processors.JSONRenderer(ensure_ascii=False))
        else:
            logfmt = structlog.processors.LogfmtRenderer(key_order=_ORDER, drop_missing=True)
            self._processors += [_flat, logfmt]

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: Any = _fields(record)
        for processor in self._processors:
            line = processor(None, "", line)
        return str(line)


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    known = getattr(record, FIELDS, None)
    found = {key: v for key, v in known.items() if key != "message"} if known else _of_library(record)
    found["level"] = record.levelname.lower()
    if isinstance(record.exc_info, tuple) and record.exc_info[1] is not None:
        found["errors"] = errors.told(record.exc_info[1])
    return found


def _flat(_logger: object, _method: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Errors as a terminal shows them: each with its places, the newest last."""
    if "errors" in fields:
        told = [" ".join((error["kind"], *error["places"])) for error in fields["errors"]]
        fields["errors"] = " caused by ".join(told)
    return fields


def _of_library(record: logging.LogRecord) -> dict[str, Any]:
    place = f"{errors.short(record.pathname)}:{record.lineno}"
    found = {"event": Event.LIBRARY.value, "logger": record.name, "place": place}
    if isinstance(record.msg, str) and _stands_in_code(record):
        found["message"] = _message(record)[:_MOST]
    if number := context.request_id():
        found["request_id"] = number
    return found


def _stands_in_code(record: logging.LogRecord) -> bool:
    """Whether a message is a text in the code that logs it; one that was put together may hold anything."""
    frame = sys._getframe()  # noqa: SLF001 logging does it likewise
    for _ in range(_FRAMES):
        if frame.f_back is None:
            return False
        frame = frame.f_back
        code = frame.f_code
        if code.co_filename == record.pathname and code.co_name == record.funcName:
            return record.msg in code.co_consts
    return False


def _message(record: logging.LogRecord) -> str:
    if not record.args:
        return str(record.msg)
    if record.name.split(".")[0] in _TELLING and isinstance(record.args, tuple):
        try:
            return str(record.msg) % tuple(_cleaned(value) for value in record.args)
        except (TypeError, ValueError):
            pass
    return _HOLE.sub(GONE, str(record.msg))


def _cleaned(value: object) -> object:
    """A value of a message: numbers stay, of addresses the query goes, and tokens, mail and who asked go altogether."""
    if isinstance(value, int | float):
        return value
    if not isinstance(value, str) or _is_peer(value):
        return GONE
    return _SECRET.sub(GONE, _MAIL.sub(GONE, _QUERY.sub(f"?{GONE}", value)))


def _is_peer(value: str) -> bool:
    host = value.rpartition(":")[0] or value
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _uncaught(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
        return
    measure.failed(Event.FAILED, error)


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
        measure.failed(Event.THREAD_FAILED, args.exc_value)
