"""What the app tells the reply form."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict


class Action(TypedDict):
    """One choice; ``hint`` is shown under the choices when it is the chosen one."""

    id: str
    label: str
    hint: str


class Clock(TypedDict):
    """Times in milliseconds of the server's clock; ``target_ms`` and ``paused_ms`` are durations."""

    opened_ms: int
    target_ms: int
    deadline_ms: int | None
    now_ms: int
    hard: bool
    paused_ms: int


class Insert(TypedDict):
    """A standard reply, put at the cursor once for each new id."""

    id: str
    text: str


class ReplyFormData(TypedDict):
    """What the form shows.

    ``seq`` numbers the server's copy in ``text`` and ``action``; ``saved_seq`` is the last number it stored.
    ``draft_to`` is the address that takes drafts, "" when they go by Streamlit.
    ``refused`` is a new text for each submit the server refuses, ``error`` says why. Labels, with what is
    filled in: actions, reply, placeholder, public, private, no_text, over {n}, parts {n} {max}, saving,
    saved {time}, saved_here, send, sending, shortcut, choose_action, text_needed, clock {elapsed} {target},
    clock_ok, clock_soon, clock_late, left_60, left_10, no_clock, expired_hard, expired_soft, offline, locale.
    """

    slot: str
    text: str
    action: str
    seq: int
    saved_seq: int
    actions: Sequence[Action]
    needs_text: Sequence[str]
    public_actions: Sequence[str]
    max_chars: int | None
    parts: int
    clock: Clock | None
    labels: dict[str, str]
    submitted_slots: NotRequired[Sequence[str]]
    block_over_limit: NotRequired[bool]
    refused: NotRequired[str | None]
    error: NotRequired[str]
    insert: NotRequired[Insert | None]
    draft_to: NotRequired[str]
    lang: NotRequired[str]
    dark: NotRequired[bool]
