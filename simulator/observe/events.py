"""Every event that is logged, and the one way to log it."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import Any

import structlog

from simulator.observe import context

LOGGER = "simulator"
FIELDS = "observed"
"""Name under which a record of Python's logging carries our fields to the formatter."""


class Event(StrEnum):
    """What can be logged; docs/operations.md says of each what it means."""

    STARTED = "started"
    METRICS_SERVED = "metrics_served"
    REQUEST = "request"
    REQUEST_FAILED = "request_failed"
    WEBSOCKET_OPENED = "websocket_opened"
    WEBSOCKET_CLOSED = "websocket_closed"
    PAGE_RUN = "page_run"
    PAGE_FAILED = "page_failed"
    CALLBACK_FAILED = "callback_failed"
    DOWNLOAD_FAILED = "download_failed"
    THREAD_FAILED = "thread_failed"
    FAILED = "failed"
    DRAFT_SAVED = "draft_saved"
    REPLY_SENT = "reply_sent"
    LIBRARY = "library"


def emit(event: Event, level: int = logging.INFO, **fields: object) -> None:
    """Log an event.

    Args:
        event: What happened.
        level: How much it matters, as in `logging`.
        fields: What is known of it, under names that stand in `keys.ALLOWED`; the rest is dropped.
    """
    if number := context.request_id():
        fields.setdefault("request_id", number)
    _log.log(level, event.value, **fields)


def _handed_over(_logger: object, _method: str, fields: Any) -> tuple[tuple[str], dict[str, Any]]:  # noqa: ANN401 structlog's
    """Give our fields along with the record; its message is what somebody reads who configured nothing."""
    text = fields.pop("text", "") or fields["event"]
    return (text,), {"extra": {FIELDS: fields}}


# Not `structlog.configure`: that would hold for the whole process, and for whoever uses this package.
_log: structlog.stdlib.BoundLogger = structlog.wrap_logger(
    logging.getLogger(LOGGER),
    processors=[structlog.stdlib.filter_by_level, _handed_over],
    wrapper_class=structlog.stdlib.BoundLogger,
    cache_logger_on_first_use=True,
)
