"""The pages on which people get in, without a browser, and the server that does not start with an open door."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator import accounts, cli, people_admin, sign_in
from simulator.accounts import Role
from simulator.start_checks import OnlyThisMachine
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests.app.test_pages import app, home, shown  # noqa: F401 the fixture

ROOT = Path(__file__).parents[2]
ADMIN = "baas@voorbeeld.example"
PASSWORD = "vier paarse fietsen op zolder"  # noqa: S105


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def local(home, monkeypatch):  # noqa: F811
    """An app with local accounts."""
    monkeypatch.setenv("SIMULATOR_SIGN_IN", "local")
    return home


@pytest.fixture
def store(local):
    opened = open_store(f"sqlite:///{local / 'app.db'}")
    upgrade(opened)
    yield opened
    opened.close()


@pytest.fixture
def admin(store) -> tuple[accounts.User, str]:
    token = sign_in.first_administrator(store, ADMIN, "Voorbeeld", "Beheer", now(), timedelta(days=1))
    return sign_in.accept_invitation(store, token, "Bea", PASSWORD, "nl", now(), 14)


def as_admin(local, admin, lang="nl"):
    at = app(local, lang=lang)
    at.session_state["token"] = admin[1]
    return at


def press(at, label):
    return next(b for b in at.button if b.label == label).click().run()


def open_page(at, name):
    return at.switch_page(f"simulator/ui/pages/{name}.py").run()


def test_a_password_opens_the_inbox(local, admin):
    at = app(local).run()
    at.text_input[0].set_value(ADMIN)
    at.text_input[1].set_value(PASSWORD)
    at.button[0].click().run()
    assert "Alle scenario" in shown(at)


def test_a_wrong_password_says_the_same_as_an_unknown_address(local, admin):
    said = []
    for email in (ADMIN, "niemand@voorbeeld.example"):
        at = app(local).run()
        at.text_input[0].set_value(email)
        at.text_input[1].set_value("niet het goede wachtwoord")
        at.button[0].click().run()
        said.append(shown(at).replace(email, ""))
    assert said[0] == said[1]
    assert "Dat lukt niet" in said[0]


def test_nobody_signs_in_by_name_where_passwords_are_asked(local, store):
    _, token = accounts.sign_in(store, "Sanne", Role.ADMIN, "nl", now(), 14)
    at = app(local)
    at.session_state["token"] = token
    assert "Wachtwoord vergeten" in shown(at.run())


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_link_makes_an_account(local, store, admin, lang):
    token = people_admin.invite(
        store, admin[0], "nieuw@voorbeeld.example", admin[0].home_team, Role.TRAINER, now()
    )
    at = app(local, lang=lang, token=token).run()
    open_page(at, "welcome")
    assert "nieuw@voorbeeld.example" in shown(at)
    at.text_input[0].set_value("Nieuw")
    for field in at.text_input[1:]:
        field.set_value(PASSWORD)
    at.button[0].click().run()
    assert not at.exception
    assert sign_in.by_password(store, "nieuw@voorbeeld.example", PASSWORD, now(), 14)[0].lang == lang


def test_two_different_passwords_are_refused(local, store, admin):
    token = people_admin.invite(
        store, admin[0], "nieuw@voorbeeld.example", admin[0].home_team, Role.TRAINER, now()
    )
    at = app(local, token=token).run()
    open_page(at, "welcome")
    for field, value in zip(at.text_input, ("Nieuw", PASSWORD, PASSWORD + "!"), strict=True):
        field.set_value(value)
    at.button[0].click().run()
    assert "niet hetzelfde" in shown(at)
    assert sign_in.link(store, token, now())


def test_a_link_that_is_over_says_so(local):
    at = app(local, token="bestaat-niet").run()  # noqa: S106
    assert "werkt niet meer" in shown(open_page(at, "welcome"))


def test_an_invitation_is_shown_once(local, admin):
    at = open_page(as_admin(local, admin).run(), "people")
    at.get("button_group")[0].set_value("inviting").run()
    at.text_input(key="invite-email").set_value("nieuw@voorbeeld.example")
    press(at, "Maak een uitnodiging")
    assert "/welcome?token=" in at.code[0].value
    assert "nieuw@voorbeeld.example: Trainee in Beheer" in shown(at)
    press(at, "Gekopieerd, haal de link weg")
    assert not at.code


def test_the_last_administrator_is_told_why_he_stays(local, admin):
    at = open_page(as_admin(local, admin).run(), "people")
    at.selectbox(key="people-chosen").set_value(admin[0].id).run()
    press(at, "Sluit dit account")
    assert "laatste beheerder" in shown(at)
    assert "Sluit dit account" in {b.label for b in at.button}


def test_an_administrator_gives_and_takes_a_role_and_closes_an_account(local, store, admin):
    token = people_admin.invite(
        store, admin[0], "nieuw@voorbeeld.example", admin[0].home_team, Role.TRAINEE, now()
    )
    user, _ = sign_in.accept_invitation(store, token, "Nieuw", PASSWORD, "nl", now(), 14)
    at = open_page(as_admin(local, admin).run(), "people")
    at.selectbox(key="people-chosen").set_value(user.id).run()
    at.selectbox(key=f"give-role-{user.id}").set_value(Role.LEAD)
    press(at, "Geef deze rol")
    assert accounts.load(store, user.id).role is Role.LEAD
    press(at, "Neem weg: Teamleider in Beheer")
    assert accounts.load(store, user.id).memberships == ()
    press(at, "Sluit dit account")
    assert not accounts.load(store, user.id).active


def test_an_administrator_makes_and_renames_a_team(local, store, admin):
    at = open_page(as_admin(local, admin).run(), "people")
    at.get("button_group")[0].set_value("teams").run()
    at.text_input(key="team-new-name").set_value("Avondploeg")
    press(at, "Maak dit team")
    at.text_input(key="team-name").set_value("Nachtploeg")
    at.selectbox(key="team-old").select_index(0)
    press(at, "Wijzig de naam")
    assert [t.name for t in people_admin.teams(store, admin[0])] == ["Beheer", "Nachtploeg"]


def test_a_trainee_gets_no_access_to_people(home):  # noqa: F811
    at = app(home, "trainee").run()
    assert "Geen toegang" in shown(open_page(at, "people"))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_workshops_administrator_sees_who_is_there(home, lang):  # noqa: F811
    at = open_page(app(home, "admin", lang).run(), "people")
    assert not at.exception
    assert len(at.table) == 1


def test_the_command_prints_a_link_that_works(local, capsys):
    assert cli.main(["admin", ADMIN, "--url", "https://sim.example/"]) == 0
    link = capsys.readouterr().out.strip()
    assert link.startswith("https://sim.example/welcome?token=")
    at = app(local, token=link.split("=")[1]).run()
    assert ADMIN in shown(open_page(at, "welcome"))


def test_the_command_refuses_what_is_no_address(local, capsys):
    assert cli.main(["admin", "baas"]) == 2
    assert "baas" in capsys.readouterr().err


def start(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Start the real server; it must stop by itself."""
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "simulator_app.py",
        "--server.headless",
        "true",
        *words,
    ]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_workshop_does_not_start_where_others_can_reach_it():
    done = start("--server.address", "0.0.0.0", SIMULATOR_SIGN_IN="workshop")  # noqa: S104
    assert done.returncode == 2
    assert "server.address is 0.0.0.0" in done.stderr


def test_a_server_without_the_settings_of_its_provider_does_not_start():
    done = start(SIMULATOR_SIGN_IN="oidc")
    assert done.returncode == 2
    assert "SIMULATOR_OIDC_METADATA_URL is missing" in done.stderr


def answer(server: str, headers: tuple[tuple[bytes, bytes], ...] = (), kind: str = "http") -> list[dict]:
    """What the layer of workshop mode sends for a request."""
    sent: list[dict] = []

    async def inside(scope, receive, send):
        await send({"type": "inside"})

    async def send(message):
        sent.append(message)

    scope = {"type": kind, "server": (server, 8501), "headers": list(headers)}
    asyncio.run(OnlyThisMachine(inside)(scope, None, send))
    return sent


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_a_workshop_answers_this_machine(kind):
    assert answer("127.0.0.1", kind=kind) == [{"type": "inside"}]


@pytest.mark.parametrize(
    ("server", "headers"), [("192.0.2.1", ()), ("127.0.0.1", ((b"x-forwarded-for", b"192.0.2.9"),))]
)
def test_a_workshop_refuses_other_machines_however_it_was_started(server, headers):
    assert answer(server, headers)[0]["status"] == 403
    assert answer(server, headers, "websocket") == [{"type": "websocket.close", "code": 1008}]
