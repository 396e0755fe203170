"""Connections to PostgreSQL during whose waiting other threads of this process compute."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.abc import PQGen
from psycopg.waiting import Wait

from simulator import admission


class WaitingConnection(psycopg.Connection[Any]):
    """Waits for its server without keeping others out."""

    def wait(self, gen: PQGen[Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 as the base class
        """Do a piece of work, and wait if it has to hear from the server; ending nothing, for one, needs no server."""
        try:
            first = next(gen)
        except StopIteration as done:
            return done.value
        with admission.away():
            return super().wait(_from(first, gen), *args, **kwargs)


def _from(first: Wait, work: PQGen[Any]) -> PQGen[Any]:
    """Work that was begun, from the first thing that it waits for."""
    wanted = first
    while True:
        ready = yield wanted
        try:
            wanted = work.send(ready)
        except StopIteration as done:
            return done.value


def connect(
    _dialect: object, _record: object, arguments: list[Any], options: dict[str, Any]
) -> WaitingConnection:
    """For SQLAlchemy's event `do_connect`: a connection of this kind."""
    with admission.away():
        return WaitingConnection.connect(*arguments, **options)
