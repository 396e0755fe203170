"""The trainee's reply with the findings marked on its words."""

import streamlit as st

from simulator.ui.components.assets import boxed, load
from simulator.ui.components.marked_reply.data import Kind, Mark, MarkedReplyData

__all__ = ["Kind", "Mark", "MarkedReplyData", "marked_reply"]

_ASSETS = load("marked_reply", scripts=("segments.js",))
_mount = st.components.v2.component(
    "webcare_marked_reply",
    html=_ASSETS.html,
    css=_ASSETS.css,
    js=_ASSETS.js,
)


def marked_reply(*, key: str, data: MarkedReplyData) -> None:
    """Show a reply; whoever clicks or tabs to marked words reads why. It sends nothing back.

    Args:
        key: Streamlit's element key.
        data: The text and its marks. Marks may overlap; the gravest kind gives the look, the explanation
            lists all. Offsets outside the text are cut off, an empty range is left out.
    """
    _mount(key=key, data=boxed(data))
