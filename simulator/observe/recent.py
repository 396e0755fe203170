"""The figures of the last day of this process, for the page of administrators; kept in memory, of bounded size."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

_MINUTES = 24 * 60
_TIMES = 1000
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LastError:
    """The last error of a kind.

    Attributes:
        kind: Where it stopped something, as in the metric.
        error: Name of its class.
        at: When.
        request_id: The number by which its line is found in the log, "" when it had none.
        number: How many of this kind there were since the start.
    """

    kind: str
    error: str
    at: datetime
    request_id: str
    number: int


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took: of how many, the median and the 95th percentile in seconds; None without any."""

    number: int
    median: float | None
    p95: float | None


def times(values: Sequence[float]) -> Times:
    """The median and the 95th percentile: the value that so many of a hundred do not exceed."""
    ordered = sorted(values)
    if not ordered:
        return Times(0, None, None)
    return Times(len(ordered), _rank(ordered, 0.5), _rank(ordered, 0.95))


def _rank(ordered: list[float], share: float) -> float:
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


@dataclass
class Recent:
    """Counts by minute, the newest times, and the last error of each kind."""

    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    _minutes: dict[int, Counter[str]] = field(default_factory=dict)
    _scoring: deque[float] = field(default_factory=lambda: deque(maxlen=_TIMES))
    _saving: deque[float] = field(default_factory=lambda: deque(maxlen=_TIMES))
    _errors: dict[str, LastError] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, what: str, now: datetime) -> None:
        """Count one more of something that happened now."""
        minute = _minute(now)
        with self._lock:
            self._minutes.setdefault(minute, Counter())[what] += 1
            for old in [m for m in self._minutes if m <= minute - _MINUTES]:
                del self._minutes[old]

    def since(self, what: str, now: datetime, span: timedelta) -> int:
        """How many of something there were in the last hour or day, to the minute."""
        first = _minute(now - span)
        with self._lock:
            return sum(counts[what] for minute, counts in self._minutes.items() if minute > first)

    def scored(self, seconds: float) -> None:
        """Keep how long scoring took."""
        self._scoring.append(seconds)

    def saved(self, seconds: float) -> None:
        """Keep how long a write transaction took."""
        self._saving.append(seconds)

    def failed(self, kind: str, error: str, now: datetime, request_id: str) -> None:
        """Keep an error as the last of its kind."""
        self.count("error", now)
        with self._lock:
            before = self._errors.get(kind)
            self._errors[kind] = LastError(kind, error, now, request_id, before.number + 1 if before else 1)

    def scoring_times(self) -> Times:
        """How long the last thousand scorings took."""
        return times(list(self._scoring))

    def saving_times(self) -> Times:
        """How long the last thousand write transactions took."""
        return times(list(self._saving))

    def errors(self) -> tuple[LastError, ...]:
        """The last error of each kind, newest first."""
        with self._lock:
            return tuple(sorted(self._errors.values(), key=lambda error: error.at, reverse=True))


def _minute(moment: datetime) -> int:
    return int(moment.timestamp() // 60)


RECENT = Recent()
"""Of this process."""
