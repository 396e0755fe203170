"""Whether people said anything about the replies of an attempt, which for most replies nobody did."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, ScalarSelect, Table, bindparam, exists, select

from simulator.store import known
from simulator.store.tables import disputes, final_scores, looks, reviews, turns


class About(NamedTuple):
    """What there is about at least one reply of an attempt."""

    reviews: bool
    final_scores: bool
    disputes: bool
    looks: bool


def _some(table: Table) -> ScalarSelect[bool]:
    own = select(turns.c.id).where(turns.c.attempt_id == bindparam("attempt"))
    return select(exists().where(table.c.turn_id.in_(own))).scalar_subquery()


_ABOUT = select(_some(reviews), _some(final_scores), _some(disputes), _some(looks))


def about(connection: Connection, attempt_id: str) -> About:
    """What to ask for at all: each page with feedback asks this once instead of four tables in turn."""

    def ask() -> About:
        return About(*map(bool, connection.execute(_ABOUT, {"attempt": attempt_id}).one()))

    return known.once(connection, (_ABOUT, attempt_id), ask)
