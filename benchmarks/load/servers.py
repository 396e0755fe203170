"""Servers of a load run: the simulator as operators start it, and an empty page."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EMPTY = ROOT / "benchmarks" / "empty_app.py"
START_SECONDS = 90
_RUN = "from streamlit.web.cli import main; main()"
_AS_IT_COMES = "import sys; sys.modules['uvloop'] = sys.modules['httptools'] = None; "
"""Neither is among what Streamlit requires; uvicorn does without where they cannot be imported."""


@dataclass
class Server:
    """A server process on loopback that keeps its port when it is started again."""

    command: list[str]
    env: dict[str, str]
    port: int
    log: Path
    alive: str
    folder: Path = ROOT
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it is: host and port."""
        return f"127.0.0.1:{self.port}"

    def start(self) -> Server:
        """Start it without waiting."""
        with self.log.open("ab") as out:
            env = {**os.environ, "PYTHONPATH": str(ROOT), **self.env}
            self.process = subprocess.Popen(self.command, cwd=self.folder, env=env, stdout=out, stderr=out)
        return self

    def answers(self) -> bool:
        """Whether it answers now."""
        try:
            return urllib.request.urlopen(f"http://{self.address}{self.alive}", timeout=1).status == 200
        except OSError:
            return False

    def wait(self) -> Server:
        """Wait until it answers.

        Raises:
            RuntimeError: When it ended, or did not answer in time.
        """
        end = time.monotonic() + START_SECONDS
        while not self.answers():
            if self.process is None or self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the server did not start: {self.log.read_text()[-2000:]}")
            time.sleep(0.1)
        return self

    def kill(self) -> None:
        """SIGKILL, as a crash would."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    stop = kill


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def app(url: str, home: Path) -> Server:
    """The simulator by `python -m simulator serve`, in workshop mode; not started yet."""
    port = _free_port()
    env = {"SIMULATOR_DATABASE_URL": url, "SIMULATOR_ADDRESS": "127.0.0.1", "SIMULATOR_PORT": str(port)}
    command = [sys.executable, "-m", "simulator", "serve"]
    return Server(command, env, port, home / f"app-{port}.log", "/readyz")


def start_app(url: str, home: Path) -> Server:
    """The simulator, started, with its language models loaded."""
    started = app(url, home).start().wait()
    warm(started)
    return started


def warm(server: Server) -> None:
    """Open one page, which has the models loaded, and wait until the processor is idle again."""
    urllib.request.urlopen(f"http://{server.address}/", timeout=5).read()
    import asyncio

    from benchmarks.load.window import Window

    async def look() -> None:
        window = Window(server.address)
        await window.open()
        await window.close()

    asyncio.run(look())
    quiet = 0
    while quiet < 3:
        before = seconds_of_work([server])
        time.sleep(1)
        quiet = quiet + 1 if seconds_of_work([server]) - before < 0.05 else 0


def start_empty(home: Path, *, tuned: bool) -> Server:
    """An empty page, started.

    Args:
        home: A folder without `.streamlit`, for the log.
        tuned: With the simulator's own `.streamlit/config.toml` and the faster event loop that is installed with it.
            Otherwise as `pip install streamlit` and `streamlit run` give it: its defaults, and Python's own loop.
    """
    port = _free_port()
    options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    command = [sys.executable, "-c", _RUN if tuned else _AS_IT_COMES + _RUN, "run", str(EMPTY), *options]
    folder = ROOT if tuned else home
    return Server(command, {}, port, home / f"empty-{port}.log", "/_stcore/health", folder).start().wait()


def memory_mb(servers: list[Server]) -> float:
    """Resident memory of servers and the processes that score for them, in MB."""
    return sum(int(_stat(pid)[21]) for pid in _processes(servers)) * os.sysconf("SC_PAGE_SIZE") / 2**20


def seconds_of_work(servers: list[Server]) -> float:
    """Processor seconds that servers and the processes that score for them have used."""
    stats = [_stat(pid) for pid in _processes(servers)]
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")


def stolen() -> float:
    """Processor seconds that the host of this virtual machine has kept for others since it started, of all cores."""
    return sum(_of_all_cores(7))


def worked() -> float:
    """Processor seconds that all processes of this machine have worked since it started: servers, database, driver."""
    user, nice, system = 0, 1, 2
    return sum(_of_all_cores(user, nice, system))


def _of_all_cores(*fields: int) -> list[float]:
    """Seconds from the first line of /proc/stat, whose fields are told in proc(5)."""
    counted = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    return [int(counted[n]) / os.sysconf("SC_CLK_TCK") for n in fields]


def _processes(servers: list[Server]) -> list[int]:
    """Ids of servers and their children."""
    own = {s.process.pid for s in servers if s.process is not None}
    pids = [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit()]
    return [pid for pid in pids if pid in own or int((_stat(pid) or ["0", "0"])[1]) in own]


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the third on; none when the process has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []
