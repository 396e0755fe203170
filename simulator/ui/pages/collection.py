"""The collection for trainers and leads: what can be practised, and which files cannot be used and why."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator.accounts import Permission, require
from simulator.casebook.library import Case
from simulator.casebook.report import fault_text
from simulator.ui import plain, session


def main() -> None:
    """Show faults first, then the table of scenarios."""
    require(session.store(), session.me(), Permission.SEE_COLLECTION)
    library = session.library()
    plain.heading(session.text("nav-collection"), 1)
    if library.faults:
        plain.notice("▲", session.text("collection-faults", count=len(library.unusable_files)), "improve")
        st.code(
            "\n".join(fault_text(f, session.lang()) for f in library.faults), language=None, wrap_lines=True
        )
    else:
        plain.notice("✓", session.text("collection-no-faults"), "good")
    if st.button(session.text("collection-read-again")):
        session.read_folder_again()
        st.rerun()
    for house, organisation in library.organisations.items():
        cases = [case for case in library.cases.values() if case.organisation.id == house]
        if cases:
            plain.heading(organisation.name, 2)
            table = pd.DataFrame([_row(case) for case in cases])
            if all(case.scenario.status == "published" for case in cases):
                table = table.drop(columns=session.text("collection-status"))
            st.table(table, hide_index=True)


def _row(case: Case) -> dict[str, str]:
    scenario = case.scenario
    return {
        session.text("collection-title"): plain.safe_label(scenario.title.in_language(session.lang())),
        session.text("inbox-kind"): session.text(f"kind-{scenario.kind.value.replace('_', '-')}"),
        session.text("inbox-channel"): session.text(f"channel-{scenario.channel.name}"),
        session.text("inbox-level"): str(scenario.difficulty),
        session.text("collection-status"): session.text(f"status-{scenario.status}"),
    }


main()
