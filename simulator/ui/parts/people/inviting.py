"""Inviting people, and the invitations that nobody has used yet."""

from __future__ import annotations

from functools import partial

import streamlit as st

from simulator import i18n, people_admin
from simulator.accounts import Role
from simulator.ui import plain, session
from simulator.ui.parts.people import said


def show() -> None:
    """Show the form and the open invitations."""
    teams = {t.id: t.name for t in people_admin.teams(session.store(), session.me())}
    plain.body(session.text("people-invite-text"))
    with st.form("invite", border=False):
        st.text_input(session.text("people-email"), max_chars=200, key="invite-email", autocomplete="off")
        left, right = st.columns(2)
        left.selectbox(
            session.text("people-team"), list(teams), format_func=teams.__getitem__, key="invite-team"
        )
        right.selectbox(
            session.text("people-role"),
            list(Role),
            format_func=lambda r: session.text(f"role-{r.value}"),
            key="invite-role",
        )
        st.form_submit_button(session.text("people-invite-button"), type="primary", on_click=_invite)
    found = people_admin.open_invitations(session.store(), session.me(), session.now())
    plain.heading(session.text("people-invited"), 2)
    if not found:
        plain.muted(session.text("people-invited-none"))
    for invitation in found:
        role = session.text(f"role-{invitation.role.value}")
        until = i18n.day(invitation.expires_at, session.lang())
        plain.body(
            session.text(
                "people-invited-one", email=invitation.email, role=role, team=invitation.team, until=until
            )
        )
        st.button(
            session.text("people-withdraw", email=plain.safe_label(invitation.email)),
            key=f"withdraw-{invitation.id}",
            on_click=_withdraw,
            args=(invitation.id,),
        )


def _invite() -> None:
    email = st.session_state["invite-email"]
    team, role = st.session_state["invite-team"], Role(st.session_state["invite-role"])

    def deed() -> None:
        token = people_admin.invite(session.store(), session.me(), email, team, role, session.now())
        said.keep_link("invitation", email, token)
        st.session_state["invite-email"] = ""

    said.do(deed, "")


def _withdraw(invitation: str) -> None:
    said.do(
        partial(people_admin.withdraw, session.store(), session.me(), invitation, session.now()), "withdrawn"
    )
