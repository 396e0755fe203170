"""What an employer does not want to keep goes with all that hangs on it; logs stay six months, team counts for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from simulator import audit, cli, employer, privacy, retention
from simulator.employer import EmployerSettings
from simulator.store.tables import (
    access_log,
    answers,
    assignments,
    attempts,
    audit_events,
    metadata,
    sign_ins,
    team_weeks,
    user_weeks,
    users,
)
from tests.planting import plant

HANGING = {
    "attempts", "turns", "drafts", "answers", "scorecards", "looks", "review_locks", "reviews", "review_marks",
    "adjustments", "final_scores", "disputes", "proposals", "calibration_items", "judgements", "agreed_scores",
}  # fmt: skip


@pytest.fixture
def office_with_work(store, now, office):
    """An old and a new attempt of the trainee, and an old one of somebody of another employer."""
    people = (
        ("old", "trainee", "veer", 100),
        ("new", "trainee", "veer", 10),
        ("far", "foreign_trainee", "pont", 900),
    )
    for tag, who, firm, days in people:
        there = {
            "employers": {"id": firm},
            "teams": {
                "id": f"{firm}-een" if tag == "old" else f"{firm}-twee" if firm == "veer" else "pont-een"
            },
            "users": {"id": f"u-{who}"},
            "memberships": {},
            "file_revisions": {},
        }
        plant(store, now - timedelta(days=days), tag, f"u-{who}", f"u-{who}", there)
    employer.change(store, office.admin, EmployerSettings(retention_days=60), now)
    return office


def numbers(store):
    with store.read() as connection:
        return {
            t.name: connection.scalar(select(func.count()).select_from(t)) for t in metadata.sorted_tables
        }


def set_all(store, table, **values):
    with store.write() as connection:
        connection.execute(update(table).values(**values))


def test_the_plan_tells_what_goes_and_changes_nothing(store, office_with_work, now):
    before = numbers(store)
    plan = retention.plan(store, "veer", now)
    assert numbers(store) == before
    assert (plan.attempts.number, plan.attempts.oldest) == (1, now - timedelta(days=100))
    assert set(plan.removed) >= HANGING
    assert {plan.removed[name] for name in HANGING} == {1}


def test_a_run_removes_what_the_plan_told(store, office_with_work, now):
    before, plan = numbers(store), retention.plan(store, "veer", now)
    assert dict(retention.run(store, "veer", now)) == dict(plan.removed)
    gone = {name: before[name] - number for name, number in numbers(store).items() if number < before[name]}
    assert gone == dict(plan.removed)


def test_new_attempts_and_other_employers_stay(store, office_with_work, now):
    retention.run(store, "veer", now)
    with store.read() as connection:
        left = connection.scalars(select(attempts.c.started_at).order_by(attempts.c.started_at)).all()
        assert left == [now - timedelta(days=900), now - timedelta(days=10)]


@pytest.mark.sqlite
def test_every_key_still_leads_somewhere(store, office_with_work, now):
    retention.run(store, "veer", now)
    with store.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


@pytest.mark.sqlite
def test_no_byte_of_an_old_reply_is_left(store, office_with_work, now, tmp_path):
    def in_files(word):
        return any(word in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())

    with store.read() as connection:
        words = [text.split()[0].encode() for text in connection.scalars(select(answers.c.text))]
    old = [word for word in words if word.startswith(b"old")]
    assert (len(words), len(old), in_files(old[0])) == (3, 1, True)
    retention.run(store, "veer", now)
    with store.read() as connection:
        assert len(connection.scalars(select(answers.c.text)).all()) == 2
    assert not in_files(old[0] + " Éclair answers text".encode())


def test_team_counts_stay(store, office_with_work, now):
    with store.read() as connection:
        before = connection.execute(select(team_weeks)).all()
    retention.run(store, "veer", now + timedelta(days=3000))
    with store.read() as connection:
        assert connection.execute(select(team_weeks)).all() == before
    assert len(before) == 3


def test_logs_stay_six_months_whatever_the_term(store, office_with_work, now):
    set_all(store, access_log, at=now - timedelta(days=privacy.LOG_LEAST_DAYS - 1))
    set_all(store, audit_events, at=now - timedelta(days=privacy.LOG_LEAST_DAYS - 1))
    set_all(store, sign_ins, expires_at=now - timedelta(days=privacy.LOG_LEAST_DAYS - 1))
    before = numbers(store)
    retention.run(store, "veer", now)
    after = numbers(store)
    assert [after[n] - before[n] for n in ("access_log", "audit_events", "sign_ins")] == [0, 1, 0]


def test_logs_older_than_that_go(store, office_with_work, now):
    set_all(store, access_log, at=now - timedelta(days=privacy.LOG_LEAST_DAYS + 1))
    retention.run(store, "veer", now)
    with store.read() as connection:
        about = connection.scalars(select(access_log.c.about_id)).all()
    assert about == ["u-foreign_trainee"]


def test_six_months_are_six_months():
    assert privacy.LOG_LEAST_DAYS >= 366 / 2


def test_a_log_of_an_attempt_that_went_stays_without_it(store, office_with_work, now):
    retention.run(store, "veer", now)
    with store.read() as connection:
        left = connection.execute(select(access_log.c.attempt_id).order_by(access_log.c.id)).scalars().all()
    assert [attempt is None for attempt in left] == [True, False, False]


def test_an_open_assignment_stays(store, office_with_work, now):
    set_all(store, assignments, done_at=None, withdrawn_at=None)
    retention.run(store, "veer", now)
    assert numbers(store)["assignments"] == 3


def test_weekly_figures_of_people_go_with_the_attempts(store, office_with_work, now):
    set_all(store, user_weeks, week=(now - timedelta(days=90)).date())
    retention.run(store, "veer", now)
    assert numbers(store)["user_weeks"] == 1


def test_without_a_term_nothing_goes(store, office_with_work, now):
    employer.change(store, office_with_work.admin, EmployerSettings(retention_days=None), now)
    before = numbers(store)
    assert retention.plan(store, "veer", now).removed == {}
    assert retention.run(store, "veer", now + timedelta(days=9999)) == {}
    assert numbers(store) == before


def test_a_run_is_in_the_audit_trail(store, office_with_work, now):
    retention.run(store, "veer", now)
    with store.read() as connection:
        row = connection.execute(
            select(audit_events).where(audit_events.c.event == audit.Event.RETENTION_RUN.value)
        ).one()
    assert (row.employer_id, row.actor_id, '"days": 60' in row.details) == ("veer", None, True)


def test_a_second_run_removes_nothing(store, office_with_work, now):
    retention.run(store, "veer", now)
    assert retention.run(store, "veer", now) == {}


def test_many_attempts_go_in_several_transactions(store, office_with_work, now, monkeypatch):
    monkeypatch.setattr("simulator.store.retention_rows.BATCH", 1)
    set_all(store, attempts, started_at=now - timedelta(days=500))
    assert retention.run(store, "veer", now)["attempts"] == 2


@pytest.mark.parametrize(("words", "left"), [([], 3), (["--run"], 1)])
def test_the_command_removes_only_when_told_to(store, office_with_work, capsys, monkeypatch, words, left):
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", str(store.engine.url))
    set_all(store, attempts, started_at=store_now() - timedelta(days=700))
    assert cli.main(["retention", "--employer", "veer", *words]) == 0
    assert "Veer (veer): 60 days" in capsys.readouterr().out
    assert numbers(store)["attempts"] == left


def store_now():
    from datetime import UTC, datetime

    return datetime.now(UTC)


@pytest.mark.parametrize(("words", "there"), [([], 1), (["--yes"], 0)])
def test_the_command_erases_only_when_told_to(store, office_with_work, capsys, monkeypatch, words, there):
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", str(store.engine.url))
    assert cli.main(["erase", "--user", "u-trainee", *words]) == 0
    out = capsys.readouterr().out
    assert "answers: 2" in out
    assert "Trainee" not in out
    with store.read() as connection:
        assert len(connection.execute(select(users).where(users.c.id == "u-trainee")).all()) == there


def test_the_commands_tell_what_they_do_not_know(store, capsys, monkeypatch):
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", str(store.engine.url))
    assert cli.main(["erase", "--user", "nobody"]) == 2
    assert cli.main(["retention", "--employer", "nobody"]) == 2
    assert capsys.readouterr().out.count("there is no") == 2


def test_the_commands_make_no_database(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    assert cli.main(["retention"]) == 2
    assert not (tmp_path / "none.db").exists()
