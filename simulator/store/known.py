"""What was read on a connection that reads together with others (`Store.together`) and need not be read again on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
_OPTION = "simulator_known"


@dataclass
class Memory:
    """What one thread read.

    Attributes:
        lasting: Who people are and what employers chose, which stays when it writes something else.
        passing: What it may have changed by any writing.
    """

    lasting: dict[object, Any] = field(default_factory=dict)
    passing: dict[object, Any] = field(default_factory=dict)


def remembering(connection: Connection, memory: Memory) -> Connection:
    """A connection that from now on remembers what `once` read on it."""
    return connection.execution_options(**{_OPTION: memory})


def once(connection: Connection, key: object, read: Callable[[], T], *, lasting: bool = False) -> T:
    """What is read, or what was read before on a connection that remembers.

    Args:
        connection: Any connection; most remember nothing.
        key: Names what is read.
        read: Reads it.
        lasting: Only who changes people or settings changes it; see `Store.write`.
    """
    memory: Memory | None = connection.get_execution_options().get(_OPTION)
    if memory is None:
        return read()
    kept = memory.lasting if lasting else memory.passing
    if key not in kept:
        kept[key] = read()
    found: T = kept[key]
    return found
