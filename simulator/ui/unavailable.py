"""What a page says when the database cannot do its work: what goes on, and that what was typed is still there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import streamlit as st

from simulator import failures
from simulator.accounts import NotAllowedError
from simulator.i18n import Lang, as_lang, t
from simulator.store.faults import StoreUnavailableError
from simulator.ui import observing, plain

_LANG = "lang_of_this_run"


def told(page: Callable[[], bool]) -> Callable[[], bool]:
    """For a page's run: tells when it was stopped because the database could not be used."""

    @wraps(page)
    def wrapped() -> bool:
        lang = st.session_state.get(_LANG)
        try:
            return page()
        except StoreUnavailableError as error:
            # A page begins by asking the database anew which language it is in.
            if lang is not None:
                st.session_state[_LANG] = lang
            show(error)
            return False

    return wrapped


def told_of_callback(after: Callable[[Exception], bool]) -> Callable[[Exception], bool]:
    """The same for a widget's callback, and for a part of a page."""

    @wraps(after)
    def wrapped(error: Exception) -> bool:
        if isinstance(error, StoreUnavailableError):
            show(error)
            return True
        return after(error)

    return wrapped


def pass_on(error: Exception) -> None:
    """Raise the error again when it is about the database."""
    if isinstance(error, StoreUnavailableError):
        raise error


def show(error: StoreUnavailableError) -> None:
    """Log it and tell what goes on."""
    failures.log("page failed")
    lang = _lang()
    plain.notice("■", t(error.code, lang), "critical")
    plain.body(t("store-typed-kept", lang))


def page_failed() -> None:
    """Tell that a page failed, and the number by which its line in the log is found."""
    plain.notice("■", t("page-failed", _lang(), number=observing.run_id()), "critical")


def callback_stopped(error: Exception) -> None:
    """Tell that what was clicked was not done: it was not allowed, or it failed."""
    if isinstance(error, NotAllowedError):
        plain.notice("■", t("no-access-text", _lang()), "critical")
    else:
        page_failed()


def in_form(error: StoreUnavailableError) -> str:
    """What stands beside a text that could not be kept or sent."""
    lang = _lang()
    return f"{t(error.code, lang)} {t('store-text-here', lang)}"


def _lang() -> Lang:
    """The language of this window; asking the database, as `session.lang` may, would fail again."""
    state = st.session_state
    return as_lang(state.get(_LANG) or state.get("lang") or (st.context.locale or "nl")[:2])
