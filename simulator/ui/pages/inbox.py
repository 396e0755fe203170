"""The inbox: go on where you were, what is chosen for you, and all scenarios with your results."""

from __future__ import annotations

import streamlit as st

from simulator import insight
from simulator.casebook.library import Case
from simulator.feedback import criterion_name
from simulator.i18n import day
from simulator.next_best import next_best
from simulator.ui import plain, session
from simulator.ui.components.case_list import CaseListData, case_list
from simulator.ui.components.chosen import read_chosen
from simulator.ui.parts import case_item
from simulator.ui.parts.assignments import mine_part
from simulator.ui.parts.disputes import answered_part
from simulator.ui.parts.review import lately

PRACTISE = "simulator/ui/pages/practise.py"
KEY = "cases"


def main() -> None:
    """Show the inbox."""
    who = session.me()
    done = insight.results(session.store(), who)
    cases = {c.scenario.id: c for c in session.library().published}
    if chosen := st.session_state.pop("chosen", None):
        st.switch_page(PRACTISE, query_params={"scenario": chosen})
    hour = session.now().astimezone().hour
    moment = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
    plain.heading(session.text(f"inbox-hello-{moment}", name=who.name), 1)
    open_attempts = {key: result.open_attempt for key, result in done.items() if result.open_attempt}
    asked = mine_part.show(cases, open_attempts)
    lately.show()
    answered_part.show()
    _first_steps(cases, done, first=not asked)
    plain.heading(session.text("inbox-all"), 2)
    shown = _filtered(tuple(cases.values()), done)
    data: CaseListData = {
        "items": [case_item.of(case, done.get(case.scenario.id)) for case in shown],
        "labels": {"list": session.text("inbox-all"), "empty": session.text("inbox-none-fit")},
    }
    case_list(key=KEY, data=data, on_chosen=_choose)
    if session.library().faults:
        plain.muted(session.text("inbox-unusable", count=len(session.library().unusable_files)))


def _choose() -> None:
    # A callback may not switch pages; the run after it does.
    st.session_state["chosen"] = read_chosen(KEY)


def _first_steps(cases: dict[str, Case], done: dict[str, insight.Result], *, first: bool) -> None:
    """What can be done now; only the first button of the page stands out.

    Args:
        cases: What can be practised.
        done: Own results.
        first: Whether nothing above asks for something already.
    """
    open_ones = [
        (result.last, scenario_id, result.open_attempt)
        for scenario_id, result in done.items()
        if result.open_attempt and scenario_id in cases
    ]
    if open_ones:
        _, scenario_id, attempt = max(open_ones)
        title = cases[scenario_id].scenario.title.in_language(session.lang())
        _step("go-on", title, "", {"attempt": attempt or ""}, first=first)
    mine = [c for c in cases.values() if c.scenario.language == session.lang()] or list(cases.values())
    sides = insight.progress(session.store(), session.me(), cases).sides if done else ()
    best = next_best(tuple(mine), done, sides, session.now())
    if best and not any(scenario_id == best.case.scenario.id for _, scenario_id, _ in open_ones):
        why = []
        if best.trains:
            why.append(session.text("inbox-trains", what=criterion_name(best.trains, session.lang())))
        if best.again:
            why.append(session.text("insight-again", when=day(best.again, session.lang())))
        where = {"scenario": best.case.scenario.id}
        title = best.case.scenario.title.in_language(session.lang())
        _step("for-you", title, " · ".join(why), where, first=first and not open_ones)


def _step(name: str, title: str, why: str, where: dict[str, str], *, first: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        with st.container(gap="xxsmall"):
            plain.muted(session.text(f"inbox-{name}"))
            plain.body(title)
            if why:
                plain.muted(why)
        label = session.text(f"inbox-{name}-button")
        if st.button(label, key=f"step-{name}", type="primary" if first else "secondary"):
            st.switch_page(PRACTISE, query_params=where)


def _filtered(cases: tuple[Case, ...], done: dict[str, insight.Result]) -> list[Case]:
    scenarios = [c.scenario for c in cases]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        lang = _choice(
            "inbox-language", sorted({s.language for s in scenarios}), "language-{}", session.lang()
        )
        channel = _choice("inbox-channel", sorted({s.channel.name for s in scenarios}), "channel-{}")
        kind = _choice("inbox-kind", sorted({s.kind.value for s in scenarios}), "kind-{}")
        level = _choice("inbox-level", sorted({str(s.difficulty) for s in scenarios}), "inbox-level-{}")
        fresh = st.checkbox(session.text("inbox-only-new"))
    wanted = [
        c
        for c in cases
        if (not lang or c.scenario.language == lang)
        and (not channel or c.scenario.channel.name == channel)
        and (not kind or c.scenario.kind.value == kind)
        and (not level or str(c.scenario.difficulty) == level)
        and not (fresh and c.scenario.id in done and done[c.scenario.id].attempts)
    ]
    return sorted(wanted, key=lambda c: _order(c, wanted))


def _order(case: Case, shown: list[Case]) -> tuple[int, str, int]:
    """By level and title; the parts of a story stand together, where its easiest part would stand."""
    scenario = case.scenario
    story = scenario.story
    if story is None:
        return scenario.difficulty, scenario.title.in_language(session.lang()), 0
    parts = [c.scenario for c in shown if c.scenario.story and c.scenario.story.id == story.id]
    return min(p.difficulty for p in parts), story.id, story.part


def _choice(key: str, values: list[str], name: str, default: str | None = None) -> str | None:
    """A filter that may stay empty."""
    return st.selectbox(
        session.text(key),
        values,
        index=values.index(default) if default in values else None,
        format_func=lambda v: session.text(name.format(v.replace("_", "-"))),
        placeholder=session.text("inbox-any"),
        key=key,
        width=170,
    )


main()
