"""What a lead sees of his team: from how many people on, with which reasons, and what is noted when he looks closer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert

from simulator import accounts, audit, employer, team_insight
from simulator.accounts import NotAllowedError, Role
from simulator.employer import EmployerSettings
from simulator.figures import scores_of, week_of
from simulator.store import people
from simulator.store.figures_rows import Sum, UserSum, add_to_team, add_to_user
from simulator.store.tables import memberships
from simulator.team_insight import Why, team_view
from tests import trail
from tests.conftest import NOW
from tests.services.test_figures import adjust, reply

TEAM = "veer-een"


def week(ago=0, day=NOW):
    return week_of(day) - timedelta(weeks=ago)


def join(store, name, since=NOW - timedelta(weeks=40), team=TEAM):
    with store.write() as connection:
        people.add(connection, name, "veer", name.title(), "nl", since)
        people.give_role(connection, name, team, Role.TRAINEE.value, since)
    return accounts.load(store, name)


def practise(store, who, ago=0, totals=(70.0,) * 5, passed=None, team=TEAM, day=NOW):
    """Figures of somebody's week, as counting replies leaves them."""
    n, total, squares = len(totals), sum(totals), sum(t * t for t in totals)
    good = len(totals) if passed is None else passed
    with store.write() as connection:
        add_to_user(connection, team, week(ago, day), who.id, UserSum(n, good, n, total, squares))
        sums = {
            "replies": Sum(n, n, n),
            "passed": Sum(n, good, good),
            "total": Sum(n, total, squares),
            "tone": Sum(n, total, squares),
            "criterion:tone.greets": Sum(n, n * 0.4, n * 0.16),
            "criterion:protocol.next_step": Sum(n, n * 0.9, n * 0.81),
            "scenario:internet-drie-dagen": Sum(n, total, squares),
            "time:within": Sum(n, n, n),
        }
        add_to_team(connection, team, week(ago, day), sums)


@pytest.fixture
def five(store, office):
    return [join(store, f"p{n}") for n in range(5)]


def view_of(store, office, **more):
    return team_view(store, office.lead, TEAM, NOW, **more)


def reasons(view, who):
    return {why for one in view.attention if one.user_id == who.id for why, _ in one.reasons}


def test_four_people_give_no_figures_and_five_do(store, office, five):
    for who in five[:4]:
        practise(store, who)
    few = view_of(store, office)
    assert (few.people, few.enough, few.total, few.weeks, few.attention) == (4, False, None, (), ())
    practise(store, five[4])
    assert (view_of(store, office).enough, view_of(store, office).total.n) == (True, 25)


def test_a_week_of_four_people_stays_empty(store, office, five):
    for who in five:
        practise(store, who)
    for who in five[:4]:
        practise(store, who, ago=1)
    earlier, this = view_of(store, office).weeks
    assert (earlier.people, earlier.replies, earlier.means) == (None, None, {})
    assert (this.people, this.replies, round(this.means["tone"].value)) == (5, 25, 70)


def test_the_period_is_the_one_that_was_chosen(store, office, five):
    for who in five:
        practise(store, who)
        practise(store, who, ago=6, totals=(10.0,) * 5)
    assert view_of(store, office, weeks=4).total.value == pytest.approx(70)
    assert view_of(store, office, weeks=12).total.value == pytest.approx(40)


def test_figures_carry_an_interval_and_n(store, office, five):
    for who in five:
        practise(store, who, totals=(60.0, 70.0, 80.0))
    total = view_of(store, office).total
    assert total.n == 15
    assert total.low < total.value < total.high


def test_criteria_stand_worst_first(store, office, five):
    for who in five:
        practise(store, who)
    names = [figure.name for figure in view_of(store, office).criteria]
    assert names == ["tone.greets", "protocol.next_step"]


def test_reply_times_stand_in_bands(store, office, five):
    for who in five:
        practise(store, who)
    assert view_of(store, office).bands == (("half", 0), ("within", 25), ("over", 0), ("far", 0))


def test_who_was_away_for_three_weeks_needs_attention(store, office, five):
    for who in five[:4]:
        practise(store, who)
    practise(store, five[4], ago=4)
    view = view_of(store, office)
    assert reasons(view, five[4]) == {Why.AWAY}
    assert reasons(view, five[0]) == set()


def test_who_never_practised_needs_attention_unless_he_is_new(store, office, five):
    for who in five:
        practise(store, who)
    old, new = join(store, "oud"), join(store, "nieuw", NOW - timedelta(days=3))
    view = view_of(store, office)
    assert (reasons(view, old), reasons(view, new)) == ({Why.AWAY}, set())


def test_falling_totals_need_attention_and_chance_does_not(store, office, five):
    for who in five:
        practise(store, who, ago=6, totals=(80.0, 82.0, 78.0, 80.0, 81.0, 79.0))
    practise(store, five[0], totals=(60.0, 62.0, 58.0, 61.0, 59.0, 60.0))
    practise(store, five[1], totals=(20.0, 95.0, 30.0, 100.0, 90.0, 99.0))
    view = view_of(store, office)
    assert Why.FALLING in reasons(view, five[0])
    assert Why.FALLING not in reasons(view, five[1])


def test_often_not_passed_needs_attention(store, office, five):
    for who in five:
        practise(store, who, passed=4)
    practise(store, five[2], totals=(40.0,) * 6, passed=0)
    assert reasons(view_of(store, office), five[2]) == {Why.NOT_PASSED}


def test_attention_names_nobody(store, office, five):
    for who in five:
        practise(store, who, passed=0)
    shown = view_of(store, office).attention
    assert {one.pseudonym for one in shown} >= {who.pseudonym for who in five}
    assert not any(who.name in repr(shown) for who in five)


def test_people_have_figures_only_where_the_employer_allows_it(store, office, five):
    for who in five:
        practise(store, who)
    assert {(m.replies, m.total) for m in view_of(store, office).members} == {(None, None)}
    employer.change(store, office.admin, EmployerSettings(names_compared=True), NOW)
    compared = {m.user_id: m.replies for m in view_of(store, office).members}
    assert compared["p0"] == 5


def test_even_then_four_people_are_not_compared(store, office, five):
    employer.change(store, office.admin, EmployerSettings(names_compared=True), NOW)
    for who in five[:4]:
        practise(store, who)
    assert {m.replies for m in view_of(store, office).members} == {None}


def test_figures_are_those_of_one_team(store, office, five):
    for who in five:
        practise(store, who)
        practise(store, who, team="veer-twee", totals=(10.0,) * 5)
    assert view_of(store, office).total.value == pytest.approx(70)


@pytest.mark.parametrize("who", ["trainee", "trainer", "admin", "other_lead", "foreign_lead"])
def test_only_a_lead_of_the_team_sees_it(store, office, who):
    with pytest.raises(NotAllowedError):
        team_view(store, getattr(office, who), TEAM, NOW)


def looks_at(store, who):
    return [row.what for row in trail.looks_at(store, who.id)]


def test_opening_somebodys_replies_is_noted_once_in_a_quarter(store, office, case):
    reply(store, office.trainee, case)
    for minutes in (0, 5, 14):
        work = team_insight.replies_of(
            store, office.lead, office.trainee.id, NOW + timedelta(minutes=minutes)
        )
    assert (work.name, len(work.replies)) == ("Trainee", 1)
    assert looks_at(store, office.trainee) == [audit.Look.REPLIES.value]
    team_insight.replies_of(store, office.lead, office.trainee.id, NOW + timedelta(minutes=16))
    assert len(looks_at(store, office.trainee)) == 2


def test_his_replies_in_another_team_stay_closed(store, office, case):
    reply(store, office.trainee, case)
    with store.write() as connection:
        connection.execute(
            insert(memberships).values(
                user_id=office.trainee.id, team_id="veer-twee", role=Role.TRAINEE.value, since=NOW
            )
        )
    assert team_insight.replies_of(store, office.other_lead, office.trainee.id, NOW).replies == ()


def test_a_reply_stands_there_with_the_score_that_counts(store, office, case):
    _, answered = reply(store, office.trainee, case)
    after = replace(scores_of(answered.scorecard), passed=False, total=12.0)
    adjust(store, office.trainee, answered, NOW, after)
    shown = team_insight.replies_of(store, office.lead, office.trainee.id, NOW).replies[0]
    assert (shown.total, shown.passed) == (12.0, False)


@pytest.mark.parametrize("who", ["colleague", "trainer", "admin", "other_lead", "foreign_lead"])
def test_nobody_else_opens_his_replies(store, office, who):
    with pytest.raises(NotAllowedError):
        team_insight.replies_of(store, getattr(office, who), office.trainee.id, NOW)
    assert looks_at(store, office.trainee) == []


def test_real_replies_reach_the_overview(store, office, case, five):
    for who in five:
        reply(store, accounts.load(store, who.id), case)
    view = view_of(store, office)
    assert (view.people, view.replies, view.total.n) == (5, 5, 5)
    assert view.scenarios[0].name == case.scenario.id
