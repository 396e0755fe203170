"""What the simulator keeps about whoever is signed in, why, who looked at it, and how he gets it or has it erased."""

from __future__ import annotations

from simulator import privacy
from simulator.ui import plain, session
from simulator.ui.parts.exports import link
from simulator.ui.parts.privacy import held_part, seen_part, texts_part


def main() -> None:
    """Show his data; nothing of anybody else."""
    overview = privacy.overview(session.store(), session.me())
    plain.heading(session.text("nav-my-data"), 1)
    plain.body(session.text("privacy-intro"))
    seen_part.show(overview.seen_by)
    held_part.show(overview)
    texts_part.show()
    plain.heading(session.text("privacy-file-title"), 2)
    plain.body(session.text("privacy-file-about"))
    ask, label = session.text("privacy-file-ask"), session.text("privacy-file-link")
    link.on_request("privacy-own", "own_data", {}, ask, label)
    plain.heading(session.text("privacy-rights-title"), 2)
    plain.bullets([session.text(f"privacy-rights-{what}") for what in ("about", "erase", "complain")])
    plain.muted(session.text("privacy-browser"))


main()
