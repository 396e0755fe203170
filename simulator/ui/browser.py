"""What only the browser can do: keep the sign-in secret, lead back after sign-in, and name the page's language."""

from __future__ import annotations

import json

import streamlit as st

COOKIE = "webcare_sign_in"
_DAY = 86_400
_RETURN = "wc-return-to"
_WAITING = "window.wcWaiting"


def kept_token() -> str:
    """The sign-in secret that the browser sent when it connected, or ""."""
    return str(st.context.cookies.get(COOKIE, ""))


def connection() -> str:
    """Names the connection between this window and the server, "" when there is none."""
    return str(st.context.headers.get("Sec-Websocket-Key", ""))


def keep_token(token: str, days: int) -> None:
    """Have the browser keep the sign-in secret; an empty one makes it forget.

    Args:
        token: A secret of letters, digits, dashes and underscores, made by accounts.sign_in.
        days: How long.
    """
    age = days * _DAY if token else 0
    cookie = json.dumps(f"{COOKIE}={token}; Max-Age={age}; Path=/; SameSite=Strict")
    said = "new BroadcastChannel('webcare').postMessage('in');" if token else ""
    _run(
        f"document.cookie = {cookie} + (location.protocol === 'https:' ? '; Secure' : '');"
        f"if ({_WAITING}) {{ {_WAITING}.close(); {_WAITING} = null; }} {said}"
    )


def follow_other_windows() -> None:
    """Have a window that waits at sign-in load again when somebody signs in in another one of the same browser."""
    _run(
        f"if (!{_WAITING}) {{ {_WAITING} = new BroadcastChannel('webcare');"
        f" {_WAITING}.onmessage = () => location.reload(); }}"
    )


def load_again() -> None:
    """Load this address again."""
    _run("location.reload();")


def note_return() -> None:
    """Remember this address, because a provider sends people back to the first page."""
    _run(f"sessionStorage.setItem('{_RETURN}', location.pathname + location.search);")


def go_back(base_path: str) -> None:
    """Go to the address that `note_return` remembered, once; only ever to a page of this app.

    Args:
        base_path: Path that the app lies under, "" for none.
    """
    first = json.dumps(f"/{base_path.strip('/')}/" if base_path.strip("/") else "/")
    _run(
        f"const to = sessionStorage.getItem('{_RETURN}'); sessionStorage.removeItem('{_RETURN}');"
        f"if (to && location.pathname === {first} && to.startsWith({first})) {{"
        " const there = new URL(to, location.origin);"
        " if (there.origin === location.origin && there.href !== location.href)"
        " location.replace(there.href); }"
    )


def name_language(lang: str) -> None:
    """Set the language of the whole page, which Streamlit leaves at English (WCAG 3.1.1)."""
    _run(f"document.documentElement.lang = {json.dumps(lang)};")


def _run(script: str) -> None:
    """Run a script of our own; nothing that a person typed ever comes into it."""
    st.html(f"<script>{{ {script} }}</script>", unsafe_allow_javascript=True)
