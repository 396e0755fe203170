"""A real nginx of our own with the configuration of deploy/, in a temporary folder: for tests."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

DEPLOY = Path(__file__).resolve().parents[1] / "deploy" / "nginx"


def program() -> str | None:
    """The program, None without; Debian keeps it outside an ordinary user's path."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/sbin")


def make_certificate(home: Path) -> None:
    """A certificate for localhost that nobody has signed."""
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    command += ["-keyout", str(home / "privkey.pem"), "-out", str(home / "fullchain.pem")]
    subprocess.run(command, check=True, capture_output=True)


@dataclass
class Nginx:
    """nginx on loopback, in front of replicas.

    Attributes:
        home: An empty folder.
        port: Where people come in, by TLS.
        plain_port: Where they come in without.
        replicas: Ports of the replicas.
    """

    home: Path
    port: int
    plain_port: int
    replicas: tuple[int, ...]
    process: subprocess.Popen | None = None

    def write(self) -> Path:
        """Write what it reads: the files of deploy/ with ports and paths of this test; gives the main file."""
        make_certificate(self.home)
        shown = (DEPLOY / "webcare.conf").read_text(encoding="utf-8")
        for there, here in {
            "listen 80;": f"listen 127.0.0.1:{self.plain_port};",
            "listen [::]:80;": "",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.port} ssl http2;",
            "listen [::]:443 ssl http2;": "",
            "/etc/webcare/tls/": f"{self.home}/",
            "/var/log/nginx/": f"{self.home}/",
            "server_name simulator.example.org;": "server_name localhost;",
        }.items():
            assert there in shown, there
            shown = shown.replace(there, here)
        upstream = (DEPLOY / "upstream.conf").read_text(encoding="utf-8")
        assert "server 127.0.0.1:8501 " in upstream

        def ours(shown: re.Match[str]) -> str:
            return "".join(shown[1].replace("8501", str(port)) for port in self.replicas)

        upstream = re.sub(
            r"(^    server 127\.0\.0\.1:8501 .*;\n)(?:^    server .*;\n)*", ours, upstream, flags=re.MULTILINE
        )
        (self.home / "webcare.conf").write_text(shown)
        (self.home / "upstream.conf").write_text(upstream)
        folders = "".join(
            f"{kind}_temp_path {self.home}/{kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        main = self.home / "nginx.conf"
        main.write_text(
            f"pid {self.home}/pid;\nerror_log {self.home}/error.log;\ndaemon off;\nworker_processes 1;\n"
            f"events {{}}\nhttp {{\n{folders}include {self.home}/webcare.conf;\n"
            f"include {self.home}/upstream.conf;\n}}\n"
        )
        # Started by root it works as www-data, which must reach the folder.
        for folder in (self.home, *self.home.parents):
            if folder.stat().st_uid == 0 and str(folder).startswith("/tmp/"):  # noqa: S108
                folder.chmod(folder.stat().st_mode | 0o055)
        return main

    def check(self) -> subprocess.CompletedProcess:
        """What nginx says of the configuration."""
        return self._run("-t")

    def start(self) -> Nginx:
        """Start it and wait until it answers."""
        main = self.write()
        said = self.check()
        assert said.returncode == 0, said.stderr
        self.process = subprocess.Popen([str(program()), "-p", str(self.home), "-c", str(main)])
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self
        raise TimeoutError("nginx did not answer")

    def stop(self) -> None:
        """Stop it at once."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(10)

    def _run(self, *words: str) -> subprocess.CompletedProcess:
        main = self.home / "nginx.conf"
        command = [str(program()), "-p", str(self.home), "-c", str(main), *words]
        return subprocess.run(command, capture_output=True, text=True, check=False)
