"""On the inbox: the newest answers to one's own disputes, with the way to them."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from simulator import disputes
from simulator.ui import plain, session
from simulator.ui.parts.disputes import words

PRACTISE = "simulator/ui/pages/practise.py"
_FRESH = timedelta(days=7)
_SHOWN_MOST = 2


def show() -> None:
    """Show the answers of the last days."""
    store, who = session.store(), session.me()
    for one in disputes.answered(store, who, session.now() - _FRESH)[:_SHOWN_MOST]:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            with st.container(gap="xxsmall"):
                plain.muted(session.text("disputes-answered"))
                plain.body(words.what(one.finding.criterion, one.scenario_id))
            if st.button(session.text("disputes-answered-look"), key=f"answered-{one.id}"):
                st.switch_page(PRACTISE, query_params={"attempt": one.attempt_id})
