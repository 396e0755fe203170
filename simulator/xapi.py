"""Statements of what was practised, as learning record stores read them (xAPI 1.0.3).

A statement holds figures, never words that a person wrote; people stand in it under their pseudonym. Its id follows
from the reply and what judged it, so that sending twice gives one statement, and another judgement another one.
"""

from __future__ import annotations

import json
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, BinaryIO, cast

from pydantic import BaseModel, ConfigDict

from scoring import Dimension
from simulator import audit
from simulator.accounts import NotAllowedError, Permission, User, require
from simulator.downloads import MAKERS, File
from simulator.exports import period, reaches_all
from simulator.i18n import LANGUAGES, t
from simulator.setting_sources import values
from simulator.store import export_rows as rows
from simulator.store.engine import Store

KIND = "xapi"
"""Name of the maker of these files."""
HOME_SETTING = "SIMULATOR_XAPI_HOME"
_HOME = "https://simulator.example.org"
_VERBS = "http://adlnet.gov/expapi/verbs/"
_TYPES = "http://adlnet.gov/expapi/activities/"
_IDS = uuid.UUID("6f0c6d5e-3a55-5d0e-9d5d-6c1f5b0f7f10")

Statement = dict[str, Any]


class Wanted(BaseModel):
    """Which statements.

    Attributes:
        since: First day, in UTC.
        until: Last day, in UTC.
        team: Id of a team; "" for the whole organisation.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    since: date
    until: date
    team: str = ""


@dataclass(frozen=True, slots=True)
class Spool:
    """Statements in a file, a line each.

    Attributes:
        file: Open, at its start; whoever uses it closes it.
        count: How many.
    """

    file: BinaryIO
    count: int


def home(environment: Mapping[str, str] | None = None) -> str:
    """The address that names of people, scenarios and extensions begin with; nothing is ever fetched from it."""
    return values(environment).get(HOME_SETTING, _HOME).rstrip("/")


def spool(store: Store, user: User, wanted: Wanted) -> Spool:
    """Write statements to a file of their own, a line each, so that no transaction waits for who reads them.

    Args:
        store: The database.
        user: Who exports.
        wanted: Which.

    Raises:
        NotAllowedError: When he may not.
    """
    acting = _checked(store, user, wanted)
    choice = rows.Choice(acting.employer_id, wanted.team or None, None, *period(wanted.since, wanted.until))
    file, count = cast("BinaryIO", tempfile.TemporaryFile()), 0  # noqa: SIM115 the caller closes it
    try:
        for statement in _statements(store, choice, home()):
            file.write(json.dumps(statement, ensure_ascii=False).encode() + b"\n")
            count += 1
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return Spool(file, count)


def make(store: Store, user: User, wanted: Wanted, now: datetime) -> File:
    """Make a file with statements, and note it in the audit trail.

    Raises:
        NotAllowedError: When he may not.
    """
    acting = _checked(store, user, wanted)
    spooled = spool(store, acting, wanted)
    out = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 read and closed by whoever sends it
    with spooled.file as lines:
        out.write(b"[\n")
        for number, line in enumerate(lines):
            out.write((b",\n" if number else b"") + line.rstrip(b"\n"))
        out.write(b"\n]\n")
    note(store, acting, wanted, now, "file", spooled.count)
    return File(f"webcare-xapi-{wanted.since}-{wanted.until}.json", "application/json", out)


def note(store: Store, acting: User, wanted: Wanted, now: datetime, where: str, count: int) -> None:
    """Note in the audit trail that statements went out: how many, and whether to a "file" or the "lrs"."""
    details = {"what": KIND, "to": where, "rows": count, **wanted.model_dump(mode="json")}
    with store.write() as connection:
        audit.note(connection, audit.Event.EXPORTED, now, actor=acting, details=details)


def _checked(store: Store, user: User, wanted: Wanted) -> User:
    acting = require(store, user, Permission.EXPORT, team=wanted.team or None)
    if not wanted.team and not reaches_all(acting):
        raise NotAllowedError(Permission.EXPORT.value)
    return acting


def _statements(store: Store, choice: rows.Choice, site: str) -> Iterator[Statement]:
    with store.read() as connection:
        for row in rows.reply_rows(connection, choice):
            yield _answered(row, site)
        for row in rows.finished_rows(connection, choice):
            yield _finished(row, site, "completed")
            yield _finished(row, site, "passed" if row["passed"] else "failed")


def _answered(row: rows.Row, site: str) -> Statement:
    result: Statement = {"success": bool(row["final_passed"]), **_score(row["final_total"])}
    if row["elapsed_seconds"] is not None:
        result["duration"] = f"PT{row['elapsed_seconds']:.2f}S"
    scenario = _scenario(row, site)
    extensions: Statement = {
        "turn": row["turn"],
        "mode": row["mode"],
        "dimensions": _present({d.value: row[f"final_{d.value}"] for d in Dimension}),
        "scorer-version": row["scorer_version"],
        "rubric": row["rubric"],
        "automatic-score": _scores(row, "automatic"),
    }
    if row["final_id"] is not None:
        extensions["human-final-score"] = _scores(row, "adjusted")
    return {
        "id": _id("answered", row["reply"], row["scorecard_id"], row["final_id"]),
        **_who_and_verb(row, site, "answered"),
        "object": _activity(f"{scenario}/turns/{row['turn_name']}", "interaction"),
        "result": result,
        "context": {
            **_context(row, site, extensions),
            "contextActivities": {"parent": [_activity(scenario, "simulation")]},
        },
        "timestamp": _moment(row["answered_at"]),
    }


def _finished(row: rows.Row, site: str, verb: str) -> Statement:
    result: Statement = {"completion": True, "success": bool(row["passed"]), **_score(row["total"])}
    result["duration"] = f"PT{max(0.0, (row['finished_at'] - row['started_at']).total_seconds()):.2f}S"
    extensions = {"adjusted-by-a-person": row["newest_final"] is not None}
    return {
        "id": _id(verb, row["attempt"], row["newest_card"], row["newest_final"]),
        **_who_and_verb(row, site, verb),
        "object": _activity(_scenario(row, site), "simulation"),
        "result": result,
        "context": _context(row, site, extensions),
        "timestamp": _moment(row["finished_at"]),
    }


def _who_and_verb(row: rows.Row, site: str, verb: str) -> Statement:
    return {
        "actor": {"objectType": "Agent", "account": {"homePage": site, "name": row["person"]}},
        "verb": {
            "id": _VERBS + verb,
            "display": {lang: t(f"exports-verb-{verb}", lang) for lang in LANGUAGES},
        },
    }


def _scenario(row: rows.Row, site: str) -> str:
    return f"{site}/scenarios/{row['scenario']}/versions/{row['scenario_version']}"


def _activity(address: str, kind: str) -> Statement:
    return {"objectType": "Activity", "id": address, "definition": {"type": _TYPES + kind}}


def _context(row: rows.Row, site: str, extensions: Statement) -> Statement:
    return {
        "registration": _registration(row["attempt"]),
        "platform": "Webcare simulator",
        "extensions": {f"{site}/xapi/{name}": value for name, value in extensions.items()},
    }


def _registration(attempt: str) -> str:
    try:
        return str(uuid.UUID(attempt))
    except ValueError:
        return str(uuid.uuid5(_IDS, attempt))


def _score(total: float | None) -> Statement:
    if total is None:
        return {}
    raw = min(100.0, max(0.0, round(total, 2)))
    return {"score": {"scaled": round(raw / 100, 4), "raw": raw, "min": 0, "max": 100}}


def _scores(row: rows.Row, which: str) -> Statement:
    names = ("passed", "total", *(d.value for d in Dimension))
    return _present({name: row[f"{which}_{name}"] for name in names})


def _present(values: Mapping[str, Any]) -> Statement:
    """Without what is not there: a statement holds no nulls."""
    return {
        name: round(value, 2) if isinstance(value, float) else value
        for name, value in values.items()
        if value is not None
    }


def _id(*parts: object) -> str:
    return str(uuid.uuid5(_IDS, "/".join("" if p is None else str(p) for p in parts)))


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _maker(store: Store, user: User, wanted: Mapping[str, object], now: datetime) -> File:
    return make(store, user, Wanted.model_validate(dict(wanted)), now)


MAKERS[KIND] = _maker
