"""A reply to talk about: its words beside what each member, the scorer and all together made of it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator import calibrated
from simulator.calibrated import Judged, Results
from simulator.calibration import Round
from simulator.ui import plain, session
from simulator.ui.parts.calibration import item_part, state
from simulator.ui.parts.calibration.judge_part import ABSTAIN, SCORES

Agreed = dict[tuple[str, str], float | None]
_NOTHING = "–"


def show(found: Round, told: Results, agreed: Agreed, names: dict[str, str]) -> None:
    """Show the replies, those that are furthest apart first."""
    plain.heading(session.text("calibration-talk"), 2)
    apart = [reply.row.number for reply in told.to_talk_about]
    plain.muted(session.text("calibration-talk-about" if apart else "calibration-talk-none"))
    order = apart + [reply.row.number for reply in told.replies if reply.row.number not in apart]
    number = st.selectbox(
        session.text("calibration-which"),
        order,
        format_func=lambda n: session.text(
            "calibration-which-apart" if n in apart else "calibration-which-value", number=n
        ),
        width=320,
    )
    reply = told.replies[number - 1]
    item = calibrated.reply_of(session.store(), session.me(), found.row.id, number)
    left, right = st.columns([1, 1], gap="large")
    with left:
        item_part.show(item, f"talk-{found.row.id}-{number}")
    with right:
        mine = {name: value for (turn_id, name), value in agreed.items() if turn_id == reply.row.turn_id}
        st.table(_side_by_side(reply, item.names.required, mine, names), hide_index=True)
        if found.row.created_by == session.me().id:
            _agree(found.row.id, number, item.names.required, mine)


def _side_by_side(
    reply: Judged, required: tuple[str, ...], agreed: dict[str, float | None], names: dict[str, str]
) -> pd.DataFrame:
    differ = [n for n, given in reply.people.items() if n not in required and len(set(given.values())) > 1]
    shown = [*required, *sorted(differ)]
    columns = {session.text("calibration-what"): [plain.safe_label(state.name_of(n)) for n in shown]}
    for user_id, who in names.items():
        # Two people may have the same name; a column each they still get.
        head = plain.safe_label(who) + " " * sum(plain.safe_label(who) == c.rstrip() for c in columns)
        columns[head] = [state.value_of(n, reply.people.get(n, {}).get(user_id)) for n in shown]
    columns[session.text("calibration-scorer")] = [state.value_of(n, reply.scorer.get(n)) for n in shown]
    columns[session.text("calibration-agreed")] = [state.value_of(n, agreed.get(n)) for n in shown]
    return pd.DataFrame(columns)


def _agree(round_id: str, number: int, required: tuple[str, ...], agreed: dict[str, float | None]) -> None:
    plain.heading(session.text("calibration-agreed"), 3)
    plain.muted(session.text("calibration-agreed-about"))
    *dimensions, passed = required
    for column, name in zip(st.columns(2) * 2, dimensions, strict=False):
        with column:
            _choose(round_id, number, name, agreed, (_NOTHING, *SCORES[:-1]))
    _choose(round_id, number, passed, agreed, (_NOTHING, 1, 0))


def _choose(
    round_id: str,
    number: int,
    name: str,
    agreed: dict[str, float | None],
    options: tuple[int | str, ...],
) -> None:
    key = f"agree-{round_id}-{number}-{name}"
    value = agreed.get(name)
    st.selectbox(
        state.name_of(name),
        options,
        index=options.index(_NOTHING if value is None else round(value)),
        format_func=lambda v: _NOTHING if v in (_NOTHING, ABSTAIN) else state.value_of(name, float(v)),
        key=key,
        on_change=_keep,
        args=(round_id, number, name, key),
    )


def _keep(round_id: str, number: int, name: str, key: str) -> None:
    chosen = st.session_state[key]
    value = None if chosen == _NOTHING else float(chosen)
    with state.refusals():
        calibrated.agree(session.store(), session.me(), round_id, number, name, value, session.now())
