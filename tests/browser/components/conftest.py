"""Cases for the small apps: what a test wants to see, and what arrived."""

import json
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import App, wait_ready

APPS = Path(__file__).parent / "apps"
COMPONENTS = [path.stem.removesuffix("_app") for path in APPS.glob("*_app.py") if path.stem != "any_app"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Case:
    """One page of an app, with its own small database."""

    app: App
    component: str
    name: str
    home: Path

    @property
    def url(self) -> str:
        """Where it is shown."""
        return f"{self.app.base_url}/?app={self.component}&case={self.name}"

    @property
    def state_file(self) -> Path:
        """The file that plays the database."""
        return self.home / f"{self.name}.state.json"

    def write(self, content: dict[str, Any]) -> None:
        """Say what the app has to show from its next run on."""
        (self.home / f"{self.name}.json").write_text(json.dumps(content))

    def state(self) -> dict[str, Any]:
        """Read what arrived at the server."""
        if not self.state_file.exists():
            return {"draft": None, "drafts": [], "submits": [], "expired": [], "runs": 0}
        return json.loads(self.state_file.read_text())

    def wait(self, test: Callable[[dict[str, Any]], object], seconds: float = 60) -> dict[str, Any]:
        """Wait until the state passes; fails with the state when it never does."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            state = self.state()
            if test(state):
                return state
            time.sleep(0.05)
        raise AssertionError(f"not within {seconds} s: {self.state()}")

    def refresh(self, page: Page) -> None:
        """Run the script again, as any button does."""
        page.get_by_role("button", name="Vernieuw").click(delay=50)
        expect(page.get_by_text("Vernieuwd")).to_be_visible()
        wait_ready(page)

    def open(self, page: Page) -> None:
        """Go there and wait until it stands."""
        page.goto(self.url)
        wait_ready(page)
        page.locator(".wc").wait_for()


@pytest.fixture(scope="session")
def case_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cases")


@pytest.fixture(scope="session")
def case_app(lasting_app: Callable[..., App], case_home: Path) -> App:
    """The app that shows the component that the address names."""
    return lasting_app(APPS / "any_app.py", {"CASES": str(case_home)})


@pytest.fixture
def case(request: pytest.FixtureRequest, case_app: App, case_home: Path) -> Case:
    """A page about the component that the test module is named after, maybe with more words behind it."""
    if case_app.process and case_app.process.poll() is not None:
        case_app.start()  # A failed test must not leave a dead server to the next one.
    about = Path(request.module.__file__).stem.removeprefix("test_")
    component = next(name for name in COMPONENTS if about.startswith(name))
    return Case(case_app, component, f"c-{uuid.uuid4().hex[:12]}", case_home)


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """Run axe on our component (open shadow roots are part of it)."""

    def check(page: Page) -> None:
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.violations_count == 0, found.generate_report()

    return check
