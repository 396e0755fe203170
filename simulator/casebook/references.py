"""What the schema cannot see: names that must exist elsewhere in the file, the organisation or the rubric."""

from __future__ import annotations

from scoring import Kind, default_rubric
from simulator.casebook.convert import closest
from simulator.casebook.reader import Document, Keys
from simulator.casebook.schema import END, Condition, Scenario, Turn
from simulator.casebook.variants import fill, placeholders, texts
from simulator.principles import PRINCIPLES


def check_scenario(scenario: Scenario, document: Document) -> None:
    """Add a fault to the document for every reference that leads nowhere.

    Args:
        scenario: A scenario that fits the schema.
        document: Where it was read from; its places are used, its faults extended.
    """
    _known(document, ("principles",), scenario.principles, PRINCIPLES, "R003")
    _unique(document, ("turns",), [t.id for t in scenario.turns])
    turn_ids = tuple(t.id for t in scenario.turns)
    for number, turn in enumerate(scenario.turns):
        _check_turn(scenario, turn, ("turns", number), document, turn_ids)
    if not scenario.turns[0].post:
        document.add_at("R010", ("turns", 0))
    for number, golden in enumerate(scenario.golden):
        _known(document, ("golden", number, "turn"), (golden.turn,), turn_ids, "R001")
    _known(document, ("debrief", "model"), tuple(scenario.debrief.model), turn_ids, "R001")
    for turn_id in turn_ids:
        if turn_id not in scenario.debrief.model:
            document.add_at("R011", ("debrief", "model"), turn=turn_id)
    _check_variables(scenario, document)


def _check_turn(
    scenario: Scenario, turn: Turn, way: Keys, document: Document, turn_ids: tuple[str, ...]
) -> None:
    rubric = default_rubric()
    criteria = tuple(c.id for c in rubric.criteria)
    points = tuple(p.id for p in turn.points)
    _known(document, (*way, "expect"), turn.expect, criteria, "R002")
    _unique(document, (*way, "points"), list(points))
    faults = tuple(c.id for c in rubric.criteria if c.kind is not Kind.EXPECTED)
    avoided = tuple(p.id for p in turn.points if p.avoid)
    for number, reaction in enumerate(turn.reactions):
        here = (*way, "reactions", number)
        if reaction.when:
            _check_condition(reaction.when, (*here, "when"), document, criteria + points, faults + avoided)
        last = number == len(turn.reactions) - 1
        if reaction.otherwise != last:
            document.add_at("R006" if last else "R007", here)
        if reaction.next != END:
            _known(document, (*here, "next"), (reaction.next,), turn_ids, "R001")
            if reaction.next in turn_ids and not (reaction.post or scenario.turn(reaction.next).post):
                document.add_at("R010", here)
    if scenario.channel.max_chars:
        _check_length(scenario, turn, way, document)


def _check_condition(
    condition: Condition, way: Keys, document: Document, asked: tuple[str, ...], faults: tuple[str, ...]
) -> None:
    for key, known in (("met", asked), ("missing", asked), ("flagged", faults)):
        _known(document, (*way, key), getattr(condition, key), known, "R002")
    for number, part in enumerate(condition.any_of):
        _check_condition(part, (*way, "any_of", number), document, asked, faults)


def _check_length(scenario: Scenario, turn: Turn, way: Keys, document: Document) -> None:
    most = (scenario.channel.max_chars or 0) * scenario.channel.max_parts
    for variant in scenario.variants or ({},):
        length = len(fill(turn.post, variant))
        if turn.sender == "customer" and length > most:
            document.add_at("R009", (*way, "post"), length=length, most=most)
            return


def _check_variables(scenario: Scenario, document: Document) -> None:
    used = {name for text in texts(scenario) for name in placeholders(text)}
    for number, variant in enumerate(scenario.variants or ({},)):
        for name in sorted(used - variant.keys()):
            document.add_at("R008", ("variants", number), name=name)


def _known(document: Document, way: Keys, names: tuple[str, ...], known: tuple[str, ...], code: str) -> None:
    for number, name in enumerate(names):
        if name not in known:
            place = (*way, number) if (*way, number) in document.marks else (*way, name)
            document.add_at(code, place, name=name, near=closest(name, known) or "-")


def _unique(document: Document, way: Keys, ids: list[str]) -> None:
    for number, name in enumerate(ids):
        if name in ids[:number]:
            document.add_at("R004", (*way, number, "id"), name=name)
