"""The simulator's entry for Streamlit: page config, who is here, and the pages of his role."""

from __future__ import annotations

import logging

import streamlit as st

from simulator.accounts import NotAllowedError, Permission, allowed
from simulator.run import UnknownAttemptError
from simulator.ui import plain, session
from simulator.ui.pages import sign_in

st.set_page_config(page_title="Webcare simulator", page_icon="💬", layout="wide")

PAGES = "simulator/ui/pages"


def main() -> None:
    """Show the page of this address, or sign-in at this same address."""
    session.prepare_page()
    who = session.user()
    see_collection = who is not None and allowed(who.role, Permission.SEE_COLLECTION)
    writes = who is not None and allowed(who.role, Permission.WRITE_SCENARIOS)
    pages = [
        st.Page(f"{PAGES}/inbox.py", title=session.text("nav-practise"), default=True),
        st.Page(f"{PAGES}/progress.py", title=session.text("nav-progress"), url_path="progress"),
        st.Page(
            f"{PAGES}/collection.py",
            title=session.text("nav-collection"),
            url_path="collection",
            visibility="visible" if see_collection else "hidden",
        ),
        st.Page(
            f"{PAGES}/authoring.py",
            title=session.text("nav-authoring"),
            url_path="authoring",
            visibility="visible" if writes else "hidden",
        ),
        st.Page(
            f"{PAGES}/write.py", title=session.text("nav-authoring"), url_path="write", visibility="hidden"
        ),
        st.Page(f"{PAGES}/settings.py", title=session.text("nav-settings"), url_path="settings"),
        st.Page(
            f"{PAGES}/practise.py",
            title=session.text("nav-practise"),
            url_path="practise",
            visibility="hidden",
        ),
        st.Page(
            f"{PAGES}/compare.py", title=session.text("nav-compare"), url_path="compare", visibility="hidden"
        ),
    ]
    page = st.navigation(pages, position="top" if who else "hidden")
    try:
        if who is None:
            sign_in.show()
        else:
            page.run()
    except (NotAllowedError, UnknownAttemptError) as error:
        key = "no-access" if isinstance(error, NotAllowedError) else "unknown-attempt"
        plain.heading(session.text(f"{key}-title"), 1)
        plain.body(session.text(f"{key}-text"))
        st.page_link(f"{PAGES}/inbox.py", label=session.text("to-inbox"))
    except Exception:
        logging.getLogger("simulator").exception("page failed")
        plain.notice("■", session.text("page-failed"), "critical")
    session.start_warm_up()


main()
