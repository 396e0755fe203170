"""Judging together: rounds to judge blind, their outcome, and how far each criterion can be trusted."""

from __future__ import annotations

import streamlit as st

from simulator import calibration
from simulator.accounts import Permission, require
from simulator.calibration import CalibrationError, Round
from simulator.ui import plain, session
from simulator.ui.parts.calibration import (
    badges_part,
    judge_part,
    new_part,
    results_part,
    rounds_part,
    state,
    waiting_part,
)


def main() -> None:
    """Show the rounds, or the one in the address."""
    require(session.store(), session.me(), Permission.CALIBRATE)
    plain.heading(session.text("nav-calibration"), 1)
    state.show_notice()
    round_id = st.query_params.get("round", "")
    if not round_id:
        _overview()
        return
    st.button(session.text("calibration-back"), on_click=state.go_to_rounds)
    try:
        found = calibration.round_of(session.store(), session.me(), round_id)
    except CalibrationError as error:
        plain.body(session.text(error.code))
        return
    plain.heading(found.row.title, 2)
    _round(found)


def _overview() -> None:
    plain.body(session.text("calibration-intro"))
    rounds_part.show()
    with st.expander(session.text("calibration-new")):
        new_part.show()
    badges_part.show()


def _round(found: Round) -> None:
    if found.closed:
        results_part.show(found)
    elif found.done(session.me().id):
        plain.notice("✓", session.text("calibration-waiting"), "good")
        waiting_part.show(found)
    else:
        judge_part.show(found)
        waiting_part.show(found)


main()
