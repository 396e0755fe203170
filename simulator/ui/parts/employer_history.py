"""What was changed in the employer's settings, by whom and when."""

from __future__ import annotations

import streamlit as st

from simulator import employer
from simulator.i18n import clock_time, day
from simulator.ui import plain, session


def show() -> None:
    """Show all versions, newest first."""
    plain.heading(session.text("employer-history"), 2)
    versions = employer.history(session.store(), session.me())
    if not versions:
        plain.muted(session.text("employer-no-history"))
    for version in versions:
        at = version.at.astimezone()
        when = f"{day(at, session.lang())} {clock_time(at)}"
        with st.container(border=True):
            plain.heading(
                session.text("employer-version", number=version.number, who=version.by, when=when), 3
            )
            plain.bullets(
                [
                    session.text(
                        "employer-change",
                        name=session.text(f"employer-name-{name.replace('_', '-')}"),
                        before=_value(name, before),
                        after=_value(name, after),
                    )
                    for name, before, after in version.changes
                ]
            )


def _value(name: str, value: object) -> str:
    if isinstance(value, bool):
        return session.text("employer-on" if value else "employer-off")
    if isinstance(value, dict):
        return ", ".join(f"{session.text(f'dimension-{d}')} {share:.0%}" for d, share in value.items())
    if value is None:
        return session.text("employer-forever")
    if name == "sample_share" and isinstance(value, int | float):
        return f"{value:.0%}"
    if name.endswith("_days"):
        return session.text("employer-days", days=value)
    return str(value) or session.text("employer-none")
