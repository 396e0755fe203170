"""Rows of texts that trainers write: saved revisions, working copies and publications."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from simulator.store.once import add_unless_there
from simulator.store.tables import file_revisions, publications, users, working_copies


class RevisionRow(NamedTuple):
    """A text as somebody saved it."""

    path: str
    revision: int
    content: str
    saved_by: str
    saved_at: datetime


class CopyRow(NamedTuple):
    """What somebody is typing: the revision it started from, and the hash of the text that it started from."""

    path: str
    user_id: str
    seq: int
    base: int
    base_hash: str
    content: str
    saved_at: datetime


class PublicationRow(NamedTuple):
    """A text as it was published, or the note that it was archived or given back to the folder."""

    id: int
    path: str
    version: int
    status: str
    content: str
    content_hash: str
    published_by: str
    published_at: datetime


def newest_revisions(connection: Connection) -> dict[str, RevisionRow]:
    """The newest revision of every path."""
    newest = select(file_revisions.c.path, func.max(file_revisions.c.revision).label("revision"))
    last = newest.group_by(file_revisions.c.path).subquery()
    query = select(file_revisions).join(
        last, (last.c.path == file_revisions.c.path) & (last.c.revision == file_revisions.c.revision)
    )
    return {row.path: RevisionRow(*row) for row in connection.execute(query)}


def newest_revision(connection: Connection, path: str) -> RevisionRow | None:
    """The newest revision of a path."""
    query = select(file_revisions).where(file_revisions.c.path == path)
    row = connection.execute(query.order_by(file_revisions.c.revision.desc()).limit(1)).first()
    return RevisionRow(*row) if row is not None else None


def add_revision(connection: Connection, row: RevisionRow) -> bool:
    """Store a revision; False when another with this number is there."""
    key = [file_revisions.c.path.name, file_revisions.c.revision.name]
    return add_unless_there(connection, file_revisions, key, row._asdict())


def copies_of(connection: Connection, user_id: str) -> dict[str, CopyRow]:
    """A user's working copies by path."""
    query = select(working_copies).where(working_copies.c.user_id == user_id)
    return {row.path: CopyRow(*row) for row in connection.execute(query)}


def put_copy(connection: Connection, row: CopyRow) -> None:
    """Store a working copy, unless a newer one is there."""
    make = pg_insert if connection.dialect.name == "postgresql" else sqlite_insert
    values = row._asdict()
    statement = make(working_copies).values(**values)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[working_copies.c.path, working_copies.c.user_id],
            set_=values,
            where=working_copies.c.seq <= statement.excluded.seq,
        )
    )


def rebase_copy(
    connection: Connection, path: str, user_id: str, text: str, base: int, base_hash: str
) -> None:
    """Let a working copy start from what was just saved, unless something else has been typed since."""
    connection.execute(
        update(working_copies)
        .where(
            working_copies.c.path == path,
            working_copies.c.user_id == user_id,
            working_copies.c.content == text,
        )
        .values(base=base, base_hash=base_hash)
    )


def newest_publications(connection: Connection) -> dict[str, PublicationRow]:
    """The newest publication of every path."""
    last = select(func.max(publications.c.id).label("id")).group_by(publications.c.path).subquery()
    query = select(publications).join(last, last.c.id == publications.c.id)
    return {row.path: PublicationRow(*row) for row in connection.execute(query)}


def publications_of(connection: Connection, path: str) -> list[PublicationRow]:
    """All publications of a path, newest first."""
    query = select(publications).where(publications.c.path == path).order_by(publications.c.id.desc())
    return [PublicationRow(*row) for row in connection.execute(query)]


def last_publication(connection: Connection) -> int:
    """Number of the newest publication of all, 0 when there is none: it changes whenever the collection does."""
    return int(connection.scalar(select(func.max(publications.c.id))) or 0)


def add_publication(connection: Connection, values: dict[str, object]) -> bool:
    """Store a publication; False when this version has that status already."""
    key = [publications.c.path.name, publications.c.version.name, publications.c.status.name]
    return add_unless_there(connection, publications, key, values)


def names_of(connection: Connection, user_ids: set[str]) -> dict[str, str]:
    """Names of users by id."""
    query = select(users.c.id, users.c.name).where(users.c.id.in_(user_ids))
    return {row.id: row.name for row in connection.execute(query)}
