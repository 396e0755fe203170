"""Speed: how soon the customer had an answer, against the target of the house."""

from __future__ import annotations

from itertools import pairwise

from scoring.model import Dimension, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting

_ON_TIME = 0.8
"""Share of the target that is comfortably on time: webcare consoles turn orange at 80 % (Spotler Engage)."""
_CURVE = ((_ON_TIME, 1.0), (1.0, 0.8), (1.5, 0.4), (2.0, 0.0))


def _response_time(reading: Reading, _situation: Situation) -> list[Sighting]:
    elapsed, target = reading.reply.elapsed_seconds, reading.reply.target_seconds
    if elapsed is None or not target:
        return []
    share = elapsed / target
    code = "met" if share <= _ON_TIME else "just_in_time" if share <= 1 else "late"
    params = (("elapsed", f"{elapsed:.0f}"), ("target", f"{target:.0f}"))
    # A reply that is far too late still has a sighting: the message names the two times.
    return [Sighting(code, strength=max(_strength(share), 0.001), params=params)]


def _strength(share: float) -> float:
    """1 when on time, falling in straight lines to 0 at twice the target."""
    if share <= _CURVE[0][0]:
        return 1.0
    for (x0, y0), (x1, y1) in pairwise(_CURVE):
        if share <= x1:
            return y0 + (y1 - y0) * (share - x0) / (x1 - x0)
    return 0.0


CRITERIA = (
    Criterion(
        id="speed.response_time",
        dimension=Dimension.SPEED,
        kind=Kind.EXPECTED,
        weight=100,
        principle="S1",
        find=_response_time,
        internal_too=True,
        source="S1: an answer within the channel's target; bands 80/20 as in webcare consoles",
    ),
)
