"""The conversation of an attempt, for the thread component."""

from __future__ import annotations

from simulator.casebook.library import Case
from simulator.feedback import action_name
from simulator.i18n import clock_time
from simulator.run import Message, Run
from simulator.ui import session
from simulator.ui.components.thread import Item, thread

_SIDES = {"customer": "customer", "us": "us", "bystander": "bystander", "colleague": "note"}
_MOODS = ((20, "furious"), (40, "annoyed"), (60, "neutral"), (80, "content"), (101, "glad"))
_READERS_PER_POINT = 3
"""Shown readers per point of visibility: a figure that makes the number felt, not a measurement."""


def show(run: Run) -> None:
    """Show the thread so far, with the customer's mood and who reads along."""
    turn = run.turns[-1]
    answer = run.answers.get(turn.id)
    mood = answer.mood if answer else turn.mood
    visibility = answer.visibility if answer else turn.visibility
    words = next(word for limit, word in _MOODS if mood < limit)
    data = {
        "channel": run.case.scenario.channel.name,
        "items": [item_of(number, message, run.case) for number, message in enumerate(run.thread())],
        "lang": run.case.scenario.language,
        "labels": {"thread": session.text("thread"), "likes": session.text("thread-likes", n="{n}")},
        # The mood is the customer's; of somebody else who writes in between nothing is known.
        "mood": {"value": mood, "label": session.text(f"mood-{words}")}
        if run.spec(turn).by is None
        else None,
        "visibility": None,
    }
    if run.public(turn):
        readers = visibility * _READERS_PER_POINT
        data["visibility"] = {"label": session.text("readers", count=readers)}
    thread(key="thread", data=data)  # type: ignore[arg-type]


def item_of(number: int, message: Message, case: Case) -> Item:
    """A message as the thread component wants it.

    Args:
        number: Its place in the thread.
        message: What was said or done.
        case: The scenario and organisation it belongs to.
    """
    side = _SIDES[message.side]
    who, label = message.who, ""
    if message.action is not None:
        who = case.organisation.name
        label = action_name(message.action, session.lang())
        side = "us" if message.action.reaches_customer else "note"
    elif message.side == "colleague":
        who, label = session.text("colleague"), session.text("internal")
    elif message.private:
        label = session.text("private")
    return {
        "id": str(number),
        "who": who,
        # Where people go by their own names, it says the same twice.
        "handle": message.handle if message.handle != who else "",
        "side": side,  # type: ignore[typeddict-item]
        "time": clock_time(message.at.astimezone()),
        "text": message.text or session.text("nothing-sent"),
        "private": message.private,
        "label": label,
    }
