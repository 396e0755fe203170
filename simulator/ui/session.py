"""What every page needs: the store, the collection, who is here, which language, what time it is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from simulator import accounts, admission, authoring, scorer
from simulator import sign_in as services
from simulator.casebook.library import Library, library_of
from simulator.casebook.tree import Tree, read_folder
from simulator.health import Health, health
from simulator.i18n import Lang, as_lang, t
from simulator.settings import Settings, SignIn, from_environment
from simulator.store.engine import Store, open_store
from simulator.store.migrate import upgrade
from simulator.ui import browser, door, observing
from simulator.warm_up import keep_for_good

T = TypeVar("T")
REDRAW_SECONDS = 3600
"""How often a part of a page is redrawn that must come back by itself after a restart of the server. A number, because
Streamlit loads pandas for a text like "1h"."""
_STYLE = Path(__file__).with_name("style.css")
_LANG = "lang_of_this_run"
_STAMP_OF_THIS_RUN = "stamp_of_this_run"
_WARM_UP_AFTER = 1.0
WORDS_SENT = "words_sent"
"""Kept words that the browser may forget at the next run; see `kept_words`."""
"""Seconds after the first page before the language models are loaded: the first page comes first."""


class _Asked(threading.local):
    """What this thread's run asked once; Streamlit's session state, asked a hundred times per page, would be slower."""

    run: str = ""
    known: dict[str, Any] = {}  # noqa: RUF012 replaced by each run, never changed


_asked = _Asked()


def settings() -> Settings:
    """The settings, read once."""
    return once("settings", opened_settings)


def store() -> Store:
    """The open database, brought to this version."""
    return once("store", opened_store)


# A page asks for these some twenty times, and Streamlit's cache takes longer to answer than `once`.
@st.cache_resource(show_spinner=False)
def opened_settings() -> Settings:
    """The settings of this process."""
    return from_environment()


@st.cache_resource(show_spinner=False)
def opened_store() -> Store:
    """The database of this process."""
    opened = open_store(settings().database_url, settings().limits)
    upgrade(opened)
    admission.allow(opened.at_once)
    return observing.store(opened)


@st.cache_resource(show_spinner=False)
def folder() -> Tree:
    """The collection's folder as read; `read_folder_again()` reads it anew."""
    return read_folder(settings().scenarios)


def live() -> Tree:
    """The files of the collection that trainees practise: the folder and what was published in the app."""
    return _live(_stamp())


def library() -> Library:
    """The collection that trainees practise."""
    return _library(_stamp())


def read_folder_again() -> None:
    """Read the folder anew, after files in it changed."""
    for part in (folder, _live, _library, _health):
        part.clear()


def published() -> None:
    """Note that something was published in this run: the collection is another one now."""
    st.session_state[_STAMP_OF_THIS_RUN] = authoring.collection_stamp(store())


def _stamp() -> int:
    """Names what is published; asked once per run, by `prepare_page`."""
    stamp: int | None = st.session_state.get(_STAMP_OF_THIS_RUN)
    return authoring.collection_stamp(store()) if stamp is None else stamp


# Only the newest is of use; a second one may be in the hands of a page that still runs.
@st.cache_resource(show_spinner=False, max_entries=2)
def _live(stamp: int) -> Tree:  # noqa: ARG001 the key of the cache
    return authoring.live_tree(store(), folder())


@st.cache_resource(show_spinner=False, max_entries=2)
def _library(stamp: int) -> Library:
    return library_of(_live(stamp))


@st.cache_resource(show_spinner=False)
def start_warm_up() -> threading.Timer:
    """Load the language models soon, in the background, once per process."""
    timer = threading.Timer(_WARM_UP_AFTER, _warm_up)
    timer.daemon = True
    timer.start()
    return timer


def _warm_up() -> None:
    scorer.warm_up()
    keep_for_good()


def scenario_health() -> dict[str, Health]:
    """How all scenarios do with real trainees, at most five minutes old: with many attempts it takes seconds.

    Raises:
        NotAllowedError: When this user may not see it.
    """
    accounts.require(store(), me(), accounts.Permission.SEE_HEALTH)
    return _health(me())


# The figures are the same for everybody who may see them, so the user is no part of the key.
@st.cache_resource(show_spinner=False, ttl=300, max_entries=1)
def _health(_who: accounts.User) -> dict[str, Health]:
    return health(store(), _who)


def now() -> datetime:
    """This moment. Pages ask the time here and hand it to the services."""
    return datetime.now(UTC)


def came() -> datetime:
    """When that came in which this run or request answers: until the server had time for it is nobody's clock."""
    return now() - timedelta(seconds=admission.waited())


def user() -> accounts.User | None:
    """Who is signed in, asked from the database once per run; services ask again whether he may do what he does."""
    return once("user", lambda: door.user(store(), settings(), now()))


def once(name: str, ask: Callable[[], T]) -> T:
    """What several parts of a page want to know, asked once per run, and anew after the callbacks before it.

    Args:
        name: Names what is asked.
        ask: Asks it.
    """
    run = observing.run_id()
    if not run:
        return ask()
    if _asked.run != run:
        _asked.run, _asked.known = run, {}
    if name not in _asked.known:
        _asked.known[name] = ask()
    found: T = _asked.known[name]
    return found


def _ask_again() -> None:
    _asked.run, _asked.known = "", {}


def me() -> accounts.User:
    """Who is signed in, on a page that is only shown to somebody.

    Raises:
        NotAllowedError: When nobody is.
    """
    who = user()
    if who is None:
        raise accounts.NotAllowedError("sign-in")
    return who


def lang() -> Lang:
    """Language of the interface: the user's own, or before sign-in the one chosen or the browser's.

    Found once per run by `prepare_page`, because every text asks for it.
    """
    return once(_LANG, lambda: st.session_state.get(_LANG) or _find_lang())


def _find_lang() -> Lang:
    who = user()
    if who is not None:
        return who.lang
    chosen = st.session_state.get("lang")
    return as_lang(chosen or (st.context.locale or "nl")[:2])


def text(key: str, /, **values: object) -> str:
    """A text of the interface in the language of this session."""
    return t(key, lang(), **values)


def sign_in(name: str, role: accounts.Role) -> None:
    """Sign in on a workshop machine and have the browser remember it.

    Raises:
        BadNameError: When the name cannot be used.
        NotAllowedError: When people here sign in otherwise.
    """
    if settings().sign_in is not SignIn.WORKSHOP:
        raise accounts.NotAllowedError("sign-in")
    enter(services.by_name(store(), name, role, lang(), now(), settings().sign_in_days)[1])


def sign_in_by_password(email: str, password: str) -> None:
    """Sign in with e-mail address and password and have the browser remember it.

    Raises:
        RefusedError: When that does not succeed.
        NotAllowedError: When people here sign in otherwise.
    """
    if settings().sign_in is not SignIn.LOCAL:
        raise accounts.NotAllowedError("sign-in")
    enter(services.by_password(store(), email, password, now(), settings().sign_in_days)[1])


def enter(token: str) -> None:
    """Go on as the one whose sign-in this secret opens; nothing of an earlier user stays in this window."""
    door.forget()
    _ask_again()
    door.open_with(token)


def token() -> str:
    """Secret of this browser's sign-in, "" when there is none."""
    return door.token(settings())


def sign_out() -> None:
    """Sign out in all windows of this browser, and at the provider."""
    services.sign_out(store(), (token(), browser.kept_token()), now())
    door.forget()
    _ask_again()
    st.session_state["signed_out"] = True
    door.leave_provider(settings())


def in_fragment() -> bool:
    """Whether only a part of the page runs."""
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)


def prepare_page() -> None:
    """Style, page language and the browser's memory of who is here; once per run, before the page."""
    # Callbacks, which come before the page, may have changed both.
    st.session_state.pop(_LANG, None)
    _ask_again()
    if settings().provider is not None:
        door.try_provider(store(), settings(), lang(), now())
        _ask_again()
    _asked.known[_LANG] = st.session_state[_LANG] = _find_lang()
    published()
    st.html(_STYLE)
    browser.prepare(lang(), text("outage"))
    if sent := st.session_state.pop(WORDS_SENT, None):
        browser.forget_words(sent)
    own = token()
    if own and own != browser.kept_token():
        if user() is not None:
            browser.keep_token(own, settings().sign_in_days)
    elif st.session_state.pop("signed_out", False):
        # Once: another window may sign in again after this.
        browser.keep_token("", 0)
