"""Figures in words and cells, the same on every page: value, interval and n belong together."""

from __future__ import annotations

from datetime import date, datetime, time

from simulator.casebook.library import Case
from simulator.feedback import criterion_name
from simulator.i18n import day, has
from simulator.statistics import Estimate
from simulator.ui import plain, session

DASH = "–"
GOOD_FROM, BETTER_FROM = 0.8, 0.6
"""Shares of kept points from which a criterion goes well, and from which it can be better."""


def percent(value: float) -> str:
    """A share as a whole percentage."""
    return f"{value:.0%}"


def whole(value: float) -> str:
    """A score as a whole number."""
    return f"{value:.0f}"


def in_words(figure: Estimate | None, *, share: bool = False) -> str:
    """A figure with its interval and n."""
    if figure is None:
        return session.text("insight-none")
    form = percent if share else whole
    return session.text(
        "insight-interval",
        value=form(figure.value),
        low=form(figure.low),
        high=form(figure.high),
        n=str(figure.n),
    )


def between(figure: Estimate | None, *, share: bool = False) -> str:
    """The interval of a figure."""
    form = percent if share else whole
    return f"{form(figure.low)} {DASH} {form(figure.high)}" if figure else DASH


def short_day(day_of_year: date) -> str:
    """A day without its year."""
    return day(datetime.combine(day_of_year, time()), session.lang()).rsplit(" ", 1)[0]


def meaning(kept: float) -> str:
    """What a share of kept points says."""
    level = "good" if kept >= GOOD_FROM else "better" if kept >= BETTER_FROM else "weak"
    return session.text(f"insight-meaning-{level}")


def criterion(criterion_id: str) -> str:
    """Name of a criterion for a cell of a table; its id when the rubric has it no more."""
    key = f"criterion-{criterion_id.replace('.', '-').replace('_', '-')}"
    return criterion_name(criterion_id, session.lang()) if has(key, session.lang()) else criterion_id


def title_of(scenario_id: str) -> str:
    """Title of a scenario for a cell of a table or a label; its id when it is not in the collection any more."""
    return plain.safe_label(name_of(scenario_id))


def name_of(scenario_id: str) -> str:
    """Title of a scenario as it is; its id when it is not in the collection any more."""
    case: Case | None = session.library().cases.get(scenario_id)
    return case.scenario.title.in_language(session.lang()) if case else scenario_id
