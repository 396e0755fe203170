"""What only the browser can do: keep the sign-in secret, and name the page's language for screen readers."""

from __future__ import annotations

import json

import streamlit as st

COOKIE = "webcare_sign_in"
_DAY = 86_400


def kept_token() -> str:
    """The sign-in secret that the browser sent when it connected, or ""."""
    return str(st.context.cookies.get(COOKIE, ""))


def keep_token(token: str, days: int) -> None:
    """Have the browser keep the sign-in secret; an empty one makes it forget.

    Args:
        token: A secret of letters, digits, dashes and underscores, made by accounts.sign_in.
        days: How long.
    """
    age = days * _DAY if token else 0
    _run(f"document.cookie = {json.dumps(f'{COOKIE}={token}; Max-Age={age}; Path=/; SameSite=Strict')};")


def name_language(lang: str) -> None:
    """Set the language of the whole page, which Streamlit leaves at English (WCAG 3.1.1)."""
    _run(f"document.documentElement.lang = {json.dumps(lang)};")


def _run(script: str) -> None:
    """Run a script of our own; nothing that a person typed ever comes into it."""
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
