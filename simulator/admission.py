"""Admits threads of the server to computing, one or a few at a time; the others wait in a row.

Python computes in one thread at a time anyway. Threads that all want to hand it on every few milliseconds, so that all
are late, and one that comes back from its database stands behind all others again, still holding the database's lock.
With two hundred trainees a write that computes for 7 ms so kept the lock for two seconds.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, perf_counter

LONGEST = 0.25
"""Seconds after which a thread keeps nobody out any more: a long export must not hold up every reply, and neither
must a wait of which nobody told. It works on beside the next one."""


class _Place:
    """A thread that works, or stands in a row."""

    __slots__ = ("called", "waited")

    def __init__(self) -> None:
        self.called = threading.Event()
        self.waited = 0.0


class Admission:
    """A few at a time, in order; who waited for something else in the middle goes before who begins.

    And who holds what others wait for goes before all: else each of them waits for the whole row, one after another.

    Args:
        longest: Seconds after which a thread keeps nobody out any more.
        most: How many work at once.
    """

    def __init__(self, longest: float = LONGEST, most: int = 1) -> None:
        self._longest = longest
        self._most = most
        self._told: Callable[[float], None] | None = None
        self._change = threading.Lock()
        self._foremost: deque[_Place] = deque()
        self._first: deque[_Place] = deque()
        self._others: deque[_Place] = deque()
        self._working: dict[_Place, float] = {}
        self._mine = threading.local()

    @contextmanager
    def admitted(self, *, short: bool = False) -> Iterator[None]:
        """Work as soon as this thread is admitted; once more inside of it changes nothing.

        Args:
            short: It takes a few milliseconds, as keeping a draft does, and goes before what takes longer.
        """
        if self._place() is not None:
            yield
            return
        place, began = _Place(), perf_counter()
        self._come(place, self._first if short else self._others)
        place.waited = perf_counter() - began
        if self._told:
            self._told(place.waited)
        self._mine.place = place
        try:
            yield
        finally:
            self._mine.place = None
            self._leave(place)

    @contextmanager
    def away(self) -> Iterator[None]:
        """Wait for something that needs no computing in this process, while others are admitted."""
        place = self._place()
        if place is None:
            yield
            return
        self._mine.place = None
        self._leave(place)
        try:
            yield
        finally:
            self._come(place, self._foremost if self._holds() else self._first)
            self._mine.place = place

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Have this thread come back from waiting before all others: it holds what they may wait for."""
        before, self._mine.holds = self._holds(), True
        try:
            yield
        finally:
            self._mine.holds = before

    def waited(self) -> float:
        """Seconds that this thread waited until it was admitted; 0 when it is not."""
        place = self._place()
        return place.waited if place else 0.0

    def allow(self, most: int) -> None:
        """Have another number of threads work at once from now on.

        Args:
            most: How many; at least 1.
        """
        with self._change:
            self._most = most
            for _ in range(most - len(self._working)):
                self._call_next()

    def tell(self, told: Callable[[float], None]) -> None:
        """Have somebody told how many seconds each thread waited until it was admitted.

        Args:
            told: Gets the seconds.
        """
        self._told = told

    def _holds(self) -> bool:
        return getattr(self._mine, "holds", False)

    def _place(self) -> _Place | None:
        place: _Place | None = getattr(self._mine, "place", None)
        return place

    def _come(self, place: _Place, row: deque[_Place]) -> None:
        with self._change:
            if len(self._working) < self._most:
                self._call(place)
                return
            place.called.clear()
            row.append(place)
        while not place.called.wait(self._longest):
            with self._change:
                self._end_long_ones()

    def _leave(self, place: _Place) -> None:
        with self._change:
            if self._working.pop(place, None) is not None:
                self._call_next()

    def _end_long_ones(self) -> None:
        now = monotonic()
        for place in [p for p, until in self._working.items() if until <= now]:
            del self._working[place]
            self._call_next()

    def _call_next(self) -> None:
        row = self._foremost or self._first or self._others
        if row:
            self._call(row.popleft())

    def _call(self, place: _Place) -> None:
        self._working[place] = monotonic() + self._longest
        place.called.set()


_admission = Admission()
"""Those of this process."""
admitted = _admission.admitted
away = _admission.away
holding = _admission.holding
waited = _admission.waited
tell = _admission.tell
allow = _admission.allow
