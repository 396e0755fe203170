"""A test run: like the real thing, and stored nowhere."""

from __future__ import annotations

from scoring import Action
from simulator import practice, trial
from simulator.run import load_run

REPLY = "Dag Sanne, sorry dat de monteur dinsdag niet kwam. Je hoort vandaag voor 17 uur van mij. ^TG"


def test_a_trial_scores_and_reacts_as_practice_does(store, sanne, case, now):
    attempt = practice.start(store, sanne, case, practice.Mode.PRACTICE, now, clock_on=False, seed=0)
    practice.submit(store, sanne, attempt, 1, REPLY, Action.REPLY_PUBLIC, now)
    real = load_run(store, sanne, attempt)
    tried = trial.answer(trial.begin(case, 0, now), REPLY, Action.REPLY_PUBLIC, now)
    assert tried.scorecards[tried.turns[0].id] == real.scorecards[real.turns[0].id]
    assert tried.answers[tried.turns[0].id].reaction == real.answers[real.turns[0].id].reaction
    assert [m.text for m in tried.thread()] == [m.text for m in real.thread()]


def test_a_trial_goes_on_to_its_end(case, now):
    run = trial.begin(case, 0, now)
    for _ in range(10):
        run = trial.answer(run, REPLY, Action.REPLY_PUBLIC, now)
        if trial.over(run):
            break
        run = trial.go_on(run, now)
    assert trial.over(run)
    assert trial.go_on(run, now) is run
