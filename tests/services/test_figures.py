"""A team's figures: counted along with each reply and each change of a score, and the same when counted anew."""

from __future__ import annotations

import random
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, insert, select

from scoring import Action
from simulator import figures, practice
from simulator.figures import Scores
from simulator.practice import Mode
from simulator.store.tables import final_scores, reviews, scorecards, team_weeks, turns, user_weeks
from tests.conftest import NOW
from tests.services.test_practice import GOOD

TEXTS = (
    GOOD,
    "Bel de klantenservice.",
    "Dag Sanne, wat vervelend. Ik zoek het uit. ^SV",
    "Sorry! Stuur je ons een DM met je postcode? ^SV",
)
WEEK = date(2026, 11, 16)


def reply(store, who, case, at=NOW, text=GOOD, seconds=60, clock_on=True):
    attempt = practice.start(store, who, case, Mode.PRACTICE, at, clock_on=clock_on, seed=0)
    answered = practice.submit(
        store, who, attempt, 1, text, Action.REPLY_PUBLIC, at + timedelta(seconds=seconds)
    )
    return attempt, answered


def team_figures(store):
    with store.read() as connection:
        return {
            (row.team_id, row.week, row.measure): (row.n, row.total, row.squares)
            for row in connection.execute(select(team_weeks))
            if row.n or row.total
        }


def user_figures(store):
    with store.read() as connection:
        return {
            (row.team_id, row.week, row.user_id): (row.replies, row.passed, row.n, row.total, row.squares)
            for row in connection.execute(select(user_weeks))
        }


def adjust(store, who, answered, at, after):
    """What the review of a reply stores: final scores, and the figures moved, in one transaction."""
    turn_id = answered.answer.turn_id
    before = figures.scores_of(answered.scorecard)
    with store.write() as connection:
        found = connection.execute(
            select(final_scores).where(final_scores.c.turn_id == turn_id).order_by(final_scores.c.id.desc())
        ).first()
        if found:
            before = Scores(*(getattr(found, name) for name in Scores.__dataclass_fields__))
        card = connection.scalar(select(scorecards.c.id).where(scorecards.c.turn_id == turn_id))
        review = str(uuid.uuid4())
        connection.execute(
            insert(reviews).values(
                id=review, turn_id=turn_id, scorecard_id=card, reviewer_id=who.id, at=at, outcome="adjusted",
                blind=False, comment="", compliment=False,
            )
        )  # fmt: skip
        values = {name: getattr(after, name) for name in Scores.__dataclass_fields__}
        connection.execute(insert(final_scores).values(turn_id=turn_id, review_id=review, at=at, **values))
        figures.move(
            connection,
            team_id=who.home_team,
            user_id=who.id,
            answered_at=answered.answer.submitted_at,
            before=before,
            after=after,
        )


def test_a_reply_is_counted_in_the_week_of_its_team(store, office, case):
    _, answered = reply(store, office.trainee, case)
    found = team_figures(store)
    assert found["veer-een", WEEK, "replies"] == (1, 1.0, 1.0)
    assert found["veer-een", WEEK, "total"][:2] == (1, answered.scorecard.total)
    assert found["veer-een", WEEK, f"scenario:{case.scenario.id}"][1] == answered.scorecard.total


def test_a_week_begins_on_monday_in_utc():
    sunday = datetime(2026, 11, 22, 23, 59, tzinfo=UTC)
    assert figures.week_of(sunday) == WEEK
    assert figures.week_of(sunday + timedelta(minutes=1)) == WEEK + timedelta(days=7)


def test_two_replies_are_one_row_per_measure(store, office, case):
    totals = [reply(store, who, case)[1].scorecard.total for who in (office.trainee, office.colleague)]
    n, total, squares = team_figures(store)["veer-een", WEEK, "total"]
    assert (n, total) == (2, pytest.approx(sum(totals)))
    assert squares == pytest.approx(sum(t * t for t in totals))


def test_teams_are_counted_apart(store, office, case):
    reply(store, office.trainee, case)
    reply(store, office.other_trainee, case)
    assert {team for team, _, measure in team_figures(store) if measure == "replies"} == {
        "veer-een",
        "veer-twee",
    }


@pytest.mark.parametrize(
    ("seconds", "band"), [(30, "half"), (31, "within"), (60, "within"), (90, "over"), (91, "far")]
)
def test_a_band_is_a_share_of_the_target(seconds, band):
    assert figures.band_of(seconds, 60) == band


def test_a_reply_without_clock_has_no_time(store, office, case):
    reply(store, office.trainee, case, clock_on=False)
    assert not [m for _, _, m in team_figures(store) if m == "seconds" or m.startswith("time:")]


def test_a_reply_sent_twice_is_counted_once(store, office, case):
    attempt, _ = reply(store, office.trainee, case)
    practice.submit(store, office.trainee, attempt, 1, GOOD, Action.REPLY_PUBLIC, NOW + timedelta(minutes=2))
    assert user_figures(store)["veer-een", WEEK, office.trainee.id][0] == 1


def test_a_moved_score_counts_in_place_of_the_old_one(store, office, case):
    _, answered = reply(store, office.trainee, case, text="Bel de klantenservice.")
    after = replace(figures.scores_of(answered.scorecard), passed=True, total=90.0, tone=None)
    adjust(store, office.trainee, answered, NOW, after)
    found = team_figures(store)
    assert found["veer-een", WEEK, "total"][:2] == (1, pytest.approx(90.0))
    assert found["veer-een", WEEK, "passed"][1] == 1
    assert ("veer-een", WEEK, "tone") not in found
    assert user_figures(store)["veer-een", WEEK, office.trainee.id][:3] == (1, 1, 1)


@pytest.fixture
def changed(store):
    """The tables that were changed, in order, each once."""
    tables = []

    def note(_connection, _cursor, statement, *_more):
        verb, *rest = statement.split(None, 3)
        if verb == "INSERT" and rest[1] not in tables[-1:]:
            tables.append(rest[1])

    event.listen(store.engine, "before_cursor_execute", note)
    yield tables
    event.remove(store.engine, "before_cursor_execute", note)


def test_a_reply_counts_last_for_its_team_and_then_for_its_writer(store, office, case, changed):
    reply(store, office.trainee, case)
    assert changed[-2:] == ["team_weeks", "user_weeks"]


def test_a_moved_score_takes_the_figures_in_the_same_order(store, office, case, changed):
    _, answered = reply(store, office.trainee, case)
    after = replace(figures.scores_of(answered.scorecard), total=1.0)
    changed.clear()
    adjust(store, office.trainee, answered, NOW, after)
    assert changed[-2:] == ["team_weeks", "user_weeks"]


def test_counting_along_is_counting_anew(store, office, case):
    """A seeded mix of replies of two weeks, new tries that take a turn over, and scores moved up to twice."""
    chance = random.Random(7)
    people = (office.trainee, office.colleague, office.other_trainee, office.foreign_trainee)
    for number in range(24):
        who, at = chance.choice(people), NOW + timedelta(days=chance.randrange(14), minutes=number)
        text, seconds = chance.choice(TEXTS), chance.randrange(20, 900)
        attempt, answered = reply(store, who, case, at, text, seconds, clock_on=chance.random() < 0.7)
        for _ in range(chance.randrange(3)):
            after = Scores(chance.random() < 0.5, *(chance.choice((None, 40.5, 77.7)) for _ in range(5)))
            adjust(store, who, answered, at, after)
        if chance.random() < 0.4:
            later = at + timedelta(seconds=seconds + 30)
            practice.go_on(store, who, attempt, later)
            practice.submit(store, who, attempt, 2, "Ik bel nu. ^SV", Action.REPLY_PUBLIC, later)
            practice.retry(store, who, attempt, 2, later)
    along, along_users = team_figures(store), user_figures(store)
    with store.read() as connection:
        copied = connection.execute(select(turns.c.id).where(turns.c.copied)).all()
    assert copied
    figures.recount(store)
    assert len(along) > 50
    assert team_figures(store) == {key: pytest.approx(value) for key, value in along.items()}
    assert user_figures(store) == {key: pytest.approx(value) for key, value in along_users.items()}


_SCORES = st.builds(Scores, st.booleans(), *(st.none() | st.integers(0, 100).map(float) for _ in range(5)))


@given(_SCORES, st.lists(_SCORES, max_size=4))
def test_moving_back_and_forth_leaves_what_came_last(first, course):
    """The sums themselves, without a database: what is taken out is exactly what was put in."""
    sums = figures._sums(figures._of_scores(first))
    for before, after in zip([first, *course], course, strict=False):
        for name, value in figures._sums(figures._of_scores(after)).items():
            sums[name] = sums.get(name, figures.Sum(0, 0.0, 0.0)).plus(value)
        for name, value in figures._sums(figures._of_scores(before)).items():
            sums[name] = sums[name].plus(value, -1)
    last = course[-1] if course else first
    assert {n: s for n, s in sums.items() if any(s)} == figures._sums(figures._of_scores(last))
