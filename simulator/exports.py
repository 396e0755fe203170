"""Exports of attempts, scores, findings, reviews and disputes: for whom, which rows, with or without names.

A team lead exports his team, an administrator the whole organisation that they work for. People stand in it under
their pseudonym, unless the organisation compares by name or the export is about one chosen person.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, BinaryIO, cast

from pydantic import BaseModel, ConfigDict, Field

from simulator import audit
from simulator.accounts import RIGHTS, NotAllowedError, Permission, Scope, User, allowed, require
from simulator.downloads import MAKERS, File
from simulator.employer import settings_of
from simulator.export_forms import Form, Table, Value, write
from simulator.i18n import t
from simulator.store import export_rows as rows
from simulator.store.engine import Connection, Store

KIND = "export"
"""Name of the maker of these files."""


class What(StrEnum):
    """What can be exported."""

    ATTEMPTS = "attempts"
    SCORES = "scores"
    FINDINGS = "findings"
    REVIEWS = "reviews"
    MARKS = "marks"
    DISPUTES = "disputes"


class Wanted(BaseModel):
    """Which export.

    Attributes:
        what: Which table.
        form: How it is written.
        since: First day, in UTC.
        until: Last day, in UTC.
        team: Id of a team; "" for the whole organisation.
        person: Id of the one person whom it is about; "" for everybody.
        names: With names; the export of one person always has his name.
        words: With what people wrote: replies, quotations, comments.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: What
    form: Form
    since: date
    until: date
    team: str = Field(default="", max_length=36)
    person: str = Field(default="", max_length=36)
    names: bool = False
    words: bool = False

    @property
    def shows_people(self) -> bool:
        """Whether somebody can be known by it."""
        return self.names or self.words or bool(self.person)


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody can choose from.

    Attributes:
        teams: Names of the teams that he may export, by id.
        whole: Whether he may export the whole organisation.
        led: Ids of the teams whose people he may see by name.
        names: Whether he may have names of a whole team.
    """

    teams: Mapping[str, str]
    whole: bool
    led: frozenset[str]
    names: bool


_Reader = Callable[[Connection, rows.Choice], Iterator[Mapping[Any, Any]]]
_WHOSE = ("attempt", "person", "name", "team", "scenario", "scenario_version")
_SIX = ("passed", "total", "speed", "tone", "personalisation", "protocol")
COLUMNS: Mapping[What, tuple[str, ...]] = {
    What.ATTEMPTS: (
        *_WHOSE, "mode", "clock_on", "time_factor", "retry_of", "started_at", "finished_at", "replies",
    ),
    What.SCORES: (
        "reply", *_WHOSE, "turn", "mode", "action", "answered_at", "elapsed_seconds", "target_seconds", "expired",
        *(f"automatic_{s}" for s in _SIX), *(f"adjusted_{s}" for s in _SIX), *(f"final_{s}" for s in _SIX),
        "scorer_version", "rubric", "text",
    ),
    What.FINDINGS: (
        "reply", *_WHOSE, "turn", "criterion", "dimension", "code", "critical", "uncertain", "effect", "earned",
        "principle", "start", "end", "quotation",
    ),
    What.REVIEWS: (
        "review", "reply", *_WHOSE, "turn", "reviewer", "reviewed_at", "outcome", "blind", "compliment",
        "adjusted_name", "automatic_value", "adjusted_value", "reason", "comment", "adjustment_words",
    ),
    What.MARKS: (
        "review", "reply", *_WHOSE, "turn", "reviewer", "reviewed_at", "start", "end", "quotation", "comment",
    ),
    What.DISPUTES: (
        "dispute", "reply", *_WHOSE, "turn", "criterion", "code", "start", "end", "quotation", "disputed_at", "reason",
        "dispute_words", "outcome", "decided_at", "decided_by", "comment",
    ),
}  # fmt: skip
"""Columns of each table, in order; their names are the same in every language."""
_OF_WORDS = frozenset({"text", "quotation", "comment", "adjustment_words", "dispute_words"})


def choices(store: Store, user: User) -> Choices:
    """What somebody can choose from when he exports.

    Raises:
        NotAllowedError: When he may not export at all.
    """
    acting = require(store, user, Permission.EXPORT)
    whole = reaches_all(acting)
    led = frozenset(m.team_id for m in acting.teams_with(Permission.SEE_NAMED_WORK))
    with store.read() as connection:
        teams = rows.teams_of(connection, acting.employer_id)
    own = {m.team_id for m in acting.teams_with(Permission.EXPORT)}
    names = settings_of(store, acting.employer_id).names_compared
    return Choices({i: n for i, n in teams.items() if whole or i in own}, whole, led, names)


def people_of(store: Store, user: User, team: str) -> dict[str, str]:
    """Names of the people in a team, by id, for a lead who exports one person's work.

    Raises:
        NotAllowedError: When he may not see this team's people by name.
    """
    require(store, user, Permission.SEE_NAMED_WORK, team=team)
    with store.read() as connection:
        return rows.members(connection, team)


def reaches_all(acting: User) -> bool:
    """Whether somebody's right to export reaches everybody who works for his employer."""
    right = RIGHTS[Permission.EXPORT]
    return allowed(acting, Permission.EXPORT) and any(
        right.get(m.role) is Scope.EMPLOYER for m in acting.memberships
    )


def make(store: Store, user: User, wanted: Wanted, now: datetime) -> File:
    """Make an export, and note it: in the audit trail, and for each person who can be known by it.

    Args:
        store: The database.
        user: Who exports.
        wanted: What.
        now: This moment.

    Raises:
        NotAllowedError: When he may not.
    """
    acting = _checked(store, user, wanted)
    out = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 read and closed by whoever sends it
    try:
        count, seen = _fill(store, acting, wanted, now, out)
        _note(store, acting, wanted, now, count, seen)
    except BaseException:
        out.close()
        raise
    name = f"webcare-{wanted.what.value}-{wanted.since}-{wanted.until}.{wanted.form.ending}"
    return File(name, wanted.form.media_type, out)


def period(since: date, until: date) -> tuple[datetime, datetime]:
    """The first moment of a first day and the first moment after a last day, in UTC."""
    first = datetime.combine(since, time(), UTC)
    return first, datetime.combine(until, time(), UTC) + timedelta(days=1)


def _checked(store: Store, user: User, wanted: Wanted) -> User:
    team, person = wanted.team or None, wanted.person or None
    acting = require(store, user, Permission.EXPORT, team=team, about=person)
    if team is None and not reaches_all(acting):
        raise NotAllowedError(Permission.EXPORT.value)
    if wanted.shows_people:
        if team is None:
            raise NotAllowedError(Permission.SEE_NAMED_WORK.value)
        require(store, user, Permission.SEE_NAMED_WORK, team=team, about=person)
    if wanted.names and not person and not settings_of(store, acting.employer_id).names_compared:
        raise NotAllowedError(Permission.SEE_NAMED_WORK.value)
    return acting


def _fill(
    store: Store, acting: User, wanted: Wanted, now: datetime, out: BinaryIO
) -> tuple[int, frozenset[str]]:
    """Write the rows; gives how many, and the ids of the people who can be known by them."""
    count, seen = 0, set()
    dates = period(wanted.since, wanted.until)
    choice = rows.Choice(acting.employer_id, wanted.team or None, wanted.person or None, *dates)
    with store.read() as connection:
        known = rows.members(connection, wanted.team) if wanted.shows_people else {}
        columns = _columns(wanted)

        def cells() -> Iterator[tuple[Value, ...]]:
            nonlocal count
            for row in _READ[wanted.what](connection, choice):
                count += 1
                shown = _shown(row, known)
                if row["user_id"] in known:
                    seen.add(row["user_id"])
                yield tuple(shown[c] for c in columns)

        meanings = {c: t(f"exports-col-{c.replace('_', '-')}", acting.lang) for c in columns}
        about: dict[str, Value] = {
            "made_at": now,
            "since": wanted.since.isoformat(),
            "until": wanted.until.isoformat(),
            "note": t(
                "exports-about-cells" if wanted.form is not Form.JSON else "exports-about", acting.lang
            ),
        }
        write(wanted.form, Table(wanted.what.value, meanings, cells(), about), out)
    return count, frozenset(seen)


def _columns(wanted: Wanted) -> list[str]:
    named = wanted.names or bool(wanted.person)
    left_out = (set() if named else {"name"}) | (set() if wanted.words else _OF_WORDS)
    return [c for c in COLUMNS[wanted.what] if c not in left_out]


def _shown(row: Mapping[Any, Any], known: Mapping[str, str]) -> dict[str, Value]:
    """A row's cells; of somebody who is not in the team any more there is no name and there are no words."""
    here = row["user_id"] in known
    hidden = set() if here else {"name", *_OF_WORDS}
    return {
        key: None if key in hidden else round(value, 2) if isinstance(value, float) else value
        for key, value in row.items()
    }


def _note(
    store: Store, acting: User, wanted: Wanted, now: datetime, count: int, seen: frozenset[str]
) -> None:
    details = {**wanted.model_dump(mode="json", exclude={"person"}), "rows": count}
    with store.write() as connection:
        audit.note(
            connection,
            audit.Event.EXPORTED,
            now,
            actor=acting,
            about=wanted.person or None,
            details=details,
        )
        for person in sorted(seen):
            audit.note_access(connection, acting, person, audit.Look.EXPORT, now)


def _findings(connection: Connection, choice: rows.Choice) -> Iterator[Mapping[Any, Any]]:
    for row in rows.scorecard_rows(connection, choice):
        whose = {key: value for key, value in row.items() if key not in ("content", "text", "card")}
        for finding in json.loads(row["content"])["findings"]:
            quotation = _quoted(row["text"], finding["start"], finding["end"])
            yield {**whose, **finding, "quotation": quotation, "uncertain": finding.get("uncertain", False)}


def _quoted(text: str, start: int | None, end: int | None) -> str:
    return "" if start is None else text[start:end]


def _quoting(read: _Reader) -> _Reader:
    """Give the words that each row is about in place of the whole reply."""

    def rows_of(connection: Connection, choice: rows.Choice) -> Iterator[Mapping[Any, Any]]:
        for row in read(connection, choice):
            said = {key: value for key, value in row.items() if key != "text"}
            yield {**said, "quotation": _quoted(row["text"], row["start"], row["end"])}

    return rows_of


_READ: Mapping[What, _Reader] = {
    What.ATTEMPTS: rows.attempt_rows,
    What.SCORES: rows.reply_rows,
    What.FINDINGS: _findings,
    What.REVIEWS: rows.review_rows,
    What.MARKS: _quoting(rows.mark_rows),
    What.DISPUTES: _quoting(rows.dispute_rows),
}


def _maker(store: Store, user: User, wanted: Mapping[str, object], now: datetime) -> File:
    return make(store, user, Wanted.model_validate(dict(wanted)), now)


MAKERS[KIND] = _maker
