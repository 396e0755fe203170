"""Proposals for trainers: examples that accepted disputes offer to scenarios and criteria."""

from __future__ import annotations

from simulator.accounts import Permission, require
from simulator.ui import plain, session
from simulator.ui.parts.disputes import offered_part


def main() -> None:
    """Show the page."""
    require(session.store(), session.me(), Permission.DECIDE_PROPOSALS)
    plain.heading(session.text("nav-proposals"), 1)
    plain.muted(session.text("proposals-trainer-about"))
    offered_part.show()


main()
