"""The simulator's entry: `streamlit run simulator_app.py` finds `app` and serves it; Streamlit runs `main` per page."""

from __future__ import annotations

import streamlit as st

from simulator import failures
from simulator.accounts import NotAllowedError
from simulator.pages import PAGES
from simulator.run import UnknownAttemptError
from simulator.ui import browser, observing, page_list, plain, serving, session, unavailable
from simulator.ui.pages import sign_in


@observing.run
@unavailable.told
def main() -> bool:
    """Show the page of this address, or sign-in at this same address; False when the page was refused or failed."""
    st.set_page_config(page_title="Webcare simulator", page_icon="💬", layout="wide")
    session.prepare_page()
    who = session.user()
    made = page_list.made(who)
    groups: dict[str, list[st.Page]] = {}
    for page, shown in made.items():
        groups.setdefault(session.text(f"nav-group-{page.group}") if page.group else "", []).append(shown)
    chosen = st.navigation(groups, position="top" if who else "hidden")
    observing.page(chosen.url_path)
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
    except Exception as error:
        unavailable.pass_on(error)
        failures.log("page failed")
        unavailable.page_failed()
    session.start_warm_up()
    return fine


@unavailable.told_of_callback
def after_callback(error: Exception) -> bool:
    """Show the page although a widget's callback was stopped, as when somebody signed out in another window."""
    if not isinstance(error, NotAllowedError):
        failures.log("callback failed")
    if session.in_fragment() and isinstance(error, NotAllowedError):
        browser.load_again()
    elif session.in_fragment() or observing.begun():  # Drawn again, its first parts would stand there twice.
        unavailable.page_failed()
    elif main() and session.user() is not None:
        unavailable.callback_stopped(error)
    return True


# The same file is the server's entry and the script that it runs for each page; only inside a run is there a context.
if st.runtime.exists():
    main()
elif __name__ != "__mp_main__":
    # While a page runs, this file is `__main__`, which a process that is started then, to score, loads under that name.
    app = st.App(__file__, on_script_error=after_callback, **serving.options())
