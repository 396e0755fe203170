"""Connections to PostgreSQL during whose waiting other threads of this process compute."""

from __future__ import annotations

from typing import Any

import psycopg

from simulator import admission


class WaitingConnection(psycopg.Connection[Any]):
    """Waits for its server without keeping others out."""

    def wait(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 as the base class, whatever it waits for
        """Wait for an answer."""
        with admission.away():
            return super().wait(*args, **kwargs)


def connect(
    _dialect: object, _record: object, arguments: list[Any], options: dict[str, Any]
) -> WaitingConnection:
    """For SQLAlchemy's event `do_connect`: a connection of this kind."""
    with admission.away():
        return WaitingConnection.connect(*arguments, **options)
