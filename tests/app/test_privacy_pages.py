"""The pages on personal data, run without a browser: what they show, to whom, and what a press on a button does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from simulator import accounts, audit
from simulator.store import people
from simulator.store.engine import open_store
from simulator.store.tables import users
from tests.app.test_pages import app, home, shown  # noqa: F401 a fixture
from tests.planting import plant

HOSTILE = "<img src=//evil.example/x> **vet** [klik](//evil.example)"
NAME = "Mina *Ster*"


def page(folder, name, role, lang="nl"):
    at = app(folder, role, lang).run()
    return at.switch_page(f"simulator/ui/pages/{name}.py").run()


def opened(folder):
    return open_store(f"sqlite:///{folder / 'app.db'}")


def with_mina(folder):
    """A person at the workshop with a row in every table, looked at by an administrator."""
    store, now = opened(folder), datetime.now(UTC) - timedelta(hours=1)
    with store.write() as connection:
        people.add(connection, "mina", people.WORKSHOP, NAME, "nl", now)
        people.give_role(connection, "mina", people.WORKSHOP, "trainee", now)
        pseudonym = people.by_id(connection, "mina").pseudonym
    there = {"employers": {"id": people.WORKSHOP}, "teams": {"id": people.WORKSHOP}, "users": {"id": "mina"}}
    plant(store, now, "mina", "mina", "mina", {**there, "memberships": {}, "employer_settings": {}})
    store.close()
    return pseudonym


@pytest.mark.parametrize(
    ("name", "role"), [("my_data", "trainee"), ("persons_data", "admin"), ("audit", "admin")]
)
def test_each_page_runs_in_english(home, name, role):  # noqa: F811
    at = page(home, name, role, "en")
    assert not at.exception
    assert "Something went wrong" not in shown(at)


@pytest.mark.parametrize(("name", "role"), [("persons_data", "lead"), ("audit", "trainee")])
def test_only_administrators_reach_other_peoples_data(home, name, role):  # noqa: F811
    assert "Geen toegang" in shown(page(home, name, role))


def test_my_data_tells_what_is_kept_and_why(home):  # noqa: F811
    at = page(home, "my_data", "trainee")
    assert "Niemand heeft je werk onder je naam bekeken." in shown(at)
    assert "Om te weten wie iemand is en wat hij mag\\." in list(at.table[0].value.iloc[:, 2])


def test_my_data_shows_who_looked(home):  # noqa: F811
    app(home, "trainee").run()
    store, now = opened(home), datetime.now(UTC)
    lead, _ = accounts.sign_in(store, HOSTILE[:40], accounts.Role.LEAD, "nl", now, 1)
    trainee, _ = accounts.sign_in(store, "trainee nl", accounts.Role.TRAINEE, "nl", now, 1)
    with store.write() as connection:
        audit.note_access(connection, lead, trainee.id, audit.Look.REPLIES, now)
    store.close()
    at = page(home, "my_data", "trainee")
    assert at.table[0].value.iloc[0, 2] == "Teamleider, Workshop"
    assert "\\<img src\\=" in at.table[0].value.iloc[0, 1]


def test_my_data_shows_texts_as_text(home):  # noqa: F811
    app(home, "trainee").run()
    store, now = opened(home), datetime.now(UTC)
    trainee, _ = accounts.sign_in(store, "trainee nl", accounts.Role.TRAINEE, "nl", now, 1)
    there = {
        "employers": {"id": people.WORKSHOP},
        "teams": {"id": people.WORKSHOP},
        "users": {"id": trainee.id},
    }
    plant(store, now, HOSTILE, trainee.id, trainee.id, {**there, "memberships": {}, "employer_settings": {}})
    store.close()
    at = page(home, "my_data", "trainee")
    html = " ".join(str(e.value) for e in at.get("html"))
    assert not at.exception
    assert "&lt;img src=//evil.example/x&gt; **vet**" in html
    assert "<img" not in html
    assert "evil.example/x" not in at.expander[0].label


def test_an_administrator_erases_after_typing_the_pseudonym(home):  # noqa: F811
    app(home, "admin").run()
    pseudonym = with_mina(home)
    at = page(home, "persons_data", "admin")
    at.text_input(key="privacy-search").set_value("mina").run()
    assert at.selectbox(key="privacy-person").options == [f"Mina *Ster*, Workshop (schuilnaam {pseudonym})"]
    at.text_input(key="privacy-erase-typed").set_value("iets anders")
    _press(at, "Wis deze persoon voorgoed")
    assert "Er is niets gewist" in shown(at)
    assert _is_there(home)
    at.text_input(key="privacy-erase-typed").set_value(pseudonym)
    _press(at, "Wis deze persoon voorgoed")
    assert "De gegevens zijn gewist" in shown(at)
    assert not _is_there(home)
    assert "Niemand gevonden." in shown(at)


def test_an_administrator_cannot_erase_himself(home):  # noqa: F811
    at = page(home, "persons_data", "admin")
    at.text_input(key="privacy-search").set_value("admin nl").run()
    assert "Jezelf wissen kan niet." in shown(at)
    assert [b.label for b in at.button] == ["Maak het bestand"]


def test_the_trail_is_filtered_by_event(home):  # noqa: F811
    app(home, "admin").run()
    store, now = opened(home), datetime.now(UTC)
    admin, _ = accounts.sign_in(store, "admin nl", accounts.Role.ADMIN, "nl", now, 1)
    with store.write() as connection:
        for event, details in (
            (audit.Event.TEAM_MADE, {"team": "t-1"}),
            (audit.Event.ROLE_GIVEN, {"role": "lead"}),
        ):
            audit.note(connection, event, now, actor=admin, details=details)
    store.close()
    at = page(home, "audit", "admin")
    assert list(at.table[0].value.iloc[:2, 1]) == ["Rol gegeven", "Team gemaakt"]
    at.selectbox(key="audit-which").set_value("team_made").run()
    assert at.table[0].value.iloc[:, 1:].to_numpy().tolist() == [
        ["Team gemaakt", "admin nl", "Team\\: t\\-1"]
    ]


def _press(at, label):
    next(b for b in at.button if b.label == label).click().run()


def _is_there(folder):
    store = opened(folder)
    with store.read() as connection:
        found = connection.execute(select(users.c.id).where(users.c.id == "mina")).first()
    store.close()
    return found is not None
