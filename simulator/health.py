"""How well scenarios work, seen from real attempts: for trainers and team leads, never about one trainee.

Difficulty, discrimination and times rest on each trainee's first attempt: who tries again has read the feedback. So
each trainee is one observation, as the intervals ask. What never happens is looked for in all replies.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

import yaml

from simulator.accounts import Permission, User, require
from simulator.casebook.library import Case
from simulator.casebook.schema import Condition, Scenario, Turn
from simulator.statistics import LEAST, Estimate, correlation, mean_interval, median_interval, wilson
from simulator.store import health_rows as rows
from simulator.store.engine import Store

READ_MOST = 60
"""Replies to a turn, chosen blindly, that are read for what never varies: what does not vary in 60 of them varies in
fewer than one in 20 (95 % sure: 3/n, Hanley and Lippman-Hand 1983). Reading a scorecard is the slow part."""


class Sameness(StrEnum):
    """How an expectation came out in every reply: all its points earned, none, or it never played a part."""

    ALWAYS = "always"
    NEVER = "never"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True)
class NeverVaries:
    """An expectation of a turn that tells no reply from another.

    Attributes:
        turn_id: The turn.
        name: Id of the criterion, or of the scenario's own point.
        own_point: True for the scenario's own point.
        sameness: How it always came out.
        replies: In how many of the newest replies it was judged; when it never was: how many were read.
    """

    turn_id: str
    name: str
    own_point: bool
    sameness: Sameness
    replies: int


@dataclass(frozen=True, slots=True)
class Unreached:
    """A reaction (number from 1) that none of the turn's answers led to, with its condition as the file has it."""

    turn_id: str
    number: int
    condition: str
    answers: int


@dataclass(frozen=True, slots=True)
class TurnTime:
    """Median seconds of the timed first answers to a turn, beside the seconds that the scenario aims for, if any."""

    turn_id: str
    target: int | None
    seconds: Estimate | None
    timed: int


@dataclass(frozen=True, slots=True)
class Health:
    """How a scenario works. A figure is None when too few observations carry it.

    Attributes:
        scenario_id: The scenario.
        version: Its newest practised version.
        trainees: How many practised it.
        attempts: Their attempts with at least one answer, new tries counted.
        enough: False when there are fewer than LEAST trainees; then every figure below is None.
        total: Mean total of first attempts, 0-100; the interval is Student's.
        passed: Share of finished first attempts that passed, 0-1; the interval is Wilson's (1927).
        discrimination: Correlation (-1 to 1) of the trainees' totals here with their means on all other scenarios.
        never_varies: Expectations that came out the same in every reply.
        unreached: Reactions that never followed, of turns with at least LEAST answers.
        times: All turns with their median seconds.
        disputed: Share of all replies of which a trainee disputed a finding and did not withdraw, 0-1; Wilson's
            interval, a little too narrow because one trainee gives several replies.
    """

    scenario_id: str
    version: int
    trainees: int
    attempts: int
    enough: bool
    total: Estimate | None = None
    passed: Estimate | None = None
    discrimination: Estimate | None = None
    never_varies: tuple[NeverVaries, ...] | None = None
    unreached: tuple[Unreached, ...] | None = None
    times: tuple[TurnTime, ...] | None = None
    disputed: Estimate | None = None


@dataclass
class _Seen:
    """What was read of one scenario: `first` by trainee, `replies` by turn and each with its attempt."""

    cases: list[rows.StoredCase] = field(default_factory=list)
    attempts: int = 0
    trainees: set[str] = field(default_factory=set)
    first: dict[str, rows.Tried] = field(default_factory=dict)
    replies: dict[str, list[tuple[rows.Tried, rows.Reply]]] = field(default_factory=lambda: defaultdict(list))

    def sample(self, turn_id: str) -> list[str]:
        """Keys of replies to a turn: keys are random, so the smallest are a blind choice, always the same."""
        return sorted(reply.key for _, reply in self.replies[turn_id])[:READ_MOST]

    def seconds(self, turn_id: str) -> list[float]:
        """Times of the timed answers that first attempts gave to a turn."""
        found = [reply.seconds for one, reply in self.replies[turn_id] if self.first.get(one.trainee) is one]
        return [seconds for seconds in found if seconds is not None]


def health(store: Store, user: User, *, newest_only: bool = False) -> dict[str, Health]:
    """How each practised scenario works.

    Args:
        store: The database.
        user: Who asks.
        newest_only: Look at attempts of the newest practised version alone instead of all versions.

    Returns:
        The scenarios by id, in order; one that was never answered is not there. Nothing in it tells who practised.

    Raises:
        NotAllowedError: When the user may not see it.
    """
    require(store, user, Permission.SEE_HEALTH)
    with store.read() as connection:
        cases = rows.practised_cases(connection)
        seen = _seen(cases, rows.tried(connection), rows.replies(connection), newest_only=newest_only)
        enough = [one for one in seen.values() if len(one.trainees) >= LEAST]
        keys = [key for one in enough for turn_id in one.replies for key in one.sample(turn_id)]
        cards = rows.scorecards_of(connection, keys)
        disputed = rows.disputed(connection)
    elsewhere: dict[str, list[float]] = defaultdict(list)
    for one in seen.values():
        for trainee, attempt in one.first.items():
            if attempt.total is not None:
                elsewhere[trainee].append(attempt.total)
    return {key: _health(key, one, elsewhere, cards, disputed) for key, one in seen.items()}


def _seen(
    cases: list[rows.StoredCase], tried: list[rows.Tried], replies: list[rows.Reply], *, newest_only: bool
) -> dict[str, _Seen]:
    answered = {one.case_hash for one in tried}
    cases = [case for case in cases if case.content_hash in answered]
    newest = {case.scenario_id: case.version for case in cases}
    out = {scenario_id: _Seen() for scenario_id in newest}
    of_case: dict[str, _Seen] = {}
    for case in cases:
        if not newest_only or case.version == newest[case.scenario_id]:
            of_case[case.content_hash] = out[case.scenario_id]
            out[case.scenario_id].cases.append(case)
    attempts = {one.attempt_id: one for one in tried if one.case_hash in of_case}
    for one in attempts.values():
        scenario = of_case[one.case_hash]
        scenario.attempts += 1
        scenario.trainees.add(one.trainee)
        if not one.retried:
            scenario.first.setdefault(one.trainee, one)
    for reply in replies:
        if (attempt := attempts.get(reply.attempt_id)) is not None:
            of_case[attempt.case_hash].replies[reply.turn_id].append((attempt, reply))
    return out


def _health(
    key: str,
    seen: _Seen,
    elsewhere: Mapping[str, Sequence[float]],
    cards: Mapping[str, str],
    disputed: Set[str],
) -> Health:
    newest, trainees = seen.cases[-1], len(seen.trainees)
    if trainees < LEAST:
        return Health(key, newest.version, trainees, seen.attempts, enough=False)
    first = seen.first.values()
    finished = [one.passed for one in first if one.finished]
    every = [reply.key for replies in seen.replies.values() for _, reply in replies]
    scenario = _scenario(newest.content)
    return Health(
        key,
        newest.version,
        trainees,
        seen.attempts,
        enough=True,
        total=mean_interval([one.total for one in first if one.total is not None]),
        passed=wilson(sum(finished), len(finished)),
        discrimination=_discrimination(seen, elsewhere),
        never_varies=_never_varies(scenario, seen, cards) if scenario else None,
        unreached=_unreached(scenario, seen) if scenario else None,
        times=_times(scenario, seen) if scenario else None,
        disputed=wilson(sum(key in disputed for key in every), len(every)),
    )


@lru_cache(maxsize=256)
def _scenario(content: str) -> Scenario | None:
    """The scenario of a stored case, None when it is of a form that this version cannot read."""
    try:
        return Case.from_json(content).scenario
    except (ValueError, KeyError, TypeError):
        return None


def _discrimination(seen: _Seen, elsewhere: Mapping[str, Sequence[float]]) -> Estimate | None:
    here, there = [], []
    for trainee, one in seen.first.items():
        totals = elsewhere.get(trainee, ())
        if one.total is not None and len(totals) > 1:
            here.append(one.total)
            there.append((sum(totals) - one.total) / (len(totals) - 1))
    return correlation(here, there)


def _never_varies(scenario: Scenario, seen: _Seen, cards: Mapping[str, str]) -> tuple[NeverVaries, ...]:
    found: list[NeverVaries] = []
    for turn in scenario.turns:
        found += _same_in_all(turn, [cards[key] for key in seen.sample(turn.id) if key in cards])
    return tuple(found)


def _same_in_all(turn: Turn, contents: Sequence[str]) -> list[NeverVaries]:
    """What must not be said is left out: never hearing it is what everybody hopes for."""
    points = [p.id for p in turn.points if p.say]
    names = (*turn.expect, *points)
    judged: Counter[str] = Counter()
    earned, lost = set[str](), set[str]()
    for content in contents:
        # Three times as fast as reading it into a Scorecard, and this is what a long list waits for.
        for finding in json.loads(content)["findings"]:
            name = dict(finding["params"]).get("point", finding["criterion"])
            judged[name] += 1
            if finding["earned"] > 0:
                earned.add(name)
            if finding["effect"] < 0:
                lost.add(name)
        if earned & lost >= set(names):
            return []
    out = []
    for name in names:
        n = judged[name] or len(contents)
        if n >= LEAST and not (name in earned and name in lost):
            how = Sameness.ALWAYS if name in earned else Sameness.NEVER if name in lost else Sameness.UNJUDGED
            out.append(NeverVaries(turn.id, name, name in points, how, n))
    return out


def _unreached(scenario: Scenario, seen: _Seen) -> tuple[Unreached, ...]:
    scenarios = {case.content_hash: _scenario(case.content) for case in seen.cases}
    out = []
    for turn in scenario.turns:
        asked = _conditions(scenario, turn.id)
        # An older version counts as far as it has the same conditions: otherwise number 2 is another reaction.
        same = {key for key, older in scenarios.items() if older and _conditions(older, turn.id) == asked}
        reached = Counter(reply.reaction for one, reply in seen.replies[turn.id] if one.case_hash in same)
        out += [
            Unreached(turn.id, index + 1, _in_one_line(when), reached.total())
            for index, when in enumerate(asked)
            if not reached[index] and reached.total() >= LEAST
        ]
    return tuple(out)


def _conditions(scenario: Scenario, turn_id: str) -> list[Condition | None]:
    return [reaction.when for turn in scenario.turns if turn.id == turn_id for reaction in turn.reactions]


def _in_one_line(when: Condition | None) -> str:
    if when is None:
        return "otherwise"
    asked = when.model_dump(mode="json", exclude_defaults=True)
    line = yaml.safe_dump(asked, default_flow_style=True, sort_keys=False, allow_unicode=True, width=math.inf)
    return str(line).strip()


def _times(scenario: Scenario, seen: _Seen) -> tuple[TurnTime, ...]:
    clock, out = scenario.clock, []
    for turn in scenario.turns:
        seconds = seen.seconds(turn.id)
        target = (turn.target or clock.target) if clock else None
        out.append(TurnTime(turn.id, target, median_interval(seconds), len(seconds)))
    return tuple(out)
