"""For administrators: who works here, in which team and role; inviting, closing and recovering accounts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from simulator import people_admin
from simulator.settings import SignIn
from simulator.ui import plain, session
from simulator.ui.parts.people import everybody, inviting, said, team_list


def main() -> None:
    """Show people, invitations and teams."""
    found = people_admin.people_list(session.store(), session.me(), session.now())
    plain.heading(session.text("nav-people"), 1)
    how = session.settings().sign_in
    if how is not SignIn.LOCAL:
        plain.notice("▲", session.text(f"people-how-{how.value}"), "improve")
    said.show()
    parts: dict[str, Callable[[], None]] = {
        "everybody": partial(everybody.show, found),
        "inviting": inviting.show,
        "teams": team_list.show,
    }
    if how is not SignIn.LOCAL:
        del parts["inviting"]
    chosen = st.segmented_control(
        session.text("people-part"),
        list(parts),
        format_func=lambda part: session.text(f"people-part-{part}"),
        default="everybody",
        required=True,
        key="people-part",
    )
    parts[chosen]()


main()
