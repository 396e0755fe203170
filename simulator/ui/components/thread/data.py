"""What the app tells the thread."""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

Side = Literal["customer", "us", "bystander", "note"]
Channel = Literal["x", "facebook", "instagram", "whatsapp", "chat", "email", "review"]


class Item(TypedDict):
    """One message; ``time`` is shown as it is, ``label`` says for example that it was in private."""

    id: str
    who: str
    handle: str
    side: Side
    time: str
    text: str
    private: bool
    label: NotRequired[str]
    likes: NotRequired[int]
    subject: NotRequired[str]


class Mood(TypedDict):
    """How the customer feels, 0 (furious) to 100 (glad), and the same in words."""

    value: int
    label: str


class Visibility(TypedDict):
    """Who can read along, in words."""

    label: str


class ThreadData(TypedDict):
    """The conversation. Labels: thread (name of the list), likes {n}."""

    channel: Channel
    items: Sequence[Item]
    lang: str
    labels: dict[str, str]
    mood: NotRequired[Mood | None]
    visibility: NotRequired[Visibility | None]
    dark: NotRequired[bool]
