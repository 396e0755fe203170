"""What is in deploy/ can be used: tools that are here read it, and what it names exists."""

from __future__ import annotations

import configparser
import gzip
import http.client
import http.server
import re
import shutil
import ssl
import subprocess
import threading
from pathlib import Path

import pytest
import yaml

from simulator import cli
from simulator.setting_names import CONFIG, KNOWN
from tests import nginx_server
from tests.ports import free_port

PROGRAM = b"const answer = (to) => to;\n" * 400
ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
VARIABLES = {CONFIG, *(known.variable for known in KNOWN), *(f"{k.variable}_FILE" for k in KNOWN if k.secret)}


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def commands() -> set[str]:
    return set(next(a for a in cli._parser()._actions if isinstance(a.choices, dict)).choices)


needs_nginx = pytest.mark.skipif(
    nginx_server.program() is None, reason="no nginx here; install it, e.g. apt install nginx"
)


@pytest.fixture
def replica():
    """Stands for a replica: whatever is asked, it sends a long program that packs well."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/javascript")
            self.send_header("Content-Length", str(len(PROGRAM)))
            self.end_headers()
            self.wfile.write(PROGRAM)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@needs_nginx
@pytest.mark.parametrize(
    ("path", "packed"), [("/static/js/index.js", True), ("/download/1", False), ("/", False)]
)
def test_nginx_packs_the_programs_of_the_page_and_nothing_that_is_somebodys(tmp_path, replica, path, packed):
    nginx = nginx_server.Nginx(tmp_path, free_port(), free_port(), (replica,)).start()
    trusting = ssl.create_default_context(cafile=str(tmp_path / "fullchain.pem"))
    trusting.check_hostname = False  # The certificate of tests has no name that Python looks at.
    try:
        asking = http.client.HTTPSConnection("localhost", nginx.port, context=trusting, timeout=30)
        asking.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = asking.getresponse()
        body, encoding = answer.read(), answer.getheader("Content-Encoding")
        asking.close()
    finally:
        nginx.stop()
    assert (encoding == "gzip") is packed
    assert (gzip.decompress(body) if packed else body) == PROGRAM
    assert (len(body) < len(PROGRAM) / 3) is packed


@needs_nginx
def test_nginx_accepts_its_configuration(tmp_path):
    nginx = nginx_server.Nginx(tmp_path, 19443, 19080, (18501, 18502))
    nginx.write()
    said = nginx.check()
    assert said.returncode == 0, said.stderr
    assert "warn" not in said.stderr.replace('the "user" directive', "").split("could not open error log")[0]


def test_nginx_keeps_browsers_at_a_replica_and_goes_on_to_the_next():
    shown, upstream = text("nginx/webcare.conf"), text("nginx/upstream.conf")
    assert "hash $webcare_browser consistent;" in upstream
    assert len(re.findall(r"^    server .+ max_fails=1", upstream, re.MULTILINE)) == 2
    assert "proxy_next_upstream error timeout http_502 http_503;" in shown
    # A replica that says that it is not ready must not be taken away from visitors for it.
    assert len(re.findall(r"^    server .+ max_fails=0", upstream, re.MULTILINE)) == 2
    assert "metrics" in shown
    assert "proxy_set_header Upgrade $http_upgrade;" in shown


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_accepts_its_units(unit, tmp_path):
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd here")
    for file in UNITS:
        here = file.read_text(encoding="utf-8").replace("/opt/webcare/.venv/bin/python", "/bin/true")
        here = re.sub(r"^(User|Group)=.*$", r"\1=root", here, flags=re.MULTILINE)
        (tmp_path / file.name.replace("@", "@8501")).write_text(
            here.replace("WorkingDirectory=/opt/webcare", "")
        )
    wanted = tmp_path / unit.name.replace("@", "@8501")
    said = subprocess.run(
        [analyze, "verify", "--man=no", str(wanted)], capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    assert str(tmp_path) not in said.stderr


@pytest.mark.parametrize("unit", [u for u in UNITS if u.suffix == ".service"], ids=lambda unit: unit.name)
def test_units_start_commands_and_settings_that_exist(unit):
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read_string(unit.read_text(encoding="utf-8"))
    command = parser["Service"]["ExecStart"].split(" -m simulator ")[1].split()[0]
    assert command in commands()
    named = re.findall(r"^Environment=(SIMULATOR_\w+)=", unit.read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    assert set(named) <= VARIABLES
    assert parser["Service"]["User"] == "webcare"
    assert parser["Service"]["NoNewPrivileges"] == "yes"


def test_the_container_is_built_of_what_is_there_pinned_and_not_as_root():
    lines = re.sub(r"\\\n", " ", text("Containerfile")).splitlines()
    for line in lines:
        if line.startswith("COPY "):
            for source in line.split()[1:-1]:
                assert (ROOT / source).exists(), source
    told = "\n".join(lines)
    assert re.search(r"^FROM docker\.io/library/python:3\.11-", told, re.MULTILINE)
    installs = [line for line in lines if "pip install" in line]
    assert installs
    assert all("--constraint constraints.txt" in line for line in installs)
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users
    assert users[-1].split(":")[0] not in ("root", "0")
    assert lines.index(f"USER {users[-1]}") < next(
        n for n, line in enumerate(lines) if line.startswith("ENTRYPOINT")
    )
    assert not re.search(r"(SECRET|PASSWORD)\w*=\S", told)
    assert set(re.findall(r"SIMULATOR_\w+(?==)", told)) <= VARIABLES


def test_nothing_but_the_program_goes_into_the_container():
    rules = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if not line.startswith("#")]
    assert rules[0] == "*"
    let_in = {line[1:].split("/")[0] for line in rules if line.startswith("!")}
    copied = re.findall(r"^COPY (.+) \S+$", text("Containerfile"), re.MULTILINE)
    assert let_in == {name.split("/")[0] for line in copied for name in line.split()}


def test_compose_names_what_there_is():
    wanted = yaml.safe_load(text("compose/compose.yaml"))
    services, folder = wanted["services"], DEPLOY / "compose"
    assert {"database", "migrate", "app1", "app2", "nginx"} <= set(services)
    for name, service in services.items():
        for secret in service.get("secrets", []):
            assert secret in wanted["secrets"], (name, secret)
        for other in service.get("depends_on", []):
            assert other in services
        assert set(service["networks"]) <= set(wanted["networks"])
        for mount in service.get("volumes", []):
            source = mount.split(":")[0]
            if source.startswith(".") and "/secrets/" not in source:
                assert (folder / source).resolve().is_file(), source
        if "build" in service:
            context = (folder / service["build"]["context"]).resolve()
            assert context == ROOT
            assert (context / service["build"]["dockerfile"]).is_file()
            assert set(service["environment"]) <= VARIABLES
        assert "ports" not in service or name == "nginx"
    assert services["migrate"]["command"] == ["migrate"]
    assert set(re.findall(r"server (app\d):8501", text("compose/upstream.conf"))) == {"app1", "app2"}


def test_secrets_of_compose_stay_out_of_git():
    assert "secrets/" in text("compose/.gitignore").splitlines()


def test_the_test_run_installs_what_the_tests_need():
    told = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for package in ("chromium", "nginx", "postgresql", "make", "python3-venv"):
        assert re.search(rf"apt-get install .*\b{package}\b", told.replace("\\\n", " "))
