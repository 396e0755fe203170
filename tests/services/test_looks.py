"""Which replies a lead is asked to look at, and the queue that they make."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from scoring import Action
from simulator import accounts, looks, practice, review, review_queue
from simulator.accounts import NotAllowedError
from simulator.employer import EmployerSettings, change
from simulator.looks import Reason
from simulator.practice import Mode
from simulator.review_queue import Filters
from simulator.run import load_run
from simulator.store import look_rows, people
from simulator.store.tables import user_weeks
from tests.conftest import NOW
from tests.services.test_practice import GOOD

BAD = "Zet hier je klantnummer en adres neer."
ALL = EmployerSettings(sample_share=1.0)
NONE = EmployerSettings(sample_share=0.0)


def answered(store, who, case, text=GOOD, now=NOW, team=True):
    """Answer the first message of a new attempt and give its turn."""
    attempt = practice.start(store, who, case, Mode.PRACTICE, now, clock_on=True, seed=0)
    turn = load_run(store, who, attempt).turns[0].id
    practice.submit(store, who, attempt, 1, text, Action.REPLY_PUBLIC, now + timedelta(seconds=60))
    return turn


def reasons_of(store, turn):
    with store.read() as connection:
        return {Reason(r.reason): r for r in look_rows.of_turns(connection, [turn])}


@pytest.fixture
def unsampled(store, office, now):
    change(store, office.admin, NONE, now)
    return office


def shown(store, who, filters=None, page=0):
    return review_queue.queue(store, who, filters or Filters(), NOW, page)


def test_a_reply_that_does_not_pass_names_what_decided(store, unsampled, case):
    found = reasons_of(store, answered(store, unsampled.trainee, case, BAD))
    assert "protocol.asks_personal_data_in_public" in found[Reason.NOT_PASSED].details


def test_a_good_reply_outside_the_sample_is_no_reason_to_look(store, unsampled, case):
    assert Reason.SAMPLE not in reasons_of(store, answered(store, unsampled.trainee, case))
    assert Reason.NOT_PASSED not in reasons_of(store, answered(store, unsampled.trainee, case))


def test_every_passed_reply_is_drawn_when_the_share_is_one(store, office, case, now):
    change(store, office.admin, ALL, now)
    assert Reason.SAMPLE in reasons_of(store, answered(store, office.trainee, case))


def test_a_reply_that_does_not_pass_is_no_random_sample(store, office, case, now):
    change(store, office.admin, ALL, now)
    assert Reason.SAMPLE not in reasons_of(store, answered(store, office.trainee, case, BAD))


def earlier(store, who, totals):
    with store.write() as connection:
        values = {
            "team_id": who.home_team,
            "week": date(2026, 10, 5),
            "user_id": who.id,
            "replies": len(totals),
        }
        sums = {"n": len(totals), "total": sum(totals), "squares": sum(t * t for t in totals), "passed": 0}
        connection.execute(insert(user_weeks).values(**values, **sums))


@pytest.mark.parametrize(("replies", "is_one"), [(20, True), (5, False)])
def test_a_total_far_from_enough_earlier_ones_is_an_outlier(store, unsampled, case, replies, is_one):
    earlier(store, unsampled.trainee, [97, 99, 98, 100] * 5 if replies == 20 else [97, 99, 98, 100, 98])
    found = reasons_of(store, answered(store, unsampled.trainee, case, BAD))
    assert (Reason.OUTLIER in found) is is_one


def test_a_total_near_the_earlier_ones_is_no_outlier(store, unsampled, case):
    total = 85
    earlier(store, unsampled.trainee, [total - 20, total + 10, total, total - 5] * 5)
    assert Reason.OUTLIER not in reasons_of(store, answered(store, unsampled.trainee, case))


def test_a_turn_taken_over_by_a_new_try_is_not_looked_at_again(store, office, case, now):
    change(store, office.admin, ALL, now)
    first = answered(store, office.trainee, case)
    practice.go_on(store, office.trainee, _attempt(store, first), NOW + timedelta(seconds=90))
    again = practice.retry(store, office.trainee, _attempt(store, first), 2, NOW + timedelta(seconds=99))
    copy = load_run(store, office.trainee, again).turns[0]
    assert copy.copied
    assert Reason.SAMPLE in reasons_of(store, first)
    assert reasons_of(store, copy.id) == {}


def _attempt(store, turn):
    from simulator.store import review_rows

    with store.read() as connection:
        return review_rows.place(connection, turn).attempt_id


def test_a_trainee_asks_for_a_look_and_sees_that_he_did(store, unsampled, case, now):
    turn = answered(store, unsampled.trainee, case)
    assert looks.ask(store, unsampled.trainee, _attempt(store, turn), turn, now)
    run = load_run(store, unsampled.trainee, _attempt(store, turn))
    assert looks.asked_at(store, unsampled.trainee, run, turn) == now


def test_nobody_asks_for_a_look_at_somebody_elses_reply(store, unsampled, case, now):
    turn = answered(store, unsampled.trainee, case)
    with pytest.raises(NotAllowedError):
        looks.ask(store, unsampled.colleague, _attempt(store, turn), turn, now)


def test_the_queue_has_one_row_a_reply_with_all_its_reasons(store, unsampled, case, now):
    turn = answered(store, unsampled.trainee, case, BAD)
    looks.ask(store, unsampled.trainee, _attempt(store, turn), turn, now)
    page = shown(store, unsampled.lead)
    assert (page.total, len(page.items)) == (1, 1)
    assert [r for r, _ in page.items[0].reasons][:2] == [Reason.ASKED, Reason.NOT_PASSED]


def test_what_people_asked_for_comes_first_and_then_the_newest(store, unsampled, case, now):
    old = answered(store, unsampled.trainee, case, BAD)
    new = answered(store, unsampled.trainee, case, BAD, now + timedelta(hours=1))
    asked = answered(store, unsampled.trainee, case, GOOD, now - timedelta(hours=1))
    looks.ask(store, unsampled.trainee, _attempt(store, asked), asked, now - timedelta(minutes=30))
    assert review_queue.order(store, unsampled.lead, Filters()) == (asked, new, old)


def test_a_lead_sees_only_his_own_teams_people(store, unsampled, case):
    answered(store, unsampled.trainee, case, BAD)
    assert shown(store, unsampled.other_lead).total == 0
    assert shown(store, unsampled.foreign_lead).total == 0


def test_a_lead_does_not_judge_himself(store, unsampled, case):
    turn = answered(store, unsampled.lead, case, BAD)
    assert shown(store, unsampled.lead).total == 0
    with pytest.raises(NotAllowedError):
        review.open_reply(store, unsampled.lead, turn, NOW)


def test_a_trainee_has_no_queue(store, unsampled):
    for act in (shown, review_queue.people, review_queue.settings_for):
        with pytest.raises(NotAllowedError):
            act(store, unsampled.trainee)


def test_who_left_the_job_leaves_the_queue(store, unsampled, case):
    answered(store, unsampled.trainee, case, BAD)
    with store.write() as connection:
        people.change(connection, unsampled.trainee.id, active=False)
    assert shown(store, unsampled.lead).total == 0


def test_filters_keep_what_fits(store, unsampled, case, now):
    turn = answered(store, unsampled.trainee, case, BAD)
    fits = Filters(Reason.NOT_PASSED, case.scenario.id, unsampled.trainee.id, now)
    assert [i.turn_id for i in shown(store, unsampled.lead, fits).items] == [turn]


@pytest.mark.parametrize(
    "filters",
    [
        Filters(reason=Reason.DISPUTED),
        Filters(scenario_id="een-ander"),
        Filters(user_id="u-colleague"),
        Filters(since=NOW + timedelta(days=1)),
    ],
    ids=["reason", "scenario", "trainee", "period"],
)
def test_each_filter_keeps_out_what_does_not_fit(store, unsampled, case, filters):
    answered(store, unsampled.trainee, case, BAD)
    assert shown(store, unsampled.lead, filters).total == 0


def test_names_stay_apart_unless_the_employer_lets_them_be_compared(store, unsampled, case, now):
    answered(store, unsampled.trainee, case, BAD)
    assert shown(store, unsampled.lead).items[0].who == unsampled.trainee.pseudonym
    assert unsampled.trainee.name not in review_queue.people(store, unsampled.lead).values()
    change(store, unsampled.admin, EmployerSettings(names_compared=True, sample_share=0), now)
    assert shown(store, unsampled.lead).items[0].who == unsampled.trainee.name
    assert unsampled.trainee.name in review_queue.people(store, unsampled.lead).values()


def test_a_page_has_its_share_and_the_rest_follows(store, unsampled, case, monkeypatch):
    monkeypatch.setattr(review_queue, "PAGE", 2)
    turns = {answered(store, unsampled.trainee, case, BAD, NOW + timedelta(minutes=m)) for m in range(3)}
    first, second = shown(store, unsampled.lead), shown(store, unsampled.lead, page=1)
    assert [first.total, len(first.items), len(second.items)] == [3, 2, 1]
    assert {i.turn_id for i in (*first.items, *second.items)} == turns


def test_pages_go_on_from_what_people_asked_for_to_the_rest(store, unsampled, case, now, monkeypatch):
    monkeypatch.setattr(review_queue, "PAGE", 2)
    turns = [answered(store, unsampled.trainee, case, BAD, NOW + timedelta(minutes=m)) for m in range(3)]
    looks.ask(store, unsampled.trainee, _attempt(store, turns[0]), turns[0], now)
    pages = [[i.turn_id for i in shown(store, unsampled.lead, page=p).items] for p in range(3)]
    assert pages == [[turns[0], turns[2]], [turns[1]], []]
    assert shown(store, unsampled.lead, page=1).total == 3


def test_counting_stops_where_an_exact_number_helps_nobody(store, unsampled, case, monkeypatch):
    monkeypatch.setattr(look_rows, "COUNT_MOST", 1)
    for minute in range(3):
        answered(store, unsampled.trainee, case, BAD, NOW + timedelta(minutes=minute))
    page = shown(store, unsampled.lead)
    assert (page.total, len(page.items)) == (2, 3)


def test_a_reason_that_is_done_opens_again(store, unsampled, case, now):
    turn = answered(store, unsampled.trainee, case, BAD)
    with store.write() as connection:
        looks.done(connection, turn, unsampled.lead, now)
    assert shown(store, unsampled.lead).total == 0
    looks.ask(store, unsampled.trainee, _attempt(store, turn), turn, now)
    assert [r for r, _ in shown(store, unsampled.lead).items[0].reasons] == [Reason.ASKED]


def test_without_a_team_nobody_is_asked_to_look(store, case, now):
    with store.write() as connection:
        people.add_employer(connection, "los", "Los", now)
        people.add_team(connection, "los-een", "los", "Los een", now)
        people.add(connection, "u-los", "los", "Los", "nl", now)
        people.give_role(connection, "u-los", "los-een", "trainee", now)
    who = accounts.load(store, "u-los")
    attempt = practice.start(store, who, case, Mode.PRACTICE, now, clock_on=False, seed=0)
    with store.write() as connection:
        from simulator.store.tables import attempts

        connection.execute(attempts.update().where(attempts.c.id == attempt).values(team_id=None))
    turn = load_run(store, who, attempt).turns[0].id
    practice.submit(store, who, attempt, 1, BAD, Action.REPLY_PUBLIC, now + timedelta(seconds=5))
    assert reasons_of(store, turn) == {}
    assert not looks.ask(store, who, attempt, turn, now)
