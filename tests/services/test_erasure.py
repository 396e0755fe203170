"""Erasing a person leaves no byte of him in any file, keeps others' rows and the counts, and breaks no key."""

from __future__ import annotations

import logging

import pytest
from sqlalchemy import insert, select, update

from simulator import audit, employer, erasure
from simulator.accounts import NotAllowedError
from simulator.store import people
from simulator.store.classification import TABLES, After
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from simulator.store.tables import (
    assignments,
    audit_events,
    downloads,
    invitations,
    judgements,
    metadata,
    reviews,
    team_weeks,
    user_weeks,
    users,
)
from tests.planting import plant

NAME, MAIL = "Wilhelmina Ångström", "mina.angstrom@veer.example"
GONE_TABLES = {name for name, facts in TABLES.items() if After.REMOVE in facts.reach.values()}
WHERE_SHE_ACTED = {name for name, facts in TABLES.items() if After.KEEP in facts.reach.values()}


class World:
    """Mina and Bas, each with a row in every table; what was done for the one was done by the other."""

    def __init__(self, store, office, now):
        self.store, self.office, self.now = store, office, now
        with store.write() as connection:
            for who, name, mail in (("mina", NAME, MAIL), ("bas", "Bas Timmer", "bas@veer.example")):
                people.add(
                    connection, f"id-of-{who}", "veer", name, "nl", now, email=mail, subject=f"sub-{who}"
                )
                people.give_role(connection, f"id-of-{who}", "veer-een", "trainee", now)
        self.mina, self.bas = (self._plant(one, other) for one, other in (("mina", "bas"), ("bas", "mina")))
        self.left = {name: rows for name, rows in self.rows().items() if rows}

    def _plant(self, one, other):
        key = {"user_id": f"id-of-{one}", "team_id": "veer-een"}
        there = {"employers": {"id": "veer"}, "teams": {"id": "veer-een"}, "memberships": key}
        return plant(
            self.store,
            self.now,
            one,
            f"id-of-{one}",
            f"id-of-{other}",
            {**there, "users": {"id": f"id-of-{one}"}},
        )

    def rows(self):
        with self.store.read() as connection:
            return {t.name: connection.execute(select(t)).all() for t in metadata.sorted_tables}

    def traces(self):
        """What must be nowhere: her names and ids, and the texts of all rows about her."""
        texts = [text for (table, _), text in self.mina.texts.items() if table in GONE_TABLES]
        return [NAME, MAIL, "sub-mina", "id-of-mina", *texts]


@pytest.fixture
def world(store, office, now):
    return World(store, office, now)


def bytes_of(folder):
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def found_in(folder, traces):
    data = bytes_of(folder)
    return [t for t in traces if any(t.encode(e) in data for e in ("utf-8", "utf-16-le", "utf-16-be"))]


def row_of(store, table, **where):
    with store.read() as connection:
        query = select(table).filter_by(**where)
        return connection.execute(query).mappings().first()


@pytest.mark.sqlite
def test_before_erasing_every_trace_is_in_the_files(world, tmp_path):
    assert found_in(tmp_path, world.traces()) == world.traces()
    assert len(world.traces()) > 45


@pytest.mark.sqlite
def test_after_erasing_no_byte_is_left_in_any_file(world, tmp_path):
    assert erasure.erase(world.store, world.office.admin, "id-of-mina", world.now).swept
    assert found_in(tmp_path, world.traces()) == []


def test_no_byte_is_left_in_the_logs(now, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "sqlalchemy.engine")
    noisy = open_store(f"sqlite:///{tmp_path / 'noisy.db'}")
    upgrade(noisy)
    with noisy.write() as connection:
        people.add_employer(connection, "veer", "Veer", now)
        people.add(connection, "id-of-mina", "veer", NAME, "nl", now, email=MAIL)
    erasure.erase_as_operator(noisy, "id-of-mina", now)
    noisy.close()
    assert "INSERT INTO users" in caplog.text
    assert [trace for trace in (NAME, MAIL, "id-of-mina") if trace in caplog.text] == []


def test_a_failed_statement_does_not_tell_its_values(world):
    again = insert(users).values(
        id="x", employer_id="veer", name=NAME, pseudonym="x", email=MAIL, failed_sign_ins=0, lang="nl",
        time_factor=1.0, active=True, created_at=world.now,
    )  # fmt: skip
    with pytest.raises(Exception, match=r"(?i)unique") as raised, world.store.write() as connection:
        connection.execute(again)
    assert NAME not in str(raised.value)


@pytest.mark.sqlite
def test_every_key_still_leads_somewhere(world):
    erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    with world.store.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_rows_about_others_stay_word_for_word(world):
    erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    after = " ".join(str(rows) for rows in world.rows().values())
    texts = [t for (table, _), t in world.bas.texts.items() if (table, "details") != ("audit_events", _)]
    assert [text for text in texts if text not in after] == []


def test_what_she_did_for_others_points_at_somebody_without_a_name(world):
    done = erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    empty = row_of(world.store, users, id=done.pseudonym_id)
    assert (empty["name"], empty["email"], empty["active"]) == ("", None, False)
    assert (empty["password_hash"], empty["subject"], empty["issuer"]) == (None, None, None)
    assert empty["pseudonym"].startswith("erased-")
    review = row_of(world.store, reviews, id=world.bas.keys["reviews"]["id"])
    judged = row_of(world.store, judgements, turn_id=world.bas.keys["turns"]["id"])
    assert review["reviewer_id"] == judged["user_id"] == done.pseudonym_id


def test_the_counts_stay_the_same(world):
    def counted():
        with world.store.read() as connection:
            weeks = connection.execute(
                select(team_weeks).order_by(team_weeks.c.team_id, team_weeks.c.measure)
            )
            of_people = select(
                user_weeks.c.team_id, user_weeks.c.week, user_weeks.c.replies, user_weeks.c.total
            )
            return weeks.all(), connection.execute(of_people).all()

    before = counted()
    erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    assert counted() == before
    assert len(before[0]) == len(before[1]) == 2


def test_the_trail_keeps_the_event_without_her(world):
    done = erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    row = row_of(world.store, audit_events, event=audit.Event.PERSON_ERASED.value)
    assert (row["actor_id"], row["about_id"]) == (world.office.admin.id, done.pseudonym_id)
    assert done.removed["answers"] == 1
    assert "id-of-mina" not in row["details"]


def test_codes_and_numbers_stay_in_the_trail_and_words_go(world):
    with world.store.write() as connection:
        audit.note(
            connection, audit.Event.ROLE_GIVEN, world.now, actor=None, about="id-of-mina", employer="veer",
            details={"role": "lead", "n": 3, "who": ["Wilhelmina", "id-of-mina"], "note": "Voor Mina"},
        )  # fmt: skip
    done = erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    details = row_of(world.store, audit_events, event=audit.Event.ROLE_GIVEN.value)["details"]
    assert '"n": 3' in details
    assert '"role": "lead"' in details
    assert done.pseudonym_id in details
    assert "Wilhelmina" not in details
    assert "Mina" not in details


@pytest.mark.parametrize("trace", [NAME, NAME.upper(), MAIL, "sub-mina"])
def test_colleagues_words_lose_her_name(world, tmp_path, trace):
    with world.store.write() as connection:
        words = f"Vraag het {trace} nog eens."
        mine = assignments.c.id == world.bas.keys["assignments"]["id"]
        connection.execute(update(assignments).where(mine).values(note=words))
    plan = erasure.plan(world.store, world.office.admin, "id-of-mina")
    erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    assert row_of(world.store, assignments, user_id="id-of-bas")["note"] == "Vraag het […] nog eens."
    assert plan.named == {"assignments.note": 1}
    assert found_in(tmp_path, [trace]) == []


def test_a_name_of_one_word_is_counted_and_left(store, office, now, world):
    with store.write() as connection:
        mine = assignments.c.id == world.bas.keys["assignments"]["id"]
        connection.execute(update(assignments).where(mine).values(note="Doe het als trainee."))
    assert erasure.plan(store, office.admin, office.trainee.id).perhaps_named == {"assignments.note": 1}
    erasure.erase(store, office.admin, office.trainee.id, now)
    assert row_of(store, assignments, user_id="id-of-bas")["note"] == "Doe het als trainee."


def test_an_invitation_to_her_address_goes_too(world):
    values = {"token_hash": "t", "kind": "invitation", "email": MAIL, "created_by": "id-of-bas"}
    with world.store.write() as connection:
        connection.execute(insert(invitations).values(**values, created_at=world.now, expires_at=world.now))
    erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    assert row_of(world.store, invitations, email=MAIL) is None


def test_a_file_about_her_that_an_administrator_asked_for_goes_too(world):
    values = {
        "token_hash": "t",
        "user_id": "id-of-bas",
        "kind": "person_data",
        "wanted": '{"about": "id-of-mina"}',
    }
    with world.store.write() as connection:
        connection.execute(insert(downloads).values(**values, created_at=world.now, expires_at=world.now))
    erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    assert row_of(world.store, downloads, kind="person_data") is None


def test_the_plan_tells_what_will_go_and_changes_nothing(world):
    before = world.rows()
    plan = erasure.plan(world.store, world.office.admin, "id-of-mina")
    assert world.rows() == before
    assert set(plan.removed) == GONE_TABLES
    assert set(plan.kept) == WHERE_SHE_ACTED
    done = erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    assert dict(plan.removed) == dict(done.removed)


@pytest.mark.parametrize("who", ["trainee", "trainer", "lead", "foreign_admin"])
def test_only_an_administrator_of_the_employer_erases(world, who):
    for call in (erasure.plan, lambda *a: erasure.erase(*a, world.now)):
        with pytest.raises(NotAllowedError):
            call(world.store, getattr(world.office, who), "id-of-mina")


def test_an_administrator_cannot_erase_himself(store, office, now):
    with pytest.raises(erasure.CannotEraseError):
        erasure.erase(store, office.admin, office.admin.id, now)


def test_somebody_is_erased_once(world):
    done = erasure.erase(world.store, world.office.admin, "id-of-mina", world.now)
    with pytest.raises(erasure.UnknownPersonError):
        erasure.erase_as_operator(world.store, "id-of-mina", world.now)
    with pytest.raises(erasure.UnknownPersonError):
        erasure.erase_as_operator(world.store, done.pseudonym_id, world.now)


def test_an_administrator_who_changed_settings_can_be_erased_and_the_settings_stay(store, office, now):
    employer.change(store, office.admin, employer.EmployerSettings(retention_days=90), now)
    erasure.erase_as_operator(store, office.admin.id, now)
    assert employer.settings_of(store, "veer").retention_days == 90


@pytest.mark.sqlite
def test_a_reader_in_the_middle_does_not_stop_it(world, tmp_path, monkeypatch):
    from simulator.store import sweeping

    monkeypatch.setattr(sweeping, "_TRIES", 1)
    reader = open_store(str(world.store.engine.url))
    with reader.read() as connection:
        connection.execute(select(users)).all()
        monkeypatch.setattr(sweeping, "_BUSY_MS", 50)
        assert not erasure.erase(world.store, world.office.admin, "id-of-mina", world.now).swept
    reader.close()
    assert sweeping.sweep(world.store)
    assert found_in(tmp_path, world.traces()) == []
