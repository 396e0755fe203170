"""Opening a round: which replies, who takes part, by when."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, time

import streamlit as st

from simulator import calibration
from simulator.agreement import LEAST
from simulator.badges import EVIDENCE_LEAST
from simulator.calibration import REPLIES_MOST, TITLE_MOST
from simulator.store.calibration_rows import CandidateRow
from simulator.ui import plain, session, standing
from simulator.ui.parts.calibration import state

_DAYS = (7, 30, 90, 365)
_DRAWN = 12
_EXCERPT = 60
_KEYS = ("title", "due", "members", "days", "scenario", "how", "many", "chosen")


def show() -> None:
    """Show the fields; nothing is lost when something is refused."""
    others = [lead for lead in calibration.leads(session.store(), session.me()) if lead[0] != session.me().id]
    if not others:
        plain.muted(session.text("calibration-no-leads"))
        return
    names = dict(others)
    st.text_input(session.text("calibration-title"), key=_key("title"), max_chars=TITLE_MOST)
    st.multiselect(
        session.text("calibration-members"),
        list(names),
        format_func=lambda lead_id: names[lead_id],
        placeholder=session.text("calibration-members-choose"),
        select_all=False,
        key=_key("members"),
    )
    st.date_input(
        session.text("calibration-due-date"),
        value=None,
        min_value=session.now().date(),
        format="DD-MM-YYYY",
        key=_key("due"),
        width=280,
    )
    found = _candidates()
    plain.muted(session.text("calibration-found", count=len(found)))
    if found:
        _replies(found)
        plain.muted(session.text("calibration-evidence", least=LEAST, badge=EVIDENCE_LEAST))
        button = session.text("calibration-open-button")
        st.button(button, type="primary", on_click=_open, args=(found,))


def _key(name: str) -> str:
    return f"calibration-new-{name}"


def _candidates() -> list[CandidateRow]:
    cases = session.library().cases
    left, right = st.columns(2)
    with left:
        days = st.selectbox(
            session.text("calibration-days"),
            _DAYS,
            index=1,
            format_func=lambda d: session.text("calibration-days-value", days=d),
            key=_key("days"),
        )
    with right:
        scenario = st.selectbox(
            session.text("calibration-scenario"),
            ["", *cases],
            format_func=lambda s: _scenario(s) if s else session.text("calibration-scenario-any"),
            key=_key("scenario"),
        )
    return calibration.candidates(
        session.store(), session.me(), session.now(), days=days, scenario_id=scenario
    )


def _replies(found: list[CandidateRow]) -> None:
    how = st.radio(
        session.text("calibration-how"),
        ("draw", "choose"),
        format_func=lambda way: session.text(f"calibration-how-{way}"),
        horizontal=True,
        key=_key("how"),
    )
    if how == "draw":
        most = min(REPLIES_MOST, len(found))
        # The number of an earlier, longer list may be too high for this one.
        many = min(standing.value(_key("many"), _DRAWN), most)
        st.number_input(
            session.text("calibration-how-many"), 1, most, many, step=1, key=_key("many"), width=200
        )
        plain.muted(session.text("calibration-draw-about"))
        return
    told = {c.turn_id: _label(c) for c in found}
    before: list[str] = standing.value(_key("chosen"), [])
    chosen = st.session_state[_key("chosen")] = [t for t in before if t in told]
    st.multiselect(
        session.text("calibration-choose"),
        list(told),
        default=chosen,
        format_func=lambda turn_id: told[turn_id],
        placeholder=session.text("calibration-choose-hint"),
        select_all=False,
        max_selections=REPLIES_MOST,
        key=_key("chosen"),
    )


def _label(row: CandidateRow) -> str:
    words = " ".join(row.text.split())
    excerpt = words if len(words) <= _EXCERPT else words[:_EXCERPT] + "…"
    return f"{state.date_of(row.submitted_at)} · {_scenario(row.scenario_id)} · {excerpt}"


def _scenario(scenario_id: str) -> str:
    case = session.library().cases.get(scenario_id)
    return case.scenario.title.in_language(session.lang()) if case else scenario_id


def _open(found: list[CandidateRow]) -> None:
    held = st.session_state
    if held[_key("how")] == "draw":
        chosen = calibration.draw(found, held[_key("many")], secrets.randbits(32))
    else:
        chosen = held[_key("chosen")]
    due = held[_key("due")]
    # The whole day that was chosen is still in time.
    due_at = datetime.combine(due, time.max).astimezone(UTC) if due else None
    with state.refusals():
        round_id = calibration.open_round(
            session.store(),
            session.me(),
            held[_key("title")],
            due_at,
            chosen,
            held[_key("members")],
            session.now(),
        )
        for name in _KEYS:
            held.pop(_key(name), None)
        state.say("✓", session.text("calibration-opened"), "good")
        state.go_to_round(round_id)
