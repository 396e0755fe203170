"""A team's figures per week, kept up with each reply and each change of its score.

What is kept per team, week (from Monday, UTC) and measure is a number, a sum and a sum of squares: enough for a mean
and its spread, and as small after a year of practice as after a day.

Measures that follow each change of a score: "passed" (1 or 0), "total" and the four dimensions. Measures of the
moment that the reply was sent, which a later score does not change: "replies", "seconds" of timed replies,
"time:<band>", and from its first scorecard "criterion:<id>" (share of its points that was kept, 0-1) and
"scenario:<id>" (totals).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import isclose

from scoring import Dimension, Scorecard
from scoring.serial import from_json
from simulator.answered import Answered
from simulator.store import figures_rows as rows
from simulator.store.engine import Connection, Store
from simulator.store.figures_rows import Sum

BANDS = {"half": 0.5, "within": 1.0, "over": 1.5}
"""Bands of reply time: up to this share of the target time; "far" is beyond the last."""
FAR = "far"


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a reply that count: the automatic ones, or what a person made of them; None is unscored."""

    passed: bool
    total: float | None
    speed: float | None
    tone: float | None
    personalisation: float | None
    protocol: float | None


def scores_of(card: Scorecard) -> Scores:
    """The scores of a scorecard."""
    return Scores(card.passed, card.total, *(card.value_of(d) for d in Dimension))


def count(connection: Connection, answered: Answered) -> None:
    """Count a new reply, as the last thing in the transaction that stores it.

    From here on the other replies of the team wait, where each row has a lock of its own; all who change figures take
    the team's before the people's, so that no two wait for each other.
    """
    attempt, answer = answered.run.attempt, answered.answer
    if attempt.team_id is None:
        return
    week = week_of(answer.submitted_at)
    scores = scores_of(answered.card)
    sums = _sums(
        [
            *_of_scores(scores),
            *_of_sending(answered.card, attempt.scenario_id),
            *_of_time(answer.elapsed_seconds, answered.turn.target_seconds),
        ]
    )
    rows.add_to_team(connection, attempt.team_id, week, sums)
    rows.add_to_user(connection, attempt.team_id, week, attempt.user_id, _of_user(scores, replies=1))


def move(
    connection: Connection,
    *,
    team_id: str,
    user_id: str,
    answered_at: datetime,
    before: Scores,
    after: Scores,
) -> None:
    """Let other scores of a reply count than before: it was adjusted, scored again, or that was taken back.

    Args:
        connection: The transaction of the change itself.
        team_id: The team that the attempt counts in.
        user_id: The trainee.
        answered_at: When the reply was sent; its week is the one that changes.
        before: What counted until now.
        after: What counts from now on.
    """
    if before == after:
        return
    week = week_of(answered_at)
    old, new = _sums(_of_scores(before)), _sums(_of_scores(after))
    nothing = Sum(0, 0.0, 0.0)
    difference = {
        name: new.get(name, nothing).plus(old.get(name, nothing), -1) for name in old.keys() | new.keys()
    }
    rows.add_to_team(connection, team_id, week, difference)
    mine = _of_user(after, replies=0).plus(_of_user(before, replies=0), -1)
    rows.add_to_user(connection, team_id, week, user_id, mine)


def recount(store: Store) -> int:
    """Count all figures anew from the replies themselves, in one transaction.

    For an installation that has replies from before the figures were kept, and for tests and benchmarks: counting
    along gives the same. Nobody should practise meanwhile, because on SQLite he would have to wait. Figures of
    replies that were deleted since, for their age or at somebody's request, are gone afterwards.

    Returns:
        How many replies were counted.
    """
    with store.write() as connection:
        number, teams, users = _counted(connection)
        rows.replace_all(connection, teams, users)
    return number


def differences(store: Store) -> tuple[str, ...]:
    """Weeks of a team whose kept figures are not those of counting anew, as "team, week: measure".

    A week that has more replies in its figures than there are is no difference: replies were removed since, for
    their age or at somebody's request, and the figures stay.
    """
    with store.snapshot() as connection:
        _, counted, _ = _counted(connection)
        kept = rows.all_of_teams(connection)
    out = []
    for (team_id, week), sums in sorted(counted.items()):
        there = kept.get((team_id, week), {})
        if _replies(there) > _replies(sums):
            continue
        out += [
            f"{team_id}, {week}: {name}"
            for name in sorted(sums.keys() | there.keys())
            if not _alike(sums.get(name), there.get(name))
        ]
    return tuple(out)


def week_of(moment: datetime) -> date:
    """The Monday of a moment's week, in UTC."""
    day = moment.astimezone(UTC).date()
    return day - timedelta(days=day.weekday())


def kept_shares(card: Scorecard) -> list[tuple[str, float]]:
    """Criteria that played a part in a reply, each with the share of its points that was kept, 0-1.

    Speed is left out: it is measured, not a matter of what was written.
    """
    out = []
    for finding in card.findings:
        whole = finding.earned - finding.effect
        if whole > 0 and finding.dimension is not Dimension.SPEED:
            out.append((finding.criterion, finding.earned / whole))
    return out


def band_of(elapsed: float, target: float) -> str:
    """The band of a reply time by the share of its target that it took."""
    return next((name for name, most in BANDS.items() if elapsed <= most * target), FAR)


def _counted(
    connection: Connection,
) -> tuple[int, dict[tuple[str, date], dict[str, Sum]], dict[tuple[str, date, str], rows.UserSum]]:
    """How many replies there are, and the figures of teams and of users, counted from the replies themselves."""
    teams: dict[tuple[str, date], dict[str, Sum]] = defaultdict(dict)
    users: dict[tuple[str, date, str], rows.UserSum] = {}
    number = 0
    for reply in rows.replies(connection):
        number += 1
        week = week_of(reply.at)
        scores = Scores(*reply.scores)
        values = [
            *_of_scores(scores),
            *_of_sending(from_json(reply.first_card), reply.scenario_id),
            *_of_time(reply.elapsed, reply.target),
        ]
        _add_up(teams[reply.team_id, week], values)
        key = (reply.team_id, week, reply.user_id)
        users[key] = users.get(key, rows.UserSum(0, 0, 0, 0.0, 0.0)).plus(_of_user(scores, replies=1))
    return number, teams, users


def _replies(sums: Mapping[str, Sum]) -> int:
    return sums["replies"].n if "replies" in sums else 0


def _alike(first: Sum | None, second: Sum | None) -> bool:
    """Whether two sums are the same but for the order of adding."""
    nothing = Sum(0, 0.0, 0.0)
    pairs = zip(first or nothing, second or nothing, strict=True)
    return all(isclose(a, b, rel_tol=1e-6, abs_tol=1e-3) for a, b in pairs)


def _of_scores(scores: Scores) -> Iterator[tuple[str, float]]:
    yield "passed", float(scores.passed)
    for name in ("total", *(d.value for d in Dimension)):
        value = getattr(scores, name)
        if value is not None:
            yield name, value


def _of_sending(card: Scorecard, scenario_id: str) -> Iterator[tuple[str, float]]:
    yield "replies", 1.0
    if card.total is not None:
        yield f"scenario:{scenario_id}", card.total
    for criterion, share in kept_shares(card):
        yield f"criterion:{criterion}", share


def _of_time(elapsed: float | None, target: float | None) -> Iterator[tuple[str, float]]:
    if elapsed is None:
        return
    yield "seconds", elapsed
    if target:
        yield f"time:{band_of(elapsed, target)}", 1.0


def _of_user(scores: Scores, replies: int) -> rows.UserSum:
    """A reply in the figures of its writer; with 0 replies only its scores."""
    total = scores.total
    if total is None:
        return rows.UserSum(replies, int(scores.passed), 0, 0.0, 0.0)
    return rows.UserSum(replies, int(scores.passed), 1, total, total * total)


def _sums(values: Iterable[tuple[str, float]]) -> dict[str, Sum]:
    out: dict[str, Sum] = {}
    _add_up(out, values)
    return out


def _add_up(sums: dict[str, Sum], values: Iterable[tuple[str, float]]) -> None:
    for name, value in values:
        sums[name] = sums.get(name, Sum(0, 0.0, 0.0)).plus(Sum(1, value, value * value))
