"""The simulator's entry: `streamlit run simulator_app.py` finds `app` and serves it; Streamlit runs `main` per page."""

from __future__ import annotations

import streamlit as st

from simulator import failures
from simulator.accounts import NotAllowedError, User, allowed
from simulator.pages import PAGES, Page
from simulator.run import UnknownAttemptError
from simulator.ui import browser, plain, serving, session
from simulator.ui.pages import sign_in


def main() -> bool:
    """Show the page of this address, or sign-in at this same address; False when the page was refused or failed."""
    st.set_page_config(page_title="Webcare simulator", page_icon="💬", layout="wide")
    session.prepare_page()
    who = session.user()
    made = {page: _page(page, who) for page in PAGES}
    groups: dict[str, list[st.Page]] = {}
    for page, shown in made.items():
        title = session.text(f"nav-group-{page.group}") if page.group else ""
        groups.setdefault(title, []).append(shown)
    chosen = st.navigation(groups, position="top" if who else "hidden")
    fine = False
    try:
        if who is None and not any(made[page] == chosen for page in PAGES if page.public):
            sign_in.show()
        else:
            chosen.run()
        fine = True
    except (NotAllowedError, UnknownAttemptError) as error:
        key = "no-access" if isinstance(error, NotAllowedError) else "unknown-attempt"
        plain.heading(session.text(f"{key}-title"), 1)
        plain.body(session.text(f"{key}-text"))
        st.page_link("simulator/ui/pages/inbox.py", label=session.text("to-inbox"))
    except Exception:
        failures.log("page failed")
        plain.notice("■", session.text("page-failed"), "critical")
    session.start_warm_up()
    return fine


def after_callback(error: Exception) -> bool:
    """Show the page although a widget's callback was stopped, as when somebody signed out in another window."""
    if not isinstance(error, NotAllowedError):
        failures.log("callback failed")
    if session.in_fragment():
        if isinstance(error, NotAllowedError):
            browser.load_again()
        return isinstance(error, NotAllowedError)
    if main() and session.user() is not None:
        key = "no-access-text" if isinstance(error, NotAllowedError) else "page-failed"
        plain.notice("■", session.text(key), "critical")
    return True


def _page(page: Page, who: User | None) -> st.Page:
    """Every page is registered for everybody, so that its address stays when rights change."""
    may = who is not None and (page.permission is None or allowed(who, page.permission))
    first = page.file == "inbox"
    return st.Page(
        f"simulator/ui/pages/{page.file}.py",
        title=session.text(page.title_key),
        url_path=None if first else page.file.replace("_", "-"),
        default=first,
        visibility="visible" if may and not page.hidden else "hidden",
    )


# The same file is the server's entry and the script that it runs for each page; only inside a run is there a context.
if st.runtime.exists():
    main()
else:
    app = st.App(__file__, on_script_error=after_callback, **serving.options())
