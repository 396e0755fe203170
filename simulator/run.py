"""An attempt as it stands: its case, turns, answers and scorecards, read in one go."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from scoring import Action, Reply, Scorecard, Situation
from scoring.serial import from_json
from simulator import audit
from simulator.accounts import NotAllowedError, Permission, User, require
from simulator.casebook.library import Case
from simulator.casebook.schema import Turn
from simulator.casebook.situation import situation_for
from simulator.casebook.variants import filled
from simulator.conversation import speaking_up
from simulator.store import practice_rows as rows
from simulator.store.engine import Connection, Store


class UnknownAttemptError(Exception):
    """There is no such attempt."""


@dataclass(frozen=True, slots=True)
class Message:
    """One item of the thread.

    Attributes:
        side: "customer", "us", "bystander" or "colleague".
        who: Name as shown.
        handle: Handle as shown, or "".
        text: The words.
        at: When.
        action: What the trainee did, for his own messages.
        private: True when only customer and employee see it.
    """

    side: str
    who: str
    handle: str
    text: str
    at: datetime
    action: Action | None = None
    private: bool = False


@dataclass(frozen=True)
class Run:
    """An attempt with all that belongs to it."""

    attempt: rows.AttemptRow
    case: Case
    turns: tuple[rows.TurnRow, ...]
    answers: dict[str, rows.AnswerRow]
    scorecards: dict[str, Scorecard]

    def turn(self, number: int) -> rows.TurnRow:
        """The turn with a number.

        Raises:
            UnknownAttemptError: When the attempt has not come that far.
        """
        if not 1 <= number <= len(self.turns):
            raise UnknownAttemptError
        return self.turns[number - 1]

    def spec(self, turn: rows.TurnRow) -> Turn:
        """The scenario's turn."""
        return self.case.scenario.turn(turn.turn_id)

    def elapsed(self, turn: rows.TurnRow, now: datetime) -> float:
        """Seconds since the message was shown, without pauses."""
        pausing = (now - turn.paused_at).total_seconds() if turn.paused_at else 0.0
        return max(0.0, (now - turn.opened_at).total_seconds() - turn.paused_seconds - pausing)

    def deadline(self, turn: rows.TurnRow) -> datetime | None:
        """When the time is up, or None without clock."""
        return deadline_of(turn)

    def public(self, turn: rows.TurnRow) -> bool:
        """True when the message of a turn stands where others read it."""
        own = self.spec(turn).public
        return self.case.scenario.channel.public if own is None else own

    def default_action(self, turn: rows.TurnRow) -> Action:
        """The channel's own way of answering."""
        return Action.REPLY_PUBLIC if self.public(turn) else Action.REPLY_PRIVATE

    def next_turn_id(self, turn: rows.TurnRow) -> str:
        """Where the customer's reaction to the answer of a turn leads."""
        return self.spec(turn).reactions[self.answers[turn.id].reaction].next

    def posts_until(self, number: int) -> tuple[str, ...]:
        """The messages that a turn's answer may build on, oldest first; the last one is to be answered."""
        posts: list[str] = []
        for turn in self.turns[:number]:
            posts.append(self.spec(turn).post)
            if turn.number < number and turn.id in self.answers:
                posts.append(self.spec(turn).reactions[self.answers[turn.id].reaction].post)
        return tuple(p for p in posts if p)

    def situation(self, turn: rows.TurnRow) -> Situation:
        """What scoring may know when it judges the answer to a turn."""
        return situation_for(self.case, self.spec(turn), self.posts_until(turn.number))

    def reply(self, turn: rows.TurnRow, text: str, action: Action, elapsed: float | None) -> Reply:
        """An answer to a turn as scoring reads it; without clock nothing is known of its time."""
        return (
            Reply(text, action, elapsed, turn.target_seconds)
            if self.attempt.clock_on
            else Reply(text, action)
        )

    def thread(self) -> tuple[Message, ...]:
        """The whole conversation so far."""
        out: list[Message] = []
        for turn in self.turns:
            out.extend(self._messages(turn))
        return tuple(out)

    def _messages(self, turn: rows.TurnRow) -> list[Message]:
        spec, public = self.spec(turn), self.public(turn)
        customer = spec.by or self.case.scenario.customer
        out = []
        if spec.post:
            if spec.sender == "colleague":
                out.append(Message("colleague", "", "", spec.post, turn.opened_at, private=True))
            else:
                out.append(
                    Message(
                        "customer",
                        customer.name,
                        customer.handle,
                        spec.post,
                        turn.opened_at,
                        None,
                        not public,
                    )
                )
        out.extend(
            Message("bystander", b.who, b.handle, b.text, turn.opened_at)
            for b in speaking_up(spec.bystanders, turn.visibility)
        )
        answer = self.answers.get(turn.id)
        if answer is None:
            return out
        action = Action(answer.action)
        private = not public or action is not Action.REPLY_PUBLIC
        out.append(Message("us", "", "", answer.text, answer.submitted_at, action, private))
        reaction = spec.reactions[answer.reaction]
        if reaction.post:
            hidden = not public or action is Action.REPLY_PRIVATE
            out.append(
                Message(
                    "customer",
                    customer.name,
                    customer.handle,
                    reaction.post,
                    answer.submitted_at,
                    None,
                    hidden,
                )
            )
        out.extend(
            Message("bystander", b.who, b.handle, b.text, answer.submitted_at)
            for b in speaking_up(reaction.bystanders, answer.visibility)
        )
        return out


def deadline_of(turn: rows.TurnRow) -> datetime | None:
    """When the time for a turn is up, or None without clock."""
    if turn.budget_seconds is None:
        return None
    return turn.opened_at + timedelta(seconds=turn.budget_seconds + turn.paused_seconds)


def load_turn(
    store: Store, user: User, attempt_id: str, number: int
) -> tuple[rows.AttemptRow, rows.TurnRow, bool]:
    """Read one turn of a user's own attempt, and whether it is answered: all that a draft needs to know.

    Raises:
        NotAllowedError: When the attempt is somebody else's.
        UnknownAttemptError: When there is no such attempt, or it has not come that far.
    """
    require(store, user, Permission.PRACTISE)
    with store.read() as connection:
        found = rows.attempt_at(connection, attempt_id, number)
    if found is None:
        raise UnknownAttemptError
    if found[0].user_id != user.id:
        raise NotAllowedError(Permission.PRACTISE.value)
    return found


def load_run(store: Store, user: User, attempt_id: str) -> Run:
    """Read a user's own attempt.

    Raises:
        NotAllowedError: When the attempt is somebody else's.
        UnknownAttemptError: When there is no such attempt.
    """
    require(store, user, Permission.PRACTISE)
    run = _read(store, attempt_id)
    if run.attempt.user_id != user.id:
        raise NotAllowedError(Permission.PRACTISE.value)
    return run


def require_own(store: Store, user: User, run: Run, permission: Permission = Permission.PRACTISE) -> User:
    """Stop unless an attempt that was read before is the user's own, and he may still do this.

    Args:
        store: The database.
        user: Who acts; only his id is believed.
        run: The attempt as `load_run` gave it.
        permission: What he wants to do with it.

    Returns:
        The acting user as he is now.

    Raises:
        NotAllowedError: When the attempt is somebody else's, or he may not.
    """
    who = require(store, user, permission)
    if run.attempt.user_id != who.id:
        raise NotAllowedError(permission.value)
    return who


def load_run_of_another(
    store: Store, user: User, attempt_id: str, permission: Permission, now: datetime
) -> Run:
    """Read somebody's attempt with a right over his work; the look goes into the access log that he sees.

    Args:
        store: The database.
        user: Who looks.
        attempt_id: The attempt.
        permission: The right that he uses, such as REVIEW.
        now: This moment.

    Raises:
        NotAllowedError: When he has no such right over the one whose attempt it is.
        UnknownAttemptError: When there is no such attempt.
    """
    acting = require(store, user, permission)
    run = _read(store, attempt_id)
    require(store, user, permission, about=run.attempt.user_id)
    with store.write() as connection:
        audit.note_access(connection, acting, run.attempt.user_id, audit.Look.REPLY, now, attempt_id)
    return run


def _read(store: Store, attempt_id: str) -> Run:
    with store.read() as connection:
        found = rows.attempt_with_turns(connection, attempt_id)
    if found is None:
        raise UnknownAttemptError
    case = case_as_seen(_content(store.read, found.attempt.case_hash), found.attempt.seed)
    scorecards = {key: from_json(value) for key, value in found.scorecards.items()}
    return Run(found.attempt, case, tuple(found.turns), found.answers, scorecards)


# A stored case never changes, and it is the largest thing that a page would read each time. Asked by the method and
# not by the store, which compares by what it holds.
@lru_cache(maxsize=256)
def _content(read: Callable[[], AbstractContextManager[Connection]], case_hash: str) -> str:
    with read() as connection:
        return rows.case_content(connection, case_hash)


def case_as_seen(content: str, seed: int) -> Case:
    """A stored case with the variables of one attempt filled in.

    Raises:
        ValueError, KeyError, TypeError: When the content is of a form that this version cannot read.
    """
    return _filled(content, seed % max(1, len(_stored(content).scenario.variants)))


# Reading a case costs as much as scoring a reply; seeds differ with every attempt, but variants are few.
@lru_cache(maxsize=256)
def _filled(content: str, variant: int) -> Case:
    case = _stored(content)
    return Case(case.organisation, filled(case.scenario, variant), case.knowledge)


@lru_cache(maxsize=256)
def _stored(content: str) -> Case:
    return Case.from_json(content)
