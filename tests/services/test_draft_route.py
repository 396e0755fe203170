"""The address that takes drafts: it keeps what the browser's own user typed, and nothing else."""

from __future__ import annotations

import asyncio
import dataclasses
from datetime import timedelta

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse

from scoring import Action
from simulator import accounts, admission, practice
from simulator.accounts import Role
from simulator.settings import SignIn, from_environment
from simulator.store import practice_rows as rows
from simulator.store.faults import Kind, StoreUnavailableError
from simulator.ui import draft_route, session
from simulator.ui.browser import COOKIE
from simulator.ui.components.reply_form import slot_of

WORKSHOP = from_environment({})
LOCAL = dataclasses.replace(WORKSHOP, sign_in=SignIn.LOCAL)


@pytest.fixture
def trainee(store, now):
    """A trainee and the secret of his browser."""
    return accounts.sign_in(store, "Sanne", Role.TRAINEE, "nl", now, 14)


@pytest.fixture
def attempt(store, trainee, case, now):
    return practice.start(store, trainee[0], case, practice.Mode.TEST, now, clock_on=True, seed=0)


@pytest.fixture(autouse=True)
def served(store, now, monkeypatch):
    monkeypatch.setattr(session, "store", lambda: store)
    monkeypatch.setattr(session, "now", lambda: now)
    monkeypatch.setattr(session, "settings", lambda: WORKSHOP)


def draft(attempt, seq=1, text="Wat vervelend", **more):
    return {"slot": slot_of(attempt, 1), "seq": seq, "text": text, "action": "reply_public", **more}


def post(secret, headers=None, **body):
    async def request():
        transport = httpx.ASGITransport(draft_route.KeepsDrafts(Starlette()))
        cookies = {COOKIE: secret} if secret else {}
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost", cookies=cookies) as c:
            return await c.post(draft_route.PATH, headers=headers, **body)

    return asyncio.run(request())


def kept(store, attempt):
    with store.read() as connection:
        (turn,) = rows.attempt_with_turns(connection, attempt).turns
        return rows.draft(connection, turn.id)


def test_a_draft_is_kept_and_confirmed(store, trainee, attempt):
    answer = post(trainee[1], json=draft(attempt, seq=3))
    assert (answer.status_code, answer.json()) == (200, {"saved_seq": 3})
    assert kept(store, attempt)[1:4] == (3, "Wat vervelend", "reply_public")


def test_an_older_draft_changes_nothing_and_is_told_the_newer_number(store, trainee, attempt):
    post(trainee[1], json=draft(attempt, seq=5, text="nieuw"))
    assert post(trainee[1], json=draft(attempt, seq=2, text="oud")).json() == {"saved_seq": 5}
    assert kept(store, attempt).text == "nieuw"


@pytest.mark.parametrize(("waited", "status"), [(0.0, 409), (60.0, 200)])
def test_in_a_test_a_draft_counts_from_when_it_came_not_from_when_the_server_had_time(
    store, trainee, attempt, now, monkeypatch, waited, status
):
    with store.read() as connection:
        (turn,) = rows.attempt_with_turns(connection, attempt).turns
    monkeypatch.setattr(session, "now", lambda: now + timedelta(seconds=turn.budget_seconds + 30))
    monkeypatch.setattr(admission, "waited", lambda: waited)
    assert post(trainee[1], json=draft(attempt)).status_code == status


def test_nobody_and_a_made_up_secret_are_refused(store, attempt):
    assert {post(secret, json=draft(attempt)).status_code for secret in ("", "verzonnen")} == {401}
    assert kept(store, attempt) is None


def test_somebody_elses_attempt_and_a_turn_that_is_not_there_look_the_same(store, attempt, now, trainee):
    _, joris = accounts.sign_in(store, "Joris", Role.TRAINEE, "nl", now, 14)
    assert post(joris, json=draft(attempt)).status_code == 404
    wrong = [f"{attempt}:2", f"{attempt}:0", f"{attempt}:²", f"{attempt}:{'9' * 40}", attempt, "x:1"]
    assert {post(trainee[1], json=draft(attempt, slot=slot)).status_code for slot in wrong} == {404}
    assert kept(store, attempt) is None


@pytest.mark.parametrize(
    "body",
    [
        {"content": b"", "headers": {"Content-Type": "application/json"}},
        {"content": b"{", "headers": {"Content-Type": "application/json"}},
        {"content": b"[" * 90_000, "headers": {"Content-Type": "application/json"}},
        {"content": b'"' + b"x" * 200_000 + b'"', "headers": {"Content-Type": "application/json"}},
        {"json": ["slot", 1]},
        {"json": {"slot": "a:1", "seq": "1", "text": "x", "action": ""}},
        {"json": {"slot": "a:1", "seq": 1, "text": 5, "action": ""}},
    ],
    ids=["empty", "broken", "deep", "big", "no object", "no number", "no text"],
)
def test_what_is_no_draft_is_refused(body, trainee):
    assert post(trainee[1], **body).status_code == 400


def test_other_sites_are_refused(store, trainee, attempt):
    form = {"content": b"{}", "headers": {"Content-Type": "text/plain"}}
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert post(trainee[1], **form).status_code == 403
    assert post(trainee[1], elsewhere, json=draft(attempt)).status_code == 403
    assert kept(store, attempt) is None


def test_only_posting_is_answered_and_other_addresses_are_passed_on():
    async def asked(method, path):
        transport = httpx.ASGITransport(draft_route.KeepsDrafts(PlainTextResponse("page")))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.request(method, path)

    assert asyncio.run(asked("GET", draft_route.PATH)).status_code == 405
    assert asyncio.run(asked("POST", "/drafts")).text == "page"


def test_a_draft_after_the_time_is_not_taken(trainee, attempt, now, monkeypatch):
    monkeypatch.setattr(session, "now", lambda: now + timedelta(hours=2))
    assert post(trainee[1], json=draft(attempt)).status_code == 409


def test_a_draft_of_an_answered_turn_is_not_confirmed(store, trainee, attempt, now):
    """The form goes by Streamlit then, where the page sees that it was answered in another window."""
    practice.submit(store, trainee[0], attempt, 1, "Klaar", Action.REPLY_PUBLIC, now)
    assert post(trainee[1], json=draft(attempt)).status_code == 409


def test_a_database_that_is_away_is_said(trainee, attempt, monkeypatch):
    def away(*_):
        raise StoreUnavailableError(Kind.NO_CONNECTION)

    monkeypatch.setattr(practice, "save_draft", away)
    assert post(trainee[1], json=draft(attempt)).status_code == 503


def test_a_name_from_the_workshop_opens_nothing_where_people_have_passwords(trainee, attempt, monkeypatch):
    monkeypatch.setattr(session, "settings", lambda: LOCAL)
    assert post(trainee[1], json=draft(attempt)).status_code == 401


def test_drafts_go_by_streamlit_where_a_provider_says_who_somebody_is():
    assert draft_route.path_for(LOCAL) == draft_route.PATH
    assert draft_route.path_for(dataclasses.replace(LOCAL, provider=object())) == ""
