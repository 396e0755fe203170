"""Disputed findings and scores in words, the same for trainee, lead and trainer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from scoring import Finding, Scorecard, default_rubric
from simulator.casebook.library import Case
from simulator.dispute_decisions import Looked
from simulator.feedback import Remark, criterion_name, feedback
from simulator.i18n import clock_time, day
from simulator.ui import session
from simulator.undo import FindingKey, key_of


def remark_of(card: Scorecard, finding: Finding) -> Remark:
    """A finding as the feedback tells it."""
    told = feedback(replace(card, findings=(finding,)), default_rubric(), session.lang())
    return (*told.decided_by, *told.to_improve, *told.worked)[0]


def remark_of_key(card: Scorecard, key: FindingKey) -> Remark | None:
    """The remark that a key means, None when a newer scorecard has it no more."""
    finding = next((f for f in card.findings if key_of(f) == key), None)
    return remark_of(card, finding) if finding else None


def title_of(case: Case | None, scenario_id: str) -> str:
    """Title of a scenario, or its id when it is gone."""
    return case.scenario.title.in_language(session.lang()) if case else scenario_id


def what(criterion: str, scenario_id: str) -> str:
    """Criterion and scenario in one line."""
    title = title_of(session.library().cases.get(scenario_id), scenario_id)
    return f"{criterion_name(criterion, session.lang())} · {title}"


def moment(at: datetime) -> str:
    """Date and time in words."""
    local = at.astimezone()
    return f"{day(local, session.lang())} {clock_time(local)}"


def points(value: float | None) -> str:
    """A score, or that there is none."""
    return session.text("disputes-unscored") if value is None else str(round(value))


def verdict(passed: bool) -> str:
    """Passed or not, in a word."""
    return session.text("verdict-passed" if passed else "verdict-not-passed")


def point_text(looked: Looked) -> str:
    """What the scenario's own point of a disputed finding says, "" when it is about none."""
    return dict(looked.finding.params).get("say", "")
