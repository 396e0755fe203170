"""A trainee's learning paths, what he did of each, and his certificates."""

from __future__ import annotations

import streamlit as st

from simulator import certificates
from simulator.ui import plain, session
from simulator.ui.parts.insight import own_path


def main() -> None:
    """Show the paths of whoever is signed in."""
    plain.heading(session.text("nav-certificates"), 1)
    store, who = session.store(), session.me()
    paths = certificates.own_paths(store, who)
    issued = {one.code: one for one in certificates.own_certificates(store, who)}
    if not paths:
        plain.body(session.text("paths-own-none"))
    for path in paths:
        own_path.show(path, issued.pop(path.code, None) if path.code else None)
    if issued:
        plain.heading(session.text("paths-certificates"), 2)
    for certificate in issued.values():
        with st.container(border=True):
            plain.heading(certificate.content.path, 3)
            own_path.show_certificate(certificate)


main()
