"""The disputes that wait for a lead, oldest first, and those that were decided lately."""

from __future__ import annotations

import streamlit as st

from simulator import dispute_decisions
from simulator.disputes import Dispute
from simulator.ui import plain, session
from simulator.ui.parts.disputes import words

DECIDED_MOST = 30


def show() -> None:
    """Show both lists."""
    store, who, now = session.store(), session.me(), session.now()
    plain.muted(session.text("disputes-lead-about"))
    waiting = dispute_decisions.to_decide(store, who)
    if not waiting:
        plain.body(session.text("disputes-none"))
    for one in waiting:
        _line(one, session.text("disputes-waiting", count=(now - one.created_at).days))
    plain.heading(session.text("disputes-decided-heading"), 2)
    decided = dispute_decisions.decided(store, who, now)[:DECIDED_MOST]
    if not decided:
        plain.muted(session.text("disputes-decided-none"))
    for one in decided:
        outcome = one.outcome.value if one.outcome else ""
        when = words.moment(one.decided_at or one.created_at)
        _line(one, f"{session.text(f'disputes-outcome-{outcome}')} · {when}")


def _line(one: Dispute, state: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        with st.container(gap="xxsmall"):
            plain.body(words.what(one.finding.criterion, one.scenario_id))
            reason = session.text(f"disputes-reason-{one.reason.value.replace('_', '-')}")
            plain.muted(f"{state} · {reason}")
        st.button(session.text("disputes-look"), key=f"look-{one.id}", on_click=_open, args=(one.id,))


def _open(dispute_id: str) -> None:
    st.query_params["dispute"] = dispute_id
