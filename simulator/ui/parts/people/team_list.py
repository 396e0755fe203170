"""The teams of an employer: making them and giving them another name."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from simulator import people_admin
from simulator.ui import plain, session
from simulator.ui.parts.people import said


def show() -> None:
    """Show the teams with how many people are in each, and the two forms."""
    found = people_admin.teams(session.store(), session.me())
    table = [
        {
            session.text("people-team"): plain.safe_label(t.name),
            session.text("people-team-size"): str(t.people),
        }
        for t in found
    ]
    st.table(pd.DataFrame(table), hide_index=True)
    most = people_admin.TEAM_NAME_MOST
    plain.heading(session.text("people-team-new"), 2)
    with st.form("team-new", border=False):
        st.text_input(session.text("people-team-name"), max_chars=most, key="team-new-name")
        st.form_submit_button(session.text("people-team-make"), on_click=_make)
    plain.heading(session.text("people-team-rename"), 2)
    names = {t.id: t.name for t in found}
    with st.form("team-rename", border=False):
        left, right = st.columns(2)
        left.selectbox(
            session.text("people-team"), list(names), format_func=names.__getitem__, key="team-old"
        )
        right.text_input(session.text("people-team-other-name"), max_chars=most, key="team-name")
        st.form_submit_button(session.text("people-team-rename-button"), on_click=_rename)


def _make() -> None:
    name = st.session_state["team-new-name"]

    def deed() -> None:
        people_admin.make_team(session.store(), session.me(), name, session.now())
        st.session_state["team-new-name"] = ""

    said.do(deed, "team")


def _rename() -> None:
    team, name = st.session_state["team-old"], st.session_state["team-name"]
    said.do(
        partial(people_admin.rename_team, session.store(), session.me(), team, name, session.now()), "team"
    )
