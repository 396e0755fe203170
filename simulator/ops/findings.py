"""What a check of the doctor says: how bad it is, what it means, what to do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TextIO


class Level(StrEnum):
    """How bad it is."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of a check.

    Attributes:
        check: Its name.
        level: How bad it is.
        means: What was seen, or what it means.
        to_do: What to do about it, "" when all is well.
        examples: Keys of some rows, or places; never what people wrote.
    """

    check: str
    level: Level
    means: str
    to_do: str = ""
    examples: tuple[str, ...] = ()


def fine(check: str, means: str) -> Finding:
    """All is well."""
    return Finding(check, Level.OK, means)


def status_of(findings: Sequence[Finding]) -> int:
    """Exit status: 0 all well, 1 something found."""
    return int(any(f.level is not Level.OK for f in findings))


def write_json(findings: Sequence[Finding], out: TextIO) -> None:
    """Write them as one JSON object: `findings` and `counts`."""
    counts = {level.value: sum(f.level is level for f in findings) for level in Level}
    json.dump({"findings": [asdict(f) for f in findings], "counts": counts}, out, indent=1)
    out.write("\n")


def write_text(findings: Sequence[Finding], out: TextIO, *, verbose: bool) -> None:
    """Write them for people, the worst first; the fine ones in one line unless all are wanted."""
    for level in (Level.ERROR, Level.WARNING, *((Level.OK,) if verbose else ())):
        for found in findings:
            if found.level is level:
                out.write(f"{level.value:8}{found.check}: {found.means}\n")
                out.write(f"        what to do: {found.to_do}\n" if found.to_do else "")
                out.write(f"        such as: {', '.join(found.examples)}\n" if found.examples else "")
    bad = [f for f in findings if f.level is not Level.OK]
    out.write(f"{len(findings)} checks, {len(findings) - len(bad)} fine, {len(bad)} to look at\n")
