"""Reading trainers' YAML: every scalar as text, every value with its line and column, nothing dangerous.

PyYAML's own loading loses hashtags, turns 9:30 into a number and accepts alias bombs; so only its events are used
here (builder.py), and the traps that its parser trips over are named and read past (yaml_traps.py).
"""

from __future__ import annotations

import codecs
import re
from itertools import islice
from pathlib import Path

import yaml

from simulator.casebook.builder import MAX_DEPTH, MAX_EVENTS, TooMuchError, build
from simulator.casebook.document import Document
from simulator.casebook.tree import MAX_BYTES
from simulator.casebook.yaml_traps import name_trap, note_silent_traps

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_EVENTS", "read_bytes", "read_file"]

_MENDED_SIGNS = 80_000
"""How much may be read again to find more faults after the first: a small file many times, a big one hardly."""
_MENDED_MOST = 40
_QUOTES = frozenset({"Y015", "Y024", "Y026"})
_QUOTES_MOST = 5
"""Quotes and brackets that are mended: after more, each was most likely closed at a wrong place and good lines
would be accused."""
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Signs that YAML forbids, or takes for the end of a line where no editor shows one."""
_MOST_TOLD = 100
_UNREADABLE_MOST = 20
"""Such signs that are told in one line."""


def read_file(path: Path, shown_as: str) -> Document:
    """Read a YAML file.

    Args:
        path: The file.
        shown_as: Its name in messages.

    Returns:
        The document; an unreadable file is a document with faults, never an exception.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b"x" * (MAX_BYTES + 1)
    except OSError as error:
        document = Document(shown_as)
        document.add("Y000", (1, 1), problem=error.strerror or type(error).__name__)
        return document
    return read_bytes(data, shown_as)


def read_bytes(data: bytes, shown_as: str) -> Document:
    """Read YAML from bytes; see `read_file`."""
    document = Document(shown_as)
    if len(data) > MAX_BYTES:
        document.add("Y002", (1, 1), most=MAX_BYTES)
        return document
    try:
        document.text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = (data[: error.start].count(b"\n") + 1, 1)
        utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        document.add("Y001", place, found="UTF-16" if utf16 else "none")
        return document
    if document.text.startswith("\ufeff"):
        document.add("Y021", (1, 1))
        document.text = document.text[1:]
    _read_text(document)
    return document


def _read_text(document: Document) -> None:
    lines = document.lines
    if _UNREADABLE.search(document.text):
        for number, line in enumerate(lines):
            if len(document.found) > _MOST_TOLD:
                lines[number] = _UNREADABLE.sub(" ", line)
                continue
            for match in islice(_UNREADABLE.finditer(line), _UNREADABLE_MOST):
                document.add("Y022", (number + 1, match.start() + 1), what=f"U+{ord(match.group()):04X}")
            lines[number] = _UNREADABLE.sub(" ", line)
    root = _parse(lines, document)
    document.keep_inside()
    if isinstance(root, dict):
        document.value = root
        note_silent_traps(document, lines)
    elif root is not None:
        document.add("Y008", document.place(()))
    elif not document.faults:
        document.add("Y007", (1, 1))


def _parse(lines: list[str], document: Document) -> object:
    """Parse, and parse again past each trap; what was read is only complete when the parser came to the end."""
    read, mended = 0, set[int]()
    before = list(document.found)
    while True:
        text = "\n".join(lines)
        for part in (document.marks, document.ranges, document.scalars, document.plain):
            part.clear()
        document.found = list(before)
        try:
            return build(yaml.parse(text, Loader=yaml.CSafeLoader), document)
        except TooMuchError:
            document.scalars.clear()  # Half a file's texts are not worth the time of looking for real people in them.
            return None
        except yaml.MarkedYAMLError as error:
            trap = name_trap(lines, error)
            if trap.line in mended:
                return None
            mended.add(trap.line)
            document.add(trap.code, (trap.line, trap.column), what=trap.what)
            before.append(document.found[-1])
            read += error.problem_mark.index if error.problem_mark else len(text)
            quotes = sum(found.code in _QUOTES for found in before)
            enough = len(mended) > _MENDED_MOST or read + len(text) > _MENDED_SIGNS
            if trap.mended is None or enough or quotes > _QUOTES_MOST:
                return None
            lines[trap.line - 1] = trap.mended
        except (yaml.YAMLError, ValueError) as error:
            document.add("Y003", (1, 1), what=str(error).splitlines()[0][:200])
            return None
