"""Start an app script in its own process and drive it with a real browser."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.contexts import Contexts, outside
from tests.browser.csp import policy_holds  # noqa: F401 a fixture for every test
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
START_SECONDS = 60
RECORDINGS = ("--tracing", "--video", "--screenshot")

# Two browsers and two servers share a small machine in the tests; what is asked is whether, not how fast.
expect.set_options(timeout=60_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser when there is none, and say so."""
    if CHROMIUM:
        return
    skip = pytest.mark.skip(reason="no Chromium here; install it, e.g. apt install chromium")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Use the installed Chromium, with the flags a container needs; what one page compiled serves the next."""
    flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
    flags.append("--process-per-site")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": flags}


def wait_ready(page: Page) -> None:
    """Wait until the script has run and what it made is on the page."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=60_000)


@dataclass
class App:
    """A Streamlit script in a process of its own, on a port it keeps when restarted."""

    script: Path
    env: dict[str, str]
    port: int = field(default_factory=free_port)
    process: subprocess.Popen | None = None

    @property
    def base_url(self) -> str:
        """The address without a slash at the end."""
        return f"http://localhost:{self.port}"

    def start(self) -> "App":
        """Start the server and wait until it answers."""
        command = [sys.executable, "-m", "streamlit", "run", str(self.script)]
        options = {
            "server.port": str(self.port),
            "server.headless": "true",
            "server.address": "127.0.0.1",
            "server.fileWatcherType": "none",
            "browser.gatherUsageStats": "false",
        }
        for name, value in options.items():
            command += [f"--{name}", value]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **self.env},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.script} stopped with code {self.process.returncode}")
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=1)
            except OSError:
                time.sleep(0.1)
            else:
                return self
        self.kill()
        raise TimeoutError(f"{self.script} did not answer within {START_SECONDS} s")

    def kill(self) -> None:
        """Stop the server the hard way (SIGKILL), as a crash would."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(10)

    def restart(self) -> None:
        """Kill the server and start it again on the same port."""
        self.kill()
        self.start()


def _starter() -> Iterator[Callable[..., App]]:
    apps: list[App] = []

    def start(script: Path, env: dict[str, str] | None = None) -> App:
        apps.append(App(Path(script), env or {}))
        return apps[-1].start()

    yield start
    for app in apps:
        app.kill()


@pytest.fixture(scope="module")
def running_app() -> Iterator[Callable[..., App]]:
    """Start app scripts: ``running_app(script, env)``; all are stopped after the module."""
    yield from _starter()


@pytest.fixture(scope="session")
def lasting_app() -> Iterator[Callable[..., App]]:
    """Start app scripts that serve every module of this process."""
    yield from _starter()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    """The browser contexts that tests take one after another."""
    return Contexts(browser)


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext],
    contexts: Contexts,
    browser_context_args: dict,
    pytestconfig: pytest.Config,
) -> Iterator[Callable[..., BrowserContext]]:
    """Give contexts in which no test has left anything; those of a recording are made for it."""
    if any(pytestconfig.getoption(name) not in ("off", None) for name in RECORDINGS):
        yield lambda **options: contexts.watch(new_context(**options))
        contexts.let_go()
        return
    yield lambda **options: contexts.take(**{**browser_context_args, **options})
    contexts.give_back()


@pytest.fixture
def another(new_context: Callable[..., BrowserContext]) -> Callable[[], Page]:
    """Make pages of other people's browsers: ``another()``."""
    return lambda: new_context().new_page()


@pytest.fixture
def console_errors(page: Page) -> list[str]:
    """Collect the script errors of the page."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    return errors


@pytest.fixture(autouse=True)
def nothing_leaves_the_machine(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every request of every browser test, whoever's browser makes it, goes to this machine."""
    if request.node.get_closest_marker("browser") is None:
        yield
        return
    contexts: Contexts = request.getfixturevalue("contexts")
    request.getfixturevalue("new_context")
    yield
    asked = contexts.asked()
    assert asked
    assert outside(asked) == []
