"""Judging one reply after the other, blind; each judgement is kept as soon as it is given."""

from __future__ import annotations

import streamlit as st

from simulator import calibration
from simulator.calibration import Round
from simulator.calibration_items import PASSED, STEP, Item
from simulator.ui import plain, session
from simulator.ui.parts.calibration import item_part, state

ABSTAIN = "abstain"
SCORES: tuple[int | str, ...] = (*range(100, -1, -STEP), ABSTAIN)
_YES_NO: dict[str, float | None] = {"yes": 1, "no": 0, ABSTAIN: None}


def show(found: Round) -> None:
    """Show the reply that the address names."""
    asked = st.query_params.get("item", "1")
    number = min(max(1, int(asked) if asked.isascii() and asked.isdigit() else 1), found.replies)
    item = calibration.item(session.store(), session.me(), found.row.id, number)
    own = calibration.own_judgements(session.store(), session.me(), found.row.id)
    given = {name: value for (turn_id, name), value in own.items() if turn_id == item.turn_id}
    left, right = st.columns([1, 1], gap="large")
    with left:
        plain.heading(session.text("calibration-progress", number=number, count=found.replies), 2)
        item_part.show(item, f"judge-{found.row.id}-{number}")
    with right:
        plain.heading(session.text("calibration-yours"), 2)
        plain.muted(session.text("calibration-saved"))
        _scores(found.row.id, item, given)
        _expected(found.row.id, item, given)
        _faults(found.row.id, item, given)
        _buttons(found, number)


def _key(round_id: str, number: int, name: str) -> str:
    return f"judge-{round_id}-{number}-{name}"


def _scores(round_id: str, item: Item, given: dict[str, float | None]) -> None:
    plain.heading(session.text("calibration-scores"), 3)
    for column, name in zip(st.columns(2) * 2, item.names.dimensions, strict=False):
        key = _key(round_id, item.number, name)
        with column:
            st.selectbox(
                state.name_of(name),
                SCORES,
                index=SCORES.index(_told(given[name])) if name in given else None,
                format_func=_score,
                placeholder=session.text("calibration-choose-score"),
                key=key,
                on_change=_keep_score,
                args=(round_id, item.number, name),
            )
    _choice(session.text("calibration-passed"), "yes-no", round_id, item.number, PASSED, given)


def _told(value: float | None) -> int | str:
    return ABSTAIN if value is None else round(value)


def _score(value: int | str) -> str:
    return session.text("calibration-abstain") if value == ABSTAIN else str(value)


def _expected(round_id: str, item: Item, given: dict[str, float | None]) -> None:
    if not item.names.expected:
        return
    with st.expander(session.text("calibration-expected"), expanded=True):
        plain.muted(session.text("calibration-expected-about"))
        columns = st.columns(2)
        for place, name in enumerate(item.names.expected):
            with columns[place % 2]:
                _choice(state.name_of(name), "met", round_id, item.number, name, given)


def _choice(
    label: str, words: str, round_id: str, number: int, name: str, given: dict[str, float | None]
) -> None:
    key = _key(round_id, number, name)
    told = {
        "yes": session.text("calibration-met" if words == "met" else "calibration-yes"),
        "no": session.text("calibration-not-met" if words == "met" else "calibration-no"),
        ABSTAIN: session.text("calibration-abstain"),
    }
    st.segmented_control(
        label,
        list(_YES_NO),
        default=next((k for k, v in _YES_NO.items() if name in given and v == given[name]), None),
        format_func=lambda option: told[option],
        key=key,
        on_change=_keep_choice,
        args=(round_id, number, name),
    )


def _faults(round_id: str, item: Item, given: dict[str, float | None]) -> None:
    if not item.names.faults:
        return
    with st.expander(session.text("calibration-faults"), expanded=True):
        plain.muted(session.text("calibration-faults-about"))
        for dimension in item.names.dimensions:
            mine = [f for f in item.names.faults if f.startswith(f"{dimension}.")]
            if mine:
                _marks(round_id, item, given, dimension, mine)
        key = _key(round_id, item.number, "faults-abstain")
        st.multiselect(
            session.text("calibration-faults-abstain"),
            item.names.faults,
            default=[f for f in item.names.faults if f in given and given[f] is None],
            format_func=state.name_of,
            placeholder=session.text("calibration-abstain"),
            select_all=False,
            key=key,
            on_change=_keep_faults,
            args=(round_id, item),
        )


def _marks(
    round_id: str, item: Item, given: dict[str, float | None], dimension: str, faults: list[str]
) -> None:
    key = _key(round_id, item.number, f"faults-{dimension}")
    st.pills(
        session.text("calibration-faults-in", dimension=state.name_of(dimension)),
        faults,
        default=[f for f in faults if given.get(f) == 0],
        selection_mode="multi",
        format_func=state.name_of,
        key=key,
        on_change=_keep_faults,
        args=(round_id, item),
    )


def _buttons(found: Round, number: int) -> None:
    round_id = found.row.id
    with st.container(horizontal=True):
        if number > 1:
            st.button(
                session.text("calibration-previous"), on_click=_leave, args=(round_id, number, number - 1)
            )
        if number < found.replies:
            st.button(
                session.text("calibration-next"),
                type="primary",
                on_click=_leave,
                args=(round_id, number, number + 1),
            )
        else:
            st.button(
                session.text("calibration-finish"), type="primary", on_click=_finish, args=(round_id, number)
            )
    if number == found.replies:
        plain.muted(session.text("calibration-finish-about"))


def _keep(round_id: str, number: int, name: str, value: float | None) -> None:
    calibration.judge(session.store(), session.me(), round_id, number, name, value, session.now())


def _keep_score(round_id: str, number: int, name: str) -> None:
    chosen = st.session_state[_key(round_id, number, name)]
    with state.refusals():
        if chosen is not None:
            _keep(round_id, number, name, None if chosen == ABSTAIN else chosen)


def _keep_choice(round_id: str, number: int, name: str) -> None:
    chosen = st.session_state[_key(round_id, number, name)]
    with state.refusals():
        # Taking a choice back is no opinion: a judgement that was given is not silently left standing.
        _keep(round_id, number, name, _YES_NO[chosen or ABSTAIN])


def _keep_faults(round_id: str, item: Item) -> None:
    held = st.session_state
    abstained = set(held.get(_key(round_id, item.number, "faults-abstain"), []))
    marked = {
        fault
        for dimension in item.names.dimensions
        for fault in held.get(_key(round_id, item.number, f"faults-{dimension}"), [])
    }
    own = calibration.own_judgements(session.store(), session.me(), round_id)
    with state.refusals():
        for fault in item.names.faults:
            value = None if fault in abstained else 0 if fault in marked else 1
            known = (item.turn_id, fault) in own
            if own.get((item.turn_id, fault)) != value if known else value != 1:
                _keep(round_id, item.number, fault, value)


def _leave(round_id: str, number: int, to: int) -> None:
    with state.refusals():
        calibration.settle(session.store(), session.me(), round_id, number, session.now())
        state.go_to_round(round_id, to)


def _finish(round_id: str, number: int) -> None:
    with state.refusals():
        calibration.settle(session.store(), session.me(), round_id, number, session.now())
        calibration.finish(session.store(), session.me(), round_id, session.now())
