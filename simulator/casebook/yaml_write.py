"""Writing values as YAML that a trainer can read and that reads back exactly: plain, quoted or under a bar."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from simulator.casebook.shape import Shape

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value] | None"
"""What a caller may ask: texts, lists, mappings, and None to remove."""
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""What stands in a file."""
LONG = 80
"""Characters after which a text stands under a bar."""
STEP = 2
"""Spaces that one level is further to the right."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ONLY_ESCAPED = re.compile("[\r\x85\u2028\u2029\ufeff]")
_NUMBER = re.compile(r"[-+]?(?:0|[1-9]\d*)")
_STARTS = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`=“”„‘’]""")
_HOLDS = re.compile(r"[\n\t]|:(?:\s|$)|\s#")
_HOLDS_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_READ_OTHERWISE = re.compile(
    r"[-+]?[\d.][\d.,:_-]*|0[xo][\da-f]+|[-+]?(?:\.inf|\.nan)|[-+]?[\d.]+e[-+]?\d+|~|null", re.IGNORECASE
)
"""Other YAML tools take these for numbers, times and dates, and the check remarks on some; so they are quoted."""


class CannotRewriteError(Exception):
    """A file cannot be changed as asked; `code` names the text that explains it, `params` its words."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it is written.

    Attributes:
        head: What stands behind the key or dash; "" when all stands below it.
        body: The lines below, with their indentation.
    """

    head: str
    body: tuple[str, ...] = ()


def plain(value: Value) -> Plain:
    """A value with its texts stripped and keys without value left out.

    Raises:
        CannotRewriteError: When a text holds signs that YAML cannot hold, or the value is of another kind.
    """
    if isinstance(value, str):
        _refuse_signs(value)
        return value.strip()
    if isinstance(value, Mapping):
        for key in value:
            _refuse_signs(key)
        return {key: plain(part) for key, part in value.items() if part is not None}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [plain(part) for part in value]
    raise CannotRewriteError("rewrite-error-kind", what=type(value).__name__)


def written(value: Plain, indent: int, shape: Shape, style: str | None = None) -> Written:
    """A value as it stands behind a key or dash, outside brackets.

    Args:
        value: What to write.
        indent: Spaces before the lines below the key or dash.
        shape: What the schema says of this place.
        style: How the text stood that it replaces: one of `|`, `>`, `'`, `"`, or None. Quotes and bars stay.

    Returns:
        The lines; none of them ends in a line end.
    """
    if not value:
        return Written(in_brackets(value))
    if isinstance(value, str):
        return _text(value, indent, shape, style)
    lines: list[str] = []
    if isinstance(value, list):
        for number, part in enumerate(value):
            lines += item(part, indent, shape.child(number))
    else:
        for key, part in value.items():
            lines += entry(key, part, indent, shape.child(key))
    return Written("", tuple(lines))


def entry(key: str, value: Plain, indent: int, shape: Shape) -> list[str]:
    """The lines of a key with its value, `indent` spaces to the right; shape is that of the value."""
    parts = written(value, indent + STEP, shape)
    return [f"{' ' * indent}{write_key(key)}:{' ' + parts.head if parts.head else ''}", *parts.body]


def item(value: Plain, indent: int, shape: Shape, *, flow: bool = False) -> list[str]:
    """The lines of a list item, `indent` spaces to the right; in brackets when `flow` is set."""
    parts = Written(in_brackets(value)) if flow else written(value, indent + STEP, shape)
    if parts.head:
        return [f"{' ' * indent}- {parts.head}", *parts.body]
    return [f"{' ' * indent}- {parts.body[0].lstrip(' ')}", *parts.body[1:]]


def in_brackets(value: Plain, style: str | None = None) -> str:
    """A value on one line, as it can stand inside `[...]` and `{...}`; see `written` for the style."""
    if isinstance(value, list):
        return f"[{', '.join(in_brackets(part) for part in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{write_key(k)}: {in_brackets(part)}' for k, part in value.items())}}}"
    if style == "'" and not _HOLDS.search(value) and not _ONLY_ESCAPED.search(value):
        return _single(value)
    return _double(value) if style == '"' or not _can_be_plain(value, flow=True) else value


def write_key(key: str) -> str:
    """A key: plain when it can be, else in quotes."""
    return key if key == key.strip() and _can_be_plain(key, flow=True) else _double(key)


def _text(text: str, indent: int, shape: Shape, style: str | None) -> Written:
    if _ONLY_ESCAPED.search(text):
        return Written(_double(text))
    if style in ("|", ">") or "\n" in text or len(text) > LONG:
        return _under_bar(text, indent, shape)
    if style == "'" and "\t" not in text:
        return Written(_single(text))
    if style or (_READ_OTHERWISE.fullmatch(text) and not _NUMBER.fullmatch(text)):
        return Written(_double(text))
    return Written(text) if _can_be_plain(text, flow=False) else _under_bar(text, indent, shape)


def _under_bar(text: str, indent: int, shape: Shape) -> Written:
    lines = tuple(" " * indent + line if line else "" for line in text.split("\n"))
    return Written("|-" if shape.line_end_counts else "|", lines)


def _can_be_plain(text: str, *, flow: bool) -> bool:
    if _NUMBER.fullmatch(text):
        return True
    if not text or _STARTS.match(text) or _READ_OTHERWISE.fullmatch(text):
        return False
    return not (_HOLDS.search(text) or _ONLY_ESCAPED.search(text) or (flow and _HOLDS_IN_FLOW.search(text)))


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    # By number: the reader takes the short escapes of these signs for slips of the pen.
    parts = [json.dumps(part, ensure_ascii=False)[1:-1] for part in _ONLY_ESCAPED.split(text)]
    signs = [f"\\u{ord(sign):04X}" for sign in _ONLY_ESCAPED.findall(text)]
    return '"' + "".join(part + sign for part, sign in zip_longest(parts, signs, fillvalue="")) + '"'


def _refuse_signs(text: object) -> None:
    if not isinstance(text, str):
        raise CannotRewriteError("rewrite-error-kind", what=type(text).__name__)
    found = _FORBIDDEN.search(text)
    if found:
        raise CannotRewriteError("rewrite-error-sign", what=f"U+{ord(found.group()):04X}")
