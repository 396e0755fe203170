"""Words for reasons to look, for what a review adjusted, and for moments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from scoring import Dimension, default_rubric
from simulator.feedback import criterion_name
from simulator.i18n import clock_time, day, has
from simulator.looks import Reason
from simulator.review_scores import PASSED
from simulator.ui import session


def reason(why: Reason, details: Mapping[str, object]) -> str:
    """Why to look at a reply, in a few words."""
    if why in (Reason.NOT_PASSED, Reason.UNCERTAIN, Reason.DISPUTED) and "criterion" in details:
        name = criterion(str(details["criterion"]))
        return session.text(f"review-reason-{_dashed(why)}-about", what=name[:1].lower() + name[1:])
    if why is Reason.NOT_PASSED and _is_number(details.get("total")):
        return session.text("review-reason-not-passed-points", total=_whole(details["total"]))
    if why is Reason.OUTLIER and _is_number(details.get("total")) and _is_number(details.get("mean")):
        total, mean = _whole(details["total"]), _whole(details["mean"])
        return session.text("review-reason-outlier-points", total=total, mean=mean)
    return session.text(f"review-reason-{_dashed(why)}")


def criterion(criterion_id: str) -> str:
    """Name of a criterion; of one that this version does not know, its id."""
    known = {c.id for c in default_rubric().criteria}
    return criterion_name(criterion_id, session.lang()) if criterion_id in known else criterion_id


def adjusted(name: str) -> str:
    """Name of what was adjusted: a dimension, a criterion or the verdict."""
    if name == PASSED:
        return session.text("review-verdict")
    return session.text(f"dimension-{name}") if name in set(Dimension) else criterion(name)


def value(name: str, number: float | None) -> str:
    """What a score was or became, in words where it is no number of points."""
    if number is None:
        return "–"
    if name == PASSED:
        return session.text("verdict-passed" if number else "verdict-not-passed")
    if name in set(Dimension):
        return str(round(number))
    return session.text(
        "review-counts" if number >= 1 else "review-counts-not" if number <= 0 else "review-partly"
    )


def why_adjusted(code: str) -> str:
    """Reason of an adjustment, also of a decision on a dispute."""
    key = f"review-why-{_dashed(code)}"
    return session.text(key) if has(key, session.lang()) else session.text("review-why-other")


def moment(at: datetime) -> str:
    """A day and a time."""
    local = at.astimezone()
    return f"{day(local, session.lang())} {clock_time(local)}"


def scenario(scenario_id: str) -> str:
    """Title of a scenario; of one that is gone, its id."""
    cases = session.library().cases
    return (
        cases[scenario_id].scenario.title.in_language(session.lang()) if scenario_id in cases else scenario_id
    )


def _dashed(code: str) -> str:
    return code.replace("_", "-")


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float))


def _whole(value: object) -> str:
    return str(round(float(str(value))))
