"""Statements for learning record stores: their form, that sending twice is one, and that nothing leaves unasked."""

from __future__ import annotations

import base64
import json
import re
import shutil
import threading
import uuid
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from sqlalchemy import insert, select

from scoring import Action
from simulator import employer, lrs, practice, xapi
from simulator.accounts import NotAllowedError
from simulator.lrs import LrsError
from simulator.practice import Mode
from simulator.store import tables
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from simulator.xapi import Wanted
from tests.conftest import NOW
from tests.office import make_office
from tests.services.test_practice import GOOD

DAY = NOW.date()
PERIOD = Wanted(since=DAY, until=DAY)
TEAM = Wanted(since=DAY, until=DAY, team="veer-een")
ADL = "http://adlnet.gov/expapi/"


@pytest.fixture(scope="module")
def template(tmp_path_factory, case):
    """A database with the office, and a finished attempt of a trainee."""
    file = tmp_path_factory.mktemp("xapi") / "template.db"
    store = open_store(f"sqlite:///{file}")
    upgrade(store)
    office = make_office(store, NOW)
    attempt = practised(store, office.trainee, case)
    store.close()
    return file, office, attempt


def practised(store, who, case):
    attempt = practice.start(store, who, case, Mode.PRACTICE, NOW, clock_on=True, seed=0)
    finished = select(tables.attempts.c.finished_at).where(tables.attempts.c.id == attempt)
    for number in range(1, 10):
        at = NOW + timedelta(minutes=number)
        practice.submit(store, who, attempt, number, GOOD, Action.REPLY_PUBLIC, at)
        with store.read() as connection:
            if connection.scalar(finished):
                return attempt
        practice.go_on(store, who, attempt, at)
    raise AssertionError("the conversation never ends")


@pytest.fixture
def store(template, tmp_path):
    opened = open_store(f"sqlite:///{shutil.copy(template[0], tmp_path / 'xapi.db')}")
    yield opened
    opened.close()


@pytest.fixture
def office(template):
    return template[1]


@pytest.fixture
def attempt(template):
    return template[2]


def statements(store, who, wanted=TEAM):
    with xapi.make(store, who, wanted, NOW).data as out:
        out.seek(0)
        return json.loads(out.read())


def of_verb(found, verb):
    return [s for s in found if s["verb"]["id"] == f"{ADL}verbs/{verb}"]


def is_iri(text):
    return re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", text) is not None


def check_statement(statement):
    """The rules of xAPI 1.0.3 for the parts that are used here (section 2.4 and 4 of its data part)."""
    assert set(statement) == {"id", "actor", "verb", "object", "result", "context", "timestamp"}
    assert str(uuid.UUID(statement["id"])) == statement["id"]
    assert set(statement["actor"]) == {"objectType", "account"}
    assert set(statement["actor"]["account"]) == {"homePage", "name"}
    assert is_iri(statement["actor"]["account"]["homePage"])
    assert is_iri(statement["verb"]["id"])
    assert set(statement["verb"]["display"]) == {"nl", "en"}
    check_activity(statement["object"])
    check_result(statement["result"])
    context = statement["context"]
    assert set(context) <= {"registration", "platform", "extensions", "contextActivities"}
    assert str(uuid.UUID(context["registration"])) == context["registration"]
    assert all(is_iri(key) for key in context["extensions"])
    for activity in context.get("contextActivities", {}).get("parent", []):
        check_activity(activity)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", statement["timestamp"])
    assert "null" not in json.dumps(statement)


def check_activity(activity):
    assert activity["objectType"] == "Activity"
    assert is_iri(activity["id"])
    assert is_iri(activity["definition"]["type"])


def check_result(result):
    assert set(result) <= {"score", "success", "completion", "duration"}
    assert isinstance(result["success"], bool)
    assert re.fullmatch(r"PT\d+(\.\d+)?S", result["duration"])
    score = result["score"]
    assert score["min"] <= score["raw"] <= score["max"]
    assert -1 <= score["scaled"] <= 1
    assert score["scaled"] == pytest.approx(score["raw"] / 100)


def test_every_statement_keeps_to_the_rules(store, office, attempt):
    found = statements(store, office.lead)
    for statement in found:
        check_statement(statement)
    verbs = {s["verb"]["id"].rsplit("/", 1)[1] for s in found}
    assert verbs in ({"answered", "completed", "passed"}, {"answered", "completed", "failed"})


def test_the_actor_is_a_code(store, office, attempt):
    found = statements(store, office.lead)
    assert {s["actor"]["account"]["name"] for s in found} == {office.trainee.pseudonym}
    text = json.dumps(found)
    for secret in (office.trainee.name, office.trainee.id, "postcode in een DM", "Lead"):
        assert secret not in text


def test_the_object_names_scenario_and_version(store, office, attempt):
    found = statements(store, office.lead)
    (done,) = of_verb(found, "completed")
    assert done["object"]["id"] == "https://simulator.example.org/scenarios/internet-drie-dagen/versions/1"
    answer = of_verb(found, "answered")[0]
    assert answer["context"]["contextActivities"]["parent"][0]["id"] == done["object"]["id"]


def test_the_home_of_names_can_be_set(monkeypatch, store, office, attempt):
    monkeypatch.setenv(xapi.HOME_SETTING, "https://training.example.com/")
    (done,) = of_verb(statements(store, office.lead), "completed")
    assert done["actor"]["account"]["homePage"] == "https://training.example.com"


def test_an_answer_tells_dimensions_scorer_and_rubric(store, office, attempt):
    answer = of_verb(statements(store, office.lead), "answered")[0]
    site = "https://simulator.example.org/xapi"
    extensions = answer["context"]["extensions"]
    assert set(extensions[f"{site}/dimensions"]) <= {"speed", "tone", "personalisation", "protocol"}
    assert extensions[f"{site}/scorer-version"]
    assert extensions[f"{site}/rubric"]
    assert f"{site}/human-final-score" not in extensions


def adjust(store, office, attempt, total):
    with store.write() as connection:
        of = tables.turns.c.attempt_id == attempt
        turn = connection.scalar(select(tables.turns.c.id).where(of, tables.turns.c.number == 1))
        card = connection.scalar(select(tables.scorecards.c.id).where(tables.scorecards.c.turn_id == turn))
        review = {
            "id": str(uuid.uuid4()),
            "turn_id": turn,
            "scorecard_id": card,
            "reviewer_id": office.lead.id,
        }
        more = {"at": NOW, "outcome": "adjusted", "blind": False, "comment": "", "compliment": False}
        connection.execute(insert(tables.reviews).values(**review, **more))
        final = {"turn_id": turn, "review_id": review["id"], "passed": False, "total": total, "at": NOW}
        connection.execute(insert(tables.final_scores).values(**final))


def test_the_score_of_a_person_is_the_result_and_the_automatic_one_stays(store, office, attempt):
    before = of_verb(statements(store, office.lead), "answered")[0]
    adjust(store, office, attempt, 12.0)
    after = of_verb(statements(store, office.lead), "answered")[0]
    site = "https://simulator.example.org/xapi"
    assert after["result"]["score"]["raw"] == 12.0
    assert after["result"]["success"] is False
    assert after["context"]["extensions"][f"{site}/human-final-score"] == {"passed": False, "total": 12.0}
    automatic = after["context"]["extensions"][f"{site}/automatic-score"]
    assert automatic["total"] == before["result"]["score"]["raw"]


def test_the_same_judgement_has_the_same_id_and_another_one_another(store, office, attempt):
    first, again = statements(store, office.lead), statements(store, office.lead)
    assert first == again
    adjust(store, office, attempt, 12.0)
    changed = {s["id"] for s in statements(store, office.lead)} - {s["id"] for s in first}
    # The adjusted answer, and the attempt that it belongs to (completed, failed).
    assert len(changed) == 3


def test_ids_are_unique(store, office, attempt):
    ids = [s["id"] for s in statements(store, office.lead)]
    assert len(ids) == len(set(ids)) >= 3


@pytest.mark.parametrize(
    ("who", "wanted"), [("trainee", TEAM), ("other_lead", TEAM), ("lead", PERIOD), ("foreign_admin", TEAM)]
)
def test_nobody_gets_statements_that_he_may_not_have(store, office, who, wanted):
    with pytest.raises(NotAllowedError):
        xapi.make(store, getattr(office, who), wanted, NOW)


# Sending


class Learning(ThreadingHTTPServer):
    """A small learning record store: fails as often as it is told, then takes."""

    def __init__(self, failures=(), status=200):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.failures, self.status = list(failures), status
        self.asked, self.kept = [], {}

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/xapi"


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), body))
        status = self.server.failures.pop(0) if self.server.failures else self.server.status
        if status == 200:
            self.server.kept.update({s["id"]: s for s in body})
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()
        if status == 200:
            self.wfile.write(json.dumps([s["id"] for s in body]).encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def learning(store, office):
    """Start a store, and set it as the employer's."""
    servers = []

    def start(**how):
        server = Learning(**how)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        employer.change(store, office.admin, employer.EmployerSettings(lrs_url=server.url), NOW)
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def send(store, who, **more):
    return lrs.send(store, who, PERIOD, NOW, pause=0.01, **more)


def test_statements_arrive_after_two_failures(store, office, attempt, learning):
    server = learning(failures=[503, 429])
    count = send(store, office.admin)
    assert count == len(server.kept) == len(statements(store, office.lead))
    assert len(server.asked) == 3


def test_sending_twice_gives_each_statement_once(store, office, attempt, learning):
    server = learning()
    assert send(store, office.admin) == send(store, office.admin) == len(server.kept)


def test_statements_go_in_batches(store, office, attempt, learning, monkeypatch):
    monkeypatch.setattr(lrs, "BATCH", 2)
    server = learning()
    count = send(store, office.admin)
    sizes = [len(body) for _, _, body in server.asked]
    assert max(sizes) == 2
    assert sum(sizes) == count


def test_the_store_is_told_who_and_which_version(store, office, attempt, learning):
    server = learning()
    send(
        store,
        office.admin,
        environment={"SIMULATOR_LRS_USER": "sim", "SIMULATOR_LRS_PASSWORD": "geheim"},
    )
    path, headers, _ = server.asked[0]
    assert path == "/xapi/statements"
    assert headers["X-Experience-API-Version"] == "1.0.3"
    assert headers["Authorization"] == "Basic " + base64.b64encode(b"sim:geheim").decode()


@pytest.mark.parametrize(
    ("status", "code", "tries"),
    [
        (500, "unreachable", 5),
        (401, "credentials", 1),
        (409, "conflict", 1),
        (400, "refused", 1),
        (302, "refused", 1),
    ],
)
def test_a_store_that_does_not_take_them_is_named(store, office, attempt, learning, status, code, tries):
    server = learning(status=status)
    with pytest.raises(LrsError) as failed:
        send(store, office.admin, environment={})
    assert (failed.value.code, failed.value.sent, len(server.asked)) == (code, 0, tries)


def test_what_arrived_before_it_stopped_is_told_and_noted(store, office, attempt, learning, monkeypatch):
    monkeypatch.setattr(lrs, "BATCH", 2)
    learning(failures=[200, 400])
    with pytest.raises(LrsError) as failed:
        send(store, office.admin)
    assert failed.value.sent == 2
    with store.read() as connection:
        query = select(tables.audit_events.c.details).where(tables.audit_events.c.event == "exported")
        details = json.loads(connection.scalar(query))
    assert (details["to"], details["rows"]) == ("lrs", 2)


def test_nothing_answers_at_the_address(store, office, attempt, learning):
    server = learning()
    server.shutdown()
    server.server_close()
    with pytest.raises(LrsError) as failed:
        send(store, office.admin)
    assert failed.value.code == "unreachable"


def test_nothing_is_sent_without_an_address(store, office, attempt):
    with pytest.raises(LrsError) as failed:
        send(store, office.admin)
    assert failed.value.code == "off"


@pytest.mark.parametrize(
    "url",
    [
        "http://lrs.example.com/xapi",
        "http://localhost.example.com/",
        "http://127.0.0.1.example.com/",
        "https://naam:geheim@lrs.example.com/",
        "ftp://lrs.example.com/",
        "https:///xapi",
        "https://[::1",
        "file:///etc/passwd",
    ],
)
def test_only_safe_addresses_are_used(url):
    with pytest.raises(LrsError) as failed:
        lrs.checked_address(url)
    assert failed.value.code == "address"


@pytest.mark.parametrize(
    "url", ["https://lrs.example.com/xapi/", "http://localhost:8080", "http://127.0.0.1/x", "http://[::1]:9/"]
)
def test_https_and_this_machine_are_safe(url):
    assert lrs.checked_address(url) == url.rstrip("/")


@pytest.mark.parametrize("who", ["lead", "trainer", "trainee"])
def test_only_an_administrator_sends(store, office, attempt, learning, who):
    server = learning()
    with pytest.raises(NotAllowedError):
        send(store, getattr(office, who))
    assert server.asked == []
