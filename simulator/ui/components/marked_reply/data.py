"""What the app tells the marked reply."""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

Kind = Literal["good", "improve", "critical"]


class Mark(TypedDict):
    """A finding on words of the reply; ``start`` and ``end`` are offsets in code points, as in Python."""

    id: str
    start: int
    end: int
    kind: Kind
    sign: str
    title: str
    body: str
    points: str
    principle: str


class MarkedReplyData(TypedDict):
    """The reply and its findings.

    Labels: reply (name of the text), good, improve, critical (the kinds in words), close, more {n} (how many
    findings are on these words, from two on).
    """

    text: str
    lang: str
    marks: Sequence[Mark]
    labels: dict[str, str]
    dark: NotRequired[bool]
