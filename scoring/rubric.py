"""Criteria and the rubric that holds them: immutable, known by a fingerprint of all that decides a score."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from scoring.model import Dimension, Params, Situation

if TYPE_CHECKING:
    from scoring.reading import Reading


class Kind(StrEnum):
    """How a criterion earns or costs points.

    EXPECTED: something that should be there. Its weight is the points that missing it takes off.
    FAULT: something that should not be there. Its weight is the points each sighting takes off.
    GATE: the reply is no answer at all (blank, echo, gibberish). Every text dimension falls to `weight`.
    """

    EXPECTED = "expected"
    FAULT = "fault"
    GATE = "gate"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a criterion saw what it looks for.

    Attributes:
        code: Which remark applies ("met" for EXPECTED criteria, a name of the fault otherwise).
        start: First code point in the reply, or None when it concerns the whole.
        end: One past the last, or None.
        strength: 0-1; how fully it is there.
        params: Words for the message.
        uncertain: True when the criterion saw signs for and against, so that a person should look.
    """

    code: str
    start: int | None = None
    end: int | None = None
    strength: float = 1.0
    params: Params = ()
    uncertain: bool = False


def always(_situation: Situation) -> bool:
    """Default for `Criterion.applies`: every situation."""
    return True


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is scored.

    Attributes:
        id: "<dimension>.<name>", used in scenarios, texts and stored findings.
        dimension: Where its points go.
        kind: See Kind.
        weight: See Kind; points on the 0-100 scale of the dimension.
        principle: Id of the principle it rests on.
        find: Yields sightings in a reading; must be pure.
        applies: Whether the criterion plays a part in a situation (apart from what the scenario asks for).
        critical_codes: Codes that alone mean "not passed".
        on_request: True when the criterion plays a part only where the scenario expects it.
        private_too: False for what only counts where others read along.
        internal_too: True when it also judges texts that the customer never reads (notes, hand-overs).
        needs_text: True for what says nothing about an action that has no text (leaving a message unanswered).
        source: Where the rule or its number comes from.
    """

    id: str
    dimension: Dimension
    kind: Kind
    weight: float
    principle: str
    find: Callable[[Reading, Situation], Sequence[Sighting]]
    applies: Callable[[Situation], bool] = always
    critical_codes: frozenset[str] = frozenset()
    on_request: bool = False
    private_too: bool = True
    internal_too: bool = False
    needs_text: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rubric:
    """The criteria, the weights of the dimensions, and the version that names them.

    Attributes:
        criteria: In the order in which findings are listed.
        dimension_weights: Share of each dimension in the total; the unscored ones are left out.
        version: Raised by hand with each change of meaning.
        prepare: Texts of a reading that its criteria will compare the meaning of: they are encoded in one go.
        lowest_share: 0-1; how much of the distance from the mean to the weakest text dimension the total goes.
    """

    criteria: tuple[Criterion, ...]
    dimension_weights: tuple[tuple[Dimension, float], ...]
    version: str
    lowest_share: float = 0.0
    prepare: Callable[[Reading], Iterable[str]] | None = None
    fingerprint: str = field(init=False)

    def __post_init__(self) -> None:
        ids = [c.id for c in self.criteria]
        doubled = sorted({i for i in ids if ids.count(i) > 1})
        if doubled:
            raise ValueError(f"criterion listed twice: {', '.join(doubled)}")
        object.__setattr__(self, "fingerprint", _fingerprint(self))

    def weight_of(self, dimension: Dimension) -> float:
        """Share of a dimension in the total."""
        return dict(self.dimension_weights)[dimension]

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion with this id.

        Raises:
            KeyError: When the rubric has no such criterion.
        """
        for criterion in self.criteria:
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)

    def snapshot(self) -> dict[str, object]:
        """All that decides a score, as plain values that can be stored beside the scorecards."""
        return {
            "version": self.version,
            "lowest_share": self.lowest_share,
            "dimension_weights": {d.value: w for d, w in self.dimension_weights},
            "criteria": [
                {
                    "id": c.id,
                    "kind": c.kind.value,
                    "weight": c.weight,
                    "principle": c.principle,
                    "critical_codes": sorted(c.critical_codes),
                    "on_request": c.on_request,
                }
                for c in self.criteria
            ],
        }


def _fingerprint(rubric: Rubric) -> str:
    canonical = json.dumps(rubric.snapshot(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
