"""Writing scenarios in the app: what there is, what somebody is typing, what was saved, and who else saved meanwhile.

A text lives at a path in the collection ("netwijs/boze-klager.yaml"). What is typed is kept at once as the author's own
working copy; saving makes a revision that colleagues see; publishing (publishing.py) makes it count for trainees.
Revisions are only ever added, so nothing is overwritten, and who saves from an old revision is told.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from simulator.accounts import Permission, User, require
from simulator.casebook.reader import MAX_BYTES
from simulator.casebook.tree import PROTOCOL, Tree
from simulator.store import authoring_rows as rows
from simulator.store.engine import Store

_PATH = re.compile(
    r"^(?P<house>[a-z0-9][a-z0-9-]{1,63})/(?:(?:knowledge/)?[a-z0-9][a-z0-9-]{1,63}\.md|[a-z0-9][a-z0-9-]{1,63}\.yaml)$"
)
_VERSION = re.compile(rb"^version:[ \t]*[\"']?(\d{1,9})", re.MULTILINE)


class AuthoringError(Exception):
    """Something cannot be done; `code` names the text that explains it."""

    code = "authoring-error"


class BadPathError(AuthoringError):
    """The name is not one that a file of the collection can have."""

    code = "authoring-error-path"


class TooBigError(AuthoringError):
    """The text is larger than a file of the collection may be."""

    code = "authoring-error-size"


class UnknownTextError(AuthoringError):
    """There is no such text."""

    code = "authoring-error-unknown"


class ExistsError(AuthoringError):
    """There is a text at this path already."""

    code = "authoring-error-exists"


class StaleError(AuthoringError):
    """Somebody else saved meanwhile.

    Attributes:
        mine: The text that was not saved.
        theirs: The text that stands now.
        revision: Its number.
        who: Who saved it.
        when: When.
    """

    code = "authoring-error-stale"

    def __init__(self, mine: str, theirs: str, revision: int, who: str, when: datetime) -> None:
        super().__init__(self.code)
        self.mine, self.theirs, self.revision, self.who, self.when = mine, theirs, revision, who, when


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of the collection as the list shows it.

    Attributes:
        path: Where it lives.
        live: Status for trainees: "published", "archived", "draft", or "" when only a draft was saved.
        version: Version for trainees, 0 when there is none.
        draft: True when something was saved that trainees do not have yet.
        typing: True when the user has typed something that he did not save.
        in_app: True when what counts comes from the app and not from the folder.
        saved_by: Who saved last, "" when nobody did in the app.
        saved_at: When.
    """

    path: str
    live: str
    version: int
    draft: bool
    typing: bool
    in_app: bool
    saved_by: str
    saved_at: datetime | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A text that is being edited.

    Attributes:
        path: Where it lives.
        text: The user's own working copy.
        seq: Number of the working copy's version.
        base: Revision that it started from, 0 for the folder's text.
        saved: What was saved last, or else counts now.
        newest: The newest revision.
        newest_by: Who saved that, "" when nobody did in the app.
    """

    path: str
    text: str
    seq: int
    base: int
    saved: str
    newest: int
    newest_by: str

    @property
    def unsaved(self) -> bool:
        """True when the text differs from what was saved."""
        return self.text != self.saved

    @property
    def behind(self) -> bool:
        """True when somebody saved since the working copy began."""
        return self.base < self.newest


def kind_of(path: str) -> str:
    """What stands at a path: "protocol", "article" or "scenario"."""
    if path.endswith(".md"):
        return "article"
    return "protocol" if path.endswith("/" + PROTOCOL) else "scenario"


def checked_path(path: str) -> str:
    """A path that a file of the collection can have.

    Raises:
        BadPathError: For all others, such as those that lead out of the collection.
    """
    if not _PATH.match(path) or (path.endswith(".md") and "/knowledge/" not in path):
        raise BadPathError(path)
    return path


def live_tree(store: Store, folder: Tree) -> Tree:
    """The collection that trainees practise: the folder, with what was published in the app laid over it.

    A scenario of which the folder has a higher version (published from git after it was edited here) is the folder's.
    """
    with store.read() as connection:
        published = rows.newest_publications(connection)
    over = {p: r.content.encode() for p, r in published.items() if _counts(r, folder)}
    return folder.with_files(over)


def collection_stamp(store: Store) -> int:
    """A number that changes whenever something is published."""
    with store.read() as connection:
        return rows.last_publication(connection)


def entries(store: Store, user: User, folder: Tree) -> list[Entry]:
    """All texts of the collection, in order of path.

    Raises:
        NotAllowedError: When the user may not write scenarios.
    """
    require(store, user, Permission.WRITE_SCENARIOS)
    with store.read() as connection:
        published = rows.newest_publications(connection)
        saved = rows.newest_revisions(connection)
        typing = rows.copies_of(connection, user.id)
        names = rows.names_of(connection, {r.saved_by for r in saved.values()})
    live = {p: r for p, r in published.items() if _counts(r, folder)}
    known = {p for p in folder.files if _PATH.match(p)}
    unsaved = {p for p, copy in typing.items() if _hash(copy.content) != copy.base_hash}
    out = []
    for path in sorted(known | live.keys() | saved.keys()):
        ours = live.get(path)
        text = ours.content if ours else folder.files.get(path, b"").decode("utf-8", "replace")
        last = saved.get(path)
        out.append(
            Entry(
                path,
                ours.status if ours else _status(path, text),
                ours.version if ours else version_of(text),
                draft=last is not None and last.content != text,
                typing=path in unsaved,
                in_app=ours is not None,
                saved_by=names.get(last.saved_by, "") if last else "",
                saved_at=last.saved_at if last else None,
            )
        )
    return out


def open_text(store: Store, user: User, folder: Tree, path: str, now: datetime) -> Opened:
    """A text as the user left it; a copy in which he changed nothing follows what was saved since.

    Raises:
        NotAllowedError: When the user may not write scenarios.
        UnknownTextError: When there is nothing at the path.
    """
    require(store, user, Permission.WRITE_SCENARIOS)
    live = live_tree(store, folder).files.get(path)
    with store.write() as connection:
        last = rows.newest_revision(connection, path)
        copy = rows.copies_of(connection, user.id).get(path)
        if last is None and live is None:
            raise UnknownTextError(path)
        saved = last.content if last else (live or b"").decode("utf-8", "replace")
        newest, by = (last.revision, last.saved_by) if last else (0, "")
        if copy is None or (_hash(copy.content) == copy.base_hash and copy.content != saved):
            seq = copy.seq + 1 if copy else 1
            copy = rows.CopyRow(path, user.id, seq, newest, _hash(saved), saved, now)
            rows.put_copy(connection, copy)
        who = rows.names_of(connection, {by}).get(by, "")
    return Opened(path, copy.content, copy.seq, copy.base, saved, newest, who)


def saved_text(store: Store, user: User, folder: Tree, path: str) -> tuple[str, int]:
    """What was saved last or else counts now, and its revision (0 for the folder's text).

    Raises:
        NotAllowedError: When the user may not write scenarios.
        UnknownTextError: When there is nothing at the path.
    """
    require(store, user, Permission.WRITE_SCENARIOS)
    with store.read() as connection:
        last = rows.newest_revision(connection, path)
    if last is not None:
        return last.content, last.revision
    live = live_tree(store, folder).files.get(path)
    if live is None:
        raise UnknownTextError(path)
    return live.decode("utf-8", "replace"), 0


def keep_copy(store: Store, user: User, path: str, seq: int, text: str, now: datetime) -> None:
    """Keep what is typed so far; an older sequence number than the stored one changes nothing.

    Args:
        store: The database.
        user: The author.
        path: Where the text lives; it was opened before.
        seq: Number of this version of the copy.
        text: The text.
        now: This moment.

    Raises:
        NotAllowedError: When the user may not write scenarios.
        TooBigError: When the text is too large.
        UnknownTextError: When he never opened a text at the path.
    """
    require(store, user, Permission.WRITE_SCENARIOS)
    _check_size(text)
    with store.write() as connection:
        copy = rows.copies_of(connection, user.id).get(path)
        if copy is None:
            raise UnknownTextError(path)
        rows.put_copy(connection, copy._replace(seq=seq, content=text, saved_at=now))


def start_over(store: Store, user: User, folder: Tree, path: str, now: datetime) -> Opened:
    """Put what was saved last into the user's working copy instead of what he typed."""
    opened = open_text(store, user, folder, path, now)
    with store.write() as connection:
        row = rows.CopyRow(
            path, user.id, opened.seq + 1, opened.newest, _hash(opened.saved), opened.saved, now
        )
        rows.put_copy(connection, row)
    return open_text(store, user, folder, path, now)


def save(store: Store, user: User, path: str, text: str, base: int, now: datetime) -> int:
    """Save a text so that colleagues see it; trainees do not have it yet.

    Args:
        store: The database.
        user: The author.
        path: Where the text lives.
        text: The text.
        base: Revision that it started from; when it is not the newest any more nothing is saved.
        now: This moment.

    Returns:
        The number of the new revision; the same text again makes none.

    Raises:
        NotAllowedError: When the user may not write scenarios.
        StaleError: When somebody else saved meanwhile; both texts are in it.
        BadPathError: When there can be no file at the path.
        TooBigError: When the text is too large.
    """
    require(store, user, Permission.WRITE_SCENARIOS)
    _check_size(text)
    checked_path(path)
    with store.write() as connection:
        last = rows.newest_revision(connection, path)
        newest = last.revision if last else 0
        same = last is not None and last.content == text
        row = rows.RevisionRow(path, base + 1, text, user.id, now)
        if same or (base == newest and rows.add_revision(connection, row)):
            revision = newest if same else base + 1
            rows.rebase_copy(connection, path, user.id, text, revision, _hash(text))
            return revision
    with store.read() as connection:
        theirs = rows.newest_revision(connection, path)
        if theirs is None:
            raise UnknownTextError(path)
        who = rows.names_of(connection, {theirs.saved_by}).get(theirs.saved_by, "")
    raise StaleError(text, theirs.content, theirs.revision, who, theirs.saved_at)


def create(store: Store, user: User, folder: Tree, path: str, text: str, now: datetime) -> int:
    """Save a new text where there is none.

    Raises:
        ExistsError: When there is one.
        NotAllowedError, BadPathError, TooBigError: See `save`.
    """
    require(store, user, Permission.WRITE_SCENARIOS)
    with store.read() as connection:
        taken = rows.newest_revision(connection, checked_path(path)) is not None
    if taken or path in live_tree(store, folder).files:
        raise ExistsError(path)
    return save(store, user, path, text, 0, now)


def version_of(text: str) -> int:
    """The version that a scenario's text names, 0 when it names none."""
    found = _VERSION.search(text.encode())
    return int(found.group(1)) if found else 0


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _counts(row: rows.PublicationRow, folder: Tree) -> bool:
    """Whether a publication counts rather than the folder's text."""
    if row.status == "folder":
        return False
    mine = folder.files.get(row.path)
    return (
        mine is None
        or kind_of(row.path) != "scenario"
        or version_of(mine.decode("utf-8", "replace")) <= row.version
    )


def _status(path: str, text: str) -> str:
    """The status that a text of the folder names."""
    if not text:
        return ""
    if kind_of(path) != "scenario":
        return "published"
    found = re.search(r"^status:[ \t]*[\"']?(\w+)", text, re.MULTILINE)
    return found.group(1) if found else "draft"


def _check_size(text: str) -> None:
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise TooBigError
