"""Certificates: what a trainee did of a learning path, and a statement of it that can be verified.

A certificate says what happened and no more: these scenarios were practised and passed, in these versions, scored by
these rules, on these days. It keeps its own copy of all that, so that it says the same when a scenario changes.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from simulator import audit, downloads
from simulator.accounts import NotAllowedError, Permission, User, require
from simulator.casebook.library import Case
from simulator.i18n import Lang
from simulator.store import path_rows as rows
from simulator.store.engine import Connection, Store

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # pragma: allowlist secret
"""Signs of a code: none that is read as another one (0 and O, 1 and I and L)."""
CODE_LENGTH = 16
_GROUP = 4
KIND = "certificate"


class NotDoneError(Exception):
    """The path is not done yet."""


class Practised(BaseModel):
    """One scenario on a certificate.

    Attributes:
        scenario_id: The scenario.
        title: Its title when the certificate was issued.
        version: The version that was practised.
        content_hash: Hash of exactly what was practised.
        mode: "practice" or "test".
        total: Mean total of the replies, 0-100.
        finished_at: When.
        rubrics: Fingerprints of the rules that the replies were scored by.
        scorer_versions: Versions of the scorer.
    """

    model_config = ConfigDict(frozen=True)

    scenario_id: str
    title: str
    version: int
    content_hash: str
    mode: str
    total: float
    finished_at: datetime
    rubrics: tuple[str, ...]
    scorer_versions: tuple[str, ...]


class Content(BaseModel):
    """What a certificate says; `lang` is the language that it is written in."""

    model_config = ConfigDict(frozen=True)

    name: str
    path: str
    pass_total: int
    lang: Lang
    scenarios: tuple[Practised, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate with its code and the moment that it was issued."""

    code: str
    issued_at: datetime
    content: Content

    @property
    def shown_code(self) -> str:
        """Its code in groups, as people read it aloud."""
        ends = range(0, CODE_LENGTH + 1, _GROUP)
        return "-".join(self.code[a:b] for a, b in pairwise(ends))


@dataclass(frozen=True, slots=True)
class Step:
    """A scenario of a path: whether it is done, and the best total of a finished attempt that passed, if any."""

    scenario_id: str
    done: bool
    best: float | None


@dataclass(frozen=True, slots=True)
class OwnPath:
    """A path as its trainee stands in it; `code` is that of his certificate, if he has one."""

    id: str
    title: str
    pass_total: int
    steps: tuple[Step, ...]
    code: str | None

    @property
    def done(self) -> bool:
        """Whether all of it is done."""
        return all(step.done for step in self.steps)


def own_paths(store: Store, user: User) -> tuple[OwnPath, ...]:
    """The paths of the user's employer that are in use, and what he did of each."""
    acting = require(store, user, Permission.SEE_OWN_PROGRESS)
    with store.read() as connection:
        paths = [path for path in rows.paths_of(connection, acting.employer_id) if not path.archived]
        codes = {one.path_id: one.code for one in rows.certificates_of(connection, acting.id)}
        best = _best(connection, acting.id, {s for path in paths for s in path.scenarios})
    return tuple(_own(path, best, codes.get(path.id)) for path in paths)


def own_certificates(store: Store, user: User) -> tuple[Certificate, ...]:
    """The user's certificates, newest first."""
    acting = require(store, user, Permission.SEE_OWN_PROGRESS)
    with store.read() as connection:
        return tuple(_certificate(row) for row in rows.certificates_of(connection, acting.id))


def issue(store: Store, user: User, path_id: str, cases: Mapping[str, Case], now: datetime) -> Certificate:
    """Issue the user's certificate of a path; when he has one, that one.

    Args:
        store: The database.
        user: The trainee.
        path_id: A path of his employer that is in use.
        cases: The collection, for the titles of its scenarios.
        now: This moment.

    Raises:
        NotDoneError: When he has not done all of it.
        KeyError: When there is no such path for him.
    """
    acting = require(store, user, Permission.SEE_OWN_PROGRESS)
    with store.write() as connection:
        path = rows.path(connection, path_id)
        if path is None or path.employer_id != acting.employer_id:
            raise KeyError(path_id)
        for known in rows.certificates_of(connection, acting.id):
            if known.path_id == path_id:
                return _certificate(known)
        if path.archived:
            raise KeyError(path_id)
        best = _best(connection, acting.id, set(path.scenarios))
        if not _own(path, best, None).done:
            raise NotDoneError
        content = Content(
            name=acting.name,
            path=path.title,
            pass_total=path.pass_total,
            lang=acting.lang,
            scenarios=tuple(_titled(best[s], cases.get(s), acting.lang) for s in path.scenarios),
        )
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        row = rows.CertificateRow(code, acting.id, path_id, now, content.model_dump_json())
        rows.add_certificate(connection, row)
        details = {"path": path_id}
        audit.note(
            connection, audit.Event.CERTIFICATE_ISSUED, now, actor=acting, about=acting.id, details=details
        )
    return _certificate(row)


def verify(store: Store, code: str) -> Certificate | None:
    """The certificate with a code, for anybody who has it; None when there is none.

    Args:
        store: The database.
        code: As typed: capitals, white space and dashes do not matter.
    """
    tidy = "".join(code.split()).replace("-", "").upper()
    if len(tidy) != CODE_LENGTH or not set(tidy) <= set(ALPHABET):
        return None
    with store.read() as connection:
        row = rows.certificate(connection, tidy)
    return _certificate(row) if row is not None else None


def _make_file(store: Store, user: User, wanted: Mapping[str, object], now: datetime) -> downloads.File:
    """Make the PDF of the user's own certificate when it is fetched."""
    from simulator.certificate_pdf import pdf_of  # the fonts and the library are needed by nothing else

    acting = require(store, user, Permission.SEE_OWN_PROGRESS)
    with store.write() as connection:
        row = rows.certificate(connection, str(wanted.get("code", "")))
        if row is None or row.user_id != acting.id:
            raise NotAllowedError(Permission.SEE_OWN_PROGRESS.value)
        details = {"kind": KIND}
        audit.note(connection, audit.Event.EXPORTED, now, actor=acting, about=acting.id, details=details)
    found = _certificate(row)
    return downloads.File(f"certificate-{found.shown_code}.pdf", "application/pdf", pdf_of(found))


downloads.MAKERS[KIND] = _make_file


def _own(path: rows.PathRow, best: Mapping[str, Practised], code: str | None) -> OwnPath:
    steps = tuple(
        Step(s, s in best and best[s].total >= path.pass_total, best[s].total if s in best else None)
        for s in path.scenarios
    )
    return OwnPath(path.id, path.title, path.pass_total, steps, code)


def _best(connection: Connection, user_id: str, scenarios: set[str]) -> dict[str, Practised]:
    """Per scenario the finished attempt that passed with the highest total; the first of equals."""
    by_attempt: dict[str, list[rows.PathReply]] = defaultdict(list)
    for reply in rows.finished_replies(connection, user_id, scenarios):
        by_attempt[reply.attempt_id].append(reply)
    best: dict[str, Practised] = {}
    for replies in by_attempt.values():
        totals = [reply.total for reply in replies if reply.total is not None]
        if not totals or not all(reply.passed for reply in replies):
            continue
        one, total = replies[0], sum(totals) / len(totals)
        if one.scenario_id not in best or total > best[one.scenario_id].total:
            best[one.scenario_id] = Practised(
                scenario_id=one.scenario_id,
                title=one.scenario_id,
                version=one.version,
                content_hash=one.case_hash,
                mode=one.mode,
                total=total,
                finished_at=one.finished_at,
                rubrics=tuple(sorted({reply.rubric for reply in replies})),
                scorer_versions=tuple(sorted({reply.scorer_version for reply in replies})),
            )
    return best


def _titled(one: Practised, case: Case | None, lang: Lang) -> Practised:
    return one.model_copy(update={"title": case.scenario.title.in_language(lang)}) if case else one


def _certificate(row: rows.CertificateRow) -> Certificate:
    return Certificate(row.code, row.issued_at, Content.model_validate_json(row.content))
