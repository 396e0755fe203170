"""Practising: what is stored, once, for whom and until when."""

from __future__ import annotations

import shutil
import threading
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from scoring import Action
from simulator import accounts, practice
from simulator.observe import measure
from simulator.practice import Mode
from simulator.run import UnknownAttemptError, load_run
from simulator.store import practice_rows as rows
from simulator.store.engine import open_store
from tests.conftest import NOW

GOOD = (
    "Dag Sanne, wat een ellende dat je al drie dagen zonder internet zit en dinsdag voor niets op de monteur "
    "wachtte. Sorry! Ik vraag nu een nieuwe afspraak aan. Stuur je me je postcode in een DM? Je hoort vandaag voor "
    "17 uur van mij. ^SV"
)


@pytest.fixture
def attempt(store, sanne, case, now):
    return practice.start(store, sanne, case, Mode.PRACTICE, now, clock_on=True, seed=0)


def later(seconds):
    return NOW + timedelta(seconds=seconds)


def send(store, who, attempt, text=GOOD, seconds=60, number=1, action=Action.REPLY_PUBLIC):
    return practice.submit(store, who, attempt, number, text, action, later(seconds))


def stored_answers(store, attempt):
    with store.read() as connection:
        ids = [t.id for t in rows.attempt_with_turns(connection, attempt).turns]
        return rows.answers_of(connection, ids)


def test_a_started_attempt_shows_the_first_post(store, sanne, attempt):
    thread = load_run(store, sanne, attempt).thread()
    assert thread[0].text.startswith("Al drie dagen geen internet")


def test_another_seed_gives_another_text(store, sanne, case, now):
    first = practice.start(store, sanne, case, Mode.PRACTICE, now, clock_on=False)
    second = practice.start(store, sanne, case, Mode.PRACTICE, now, clock_on=False)
    texts = [load_run(store, sanne, a).thread()[0].text for a in (first, second)]
    assert texts[0] != texts[1]


def test_a_reply_is_stored_with_its_scorecard_and_the_customers_reaction(store, sanne, attempt):
    answered = send(store, sanne, attempt)
    run = load_run(store, sanne, attempt)
    assert run.answers[run.turns[0].id] == answered.answer
    assert run.scorecards[run.turns[0].id] == answered.scorecard
    assert [m.side for m in run.thread()][-1] in ("customer", "bystander")


def test_time_counts_from_showing_the_post_to_submit(store, sanne, attempt):
    assert send(store, sanne, attempt, seconds=61).answer.elapsed_seconds == 61


def test_a_pause_does_not_count(store, sanne, attempt):
    practice.pause(store, sanne, attempt, 1, later(10))
    practice.resume(store, sanne, attempt, 1, later(110))
    assert send(store, sanne, attempt, seconds=150).answer.elapsed_seconds == 50


def test_a_test_cannot_be_paused(store, sanne, case, now):
    attempt = practice.start(store, sanne, case, Mode.TEST, now, clock_on=True)
    practice.pause(store, sanne, attempt, 1, later(10))
    assert load_run(store, sanne, attempt).turns[0].paused_at is None


def test_without_clock_speed_is_unscored(store, sanne, case, now):
    attempt = practice.start(store, sanne, case, Mode.PRACTICE, now, clock_on=False)
    assert send(store, sanne, attempt).scorecard.value_of("speed") is None


def test_the_time_factor_stretches_target_and_budget(store, sanne, case, now):
    slow = accounts.change_settings(store, sanne, lang="nl", time_factor=1.5)
    attempt = practice.start(store, slow, case, Mode.PRACTICE, now, clock_on=True)
    turn = load_run(store, slow, attempt).turns[0]
    clock = case.scenario.clock
    assert (turn.target_seconds, turn.budget_seconds) == (clock.target * 1.5, clock.budget * 1.5)


def test_the_same_reply_twice_is_one_row_and_two_confirmations(store, sanne, attempt):
    first, second = send(store, sanne, attempt), send(store, sanne, attempt, seconds=61)
    assert first == second
    assert len(stored_answers(store, attempt)) == 1


def test_another_text_for_an_answered_turn_is_refused_aloud(store, sanne, attempt):
    send(store, sanne, attempt)
    with pytest.raises(practice.AlreadyAnsweredError):
        send(store, sanne, attempt, text="Iets anders. ^SV")


def test_while_a_reply_is_scored_no_connection_is_kept(store, sanne, attempt, monkeypatch):
    in_use, score = [], measure.score

    def watched(*args):
        in_use.append(store.engine.pool.checkedout())
        return score(*args)

    monkeypatch.setattr(measure, "score", watched)
    with store.together():
        load_run(store, sanne, attempt)
        send(store, sanne, attempt)
    assert in_use == [0]


def test_twenty_clicks_at_once_make_one_answer(store, sanne, attempt):
    errors, threads = [], []

    def click():
        try:
            send(store, sanne, attempt)
        except Exception as error:
            errors.append(error)

    for _ in range(20):
        threads.append(threading.Thread(target=click))
        threads[-1].start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(stored_answers(store, attempt)) == 1


def test_nobody_reads_or_writes_somebody_elses_attempt(store, sanne, joris, attempt):
    for act in (
        lambda: load_run(store, joris, attempt),
        lambda: send(store, joris, attempt),
        lambda: practice.save_draft(store, joris, attempt, 1, (1, "x", ""), later(1)),
        lambda: practice.retry(store, joris, attempt, 1, later(1)),
        lambda: practice.go_on(store, joris, attempt, later(1)),
        lambda: practice.pause(store, joris, attempt, 1, later(1)),
    ):
        with pytest.raises(accounts.NotAllowedError):
            act()


def test_an_unknown_attempt_is_said_to_be_unknown(store, sanne):
    with pytest.raises(UnknownAttemptError):
        load_run(store, sanne, "nergens")


def test_the_case_of_an_attempt_is_read_from_the_database_once(store, sanne, attempt):
    load_run(store, sanne, attempt)
    asked = []
    note = lambda _c, _cursor, statement, *_more: asked.append(statement)  # noqa: E731 to be removed it needs a name
    event.listen(store.engine, "before_cursor_execute", note)
    again = load_run(store, sanne, attempt)
    event.remove(store.engine, "before_cursor_execute", note)
    assert again.case.scenario.turns
    assert not [statement for statement in asked if "FROM cases" in statement]


def draft_of(store, attempt):
    with store.read() as connection:
        return rows.draft(connection, rows.attempt_with_turns(connection, attempt).turns[0].id)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.text(max_size=20)), min_size=1, max_size=8, unique_by=lambda d: d[0]
    )
)
def test_the_newest_draft_wins_in_any_order_of_arrival(tmp_path_factory, blank_database, case, drafts):
    file = shutil.copy(blank_database, tmp_path_factory.mktemp("drafts") / "d.db")
    store = open_store(f"sqlite:///{file}")
    who, _ = accounts.sign_in(store, "Ann", accounts.Role.TRAINEE, "nl", NOW, 1)
    attempt = practice.start(store, who, case, Mode.PRACTICE, NOW, clock_on=True)
    clean = [(seq, text.encode("utf-8", "replace").decode().replace("\0", "")) for seq, text in drafts]
    for seq, text in clean:
        practice.save_draft(store, who, attempt, 1, (seq, text, ""), later(1))
    assert draft_of(store, attempt).text == max(clean)[1]
    store.close()


def test_in_a_test_a_draft_within_the_grace_counts_and_a_later_one_is_refused(store, sanne, case, now):
    attempt = practice.start(store, sanne, case, Mode.TEST, now, clock_on=True)
    budget = case.scenario.clock.budget
    practice.save_draft(store, sanne, attempt, 1, (1, "net op tijd", "reply_public"), later(budget + 4))
    with pytest.raises(practice.TimeIsUpError):
        practice.save_draft(store, sanne, attempt, 1, (2, "te laat", "reply_public"), later(budget + 6))
    assert draft_of(store, attempt).text == "net op tijd"


def test_an_expired_test_is_answered_with_the_last_text(store, sanne, case, now):
    attempt = practice.start(store, sanne, case, Mode.TEST, now, clock_on=True)
    at = later(case.scenario.clock.budget + 1)
    answered = practice.expire(store, sanne, attempt, 1, at, ("Half af", Action.REPLY_PUBLIC))
    assert (answered.answer.text, answered.answer.expired) == ("Half af", True)


def test_a_test_left_alone_is_answered_with_its_draft(store, sanne, case, now):
    attempt = practice.start(store, sanne, case, Mode.TEST, now, clock_on=True)
    practice.save_draft(store, sanne, attempt, 1, (3, "Tot hier", "reply_public"), later(30))
    answered = practice.expire(store, sanne, attempt, 1, later(5000))
    assert answered.answer.text == "Tot hier"


def test_a_test_does_not_expire_early(store, sanne, case, now):
    attempt = practice.start(store, sanne, case, Mode.TEST, now, clock_on=True)
    assert practice.expire(store, sanne, attempt, 1, later(10), ("x", Action.REPLY_PUBLIC)) is None


def test_practice_never_expires(store, sanne, attempt):
    assert practice.expire(store, sanne, attempt, 1, later(50_000), ("x", Action.REPLY_PUBLIC)) is None
    assert send(store, sanne, attempt, seconds=50_000).answer.text == GOOD


def test_going_on_opens_the_next_turn_once(store, sanne, attempt):
    send(store, sanne, attempt)
    assert practice.go_on(store, sanne, attempt, later(100)) == 2
    assert practice.go_on(store, sanne, attempt, later(101)) == 2
    assert len(load_run(store, sanne, attempt).turns) == 2


def test_reading_feedback_is_not_timed(store, sanne, attempt):
    send(store, sanne, attempt)
    practice.go_on(store, sanne, attempt, later(1000))
    answered = send(store, sanne, attempt, text="Ik bel nu met de planning. ^SV", seconds=1030, number=2)
    assert answered.answer.elapsed_seconds == 30


def test_trying_again_keeps_the_old_attempt_and_its_text(store, sanne, attempt):
    send(store, sanne, attempt, text="Kijk op de site.")
    again = practice.retry(store, sanne, attempt, 1, later(200))
    old, new = load_run(store, sanne, attempt), load_run(store, sanne, again)
    assert old.answers[old.turns[0].id].text == "Kijk op de site."
    assert (new.attempt.retry_of, new.attempt.seed) == (attempt, old.attempt.seed)
    assert new.answers == {}


def test_trying_the_second_turn_again_takes_the_first_over(store, sanne, attempt):
    send(store, sanne, attempt)
    practice.go_on(store, sanne, attempt, later(100))
    send(store, sanne, attempt, text="Ik bel nu. ^SV", seconds=130, number=2)
    again = practice.retry(store, sanne, attempt, 2, later(200))
    run = load_run(store, sanne, again)
    assert [t.copied for t in run.turns] == [True, False]
    assert run.answers[run.turns[0].id].text == GOOD


def test_a_finished_conversation_is_marked_finished(store, sanne, attempt):
    send(store, sanne, attempt)
    practice.go_on(store, sanne, attempt, later(100))
    send(store, sanne, attempt, text="Ik bel nu. ^SV", seconds=130, number=2)
    assert load_run(store, sanne, attempt).attempt.finished_at == later(130)


def test_a_changed_scenario_does_not_touch_a_running_attempt(store, sanne, attempt, case):
    before = load_run(store, sanne, attempt).thread()[0].text
    changed = case.scenario.model_copy(update={"version": 2, "title": case.scenario.title})
    practice.start(
        store,
        sanne,
        type(case)(case.organisation, changed, case.knowledge),
        Mode.PRACTICE,
        later(5),
        clock_on=False,
    )
    assert load_run(store, sanne, attempt).thread()[0].text == before


def test_scoring_the_stored_reply_again_gives_the_identical_scorecard(store, sanne, attempt):
    from scoring import Reply, score
    from scoring.serial import to_json
    from simulator.casebook.situation import situation_for

    answered = send(store, sanne, attempt)
    run = load_run(store, sanne, attempt)
    turn = run.turns[0]
    situation = situation_for(run.case, run.spec(turn), run.posts_until(1))
    reply = Reply(GOOD, Action.REPLY_PUBLIC, answered.answer.elapsed_seconds, turn.target_seconds)
    assert to_json(score(reply, situation)) == to_json(answered.scorecard)


def test_a_text_longer_than_any_channel_is_refused(store, sanne, attempt):
    with pytest.raises(practice.TextTooLongError):
        send(store, sanne, attempt, text="x" * (practice.TEXT_MOST + 1))
