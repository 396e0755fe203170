"""A lead's review: who may, the lock, what is stored, and what it makes of the scores."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Dimension
from scoring.serial import to_json
from simulator import accounts, review, review_queue, review_reading
from simulator.accounts import NotAllowedError
from simulator.figures import scores_of
from simulator.review import Judgement, LockedError, Outcome, SpanComment
from simulator.review_queue import Filters
from simulator.review_scores import (
    PASSED,
    Adjustment,
    BadAdjustmentError,
    Why,
    adjusted,
    automatic_of,
    check,
    check_own,
    criteria_of,
)
from simulator.review_types import BadReviewError, StaleError, check_judgement
from simulator.run import UnknownAttemptError, load_run
from simulator.store import people, practice_rows, review_rows
from simulator.store.tables import assignments, team_weeks
from tests.conftest import NOW
from tests.services.test_looks import BAD, answered
from tests.services.test_practice import GOOD
from tests.trail import events as events_of
from tests.trail import looks_at

LATER = NOW + timedelta(minutes=5)
WHOLE = {"speed": 70.0, "tone": 70.0, "personalisation": 70.0, "protocol": 70.0, PASSED: 1.0}
AGREE = Judgement(Outcome.AGREED, "Goed gezien.")


@pytest.fixture
def second_lead(store, office, now):
    with store.write() as connection:
        people.add(connection, "u-second", "veer", "Tweede Leider", "nl", now)
        people.give_role(connection, "u-second", "veer-een", "lead", now)
    return accounts.load(store, "u-second")


@pytest.fixture
def bad(store, office, case):
    """A reply that asks for data in public, opened by its lead."""
    return review.open_reply(store, office.lead, answered(store, office.trainee, case, BAD), LATER)


@pytest.fixture
def good(store, office, case):
    return review.open_reply(store, office.lead, answered(store, office.trainee, case, GOOD), LATER)


def submit(store, who, opened, judgement, **more):
    return review.submit_review(store, who, opened.turn.id, opened.card_id, judgement, LATER, **more)


def adjust(*adjustments, outcome=Outcome.ADJUSTED, comment=""):
    return Judgement(outcome, comment, adjustments=adjustments)


def final(store, opened):
    with store.read() as connection:
        return review_rows.finals(connection, [opened.turn.id]).get(opened.turn.id)


def tone(value, why=Why.TOO_STRICT, words=""):
    return Adjustment("tone", value, why, words)


def test_opening_a_reply_is_logged_for_the_trainee(store, office, bad):
    (look,) = looks_at(store, office.trainee.id)
    assert (look.actor_id, look.attempt_id) == (office.lead.id, bad.place.attempt_id)


def test_only_a_lead_of_the_team_opens_holds_and_judges(store, office, bad):
    for who in (
        office.trainee,
        office.colleague,
        office.trainer,
        office.admin,
        office.other_lead,
        office.foreign_lead,
    ):
        for act in (
            lambda who=who: review.open_reply(store, who, bad.turn.id, LATER),
            lambda who=who: review.hold(store, who, bad.turn.id, LATER),
            lambda who=who: review.store_own_scores(store, who, bad.turn.id, bad.card_id, {}, LATER),
            lambda who=who: submit(store, who, bad, AGREE),
            lambda who=who: review_reading.history(store, who, bad.turn.id),
            lambda who=who: review_reading.standing(store, who, bad.turn.id, bad.basis),
        ):
            with pytest.raises(NotAllowedError):
                act()


def test_an_unknown_reply_is_said_to_be_unknown(store, office):
    with pytest.raises(UnknownAttemptError):
        review.open_reply(store, office.lead, "nergens", LATER)


def test_a_second_lead_sees_who_has_it_and_cannot_judge(store, office, second_lead, bad):
    mine = review.hold(store, office.lead, bad.turn.id, LATER)
    held = review.hold(store, second_lead, bad.turn.id, LATER + timedelta(minutes=14))
    assert (held.user_id, held.name, held.until) == (office.lead.id, office.lead.name, mine.until)
    with pytest.raises(LockedError):
        submit(store, second_lead, bad, AGREE)
    assert review_queue.queue(store, second_lead, Filters(), LATER).items[0].held_by == office.lead.name


def test_a_lock_that_is_over_is_taken_over(store, office, second_lead, bad):
    review.hold(store, office.lead, bad.turn.id, LATER)
    assert review.hold(store, second_lead, bad.turn.id, LATER + review.LOCK).user_id == second_lead.id


def test_a_lock_is_renewed_while_the_page_is_open(store, office, second_lead, bad):
    for minute in (0, 10, 20):
        review.hold(store, office.lead, bad.turn.id, LATER + timedelta(minutes=minute))
    assert (
        review.hold(store, second_lead, bad.turn.id, LATER + timedelta(minutes=30)).user_id == office.lead.id
    )


def test_a_review_gives_the_lock_back(store, office, second_lead, bad):
    review.hold(store, office.lead, bad.turn.id, LATER)
    submit(store, office.lead, bad, AGREE)
    assert review.hold(store, second_lead, bad.turn.id, LATER).user_id == second_lead.id


def test_a_lead_gives_back_only_his_own_lock(store, office, second_lead, bad):
    review.hold(store, office.lead, bad.turn.id, LATER)
    review.let_go(store, second_lead, bad.turn.id)
    assert review.hold(store, second_lead, bad.turn.id, LATER).user_id == office.lead.id
    review.let_go(store, office.lead, bad.turn.id)
    assert review.hold(store, second_lead, bad.turn.id, LATER).user_id == second_lead.id


def own_reviews(store, office, opened):
    run = load_run(store, office.trainee, opened.place.attempt_id)
    return review_reading.own_reviews(store, office.trainee, run)


def test_agreeing_stores_the_review_and_leaves_the_scores(store, office, bad):
    submit(store, office.lead, bad, AGREE)
    (told,) = own_reviews(store, office, bad)
    assert (told.reviews[0].row.outcome, told.reviews[0].row.comment, told.final) == (
        "agreed",
        "Goed gezien.",
        None,
    )


def test_a_reviewed_reply_leaves_the_queue(store, office, bad):
    assert bad.turn.id in review_queue.order(store, office.lead, Filters())
    submit(store, office.lead, bad, AGREE)
    assert bad.turn.id not in review_queue.order(store, office.lead, Filters())


def test_two_clicks_make_one_review(store, office, bad):
    for _ in range(2):
        submit(store, office.lead, bad, adjust(tone(90)), review_id="een")
    assert len(review_reading.history(store, office.lead, bad.turn.id)) == 1


def test_an_adjusted_dimension_counts_and_the_scorecard_stays(store, office, good):
    before = load_run(store, office.trainee, good.place.attempt_id).scorecards[good.turn.id]
    submit(store, office.lead, good, adjust(tone(40.0, words="Klinkt kil.")))
    after = load_run(store, office.trainee, good.place.attempt_id).scorecards[good.turn.id]
    assert to_json(before) == to_json(after)
    assert final(store, good).tone == 40.0
    assert final(store, good).protocol == before.value_of(Dimension.PROTOCOL)
    assert final(store, good).total < before.total
    (told,) = own_reviews(store, office, good)
    (change,) = told.reviews[0].adjustments
    assert (change.automatic, change.adjusted, change.words) == (
        before.value_of(Dimension.TONE),
        40.0,
        "Klinkt kil.",
    )


def test_undoing_a_criterion_gives_back_its_effect(store, office, good):
    name = next(f.criterion for f in good.card.findings if f.effect < 0 and "." in f.criterion)
    lost = {
        d: -sum(f.effect for f in good.card.findings if (f.criterion, f.dimension) == (name, d))
        for d in Dimension
    }
    submit(store, office.lead, good, adjust(Adjustment(name, 1, Why.MISREAD)))
    got = {d: getattr(final(store, good), d.value) for d in Dimension}
    assert got == {d: pytest.approx(good.card.value_of(d) + lost[d], abs=0.1) for d in Dimension}
    assert any(lost.values())


def test_undoing_one_of_many_faults_in_a_dimension_at_zero_gives_what_scoring_would(bad):
    protocol = [f for f in bad.card.findings if f.dimension is Dimension.PROTOCOL and f.effect < 0]
    assert bad.card.value_of(Dimension.PROTOCOL) == 0
    name = protocol[0].criterion
    rest = 100 + sum(f.effect for f in protocol if f.criterion != name)
    after = adjusted(bad.basis, scores_of(bad.card), {}, [Adjustment(name, 1, Why.MISREAD)])
    assert after.protocol == pytest.approx(max(0, rest), abs=0.1)


def test_taking_a_criterion_away_costs_the_points_that_it_kept(good):
    met = next(
        f for f in good.card.findings if f.earned > 0 and f.effect == 0 and f.dimension is Dimension.TONE
    )
    after = adjusted(good.basis, scores_of(good.card), {}, [Adjustment(met.criterion, 0, Why.TOO_LENIENT)])
    assert after.tone == pytest.approx(good.card.value_of(Dimension.TONE) - met.earned, abs=0.1)


def test_undoing_the_only_critical_finding_lets_a_good_total_pass(good):
    critical = dataclasses.replace(good.card.findings[0], critical=True)
    card = dataclasses.replace(good.card, findings=(critical, *good.card.findings[1:]))
    on = dataclasses.replace(good.basis, card=card)
    now = dataclasses.replace(scores_of(card), passed=False)
    assert adjusted(on, now, {}, [Adjustment(critical.criterion, 1, Why.MISREAD)]).passed


def test_the_verdict_can_be_set_apart_from_the_points(store, office, bad):
    submit(store, office.lead, bad, adjust(Adjustment(PASSED, 1, Why.MISSING_CONTEXT)))
    assert (final(store, bad).passed, final(store, bad).total) == (True, bad.card.total)


def test_a_total_below_the_mark_does_not_pass_any_more(store, office, good):
    submit(store, office.lead, good, adjust(Adjustment("protocol", 0, Why.TOO_LENIENT)))
    assert good.card.passed
    assert not final(store, good).passed


def test_undoing_the_same_criterion_twice_gives_its_points_once(store, office, bad):
    name = next(c for c in criteria_of(bad.basis) if automatic_of(bad.basis, c) == 0)
    for _ in range(2):
        submit(store, office.lead, bad, adjust(Adjustment(name, 1, Why.MISREAD)))
        seen = final(store, bad)
    submit(store, office.lead, bad, adjust(Adjustment(name, 1, Why.MISREAD)))
    assert final(store, bad).total == seen.total


def test_a_second_review_builds_on_the_first(store, office, good):
    submit(store, office.lead, good, adjust(tone(50)))
    submit(store, office.lead, good, adjust(Adjustment("protocol", 60, Why.RULE_WRONG)))
    assert (final(store, good).tone, final(store, good).protocol) == (50, 60)


def week_total(store, team):
    with store.read() as connection:
        rows = connection.execute(team_weeks.select().where(team_weeks.c.team_id == team)).all()
    return {r.measure: (r.n, round(r.total, 1)) for r in rows}


def test_the_teams_figures_move_with_an_adjustment(store, office, good):
    before = week_total(store, "veer-een")["tone"]
    submit(store, office.lead, good, adjust(tone(40)))
    after = week_total(store, "veer-een")["tone"]
    assert (before[0], after) == (after[0], (1, 40.0))
    assert before[1] != 40.0


@pytest.mark.parametrize(
    ("adjustments", "code"),
    [
        ([tone(101)], "review-error-bounds"),
        ([tone(-1)], "review-error-bounds"),
        ([tone(float("nan"))], "review-error-bounds"),
        ([Adjustment(PASSED, 0.5, Why.MISREAD)], "review-error-bounds"),
        ([Adjustment("tone.bestaat_niet", 1, Why.MISREAD)], "review-error-unknown"),
        ([tone(50), tone(60)], "review-error-twice"),
        ([tone(50, Why.OTHER, "  ")], "review-error-words"),
        ([tone(50, words="x" * 501)], "review-error-long"),
    ],
)
def test_an_adjustment_that_cannot_be_is_refused(sample_basis, adjustments, code):
    with pytest.raises(BadAdjustmentError) as refused:
        check(sample_basis, adjustments)
    assert refused.value.code == code


def test_a_refused_review_stores_nothing(store, office, good):
    for judgement in (adjust(tone(101)), Judgement(Outcome.AGREED, marks=(SpanComment(0, 9999, "x"),))):
        with pytest.raises((BadAdjustmentError, BadReviewError)):
            submit(store, office.lead, good, judgement)
    assert review_reading.history(store, office.lead, good.turn.id) == ()


def test_what_was_not_measured_is_not_adjusted(store, office, case):
    gated = review.open_reply(store, office.lead, answered(store, office.trainee, case, "asdf qwer"), LATER)
    with pytest.raises(BadAdjustmentError):
        submit(store, office.lead, gated, adjust(Adjustment("speed", 50, Why.OTHER, "x")))


def test_a_gate_cannot_be_undone_alone(store, office, case):
    gated = review.open_reply(store, office.lead, answered(store, office.trainee, case, "   "), LATER)
    assert gated.basis.gates & {f.criterion for f in gated.card.findings}
    assert criteria_of(gated.basis) == ()


@pytest.mark.parametrize(
    ("judgement", "code"),
    [
        (Judgement(Outcome.SCORED), "review-error-outcome"),
        (adjust(tone(50), outcome=Outcome.AGREED), "review-error-agreed"),
        (adjust(), "review-error-nothing"),
        (Judgement(Outcome.ANOTHER_TRY), "review-error-comment"),
        (Judgement(Outcome.AGREED, "x" * 2001), "review-error-long"),
        (Judgement(Outcome.AGREED, marks=(SpanComment(0, 9999, "x"),)), "review-error-marks"),
        (Judgement(Outcome.AGREED, marks=(SpanComment(3, 3, "x"),)), "review-error-marks"),
        (Judgement(Outcome.AGREED, marks=(SpanComment(0, 3, " "),)), "review-error-marks"),
    ],
)
def test_a_review_that_contradicts_itself_is_refused(judgement, code):
    with pytest.raises(BadReviewError) as refused:
        check_judgement(judgement, length=200)
    assert refused.value.code == code


def test_comments_on_words_are_kept_in_code_points(store, office, case):
    turn = answered(store, office.trainee, case, "Hoi 👩‍🦰 Sanne! " + GOOD)
    opened = review.open_reply(store, office.lead, turn, LATER)
    start = opened.text.index("Sanne")
    submit(
        store, office.lead, opened, Judgement(Outcome.AGREED, marks=(SpanComment(start, start + 5, "Fijn."),))
    )
    (told,) = own_reviews(store, office, opened)
    (mark,) = told.reviews[0].marks
    assert (told.text[mark.start : mark.end], mark.comment) == ("Sanne", "Fijn.")


def test_scores_of_an_older_scorecard_are_not_judged(store, office, bad, now):
    with store.write() as connection:
        values = {
            "rubric": bad.card.rubric, "scorer_version": "3", "passed": True, "total": 90.0,
            "content": to_json(bad.card), "created_at": now,
        }  # fmt: skip
        practice_rows.add_scorecard(connection, bad.turn.id, values)
    with pytest.raises(StaleError):
        submit(store, office.lead, bad, AGREE)


def own(opened, **changed):
    scores = {d.dimension.value: 70.0 for d in opened.card.dimensions if d.value is not None}
    return {**scores, PASSED: 1.0, **changed}


def test_blind_scores_are_kept_and_change_nothing(store, office, bad):
    review.store_own_scores(store, office.lead, bad.turn.id, bad.card_id, own(bad), LATER)
    (blind,) = review_reading.history(store, office.lead, bad.turn.id)
    assert (blind.row.outcome, blind.row.blind) == ("scored", True)
    assert {a.name: a.adjusted for a in blind.adjustments} == own(bad)
    assert {a.name: a.automatic for a in blind.adjustments}["tone"] == bad.card.value_of(Dimension.TONE)
    assert final(store, bad) is None
    assert bad.turn.id in review_queue.order(store, office.lead, Filters())
    assert own_reviews(store, office, bad) == ()


def test_blind_scores_are_given_once(store, office, bad):
    for value in (70.0, 10.0):
        review.store_own_scores(store, office.lead, bad.turn.id, bad.card_id, own(bad, tone=value), LATER)
    (blind,) = review_reading.history(store, office.lead, bad.turn.id)
    assert {a.name: a.adjusted for a in blind.adjustments}["tone"] == 70.0


def test_the_review_after_blind_scores_is_marked_blind(store, office, bad):
    review.store_own_scores(store, office.lead, bad.turn.id, bad.card_id, own(bad), LATER)
    submit(store, office.lead, bad, AGREE)
    assert [r.row.blind for r in review_reading.history(store, office.lead, bad.turn.id)] == [True, True]


@pytest.mark.parametrize("scores", [{}, {"tone": 70.0}, {**WHOLE, "tone": 170.0}, {**WHOLE, PASSED: 0.5}])
def test_blind_scores_must_be_whole_and_in_bounds(sample_basis, scores):
    with pytest.raises(BadAdjustmentError):
        check_own(sample_basis, scores)


def test_a_veiled_conversation_holds_no_scorecard_and_no_reaction(bad):
    veiled, whole = bad.conversation(veiled=True), bad.conversation(veiled=False)
    assert bad.turn.id in whole.scorecards
    assert bad.turn.id not in veiled.scorecards
    assert "us" not in {m.side for m in veiled.thread()}
    assert "us" in {m.side for m in whole.thread()}


def test_another_try_is_given_as_an_assignment(store, office, bad):
    key = submit(
        store, office.lead, bad, Judgement(Outcome.ANOTHER_TRY, "Doe het eens zonder gegevens te vragen.")
    )
    with store.read() as connection:
        (row,) = connection.execute(assignments.select()).all()
    assert (row.user_id, row.scenario_id, row.review_id) == (office.trainee.id, bad.place.scenario_id, key)
    assert row.note.startswith("Doe het eens")


def test_a_review_leaves_its_trace_without_words(store, office, good):
    submit(store, office.lead, good, adjust(tone(40, words="heel geheim"), comment="ook geheim"))
    events = {
        e.event: e for e in events_of(store, "veer", NOW - timedelta(days=1), LATER + timedelta(days=1))
    }
    assert {"reviewed", "adjusted"} <= set(events)
    assert events["adjusted"].about_id == office.trainee.id
    assert "geheim" not in "".join(e.details for e in events.values())


def test_a_trainee_reads_only_what_was_said_of_his_own_replies(store, office, bad):
    with pytest.raises(NotAllowedError):
        review_reading.own_reviews(
            store, office.colleague, load_run(store, office.trainee, bad.place.attempt_id)
        )


def test_a_trainee_finds_what_was_reviewed_lately(store, office, bad):
    assert review_reading.reviewed_lately(store, office.trainee, NOW) == []
    submit(store, office.lead, bad, AGREE)
    assert [p.turn_id for p in review_reading.reviewed_lately(store, office.trainee, NOW)] == [bad.turn.id]
    assert review_reading.reviewed_lately(store, office.colleague, NOW) == []
    assert review_reading.reviewed_lately(store, office.trainee, LATER + timedelta(days=1)) == []


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_adjusted_scores_stay_within_bounds_and_an_untouched_dimension_stays(data, sample_basis):
    names = [*(d.value for d in Dimension), PASSED, *criteria_of(sample_basis)]
    chosen = data.draw(st.lists(st.sampled_from(names), unique=True, min_size=1, max_size=6))
    dimensions = set(Dimension)
    adjustments = [
        Adjustment(
            n, data.draw(st.floats(0, 100) if n in dimensions else st.sampled_from([0, 1])), Why.MISREAD
        )
        for n in chosen
    ]
    now = scores_of(sample_basis.card)
    after = adjusted(sample_basis, now, {}, adjustments)
    touched = {n.split(".")[0] for n in chosen}
    for d in Dimension:
        value = getattr(after, d.value)
        assert value is None or 0 <= value <= 100
        assert d.value in touched or value == getattr(now, d.value)


@pytest.fixture(scope="module")
def sample_basis(case):
    import json

    from scoring import Action, Reply, default_rubric, score
    from simulator.casebook.situation import situation_for
    from simulator.review_scores import basis

    turn = case.scenario.turns[0]
    card = score(
        Reply(BAD + " Groetjes! " + GOOD, Action.REPLY_PUBLIC, 60, 120),
        situation_for(case, turn, (turn.post,)),
    )
    return basis(card, json.dumps(default_rubric().snapshot()), 65)
