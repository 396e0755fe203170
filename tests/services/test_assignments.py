"""Assignments: who may give them, to whom, what makes them done, late or gone."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from sqlalchemy import select

from scoring import Action
from simulator import accounts, assignments, practice
from simulator.accounts import NotAllowedError, Role
from simulator.assignments import Standing
from simulator.practice import Mode
from simulator.store import people
from simulator.store.tables import audit_events
from tests.conftest import NOW
from tests.services.test_practice import GOOD

TEAM = "veer-een"
LAST = "Ik bel nu met de planning en laat het je vandaag voor 17 uur weten. ^SV"


def later(**time):
    return NOW + timedelta(**time)


def give(store, office, case, people_=("u-trainee",), **options):
    return assignments.assign(store, office.lead, TEAM, [case], people_, NOW, **options)


def finish(store, who, case, at):
    """Answer both turns of the scenario; the attempt ends."""
    attempt = practice.start(store, who, case, Mode.PRACTICE, at, clock_on=False)
    practice.submit(store, who, attempt, 1, GOOD, Action.REPLY_PUBLIC, at)
    practice.go_on(store, who, attempt, at)
    practice.submit(store, who, attempt, 2, LAST, Action.REPLY_PUBLIC, at)
    return attempt


def review(store, office, case):
    """A stored review of an answer of the trainee; gives its id."""
    attempt = practice.start(store, office.trainee, case, Mode.PRACTICE, NOW, clock_on=False)
    practice.submit(store, office.trainee, attempt, 1, GOOD, Action.REPLY_PUBLIC, NOW)
    from simulator import review as reviewing
    from simulator.review import Judgement, Outcome
    from simulator.store import practice_rows, review_rows

    with store.read() as connection:
        turn = practice_rows.attempt_with_turns(connection, attempt).turns[0].id
        card = review_rows.newest_card(connection, turn)
    judgement = Judgement(Outcome.AGREED, "Goed gezien.")
    return reviewing.submit_review(store, office.lead, turn, card.id, judgement, NOW), attempt


def test_an_assignment_is_seen_by_the_one_who_does_it_with_date_and_note(store, office, case):
    assert give(store, office, case, due_at=later(days=7), note="  Let op de toon. ") == 1
    (mine,) = assignments.mine(store, office.trainee, NOW)
    assert (mine.scenario_id, mine.due_at, mine.note) == (
        case.scenario.id,
        later(days=7),
        "Let op de toon.",
    )
    assert assignments.mine(store, office.colleague, NOW) == []


def test_the_whole_team_means_its_trainees(store, office, case):
    assert give(store, office, case, None) == 2
    asked = {a.user_id for a in assignments.given(store, office.lead, NOW)}
    assert asked == {office.trainee.id, office.colleague.id}


def test_who_still_has_it_to_do_is_not_asked_twice(store, office, case):
    give(store, office, case)
    assert give(store, office, case, None) == 1
    assert len(assignments.mine(store, office.trainee, NOW)) == 1


def test_who_did_it_can_be_asked_again(store, office, case):
    give(store, office, case)
    finish(store, office.trainee, case, later(hours=1))
    assert give(store, office, case) == 1


def test_finishing_an_attempt_makes_it_done_with_that_attempt(store, office, case):
    give(store, office, case, None)
    attempt = finish(store, office.trainee, case, later(hours=1))
    by_person = {a.user_id: a for a in assignments.given(store, office.lead, later(hours=2))}
    done, still = by_person[office.trainee.id], by_person[office.colleague.id]
    assert (done.standing, done.attempt_id, done.done_at) == (Standing.DONE, attempt, later(hours=1))
    assert still.standing is Standing.OPEN
    assert assignments.mine(store, office.trainee, NOW) == []


def test_an_attempt_that_is_not_finished_leaves_it_open(store, office, case):
    give(store, office, case)
    attempt = practice.start(store, office.trainee, case, Mode.PRACTICE, NOW, clock_on=False)
    practice.submit(store, office.trainee, attempt, 1, GOOD, Action.REPLY_PUBLIC, NOW)
    assert len(assignments.mine(store, office.trainee, NOW)) == 1


def test_an_assignment_is_late_after_its_date_until_it_is_done(store, office, case):
    give(store, office, case, due_at=later(days=1))

    def standing():
        return assignments.given(store, office.lead, later(days=2))[0].standing

    assert assignments.given(store, office.lead, NOW)[0].standing is Standing.OPEN
    assert standing() is Standing.LATE
    finish(store, office.trainee, case, later(days=2))
    assert standing() is Standing.DONE


def test_the_nearest_date_comes_first_and_without_a_date_last(store, office, case):
    for number, due in enumerate((None, later(days=5), later(days=2))):
        scenario = case.scenario.model_copy(update={"id": f"zaak-{number}"})
        other = dataclasses.replace(case, scenario=scenario)
        assignments.assign(store, office.lead, TEAM, [other], [office.trainee.id], NOW, due_at=due)
    order = [a.scenario_id for a in assignments.mine(store, office.trainee, NOW)]
    assert order == ["zaak-2", "zaak-1", "zaak-0"]


def test_withdrawn_is_gone_for_both_and_done_stays(store, office, case):
    give(store, office, case, None)
    finish(store, office.trainee, case, later(hours=1))
    ids = [a.id for a in assignments.given(store, office.lead, NOW)]
    assignments.withdraw(store, office.lead, ids, later(hours=2))
    assert [a.user_id for a in assignments.given(store, office.lead, NOW)] == [office.trainee.id]
    assert assignments.mine(store, office.colleague, NOW) == []


@pytest.mark.parametrize("who", ["trainee", "trainer", "admin", "other_lead", "foreign_lead"])
def test_only_a_lead_of_the_team_assigns_and_withdraws(store, office, case, who):
    give(store, office, case)
    (given,) = assignments.given(store, office.lead, NOW)
    actor = getattr(office, who)
    with pytest.raises(NotAllowedError):
        assignments.assign(store, actor, TEAM, [case], None, NOW)
    with pytest.raises(NotAllowedError):
        assignments.withdraw(store, actor, [given.id], NOW)
    assert len(assignments.mine(store, office.trainee, NOW)) == 1


def test_another_teams_assignments_are_not_in_a_leads_list(store, office, case):
    give(store, office, case)
    assert assignments.given(store, office.other_lead, NOW) == []


def test_somebody_of_another_team_cannot_be_asked(store, office, case):
    with pytest.raises(assignments.NobodyError):
        give(store, office, case, [office.trainee.id, office.other_trainee.id])
    assert assignments.mine(store, office.trainee, NOW) == []


def test_somebody_who_left_cannot_be_asked(store, office, case):
    with store.write() as connection:
        people.change(connection, office.trainee.id, active=False)
    with pytest.raises(assignments.NobodyError):
        give(store, office, case)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"due_at": NOW}, assignments.PastDateError),
        ({"note": "x" * (assignments.NOTE_MOST + 1)}, assignments.NoteTooLongError),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_given(store, office, case, options, error):
    with pytest.raises(error):
        give(store, office, case, **options)
    assert assignments.given(store, office.lead, NOW) == []


def test_a_scenario_that_trainees_cannot_practise_is_refused(store, office, case):
    draft = dataclasses.replace(case, scenario=case.scenario.model_copy(update={"status": "draft"}))
    for cases in ([], [case, draft]):
        with pytest.raises(assignments.NoScenarioError):
            assignments.assign(store, office.lead, TEAM, cases, None, NOW)


def test_another_try_is_asked_once_per_review(store, office, case):
    key, _ = review(store, office, case)
    for _ in range(2):
        with store.write() as connection:
            given = (key, office.trainee.id, TEAM, case.scenario.id)
            assignments.give_again(connection, *given, office.lead, "Probeer de toon nog eens.", NOW)
    (mine,) = assignments.mine(store, office.trainee, NOW)
    assert (mine.again, mine.note) == (True, "Probeer de toon nog eens.")


def test_another_try_is_done_by_an_attempt_begun_after_it_was_asked(store, office, case):
    key, begun_before = review(store, office, case)
    with store.write() as connection:
        given = (key, office.trainee.id, TEAM, case.scenario.id)
        assignments.give_again(connection, *given, office.lead, "", later(minutes=1))
    practice.go_on(store, office.trainee, begun_before, later(minutes=2))
    practice.submit(store, office.trainee, begun_before, 2, LAST, Action.REPLY_PUBLIC, later(minutes=3))
    assert len(assignments.mine(store, office.trainee, NOW)) == 1
    finish(store, office.trainee, case, later(minutes=4))
    assert assignments.mine(store, office.trainee, NOW) == []


def test_each_assignment_is_in_the_audit_trail_without_words(store, office, case):
    give(store, office, case, None, note="Geheim")
    with store.read() as connection:
        found = connection.execute(select(audit_events).where(audit_events.c.event == "assigned")).all()
    assert {row.about_id for row in found} == {office.trainee.id, office.colleague.id}
    assert not any("Geheim" in row.details for row in found)


def test_a_lead_of_two_teams_sees_both(store, office, case):
    with store.write() as connection:
        people.give_role(connection, office.lead.id, "veer-twee", Role.LEAD.value, NOW)
    lead = accounts.load(store, office.lead.id)
    give(store, office, case)
    assignments.assign(store, lead, "veer-twee", [case], None, NOW)
    assert {a.team_id for a in assignments.given(store, lead, NOW)} == {TEAM, "veer-twee"}
    assert [m.user_id for m in assignments.trainees(store, lead, "veer-twee")] == [office.other_trainee.id]
