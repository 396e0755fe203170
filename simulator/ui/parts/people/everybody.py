"""The people of an employer: a table, and what can be changed about one of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import pandas as pd
import streamlit as st

from simulator import people_admin
from simulator.accounts import Role, User
from simulator.people_admin import Person
from simulator.settings import SignIn
from simulator.store.engine import Store
from simulator.ui import plain, session
from simulator.ui.parts.people import said

_MOST = 100


def show(people: list[Person]) -> None:
    """Show the table, and the one who is chosen."""
    wanted = st.text_input(session.text("people-search"), key="people-search").strip().casefold()
    found = [p for p in people if wanted in f"{p.name} {p.email}".casefold()]
    plain.muted(session.text("people-count", shown=min(len(found), _MOST), count=len(people)))
    if not found:
        return
    table = pd.DataFrame([_row(p) for p in found[:_MOST]])
    if not any(p.email for p in people):
        table = table.drop(columns=session.text("people-email"))
    st.table(table, hide_index=True)
    by_id = {p.id: p for p in found}
    chosen = st.selectbox(
        session.text("people-choose"),
        list(by_id),
        index=None,
        format_func=lambda user_id: " · ".join(x for x in (by_id[user_id].name, by_id[user_id].email) if x),
        placeholder=session.text("people-choose-hint"),
        key="people-chosen",
    )
    if chosen:
        _one(by_id[chosen])


def _row(person: Person) -> dict[str, str]:
    roles = ", ".join(
        session.text("people-role-in", role=session.text(f"role-{m.role.value}"), team=m.team)
        for m in person.memberships
    )
    return {
        session.text("people-name"): plain.safe_label(person.name),
        session.text("people-email"): plain.safe_label(person.email or "–"),
        session.text("people-roles"): plain.safe_label(roles or session.text("people-no-role")),
        session.text("people-state"): session.text(f"people-state-{_state(person)}"),
    }


def _state(person: Person) -> str:
    return "closed" if not person.active else "locked" if person.locked else "open"


def _one(person: Person) -> None:
    plain.heading(person.name, 2)
    for membership in person.memberships:
        words = session.text(
            "people-role-in", role=session.text(f"role-{membership.role.value}"), team=membership.team
        )
        st.button(
            session.text("people-take", what=plain.safe_label(words)),
            key=f"take-{person.id}-{membership.team_id}",
            on_click=_take,
            args=(person.id, membership.team_id),
        )
    _give(person)
    left, right, _ = st.columns([1, 1, 2])
    switch = people_admin.deactivate if person.active else people_admin.activate
    word = "close" if person.active else "open"
    left.button(
        session.text(f"people-{word}"),
        key=f"{word}-{person.id}",
        on_click=_switch,
        args=(person.id, switch, word),
    )
    if session.settings().sign_in is SignIn.LOCAL and person.active and person.email:
        right.button(
            session.text("people-recover"),
            key=f"recover-{person.id}",
            on_click=_recover,
            args=(person.id, person.email),
        )


def _give(person: Person) -> None:
    teams = {t.id: t.name for t in people_admin.teams(session.store(), session.me())}
    with st.form(f"give-{person.id}", border=False):
        left, middle = st.columns(2)
        left.selectbox(
            session.text("people-team"),
            list(teams),
            format_func=teams.__getitem__,
            key=f"give-team-{person.id}",
        )
        middle.selectbox(
            session.text("people-role"),
            list(Role),
            format_func=lambda r: session.text(f"role-{r.value}"),
            key=f"give-role-{person.id}",
        )
        st.form_submit_button(session.text("people-give"), on_click=_given, args=(person.id,))


def _given(user_id: str) -> None:
    team, role = st.session_state[f"give-team-{user_id}"], st.session_state[f"give-role-{user_id}"]
    said.do(
        partial(
            people_admin.give_role, session.store(), session.me(), user_id, team, Role(role), session.now()
        ),
        "given",
    )


def _take(user_id: str, team_id: str) -> None:
    said.do(
        partial(people_admin.take_role, session.store(), session.me(), user_id, team_id, session.now()),
        "taken",
    )


def _switch(user_id: str, switch: Callable[[Store, User, str, datetime], None], word: str) -> None:
    said.do(partial(switch, session.store(), session.me(), user_id, session.now()), word)


def _recover(user_id: str, email: str) -> None:
    def deed() -> None:
        token = people_admin.recovery_link(session.store(), session.me(), user_id, session.now())
        said.keep_link("recovery", email, token)

    said.do(deed, "")
