"""How the installation does, for administrators: versions, numbers, times, and the last errors."""

from __future__ import annotations

from datetime import datetime, timedelta

import pandas as pd
import streamlit as st

from simulator import installation
from simulator.i18n import number
from simulator.observe.recent import LastError, Times
from simulator.ui import plain, session
from simulator.ui.parts.privacy import words

_DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def main() -> None:
    """Show the state as tables."""
    state = installation.state(session.store(), session.me(), session.now())
    plain.heading(session.text("nav-installation"), 1)
    plain.body(session.text("installation-intro"))
    st.button(session.text("installation-again"))
    plain.heading(session.text("installation-what"))
    plain.pairs(
        [
            (session.text("installation-version"), state.version),
            (session.text("installation-rules"), f"{state.rubric} / {state.scorer}"),
            (session.text("installation-database"), _DATABASES.get(state.database, state.database)),
            (session.text("installation-migration"), state.migration),
            (session.text("installation-uptime"), _span(state.uptime)),
            (session.text("installation-sessions"), number(state.sessions, session.lang())),
            (session.text("installation-backup"), _backup(state.backed_up)),
        ]
    )
    plain.heading(session.text("installation-numbers"))
    _table(
        ("installation-of", "installation-hour", "installation-day"),
        [
            (session.text("installation-submits"), *map(str, state.submits)),
            (session.text("installation-errors"), *map(str, state.failed)),
        ],
    )
    plain.heading(session.text("installation-times"))
    _table(
        ("installation-of", "installation-number", "installation-median", "installation-p95"),
        [
            (session.text("installation-scoring"), *_times(state.scoring)),
            (session.text("installation-saving"), *_times(state.saving)),
        ],
    )
    plain.muted(session.text("installation-times-which"))
    plain.heading(session.text("installation-last-errors"))
    if state.errors:
        _table(
            (
                "installation-kind",
                "installation-error",
                "installation-when",
                "installation-id",
                "installation-number",
            ),
            [_error(error) for error in state.errors],
        )
        plain.muted(session.text("installation-find"))
    else:
        plain.body(session.text("installation-no-errors"))


def _backup(at: datetime | None) -> str:
    return words.moment(at) if at else session.text("installation-backup-elsewhere")


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    columns = {session.text(key): [plain.safe_label(row[i]) for row in rows] for i, key in enumerate(heads)}
    st.table(pd.DataFrame(columns), hide_index=True)


def _times(times: Times) -> tuple[str, str, str]:
    return str(times.number), _milliseconds(times.median), _milliseconds(times.p95)


def _milliseconds(seconds: float | None) -> str:
    if seconds is None:
        return session.text("installation-none")
    return session.text("installation-ms", number=max(1, round(seconds * 1000)))


def _error(error: LastError) -> tuple[str, ...]:
    kind = session.text(f"installation-kind-{error.kind.replace('_', '-')}")
    number_of_line = error.request_id or session.text("installation-none")
    return (
        kind,
        error.error.removeprefix("builtins."),
        words.moment(error.at),
        number_of_line,
        str(error.number),
    )


def _span(span: timedelta) -> str:
    hours, rest = divmod(span.seconds, 3600)
    return session.text("installation-span", days=span.days, hours=hours, minutes=rest // 60)


main()
