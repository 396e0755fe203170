"""Stories that run over several scenarios: whether their parts fit together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from simulator.casebook.diagnostics import Diagnostic, Place


class Part(NamedTuple):
    """A scenario's place in a story, and where its file says so.

    Attributes:
        story: The story's id.
        part: Which part this is, from 1.
        of: How many there are.
        file: Name of the file in messages.
        place: Line and column of the words.
    """

    story: str
    part: int
    of: int
    file: str
    place: Place


def story_faults(parts: Iterable[Part]) -> list[Diagnostic]:
    """Parts that stand twice, and stories of which a part is missing."""
    stories: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        stories[part.story].append(part)
    out = []
    for story, told in stories.items():
        seen: set[int] = set()
        of = max(p.of for p in told)
        for part in told:
            if part.part in seen or part.of != of:
                words = (("story", story), ("part", str(part.part)), ("of", str(of)))
                out.append(Diagnostic(part.file, *part.place, "R014", words))
            seen.add(part.part)
        if gaps := sorted(set(range(1, of + 1)) - seen):
            words = (("story", story), ("part", ", ".join(map(str, gaps))), ("of", str(of)))
            out.append(Diagnostic(told[0].file, *told[0].place, "R016", words))
    return out
