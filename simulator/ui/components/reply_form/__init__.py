"""The reply form: action, text, counter, clock, save status and send button in one.

Text and action travel together, so that no half answer can be sent.
"""

from collections.abc import Callable

import streamlit as st

from simulator.ui.components.assets import boxed, load
from simulator.ui.components.reply_form.data import Action, Clock, Insert, ReplyFormData
from simulator.ui.components.reply_form.draft import (
    MAX_TEXT,
    Draft,
    parse_draft,
    place_of,
    read_draft,
    read_expired,
    read_submit,
    slot_of,
)

__all__ = [
    "MAX_TEXT",
    "Action",
    "Clock",
    "Draft",
    "Insert",
    "ReplyFormData",
    "parse_draft",
    "place_of",
    "read_draft",
    "read_expired",
    "read_submit",
    "reply_form",
    "slot_of",
]


_ASSETS = load("reply_form", scripts=("draft_store.js", "clock.js", "connection.js"))
_mount = st.components.v2.component("webcare_reply_form", html=_ASSETS.html, css=_ASSETS.css, js=_ASSETS.js)


def reply_form(
    *,
    key: str,
    data: ReplyFormData,
    on_draft: Callable[[], None],
    on_submit: Callable[[], None],
    on_expired: Callable[[], None],
) -> None:
    """Show the reply form.

    In a callback use ``read_draft(key)``, ``read_submit(key)`` or ``read_expired(key)``. Underneath,
    ``st.session_state[key]`` is a mapping with ``draft`` (stays) and ``submit`` and ``expired`` (one run),
    each ``{"slot", "seq", "text", "action"}``; ``state["draft"]`` and ``state.draft`` both work.

    A lost message is sent again, so the same submit or expired (same slot and seq) can arrive twice: store
    them by slot. A draft is repeated until ``saved_seq`` has reached its ``seq``. Inside a fragment pass
    ``run_every="1h"``: only then does Streamlit redraw the page after a restart of the server.

    Args:
        key: Streamlit's element key; it may stay the same for all turns.
        data: What to show.
        on_draft: Called when a new version of the text or action is there.
        on_submit: Called when the reply is sent.
        on_expired: Called when the deadline has passed; carries the full text.
    """
    _mount(
        key=key,
        data=boxed(data),
        on_draft_change=on_draft,
        on_submit_change=on_submit,
        on_expired_change=on_expired,
    )
