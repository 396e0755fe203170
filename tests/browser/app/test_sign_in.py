"""Coming in and going out in the browser: with a password, and at a real OpenID provider."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from simulator import accounts, people_admin, sign_in
from simulator.accounts import Role
from simulator.store.engine import Store
from tests.browser.app.conftest import SMALL, start
from tests.browser.app.sim import Sim
from tests.browser.app.test_accessibility import assert_accessible
from tests.browser.conftest import ROOT, wait_ready
from tests.ports import free_port

pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.xdist_group("sign-in"),
]  # three apps, started once

PASSWORD = "vier paarse fietsen op zolder"  # noqa: S105
ADMIN = "baas@voorbeeld.example"
TOKEN_SECONDS = 15
PEOPLE = [
    {"sub": "lotte", "name": "Lotte", "groups": ["leads"]},
    {"sub": "tim", "name": "Tim", "groups": ["webcare", "anders"]},
    {"sub": "nora", "name": "Nora", "groups": []},
]
ROLES = {
    "employer": "Voorbeeld Telecom",
    "claim": "groups",
    "roles": [
        {"value": "webcare", "team": "Avondploeg", "role": "trainee"},
        {"value": "leads", "team": "Avondploeg", "role": "lead"},
    ],
}


@dataclass
class Place:
    """An app that people sign in to, and its database."""

    sim: Sim

    @property
    def store(self) -> Store:
        """The database."""
        return self.sim.store

    def url(self, path: str) -> str:
        return self.sim.app.base_url + path


def _place(running_app, home: Path, blank: Path, **env: str) -> Place:
    return Place(start(running_app, home, SMALL, blank, **env))


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def local(running_app, tmp_path_factory, blank_database) -> Place:
    """An app with local accounts and one administrator."""
    home = tmp_path_factory.mktemp("local")
    place = _place(running_app, home, blank_database, SIMULATOR_SIGN_IN="local")
    token = sign_in.first_administrator(place.store, ADMIN, "Voorbeeld", "Beheer", now(), timedelta(days=1))
    sign_in.accept_invitation(place.store, token, "Bea Baas", PASSWORD, "nl", now(), 14)
    return place


def _member(place: Place, email: str, role: Role) -> accounts.User:
    """Somebody with a local account in the team of the administrator."""
    with place.store.read() as connection:
        (admin_id,) = connection.exec_driver_sql("select id from users where email = ?", (ADMIN,)).one()
    admin = accounts.load(place.store, admin_id)
    token = people_admin.invite(place.store, admin, email, str(admin.home_team), role, now())
    return sign_in.accept_invitation(place.store, token, email.split("@")[0], PASSWORD, "nl", now(), 14)[0]


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """Address of a provider whose tokens last an hour."""
    yield from _provider(3600)


@pytest.fixture(scope="module")
def hasty_provider() -> Iterator[str]:
    """Address of a provider whose tokens last some seconds."""
    yield from _provider(TOKEN_SECONDS)


def _provider(seconds: int) -> Iterator[str]:
    port = free_port()
    module = "tests.browser.app.provider_process"
    command = [sys.executable, "-W", "ignore", "-m", module, str(port), str(seconds)]
    process = subprocess.Popen([*command, *map(json.dumps, PEOPLE)], cwd=ROOT)
    url = f"http://localhost:{port}/.well-known/openid-configuration"
    try:
        end = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(url, timeout=1)
                break
            except OSError:
                assert process.poll() is None
                assert time.monotonic() < end
                time.sleep(0.1)
        yield url
    finally:
        process.kill()
        process.wait(10)


def _with_provider(running_app, home: Path, blank: Path, metadata_url: str) -> Place:
    roles = home / "roles.json"
    roles.write_text(json.dumps(ROLES))
    settings = {
        "SIMULATOR_SIGN_IN": "oidc",
        "SIMULATOR_OIDC_METADATA_URL": metadata_url,
        "SIMULATOR_OIDC_CLIENT_ID": "simulator",
        "SIMULATOR_OIDC_CLIENT_SECRET": "voor-de-test",
        "SIMULATOR_OIDC_REDIRECT_URI": "http://localhost:{port}/oauth2callback",  # Streamlit fills in the port
        "SIMULATOR_COOKIE_SECRET": "a-secret-of-this-test-and-no-other",
        "SIMULATOR_OIDC_ROLES": str(roles),
        "AUTHLIB_INSECURE_TRANSPORT": "1",
    }
    return _place(running_app, home, blank, **settings)


@pytest.fixture(scope="module")
def with_provider(running_app, tmp_path_factory, blank_database, provider) -> Place:
    return _with_provider(running_app, tmp_path_factory.mktemp("oidc"), blank_database, provider)


@pytest.fixture(scope="module")
def with_hasty_provider(running_app, tmp_path_factory, blank_database, hasty_provider) -> Place:
    return _with_provider(running_app, tmp_path_factory.mktemp("hasty"), blank_database, hasty_provider)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click(delay=50)


def give_password(page: Page, email: str, password: str = PASSWORD) -> None:
    """Fill in and send the form of sign-in."""
    page.get_by_label("E-mailadres", exact=True).fill(email)
    page.get_by_label("Wachtwoord", exact=True).fill(password)
    press(page, "Aanmelden")


def go_through_provider(page: Page, who: str) -> None:
    """From the page of sign-in to the provider and back."""
    press(page, "Aanmelden bij je organisatie")
    page.get_by_role("button", name=who, exact=True).click()


def at_sign_in(page: Page) -> None:
    expect(page.get_by_role("heading", name="Welkom bij de webcare simulator")).to_be_visible()


# Local accounts


def test_a_deep_link_leads_to_its_page_after_a_password(page, local):
    page.goto(local.url("/people?uit=een-brief"))
    at_sign_in(page)
    assert_accessible(page)
    give_password(page, ADMIN)
    expect(page.get_by_role("heading", name="Mensen", exact=True)).to_be_visible()
    assert page.url == local.url("/people?uit=een-brief")
    assert_accessible(page)


def test_an_invitation_makes_an_account_and_works_once(page, local, another):
    page.goto(local.url("/people"))
    give_password(page, ADMIN)
    page.get_by_text("Uitnodigen", exact=True).click(delay=50)
    page.get_by_label("E-mailadres", exact=True).fill("nieuw@voorbeeld.example")
    press(page, "Maak een uitnodiging")
    link = page.get_by_test_id("stCode").inner_text().strip()
    assert_accessible(page)
    new = another()
    new.goto(link)
    expect(new.get_by_text("nieuw@voorbeeld.example")).to_be_visible()
    assert_accessible(new)
    new.get_by_label("Naam").fill("<img src=//evil.example/x> **Nieuw**")
    new.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
    new.get_by_label("Nog een keer hetzelfde wachtwoord").fill(PASSWORD)
    press(new, "Opslaan en beginnen")
    expect(new.get_by_role("heading", name="Alle scenario's")).to_be_visible()
    page.goto(local.url("/people"))
    expect(page.get_by_text("<img src=//evil.example/x> **Nieuw**").first).to_be_visible()
    page.context.clear_cookies()
    page.goto(link)
    expect(page.get_by_text("Deze link werkt niet meer.")).to_be_visible()


def test_five_wrong_passwords_lock_the_right_one_out(page, local):
    _member(local, "vergeten@voorbeeld.example", Role.TRAINEE)
    page.goto(local.url("/progress"))
    for number in range(5):
        give_password(page, "vergeten@voorbeeld.example", f"niet het goede wachtwoord {number}")
        expect(page.get_by_text("Dat lukt niet.")).to_be_visible()
        wait_ready(page)
    give_password(page, "vergeten@voorbeeld.example")
    wait_ready(page)
    expect(page.get_by_text("Dat lukt niet.")).to_be_visible()
    at_sign_in(page)
    found = local.sim.rows("select details from audit_events where event = 'locked_out'")
    assert [json.loads(details)["minutes"] for (details,) in found] == [1]
    assert "webcare_sign_in" not in {c["name"] for c in page.context.cookies()}


def test_signing_out_counts_in_another_tab_at_its_next_click(page, local):
    page.goto(local.url("/people"))
    give_password(page, ADMIN)
    expect(page.get_by_role("heading", name="Mensen", exact=True)).to_be_visible()
    page.wait_for_function("document.cookie.includes('webcare_sign_in')")
    other = page.context.new_page()
    other.goto(local.url("/settings"))
    other.get_by_role("button", name="Afmelden").click(delay=50)
    at_sign_in(other)
    other.wait_for_function("!document.cookie.includes('webcare_sign_in')")
    page.get_by_text("Teams", exact=True).click(delay=50)
    at_sign_in(page)
    assert page.url == local.url("/people")


def test_a_tab_that_waits_at_sign_in_follows_the_one_that_signed_in(page, local):
    page.goto(local.url("/progress"))
    at_sign_in(page)
    wait_ready(page)
    other = page.context.new_page()
    other.goto(local.url("/people"))
    give_password(other, ADMIN)
    expect(page.get_by_role("heading", name="Mijn voortgang")).to_be_visible()
    expect(other.get_by_role("heading", name="Mensen", exact=True)).to_be_visible()


def test_a_role_taken_in_mid_session_counts_at_the_next_click(page, local):
    user = _member(local, "tweede@voorbeeld.example", Role.ADMIN)
    page.goto(local.url("/people"))
    give_password(page, "tweede@voorbeeld.example")
    expect(page.get_by_role("heading", name="Mensen", exact=True)).to_be_visible()
    (admin_id,) = local.sim.rows("select id from users where email = ?", ADMIN)[0]
    admin = accounts.load(local.store, admin_id)
    people_admin.give_role(local.store, admin, user.id, str(user.home_team), Role.TRAINEE, now())
    page.get_by_text("Teams", exact=True).click(delay=50)
    expect(page.get_by_role("heading", name="Geen toegang")).to_be_visible()
    assert page.url == local.url("/people")
    people_admin.deactivate(local.store, admin, user.id, now())
    page.get_by_role("link", name="Naar alle scenario's").click(delay=50)
    at_sign_in(page)


def test_a_changed_password_signs_the_other_browser_out(page, local, another):
    _member(local, "derde@voorbeeld.example", Role.TRAINEE)
    there = another()
    for tab in (there, page):
        tab.goto(local.url("/settings"))
        give_password(tab, "derde@voorbeeld.example")
        expect(tab.get_by_role("heading", name="Instellingen")).to_be_visible()
    page.get_by_label("Wachtwoord van nu").fill(PASSWORD)
    page.get_by_label("Nieuw wachtwoord").fill("drie groene boten in de haven")
    page.get_by_label("Nog een keer hetzelfde wachtwoord").fill("drie groene boten in de haven")
    press(page, "Wachtwoord wijzigen")
    expect(page.get_by_text("Je wachtwoord is gewijzigd.")).to_be_visible()
    assert_accessible(page)
    there.get_by_text("Engels", exact=True).click(delay=50)
    at_sign_in(there)


def test_who_knows_the_id_of_a_session_does_not_get_in_with_it(page, local):
    ids: list[str] = []

    def note_id(data: bytes | str) -> None:
        message = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
        if message.WhichOneof("type") == "new_session":
            ids.append(message.new_session.initialize.session_id)

    page.on("websocket", lambda socket: socket.on("framereceived", note_id))
    page.goto(local.url("/people"))
    give_password(page, ADMIN)
    expect(page.get_by_role("heading", name="Mensen", exact=True)).to_be_visible()
    wait_ready(page)
    page.goto("about:blank")
    words = _first_page_of(local.url("/_stcore/stream").replace("http", "ws"), ids[-1])
    assert "Wachtwoord vergeten?" in words
    assert "Bea" not in words


def _first_page_of(url: str, session_id: str) -> str:
    """What a stranger is shown who joins a session by its id, with no cookie."""
    shown = ""
    with connect(url, subprotocols=["streamlit", "none", session_id]) as socket:
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        socket.send(asked.SerializeToString())
        joined = False
        while True:
            message = ForwardMsg.FromString(socket.recv(timeout=60))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                assert message.new_session.initialize.session_id == session_id
                joined, shown = True, ""
            elif kind == "delta":
                shown += str(message.delta.new_element.html.body)
            elif kind == "script_finished" and joined:
                return shown


# The provider


def test_a_deep_link_leads_to_its_page_after_the_provider(page, with_provider):
    page.goto(with_provider.url("/team?dagen=30"))
    at_sign_in(page)
    assert_accessible(page)
    go_through_provider(page, "lotte")
    page.wait_for_url(with_provider.url("/team?dagen=30"))
    expect(page.get_by_role("heading", name="Teamoverzicht", exact=True)).to_be_visible()
    found = with_provider.sim.rows(
        "select u.name, t.name, m.role from users u join memberships m on m.user_id = u.id "
        "join teams t on t.id = m.team_id where u.subject = 'lotte'"
    )
    assert found == [("Lotte", "Avondploeg", "lead")]


def test_a_page_without_the_right_shows_no_access_at_its_own_address(page, with_provider):
    page.goto(with_provider.url("/people"))
    go_through_provider(page, "tim")
    page.wait_for_url(with_provider.url("/people"))
    expect(page.get_by_role("heading", name="Geen toegang")).to_be_visible()


def test_signing_out_at_the_provider_counts_in_another_tab_and_the_cookie_opens_nothing(page, with_provider):
    page.goto(with_provider.url("/settings"))
    go_through_provider(page, "tim")
    expect(page.get_by_role("heading", name="Instellingen")).to_be_visible()
    kept = page.context.cookies()
    other = page.context.new_page()
    other.goto(with_provider.url("/settings"))
    other.get_by_role("button", name="Afmelden").click(delay=50)
    other.wait_for_url("**/oauth2/end_session**")
    page.get_by_text("Engels", exact=True).click(delay=50)
    at_sign_in(page)
    # Somebody who kept a copy of the cookies comes no further with them.
    page.context.add_cookies(kept)
    other.goto(with_provider.url("/progress"))
    at_sign_in(other)
    expect(other.get_by_text("Je bent afgemeld of je aanmelding is verlopen.")).to_be_visible()


def test_who_has_no_role_is_told_so(page, with_provider):
    page.goto(with_provider.url("/progress"))
    go_through_provider(page, "nora")
    expect(page.get_by_text("je hebt hier nog geen rol")).to_be_visible()
    assert with_provider.sim.rows("select count(*) from users where subject = 'nora'") == [(0,)]


def test_a_role_taken_in_mid_session_counts_although_the_claims_still_give_it(page, with_provider):
    page.goto(with_provider.url("/team"))
    go_through_provider(page, "lotte")
    expect(page.get_by_role("heading", name="Teamoverzicht", exact=True)).to_be_visible()
    with with_provider.store.write() as connection:
        connection.exec_driver_sql(
            "update memberships set role = 'trainee' "
            "where user_id = (select id from users where subject = 'lotte')"
        )
    page.reload()
    expect(page.get_by_role("heading", name="Geen toegang")).to_be_visible()


def test_a_sign_in_ends_with_its_token(page, with_hasty_provider):
    page.goto(with_hasty_provider.url("/settings"))
    go_through_provider(page, "tim")
    expect(page.get_by_role("heading", name="Instellingen")).to_be_visible()
    signed_in = time.monotonic()
    page.get_by_text("Engels", exact=True).click(delay=50)
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    time.sleep(max(0, TOKEN_SECONDS + 1 - (time.monotonic() - signed_in)))
    page.get_by_text("Dutch", exact=True).click(delay=50)
    expect(page.get_by_role("heading", name="Welkom bij de webcare simulator")).to_be_visible()
    assert page.url == with_hasty_provider.url("/settings")
    expect(page.get_by_text("Je bent afgemeld of je aanmelding is verlopen.")).to_be_visible()
    go_through_provider(page, "tim")
    page.wait_for_url(with_hasty_provider.url("/settings"))
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
