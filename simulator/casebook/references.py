"""What the schema cannot see: names that must exist elsewhere in the file, the organisation or the rubric."""

from __future__ import annotations

from collections.abc import Iterable

from scoring import Action, Kind, default_rubric
from simulator.casebook.convert import closest
from simulator.casebook.diagnostics import Keys
from simulator.casebook.document import Document
from simulator.casebook.schema import END, Condition, Organisation, Reaction, Scenario, Turn
from simulator.casebook.variants import fill, placeholders, texts
from simulator.principles import PRINCIPLES


def check_organisation(organisation: Organisation, document: Document) -> None:
    """Note what does not fit within a protocol.

    Args:
        organisation: A protocol that fits the schema.
        document: Where it was read from; its places are used, what is seen is added.
    """
    _unique(document, ("standard_replies",), [s.id for s in organisation.standard_replies])


def check_references(
    scenario: Scenario, document: Document, organisation: Organisation, articles: tuple[str, ...]
) -> None:
    """Note every reference that leads nowhere.

    Args:
        scenario: A scenario that fits the schema.
        document: Where it was read from; its places are used, what is seen is added.
        organisation: The house that it belongs to.
        articles: Ids of the house's knowledge articles.
    """
    turn_ids = tuple(t.id for t in scenario.turns)
    _known(document, ("principles",), scenario.principles, PRINCIPLES, "R003")
    _known(document, ("knowledge",), scenario.knowledge, articles, "R005")
    replies = tuple(s.id for s in organisation.standard_replies)
    _known(document, ("standard_replies",), scenario.standard_replies, replies, "R012")
    _unique(document, ("turns",), list(turn_ids))
    for number, turn in enumerate(scenario.turns):
        _check_turn(scenario, turn, ("turns", number), document, turn_ids)
    if not scenario.turns[0].post:
        document.add_at("R010", ("turns", 0))
    for number, golden in enumerate(scenario.golden):
        _known(document, ("golden", number, "turn"), (golden.turn,), turn_ids, "R001")
    _known(document, ("debrief", "model"), tuple(scenario.debrief.model), turn_ids, "R001")
    for turn in scenario.turns:
        # Where silence alone is best there is no model answer to write.
        silent = set(turn.actions.best) == {Action.LEAVE}
        if turn.id not in scenario.debrief.model and not silent:
            document.add_at("R011", ("debrief", "model"), turn=turn.id)
    _check_variables(scenario, document)
    if scenario.language != organisation.language:
        document.add_in("L007", ("language",), value=scenario.language, house=organisation.language)


def _check_turn(
    scenario: Scenario, turn: Turn, way: Keys, document: Document, turn_ids: tuple[str, ...]
) -> None:
    rubric = default_rubric()
    _known(document, (*way, "expect"), turn.expect, tuple(c.id for c in rubric.criteria), "R002")
    for number, name in enumerate(turn.expect):
        if any(c.id == name and not c.on_request for c in rubric.criteria):
            document.add_in("R015", (*way, "expect", number), name=name)
    _unique(document, (*way, "points"), [p.id for p in turn.points])
    for number, reaction in enumerate(turn.reactions):
        here = (*way, "reactions", number)
        if reaction.when:
            _check_condition(reaction.when, (*here, "when"), document, turn)
        last = number == len(turn.reactions) - 1
        if reaction.otherwise != last:
            document.add_at("R006" if last else "R007", here)
        _check_next(scenario, reaction, here, document, turn_ids)
    if scenario.channel.max_chars and turn.sender == "customer":
        posts = [(way, turn.post), *(((*way, "reactions", n), r.post) for n, r in enumerate(turn.reactions))]
        for here, post in posts:
            _check_length(scenario, post, (*here, "post"), document)


def _check_next(
    scenario: Scenario, reaction: Reaction, way: Keys, document: Document, turn_ids: tuple[str, ...]
) -> None:
    if reaction.next == END:
        return
    _known(document, (*way, "next"), (reaction.next,), (*turn_ids, END), "R001")
    if reaction.next in turn_ids and not (reaction.post or scenario.turn(reaction.next).post):
        document.add_at("R010", way)


def _check_condition(condition: Condition, way: Keys, document: Document, turn: Turn) -> None:
    criteria = default_rubric().criteria
    asked = (*(c.id for c in criteria), *(p.id for p in turn.points))
    faults = (
        *(c.id for c in criteria if c.kind is not Kind.EXPECTED),
        *(p.id for p in turn.points if p.avoid),
    )
    for key, known in (("met", asked), ("missing", asked), ("flagged", faults)):
        _known(document, (*way, key), getattr(condition, key), known, "R002")
    for number, part in enumerate(condition.any_of):
        _check_condition(part, (*way, "any_of", number), document, turn)


def _check_length(scenario: Scenario, post: str, way: Keys, document: Document) -> None:
    most = (scenario.channel.max_chars or 0) * scenario.channel.max_parts
    longest = max(len(fill(post, variant).strip()) for variant in scenario.variants or ({},))
    if longest > most:
        document.add_in("R009", way, length=longest, most=most)


def _check_variables(scenario: Scenario, document: Document) -> None:
    used = {name for text in texts(scenario) for name in placeholders(text)}
    for number, variant in enumerate(scenario.variants or ({},)):
        for name in sorted(used - variant.keys()):
            document.add_at("R008", ("variants", number), name=name)
        for name in sorted(variant.keys() - used):
            document.add_at("R013", ("variants", number, name), name=name)


def _known(document: Document, way: Keys, names: Iterable[str], known: tuple[str, ...], code: str) -> None:
    for number, name in enumerate(names):
        if name in known:
            continue
        places = ((*way, number), (*way, name), way)
        place = next((p for p in places if p in document.marks), way)
        allowed = ", ".join(known[:12]) + (", ..." if len(known) > 12 else "")
        add = document.add_at if place == (*way, name) else document.add_in
        add(code, place, name=name, near=closest(name, known) or "nothing", allowed=allowed or "-")


def _unique(document: Document, way: Keys, ids: list[str]) -> None:
    for number, name in enumerate(ids):
        if name in ids[:number]:
            document.add_at("R004", (*way, number, "id"), name=name)
