"""Has the pages of this process drawn a few at a time; Streamlit draws those of all windows side by side."""

from __future__ import annotations

from functools import wraps

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

from simulator import admission

_TAKEN = "_simulator_admitted"


def take() -> None:
    """From now on each run (of a page, a part of one, a callback) waits to be admitted; again changes nothing."""
    # Streamlit offers no place around a run: callbacks come before the page's own code, and parts run without it.
    drawn = ScriptRunner._run_script  # noqa: SLF001
    if hasattr(drawn, _TAKEN):
        return

    @wraps(drawn)
    def admitted(*args: object, **kwargs: object) -> None:
        with admission.admitted():
            drawn(*args, **kwargs)  # type: ignore[arg-type]

    setattr(admitted, _TAKEN, True)
    ScriptRunner._run_script = admitted  # type: ignore[method-assign]  # noqa: SLF001
