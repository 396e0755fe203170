"""Making a learning path, and the paths that there are."""

from __future__ import annotations

import streamlit as st

from simulator import paths
from simulator.i18n import day
from simulator.ui import plain, session
from simulator.ui.parts.insight import words

_SAID = "paths-said"
_DEFAULT_TOTAL = 70


def show_new() -> None:
    """Show the form of a new path."""
    plain.heading(session.text("paths-new"), 2)
    titles = {
        case.scenario.id: f"{words.name_of(case.scenario.id)} ({case.scenario.language})"
        for case in sorted(
            session.library().published,
            key=lambda c: (
                c.scenario.language != session.lang(),
                c.scenario.title.in_language(session.lang()),
            ),
        )
    }
    with st.form("new-path"):
        st.text_input(session.text("paths-title"), key="path-title", max_chars=paths.TITLE_MOST)
        st.multiselect(
            session.text("paths-scenarios"),
            list(titles),
            key="path-scenarios",
            format_func=lambda one: titles[one],
            max_selections=paths.SCENARIOS_MOST,
            placeholder=session.text("paths-scenarios-choose"),
        )
        st.number_input(
            session.text("paths-pass-total"),
            paths.PASS_TOTAL_LEAST,
            paths.PASS_TOTAL_MOST,
            _DEFAULT_TOTAL,
            key="path-total",
            width=280,
        )
        st.form_submit_button(session.text("paths-make"), type="primary", on_click=_make)
    said = st.session_state.pop(_SAID, None)
    if said:
        good = said == "paths-made"
        plain.notice("✓" if good else "▲", session.text(said), "good" if good else "improve")


def show_all() -> None:
    """Show the paths of the employer."""
    plain.heading(session.text("paths-all"), 2)
    found = paths.all_paths(session.store(), session.me())
    if not found:
        plain.muted(session.text("paths-none"))
    for path in found:
        with st.container(border=True):
            state = f" ({session.text('paths-archived')})" if path.archived else ""
            plain.heading(path.title + state, 3)
            when = day(path.created_at.astimezone(), session.lang())
            number = len(path.scenarios)
            plain.muted(session.text("paths-summary", scenarios=number, total=path.pass_total, when=when))
            plain.bullets([_title(scenario_id) for scenario_id in path.scenarios])
            if not path.archived:
                label = session.text("paths-archive-which", title=plain.safe_label(path.title))
                st.button(label, key=f"archive-{path.id}", on_click=_archive, args=(path.id,))


def _make() -> None:
    state, store, who = st.session_state, session.store(), session.me()
    published = [case.scenario.id for case in session.library().published]
    chosen = tuple(state["path-scenarios"])
    try:
        paths.make(
            store, who, state["path-title"], chosen, int(state["path-total"]), published, session.now()
        )
    except paths.PathError as error:
        state[_SAID] = error.code
        return
    state[_SAID], state["path-title"], state["path-scenarios"] = "paths-made", "", []


def _archive(path_id: str) -> None:
    paths.archive(session.store(), session.me(), path_id)


def _title(scenario_id: str) -> str:
    case = session.library().cases.get(scenario_id)
    return case.scenario.title.in_language(session.lang()) if case else scenario_id
