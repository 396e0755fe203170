"""Re-scoring: a dry run changes nothing, applying adds, taking back gives the same scores as before, cuts go on."""

from __future__ import annotations

import pickle
import shutil
from datetime import timedelta

import pytest

from scoring import Action, default_rubric
from simulator import accounts, practice, rescore, rescoring, rescoring_batches
from simulator.accounts import NotAllowedError
from simulator.employer import change, checked, rubric_of
from simulator.practice import Mode
from simulator.rescoring import NoReasonError, NotRevertibleError
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from simulator.store.tables import final_scores, reviews, scorecards, team_weeks, turns, user_weeks
from tests.conftest import NOW
from tests.office import _PEOPLE, Office, make_office
from tests.services.test_practice import GOOD
from tests.trail import events as events_of

TEXTS = (GOOD, "Bel even met onze klantenservice.", "Dag Sanne, wat vervelend! Ik zoek het uit. ^SV")
HEAVY = {"speed": 0.05, "tone": 0.6, "personalisation": 0.3, "protocol": 0.05}
OTHER = {"speed": 0.05, "tone": 0.05, "personalisation": 0.3, "protocol": 0.6}


def later(hours):
    return NOW + timedelta(hours=hours)


def opened(path):
    store = open_store(f"sqlite:///{path}")
    upgrade(store)
    return store


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, case):
    """A database with five replies of two people of one employer, one of them taken over by a new try, and a foreign one."""
    path = tmp_path_factory.mktemp("rescoring") / "replies.db"
    store = opened(path)
    office = make_office(store, NOW)
    for number, text in enumerate(TEXTS):
        answer(store, office.trainee, case, text, number)
    last = answer(store, office.other_trainee, case, TEXTS[0], 4)
    practice.go_on(store, office.other_trainee, last, later(5))
    practice.submit(store, office.other_trainee, last, 2, "Ik bel nu. ^SV", Action.REPLY_PUBLIC, later(5.1))
    practice.retry(store, office.other_trainee, last, 2, later(6))
    answer(store, office.foreign_trainee, case, TEXTS[2], 7)
    store.close()
    return path


def answer(store, who, case, text, hour):
    attempt = practice.start(store, who, case, Mode.PRACTICE, later(hour), clock_on=False, seed=0)
    practice.submit(store, who, attempt, 1, text, Action.REPLY_PUBLIC, later(hour + 0.1))
    return attempt


@pytest.fixture
def store(prepared, tmp_path):
    store = opened(shutil.copy(prepared, tmp_path / "copy.db"))
    yield store
    store.close()


@pytest.fixture
def office(store):
    return Office(**{name: accounts.load(store, f"u-{name}") for name in _PEOPLE})


@pytest.fixture
def heavier(store, office):
    """The employer has other weights than its replies were scored with."""
    change(store, office.admin, checked({"weights": HEAVY}), later(9))


def held(store, *tables):
    with store.read() as connection:
        return {t.name: sorted(map(tuple, connection.execute(t.select()))) for t in tables}


def scores(store):
    """The newest scorecard's columns of each turn, without its own id, moment and re-scoring."""
    with store.read() as connection:
        rows = connection.execute(scorecards.select().order_by(scorecards.c.id))
        return {
            row.turn_id: (row.rubric, row.scorer_version, row.passed, row.total, row.tone, row.content)
            for row in rows
        }


def count(store):
    return len(held(store, scorecards)["scorecards"])


def test_with_the_same_rubric_nothing_moves(store, office):
    told = rescoring.dry_run(store, office.admin)
    assert (told.summary.scored, told.summary.differ, told.moving) == (5, 0, 0)
    assert rescoring.apply(store, office.admin, "Voor de zekerheid", later(10)) == 0
    assert rescoring.history(store, office.admin) == []


def test_a_dry_run_tells_who_moves_and_stores_nothing(store, office, heavier):
    before = held(store, scorecards, team_weeks, user_weeks)
    told = rescoring.dry_run(store, office.admin)
    assert told.rubric == rubric_of(store, "veer").fingerprint != default_rubric().fingerprint
    assert told.moving == len(told.movers) > 0
    assert {m.pseudonym for m in told.movers} <= {office.trainee.pseudonym, office.other_trainee.pseudonym}
    assert all(m.distance > 0 for m in told.movers)
    assert told.summary.cross == sum(m.crosses for m in told.movers)
    assert held(store, scorecards, team_weeks, user_weeks) == before


def test_a_dry_run_of_the_newest_looks_no_further(store, office, heavier):
    assert rescoring.dry_run(store, office.admin, newest=2).summary.scored == 2


def test_those_that_cross_the_pass_line_come_first(store, office, heavier):
    crossing = [m.crosses for m in rescoring.dry_run(store, office.admin).movers]
    assert crossing == sorted(crossing, reverse=True)


def test_progress_is_told_for_every_reply(store, office, heavier):
    told = []
    rescoring.dry_run(store, office.admin, on_progress=lambda done, whole: told.append((done, whole)))
    assert told == [(n, 5) for n in range(1, 6)]


def test_applying_adds_and_changes_no_old_scorecard(store, office, heavier):
    before = held(store, scorecards)["scorecards"]
    added = rescoring.apply(store, office.admin, "Andere gewichten", later(10))
    after = held(store, scorecards)["scorecards"]
    assert [row for row in after if row in before] == before
    assert added == len(after) - len(before) > 0
    (past,) = rescoring.history(store, office.admin)
    assert (past.row.replies, past.row.reason, past.by) == (added, "Andere gewichten", "Admin")


def test_after_applying_nothing_moves_and_again_adds_nothing(store, office, heavier):
    rescoring.apply(store, office.admin, "Andere gewichten", later(10))
    assert rescoring.dry_run(store, office.admin).summary.differ == 0
    assert rescoring.apply(store, office.admin, "Nog eens", later(11)) == 0
    assert len(rescoring.history(store, office.admin)) == 1


def test_a_turn_that_a_new_try_took_over_shows_the_same_scores(store, office, heavier):
    rescoring.apply(store, office.admin, "Andere gewichten", later(10))
    with store.read() as connection:
        copied = connection.scalars(turns.select().where(turns.c.copied)).all()
    told = scores(store)
    assert len(copied) == 1
    assert told[copied[0]][0] == rubric_of(store, "veer").fingerprint


def test_another_employers_replies_are_left_alone(store, office, heavier):
    before = rescoring.dry_run(store, office.foreign_admin)
    rescoring.apply(store, office.admin, "Andere gewichten", later(10))
    assert rescoring.dry_run(store, office.foreign_admin) == before
    assert rescoring.history(store, office.foreign_admin) == []


def test_applied_and_taken_back_gives_the_scores_and_figures_of_before(store, office, heavier):
    before, figures = scores(store), held(store, team_weeks, user_weeks)
    added = rescoring.apply(store, office.admin, "Andere gewichten", later(10))
    assert scores(store) != before
    (past,) = rescoring.history(store, office.admin)
    assert rescoring.revert(store, office.admin, past.row.id, "Toch niet", later(11)) == added
    assert scores(store) == before
    assert near(held(store, team_weeks, user_weeks), figures)


def near(after, before):
    """The same rows; sums that went up and down again may differ in their last bits."""
    return after.keys() == before.keys() and all(
        row == pytest.approx(other) if all(isinstance(v, float) for v in row) else _close(row, other)
        for name in after
        for row, other in zip(after[name], before[name], strict=True)
    )


def _close(row, other):
    return all(
        a == (pytest.approx(b) if isinstance(b, float) else b) for a, b in zip(row, other, strict=True)
    )


def test_taking_back_twice_adds_nothing(store, office, heavier):
    rescoring.apply(store, office.admin, "Andere gewichten", later(10))
    (past,) = rescoring.history(store, office.admin)
    rescoring.revert(store, office.admin, past.row.id, "Toch niet", later(11))
    cards = count(store)
    assert rescoring.revert(store, office.admin, past.row.id, "Toch niet", later(12)) == 0
    assert count(store) == cards


def test_two_are_taken_back_last_first(store, office, heavier):
    before = scores(store)
    rescoring.apply(store, office.admin, "Een", later(10))
    between = scores(store)
    change(store, office.admin, checked({"weights": OTHER}), later(11))
    rescoring.apply(store, office.admin, "Twee", later(12))
    second, first = (p.row.id for p in rescoring.history(store, office.admin))
    with pytest.raises(NotRevertibleError):
        rescoring.revert(store, office.admin, first, "Te vroeg", later(13))
    rescoring.revert(store, office.admin, second, "Terug", later(13))
    assert scores(store) == between
    assert [p.row.id for p in rescoring.history(store, office.admin) if p.revertible] == [first]
    rescoring.revert(store, office.admin, first, "Terug", later(14))
    assert scores(store) == before


class Killed(BaseException):
    """The process was ended here."""


def cut_after(monkeypatch, batches):
    """Small batches, and an end in the middle of the one after so many."""
    monkeypatch.setattr(rescoring_batches, "BATCH", 1)
    monkeypatch.setattr(rescoring, "BATCH", 1)
    real, left = rescoring_batches._add, [batches]

    def add(*args):
        real(*args)
        left[0] -= 1
        if left[0] < 0:
            raise Killed

    monkeypatch.setattr(rescoring_batches, "_add", add)


def test_applying_that_was_cut_is_consistent_and_goes_on(store, office, heavier, monkeypatch):
    whole = rescoring.dry_run(store, office.admin).summary.differ
    before = count(store)
    with monkeypatch.context() as patch:
        cut_after(patch, 2)
        with pytest.raises(Killed):
            rescoring.apply(store, office.admin, "Andere gewichten", later(10))
    (past,) = rescoring.history(store, office.admin)
    assert past.row.replies == count(store) - before == 2
    assert rescoring.apply(store, office.admin, "Verder", later(11)) > 0
    assert rescoring.dry_run(store, office.admin).summary.differ == 0
    (past,) = rescoring.history(store, office.admin)
    assert past.row.replies == count(store) - before >= whole


def test_taking_back_that_was_cut_goes_on(store, office, heavier, monkeypatch):
    before = scores(store)
    rescoring.apply(store, office.admin, "Andere gewichten", later(10))
    (past,) = rescoring.history(store, office.admin)
    with monkeypatch.context() as patch:
        cut_after(patch, 2)
        with pytest.raises(Killed):
            rescoring.revert(store, office.admin, past.row.id, "Toch niet", later(11))
    assert rescoring.history(store, office.admin)[0].cut
    rescoring.revert(store, office.admin, past.row.id, "Verder", later(12))
    assert not rescoring.history(store, office.admin)[0].cut
    assert scores(store) == before


def test_a_reply_with_a_score_by_a_person_keeps_its_figures(store, office, heavier, monkeypatch):
    with store.write() as connection:
        rows = connection.execute(scorecards.select()).all()
        card = next(r for r in rows if not r.passed)
        connection.execute(
            reviews.insert().values(
                id="r", turn_id=card.turn_id, scorecard_id=card.id, reviewer_id=office.lead.id, at=NOW,
                outcome="adjusted", blind=False, comment="", compliment=False,
            )
        )  # fmt: skip
        connection.execute(
            final_scores.insert().values(turn_id=card.turn_id, review_id="r", passed=True, total=90, at=NOW)
        )
    moved = []
    monkeypatch.setattr(
        rescoring_batches.figures, "move", lambda _c, **what: moved.append(what["answered_at"])
    )
    added = rescoring.apply(store, office.admin, "Andere gewichten", later(10))
    changed = [key for key, told in scores(store).items() if told[0] == rubric_of(store, "veer").fingerprint]
    assert card.turn_id in changed
    # The one by a person and the copy do not move.
    assert len(moved) == added - 2


def test_a_reason_is_asked_for(store, office, heavier):
    with pytest.raises(NoReasonError):
        rescoring.apply(store, office.admin, "  ", later(10))


def test_both_stand_in_the_audit_trail_without_the_words(store, office, heavier):
    rescoring.apply(store, office.admin, "Geheime woorden", later(10))
    (past,) = rescoring.history(store, office.admin)
    rescoring.revert(store, office.admin, past.row.id, "Geheime woorden", later(11))
    events = events_of(store, "veer", later(9.5), later(12))
    assert [e.event for e in events] == ["rescoring_reverted", "rescored"]
    assert "Geheim" not in str(events)


def test_the_state_counts_what_another_rubric_scored(store, office, heavier):
    told = rescoring.state(store, office.admin)
    assert (told.replies, told.other_rubric) == (5, 5)


@pytest.mark.parametrize("who", ["trainee", "trainer", "lead"])
def test_only_administrators_score_again(store, office, who):
    user = getattr(office, who)
    for act in (
        lambda: rescoring.state(store, user),
        lambda: rescoring.dry_run(store, user),
        lambda: rescoring.apply(store, user, "x", NOW),
        lambda: rescoring.revert(store, user, "x", "x", NOW),
        lambda: rescoring.history(store, user),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_another_process_gets_all_it_needs_with_the_weights(store, office, heavier):
    """Work goes to other processes pickled; what they do is the same (tests/services/test_rescore.py starts some)."""
    weights = rubric_of(store, "veer").dimension_weights
    for work in rescore._work(store, rescore.submitted(store), weights):
        there = rescore._do(pickle.loads(pickle.dumps(work)))  # noqa: S301
        assert there == rescore._do(work)
        assert {r.other_rubric for r in there} == {True}
