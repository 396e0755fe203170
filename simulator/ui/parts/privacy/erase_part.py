"""Erasing somebody: first what would go, then a typed confirmation."""

from __future__ import annotations

import streamlit as st

from simulator import erasure
from simulator.accounts import User
from simulator.store.privacy_views import PersonRow
from simulator.ui import plain, session
from simulator.ui.parts.privacy import words

_TYPED = "privacy-erase-typed"
_OUTCOME = "privacy-erase-outcome"


def tell() -> None:
    """Tell what the last press on the button did, once."""
    outcome = st.session_state.pop(_OUTCOME, None)
    if outcome is not None:
        sign, text, kind = outcome
        plain.notice(sign, text, kind)


def show(who: User, person: PersonRow) -> None:
    """Show what erasing this person would remove, and the form that does it."""
    plain.heading(session.text("privacy-erase-title"), 2)
    if person.id == who.id:
        plain.body(session.text("privacy-erase-self"))
        return
    plan = erasure.plan(session.store(), who, person.id)
    plain.body(session.text("privacy-erase-about"))
    plain.heading(session.text("privacy-erase-removed"), 3)
    words.tables(plan.removed)
    if plan.kept:
        plain.heading(session.text("privacy-erase-kept"), 3)
        words.tables(plan.kept)
    if plan.named:
        plain.body(session.text("privacy-erase-named", count=sum(plan.named.values())))
    if plan.perhaps_named:
        count = sum(plan.perhaps_named.values())
        plain.body(session.text("privacy-erase-perhaps", name=person.name, count=count))
    with st.form("privacy-erase", clear_on_submit=True):
        st.text_input(session.text("privacy-erase-confirm", pseudonym=person.pseudonym), key=_TYPED)
        st.form_submit_button(
            session.text("privacy-erase-button"), on_click=_erase, args=(person.id, person.pseudonym)
        )


def _erase(person_id: str, pseudonym: str) -> None:
    if st.session_state.get(_TYPED, "").strip() != pseudonym:
        _keep("■", session.text("privacy-erase-differs"), "critical")
        return
    try:
        done = erasure.erase(session.store(), session.me(), person_id, session.now())
    except erasure.CannotEraseError as error:
        _keep("■", session.text(error.code), "critical")
    except erasure.UnknownPersonError:
        _keep("■", session.text("privacy-erase-gone"), "critical")
    else:
        rows = sum(done.removed.values())
        text = session.text("privacy-erase-done", rows=rows)
        _keep("✓", text if done.swept else session.text("privacy-erase-later"), "good")


def _keep(sign: str, text: str, kind: str) -> None:
    st.session_state[_OUTCOME] = (sign, text, kind)
