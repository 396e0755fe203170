"""The collection for trainers and leads: what can be practised, and which files cannot be used and why."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator.accounts import Permission, require
from simulator.casebook.report import fault_text
from simulator.ui import plain, session


def main() -> None:
    """Show faults first, then the table of scenarios."""
    require(session.store(), session.me(), Permission.SEE_COLLECTION)
    library = session.library()
    plain.heading(session.text("nav-collection"), 1)
    if st.button(session.text("collection-read-again")):
        session.read_folder_again()
        st.rerun()
    if library.faults:
        plain.notice("▲", session.text("collection-faults", count=len(library.unusable_files)), "improve")
        st.code(
            "\n".join(fault_text(f, session.lang()) for f in library.faults), language=None, wrap_lines=True
        )
    else:
        plain.notice("✓", session.text("collection-no-faults"), "good")
    table = pd.DataFrame(
        [
            {
                session.text("collection-title"): case.scenario.title.in_language(session.lang()),
                session.text("collection-organisation"): case.organisation.name,
                session.text("inbox-kind"): session.text(
                    f"kind-{case.scenario.kind.value.replace('_', '-')}"
                ),
                session.text("inbox-channel"): session.text(f"channel-{case.scenario.channel.name}"),
                session.text("inbox-level"): case.scenario.difficulty,
                session.text("collection-status"): session.text(f"status-{case.scenario.status}"),
            }
            for case in library.cases.values()
        ]
    )
    if not table.empty:
        st.dataframe(table, hide_index=True, alt=session.text("collection-table"))


main()
