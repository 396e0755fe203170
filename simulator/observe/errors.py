"""An error as the log may tell it: kinds and lines of code, never its message, which often quotes what people typed."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

_PARTS = 3
"""How much of a path is told: enough to find the file, too little to tell where things lie on the disk."""
_MOST = 30
"""Lines of code told of one error: the newest, where it happened."""


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and its causes, each once."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def kind(error: BaseException) -> str:
    """The full name of its class."""
    return f"{type(error).__module__}.{type(error).__qualname__}"


def told(error: BaseException | None) -> list[dict[str, object]]:
    """Kind and places of an error and of each of its causes, the error itself first."""
    return [{"kind": kind(part), "places": _places(part)} for part in chain(error)]


def _places(error: BaseException) -> list[str]:
    # Only numbers are taken along; the lines of code themselves are in the repository.
    frames = [
        (f.f_code.co_filename, line, f.f_code.co_name) for f, line in traceback.walk_tb(error.__traceback__)
    ]
    return [f"{short(file)}:{line} {name}" for file, line, name in frames[-_MOST:]]


def short(file: str) -> str:
    """The end of a file's path."""
    return "/".join([part for part in Path(file).parts if part != "/"][-_PARTS:])
