"""The running app as a test has it: its database, and people who come in without the form."""

from __future__ import annotations

import sqlite3
import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from simulator import accounts
from simulator.accounts import Role
from simulator.store import people
from simulator.store.engine import Store, open_store
from simulator.ui.browser import COOKIE
from tests.browser.conftest import App


@cache
def _opened(database: Path) -> Store:
    return open_store(f"sqlite:///{database}")


@dataclass(frozen=True)
class Sim:
    """The real app, which tests share, and the team that this test's people work in.

    Attributes:
        app: The process.
        database: Its file.
        team: Id of the team and of its employer.
    """

    app: App
    database: Path
    team: str = people.WORKSHOP
    _ids: dict[str, str] = field(default_factory=dict)

    @property
    def store(self) -> Store:
        """The database, opened by the test."""
        return _opened(self.database)

    def of_a_new_team(self) -> Sim:
        """The same app with another employer and team, in which nobody has done anything yet."""
        team = f"team-{uuid.uuid4().hex[:12]}"
        now = datetime.now(UTC)
        with self.store.write() as connection:
            people.add_employer(connection, team, "Zaak", now)
            people.add_team(connection, team, team, "Ploeg", now)
        return replace(self, team=team, _ids={})

    def let_in(self, page: Page, name: str, role: Role = Role.TRAINEE, lang: str = "nl") -> None:
        """Give a browser the secret of somebody of the team; the same name is the same person."""
        now = datetime.now(UTC)
        if name not in self._ids:
            self._ids[name] = str(uuid.uuid4())
            with self.store.write() as connection:
                people.add(connection, self._ids[name], self.team, name, lang, now)
                people.give_role(connection, self._ids[name], self.team, role.value, now)
        token = accounts.open_session(self.store, self._ids[name], now, now + timedelta(days=1))
        page.context.add_cookies([{"name": COOKIE, "value": token, "url": self.app.base_url}])

    def rows(self, query: str, *values: object) -> list[tuple]:
        """What the database holds."""
        with sqlite3.connect(self.database, timeout=20) as connection:
            return connection.execute(query, values).fetchall()

    def change(self, statement: str) -> None:
        """Change the database behind the app's back."""
        with sqlite3.connect(self.database, timeout=20) as connection:
            connection.execute(statement)

    def draft(self, attempt: str) -> str:
        """Text of the newest draft of an attempt as the server has it."""
        query = (
            "select d.text from drafts d join turns t on t.id = d.turn_id "
            "where t.attempt_id = ? order by t.number desc"
        )
        found = self.rows(query, attempt)
        return found[0][0] if found else ""
