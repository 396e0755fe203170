"""The number of what the server is doing now, by which an operator finds the lines of one request together."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"  # pragma: allowlist secret
"""Without i, l, o and u, which are misread or misheard when somebody reads a number aloud."""
_LENGTH = 6
_number: ContextVar[str] = ContextVar("request_id", default="")
_finders: list[Callable[[], str]] = []


def new_id() -> str:
    """A new number."""
    return "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))


def request_id() -> str:
    """The number of the request or the run of a page that this code works for, "" when it works for none."""
    own = _number.get()
    return own or next((found for finder in _finders if (found := finder())), "")


@contextmanager
def request() -> Iterator[str]:
    """What happens inside belongs to one request, with a number of its own."""
    token = _number.set(new_id())
    try:
        yield _number.get()
    finally:
        _number.reset(token)


def find_by(finder: Callable[[], str]) -> None:
    """Have the number found by other means too, where no request of ours leads: in the threads that draw pages."""
    if finder not in _finders:
        _finders.append(finder)
