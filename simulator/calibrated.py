"""What a closed calibration round shows: agreement between people and with the scorer, what to talk about and agree on.

Nothing here opens before the round is closed (simulator/calibration.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from scoring import Dimension, Finding, Kind, Scorecard, default_rubric
from scoring.serial import from_json
from simulator import agreement
from simulator.accounts import Permission, User, require
from simulator.agreement import Figure, Pair, Ratings
from simulator.calibration import BadJudgementError, NotYetError, Round, UnknownRoundError, round_of
from simulator.calibration_items import PASSED, Item, item_of
from simulator.store import calibration_rows as rows
from simulator.store.engine import Connection, Store
from simulator.store.practice_rows import scorecards_of

TALK_ABOUT = 5
"""Replies in the discussion set: what a meeting of an hour gets through."""
APART_ON_PASSED = 50.0
"""Points of difference that one disagreement on passed counts as when replies are ranked for talking."""
_MET_FROM = 0.8
"""Share of its points from which an expectation counts as met; the trainee is told the same (simulator/feedback.py)."""


@dataclass(frozen=True, slots=True)
class Line:
    """The agreement on one thing: a dimension, "passed" or a criterion.

    Attributes:
        name: What.
        people: Between people: weighted kappa for a dimension, AC1 for the others.
        scorer: Between the people's median (or majority) and the scorer.
        pairs: Of each two people, by their ids.
    """

    name: str
    people: Figure
    scorer: Figure
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A reply with all that was judged.

    Attributes:
        row: Its place in the round.
        people: What each member gave, by name and member; who abstained is left out.
        scorer: What the scorer gave, by name; None where it gave nothing.
    """

    row: rows.ItemRow
    people: Mapping[str, Ratings]
    scorer: Mapping[str, float | None]

    @property
    def spread(self) -> float:
        """How far people are apart: the mean range of their scores, and disagreement on passed."""
        ranges = [_range(self.people.get(d.value, {})) for d in Dimension if self.people.get(d.value)]
        mean = sum(ranges) / len(ranges) if ranges else 0.0
        return mean + APART_ON_PASSED * _range(self.people.get(PASSED, {}))


@dataclass(frozen=True, slots=True)
class Results:
    """What a closed round shows.

    Attributes:
        round: The round.
        lines: Dimensions, passed, then the criteria that somebody judged.
        replies: All replies, in order.
    """

    round: Round
    lines: tuple[Line, ...]
    replies: tuple[Judged, ...]

    @property
    def to_talk_about(self) -> tuple[Judged, ...]:
        """The discussion set: the replies on which people are furthest apart, furthest first."""
        apart = sorted((r for r in self.replies if r.spread > 0), key=lambda r: (-r.spread, r.row.number))
        return tuple(apart[:TALK_ABOUT])


def results(store: Store, user: User, round_id: str) -> Results:
    """What a closed round shows to its members.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such round of his.
        NotYetError: When it is not closed yet.
    """
    found = _closed(store, user, round_id)
    with store.read() as connection:
        replies = judged_in(connection, round_id)
    names = [*(d.value for d in Dimension), PASSED, *(c.id for c in default_rubric().criteria)]
    lines = (line_of(name, replies, with_pairs=True) for name in names if any(_has(r, name) for r in replies))
    return Results(found, tuple(lines), replies)


def reply_of(store: Store, user: User, round_id: str, number: int) -> Item:
    """A reply of a closed round, to read again while talking.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such reply in a round of his.
        NotYetError: When the round is not closed yet.
    """
    _closed(store, user, round_id)
    with store.read() as connection:
        return item_of(connection, _row(connection, round_id, number))


def agreed(store: Store, user: User, round_id: str) -> dict[tuple[str, str], float | None]:
    """What was agreed on in a closed round, by turn and name.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such round of his.
        NotYetError: When it is not closed yet.
    """
    _closed(store, user, round_id)
    with store.read() as connection:
        return rows.agreed_of(connection, round_id)


def agree(
    store: Store, user: User, round_id: str, number: int, name: str, value: float | None, now: datetime
) -> None:
    """Note what the members agreed on after talking; who opened the round does it.

    Args:
        store: The database.
        user: Who opened the round.
        round_id: The round.
        number: The reply's number in it.
        name: A dimension, "passed" or a criterion.
        value: 0-100 in steps of 5, or 1 or 0; None takes it back.
        now: This moment.

    Raises:
        NotAllowedError: When he may not calibrate.
        UnknownRoundError: When there is no such reply in a round that he opened.
        NotYetError: When the round is not closed yet.
        BadJudgementError: When this cannot be judged, or not like this.
    """
    acting = require(store, user, Permission.CALIBRATE)
    if _closed(store, acting, round_id).row.created_by != acting.id:
        raise UnknownRoundError
    with store.write() as connection:
        row = _row(connection, round_id, number)
        if not item_of(connection, row).names.allows(name, value):
            raise BadJudgementError
        rows.keep_agreed(connection, round_id, row.turn_id, name, value, acting.id, now)


def judged_in(connection: Connection, round_id: str) -> tuple[Judged, ...]:
    """The replies of a round with all judgements; for services that have checked that it is closed.

    Args:
        connection: A connection.
        round_id: The round.
    """
    items = rows.items_of(connection, round_id)
    given: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for judgement in rows.judgements_of(connection, [round_id]):
        if judgement.value is not None:
            given[judgement.turn_id, judgement.name][judgement.user_id] = judgement.value
    cards = scorecards_of(connection, [row.turn_id for row in items])
    return tuple(
        Judged(
            row,
            {name: who for (turn_id, name), who in given.items() if turn_id == row.turn_id},
            scorer_says(from_json(cards[row.turn_id])),
        )
        for row in items
    )


def line_of(name: str, replies: Iterable[Judged], *, with_pairs: bool = False) -> Line:
    """The agreement on one thing over replies, of one round or of several.

    Args:
        name: A dimension, "passed" or a criterion.
        replies: The replies.
        with_pairs: Whether to tell it for each two people as well.
    """
    every = list(replies)
    ratings = [reply.people.get(name, {}) for reply in every]
    scorer = [reply.scorer.get(name) for reply in every]
    if name in {d.value for d in Dimension}:
        figure, beside = agreement.kappa, agreement.with_scorer(ratings, scorer)
    else:
        figure, beside = agreement.ac1, agreement.majority_with_scorer(ratings, scorer)
    pairs = agreement.pairs_of(ratings, figure) if with_pairs else ()
    return Line(name, figure(ratings), figure(beside), pairs)


def scorer_says(card: Scorecard) -> dict[str, float | None]:
    """What a scorecard says about all that people can judge, in their terms: 0-100, or 1 and 0.

    Args:
        card: The automatic scorecard.
    """
    said: dict[str, float | None] = {d.value: card.value_of(d) for d in Dimension}
    said[PASSED] = float(card.passed)
    kinds = {c.id: c.kind for c in default_rubric().criteria}
    # A gate ends the judging: of the criteria nothing is known then.
    gated = any(kinds.get(f.criterion) is Kind.GATE for f in card.findings)
    for name, kind in kinds.items():
        mine = [f for f in card.findings if f.criterion == name]
        if gated or kind is Kind.GATE:
            said[name] = None
        elif kind is Kind.FAULT:
            said[name] = float(not mine)
        else:
            said[name] = float(all(_met(f) for f in mine)) if mine else None
    return said


def _met(finding: Finding) -> bool:
    whole = finding.earned - finding.effect
    return finding.code == "met" or (whole > 0 and finding.earned / whole >= _MET_FROM)


def _has(reply: Judged, name: str) -> bool:
    return bool(reply.people.get(name))


def _range(given: Ratings) -> float:
    return max(given.values()) - min(given.values()) if given else 0.0


def _closed(store: Store, user: User, round_id: str) -> Round:
    found = round_of(store, user, round_id)
    if not found.closed:
        raise NotYetError
    return found


def _row(connection: Connection, round_id: str, number: int) -> rows.ItemRow:
    row = {r.number: r for r in rows.items_of(connection, round_id)}.get(number)
    if row is None:
        raise UnknownRoundError
    return row
