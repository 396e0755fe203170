"""The doctor's look at the data: what must never be there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from simulator import figures
from simulator.ops.findings import Finding, Level, fine
from simulator.store import health_checks as ask
from simulator.store.engine import Store

_RESTORE = "restore the newest backup from before it, and tell the makers"
_MAY_LIE_AHEAD = ("expires_at", "locked_until", "until", "due_at")
_SLACK = timedelta(minutes=5)
"""Clocks of two machines differ a little."""

_CHECKS: tuple[tuple[str, Callable[[Store], ask.Found], Level, str, str], ...] = (
    ("orphans", ask.orphans, Level.ERROR, "rows that refer to rows that are not there", _RESTORE),
    (
        "rubrics",
        ask.unknown_rubrics,
        Level.ERROR,
        "scores by a rubric that is not kept, so nobody can say why they are what they are",
        _RESTORE,
    ),
    (
        "score names",
        ask.misnamed_scores,
        Level.ERROR,
        "scorecards that name another rubric or scorer than their content",
        _RESTORE,
    ),
    (
        "drafts beside answers",
        ask.drafts_beside_answers,
        Level.WARNING,
        "drafts of turns that were answered; they show nowhere and are kept longer than is promised",
        "tell the makers; the drafts go with their attempts at the end of the term",
    ),
    (
        "drafts past their attempt",
        ask.drafts_past_their_attempt,
        Level.WARNING,
        "drafts of attempts that are finished",
        "tell the makers; the drafts go with their attempts at the end of the term",
    ),
    ("turns", ask.doubled_turns, Level.ERROR, "turns that stand twice or were answered twice", _RESTORE),
    ("answers", ask.answers_without_scorecard, Level.ERROR, "answers without a scorecard", _RESTORE),
    ("scorecards", ask.scorecards_without_answer, Level.ERROR, "scorecards without an answer", _RESTORE),
    (
        "final scores",
        ask.finals_without_review,
        Level.ERROR,
        "final scores without the review they follow from",
        _RESTORE,
    ),
    (
        "cases",
        ask.attempts_without_case,
        Level.ERROR,
        "attempts whose scenario version is not kept, so they cannot be shown",
        _RESTORE,
    ),
)


def look_at_data(store: Store, now: datetime) -> Iterator[Finding]:
    """All checks of the data of a database that is at this program's version.

    Args:
        store: The database; it is only read.
        now: This moment.
    """
    yield _integrity(store)
    for name, check, level, means, to_do in _CHECKS:
        yield _of(name, check(store), level, means, to_do)
    yield _rubric_contents(store)
    yield _figures(store)
    yield _of(
        "moments",
        ask.future(store, now + _SLACK, _MAY_LIE_AHEAD),
        Level.WARNING,
        "moments that are still to come; a clock was wrong, and times and terms reckon with it",
        "see to it that all machines keep time (NTP)",
    )


def _of(name: str, found: ask.Found, level: Level, means: str, to_do: str) -> Finding:
    if not found.number:
        return fine(name, f"no {means}")
    return Finding(name, level, f"{found.number} × {means}", to_do, found.keys)


def _integrity(store: Store) -> Finding:
    said = ask.integrity(store)
    if not said:
        return fine("integrity", "the database finds its own files in order")
    return Finding("integrity", Level.ERROR, "the file is damaged", f"stop the app; {_RESTORE}", said[:5])


def _rubric_contents(store: Store) -> Finding:
    unreadable = [key for key, content in ask.rubric_contents(store).items() if not _is_rubric(content)]
    if not unreadable:
        return fine("rubric contents", "every kept rubric can be read")
    return Finding(
        "rubric contents", Level.ERROR, f"{len(unreadable)} × a rubric that cannot be read", _RESTORE,
        tuple(unreadable[:5]),
    )  # fmt: skip


def _is_rubric(content: str) -> bool:
    try:
        value = json.loads(content)
    except ValueError:
        return False
    return isinstance(value, dict) and "criteria" in value and "dimension_weights" in value


def _figures(store: Store) -> Finding:
    try:
        different = figures.differences(store)
    except (ValueError, KeyError, TypeError):
        return Finding("figures", Level.ERROR, "a scorecard cannot be read", _RESTORE)
    if not different:
        return fine("figures", "the teams' figures are those of the replies")
    return Finding(
        "figures",
        Level.ERROR,
        f"{len(different)} × a team's figure that differs from the replies",
        "run `python -m simulator recount` while nobody practises",
        different[:5],
    )
