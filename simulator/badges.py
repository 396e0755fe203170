"""How far each criterion can be left to the scorer: a badge, earned by measured agreement.

Two gates, in this order: people agree with each other, and the scorer agrees with them. Where people do not agree,
there is nothing that the scorer could agree with.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scoring import Kind, default_rubric
from simulator.agreement import Figure
from simulator.calibrated import Judged, judged_in, line_of
from simulator.store import calibration_rows as rows
from simulator.store.engine import Store

SUBSTANTIAL = 0.6
"""Landis & Koch 1977 call agreement above 0.60 substantial. The whole interval has to lie above it for a gate to open,
and below it for a gate to be shut for good: Gwet 2014, chapter 6, warns against comparing the bare figure."""
EVIDENCE_LEAST = 30
"""Replies below which no badge is earned: with no disagreement in 30, true disagreement may still be one in ten
("rule of three", Hanley & Lippman-Hand 1983)."""

BOTH_LEAST = 5
"""Replies in which people saw the rarer of the two, met or not: a mistake that nobody made proves nothing about seeing
it. Five is the least count that Cochran 1954 asks of a cell before it is reasoned from."""


class Trust(StrEnum):
    """What a badge says about a criterion."""

    AUTOMATIC = "automatic"
    """People agree and the scorer agrees with them."""
    WITH_A_LOOK = "with_a_look"
    """Not known well enough: a person should look at what hangs on it. Every criterion begins here."""
    PEOPLE_ONLY = "people_only"
    """Shown that people, or people and the scorer, do not agree enough: a person decides."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A criterion's badge, with the agreement that it rests on."""

    trust: Trust
    people: Figure
    scorer: Figure


def badge_of(store: Store, employer_id: str) -> dict[str, Badge]:
    """The badge of each criterion, from all closed calibration rounds of an employer.

    It takes a second or two when there are many rounds; keep the answer for a while.

    Args:
        store: The database.
        employer_id: The employer.

    Returns:
        By id, in the order of the rubric, for every criterion that people can judge.
    """
    with store.read() as connection:
        closed = rows.closed_rounds(connection, employer_id)
        replies = [reply for round_id in closed for reply in judged_in(connection, round_id)]
    judged = (c.id for c in default_rubric().criteria if c.kind is not Kind.GATE and c.dimension != "speed")
    return {name: _badge(name, replies) for name in judged}


def _badge(name: str, replies: list[Judged]) -> Badge:
    line = line_of(name, [reply for reply in replies if reply.people.get(name)])
    return Badge(trust_of(line.people, line.scorer), line.people, line.scorer)


def trust_of(people: Figure, scorer: Figure) -> Trust:
    """What two measured agreements allow.

    Args:
        people: Between people.
        scorer: Between people and the scorer.
    """
    gates = (people, scorer)
    if any(_shut(gate) for gate in gates):
        return Trust.PEOPLE_ONLY
    proven = all(_open(gate) for gate in gates) and _both_seen(people)
    return Trust.AUTOMATIC if proven else Trust.WITH_A_LOOK


def _both_seen(people: Figure) -> bool:
    met = people.prevalence or 0.0
    return people.n * min(met, 1 - met) >= BOTH_LEAST


def _open(figure: Figure) -> bool:
    return figure.n >= EVIDENCE_LEAST and figure.low is not None and figure.low >= SUBSTANTIAL


def _shut(figure: Figure) -> bool:
    return figure.n >= EVIDENCE_LEAST and figure.high is not None and figure.high < SUBSTANTIAL
