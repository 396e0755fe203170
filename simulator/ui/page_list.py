"""The pages as Streamlit wants them: each is registered for everybody, so that its address stays when rights change."""

from __future__ import annotations

from copy import copy
from functools import cache

import streamlit as st

from simulator.accounts import User, allowed
from simulator.pages import PAGES, Page
from simulator.ui import session


def made(who: User | None) -> dict[Page, st.Page]:
    """All pages for this run.

    Args:
        who: Whom the menu is for; None before sign-in.
    """
    return {page: copy(_made(page, session.text(page.title_key), visible=_seen(page, who))) for page in PAGES}


def _seen(page: Page, who: User | None) -> bool:
    may = who is not None and (page.permission is None or allowed(who, page.permission))
    return may and not page.hidden


@cache  # Streamlit looks for each file anew at each run; a copy, because it notes in it which one was chosen.
def _made(page: Page, title: str, *, visible: bool) -> st.Page:
    return st.Page(
        f"simulator/ui/pages/{page.file}.py",
        title=title,
        url_path=None if page.file == "inbox" else page.file.replace("_", "-"),
        default=page.file == "inbox",
        visibility="visible" if visible else "hidden",
    )
