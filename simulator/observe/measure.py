"""The places where services tell what happens: each counts, times and logs, and changes nothing of what they do."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import wraps
from time import perf_counter
from typing import ParamSpec, Protocol, TypeVar

from scoring import Reply, Rubric, Scorecard, Situation
from simulator import scorer
from simulator.observe import context, errors, metrics
from simulator.observe.events import Event, emit
from simulator.observe.recent import RECENT

P = ParamSpec("P")
_REFUSED = {
    "TimeIsUpError": "time_up",
    "TextTooLongError": "too_long",
    "AlreadyAnsweredError": "answered",
    "NotAllowedError": "not_allowed",
    "UnknownAttemptError": "unknown",
}
"""By name, because those classes live above this package; every other error is `failed`."""
_ATTEMPT = 2
_stored: ContextVar[bool] = ContextVar("stored", default=False)


class _Card(Protocol):
    @property
    def passed(self) -> bool: ...


class _Answered(Protocol):
    @property
    def scorecard(self) -> _Card: ...


R = TypeVar("R", bound=_Answered | None)
A = TypeVar("A")


def submits(function: Callable[P, R]) -> Callable[P, R]:
    """Count and log how sending a reply ended; None, when there was nothing to send, is not counted.

    Args:
        function: Takes the attempt's id as its third argument and gives the judged answer.
    """

    @wraps(function)
    def counted(*args: P.args, **kwargs: P.kwargs) -> R:
        began, token = perf_counter(), _stored.set(False)
        attempt = kwargs.get("attempt_id", args[_ATTEMPT] if len(args) > _ATTEMPT else None)
        result = "failed"
        try:
            answered = function(*args, **kwargs)
            if answered is None:
                result = ""
            elif not _stored.get():
                result = "repeated"
            else:
                result = "passed" if answered.scorecard.passed else "not_passed"
            return answered
        except Exception as error:
            result = _REFUSED.get(type(error).__name__, "failed")
            raise
        finally:
            _stored.reset(token)
            if result:
                _sent(result, attempt, perf_counter() - began)

    return counted


def stored(answered: A) -> A:
    """Note that the reply that is being sent was a new one and is stored."""
    _stored.set(True)
    return answered


def _sent(result: str, attempt: object, seconds: float) -> None:
    metrics.SUBMITS.labels(result).inc()
    RECENT.count("submit", datetime.now(UTC))
    emit(Event.REPLY_SENT, attempt_id=attempt, result=result, seconds=round(seconds, 4))


def score(reply: Reply, situation: Situation, rubric: Rubric) -> Scorecard:
    """Score a reply and time it."""
    card, seconds = scorer.timed(reply, situation, rubric)
    metrics.SCORING.observe(seconds)
    RECENT.scored(seconds)
    return card


def draft_saved(attempt_id: str) -> None:
    """Count a draft that was kept."""
    metrics.DRAFTS.inc()
    emit(Event.DRAFT_SAVED, logging.DEBUG, attempt_id=attempt_id)


def saved(seconds: float, *, kept: bool) -> None:
    """Count a write transaction.

    Args:
        seconds: From asking for it until it was stored or undone.
        kept: Whether it was stored.
    """
    if not kept:
        metrics.UNDONE.inc()
        return
    metrics.SAVING.observe(seconds)
    RECENT.saved(seconds)


def ran(result: str, seconds: float, page: str) -> None:
    """Count that a page was drawn."""
    metrics.RUNS.labels(result).observe(seconds)
    emit(Event.PAGE_RUN, result=result, seconds=round(seconds, 4), page=page)


def failed(event: Event, error: BaseException, text: str = "") -> None:
    """Count and log an error that stopped something.

    Args:
        event: What it stopped.
        error: The error.
        text: The line as somebody reads it who configured no log.
    """
    metrics.ERRORS.labels(event.value).inc()
    RECENT.failed(event.value, errors.kind(error), datetime.now(UTC), context.request_id())
    emit(event, logging.ERROR, errors=errors.told(error), text=text)
