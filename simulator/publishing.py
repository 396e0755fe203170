"""The life of a text after it was saved: proven, published, archived, given back to the folder.

A publication is immutable and hashed with all that it was proven with (protocol and knowledge); attempts keep the
content that they began with, so publishing changes nothing under a running attempt.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from simulator import audit
from simulator.accounts import Permission, User, require
from simulator.authoring import (
    AuthoringError,
    StaleError,
    UnknownTextError,
    kind_of,
    live_tree,
    version_of,
)
from simulator.casebook.diagnostics import Diagnostic, Overrides, errors
from simulator.casebook.document import Document
from simulator.casebook.examine import examine_article, examine_organisation, examine_scenario
from simulator.casebook.library import Case, library_of, read_house
from simulator.casebook.proof import Proof
from simulator.casebook.rewrite import set_version
from simulator.casebook.tree import OVERRIDES, Tree
from simulator.casebook.verdicts import check_proof
from simulator.store import authoring_rows as rows
from simulator.store.engine import Connection, Store
from simulator.store.practice_rows import keep_case

UNPROVEN = frozenset({"G001", "G002", "G008"})
"""What keeps a scenario from being published beside errors: golden replies that miss, or too few to prove anything."""


class NotProvenError(AuthoringError):
    """The text has faults, or its golden replies do not prove it; `found` tells all of it."""

    code = "authoring-error-not-proven"

    def __init__(self, found: list[Diagnostic]) -> None:
        super().__init__(self.code)
        self.found = found


class NothingSavedError(AuthoringError):
    """What was saved last is what trainees have already."""

    code = "authoring-error-nothing-new"


@dataclass(frozen=True, slots=True)
class Examined:
    """What can be said of a text that is being written.

    Attributes:
        document: The text as read, with all that was seen.
        case: The case it makes, when it is a scenario without errors.
        overrides: Severities that the collection changes.
        proof: The golden replies' scorecards, when they were scored.
    """

    document: Document
    case: Case | None
    overrides: Overrides
    proof: Proof | None = None

    @property
    def hindrances(self) -> list[Diagnostic]:
        """What keeps it from being published."""
        found = self.document.found
        return errors(found, self.overrides) + [d for d in found if d.code in UNPROVEN]


def examine(tree: Tree, path: str, text: str, *, prove: bool = False) -> Examined:
    """Look through a text as if it stood in a collection.

    Args:
        tree: The collection; the text is laid over it.
        path: Where the text lives.
        text: The text.
        prove: Whether a scenario's golden replies are scored (seconds, not milliseconds).
    """
    house = path.split("/")[0]
    overrides = (
        library_of(Tree(tree.name, {OVERRIDES: tree.files[OVERRIDES]})).overrides
        if OVERRIDES in tree.files
        else {}
    )
    data, name = text.encode("utf-8", "replace"), tree.shown(path)
    if kind_of(path) == "article":
        return Examined(examine_article(data, name)[0], None, overrides)
    if kind_of(path) == "protocol":
        return Examined(examine_organisation(data, name, house)[0], None, overrides)
    _, organisation, articles = read_house(tree, house, overrides)
    document, scenario = examine_scenario(data, name, organisation, articles)
    if organisation is None:
        document.add("L008", (1, 1), problem="-")
    file = path.split("/")[1]
    if any(p != path and p.endswith("/" + file) and kind_of(p) == "scenario" for p in tree.files):
        document.add_in("R004", ("id",), name=file.removesuffix(".yaml"))
    if scenario is None or organisation is None or errors(document.found, overrides):
        return Examined(document, None, overrides)
    case = Case(organisation, scenario, articles)
    return Examined(document, case, overrides, check_proof(case, document) if prove else None)


def publish(store: Store, user: User, folder: Tree, path: str, now: datetime) -> int:
    """Publish what was saved last: trainees get it with their next attempt.

    Args:
        store: The database.
        user: Who publishes.
        folder: The collection's folder.
        path: Where the text lives.
        now: This moment.

    Returns:
        The version it got.

    Raises:
        NotAllowedError: When the user may not publish.
        UnknownTextError: When nothing was saved at the path.
        NothingSavedError: When trainees have this text already.
        NotProvenError: When it has faults or is not proven.
        StaleError: When somebody saved meanwhile.
    """
    require(store, user, Permission.PUBLISH_SCENARIOS)
    with store.read() as connection:
        last = rows.newest_revision(connection, path)
        earlier = rows.publications_of(connection, path)
    if last is None:
        raise UnknownTextError(path)
    tree = live_tree(store, folder)
    live = tree.files.get(path, b"").decode("utf-8", "replace")
    if last.content == live and earlier and earlier[0].status == "published":
        raise NothingSavedError(path)
    scenario = kind_of(path) == "scenario"
    version = 1 + max([version_of(live) if scenario else 0, *(p.version for p in earlier)])
    text, case = _proven(tree, path, last.content, version)
    content_hash = case.content_hash if case else hashlib.sha256(text.encode()).hexdigest()
    with store.write() as connection:
        newest = rows.newest_revision(connection, path)
        if newest is None or newest.revision != last.revision:
            raise _stale(last, newest or last, rows.names_of(connection, {newest.saved_by if newest else ""}))
        if text != last.content:
            rows.add_revision(connection, rows.RevisionRow(path, last.revision + 1, text, user.id, now))
        row = _row(path, version, "published", text, content_hash, user, now)
        rows.add_publication(connection, row)
        if case is not None:
            keep_case(connection, content_hash, case.scenario.id, version, case.to_json(), now)
        _note(connection, audit.Event.PUBLISHED, user, path, version, now)
    return version


def archive(store: Store, user: User, folder: Tree, path: str, now: datetime) -> None:
    """Take a scenario away from trainees; attempts that run go on, and results stay.

    Raises:
        NotAllowedError: When the user may not publish.
        UnknownTextError: When trainees have no such scenario.
    """
    require(store, user, Permission.PUBLISH_SCENARIOS)
    live = live_tree(store, folder).files.get(path)
    if live is None or kind_of(path) != "scenario":
        raise UnknownTextError(path)
    text = live.decode("utf-8", "replace")
    version = max(1, version_of(text))
    archived = set_version(text, version, "archived")
    digest = hashlib.sha256(archived.encode()).hexdigest()
    with store.write() as connection:
        rows.add_publication(connection, _row(path, version, "archived", archived, digest, user, now))
        _note(connection, audit.Event.ARCHIVED, user, path, version, now)


def use_folder(store: Store, user: User, folder: Tree, path: str, now: datetime) -> None:
    """Let the folder's text count again instead of the one published in the app.

    Raises:
        NotAllowedError: When the user may not publish.
        UnknownTextError: When the folder has no such text.
    """
    require(store, user, Permission.PUBLISH_SCENARIOS)
    if path not in folder.files:
        raise UnknownTextError(path)
    text = folder.files[path].decode("utf-8", "replace")
    digest = hashlib.sha256(text.encode()).hexdigest()
    with store.write() as connection:
        earlier = rows.publications_of(connection, path)
        version = max((p.version for p in earlier), default=0) + 1
        rows.add_publication(connection, _row(path, version, "folder", text, digest, user, now))
        _note(connection, audit.Event.PUBLISHED, user, path, version, now)


def _note(
    connection: Connection, event: audit.Event, user: User, path: str, version: int, now: datetime
) -> None:
    audit.note(connection, event, now, actor=user, details={"path": path, "version": version})


def history(store: Store, user: User, path: str) -> list[tuple[rows.PublicationRow, str]]:
    """Publications of a text, newest first, each with the name of who did it.

    Raises:
        NotAllowedError: When the user may not write scenarios.
    """
    require(store, user, Permission.WRITE_SCENARIOS)
    with store.read() as connection:
        found = rows.publications_of(connection, path)
        names = rows.names_of(connection, {p.published_by for p in found})
    return [(p, names.get(p.published_by, "")) for p in found]


def _proven(tree: Tree, path: str, text: str, version: int) -> tuple[str, Case | None]:
    """The text as it will be published, and its case.

    Raises:
        NotProvenError: When something keeps it from being published.
    """
    if kind_of(path) == "scenario":
        first = examine(tree, path, text)
        if first.hindrances:
            raise NotProvenError(first.hindrances)
        text = set_version(text, version, "published")
        seen = examine(tree, path, text, prove=True)
        if seen.hindrances:
            raise NotProvenError(seen.hindrances)
        return text, seen.case
    seen = examine(tree, path, text)
    found = seen.hindrances or _breaks(tree, path, text)
    if found:
        raise NotProvenError(found)
    return text, None


def _breaks(tree: Tree, path: str, text: str) -> list[Diagnostic]:
    """Faults that another protocol or article would bring into the scenarios of its house."""
    house = path.split("/")[0] + "/"
    before = {(d.file, d.code) for d in library_of(tree).faults}
    after = library_of(tree.with_files({path: text.encode()})).faults
    return [d for d in after if (d.file, d.code) not in before and d.file.startswith(tree.shown(house))]


def _row(
    path: str, version: int, status: str, text: str, digest: str, user: User, now: datetime
) -> dict[str, object]:
    return {
        "path": path,
        "version": version,
        "status": status,
        "content": text,
        "content_hash": digest,
        "published_by": user.id,
        "published_at": now,
    }


def _stale(mine: rows.RevisionRow, theirs: rows.RevisionRow, names: dict[str, str]) -> StaleError:
    who = names.get(theirs.saved_by, "")
    return StaleError(mine.content, theirs.content, theirs.revision, who, theirs.saved_at)
