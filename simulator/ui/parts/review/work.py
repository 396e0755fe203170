"""The reply that a lead has on his screen: opened once a visit, its lock renewed at each run."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

import streamlit as st

from simulator import review, review_reading
from simulator.accounts import NotAllowedError
from simulator.figures import Scores
from simulator.review import Opened, Outcome
from simulator.review_reading import Reviewed
from simulator.run import UnknownAttemptError
from simulator.store.review_rows import LockRow
from simulator.ui import session
from simulator.ui.parts.review import filters

_OPEN, _SEEN = "review-open", "review-seen"
RENEW_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Work:
    """What the page shows.

    Attributes:
        opened: The reply.
        me: Id of this lead.
        review_id: Id that the next review of this visit gets, so that a second click stores nothing more.
        lock: Who has it in hand; None when nobody does, because this lead just finished.
        mine: Whether that is this lead.
        veiled: Whether the automatic score is still hidden from him.
        history: Reviews so far, oldest first.
        own: His blind scores, when he gave them.
        now: The scores that count now.
        earlier: Criteria that people set before.
    """

    opened: Opened
    me: str
    review_id: str
    lock: LockRow | None
    mine: bool
    veiled: bool
    history: tuple[Reviewed, ...]
    own: dict[str, float]
    now: Scores
    earlier: dict[str, float]

    @property
    def key(self) -> str:
        """Names the widgets of this reply in this visit."""
        return f"rv-{self.review_id}"

    @property
    def shown_history(self) -> tuple[Reviewed, ...]:
        """The reviews to tell; his own blind scores stand in his own column until he came to a conclusion."""
        pending = bool(self.own) and not any(r.row.reviewer_id == self.me for r in self.concluded)
        own = {r.row.id for r in self.history if pending and r.row.reviewer_id == self.me}
        return tuple(r for r in self.history if r.row.id not in own)

    @property
    def concluded(self) -> tuple[Reviewed, ...]:
        """The reviews that came to a conclusion."""
        return tuple(r for r in self.history if r.row.outcome != Outcome.SCORED)


def begin(turn_id: str, *, hold: bool) -> Work:
    """Open a reply, or go on with it.

    Args:
        turn_id: The reply's turn.
        hold: Whether to take it in hand, so that no other lead judges it meanwhile.

    Raises:
        NotAllowedError: When this is no reply of the lead's own people.
        UnknownAttemptError: When there is no such reply.
    """
    store, who, now = session.store(), session.me(), session.now()
    leave(but=turn_id)
    lock = review.hold(store, who, turn_id, now) if hold else None
    opened, review_id = _opened(turn_id)
    history = review_reading.history(store, who, turn_id)
    mine = [r for r in history if r.row.reviewer_id == who.id and r.row.scorecard_id == opened.card_id]
    blind = next((r for r in mine if r.row.outcome == Outcome.SCORED), None)
    seen: set[str] = st.session_state.setdefault(_SEEN, set())
    veiled = filters.blind() and not mine and turn_id not in seen
    if not veiled:
        seen.add(turn_id)
    scores, earlier = review_reading.standing(store, who, turn_id, opened.basis)
    return Work(
        opened=opened,
        me=who.id,
        review_id=review_id,
        lock=lock,
        mine=lock is not None and lock.user_id == who.id,
        veiled=veiled,
        history=history,
        own={a.name: a.adjusted for a in blind.adjustments if a.adjusted is not None} if blind else {},
        now=scores,
        earlier=earlier,
    )


def was_seen(turn_id: str) -> bool:
    """Whether this lead saw the automatic score in this visit: then it is too late for a blind judgement."""
    return turn_id in st.session_state.get(_SEEN, set())


def again() -> None:
    """Read the reply anew in the next run."""
    st.session_state.pop(_OPEN, None)


def leave(*, but: str = "") -> None:
    """Give back the reply that was open before, so that other leads need not wait for its lock to end.

    Args:
        but: The reply that is open now.
    """
    kept: tuple[str, str, Opened, str] | None = st.session_state.get(_OPEN)
    if kept is not None and kept[1] != but:
        review.let_go(session.store(), session.me(), kept[1])
        again()


@st.fragment(run_every=RENEW_SECONDS)
def keep_lock(turn_id: str) -> None:
    """Renew the lock while the page is open, without redrawing it."""
    try:
        review.hold(session.store(), session.me(), turn_id, session.now())
    except (NotAllowedError, UnknownAttemptError):
        return  # The page itself tells it at the next click.


def _opened(turn_id: str) -> tuple[Opened, str]:
    """Opening is logged for the trainee, so it is done once a visit and not at each click."""
    kept: tuple[str, str, Opened, str] | None = st.session_state.get(_OPEN)
    who = session.me()
    if kept is not None and kept[:2] == (who.id, turn_id):
        return kept[2], kept[3]
    opened = review.open_reply(session.store(), who, turn_id, session.now())
    made = (who.id, turn_id, opened, str(uuid.uuid4()))
    st.session_state[_OPEN] = made
    return made[2], made[3]
