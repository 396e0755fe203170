"""What the parts of the calibration page share: where the reader is, what just happened, and how values are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import streamlit as st

from scoring import Dimension
from simulator.calibration import CalibrationError, IncompleteError
from simulator.calibration_items import PASSED
from simulator.feedback import criterion_name
from simulator.i18n import day
from simulator.ui import plain, session

_NOTICE = "calibration-notice"


def go_to_round(round_id: str, number: int = 1) -> None:
    """Open a round at one of its replies; for callbacks."""
    st.query_params.from_dict({"round": round_id, "item": str(number)})


def go_to_rounds() -> None:
    """Back to all rounds; for callbacks."""
    st.query_params.clear()


def say(sign: str, text: str, kind: str) -> None:
    """Have the next run begin with a notice; for callbacks."""
    st.session_state[_NOTICE] = (sign, text, kind)


def show_notice() -> None:
    """Show what the last callback had to say, once."""
    if told := st.session_state.pop(_NOTICE, None):
        plain.notice(*told)


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what a service refuses into a notice; for callbacks."""
    try:
        yield
    except IncompleteError as error:
        numbers = ", ".join(map(str, error.numbers))
        say("▲", session.text("calibration-to-do", numbers=numbers), "improve")
    except CalibrationError as error:
        say("▲", session.text(error.code), "improve")


def name_of(name: str) -> str:
    """A dimension, "passed" or a criterion in words."""
    if name == PASSED:
        return session.text("calibration-passed-name")
    if name in {d.value for d in Dimension}:
        return session.text(f"dimension-{name}")
    return criterion_name(name, session.lang())


def value_of(name: str, value: float | None) -> str:
    """A judgement in words or figures."""
    if value is None:
        return "–"
    if name in {d.value for d in Dimension}:
        return str(round(value))
    if name == PASSED:
        return session.text("calibration-yes" if value else "calibration-no")
    return session.text("calibration-in-order" if value else "calibration-not-in-order")


def date_of(moment: datetime) -> str:
    """A day in words."""
    return day(moment.astimezone(), session.lang())
