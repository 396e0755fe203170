"""What is stored about a person: told to him, and given to him or to an administrator as one file (GDPR article 15)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from simulator import audit, downloads
from simulator.accounts import NotAllowedError, Permission, Role, User, require
from simulator.employer import EmployerSettings, settings_of
from simulator.i18n import Lang, has, t
from simulator.store import people, privacy_rows, privacy_views
from simulator.store.classification import TABLES, Kept
from simulator.store.engine import Connection, Store

LOG_LEAST_DAYS = 183
"""Logs are kept six months at least, whatever the employer's term: AI Act (Regulation (EU) 2024/1689) article 26(6)."""
PEOPLE_MOST = 20
"""People that a search shows; who does not find somebody types more of the name."""


@dataclass(frozen=True, slots=True)
class Held:
    """What one table holds of a person.

    Attributes:
        table: Its name.
        about: Rows about him.
        by: Rows on what he did for others or for the collection.
    """

    table: str
    about: int
    by: int


@dataclass(frozen=True, slots=True)
class SeenBy:
    """One look at somebody's work.

    Attributes:
        at: When.
        who: Name, "" when this person was erased since.
        role: Role in the team, None without any.
        team: Its name, "" without any.
        what: What was looked at, as `audit.Look` names it.
        scenario_id: The scenario of the attempt, or None.
    """

    at: datetime
    who: str
    role: Role | None
    team: str
    what: str
    scenario_id: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What a person reads about his own data."""

    held: tuple[Held, ...]
    seen_by: tuple[SeenBy, ...]
    settings: EmployerSettings


@dataclass(frozen=True, slots=True)
class OwnTexts:
    """What a person wrote and what was written about it."""

    replies: tuple[privacy_views.ReplyRow, ...]
    said: Mapping[str, list[privacy_views.SaidRow]]
    drafts: tuple[privacy_views.DraftRow, ...]
    tasks: tuple[privacy_views.TaskRow, ...]
    certificates: tuple[privacy_views.CertificateRow, ...]


def overview(store: Store, user: User) -> Overview:
    """What is stored about the user himself, and who looked at it.

    Raises:
        NotAllowedError: When he may not see it.
    """
    acting = require(store, user, Permission.SEE_OWN_DATA)
    with store.read() as connection:
        found = privacy_rows.counts(connection, acting.id)
        seen = _seen_by(connection, acting.id)
    held = tuple(Held(name, n.about, n.by) for name, n in found.items() if n.about or n.by)
    return Overview(held, seen, settings_of(store, acting.employer_id))


def own_texts(store: Store, user: User, most: int) -> OwnTexts:
    """The user's newest replies with all that was said of them, and his other texts.

    Args:
        store: The database.
        user: Who.
        most: At most so many replies.

    Raises:
        NotAllowedError: When he may not see it.
    """
    acting = require(store, user, Permission.SEE_OWN_DATA)
    with store.read() as connection:
        replies = privacy_views.replies(connection, acting.id, most)
        return OwnTexts(
            tuple(replies),
            privacy_views.said_of(connection, [reply.turn_id for reply in replies]),
            tuple(privacy_views.open_drafts(connection, acting.id)),
            tuple(privacy_views.tasks(connection, acting.id)),
            tuple(privacy_views.certificates_of(connection, acting.id)),
        )


def find_people(store: Store, user: User, words: str) -> list[privacy_views.PersonRow]:
    """People of the user's employer whose name, e-mail address or pseudonym holds some words.

    Raises:
        NotAllowedError: When he may not export other people's data.
    """
    acting = require(store, user, Permission.EXPORT_PERSON)
    with store.read() as connection:
        return privacy_views.people(connection, acting.employer_id, words.strip(), PEOPLE_MOST)


def export_person(store: Store, user: User, about: str, now: datetime) -> dict[str, object]:
    """Every row about a person in every table, with what the columns mean; it is noted that this was made.

    Args:
        store: The database.
        user: Who asks: the person himself, or an administrator of his employer.
        about: Id of the person.
        now: This moment.

    Returns:
        Plain values, in the language of the one who asks.

    Raises:
        NotAllowedError: When he may not have it.
    """
    own = about == user.id
    acting = require(store, user, Permission.SEE_OWN_DATA if own else Permission.EXPORT_PERSON, about=about)
    with store.write() as connection:
        audit.note_access(connection, acting, about, audit.Look.DATA, now)
        audit.note(connection, audit.Event.PERSON_EXPORTED, now, actor=acting, about=about)
        stored = privacy_rows.rows(connection, about)
        seen = _seen_by(connection, about)
        name = people.by_id(connection, about).name
    days = settings_of(store, acting.employer_id).retention_days
    lang = acting.lang
    return {
        "about": {"id": about, "name": name},
        "made_at": now.isoformat(),
        "explanation": t("privacy-export-explanation", lang),
        "looked_at": [_look_as_values(look, lang) for look in seen],
        "tables": {name: _table_as_values(name, rows, days, lang) for name, rows in stored.items()},
    }


def table_text(table: str, lang: Lang) -> str:
    """What a table holds, in words."""
    return t(f"privacy-table-{_dashed(table)}", lang)


def column_text(table: str, column: str, lang: Lang) -> str:
    """What a column means, in words."""
    special = f"privacy-column-{_dashed(table)}-{_dashed(column)}"
    return t(special if has(special, lang) else f"privacy-column-{_dashed(column)}", lang)


def purpose_text(table: str, lang: Lang) -> str:
    """Why a table is there."""
    return t(f"privacy-purpose-{_dashed(TABLES[table].purpose.value)}", lang)


def ground_text(table: str, lang: Lang) -> str:
    """The legal ground that fits at first sight."""
    return t(f"privacy-ground-{TABLES[table].ground.value}", lang)


def kept_text(table: str, retention_days: int | None, lang: Lang) -> str:
    """How long a table's rows are kept under an employer's term; None stands for as long as the account."""
    kept = TABLES[table].kept
    if kept is Kept.ATTEMPT and retention_days is None:
        kept = Kept.ACCOUNT
    days = retention_days or 0
    return t(f"privacy-kept-{kept.value}", lang, days=days, log_days=max(days, LOG_LEAST_DAYS))


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def _seen_by(connection: Connection, user_id: str) -> tuple[SeenBy, ...]:
    looks = privacy_views.looks_at(connection, user_id)
    own = {m.team_id for m in people.memberships_of(connection, user_id)}
    roles = {actor: people.memberships_of(connection, actor) for actor in {look.actor_id for look in looks}}
    return tuple(_seen(look, roles[look.actor_id], own) for look in looks)


def _seen(look: privacy_views.LookRow, roles: tuple[people.MembershipRow, ...], own: set[str]) -> SeenBy:
    # His role in a team of the one who was looked at says most; else the role that reaches furthest.
    order = list(Role)
    best = max(roles, key=lambda m: (m.team_id in own, order.index(Role(m.role))), default=None)
    role, team = (Role(best.role), best.team) if best else (None, "")
    return SeenBy(look.at, look.actor, role, team, look.what, look.scenario_id)


def _look_as_values(look: SeenBy, lang: Lang) -> dict[str, object]:
    return {
        "at": look.at.isoformat(),
        "who": look.who or t("privacy-erased-person", lang),
        "role": look.role.value if look.role else None,
        "team": look.team,
        "what": look.what,
        "scenario": look.scenario_id,
    }


def _table_as_values(
    table: str, rows: list[dict[str, object]], retention_days: int | None, lang: Lang
) -> dict[str, object]:
    facts = TABLES[table]
    columns = {
        name: {"meaning": column_text(table, name, lang), "kind": kind.value}
        for name, kind in facts.columns.items()
    }
    return {
        "what": table_text(table, lang),
        "why": purpose_text(table, lang),
        "legal_ground": ground_text(table, lang),
        "kept": kept_text(table, retention_days, lang),
        "columns": columns,
        "rows": [{k: _plain(v, k in facts.secret, lang) for k, v in row.items()} for row in rows],
    }


def _plain(value: object, secret: bool, lang: Lang) -> object:
    if secret:
        return None if value is None else t("privacy-export-secret", lang)
    return value.isoformat() if isinstance(value, datetime | date) else value


def _file(data: dict[str, object], name: str) -> downloads.File:
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return downloads.File(name, "application/json; charset=utf-8", text.encode())


def _own_data(store: Store, user: User, _wanted: Mapping[str, object], now: datetime) -> downloads.File:
    return _file(export_person(store, user, user.id, now), f"webcare-{now:%Y-%m-%d}.json")


def _person_data(store: Store, user: User, wanted: Mapping[str, object], now: datetime) -> downloads.File:
    about = wanted.get("about")
    if not isinstance(about, str):
        raise NotAllowedError(Permission.EXPORT_PERSON.value)
    data = export_person(store, user, about, now)
    return _file(data, f"webcare-person-{now:%Y-%m-%d}.json")


downloads.MAKERS["own_data"] = _own_data
downloads.MAKERS["person_data"] = _person_data
