"""Calibration rounds: blind until closed, resumable, for members only, in nobody's figures; badges by evidence."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Action, Kind, default_rubric
from scoring.serial import from_json
from simulator import accounts, calibrated, calibration, practice
from simulator.accounts import NotAllowedError
from simulator.agreement import Figure
from simulator.badges import BOTH_LEAST, EVIDENCE_LEAST, SUBSTANTIAL, Trust, badge_of, trust_of
from simulator.calibration import (
    BadJudgementError,
    BadRoundError,
    ClosedError,
    IncompleteError,
    NotYetError,
    UnknownRoundError,
)
from simulator.practice import Mode
from simulator.store import calibration_rows as rows
from simulator.store import people
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from simulator.store.practice_rows import scorecards_of
from simulator.store.tables import metadata
from tests.conftest import NOW
from tests.office import _PEOPLE, Office, make_office
from tests.services.test_practice import GOOD
from tests.trail import events as events_of

TEXTS = (GOOD, "Bel even met onze klantenservice.", "Dag Sanne, wat vervelend! Ik zoek het uit. ^SV")


def later(hours):
    return NOW + timedelta(hours=hours)


def office_of(store):
    return Office(**{name: accounts.load(store, f"u-{name}") for name in _PEOPLE})


def opened(path):
    store = open_store(f"sqlite:///{path}")
    upgrade(store)
    return store


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, case):
    """A database with the office, three replies of the trainee and an open round on them, newest reply first."""
    path = tmp_path_factory.mktemp("calibration") / "round.db"
    store = opened(path)
    people_of = make_office(store, NOW)
    for number, text in enumerate(TEXTS):
        attempt = practice.start(
            store, people_of.trainee, case, Mode.PRACTICE, later(number), clock_on=number == 0, seed=0
        )
        at = later(number) + timedelta(minutes=1)
        practice.submit(store, people_of.trainee, attempt, 1, text, Action.REPLY_PUBLIC, at)
    found = [c.turn_id for c in calibration.candidates(store, people_of.lead, later(5), days=7)]
    members = [people_of.other_lead.id]
    opened_id = calibration.open_round(store, people_of.lead, "November", None, found, members, later(6))
    store.close()
    return path, found, opened_id


@pytest.fixture
def store(prepared, tmp_path):
    store = opened(shutil.copy(prepared[0], tmp_path / "copy.db"))
    yield store
    store.close()


@pytest.fixture
def office(store):
    return office_of(store)


@pytest.fixture
def replies(prepared):
    return prepared[1]


@pytest.fixture
def round_id(prepared):
    return prepared[2]


def judge_all(store, who, round_id, score=70, passed=1):
    """Give every reply the same score, and say that one thing is met and no fault is there."""
    for number in range(1, calibration.round_of(store, who, round_id).replies + 1):
        names = calibration.item(store, who, round_id, number).names
        values = {**dict.fromkeys(names.dimensions, score), "passed": passed, names.expected[0]: 1}
        for name, value in values.items():
            calibration.judge(store, who, round_id, number, name, value, later(7))
        calibration.settle(store, who, round_id, number, later(7))


def content(store):
    with store.read() as connection:
        return {t.name: connection.execute(t.select()).all() for t in metadata.sorted_tables}


def test_replies_of_another_team_are_no_candidates(store, office, replies):
    assert len(replies) == 3
    assert calibration.candidates(store, office.other_lead, later(5), days=7) == []


def test_old_replies_are_no_candidates(store, office, replies):
    found = calibration.candidates(store, office.lead, later(24 + 2), days=1)
    assert [c.text for c in found] == [TEXTS[2]]


def test_candidates_of_one_scenario(store, office, replies):
    find = calibration.candidates
    assert find(store, office.lead, later(5), days=7, scenario_id="korte-klok") == []
    assert len(find(store, office.lead, later(5), days=7, scenario_id="internet-drie-dagen")) == 3


@given(st.lists(st.booleans(), max_size=30), st.integers(1, 20), st.integers(0, 3))
def test_a_draw_has_as_many_that_passed_as_not_when_there_are(kinds, count, seed):
    found = [rows.CandidateRow(str(n), "s", 1, NOW, "", passed) for n, passed in enumerate(kinds)]
    drawn = calibration.draw(found, count, seed)
    assert len(set(drawn)) == len(drawn) == min(count, len(kinds))
    passed = sum(kinds[int(d)] for d in drawn)
    least = min(sum(kinds), len(kinds) - sum(kinds), count // 2)
    assert passed >= least
    assert len(drawn) - passed >= least


def test_who_opens_a_round_is_a_member(store, office, round_id):
    found = calibration.round_of(store, office.lead, round_id)
    assert {m.user_id for m in found.members} == {office.lead.id, office.other_lead.id}
    assert found.replies == 3


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"member_ids": []}, "members"),
        ({"member_ids": ["u-foreign_lead"]}, "members"),
        ({"member_ids": ["u-trainer"]}, "members"),
        ({"turn_ids": []}, "replies"),
        ({"turn_ids": ["nergens"]}, "replies"),
        ({"due_at": NOW}, "due"),
    ],
)
def test_a_round_that_cannot_be_is_refused_with_its_reason(store, office, replies, change, code):
    wanted = {"title": "November", "due_at": None, "turn_ids": replies, "member_ids": [office.other_lead.id]}
    with pytest.raises(BadRoundError) as error:
        calibration.open_round(store, office.lead, now=later(6), **{**wanted, **change})
    assert error.value.code == f"calibration-error-{code}"


def test_a_round_takes_no_replies_of_another_team(store, office, replies):
    with pytest.raises(BadRoundError):
        calibration.open_round(store, office.other_lead, "Ons", None, replies, [office.lead.id], later(6))


@pytest.mark.parametrize("who", ["trainee", "trainer", "admin"])
def test_only_leads_calibrate(store, office, round_id, who):
    with pytest.raises(NotAllowedError):
        calibration.rounds(store, getattr(office, who))


def test_somebody_who_is_no_member_gets_nothing(store, office, round_id):
    stranger = office.foreign_lead
    with store.write() as connection:
        people.add(connection, "u-third", "veer", "Third", "nl", NOW)
        people.give_role(connection, "u-third", "veer-twee", "lead", NOW)
    for who in (stranger, accounts.load(store, "u-third")):
        assert calibration.rounds(store, who) == []
        for act in (
            lambda who=who: calibration.round_of(store, who, round_id),
            lambda who=who: calibration.item(store, who, round_id, 1),
            lambda who=who: calibration.own_judgements(store, who, round_id),
            lambda who=who: calibration.judge(store, who, round_id, 1, "tone", 50, later(7)),
            lambda who=who: calibration.settle(store, who, round_id, 1, later(7)),
            lambda who=who: calibration.finish(store, who, round_id, later(7)),
            lambda who=who: calibration.close(store, who, round_id, later(7)),
            lambda who=who: calibrated.results(store, who, round_id),
            lambda who=who: calibrated.reply_of(store, who, round_id, 1),
            lambda who=who: calibrated.agreed(store, who, round_id),
        ):
            with pytest.raises(UnknownRoundError):
                act()


def test_a_reply_carries_no_name_of_the_trainee(store, office, round_id):
    shown = repr(calibration.item(store, office.other_lead, round_id, 1))
    for told in (office.trainee.id, office.trainee.name, office.trainee.pseudonym):
        assert told not in shown


def test_a_reply_shows_the_conversation_without_what_came_after(store, office, round_id):
    found = calibration.item(store, office.lead, round_id, 3)
    assert found.text == GOOD
    sides = [m.side for m in found.thread]
    assert sides[0] == "customer"
    assert "us" not in sides


def test_what_can_be_judged_does_not_tell_what_the_scorer_saw(store, office, round_id):
    """The first and the last reply answer the same message in the same way; the scorer saw other things in them."""
    first, last = (calibration.item(store, office.lead, round_id, n) for n in (1, 2))
    with store.read() as connection:
        cards = scorecards_of(connection, [first.turn_id, last.turn_id])
    seen = [{f.criterion for f in from_json(card).findings} for card in cards.values()]
    assert seen[0] != seen[1]
    assert set(first.names.faults) == set(last.names.faults)
    assert all(default_rubric().criterion(c).kind is not Kind.GATE for c in first.names.criteria)


def test_speed_is_judged_only_where_the_clock_ran(store, office, round_id):
    names = [calibration.item(store, office.lead, round_id, n).names.dimensions for n in (1, 2, 3)]
    assert ["speed" in n for n in names] == [False, False, True]


def test_judgements_are_kept_at_once_and_only_the_last_counts(store, office, round_id):
    for value in (50, 65, None):
        calibration.judge(store, office.lead, round_id, 1, "tone", value, later(7))
    own = calibration.own_judgements(store, office.lead, round_id)
    assert list(own.values()) == [None]


def test_nobody_reads_what_another_judged_before_the_round_is_closed(store, office, round_id):
    judge_all(store, office.other_lead, round_id, score=35)
    assert calibration.own_judgements(store, office.lead, round_id) == {}
    calibration.finish(store, office.other_lead, round_id, later(8))
    for who in (office.lead, office.other_lead):
        with pytest.raises(NotYetError):
            calibrated.results(store, who, round_id)
        with pytest.raises(NotYetError):
            calibrated.reply_of(store, who, round_id, 1)
        with pytest.raises(NotYetError):
            calibrated.agreed(store, who, round_id)
    with pytest.raises(NotYetError):
        calibrated.agree(store, office.lead, round_id, 1, "tone", 70, later(8))


@pytest.mark.parametrize(
    ("name", "value"),
    [("tone", 101), ("tone", -5), ("tone", 72), ("passed", 0.5), ("tone.none", 1), ("speed", 50)],
)
def test_what_cannot_be_judged_is_refused(store, office, round_id, name, value):
    with pytest.raises(BadJudgementError):
        calibration.judge(store, office.lead, round_id, 1, name, value, later(7))


def test_a_fault_that_was_not_marked_is_not_there_once_the_reply_is_left(store, office, round_id):
    faults = calibration.item(store, office.lead, round_id, 1).names.faults
    calibration.judge(store, office.lead, round_id, 1, faults[0], 0, later(7))
    calibration.judge(store, office.lead, round_id, 1, faults[1], None, later(7))
    calibration.settle(store, office.lead, round_id, 1, later(7))
    own = calibration.own_judgements(store, office.lead, round_id)
    assert [own[key] for key in ((k) for k in own if k[1] in faults[:2])].count(1) == 0
    assert sorted({v for (_, name), v in own.items() if name in faults[2:]}) == [1]


def test_being_done_needs_every_reply(store, office, round_id):
    with pytest.raises(IncompleteError) as error:
        calibration.finish(store, office.lead, round_id, later(8))
    assert error.value.numbers == (1, 2, 3)


def test_who_is_done_changes_nothing_any_more(store, office, round_id):
    judge_all(store, office.lead, round_id)
    calibration.finish(store, office.lead, round_id, later(8))
    with pytest.raises(ClosedError):
        calibration.judge(store, office.lead, round_id, 1, "tone", 0, later(9))
    with pytest.raises(ClosedError):
        calibration.settle(store, office.lead, round_id, 1, later(9))


def test_the_last_one_who_is_done_closes_the_round(store, office, round_id):
    for who in (office.lead, office.other_lead):
        assert not calibration.round_of(store, office.lead, round_id).closed
        judge_all(store, who, round_id)
        calibration.finish(store, who, round_id, later(8))
    assert calibration.round_of(store, office.lead, round_id).row.closed_at == later(8)


def test_only_who_opened_a_round_closes_it_early(store, office, round_id):
    with pytest.raises(UnknownRoundError):
        calibration.close(store, office.other_lead, round_id, later(8))
    calibration.close(store, office.lead, round_id, later(8))
    with pytest.raises(ClosedError):
        calibration.judge(store, office.other_lead, round_id, 1, "tone", 50, later(9))


def test_opening_and_closing_stand_in_the_audit_trail(store, office, round_id):
    calibration.close(store, office.lead, round_id, later(8))
    calibration.close(store, office.lead, round_id, later(9))
    events = [e.event for e in events_of(store, "veer", NOW, later(99))]
    assert events == ["calibration_closed", "calibration_opened"]


def test_a_round_counts_in_nobodys_figures(store, office, replies):
    before = content(store)
    round_id = calibration.open_round(
        store, office.lead, "N", None, replies, [office.other_lead.id], later(6)
    )
    for who in (office.lead, office.other_lead):
        judge_all(store, who, round_id, score=5, passed=0)
        calibration.finish(store, who, round_id, later(8))
    after = content(store)
    changed = {name for name, held in after.items() if held != before[name]}
    assert changed == {
        "calibrations", "calibration_items", "calibration_members", "judgements", "audit_events",
    }  # fmt: skip


@pytest.fixture(scope="module")
def judged(prepared, tmp_path_factory):
    """The same with a round that is closed, in which the two are far apart on the second reply only."""
    path = shutil.copy(prepared[0], tmp_path_factory.mktemp("calibration") / "closed.db")
    store, round_id = opened(path), prepared[2]
    office = office_of(store)
    for who in (office.lead, office.other_lead):
        judge_all(store, who, round_id, 70)
    calibration.judge(store, office.other_lead, round_id, 2, "tone", 20, later(7))
    calibration.judge(store, office.other_lead, round_id, 2, "passed", 0, later(7))
    calibration.judge(store, office.other_lead, round_id, 3, "tone", None, later(7))
    for who in (office.lead, office.other_lead):
        calibration.finish(store, who, round_id, later(8))
    store.close()
    return path


@pytest.fixture
def closed(judged, prepared, tmp_path, store):
    """The id of that round; `store` holds it."""
    store.close()
    shutil.copy(judged, tmp_path / "copy.db")
    return prepared[2]


def test_few_replies_give_numbers_but_no_figures(store, office, closed):
    lines = {line.name: line for line in calibrated.results(store, office.lead, closed).lines}
    assert (lines["passed"].people.n, lines["passed"].people.value) == (3, None)
    assert lines["tone"].people.n == 2
    assert lines["passed"].people.prevalence == pytest.approx(5 / 6)


def test_the_discussion_set_is_where_people_are_apart(store, office, closed):
    talk = calibrated.results(store, office.other_lead, closed).to_talk_about
    assert [reply.row.number for reply in talk] == [2]
    assert talk[0].people["tone"] == {office.lead.id: 70, office.other_lead.id: 20}


def test_the_scorer_stands_beside_people(store, office, closed):
    replies = calibrated.results(store, office.lead, closed).replies
    with store.read() as connection:
        cards = scorecards_of(connection, [r.row.turn_id for r in replies])
    for reply in replies:
        card = from_json(cards[reply.row.turn_id])
        assert reply.scorer["tone"] == card.value_of("tone")
        assert reply.scorer["passed"] == card.passed


def test_the_agreed_score_is_kept_by_who_opened_the_round(store, office, closed):
    calibrated.agree(store, office.lead, closed, 2, "tone", 45, later(9))
    calibrated.agree(store, office.lead, closed, 2, "tone", 50, later(9))
    assert [(name, v) for (_, name), v in calibrated.agreed(store, office.other_lead, closed).items()] == [
        ("tone", 50)
    ]
    with pytest.raises(UnknownRoundError):
        calibrated.agree(store, office.other_lead, closed, 2, "tone", 0, later(9))
    with pytest.raises(BadJudgementError):
        calibrated.agree(store, office.lead, closed, 2, "tone", 44, later(9))


def test_without_evidence_every_criterion_wants_a_human_look(store, office):
    badges = badge_of(store, "veer")
    assert {b.trust for b in badges.values()} == {Trust.WITH_A_LOOK}
    assert len(badges) > 50


def test_evidence_of_closed_rounds_counts_for_its_employer_only(store, office, closed):
    name = calibration.item(store, office.lead, closed, 1).names.faults[0]
    assert badge_of(store, "veer")[name].people.n == 3
    assert badge_of(store, "pont")[name].people.n == 0


GOOD_FIGURE = Figure(EVIDENCE_LEAST, 0.8, SUBSTANTIAL, 0.9, BOTH_LEAST / EVIDENCE_LEAST)
BAD_FIGURE = Figure(EVIDENCE_LEAST, 0.3, 0.1, SUBSTANTIAL - 0.01, 0.5)
UNSURE = Figure(EVIDENCE_LEAST, 0.7, 0.4, 0.9, 0.5)
FEW = Figure(EVIDENCE_LEAST - 1, 1.0, 0.9, 1.0, 0.5)
NEVER_SEEN = Figure(300, 1.0, 0.99, 1.0, 1.0)


@pytest.mark.parametrize(
    ("between_people", "with_scorer", "trust"),
    [
        (GOOD_FIGURE, GOOD_FIGURE, Trust.AUTOMATIC),
        (GOOD_FIGURE, UNSURE, Trust.WITH_A_LOOK),
        (UNSURE, GOOD_FIGURE, Trust.WITH_A_LOOK),
        (GOOD_FIGURE, FEW, Trust.WITH_A_LOOK),
        (FEW, FEW, Trust.WITH_A_LOOK),
        (GOOD_FIGURE, BAD_FIGURE, Trust.PEOPLE_ONLY),
        (BAD_FIGURE, GOOD_FIGURE, Trust.PEOPLE_ONLY),
        (Figure(0), Figure(0), Trust.WITH_A_LOOK),
        (NEVER_SEEN, NEVER_SEEN, Trust.WITH_A_LOOK),
    ],
)
def test_a_badge_needs_both_gates(between_people, with_scorer, trust):
    assert trust_of(between_people, with_scorer) is trust
