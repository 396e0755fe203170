"""`python -m simulator serve`: the app as a service, set up by the settings alone."""

from __future__ import annotations

import ctypes
import sys

from simulator.settings import from_environment

_M_ARENA_MAX = -8
"""Name of the setting in glibc's malloc.h."""
_HEAPS = 2


def serve() -> int:
    """Serve until SIGTERM or SIGINT.

    Returns:
        Exit status: 0 when it stopped as asked, 2 when it could not start. Settings that can be used but are not safe
        end the process with status 2 as well, with `streamlit run` as here.

    Raises:
        SettingsError: When a setting cannot be used.
    """
    settings = from_environment()
    _share_heaps()
    # Late, so that a wrong setting is told before Streamlit has been loaded.
    from simulator.ui.server import CannotListenError, run

    try:
        run(settings)
    except CannotListenError as error:
        print(f"webcare simulator: {error}", file=sys.stderr)  # noqa: T201 the only way to say it
        return 2
    return 0


def _share_heaps() -> None:
    """Have all threads share two heaps, where the C library can.

    Streamlit draws each page in a thread of its own, and glibc keeps up to eight heaps a processor for them, none of
    which shrinks: a session cost 0.6 to 1.8 MB, with two heaps 0.15 to 0.4 (docs/operations.md, "Size").
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, _HEAPS)
