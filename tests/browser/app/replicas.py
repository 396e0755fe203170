"""Two replicas of the app on PostgreSQL behind nginx, as an installation has them; each can be killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from simulator.store.engine import Store, open_store
from simulator.store.migrate import upgrade
from tests.browser.app.sim import Sim
from tests.browser.conftest import ROOT
from tests.nginx_server import Nginx
from tests.ports import free_port
from tests.postgres_server import PostgresServer

SECRET = "a-secret-of-this-test-and-no-other-one"  # noqa: S105 of a test


@dataclass
class Replica:
    """One `python -m simulator serve`."""

    env: dict[str, str]
    port: int = field(default_factory=free_port)
    process: subprocess.Popen | None = None

    def start(self) -> Replica:
        """Start it and wait until it can take visitors."""
        env = {**os.environ, **self.env, "SIMULATOR_PORT": str(self.port)}
        self.process = subprocess.Popen([sys.executable, "-m", "simulator", "serve"], cwd=ROOT, env=env)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=3)
            except OSError:
                assert self.process.poll() is None, "the replica did not start"
                time.sleep(0.1)
            else:
                return self
        raise TimeoutError("the replica is not ready")

    def kill(self) -> None:
        """End it as when the machine loses power."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(10)

    @property
    def visitors(self) -> int:
        """How many windows are connected to it, by the system's table of connections."""
        wanted = f"0100007F:{self.port:04X}"
        lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
        return sum(1 for line in lines if line[1] == wanted and line[3] == "01")


@dataclass(frozen=True)
class Front:
    """What a test opens: the address of nginx."""

    base_url: str


class Installation:
    """PostgreSQL, two replicas and nginx."""

    def __init__(self, postgres: Path, scenarios: Path) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="replicas-"))
        self.database = PostgresServer(postgres).start()
        url = self.database.make("failover")
        self.store: Store = open_store(url)
        upgrade(self.store)
        port = free_port()
        env = {
            "SIMULATOR_DATABASE_URL": url,
            "SIMULATOR_SCENARIOS": str(scenarios),
            "SIMULATOR_SIGN_IN": "local",
            "SIMULATOR_PUBLIC_URL": f"https://localhost:{port}",
            "SIMULATOR_COOKIE_SECRET": SECRET,
        }
        self.replicas = [Replica(env).start(), Replica(env).start()]
        self.nginx = Nginx(self.home, port, free_port(), tuple(r.port for r in self.replicas)).start()
        self.sim = ServerSim(Front(f"https://localhost:{port}"), self.home, opened=self.store).of_a_new_team()  # type: ignore[arg-type]

    def stop(self) -> None:
        """Stop and remove all of it."""
        self.nginx.stop()
        for replica in self.replicas:
            replica.kill()
        self.store.close()
        self.database.remove()
        shutil.rmtree(self.home, ignore_errors=True)


@dataclass(frozen=True)
class ServerSim(Sim):
    """The app on a database server."""

    opened: Store | None = None

    @property
    def store(self) -> Store:
        """The database, opened by the test."""
        assert self.opened is not None
        return self.opened

    def rows(self, query: str, *values: object) -> list[tuple]:
        """What the database holds."""
        named = query
        for number in range(len(values)):
            named = named.replace("?", f":v{number}", 1)
        with self.store.read() as connection:
            found = connection.execute(text(named), {f"v{n}": value for n, value in enumerate(values)})
            return [tuple(row) for row in found]
