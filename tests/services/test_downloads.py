"""One-time addresses: who gets the file, how often, how long, and what the answer says."""

from __future__ import annotations

import asyncio
import tempfile
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from simulator import accounts, downloads
from simulator.accounts import NotAllowedError
from simulator.downloads import File, NoFileError
from simulator.store.tables import downloads as table
from simulator.ui import routes, session
from simulator.ui.browser import COOKIE

ROOT = Path(__file__).parents[2]
LETTER = File("brief.txt", "text/plain; charset=utf-8", b"Hallo")


@pytest.fixture
def made(monkeypatch) -> Iterator[list]:
    """A maker of letters; holds for whom, what and when each was made."""
    calls: list = []

    def maker(store, user, wanted, now):
        calls.append((user.id, wanted, now))
        return LETTER

    monkeypatch.setitem(downloads.MAKERS, "letter", maker)
    return calls


@pytest.fixture
def browser(store, office, now):
    """The sign-in secret of a person's browser."""
    return lambda who: accounts.open_session(store, who.id, now, now + timedelta(days=1))


def token_of(path):
    return path.removeprefix("/download/")


def ask(store, who, now, kind="letter"):
    return token_of(downloads.offer(store, who, kind, {"week": 47}, now))


def test_the_one_who_asked_gets_the_file(store, office, now, made, browser):
    token = ask(store, office.trainee, now)
    assert downloads.fetch(store, token, browser(office.trainee), now) == LETTER
    assert made == [(office.trainee.id, {"week": 47}, now)]


def test_an_address_works_once(store, office, now, made, browser):
    token, mine = ask(store, office.trainee, now), browser(office.trainee)
    downloads.fetch(store, token, mine, now)
    with pytest.raises(NoFileError):
        downloads.fetch(store, token, mine, now)


def test_of_many_at_once_one_gets_the_file(store, office, now, made, browser):
    token, mine = ask(store, office.trainee, now), browser(office.trainee)
    start, outcomes = threading.Barrier(8), []

    def fetch():
        start.wait()
        try:
            outcomes.append(downloads.fetch(store, token, mine, now))
        except NoFileError:
            outcomes.append(None)

    threads = [threading.Thread(target=fetch) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [o for o in outcomes if o] == [LETTER]
    assert len(outcomes) == 8


def test_an_address_is_good_for_five_minutes(store, office, now, made, browser):
    token, mine = ask(store, office.trainee, now), browser(office.trainee)
    with pytest.raises(NoFileError):
        downloads.fetch(store, token, mine, now + timedelta(minutes=5))
    assert downloads.fetch(store, token, mine, now + timedelta(minutes=5, seconds=-1)) == LETTER


@pytest.mark.parametrize("who", ["lead", "admin", "colleague", "foreign_admin"])
def test_somebody_elses_address_gives_nothing_and_stays_good_for_its_owner(
    store, office, now, made, browser, who
):
    token = ask(store, office.trainee, now)
    with pytest.raises(NoFileError):
        downloads.fetch(store, token, browser(getattr(office, who)), now)
    assert downloads.fetch(store, token, browser(office.trainee), now) == LETTER


@pytest.mark.parametrize("secret", ["", "made-up"])
def test_a_browser_that_is_not_signed_in_gets_nothing(store, office, now, made, secret):
    with pytest.raises(NoFileError):
        downloads.fetch(store, ask(store, office.trainee, now), secret, now)


def test_a_browser_that_signed_out_gets_nothing(store, office, now, made, browser):
    token, mine = ask(store, office.trainee, now), browser(office.trainee)
    accounts.sign_out(store, mine, now)
    with pytest.raises(NoFileError):
        downloads.fetch(store, token, mine, now)


def test_nobody_gets_a_file_that_nobody_makes(store, office, now, browser):
    with pytest.raises(NoFileError):
        downloads.fetch(store, ask(store, office.trainee, now, "unknown"), browser(office.trainee), now)


def test_somebody_who_was_deactivated_is_offered_nothing(store, office, now):
    with store.write() as connection:
        accounts.people.change(connection, office.trainee.id, active=False)
    with pytest.raises(NotAllowedError):
        downloads.offer(store, office.trainee, "letter", {}, now)


def test_the_database_keeps_no_token(store, office, now):
    token = ask(store, office.trainee, now)
    with store.read() as connection:
        stored = connection.execute(table.select()).one()
    assert stored.token_hash == accounts.hashed(token)
    assert token not in repr(stored)


def test_addresses_that_are_over_are_forgotten(store, office, now):
    ask(store, office.trainee, now)
    ask(store, office.trainee, now + timedelta(minutes=6))
    with store.read() as connection:
        assert len(connection.execute(table.select()).all()) == 1


def test_every_module_that_makes_files_is_loaded_when_one_is_fetched():
    makers = set()
    for file in (ROOT / "simulator").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if "MAKERS[" in text and file.name != "downloads.py" and "ui" not in file.parts:
            makers.add(".".join(file.relative_to(ROOT).with_suffix("").parts))
    assert makers == set(downloads.MAKER_MODULES)


# The route


def get(path, secret="", method="GET"):
    async def request():
        transport = httpx.ASGITransport(Starlette(routes=routes.routes()))
        cookies = {COOKIE: secret} if secret else {}
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost", cookies=cookies) as c:
            return await c.request(method, path)

    return asyncio.run(request())


@pytest.fixture
def served(store, now, monkeypatch):
    monkeypatch.setattr(session, "store", lambda: store)
    monkeypatch.setattr(session, "now", lambda: now)


def test_the_route_gives_a_file_that_no_browser_shows_keeps_or_runs(
    store, office, now, made, browser, served
):
    path = downloads.offer(store, office.trainee, "letter", {}, now)
    answer = get(path, browser(office.trainee))
    assert (answer.status_code, answer.content) == (200, b"Hallo")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-disposition"].startswith('attachment; filename="brief.txt"')
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("sandbox")


def test_the_route_gives_a_big_file_in_pieces(store, office, now, browser, served, monkeypatch):
    big = tempfile.TemporaryFile()  # noqa: SIM115 the route closes it
    big.write(b"x" * 300_000)
    monkeypatch.setitem(downloads.MAKERS, "big", lambda *_: File("b.bin", "application/octet-stream", big))
    path = downloads.offer(store, office.trainee, "big", {}, now)
    assert get(path, browser(office.trainee)).content == b"x" * 300_000
    assert big.closed


def test_everything_wrong_gives_the_same_short_answer(store, office, now, made, browser, served, monkeypatch):
    def fails(*_):
        raise RuntimeError("secret detail")

    def refuses(*_):
        raise NotAllowedError("export")

    monkeypatch.setitem(downloads.MAKERS, "fails", fails)
    monkeypatch.setitem(downloads.MAKERS, "refuses", refuses)
    mine = browser(office.trainee)
    paths = [
        downloads.offer(store, office.trainee, kind, {}, now) for kind in ("fails", "refuses", "unknown")
    ]
    answers = [get(path, mine) for path in ["/download/made-up", *paths]]
    answers.append(get(downloads.offer(store, office.trainee, "letter", {}, now)))
    assert {a.status_code for a in answers} == {404}
    assert len({a.content for a in answers}) == 1
    assert answers[0].headers["content-type"].startswith("text/plain")
    assert "secret" not in answers[0].text


def test_asking_for_the_headers_only_does_not_use_the_address_up(store, office, now, made, browser, served):
    path, mine = downloads.offer(store, office.trainee, "letter", {}, now), browser(office.trainee)
    assert get(path, mine, "HEAD").status_code == 404
    assert get(path, mine).status_code == 200


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("brief.txt", "brief.txt"),
        ("café.csv", "caf_.csv"),
        ('a";b\r\nX: y/..\\z.csv', "a;bX: y..z.csv"),
        ("\u202egnp.exe", "gnp.exe"),
    ],
)
def test_a_name_cannot_break_the_header(name, plain):
    header = routes.disposition(name)
    assert header.isascii()
    assert f'filename="{plain}"' in header
    assert "\r" not in header
