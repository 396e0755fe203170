"""Agreement in words: a figure with its interval, or that there is too little to say."""

from __future__ import annotations

from simulator.agreement import Figure
from simulator.ui import session


def figure(told: Figure) -> str:
    """A coefficient with its interval."""
    if not told.enough:
        return session.text("calibration-too-few", n=told.n)
    if told.value is None:
        return "–"
    if told.low is None or told.high is None:
        return _number(told.value)
    low, high = _number(told.low), _number(told.high)
    return session.text("calibration-interval", value=_number(told.value), low=low, high=high)


def share(told: Figure) -> str:
    """The prevalence as a percentage."""
    return "–" if told.prevalence is None else f"{told.prevalence:.0%}"


def _number(value: float) -> str:
    written = f"{value:.2f}".replace("-", "−")
    return written.replace(".", ",") if session.lang() == "nl" else written
