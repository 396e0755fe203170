"""Learning paths for those who make them."""

from __future__ import annotations

from simulator.accounts import Permission, require
from simulator.ui import plain, session
from simulator.ui.parts.insight import path_maker


def main() -> None:
    """Show the form of a new path and the paths that there are."""
    plain.heading(session.text("nav-paths"), 1)
    require(session.store(), session.me(), Permission.MAKE_PATHS)
    plain.muted(session.text("paths-about"))
    path_maker.show_new()
    path_maker.show_all()


main()
