"""What was read on a connection that reads together with others (`Store.together`) and need not be read again on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
_OPTION = "simulator_known"


def remembering(connection: Connection) -> Connection:
    """A connection that from now on remembers what `once` read on it."""
    return connection.execution_options(**{_OPTION: {}})


def once(connection: Connection, key: object, read: Callable[[], T]) -> T:
    """What is read, or what was read before on a connection that remembers.

    Args:
        connection: Any connection; most remember nothing.
        key: Names what is read.
        read: Reads it.
    """
    memory: dict[object, T] | None = connection.get_execution_options().get(_OPTION)
    if memory is None:
        return read()
    if key not in memory:
        memory[key] = read()
    return memory[key]
