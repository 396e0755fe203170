"""Exports: what, of whom, over which period and how; then a link that works once."""

from __future__ import annotations

from simulator import exports
from simulator.ui import plain, session
from simulator.ui.parts.exports import choose, link, xapi_part


def main() -> None:
    """Show the choices, and the file that they make."""
    plain.heading(session.text("nav-exports"), 1)
    choices = exports.choices(session.store(), session.me())
    plain.body(session.text("exports-intro"))
    team = choose.team(choices)
    dates = choose.period(session.now().date())
    if dates is None:
        plain.notice("▲", session.text("exports-bad-period"), "improve")
        return
    wanted = choose.table(choices, team, dates)
    link.on_request(
        "exports",
        exports.KIND,
        wanted.model_dump(mode="json"),
        session.text("exports-make"),
        session.text(
            "exports-get",
            what=session.text(f"exports-what-{wanted.what.value}"),
            form=session.text(f"exports-form-{wanted.form.value}"),
        ),
    )
    xapi_part.show(choices, team, dates)


main()
