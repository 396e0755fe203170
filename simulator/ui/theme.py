"""Has Streamlit read the theme from its options once per process; by itself it does so for every run of a page."""

from __future__ import annotations

from functools import cache, wraps

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_TAKEN = "_simulator_once"


def read_once() -> None:
    """From now on each part of the theme is read once; again changes nothing."""
    # It was a twentieth of all that a reply costs the server, and Streamlit keeps no copy.
    read = app_session._populate_theme_msg  # noqa: SLF001
    if hasattr(read, _TAKEN):
        return

    @cache
    def part(section: str) -> CustomThemeConfig:
        made = CustomThemeConfig()
        read(made, section)
        return made

    @wraps(read)
    def copied(msg: CustomThemeConfig, section: str = "theme") -> None:
        known = part(section)
        if known.ByteSize():  # A part that is not set stays absent in the message.
            msg.MergeFrom(known)

    setattr(copied, _TAKEN, True)
    app_session._populate_theme_msg = copied  # noqa: SLF001
