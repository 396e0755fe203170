"""Assignments: give new ones, and see who did those that were given."""

from __future__ import annotations

from simulator.accounts import Permission, require
from simulator.ui import plain, session
from simulator.ui.parts.assignments import give_part, given_part


def main() -> None:
    """Show the page."""
    require(session.store(), session.me(), Permission.ASSIGN)
    plain.heading(session.text("nav-assignments"), 1)
    plain.muted(session.text("assignments-about"))
    give_part.show()
    given_part.show()


main()
