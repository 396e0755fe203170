"""What a team lead sees of his team: figures of the group, who needs attention and why, and on request one's replies.

Everything but the replies of one person comes from the figures per week, so it costs the same after a year as after a
day. Figures of fewer than LEAST people are not given: they would be figures of a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from scoring import Dimension
from simulator import audit
from simulator.accounts import Permission, Role, User, require
from simulator.employer import settings_of
from simulator.figures import BANDS, FAR, week_of
from simulator.statistics import LEAST, Estimate, t_quantile, wilson
from simulator.store import people
from simulator.store import team_rows as rows
from simulator.store.engine import Connection, Store
from simulator.store.figures_rows import Sum

PERIODS = (4, 12, 26, 52)
"""Periods in weeks that can be chosen."""
LATELY, BEFORE = timedelta(weeks=3), timedelta(weeks=11)
"""Somebody is compared with himself: this week and the three before it with the eight before those."""
AWAY = timedelta(weeks=3)
FALL = 5.0
"""Points of the total below which a fall is not worth a word, however certain."""
PASSED_LEAST = 0.5
"""Share of passed replies below which somebody needs attention."""
REPLIES_MOST = 50
SAME_LOOK = timedelta(minutes=15)
"""Within this time, looking again at one's list of replies is the same look, noted once."""
_NONE = Sum(0, 0.0, 0.0)
_WEEKLY = ("replies", "passed", "total", *(d.value for d in Dimension))


class Why(StrEnum):
    """Why somebody needs attention."""

    AWAY = "away"
    FALLING = "falling"
    NOT_PASSED = "not_passed"


@dataclass(frozen=True, slots=True)
class Attention:
    """Somebody who needs attention, by pseudonym, with the reasons and the numbers that explain each."""

    user_id: str
    pseudonym: str
    reasons: tuple[tuple[Why, Mapping[str, int]], ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the team, with his figures of the period; these are None unless names may be compared."""

    user_id: str
    name: str
    replies: int | None = None
    passed: Estimate | None = None
    total: Estimate | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A criterion or scenario with its mean (share kept, 0-1, or total, 0-100)."""

    name: str
    mean: Estimate


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a team.

    Attributes:
        monday: Its first day.
        people: How many practised; None when they were fewer than LEAST, and then nothing else is given.
        replies: How many replies they gave.
        means: Mean per measure: "total" and the four dimensions.
    """

    monday: date
    people: int | None
    replies: int | None
    means: Mapping[str, Estimate]


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team's figures over a period.

    Attributes:
        members: Its trainees, by name; with figures only when the employer lets names be compared.
        compared: Whether it does.
        since: Monday that the period begins on.
        people: How many people practised in it.
        enough: False when they are fewer than LEAST; then nothing below is given.
        replies: How many replies they gave.
        passed: Share of them that passed, 0-1, with Wilson's interval.
        total: Mean total, 0-100.
        weeks: Week by week, oldest first; weeks without practice are left out.
        criteria: Mean kept share per criterion, lowest first.
        scenarios: Mean total per scenario, lowest first.
        bands: Timed replies per band of reply time, quickest first.
        attention: Who needs it, most reasons first.
    """

    members: tuple[Person, ...]
    compared: bool
    since: date
    people: int
    enough: bool
    replies: int = 0
    passed: Estimate | None = None
    total: Estimate | None = None
    weeks: tuple[Week, ...] = ()
    criteria: tuple[Figure, ...] = ()
    scenarios: tuple[Figure, ...] = ()
    bands: tuple[tuple[str, int], ...] = ()
    attention: tuple[Attention, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """The replies of somebody, newest first, for a lead who opened them."""

    user_id: str
    name: str
    replies: tuple[rows.PersonReply, ...]


def team_view(store: Store, user: User, team_id: str, now: datetime, weeks: int = 12) -> TeamView:
    """The figures of a team.

    Args:
        store: The database.
        user: A lead of the team.
        team_id: The team.
        now: This moment.
        weeks: Length of the period; the week that runs now is its last.

    Raises:
        NotAllowedError: When he may not see this team.
    """
    acting = require(store, user, Permission.SEE_TEAM, team=team_id)
    compared = settings_of(store, acting.employer_id).names_compared
    this_week = week_of(now)
    since = this_week - timedelta(weeks=weeks - 1)
    with store.read() as connection:
        practised = rows.practised(connection, team_id, since)
        persons = rows.people(
            connection, team_id, Role.TRAINEE.value, since, this_week - BEFORE, this_week - LATELY
        )
        enough = practised >= LEAST
        members = tuple(_person(p, compared=compared and enough) for p in persons)
        members = tuple(sorted(members, key=lambda m: (m.name.casefold(), m.user_id)))
        view = TeamView(members, compared, since, practised, enough)
        if not enough:
            return view
        weekly, found = _weeks(connection, team_id, since), rows.sums(connection, team_id, since)
    passed = found.get("passed", _NONE)
    return replace(
        view,
        replies=found.get("replies", _NONE).n,
        passed=wilson(round(passed.total), passed.n),
        total=mean_of(found.get("total", _NONE), 100.0),
        weeks=weekly,
        criteria=_figures(found, "criterion:", 1.0),
        scenarios=_figures(found, "scenario:", 100.0),
        bands=tuple((band, found.get(f"time:{band}", _NONE).n) for band in (*BANDS, FAR)),
        attention=_attention(persons, now),
    )


def replies_of(store: Store, user: User, about: str, now: datetime) -> Work:
    """Somebody's newest replies, for a lead of his; the look goes into the access log that he sees.

    Args:
        store: The database.
        user: The lead.
        about: Id of the one whose replies they are.
        now: This moment.

    Raises:
        NotAllowedError: When he is no lead of his.
    """
    acting = require(store, user, Permission.SEE_NAMED_WORK, about=about)
    teams = [m.team_id for m in acting.teams_with(Permission.SEE_NAMED_WORK)]
    with store.write() as connection:
        if not rows.looked_since(connection, acting.id, about, audit.Look.REPLIES.value, now - SAME_LOOK):
            audit.note_access(connection, acting, about, audit.Look.REPLIES, now)
        name = people.by_id(connection, about).name
        return Work(about, name, tuple(rows.replies_of(connection, about, teams, REPLIES_MOST)))


def mean_of(what: Sum, most: float) -> Estimate | None:
    """Mean of a sum with Student's 95 % interval, kept within 0 and `most`; None for fewer than LEAST.

    Replies of one person are alike, so the true interval is somewhat wider than this one, which takes each reply as
    an observation of its own.
    """
    if what.n < LEAST:
        return None
    mean, half = what.total / what.n, t_quantile(what.n - 1) * _error(what)
    return Estimate(mean, max(0.0, mean - half), min(most, mean + half), what.n)


def _figures(found: dict[str, Sum], prefix: str, most: float) -> tuple[Figure, ...]:
    means = {
        name.removeprefix(prefix): mean_of(what, most)
        for name, what in found.items()
        if name.startswith(prefix)
    }
    figures = [Figure(name, mean) for name, mean in means.items() if mean is not None]
    return tuple(sorted(figures, key=lambda f: (f.mean.value, f.name)))


def _weeks(connection: Connection, team_id: str, since: date) -> tuple[Week, ...]:
    practised = rows.people_per_week(connection, team_id, since)
    found = rows.weeks(connection, team_id, since, _WEEKLY)
    return tuple(_week(monday, number, found.get(monday, {})) for monday, number in sorted(practised.items()))


def _week(monday: date, number: int, found: dict[str, Sum]) -> Week:
    if number < LEAST:
        return Week(monday, None, None, {})
    means = {name: mean_of(found[name], 100.0) for name in _WEEKLY[2:] if name in found}
    replies = found["replies"].n if "replies" in found else 0
    return Week(monday, number, replies, {name: mean for name, mean in means.items() if mean is not None})


def _person(row: rows.PersonSums, *, compared: bool) -> Person:
    if not compared:
        return Person(row.user_id, row.name)
    passed, total = wilson(row.passed, row.replies), mean_of(row.whole, 100.0)
    return Person(row.user_id, row.name, row.replies, passed, total)


def _attention(persons: list[rows.PersonSums], now: datetime) -> tuple[Attention, ...]:
    found = [Attention(p.user_id, p.pseudonym, tuple(_reasons(p, now))) for p in persons]
    return tuple(sorted((a for a in found if a.reasons), key=lambda a: (-len(a.reasons), a.pseudonym)))


def _reasons(person: rows.PersonSums, now: datetime) -> list[tuple[Why, Mapping[str, int]]]:
    out: list[tuple[Why, Mapping[str, int]]] = []
    weeks = _weeks_away(person, now)
    if weeks is not None and timedelta(weeks=weeks) >= AWAY:
        out.append((Why.AWAY, {"weeks": weeks, "replies": person.replies}))
    elif weeks is None and now - person.since >= AWAY:
        out.append((Why.AWAY, {"weeks": (now - person.since).days // 7, "replies": 0}))
    lately, before = person.lately, person.before
    if min(lately.n, before.n) >= LEAST:
        fall = before.total / before.n - lately.total / lately.n
        if fall > max(FALL, 2 * (_error(lately) ** 2 + _error(before) ** 2) ** 0.5):
            numbers = {
                "now": round(lately.total / lately.n),
                "before": round(before.total / before.n),
                "n": lately.n,
                "n_before": before.n,
            }
            out.append((Why.FALLING, numbers))
    if person.replies >= LEAST and person.passed < PASSED_LEAST * person.replies:
        out.append((Why.NOT_PASSED, {"passed": person.passed, "replies": person.replies}))
    return out


def _weeks_away(person: rows.PersonSums, now: datetime) -> int | None:
    """Whole weeks since the week in which somebody last practised; None when he never did."""
    if person.last_week is None:
        return None
    return max(0, (week_of(now) - person.last_week).days // 7 - 1)


def _error(what: Sum) -> float:
    """Standard error of the mean of a sum of at least two."""
    spread = max(0.0, what.squares - what.total * what.total / what.n)
    return float((spread / (what.n - 1) / what.n) ** 0.5)
