"""What only the browser can do: keep the sign-in secret and half-written words, lead back after sign-in."""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st

from simulator.ui.components.browser_task import ask, ask_back

COOKIE = "webcare_sign_in"
_SWITCH, _SWITCH_DAYS = "webcare_{}", 30
_DAY = 86_400


def kept_token() -> str:
    """The sign-in secret that the browser sent when it connected, or ""."""
    return str(st.context.cookies.get(COOKIE, ""))


def connection() -> str:
    """Names the connection between this window and the server, "" when there is none."""
    return str(st.context.headers.get("Sec-Websocket-Key", ""))


def keep_token(token: str, days: int) -> None:
    """Have the browser keep the sign-in secret, and its other windows know; an empty one makes it forget.

    Args:
        token: A secret of letters, digits, dashes and underscores, made by accounts.sign_in.
        days: How long.
    """
    ask("keep", name=COOKIE, value=token, age=days * _DAY if token else 0)


def kept_switch(name: str, owner: str) -> bool | None:
    """How a switch was set in an earlier visit with this browser; None when somebody else set it, or nobody.

    Args:
        name: The switch, of letters and dashes.
        owner: Id of the person who asks.
    """
    # A cookie, because it comes with the connection: what must be hidden is hidden in the first run already.
    kept = str(st.context.cookies.get(_SWITCH.format(name), ""))
    return {f"{owner}.1": True, f"{owner}.0": False}.get(kept)


def keep_switch(name: str, owner: str, *, on: bool) -> None:
    """Have the browser keep how a switch was set.

    Args:
        name: The switch, of letters and dashes.
        owner: Id of the person who set it.
        on: How he set it.
    """
    days = _SWITCH_DAYS * _DAY
    ask("remember", name, name=_SWITCH.format(name), value=f"{owner}.{int(on)}", age=days)


def follow_other_windows() -> None:
    """Have a window that waits at sign-in load again when somebody signs in in another one of the same browser."""
    ask("follow")


def load_again() -> None:
    """Load this address again."""
    ask("reload")


def note_return() -> None:
    """Remember this address, because a provider sends people back to the first page."""
    ask("note")


def go_back(base_path: str) -> None:
    """Go to the address that `note_return` remembered, once; only ever to a page of this app.

    Args:
        base_path: Path that the app lies under, "" for none.
    """
    path = base_path.strip("/")
    ask("back", first=f"/{path}/" if path else "/")


def keep_words(key: str, slot: str) -> None:
    """Keep in this browser what is typed in a text area, and put back what was kept there when it is empty.

    Args:
        key: The text area's own key.
        slot: Whose words they are and about what; the same after the page is loaded again.
    """
    ask("words", key, field=f"st-key-{re.sub(r'[^a-zA-Z0-9_-]', '-', key)}", slot=f"words:{slot}")


def keep_choices(about: str, slot: str, visit: str, chosen: str, on_given: Callable[[str], None]) -> None:
    """Keep in this browser what is chosen, and once a visit give back what was kept when nothing is chosen yet.

    Args:
        about: What is chosen.
        slot: Whose choices they are and about what; the same after the page is loaded again.
        visit: Names the visit.
        chosen: The choices as text, "" for none.
        on_given: Called with what was kept.
    """
    ask_back("choices", about, on_given, slot=f"words:{slot}", visit=visit, chosen=chosen)


def forget_words(slots: list[str]) -> None:
    """Forget kept words, because they were sent.

    Args:
        slots: As `keep_words` has them.
    """
    ask("sent", slots=[f"words:{slot}" for slot in slots])


def prepare(lang: str, outage: str) -> None:
    """Set the language of the whole page, which Streamlit leaves at English (WCAG 3.1.1), and its words in an outage.

    Args:
        lang: The language, as "nl".
        outage: What the page says for as long as it has no connection, in place of Streamlit's window.
    """
    ask("page", lang=lang, outage=outage)
