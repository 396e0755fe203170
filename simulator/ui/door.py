"""Which sign-in this browser has: its own secret, or the identity that the provider gave to Streamlit.

Streamlit's identity cookie lives for 30 days and is read once per window; so it never counts by itself. Only the row of
its sign-in in our database lets somebody in, and that ends by signing out, at the token's end, or by an administrator.
"""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from simulator import accounts, provider
from simulator.i18n import Lang
from simulator.settings import Settings, SignIn
from simulator.store import people
from simulator.store.engine import Store
from simulator.ui import browser

_TRIED = "provider_tried"
_RETURNED = "returned"
_OWN = "token"
_CONNECTION = "token_came_by"


def token(settings: Settings) -> str:
    """Secret of this browser's sign-in, "" when there is none."""
    if settings.provider is not None:
        return provider.token_of(_claims(), settings.provider.cookie_secret)
    own: str = st.session_state.get(_OWN, "")
    kept = browser.kept_token()
    # Whoever learns the id of a Streamlit session can join it: its secret counts only on the connection that brought
    # it, or for a browser that has it too.
    here = st.session_state.get(_CONNECTION, "") == browser.connection()
    return own if own and (here or own == kept) else kept


def open_with(token: str) -> None:
    """Keep the secret of a sign-in for this window; "" for none."""
    st.session_state[_OWN] = token
    st.session_state[_CONNECTION] = browser.connection()


def user(store: Store, settings: Settings, now: datetime) -> accounts.User | None:
    """Who is signed in by what the database says now."""
    return holder(store, settings, token(settings), now)


def holder(store: Store, settings: Settings, token: str, now: datetime) -> accounts.User | None:
    """Whose sign-in a secret opens, by what the database says now."""
    who = accounts.user_of(store, token, now) if token else None
    if who and who.employer_id == people.WORKSHOP and settings.sign_in is not SignIn.WORKSHOP:
        return None  # From before this machine got passwords.
    return who


def try_provider(store: Store, settings: Settings, lang: Lang, now: datetime) -> None:
    """Open the sign-in that somebody comes back from his provider with, and lead him to where he wanted to be."""
    own = token(settings) if settings.provider is not None else ""
    if not own or settings.provider is None:
        return
    if user(store, settings, now) is None and st.session_state.get(_TRIED, ("",))[0] != own:
        roles, days = _roles(settings), settings.sign_in_days
        outcome = provider.sign_in(store, _claims(), own, roles, lang, now, days)
        if outcome in (provider.Outcome.NO_ROLE, provider.Outcome.CLOSED):
            st.session_state[_TRIED] = (own, outcome)
    if user(store, settings, now) is not None and not st.session_state.get(_RETURNED):
        st.session_state[_RETURNED] = True
        browser.go_back(st.get_option("server.baseUrlPath"))


def outcome(settings: Settings) -> provider.Outcome | None:
    """Why somebody whom the provider knows is not in; None when it does not know him either."""
    own = token(settings) if settings.provider is not None else ""
    if not own:
        return None
    tried, found = st.session_state.get(_TRIED, ("", None))
    return found if tried == own else provider.Outcome.OVER


def leave_provider(settings: Settings) -> None:
    """Sign out at the provider too."""
    if settings.provider is not None and st.user.get("is_logged_in"):
        st.logout()


def forget() -> None:
    """Drop all that this window holds of a user."""
    for key in list(st.session_state):
        del st.session_state[key]


@st.cache_resource(show_spinner=False)
def _roles(_settings: Settings) -> provider.Roles:
    assert _settings.provider is not None  # nosec B101  # noqa: S101 asked for by the callers
    return provider.read_roles(_settings.provider.roles)


def _claims() -> provider.Claims:
    return st.user.to_dict() if st.user.get("is_logged_in") else {}
