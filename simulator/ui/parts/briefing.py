"""Before the clock starts: what the case is about, and how to practise it."""

from __future__ import annotations

import streamlit as st

from simulator import practice
from simulator.casebook.library import Case
from simulator.casebook.variants import filled
from simulator.practice import Mode
from simulator.ui import plain, session, standing

_CLOCK = "clock"


def show(case: Case) -> None:
    """Show the briefing and start an attempt."""
    lang = session.lang()
    seed = practice.next_seed(session.store(), session.me(), case.scenario.id)
    scenario = filled(case.scenario, seed)
    _, middle, _ = st.columns([1, 3, 1])
    with middle:
        plain.heading(scenario.title.in_language(lang), 1)
        level = session.text(f"inbox-level-{scenario.difficulty}")
        kind = session.text(f"kind-{scenario.kind.value.replace('_', '-')}")
        channel = session.text(f"channel-{scenario.channel.name}")
        plain.muted(" · ".join((case.organisation.name, channel, kind, level)))
        plain.body(scenario.briefing.in_language(lang))
        if scenario.language != lang:
            plain.notice("▲", session.text(f"briefing-other-language-{scenario.language}"), "improve")
        mode = (
            st.radio(
                session.text("briefing-mode"),
                list(Mode),
                format_func=lambda m: session.text(f"mode-{m.value}"),
                captions=[session.text(f"mode-{m.value}-about") for m in Mode],
            )
            or Mode.PRACTICE
        )
        clock_on = False
        if scenario.clock is None:
            plain.muted(session.text("briefing-no-clock"))
        else:
            seconds = scenario.clock.target * session.me().time_factor
            plain.muted(session.text("briefing-target", time=f"{seconds // 60:.0f}:{seconds % 60:02.0f}"))
            # Always there and always the same one, so that the button below never moves from under a click.
            if mode is Mode.TEST:
                st.session_state[_CLOCK] = True
            shown = standing.value(_CLOCK, True)
            clock_on = st.toggle(
                session.text("briefing-clock"), shown, disabled=mode is Mode.TEST, key=_CLOCK
            )
        if st.button(session.text("briefing-start"), type="primary"):
            _start(case, mode, seed, clock_on=clock_on)


def _start(case: Case, mode: Mode, seed: int, *, clock_on: bool) -> None:
    store, who, now = session.store(), session.me(), session.now()
    attempt = practice.start(store, who, case, mode, now, clock_on=clock_on, seed=seed)
    st.query_params.from_dict({"attempt": attempt})
    st.rerun()
