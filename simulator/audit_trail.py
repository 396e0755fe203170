"""The audit trail as an administrator reads it: by event and period, with names, page by page or as a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO

from simulator import audit, downloads
from simulator.accounts import NotAllowedError, Permission, User, require
from simulator.export_forms import Form, Table, Value, write
from simulator.i18n import Lang, has, t
from simulator.store import privacy_views
from simulator.store.engine import Store

PAGE = 50
"""Events on one page."""
FILE_MOST = 200_000
"""Events in one file; a longer period is asked for in parts."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events.

    Attributes:
        first: First day.
        last: Last day, itself included.
        event: Value of an `audit.Event`, "" for all.
    """

    first: date
    last: date
    event: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of the trail, newest first, and how many events there are in all."""

    rows: tuple[privacy_views.TrailRow, ...]
    number: int


def part(store: Store, user: User, wanted: Wanted, page: int) -> Part:
    """A page of the events of the user's own employer.

    Args:
        store: The database.
        user: The administrator.
        wanted: Which events; days are those of the server's time zone.
        page: 0 for the newest.

    Raises:
        NotAllowedError: When he may not see the trail.
    """
    acting = require(store, user, Permission.SEE_AUDIT)
    with store.read() as connection:
        rows = privacy_views.trail(
            connection, acting.employer_id, _period(wanted), wanted.event, PAGE, page * PAGE
        )
        number = privacy_views.trail_length(connection, acting.employer_id, _period(wanted), wanted.event)
    return Part(tuple(rows), number)


def event_text(event: str, lang: Lang) -> str:
    """An event in words."""
    key = f"audit-event-{event.replace('_', '-')}"
    return t(key if has(key, lang) else "audit-event-other", lang)


def person_text(name: str | None, lang: Lang) -> str:
    """Somebody in the trail: a name, somebody who was erased (""), or nobody (None)."""
    if name is None:
        return t("audit-nobody", lang)
    return name or t("audit-erased", lang)


def _period(wanted: Wanted) -> tuple[datetime, datetime]:
    first = datetime.combine(wanted.first, time()).astimezone()
    return first, datetime.combine(wanted.last + timedelta(days=1), time()).astimezone()


def _file(store: Store, user: User, wanted: Mapping[str, object], now: datetime) -> downloads.File:
    acting = require(store, user, Permission.SEE_AUDIT)
    asked = _asked(wanted)
    lang = acting.lang
    with store.write() as connection:
        rows = privacy_views.trail(connection, acting.employer_id, _period(asked), asked.event, FILE_MOST)
        details = {"kind": "audit", "rows": len(rows)}
        audit.note(connection, audit.Event.EXPORTED, now, actor=acting, details=details)
    # Spreadsheets set to Dutch split at semicolons.
    form = Form.SEMICOLON if lang == "nl" else Form.CSV
    out = BytesIO()
    write(form, _table(rows, lang, now), out)
    return downloads.File(f"audit-{asked.first}-{asked.last}.csv", form.media_type, out.getvalue())


def _table(rows: list[privacy_views.TrailRow], lang: Lang, now: datetime) -> Table:
    columns = {name: t(f"audit-{name}", lang) for name in ("when", "event", "actor", "about", "details")}
    lines: list[tuple[Value, ...]] = [
        (row.at, row.event, person_text(row.actor, lang), person_text(row.about, lang), row.details)
        for row in rows
    ]
    return Table("audit", columns, lines, {"made_at": now})


def _asked(wanted: Mapping[str, object]) -> Wanted:
    try:
        first, last = (date.fromisoformat(str(wanted[key])) for key in ("first", "last"))
        return Wanted(first, last, str(wanted.get("event", "")))
    except (KeyError, ValueError):
        raise NotAllowedError(Permission.SEE_AUDIT.value) from None


downloads.MAKERS["audit"] = _file
