"""From a scenario's turn to the situation that scoring judges in."""

from __future__ import annotations

from scoring import (
    Customer,
    HouseRules,
    Point,
    PrivateFact,
    Situation,
    StandardReply,
)
from simulator.casebook.library import Case
from simulator.casebook.schema import PointSpec, Scenario, Turn

_WEIGHTS = {"small": 1, "normal": 2, "essential": 3}


def situation_for(case: Case, turn: Turn, posts: tuple[str, ...]) -> Situation:
    """All that scoring may know when it judges a reply to a turn.

    Args:
        case: The case, with its variables filled in.
        turn: The turn that is answered.
        posts: The customer's messages so far, oldest first; the last one is to be answered.
    """
    scenario = case.scenario
    spec = scenario.customer
    writer = turn.by or spec
    public = scenario.channel.public if turn.public is None else turn.public
    # A colleague's request for a public message: it is for everybody, so nobody is addressed by name.
    for_all = public and turn.sender == "colleague"
    return Situation(
        lang=scenario.language,
        region=case.organisation.country,
        organisation=case.organisation.name,
        rules=_rules(case),
        channel=scenario.channel.name,
        public=public,
        max_chars=scenario.channel.max_chars,
        max_parts=scenario.channel.max_parts,
        customer=Customer(
            name="" if for_all else writer.name,
            handle="" if for_all else writer.handle,
            other_names=spec.other_names,
            private=tuple(PrivateFact(line.private, line.value) for line in spec.card if line.private),
        ),
        kind=scenario.kind.value,
        emotion=turn.emotion,
        complaint=turn.complaint,
        posts=posts,
        history=tuple(f"{c.when}: {c.text}" for c in scenario.history),
        facts=scenario.facts,
        points=tuple(_point(p) for p in turn.points),
        expected=frozenset(turn.expect),
        best_actions=turn.actions.best,
        allowed_actions=turn.actions.allowed,
        other_people=scenario.people,
        bystanders=_bystanders(scenario),
    )


def _bystanders(scenario: Scenario) -> tuple[str, ...]:
    """Names and handles of all others who take part in the conversation, each once, in order."""
    groups = (g for t in scenario.turns for g in (t.bystanders, *(r.bystanders for r in t.reactions)))
    others = [n for group in groups for b in group for n in (b.who, b.handle) if n]
    writers = [n for t in scenario.turns if t.by for n in (t.by.name, t.by.handle) if n]
    if writers:
        writers += [n for n in (scenario.customer.name, scenario.customer.handle) if n]
    return tuple(dict.fromkeys(others + writers))


def _rules(case: Case) -> HouseRules:
    house, channel = case.organisation, case.scenario.channel.name
    return HouseRules(
        address_form=house.address_form.on(channel),
        signature=house.signature.style,
        private_channel=house.private_channel.on(channel),
        never_in_public=house.never_in_public,
        not_to_promise=house.not_to_promise,
        standard_replies=tuple(
            StandardReply(
                s.id,
                s.text,
                s.when,
                allowed=case.scenario.kind in s.allowed_kinds or s.id in case.scenario.standard_replies,
            )
            for s in house.standard_replies
        ),
        own_contacts=house.own_contacts,
        emoji=house.emoji,
        pass_mark=house.pass_mark,
    )


def _point(spec: PointSpec) -> Point:
    return Point(
        id=spec.id,
        say=spec.say or spec.avoid or "",
        phrasings=spec.phrasings,
        not_enough=spec.not_enough,
        weight=_WEIGHTS[spec.weight],
        forbidden=spec.avoid is not None,
        pattern=spec.pattern,
    )
