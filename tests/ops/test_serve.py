"""`python -m simulator serve` as a real process: health, headers, how it stops, and when it does not start."""

from __future__ import annotations

import base64
import hashlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import streamlit

from simulator.store.readiness import Problem, Readiness
from simulator.ui import headers, streamlit_options
from tests.ports import free_port

ROOT = Path(__file__).parents[2]
LONG = 120
"""Seconds for what takes some by itself, on a machine on which everything runs at once."""
EVERYWHERE = "0.0.0.0"  # noqa: S104 to be refused
SECRET = "a-secret-of-this-test-and-no-other-one"  # noqa: S105 of a test


def command_line(*words: str) -> list[str]:
    return [sys.executable, "-m", *words]


class Server:
    """A started server."""

    def __init__(self, url: str, command: list[str] | None = None, **env: str) -> None:
        self.port = free_port()
        port = {"SIMULATOR_PORT": str(self.port), "STREAMLIT_SERVER_PORT": str(self.port)}
        given = {**os.environ, "SIMULATOR_DATABASE_URL": url, **port, **env}
        self.process = subprocess.Popen(
            command or command_line("simulator", "serve"),
            cwd=ROOT,
            env=given,
            stderr=subprocess.PIPE,
            text=True,
        )

    def get(self, path: str, method: str = "GET") -> tuple[int, http.client.HTTPMessage, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path)
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, answer.headers, text

    def wait(self) -> Server:
        end = time.monotonic() + LONG
        while time.monotonic() < end:
            try:
                self.get("/livez")
            except OSError:
                assert self.process.poll() is None, self.process.stderr.read()
                time.sleep(0.05)
            else:
                return self
        raise TimeoutError

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture(scope="module")
def good_url(tmp_path_factory, blank_database) -> str:
    return f"sqlite:///{shutil.copy(blank_database, tmp_path_factory.mktemp('serve') / 'good.db')}"


@pytest.fixture(scope="module")
def served(good_url):
    """The service on a good database, known to lie behind TLS."""
    server = Server(
        good_url,
        SIMULATOR_SIGN_IN="local",
        SIMULATOR_COOKIE_SECRET=SECRET,
        SIMULATOR_PUBLIC_URL="https://sim.example",
    ).wait()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def ordinary(good_url):
    """What `make run` starts."""
    server = Server(good_url, command_line("streamlit", "run", "simulator_app.py")).wait()
    yield server
    server.stop()


def test_it_lives_and_is_ready(served):
    for path, word in (("/livez", "alive\n"), ("/readyz", "ready\n")):
        status, told, text = served.get(path)
        assert (status, text, told["Cache-Control"]) == (200, word, "no-store")


@pytest.mark.parametrize("kind", ["served", "ordinary"])
@pytest.mark.parametrize(
    "path",
    ["/", "/livez", "/readyz", "/_stcore/health", "/_stcore/metrics", "/favicon.png", "/download/x", "/%00"],
)
def test_every_answer_has_the_headers(request, kind, path):
    server = request.getfixturevalue(kind)
    _, told, _ = server.get(path)
    rules = dict(
        rule.strip().split(" ", 1)
        for rule in told["Content-Security-Policy"].split(";")
        if " " in rule.strip()
    )
    assert "unsafe-eval" not in str(rules)
    assert "'unsafe-inline'" not in rules.get("script-src", "") + rules["default-src"]
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["X-Frame-Options"] == "DENY"
    assert told["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in told["Permissions-Policy"]
    assert ("Strict-Transport-Security" in told) == (kind == "served")
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        assert len(told.get_all(name)) == 1


def test_streamlits_one_inline_script_is_named_by_its_hash(served):
    _, told, page = served.get("/")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in told["Content-Security-Policy"]


def test_a_made_up_host_does_not_come_into_the_policy():
    app = headers.Guarded(None)
    for host in ("evil.example; script-src *", "a b", "", "x" * 300):
        answer = {"type": "http.response.start"}
        app._put_on(answer, host)
        assert b"connect-src 'self';" in dict(answer["headers"])[b"content-security-policy"]


def test_a_stricter_policy_of_an_answer_itself_stays():
    answer = {"headers": [(b"Content-Security-Policy", b"default-src 'none'; sandbox")]}
    headers.Guarded(None)._put_on(answer, "localhost")
    policies = [value for name, value in answer["headers"] if name.lower() == b"content-security-policy"]
    assert policies == [b"default-src 'none'; sandbox"]


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp"]
)
def test_figures_and_interfaces_for_programs_are_closed(served, path):
    assert served.get(path)[0] == 404


def test_nothing_is_told_of_the_server(served):
    assert "server" not in served.get("/livez")[1]


def test_a_connection_stays_open_during_a_pause(served):
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    connection.request("GET", "/livez")
    connection.getresponse().read()
    held = connection.sock
    time.sleep(6)
    connection.request("GET", "/livez")
    assert connection.getresponse().status == 200
    assert connection.sock is held
    connection.close()


def test_a_database_that_is_not_there_is_not_ready_and_none_is_made(tmp_path):
    server = Server(f"sqlite:///{tmp_path / 'none.db'}").wait()
    assert server.get("/livez")[0] == 200
    status, _, text = server.get("/readyz")
    assert (status, text) == (503, "not ready: the database is not there\n")
    assert list(tmp_path.iterdir()) == []
    server.stop()


def test_a_database_that_is_not_at_this_version_is_not_ready(tmp_path):
    (tmp_path / "old.db").touch()
    assert Readiness(f"sqlite:///{tmp_path / 'old.db'}", 2).problem() is Problem.VERSION


def test_a_good_database_server_is_ready(postgres_store):
    url = postgres_store.engine.url.render_as_string(hide_password=False)
    assert Readiness(url, 5).problem() is Problem.NONE


@pytest.mark.parametrize("listens", [False, True], ids=["nobody there", "somebody who says nothing"])
def test_a_server_that_does_not_answer_is_told_in_time(listens):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        if listens:
            silent.listen()
        asked = Readiness(f"postgresql+psycopg://x:{SECRET}@127.0.0.1:{silent.getsockname()[1]}/x", 1)
        began = time.monotonic()
        assert [asked.problem() for _ in range(3)] == [Problem.SILENT] * 3
        assert time.monotonic() - began < 5
        assert sum(thread.name == "readiness" for thread in threading.enumerate()) <= 1


def test_it_stops_when_asked_with_status_zero(good_url):
    server = Server(good_url).wait()
    server.process.send_signal(signal.SIGTERM)
    server.process.communicate(timeout=LONG)
    assert server.process.returncode == 0


SLOW = """
import socket, sys, threading, time
from simulator.settings import from_environment
from simulator.ui import server
settings = from_environment()
def page():
    print("at work", file=sys.stderr, flush=True)
    time.sleep(float(sys.argv[1]))
    print("stored", file=sys.stderr, flush=True)
def later():
    while socket.socket().connect_ex(("127.0.0.1", settings.server.port)):
        time.sleep(0.05)
    threading.Thread(target=page, name="ScriptRunner.scriptThread", daemon=True).start()
threading.Thread(target=later, daemon=True).start()
server.run(settings)
"""
"""The real server with a page at work that takes some seconds."""


def at_work(url: str, seconds: int, patience: int) -> Server:
    """A server in which a page is at work."""
    server = Server(url, [sys.executable, "-c", SLOW, str(seconds)], SIMULATOR_GRACEFUL_SECONDS=str(patience))
    for line in server.process.stderr:
        if "at work" in line:
            return server
    raise AssertionError("it ended")


def test_what_runs_ends_and_newcomers_are_sent_away(good_url):
    server = at_work(good_url, 5, 60)
    server.process.send_signal(signal.SIGTERM)
    time.sleep(0.5)
    assert server.get("/livez")[0] == 200
    status, _, text = server.get("/readyz")
    assert (status, text) == (503, "not ready: this server stops\n")
    assert server.get("/")[0] == 503
    _, said = server.process.communicate(timeout=LONG)
    assert "stored" in said
    assert server.process.returncode == 0


def test_it_does_not_wait_longer_than_it_was_told(good_url):
    server = at_work(good_url, 2 * LONG, 2)
    server.process.send_signal(signal.SIGTERM)
    _, said = server.process.communicate(timeout=LONG)
    assert "stored" not in said
    assert server.process.returncode in (0, 1)


def served_with(env):
    """What `serve` says that ends by itself."""
    command = command_line("simulator", "serve")
    return subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=LONG, check=False
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"SIMULATOR_PROT": "1"}, "did you mean SIMULATOR_PORT"),
        ({"SIMULATOR_ADDRESS": EVERYWHERE}, "SIMULATOR_SIGN_IN=workshop"),
        (
            {"SIMULATOR_ADDRESS": EVERYWHERE, "SIMULATOR_SIGN_IN": "local"},
            "SIMULATOR_COOKIE_SECRET is missing",
        ),
        ({"SIMULATOR_DATABASE_URL": f"nosuch://x:{SECRET}@y/z"}, "SIMULATOR_DATABASE_URL"),
        (
            {
                "SIMULATOR_ADDRESS": "192.0.2.1",
                "SIMULATOR_SIGN_IN": "local",
                "SIMULATOR_COOKIE_SECRET": SECRET,
            },
            "listen",
        ),
    ],
)
def test_with_wrong_settings_it_ends_with_two_and_says_why(good_url, given, told):
    env = {**os.environ, "SIMULATOR_DATABASE_URL": good_url, **given}
    done = served_with(env)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert SECRET not in done.stderr


def test_a_port_that_is_taken_is_told(served, good_url):
    env = {**os.environ, "SIMULATOR_DATABASE_URL": good_url, "SIMULATOR_PORT": str(served.port)}
    done = served_with(env)
    assert done.returncode == 2
    assert "in use" in done.stderr


def test_streamlit_cannot_be_told_otherwise_from_outside(good_url):
    env = {**os.environ, "SIMULATOR_DATABASE_URL": good_url, "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full"}
    done = subprocess.run(
        command_line("streamlit", "run", "simulator_app.py"),
        cwd=ROOT, env=env, capture_output=True, text=True, timeout=LONG, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "client.showErrorDetails" in done.stderr


def test_what_streamlit_must_be_told_stands_in_the_one_place():
    fixed = streamlit_options.fixed()
    wanted = {
        "runner.postScriptGC": False, "runner.magicEnabled": False, "server.fileWatcherType": "none",
        "client.toolbarMode": "minimal", "client.showErrorLinks": False, "client.showErrorDetails": "none",
        "browser.gatherUsageStats": False, "server.enableXsrfProtection": True, "server.enableCORS": True,
        "server.maxUploadSize": 2,
    }  # fmt: skip
    assert {name: fixed.get(name) for name in wanted} == wanted


def test_the_policy_is_made_of_the_installed_page():
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    assert "sha256-" in headers.policy(page)
    assert "sha256-" not in headers.policy("<p>nothing inline</p>")
