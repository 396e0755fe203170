"""From a turn to the situation: who is addressed, and who else takes part."""

from __future__ import annotations

import dataclasses

from simulator.casebook.schema import Bystander
from simulator.casebook.situation import situation_for


def changed(_case, turn, **changes):
    return turn.model_copy(update=changes)


def test_a_public_message_that_a_colleague_asks_for_addresses_nobody(case):
    turn = case.scenario.turns[0]
    asked = situation_for(case, changed(case, turn, sender="colleague", public=True), ("Storing in Noord.",))
    assert (asked.customer.name, asked.customer.handle) == ("", "")
    assert asked.customer.private == situation_for(case, turn, (turn.post,)).customer.private


def test_in_private_the_customer_keeps_the_name_also_when_a_colleague_asks(case):
    turn = changed(case, case.scenario.turns[0], sender="colleague", public=False)
    assert situation_for(case, turn, ("Storing in Noord.",)).customer.name == case.scenario.customer.name


def test_bystanders_are_known_by_name_and_handle(case):
    turn = case.scenario.turns[0].model_copy(
        update={"bystanders": (Bystander(who="Noor", handle="@noor88", text="Ik ook!"),)}
    )
    scenario = case.scenario.model_copy(update={"turns": (turn, *case.scenario.turns[1:])})
    found = situation_for(dataclasses.replace(case, scenario=scenario), turn, (turn.post,)).bystanders
    assert {"Noor", "@noor88"} <= set(found)
