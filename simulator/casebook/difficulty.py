"""Whether a case is as hard as it says: how much one reply must do, and how hard the message reads.

The bounds are those of the shipped collection (docs/diagnostics.md, D001 and D002): they warn, they do not decide.
"""

from __future__ import annotations

from simulator.casebook.document import Document
from simulator.casebook.schema import Scenario

_MOST_ASKED = {1: 5, 2: 7}
"""Expectations in one turn, own points included, from which a case of this difficulty is harder than it says."""
_LEAST_ASKED = {4: 3, 5: 4}
"""Expectations in the richest turn below which a case of one turn is easier than it says."""
_HARD_TO_READ = 55
"""LIX from which a text reads as an official paper does (Björnsson 1968: over 50 is difficult, over 60 very)."""
_WORDS_TO_JUDGE = 30


def check_difficulty(scenario: Scenario, document: Document) -> None:
    """Note when the difficulty does not fit what is asked.

    Args:
        scenario: A scenario whose references hold.
        document: Where it was read from; what is seen is added.
    """
    level = scenario.difficulty
    asked = max(len(t.expect) + sum(p.say is not None for p in t.points) for t in scenario.turns)
    if asked > _MOST_ASKED.get(level, asked):
        document.add_at("D001", ("difficulty",), level=level, asked=asked, than="harder")
    elif len(scenario.turns) == 1 and asked < _LEAST_ASKED.get(level, 0):
        document.add_at("D001", ("difficulty",), level=level, asked=asked, than="easier")


def check_readability(scenario: Scenario, document: Document) -> None:
    """Note when an easy case has a message that reads hard; apart, because the library takes seconds to load."""
    level = scenario.difficulty
    if level > 2:
        return
    for number, turn in enumerate(scenario.turns):
        if len(turn.post.split()) >= _WORDS_TO_JUDGE and (hard := _lix(turn.post)) > _HARD_TO_READ:
            document.add_in("D002", ("turns", number, "post"), lix=round(hard), level=level)


def _lix(text: str) -> float:
    # Loaded here and not above: it takes longer than checking the whole collection.
    from textstat.backend.metrics import lix

    return float(lix(text))
