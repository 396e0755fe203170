"""Where a link of an administrator leads: making an account, or a new password. For people who are not signed in."""

from __future__ import annotations

import streamlit as st

from simulator import sign_in
from simulator.accounts import NAME_MOST, BadNameError
from simulator.passwords import LEAST, WeakPasswordError
from simulator.settings import SignIn
from simulator.sign_in import LinkKind, LinkOverError
from simulator.ui import plain, session
from simulator.ui.parts.people.new_password import new_password


def main() -> None:
    """Show what the link is for, or that it cannot be used."""
    _, middle, _ = st.columns([1, 2, 1])
    with middle:
        plain.heading(session.text("nav-welcome"), 1)
        who = session.user()
        if session.settings().sign_in is not SignIn.LOCAL:
            plain.body(session.text("people-welcome-not-here"))
        elif who is not None:
            plain.body(session.text("people-welcome-signed-in", name=who.name))
            st.button(session.text("sign-out"), on_click=session.sign_out)
        else:
            _show(st.query_params.get("token", ""))


def _show(token: str) -> None:
    try:
        found = sign_in.link(session.store(), token, session.now())
    except LinkOverError:
        plain.notice("■", session.text("people-welcome-over"), "critical")
        return
    first = found.kind is LinkKind.INVITATION
    plain.body(session.text("people-welcome-new" if first else "people-welcome-recovery", email=found.email))
    with st.form("welcome", border=False):
        name = ""
        if first:
            name = st.text_input(session.text("people-name"), max_chars=NAME_MOST, autocomplete="name")
        password, same = new_password()
        sent = st.form_submit_button(session.text("people-welcome-button"), type="primary")
    if not sent:
        return
    if not same:
        plain.notice("■", session.text("people-password-differs"), "critical")
        return
    _try(token, name if first else None, password)


def _try(token: str, name: str | None, password: str) -> None:
    store, now, days = session.store(), session.now(), session.settings().sign_in_days
    try:
        if name is None:
            _, own = sign_in.recover(store, token, password, now, days)
        else:
            _, own = sign_in.accept_invitation(store, token, name, password, session.lang(), now, days)
    except BadNameError:
        plain.notice("■", session.text("sign-in-bad-name", most=NAME_MOST), "critical")
    except WeakPasswordError as weak:
        plain.notice("■", session.text(f"people-password-{weak.why}", least=LEAST), "critical")
    except LinkOverError:
        plain.notice("■", session.text("people-welcome-over"), "critical")
    else:
        session.enter(own)
        st.switch_page("simulator/ui/pages/inbox.py")


main()
