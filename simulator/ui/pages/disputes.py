"""Disputes for leads: what waits and what was decided, or the one of the address: `?dispute=`."""

from __future__ import annotations

import streamlit as st

from simulator.accounts import Permission, require
from simulator.ui import plain, session
from simulator.ui.parts.disputes import decide_part, list_part


def main() -> None:
    """Show the page."""
    require(session.store(), session.me(), Permission.DECIDE_DISPUTES)
    plain.heading(session.text("nav-disputes"), 1)
    dispute_id = st.query_params.get("dispute", "")
    if dispute_id:
        decide_part.show(dispute_id)
    else:
        list_part.show()


main()
