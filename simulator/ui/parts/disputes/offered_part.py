"""The proposals to the trainers: the words, where they belong, and taking or declining them."""

from __future__ import annotations

import uuid

import streamlit as st

from simulator import example, proposals
from simulator.authoring import AuthoringError
from simulator.casebook.rewrite import CannotRewriteError
from simulator.example import PointGoneError
from simulator.proposals import Proposal, ProposalError
from simulator.ui import plain, session
from simulator.ui.parts.disputes import words

WRITE = "simulator/ui/pages/write.py"
_TOLD, _GO = "proposals-told", "proposals-go"


def show() -> None:
    """Show the open proposals, then those that were decided."""
    if path := st.session_state.pop(_GO, None):
        st.switch_page(WRITE, query_params={"path": path})
    told = st.session_state.pop(_TOLD, None)
    if told:
        plain.notice(*told)
    offered = proposals.offered(session.store(), session.me())
    open_ones = [p for p in offered if p.decision is None]
    if not open_ones:
        plain.body(session.text("proposals-none"))
    for one in open_ones:
        with st.container(border=True):
            _words(one, 2)
            _deciding(one)
    decided = [p for p in offered if p.decision is not None]
    if decided:
        with st.expander(session.text("proposals-decided-heading")):
            for one in decided:
                _words(one, 3)


def _words(one: Proposal, level: int) -> None:
    plain.heading(words.what(one.place.criterion, one.scenario_id), level)
    plain.body(one.example)
    if one.decision is not None:
        when = words.moment(one.decided_at or one.proposed_at)
        plain.muted(session.text(f"proposals-{one.decision.value}", when=when))
        return
    reason = session.text(f"disputes-reason-{one.reason.value.replace('_', '-')}")
    when = session.text("proposals-when", when=words.moment(one.proposed_at))
    plain.muted(f"{when} · {session.text('proposals-why', reason=reason)}")


def _deciding(one: Proposal) -> None:
    case = session.library().cases.get(one.scenario_id)
    path = session.library().paths.get(one.scenario_id, "")
    if not one.place.point:
        plain.muted(session.text("proposals-rubric"))
        if case is not None:
            plain.muted(session.text("proposals-copy"))
            st.code(example.for_the_makers(one.place, one.example, one.action, case), language=None)
    elif not path:
        plain.muted(session.text("proposals-scenario-gone"))
    else:
        say = next(
            (
                p.say or p.avoid or ""
                for t in (case.scenario.turns if case else ())
                for p in t.points
                if t.id == one.place.turn_id and p.id == one.place.point
            ),
            one.place.point,
        )
        key = "proposals-counts" if one.place.counts else "proposals-not-flagged"
        plain.muted(session.text(key, point=say))
        plain.muted(session.text("proposals-take-about"))
    with st.container(horizontal=True):
        if path or not one.place.point:
            name = session.text("proposals-take" if one.place.point else "proposals-pass-on")
            st.button(name, key=f"take-{one.id}", type="primary", on_click=_take, args=(one.id, path))
        st.button(
            session.text("proposals-decline"), key=f"decline-{one.id}", on_click=_decline, args=(one.id,)
        )


def _take(proposal_id: str, path: str) -> None:
    store, who, now = session.store(), session.me(), session.now()
    try:
        taken = proposals.take(store, who, session.folder(), proposal_id, path, now)
    except (ProposalError, AuthoringError, PointGoneError) as error:
        st.session_state[_TOLD] = ("■", session.text(error.code), "critical")
    except CannotRewriteError as error:
        st.session_state[_TOLD] = ("■", session.text(error.code, **dict(error.params)), "critical")
    else:
        if taken is not None:
            # The editor may hold an older copy in the browser; this one replaces it, as one step that can be undone.
            st.session_state["editor-replace"] = {"id": str(uuid.uuid4()), "text": taken.text}
            st.session_state[_GO] = taken.path


def _decline(proposal_id: str) -> None:
    try:
        proposals.decline(session.store(), session.me(), proposal_id, session.now())
    except ProposalError as error:
        st.session_state[_TOLD] = ("■", session.text(error.code), "critical")
