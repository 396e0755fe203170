"""A real PostgreSQL server of our own, in a temporary folder: for tests and benchmarks."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.ports import free_port

DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """Folder of PostgreSQL's server programs: those on the path, else the newest that Debian has; None without."""
    on_path = shutil.which("initdb")
    if on_path and (Path(on_path).resolve().parent / "postgres").exists():
        return Path(on_path).resolve().parent
    there = [p / "bin" for p in DEBIAN.glob("[0-9]*") if (p / "bin" / "initdb").exists()]
    return max(there, key=lambda p: int(p.parent.name), default=None)


@dataclass
class PostgresServer:
    """A server on loopback that trusts everybody; PostgreSQL refuses to run as root, so then as `postgres`."""

    bin: Path
    options: tuple[str, ...] = ("fsync=off",)
    home: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="pg-")))
    port: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        if os.geteuid() == 0:
            shutil.chown(self.home, "postgres")
        data = self.home / "data"
        self._run("initdb", "-D", str(data), "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync")

    @property
    def _pid_file(self) -> Path:
        return self.home / "data" / "postmaster.pid"

    def start(self) -> PostgresServer:
        """Start it, also after it was killed, and wait until it answers."""
        # No socket file: its lock would name the process that was killed, which may linger without a parent.
        settings = [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            *self.options,
        ]
        told = f"-p {self.port} " + " ".join(f"-c {s}" for s in settings)
        self._pid_file.unlink(missing_ok=True)
        log = str(self.home / "log")
        self._run("pg_ctl", "-D", str(self.home / "data"), "-o", told, "-l", log, "-w", "start")
        return self

    def stop(self) -> None:
        """Stop it without waiting for who is connected."""
        self._run("pg_ctl", "-D", str(self.home / "data"), "-m", "fast", "-w", "stop")

    def kill(self) -> None:
        """SIGKILL to the server and all that it started, as when the machine's memory is full."""
        pid = int(self._pid_file.read_text().split()[0])
        children = [int(p) for p in subprocess.run(
            ["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False
        ).stdout.split()]  # fmt: skip
        for one in (pid, *children):
            _kill(one)
        # A server that starts while a process of the old one still holds the shared memory refuses to.
        end = time.monotonic() + 10
        while any(_is_alive(one) for one in (pid, *children)) and time.monotonic() < end:
            time.sleep(0.01)

    def make(self, name: str, template: str = "") -> str:
        """Make a database, a copy of another one if it is named, and give its address."""
        wanted = ["-T", template] if template else []
        where = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "test"]
        self._run("createdb", *where, *wanted, name)
        return self.url(name)

    def url(self, name: str) -> str:
        """SQLAlchemy's address of a database."""
        return f"postgresql+psycopg://test@127.0.0.1:{self.port}/{name}"

    def remove(self) -> None:
        """Stop it, if it runs, and delete all of it."""
        if self._pid_file.exists():
            self.kill()
        shutil.rmtree(self.home, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.bin / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        # pg_ctl's server would keep a pipe open for ever; a file it may keep.
        with (Path(tempfile.gettempdir()) / f"{self.home.name}.out").open("w+b") as out:
            done = subprocess.run(command, stdout=out, stderr=out, cwd=self.home, check=False)
            if done.returncode:
                out.seek(0)
                raise RuntimeError(f"{program}: {out.read().decode(errors='replace')[-2000:]}")


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"
