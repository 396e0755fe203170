"""Not built yet."""

from __future__ import annotations

from simulator.ui import plain, session


def main() -> None:
    """Show the page's title."""
    plain.heading(session.text("nav-disputes"), 1)


main()
