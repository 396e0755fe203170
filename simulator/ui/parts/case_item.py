"""A scenario as a row of the inbox."""

from __future__ import annotations

from simulator import insight
from simulator.casebook.library import Case
from simulator.casebook.schema import Scenario
from simulator.feedback import criterion_name
from simulator.i18n import number
from simulator.ui import session
from simulator.ui.components.case_list import CaseItem, ResultKind


def of(case: Case, result: insight.Result | None) -> CaseItem:
    """One row of the inbox: the scenario, and what the trainee made of it so far."""
    scenario = case.scenario
    words, kind = _result_words(result)
    again = result is not None and result.attempts > 0
    more = [session.text("inbox-attempts", count=result.attempts)] if result and again else []
    if result is not None and result.version < scenario.version:
        more.append(session.text("inbox-new-version"))
    story = scenario.story
    told = [session.text("inbox-story", part=story.part, of=story.of)] if story else []
    return {
        "id": scenario.id,
        "title": scenario.title.in_language(session.lang()),
        "sub": " · ".join((case.organisation.name, _kind(scenario), *told)),
        "channel": session.text(f"channel-{scenario.channel.name}"),
        "level": scenario.difficulty,
        "level_label": session.text(f"inbox-level-{scenario.difficulty}"),
        "result": words,
        "result_kind": kind,
        "count": " · ".join(more),
        "button": session.text("inbox-again" if again else "inbox-start"),
    }


def _kind(scenario: Scenario) -> str:
    return session.text(f"kind-{scenario.kind.value.replace('_', '-')}")


def _result_words(result: insight.Result | None) -> tuple[str, ResultKind]:
    if result is None or result.best is None:
        return session.text("inbox-not-done"), "none"
    best = number(result.best, session.lang())
    if result.passed:
        return f"✓ {session.text('inbox-best', best=best)}", "good"
    if result.decided_by:
        why = criterion_name(result.decided_by[0], session.lang())
        return f"■ {session.text('inbox-not-passed-because', why=why)}", "critical"
    if result.open_attempt:
        return session.text("inbox-best-so-far", best=best), "none"
    return f"▲ {session.text('inbox-best-not-passed', best=best)}", "improve"
