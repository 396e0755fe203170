"""The audit trail for administrators: by event and period, and as a file."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from simulator import accounts, audit_trail, people_admin
from simulator.audit import Event
from simulator.store.privacy_views import TrailRow
from simulator.ui import plain, session
from simulator.ui.parts.exports import link
from simulator.ui.parts.privacy import trail_words, words

_PAGE = "audit-page"
_PERIODS = (1, 7, 30, 90, 183, 366, 0)
"""Days up to today; 0 for everything."""
_DAYS = 30
_BEGIN = date(2020, 1, 1)
"""Before the first installation."""


def main() -> None:
    """Show the filters, a page of events and the button for the file."""
    who = accounts.require(session.store(), session.me(), accounts.Permission.SEE_AUDIT)
    plain.heading(session.text("nav-audit"), 1)
    plain.body(session.text("audit-intro"))
    wanted = _filters()
    page = int(st.session_state.get(_PAGE, 0))
    part = audit_trail.part(session.store(), who, wanted, page)
    if part.rows:
        st.table(_frame(part.rows), hide_index=True)
        _turn(part, page)
    else:
        plain.body(session.text("audit-none"))
    asked = {"first": wanted.first.isoformat(), "last": wanted.last.isoformat(), "event": wanted.event}
    link.on_request("audit", "audit", asked, session.text("audit-file-ask"), session.text("audit-file-link"))
    plain.muted(session.text("audit-kept"))


def _filters() -> audit_trail.Wanted:
    today = session.now().astimezone().date()
    columns = st.columns(2)
    with columns[0]:
        days = st.selectbox(
            session.text("audit-period"),
            _PERIODS,
            index=_PERIODS.index(_DAYS),
            format_func=_period,
            key="audit-days",
            on_change=_first_page,
        )
    with columns[1]:
        event = st.selectbox(
            session.text("audit-event"),
            ["", *(event.value for event in Event)],
            format_func=_event,
            key="audit-which",
            on_change=_first_page,
        )
    first = today - timedelta(days=days - 1) if days else _BEGIN
    return audit_trail.Wanted(first, today, event or "")


def _period(days: int) -> str:
    if days == 1:
        return session.text("audit-today")
    return session.text("audit-last-days", days=days) if days else session.text("audit-all-time")


def _event(value: str) -> str:
    return audit_trail.event_text(value, session.lang()) if value else session.text("audit-all")


def _frame(rows: tuple[TrailRow, ...]) -> pd.DataFrame:
    lang = session.lang()
    teams = {team.id: team.name for team in people_admin.teams(session.store(), session.me())}
    columns = {
        "audit-when": [words.moment(row.at) for row in rows],
        "audit-event": [audit_trail.event_text(row.event, lang) for row in rows],
        "audit-actor": [_people(row) for row in rows],
        "audit-details": [trail_words.details(row.details, teams) for row in rows],
    }
    return pd.DataFrame(
        {session.text(key): list(map(plain.safe_label, values)) for key, values in columns.items()}
    )


def _people(row: TrailRow) -> str:
    lang = session.lang()
    actor = audit_trail.person_text(row.actor, lang)
    if row.about is None or row.about == row.actor:
        return actor
    return session.text("audit-actor-about", actor=actor, about=audit_trail.person_text(row.about, lang))


def _turn(part: audit_trail.Part, page: int) -> None:
    first = page * audit_trail.PAGE + 1
    last = first + len(part.rows) - 1
    plain.muted(session.text("audit-shown", first=first, last=last, all=part.number))
    if part.number <= audit_trail.PAGE:
        return
    with st.container(horizontal=True):
        st.button(session.text("audit-newer"), disabled=page == 0, on_click=_go, args=(page - 1,))
        st.button(session.text("audit-older"), disabled=last >= part.number, on_click=_go, args=(page + 1,))


def _go(page: int) -> None:
    st.session_state[_PAGE] = page


def _first_page() -> None:
    _go(0)


main()
