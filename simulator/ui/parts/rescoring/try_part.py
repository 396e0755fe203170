"""The dry run: who moves, and who crosses the pass line."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator import rescoring
from simulator.rescoring import DryRun, Mover, State
from simulator.ui import plain, session
from simulator.ui.parts.rescoring import work

_FOUND = "rescoring-dry-run"
_NEWEST = (200, 2000)


def show(found: State) -> None:
    """Show the choice, and what the last dry run found."""
    plain.heading(session.text("rescoring-try"), 2)
    plain.muted(session.text("rescoring-try-about"))
    options = [None, *(n for n in _NEWEST if n < found.replies)]
    newest = st.selectbox(
        session.text("rescoring-how-many"),
        options,
        format_func=lambda n: (
            session.text("rescoring-newest", count=n) if n else session.text("rescoring-all")
        ),
        width=280,
    )
    if st.button(session.text("rescoring-try-button"), type="primary", disabled=not found.replies):
        bar = work.start()
        st.session_state[_FOUND] = rescoring.dry_run(
            session.store(),
            session.me(),
            newest=newest,
            processes=work.processes(newest or found.replies),
            on_progress=lambda done, whole: work.show_progress(bar, done, whole),
        )
        bar.empty()
    told: DryRun | None = st.session_state.get(_FOUND)
    # What was found for other weights says nothing any more.
    if told is not None and told.rubric == found.rubric.fingerprint:
        _told(told)


def forget() -> None:
    """Forget the dry run: scores are other ones now."""
    st.session_state.pop(_FOUND, None)


def _told(told: DryRun) -> None:
    counts = told.summary
    plain.body(session.text("rescoring-found", scored=counts.scored, moving=told.moving))
    if counts.lost:
        plain.muted(session.text("rescoring-lost", count=counts.lost))
    if counts.differ > told.moving:
        plain.muted(session.text("rescoring-words-only", count=counts.differ - told.moving))
    if not told.movers:
        return
    kind = "improve" if counts.cross else "good"
    sign = "▲" if counts.cross else "✓"
    plain.notice(sign, session.text("rescoring-cross", up=counts.now_pass, down=counts.no_longer_pass), kind)
    st.table(_table(told.movers), hide_index=True)
    if told.moving > len(told.movers):
        plain.muted(session.text("rescoring-cut-list", shown=len(told.movers), count=told.moving))


def _table(movers: tuple[Mover, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            session.text("rescoring-who"): [plain.safe_label(m.pseudonym) for m in movers],
            session.text("rescoring-scenario"): [plain.safe_label(_scenario(m.scenario_id)) for m in movers],
            session.text("rescoring-message"): [str(m.number) for m in movers],
            session.text("rescoring-total"): [
                session.text("rescoring-move", before=_points(m.before), after=_points(m.after))
                for m in movers
            ],
            session.text("rescoring-verdict"): [_verdict(m) for m in movers],
        }
    )


def _points(total: float | None) -> str:
    return "–" if total is None else f"{total:.1f}".replace(".", "," if session.lang() == "nl" else ".")


def _verdict(mover: Mover) -> str:
    if mover.crosses:
        return "▲ " + session.text("rescoring-now-passes" if mover.passed else "rescoring-no-longer-passes")
    return session.text("rescoring-stays-passed" if mover.passed else "rescoring-stays-not-passed")


def _scenario(scenario_id: str) -> str:
    case = session.library().cases.get(scenario_id)
    return case.scenario.title.in_language(session.lang()) if case else scenario_id
