"""When a scorecard asks for a human look instead of pretending to be sure."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.model import Finding

CLOSE_CALL = 10.0
"""Points between the total and the pass mark within which verdict and coaches part most often: of rated replies
inside, about half the verdicts were the raters', outside nineteen in twenty (`python -m benchmarks.validity`)."""


def reasons(findings: Sequence[Finding], total: float | None, pass_mark: float) -> tuple[str, ...]:
    """Why a person should look, as codes; empty when the scorer is sure enough.

    Args:
        findings: Of the scorecard.
        total: 0-100, or None.
        pass_mark: Of the house.

    Returns:
        "uncertain-critical" when the verdict hangs on a finding with signs for and against, "close-call" when the
        total lies near the pass mark and nothing critical decides.
    """
    critical = [f for f in findings if f.critical]
    if critical:
        return ("uncertain-critical",) if all(f.uncertain for f in critical) else ()
    near = total is not None and abs(total - pass_mark) < CLOSE_CALL
    return ("close-call",) if near else ()
