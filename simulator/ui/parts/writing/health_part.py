"""How a scenario does with real trainees; nothing is shown before enough of them have tried it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator.authoring import Opened
from simulator.feedback import criterion_name
from simulator.health import Health
from simulator.statistics import LEAST, Estimate
from simulator.ui import plain, session


def show(opened: Opened) -> None:
    """Show the figures, each with its n and interval."""
    scenario_id = opened.path.rsplit("/", 1)[1].removesuffix(".yaml")
    told = session.scenario_health().get(scenario_id)
    if told is None or not told.enough:
        n = told.trainees if told else 0
        plain.muted(session.text("health-too-few", n=n, least=LEAST))
        return
    plain.muted(session.text("health-about", n=told.trainees, attempts=told.attempts))
    st.table(_figures(told), hide_index=True)
    _same(told)
    _unreached(told)


def _figures(told: Health) -> pd.DataFrame:
    rows = [
        ("health-total", told.total, "{:.0f}"),
        ("health-passed", told.passed, "{:.0%}"),
        ("health-discrimination", told.discrimination, "{:.2f}"),
        ("health-disputed", told.disputed, "{:.0%}"),
    ]
    lines = [_line(session.text(key), value, form) for key, value, form in rows]
    for time in told.times or ():
        name = session.text("health-time", turn=time.turn_id, target=time.target or 0)
        lines.append(_line(name, time.seconds, "{:.0f} s"))
    return pd.DataFrame(lines)


def _line(name: str, value: Estimate | None, form: str) -> dict[str, object]:
    return {
        session.text("health-figure"): name,
        session.text("health-value"): form.format(value.value) if value else "–",
        session.text("health-interval"): f"{form.format(value.low)} – {form.format(value.high)}"
        if value
        else "–",
        session.text("health-n"): value.n if value else "–",
    }


def _same(told: Health) -> None:
    if not told.never_varies:
        return
    plain.heading(session.text("health-same"), 3)
    plain.bullets(
        [
            session.text(
                f"health-same-{found.sameness.value}",
                name=found.name if found.own_point else criterion_name(found.name, session.lang()),
                turn=found.turn_id,
                n=found.replies,
            )
            for found in told.never_varies
        ]
    )


def _unreached(told: Health) -> None:
    if not told.unreached:
        return
    plain.heading(session.text("health-unreached"), 3)
    plain.bullets(
        [
            session.text(
                "health-unreached-line", turn=r.turn_id, number=r.number, when=r.condition, n=r.answers
            )
            for r in told.unreached
        ]
    )
