"""Disputes: what a trainee may dispute and until when, who decides, and what a decision makes of the scores."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from scoring import Action, Dimension
from simulator import accounts, dispute_decisions, disputes, employer, practice, undo
from simulator.accounts import NotAllowedError, Role
from simulator.disputes import Outcome, Reason
from simulator.employer import EmployerSettings
from simulator.figures import scores_of
from simulator.practice import Mode
from simulator.run import load_run
from simulator.store import people, review_rows
from simulator.store.tables import access_log, audit_events, final_scores, looks, reviews
from simulator.store.tables import disputes as table
from tests.conftest import NOW
from tests.services.test_practice import GOOD

POOR = "Dag Sanne, bel even met onze klantenservice. Je klantnummer is 88124471. ^SV"
"""Sends back to the telephone (forbidden by the scenario) and puts the customer's number in public (critical)."""
MILD = "Dag Sanne, wat vervelend. Dinsdag had de monteur bij je moeten zijn. We kijken ernaar. ^SV"
WORDS = "De klant vroeg hier zelf om."


def later(**time):
    return NOW + timedelta(**time)


def practise(store, who, case, text=POOR):
    attempt = practice.start(store, who, case, Mode.PRACTICE, NOW, clock_on=False, seed=0)
    practice.submit(store, who, attempt, 1, text, Action.REPLY_PUBLIC, NOW)
    return attempt


@pytest.fixture
def attempt(store, office, case):
    return practise(store, office.trainee, case)


def card_of(store, who, attempt):
    run = load_run(store, who, attempt)
    return run.scorecards[run.turns[0].id]


def findings(store, office, attempt):
    return undo.disputable(card_of(store, office.trainee, attempt))


def say(store, office, attempt, finding, now=NOW, who=None, words=WORDS):
    who = who or office.trainee
    return disputes.dispute(store, who, attempt, 1, undo.key_of(finding), Reason.MISREAD, words, now)


def decide(store, office, key, outcome, now=None, who=None, comment="Je hebt gelijk."):
    dispute_decisions.decide(store, who or office.lead, key, outcome, comment, now or later(hours=1))


def of_reply(store, who, attempt, now):
    return disputes.of_reply(store, who, load_run(store, who, attempt), 1, now)


def counts(store, office, attempt):
    return of_reply(store, office.trainee, attempt, NOW).counts


def worst(store, office, attempt):
    found = [f for f in findings(store, office, attempt) if not f.critical]
    return min(found, key=lambda f: f.effect)


def test_a_dispute_is_kept_with_reason_and_words_and_asks_the_lead_to_look(store, office, attempt):
    finding = findings(store, office, attempt)[0]
    say(store, office, attempt, finding)
    (kept,) = of_reply(store, office.trainee, attempt, NOW).disputes
    assert (kept.finding, kept.reason, kept.words) == (undo.key_of(finding), Reason.MISREAD, WORDS)
    assert kept.outcome is None
    with store.read() as connection:
        (look,) = connection.execute(select(looks).where(looks.c.reason == "disputed")).all()
    assert (look.team_id, look.done_at) == ("veer-een", None)
    assert WORDS not in look.details


def test_each_finding_is_disputed_once_even_after_withdrawing(store, office, attempt):
    finding = findings(store, office, attempt)[0]
    key = say(store, office, attempt, finding)
    with pytest.raises(disputes.DisputedBeforeError):
        say(store, office, attempt, finding)
    disputes.withdraw(store, office.trainee, key, NOW)
    with pytest.raises(disputes.DisputedBeforeError):
        say(store, office, attempt, finding)
    open_ones = of_reply(store, office.trainee, attempt, NOW).open_findings
    assert undo.key_of(finding) not in {undo.key_of(f) for f in open_ones}


def test_two_missing_points_of_the_scenario_are_two_findings(store, office, case):
    other = case.scenario.turns[0].points[0].model_copy(update={"id": "tweede-punt", "phrasings": ()})
    turn = case.scenario.turns[0]
    turn = turn.model_copy(update={"points": (*turn.points, other)})
    scenario = case.scenario.model_copy(update={"turns": (turn, *case.scenario.turns[1:])})
    changed = type(case)(case.organisation, scenario, case.knowledge)
    attempt = practise(store, office.trainee, changed, "Hoi Sanne, wat leuk dat je schrijft. Fijne dag! ^SV")
    missing = [f for f in findings(store, office, attempt) if f.criterion == "protocol.own_points"]
    assert [f.start for f in missing] == [None, None]
    for finding in missing:
        say(store, office, attempt, finding)
    assert len(dispute_decisions.to_decide(store, office.lead)) == 2


def test_twenty_clicks_at_once_make_one_dispute(store, office, attempt):
    absent = next(f for f in findings(store, office, attempt) if f.start is None)
    refused, threads = [], []

    def click():
        try:
            say(store, office, attempt, absent)
        except disputes.DisputedBeforeError:
            refused.append(1)

    for _ in range(20):
        threads.append(threading.Thread(target=click))
        threads[-1].start()
    for thread in threads:
        thread.join()
    assert len(refused) == 19
    with store.read() as connection:
        assert len(connection.execute(select(table)).all()) == 1


def test_the_term_is_the_employers_own(store, office, attempt):
    first, second = findings(store, office, attempt)[:2]
    employer.change(store, office.admin, EmployerSettings(dispute_days=3), NOW)
    say(store, office, attempt, first, now=later(days=3))
    with pytest.raises(disputes.TooLateError):
        say(store, office, attempt, second, now=later(days=3, seconds=1))
    seen = of_reply(store, office.trainee, attempt, later(days=4))
    assert (seen.open_findings, seen.until) == ((), later(days=3))


@pytest.mark.parametrize("words", ["", "  \n ", "x" * (disputes.WORDS_MOST + 1)])
def test_a_dispute_needs_words_and_not_too_many(store, office, attempt, words):
    with pytest.raises(disputes.WordsError):
        say(store, office, attempt, findings(store, office, attempt)[0], words=words)


def test_only_what_cost_points_can_be_disputed(store, office, case):
    attempt = practise(store, office.trainee, case, GOOD)
    kept = next(f for f in card_of(store, office.trainee, attempt).findings if not f.effect)
    with pytest.raises(disputes.NoSuchFindingError):
        say(store, office, attempt, kept)


def test_a_reply_taken_over_by_a_new_try_is_disputed_where_it_was_given(store, office, case):
    attempt = practise(store, office.trainee, case, MILD)
    practice.go_on(store, office.trainee, attempt, NOW)
    practice.submit(store, office.trainee, attempt, 2, "Ik bel nu. ^SV", Action.REPLY_PUBLIC, NOW)
    again = practice.retry(store, office.trainee, attempt, 2, NOW)
    assert of_reply(store, office.trainee, again, NOW).open_findings == ()
    with pytest.raises(disputes.NoSuchFindingError):
        say(store, office, again, findings(store, office, attempt)[0])


@pytest.mark.parametrize("who", ["colleague", "lead", "foreign_trainee"])
def test_nobody_disputes_or_reads_or_withdraws_for_another(store, office, attempt, who):
    finding = findings(store, office, attempt)[0]
    key = say(store, office, attempt, finding)
    actor = getattr(office, who)
    for act in (
        lambda: say(store, office, attempt, finding, who=actor),
        lambda: disputes.of_reply(store, actor, load_run(store, office.trainee, attempt), 1, NOW),
        lambda: disputes.withdraw(store, actor, key, NOW),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_withdrawing_takes_it_from_the_leads_list(store, office, attempt):
    key = say(store, office, attempt, findings(store, office, attempt)[0])
    disputes.withdraw(store, office.trainee, key, NOW)
    assert dispute_decisions.to_decide(store, office.lead) == []
    assert dispute_decisions_of(store, office) == []
    with store.read() as connection:
        assert connection.execute(select(looks.c.done_at).where(looks.c.reason == "disputed")).scalar()
    with pytest.raises(disputes.ClosedError):
        decide(store, office, key, Outcome.ACCEPTED)


def dispute_decisions_of(store, office):
    return dispute_decisions.decided(store, office.lead, later(days=1))


def test_open_disputes_come_oldest_first_and_only_to_the_teams_lead(store, office, attempt):
    first, second = findings(store, office, attempt)[:2]
    say(store, office, attempt, second, now=later(hours=1))
    say(store, office, attempt, first, now=later(hours=2))
    waiting = dispute_decisions.to_decide(store, office.lead)
    assert [d.finding for d in waiting] == [undo.key_of(second), undo.key_of(first)]
    assert dispute_decisions.to_decide(store, office.other_lead) == []
    assert dispute_decisions.to_decide(store, office.foreign_lead) == []


@pytest.mark.parametrize("who", ["trainee", "colleague", "trainer", "admin", "other_lead", "foreign_lead"])
def test_nobody_but_a_lead_of_the_team_looks_or_decides(store, office, attempt, who):
    key = say(store, office, attempt, findings(store, office, attempt)[0])
    with pytest.raises(NotAllowedError):
        dispute_decisions.look_at(store, getattr(office, who), key, NOW)
    with pytest.raises(NotAllowedError):
        decide(store, office, key, Outcome.ACCEPTED, who=getattr(office, who))


def test_a_lead_never_decides_on_his_own_dispute(store, office, case):
    with store.write() as connection:
        people.give_role(connection, office.lead.id, "veer-een", Role.LEAD.value, NOW)
    attempt = practise(store, office.lead, case)
    finding = undo.disputable(card_of(store, office.lead, attempt))[0]
    key = say(store, office, attempt, finding, who=office.lead)
    assert dispute_decisions.to_decide(store, office.lead) == []
    with pytest.raises(NotAllowedError):
        decide(store, office, key, Outcome.ACCEPTED)
    with pytest.raises(NotAllowedError):
        dispute_decisions.look_at(store, office.lead, key, NOW)


def test_the_look_of_a_lead_is_logged_for_the_trainee(store, office, attempt):
    key = say(store, office, attempt, findings(store, office, attempt)[0])
    dispute_decisions.look_at(store, office.lead, key, NOW)
    with store.read() as connection:
        row = connection.execute(select(access_log)).one()
    assert (row.actor_id, row.about_id, row.attempt_id) == (office.lead.id, office.trainee.id, attempt)


def test_what_is_shown_before_deciding_is_what_counts_after(store, office, attempt):
    finding = worst(store, office, attempt)
    key = say(store, office, attempt, finding)
    change = dispute_decisions.look_at(store, office.lead, key, NOW).change
    assert change.now == scores_of(card_of(store, office.trainee, attempt))
    assert change.wholly.total > change.half.total > change.now.total
    decide(store, office, key, Outcome.ACCEPTED)
    assert counts(store, office, attempt) == change.wholly


def test_accepting_gives_back_exactly_what_the_finding_took(store, office, attempt):
    finding = worst(store, office, attempt)
    before = card_of(store, office.trainee, attempt)
    lost = sum(f.effect for f in before.findings if f.dimension is finding.dimension)
    decide(store, office, say(store, office, attempt, finding), Outcome.ACCEPTED)
    after = getattr(counts(store, office, attempt), finding.dimension.value)
    assert after == pytest.approx(min(100, max(0, 100 + lost - finding.effect)), abs=0.05)
    assert card_of(store, office.trainee, attempt) == before


def test_partly_goes_half_the_way_and_leaves_a_critical_finding_critical(store, office, attempt):
    critical = next(f for f in findings(store, office, attempt) if f.critical)
    key = say(store, office, attempt, critical)
    change = dispute_decisions.look_at(store, office.lead, key, NOW).change
    name = critical.dimension.value
    assert getattr(change.half, name) == pytest.approx(
        (getattr(change.now, name) + getattr(change.wholly, name)) / 2, abs=0.1
    )
    assert not change.half.passed


def test_undoing_the_only_critical_finding_can_make_a_reply_pass(store, office, case):
    attempt = practise(store, office.trainee, case, GOOD.replace("^SV", "Ik zie klantnummer 88124471. ^SV"))
    critical = {undo.key_of(f): f for f in findings(store, office, attempt) if f.critical}
    assert not card_of(store, office.trainee, attempt).passed
    for finding in critical.values():
        decide(store, office, say(store, office, attempt, finding), Outcome.ACCEPTED)
    assert counts(store, office, attempt).passed


def test_a_rejected_dispute_changes_no_score(store, office, attempt):
    key = say(store, office, attempt, worst(store, office, attempt))
    decide(store, office, key, Outcome.REJECTED, comment="De regel klopt hier.")
    assert counts(store, office, attempt) is None
    (seen,) = of_reply(store, office.trainee, attempt, NOW).disputes
    assert (seen.outcome, seen.comment) == (Outcome.REJECTED, "De regel klopt hier.")


def test_a_decision_needs_a_comment(store, office, attempt):
    key = say(store, office, attempt, worst(store, office, attempt))
    with pytest.raises(disputes.WordsError):
        decide(store, office, key, Outcome.REJECTED, comment=" ")
    assert len(dispute_decisions.to_decide(store, office.lead)) == 1


def test_the_second_decision_is_refused_and_changes_nothing(store, office, attempt):
    key = say(store, office, attempt, worst(store, office, attempt))
    decide(store, office, key, Outcome.REJECTED)
    with pytest.raises(disputes.ClosedError):
        decide(store, office, key, Outcome.ACCEPTED)
    assert counts(store, office, attempt) is None


def test_two_accepted_disputes_of_one_reply_add_up(store, office, case):
    attempt = practise(store, office.trainee, case, MILD)
    first, second = [f for f in findings(store, office, attempt) if f.dimension is Dimension.PROTOCOL][:2]
    for finding in (first, second):
        decide(store, office, say(store, office, attempt, finding), Outcome.ACCEPTED)
    card = card_of(store, office.trainee, attempt)
    lost = sum(f.effect for f in card.findings if f.dimension is Dimension.PROTOCOL)
    wanted = 100 + lost - first.effect - second.effect
    assert 0 < 100 + lost < wanted
    assert counts(store, office, attempt).protocol == pytest.approx(wanted, abs=0.05)


def test_the_look_closes_with_the_last_open_dispute(store, office, attempt):
    keys = [say(store, office, attempt, f) for f in findings(store, office, attempt)[:2]]

    def closed():
        with store.read() as connection:
            return connection.execute(select(looks.c.done_at).where(looks.c.reason == "disputed")).scalar()

    decide(store, office, keys[0], Outcome.REJECTED)
    assert closed() is None
    decide(store, office, keys[1], Outcome.REJECTED)
    assert closed() == later(hours=1)


def test_a_reply_that_was_called_no_answer_is_scored_when_that_is_undone(store, office, case):
    echo = "Al drie dagen geen internet @netwijs! Twee keer gebeld, monteur kwam dinsdag niet opdagen. #schandalig"
    attempt = practise(store, office.trainee, case, echo)
    (gate,) = findings(store, office, attempt)
    key = say(store, office, attempt, gate)
    change = dispute_decisions.look_at(store, office.lead, key, NOW).change
    assert change.now.tone < change.half.tone < change.wholly.tone
    assert change.wholly.protocol < 100


def test_a_decision_is_a_review_that_later_reviews_build_on(store, office, attempt):
    finding = worst(store, office, attempt)
    decide(store, office, say(store, office, attempt, finding), Outcome.ACCEPTED)
    after = counts(store, office, attempt)
    from simulator import review
    from simulator.review import Judgement

    turn = load_run(store, office.trainee, attempt).turns[0].id
    with store.read() as connection:
        card_id = review_rows.newest_card(connection, turn).id
        stored = connection.execute(select(reviews)).one()
    assert (stored.reviewer_id, stored.outcome) == (office.lead.id, "adjusted")
    agreed = Judgement(review.Outcome.AGREED, "Eens.")
    review.submit_review(store, office.lead, turn, card_id, agreed, later(hours=2))
    assert counts(store, office, attempt) == after


def test_a_decision_is_in_the_audit_trail_without_words(store, office, attempt):
    decide(store, office, say(store, office, attempt, worst(store, office, attempt)), Outcome.ACCEPTED)
    with store.read() as connection:
        query = select(audit_events).where(audit_events.c.event == "dispute_decided")
        row = connection.execute(query).one()
        scored = connection.execute(select(final_scores)).all()
    assert (row.actor_id, row.about_id) == (office.lead.id, office.trainee.id)
    assert WORDS not in row.details
    assert "gelijk" not in row.details
    assert len(scored) == 1


def test_who_changed_teams_is_decided_on_by_his_lead_of_now(store, office, attempt):
    key = say(store, office, attempt, worst(store, office, attempt))
    with store.write() as connection:
        people.give_role(connection, office.trainee.id, "veer-twee", Role.TRAINEE.value, NOW)
    lead = accounts.load(store, office.other_lead.id)
    assert [d.id for d in dispute_decisions.to_decide(store, lead)] == [key]


@given(st.lists(st.integers(0, 8), max_size=4), st.integers(0, 8))
def test_undoing_never_lowers_a_score_and_half_lies_between(poor_card, undone, which):
    on, keys = poor_card
    gone = {keys[n % len(keys)] for n in undone}
    change = undo.undo(scores_of(on.card), on, on.card, gone, keys[which % len(keys)])
    for dimension in Dimension:
        values = [getattr(s, dimension.value) for s in (change.now, change.half, change.wholly)]
        assert values == sorted(values, key=lambda v: -1 if v is None else v)


@pytest.fixture(scope="module")
def poor_card(case):
    from scoring import Reply, default_rubric, score
    from simulator.casebook.situation import situation_for
    from simulator.review_scores import Basis

    turn = case.scenario.turns[0]
    card = score(Reply(POOR, Action.REPLY_PUBLIC), situation_for(case, turn, (turn.post,)))
    on = Basis(card, default_rubric(), frozenset(), 65)
    return on, [undo.key_of(f) for f in undo.disputable(card)]
