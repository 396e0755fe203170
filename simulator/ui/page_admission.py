"""Has the pages of this process drawn by turns; Streamlit draws those of all windows side by side."""

from __future__ import annotations

from functools import wraps

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

from simulator import turns

_TAKEN = "_simulator_by_turns"


def take() -> None:
    """From now on each run, of a page, a part of one or a button's callback, takes its turn; again changes nothing."""
    # Streamlit offers no place around a run: callbacks come before the page's own code, and parts run without it.
    drawn = ScriptRunner._run_script  # noqa: SLF001
    if hasattr(drawn, _TAKEN):
        return

    @wraps(drawn)
    def by_turns(*args: object, **kwargs: object) -> None:
        with turns.turn():
            drawn(*args, **kwargs)  # type: ignore[arg-type]

    setattr(by_turns, _TAKEN, True)
    ScriptRunner._run_script = by_turns  # type: ignore[method-assign]  # noqa: SLF001
