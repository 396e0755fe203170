"""The golden replies with what they score, in every variant, and the scorecard of each."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from scoring import default_rubric
from simulator import publishing
from simulator.authoring import Opened
from simulator.casebook.diagnostics import shown
from simulator.casebook.proof import GoldenResult
from simulator.casebook.report import fault_text
from simulator.feedback import feedback
from simulator.ui import plain, session
from simulator.ui.parts import remarks, verdict
from simulator.ui.parts.writing.preview_part import case_of

_SCORED = "golden-scored"


def show(opened: Opened) -> None:
    """Score on request; what was scored stays until the text changes."""
    case = case_of(opened)
    if case is None:
        return
    if not case.scenario.golden:
        plain.muted(session.text("authoring-golden-none"))
        return
    kept: tuple[str, publishing.Examined] | None = st.session_state.get(_SCORED)
    if kept is None or kept[0] != case.content_hash:
        plain.muted(session.text("authoring-golden-about"))
        if not st.button(session.text("authoring-golden-run"), type="primary"):
            return
        with st.spinner(session.text("authoring-publishing")):
            seen = publishing.examine(session.live(), opened.path, opened.text, prove=True)
        kept = (case.content_hash, seen)
        st.session_state[_SCORED] = kept
    seen = kept[1]
    results = seen.proof.golden if seen.proof else ()
    st.table(_table(results), hide_index=True)
    found = [d for d in shown(seen.document.found, seen.overrides) if d.code.startswith("G")]
    if found:
        st.code(
            "\n".join(fault_text(d, session.lang(), seen.overrides) for d in found),
            language=None,
            wrap_lines=True,
        )
    _card(results, case.scenario.language)


def _table(results: tuple[GoldenResult, ...]) -> pd.DataFrame:
    rows: dict[int, dict[str, object]] = {}
    for result in results:
        low, high = result.golden.band
        row = rows.setdefault(
            result.number,
            {
                session.text("authoring-golden-number"): result.number,
                session.text("authoring-golden-turn"): result.golden.turn,
                session.text("authoring-golden-label"): session.text(f"label-{result.golden.label}"),
                session.text("authoring-golden-band"): f"{low}-{high}",
            },
        )
        row[session.text("authoring-golden-result", variant=result.variant)] = _cell(result)
    return pd.DataFrame(rows.values())


def _cell(result: GoldenResult) -> str:
    total = "–" if result.scorecard.total is None else f"{result.scorecard.total:.0f}"
    low, high = result.golden.band
    key = "in" if result.in_band else "fails" if result.total_in_band else "out"
    return session.text(f"authoring-golden-{key}", total=total, low=low, high=high)


def _card(results: tuple[GoldenResult, ...], lang: str) -> None:
    first = [r for r in results if r.variant == 1]
    chosen = st.selectbox(
        session.text("authoring-golden-card"),
        range(len(first)),
        format_func=lambda n: session.text(
            "authoring-golden-choice",
            number=first[n].number,
            label=session.text(f"label-{first[n].golden.label}"),
            turn=first[n].golden.turn,
        ),
    )
    result = first[chosen]
    told = feedback(result.scorecard, default_rubric(), session.lang())
    verdict.show(result.scorecard, told)
    if result.golden.text.strip():
        remarks.marked(f"golden-{chosen}", result.golden.text, lang, told)
    remarks.by_dimension(told, result.scorecard)
