"""Proposals: what of a reply can be an example, what it would change, and how a trainer takes it."""

from __future__ import annotations

import dataclasses

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from simulator import authoring, dispute_decisions, example, proposals, undo
from simulator.accounts import NotAllowedError
from simulator.casebook.tree import read_folder
from simulator.disputes import Outcome
from simulator.example import Place
from simulator.proposals import Decision
from tests.conftest import COLLECTION, NOW
from tests.scoring.test_examples import BY_ID, flags
from tests.services.test_disputes import card_of, decide, practise, say

PATH = "netwijs/internet-drie-dagen.yaml"
OWN_WORDS = "Balen zeg, dat onze collega jou zomaar heeft laten zitten."
"""What no phrasing foresaw for "acknowledge that the mechanic did not come"."""
REPLY = f"Dag Sanne. {OWN_WORDS} Ik regel nu iets nieuws. ^SV"


@pytest.fixture(scope="session")
def folder():
    return read_folder(COLLECTION)


def accepted(store, office, case, criterion, text=REPLY, outcome=Outcome.ACCEPTED):
    """A dispute of the first finding of a criterion, decided."""
    attempt = practise(store, office.trainee, case, text)
    found = undo.disputable(card_of(store, office.trainee, attempt))
    finding = next(f for f in found if f.criterion == criterion)
    key = say(store, office, attempt, finding)
    decide(store, office, key, outcome)
    return key


@pytest.fixture
def own_point(store, office, case):
    return accepted(store, office, case, "protocol.own_points")


def choice(words, text=REPLY):
    return example.choices(text).index(words)


def test_each_sentence_and_the_whole_reply_can_be_the_example():
    assert example.choices(REPLY) == ("Dag Sanne.", OWN_WORDS, "Ik regel nu iets nieuws.", "^SV", REPLY)


def test_the_sentence_of_the_finding_comes_first_to_mind_and_for_an_absence_the_whole_reply(case):
    from scoring import Dimension, Finding

    at = REPLY.index("collega")
    finding = Finding("tone.x", Dimension.TONE, "flagged", at, at + 7, -5, 0, False, "T1")
    assert example.choices(REPLY)[example.likeliest(REPLY, finding)] == OWN_WORDS
    absent = dataclasses.replace(finding, start=None, end=None)
    assert example.choices(REPLY)[example.likeliest(REPLY, absent)] == REPLY


@given(st.text(max_size=300))
def test_the_likeliest_example_is_one_of_the_choices(text):
    from scoring import Dimension, Finding

    finding = Finding("tone.x", Dimension.TONE, "flagged", 0, 1, -5, 0, False, "T1")
    offered = example.choices(text)
    assert not offered or 0 <= example.likeliest(text, finding) < len(offered)


def test_before_storing_it_is_told_what_the_example_would_change(store, office, case, own_point):
    looked = dispute_decisions.look_at(store, office.lead, own_point, NOW)
    place = example.place_of(looked.finding, looked.turn)
    assert (place.point, place.counts) == ("gemiste-monteur", True)
    told = example.effect(looked.run, looked.turn, place, OWN_WORDS, case)
    assert told.disputed.after.total > told.disputed.before.total
    assert told.looked_at == len(case.scenario.golden) * len(case.scenario.variants)
    assert all(m.moves for m in told.golden)


def test_an_example_that_spoils_a_poor_golden_reply_names_it(store, office, case, own_point):
    looked = dispute_decisions.look_at(store, office.lead, own_point, NOW)
    place = example.place_of(looked.finding, looked.turn)
    told = example.effect(looked.run, looked.turn, place, "Bel even met onze klantenservice.", case)
    assert [m.label for m in told.golden][:1] == ["poor"]
    assert all(m.after.total > m.before.total for m in told.golden if m.label == "poor")


def test_a_point_that_the_scenario_of_today_lacks_is_told(store, office, case, own_point):
    looked = dispute_decisions.look_at(store, office.lead, own_point, NOW)
    place = example.place_of(looked.finding, looked.turn)
    turns = tuple(t.model_copy(update={"points": ()}) for t in case.scenario.turns)
    today = dataclasses.replace(case, scenario=case.scenario.model_copy(update={"turns": turns}))
    assert example.effect(looked.run, looked.turn, place, OWN_WORDS, today).gone
    assert example.effect(looked.run, looked.turn, place, OWN_WORDS, None).gone


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.REJECTED])
def test_only_an_accepted_dispute_makes_a_proposal(store, office, case, outcome):
    key = accepted(store, office, case, "protocol.own_points", outcome=outcome)
    with pytest.raises(proposals.NotAcceptedError):
        proposals.propose(store, office.lead, key, 0, NOW)


def test_a_dispute_is_proposed_once(store, office, own_point):
    first = proposals.propose(store, office.lead, own_point, choice(OWN_WORDS), NOW)
    assert proposals.propose(store, office.lead, own_point, 0, NOW) == first
    assert proposals.proposed(store, office.lead, own_point) == OWN_WORDS
    assert len(proposals.offered(store, office.trainer)) == 1


@pytest.mark.parametrize("number", [-1, 5])
def test_only_words_of_the_reply_can_be_proposed(store, office, own_point, number):
    with pytest.raises(proposals.NoSuchExampleError):
        proposals.propose(store, office.lead, own_point, number, NOW)


def test_trainers_read_the_words_and_not_whose_they_are(store, office, own_point):
    proposals.propose(store, office.lead, own_point, choice(OWN_WORDS), NOW)
    (told,) = proposals.offered(store, office.trainer)
    assert told.example == OWN_WORDS
    for person in (office.trainee, office.lead):
        assert person.id not in repr(told)
        assert person.name not in repr(told)


@pytest.mark.parametrize("who", ["trainee", "colleague", "trainer", "admin", "other_lead", "foreign_lead"])
def test_only_a_lead_of_the_team_proposes(store, office, own_point, who):
    with pytest.raises(NotAllowedError):
        proposals.propose(store, getattr(office, who), own_point, 0, NOW)


@pytest.mark.parametrize("who", ["trainee", "lead", "admin", "foreign_lead"])
def test_only_a_trainer_of_the_employer_takes_or_declines(store, office, own_point, folder, who):
    key = proposals.propose(store, office.lead, own_point, choice(OWN_WORDS), NOW)
    actor = getattr(office, who)
    for act in (
        lambda: proposals.offered(store, actor),
        lambda: proposals.take(store, actor, folder, key, PATH, NOW),
        lambda: proposals.decline(store, actor, key, NOW),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_taking_puts_the_example_into_the_trainers_working_copy_and_publishes_nothing(
    store, office, own_point, folder
):
    key = proposals.propose(store, office.lead, own_point, choice(OWN_WORDS), NOW)
    taken = proposals.take(store, office.trainer, folder, key, PATH, NOW)
    opened = authoring.open_text(store, office.trainer, folder, PATH, NOW)
    assert opened.text == taken.text
    before, after = folder.files[PATH].decode().splitlines(), opened.text.splitlines()
    assert [line.strip() for line in after if line not in before] == [f"- {OWN_WORDS}"]
    assert len(after) == len(before) + 1
    assert authoring.live_tree(store, folder).files[PATH] == folder.files[PATH]
    (told,) = proposals.offered(store, office.trainer)
    assert told.decision is Decision.TAKEN


def test_a_declined_proposal_changes_no_text_and_is_closed(store, office, own_point, folder):
    key = proposals.propose(store, office.lead, own_point, choice(OWN_WORDS), NOW)
    proposals.decline(store, office.trainer, key, NOW)
    with pytest.raises(proposals.ClosedError):
        proposals.take(store, office.trainer, folder, key, PATH, NOW)
    opened = authoring.open_text(store, office.trainer, folder, PATH, NOW)
    assert opened.text == folder.files[PATH].decode()


def test_a_proposal_is_not_put_into_another_scenario(store, office, own_point, folder):
    key = proposals.propose(store, office.lead, own_point, choice(OWN_WORDS), NOW)
    with pytest.raises(authoring.UnknownTextError):
        proposals.take(store, office.trainer, folder, key, "netwijs/iets-anders.yaml", NOW)
    (told,) = proposals.offered(store, office.trainer)
    assert told.decision is None


def test_what_must_not_be_flagged_becomes_a_wording_that_is_not_enough():
    text = (COLLECTION / PATH).read_text()
    place = Place("protocol.forbidden_points", "opening", "terug-naar-telefoon", counts=False)
    changed = example.added_to(text, place, "Bellen hoeft echt niet meer.")
    point = yaml.safe_load(changed)["turns"][0]["points"][1]
    assert point["not_enough"] == ["Bellen hoeft echt niet meer."]
    assert example.added_to(changed, place, "Bellen hoeft echt niet meer.") == changed


def test_a_forbidden_point_stops_flagging_what_was_made_an_example(store, office, case):
    words = "Bel even met onze klantenservice."
    key = accepted(store, office, case, "protocol.forbidden_points", f"Dag Sanne. {words} ^SV")
    looked = dispute_decisions.look_at(store, office.lead, key, NOW)
    place = example.place_of(looked.finding, looked.turn)
    told = example.effect(looked.run, looked.turn, place, words, case)
    flagged = [f.criterion for f in told.disputed.after.findings]
    assert "protocol.forbidden_points" not in flagged


def test_the_file_for_the_makers_is_one_that_the_criterions_own_test_reads(case):
    place = Place("tone.apologises", "opening", "", counts=True)
    text = example.for_the_makers(place, "Onze excuses voor het wachten.", "reply_public", case)
    group = yaml.load(text, Loader=yaml.CBaseLoader)["tone.apologises"]["nl"]
    (item,) = group["pass"]
    criterion = BY_ID["tone.apologises"]
    assert not flags(criterion, item["text"], "nl", item["action"], item["situation"])


def test_a_proposal_for_the_rubric_opens_no_text(store, office, case, folder):
    attempt = practise(store, office.trainee, case, REPLY)
    found = undo.disputable(card_of(store, office.trainee, attempt))
    finding = next(f for f in found if not undo.point_of(f))
    key = say(store, office, attempt, finding)
    decide(store, office, key, Outcome.ACCEPTED)
    proposal = proposals.propose(store, office.lead, key, 0, NOW)
    assert proposals.take(store, office.trainer, folder, proposal, PATH, NOW) is None
    assert authoring.open_text(store, office.trainer, folder, PATH, NOW).seq == 1
