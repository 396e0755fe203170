"""The course of a conversation: turns that nobody reaches, reactions that never come, roads without an end."""

from __future__ import annotations

from scoring import Action, default_rubric
from simulator.casebook.diagnostics import Keys
from simulator.casebook.document import Document
from simulator.casebook.schema import END, Condition, Scenario, Turn

_ALWAYS = Condition()
_SCORES = ("total", "tone", "personalisation", "protocol")


def check_flow(scenario: Scenario, document: Document) -> None:
    """Note what can never happen in a conversation.

    Args:
        scenario: A scenario whose references hold.
        document: Where it was read from; its places are used, what is seen is added.
    """
    _check_ways(scenario, document)
    for number, turn in enumerate(scenario.turns):
        public = scenario.channel.public if turn.public is None else turn.public
        _check_reactions(turn, ("turns", number, "reactions"), document, public=public)


def _check_ways(scenario: Scenario, document: Document) -> None:
    leads = {t.id: {r.next for r in t.reactions} for t in scenario.turns}
    reached = {scenario.turns[0].id}
    while more := {n for turn in reached for n in leads.get(turn, set())} - reached - {END}:
        reached |= more
    ending: set[str] = {END}
    while more := {t for t, nexts in leads.items() if nexts & ending} - ending:
        ending |= more
    for number, turn in enumerate(scenario.turns):
        if turn.id not in reached:
            document.add_at("F001", ("turns", number), turn=turn.id)
        elif turn.id not in ending:
            document.add_at("F004", ("turns", number), turn=turn.id)


def _check_reactions(turn: Turn, way: Keys, document: Document, *, public: bool) -> None:
    for number, reaction in enumerate(turn.reactions):
        if reaction.when is None:
            continue
        why = never(reaction.when, turn, public=public)
        if why:
            document.add_at("F002", (*way, number), why=why, number=number + 1)
    for number, reaction in enumerate(turn.reactions):
        mine = reaction.when or _ALWAYS
        for earlier, before in enumerate(turn.reactions[:number]):
            if before.when is not None and implies(mine, before.when):
                document.add_at("F003", (*way, number), number=number + 1, earlier=earlier + 1)
                break


def never(condition: Condition, turn: Turn, *, public: bool) -> str:
    """Why a condition can never hold at a turn: the key that makes it so, or ""."""
    on_request = {c.id for c in default_rubric().criteria if c.on_request}
    avoided = {p.id for p in turn.points if p.avoid}
    if any(n in avoided or (n in on_request and n not in turn.expect) for n in condition.met):
        return "met"
    if condition.missing and set(condition.missing) <= set(condition.met):
        return "missing"
    if condition.critical and condition.passed:
        return "passed"
    if condition.action and not public and set(condition.action) == {Action.REPLY_PUBLIC}:
        return "action"
    for key in _SCORES:
        low, high = _range(getattr(condition, key))
        if low > high:
            return key
    if condition.any_of and all(never(part, turn, public=public) for part in condition.any_of):
        return "any_of"
    return ""


def implies(later: Condition, earlier: Condition) -> bool:
    """True when the earlier condition holds whenever the later one does, so that the later one never gets its turn."""
    if later.any_of and all(implies(part, earlier) for part in later.any_of):
        return True
    return (
        set(earlier.met) <= set(later.met)
        and _any_implied(later.missing, earlier.missing)
        and _any_implied(later.flagged, earlier.flagged)
        and _any_implied(later.action, earlier.action)
        and (earlier.critical is None or later.critical is earlier.critical)
        and _verdict_implied(later, earlier)
        and all(_within(getattr(later, key), getattr(earlier, key)) for key in _SCORES)
        and (not earlier.any_of or any(implies(later, part) for part in earlier.any_of))
    )


def _any_implied(later: tuple[object, ...], earlier: tuple[object, ...]) -> bool:
    """Whether "at least one of these" follows from "at least one of those": when those are among these."""
    return not earlier or (bool(later) and set(later) <= set(earlier))


def _verdict_implied(later: Condition, earlier: Condition) -> bool:
    if earlier.passed is None or later.passed is earlier.passed:
        return True
    return earlier.passed is False and later.critical is True


def _within(later: str | None, earlier: str | None) -> bool:
    if earlier is None:
        return True
    if later is None:
        return False
    low, high = _range(later)
    wide_low, wide_high = _range(earlier)
    return wide_low <= low and high <= wide_high


def _range(comparison: str | None) -> tuple[float, float]:
    """The scores that a comparison allows, lowest and highest; empty when low is above high."""
    if comparison is None:
        return 0.0, 100.0
    text = comparison.strip()
    limit = float(text.lstrip("<>= "))
    # Scores have one decimal, so "below 45" and "at most 44.9" are the same.
    step = 0.0 if "=" in text else 0.1
    return (limit + step, 100.0) if text[0] == ">" else (0.0, limit - step)
