"""Where values stand in a YAML text: their nodes, and where their lines, marks and comments begin and end.

The text must have been read by reader.py without faults before: then it holds no anchors, aliases or tags.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from simulator.casebook.diagnostics import Keys
from simulator.casebook.yaml_write import CannotRewriteError

_LINE_END = re.compile(r"\r\n|\r|\n")
_BETWEEN = re.compile(r"(?:[ \t\r\n]+|(?<!\S)#[^\r\n]*)*")
_HEADER = re.compile(r"[|>][-+0-9]*")
BARS = ("|", ">")
"""Styles of texts that stand on lines of their own."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in the text.

    Attributes:
        node: The value itself.
        key: Its key, None in a list.
        parent: The mapping or list that it stands in.
        number: Its number there.
        flow: Whether it stands inside brackets.
    """

    node: yaml.Node
    key: yaml.Node | None
    parent: yaml.Node
    number: int
    flow: bool


class Source:
    """A text with its nodes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = _compose(text)
        found = _LINE_END.search(text)
        self.newline = found.group() if found else "\n"

    def node(self, way: Keys) -> yaml.Node:
        """The value at a way; the root at the empty way."""
        return self.find(way).node if way else self.root

    def find(self, way: Keys) -> Spot:
        """Where a value stands.

        Raises:
            CannotRewriteError: When there is none, or when the way is that of the root.
        """
        if not way:
            raise CannotRewriteError("rewrite-error-nowhere", way="")
        node, flow = self.root, False
        for part in way:
            parent = node
            flow = flow or has_brackets(parent)
            for number, (key, child) in enumerate(children(parent)):
                if part == (number if key is None else key.value):
                    spot = Spot(child, key, parent, number, flow)
                    node = child
                    break
            else:
                raise CannotRewriteError("rewrite-error-nowhere", way=".".join(map(str, way)))
        return spot

    def line_start(self, place: int) -> int:
        """Where the line of a place begins."""
        return max(self.text.rfind("\n", 0, place), self.text.rfind("\r", 0, place)) + 1

    def line_end(self, place: int) -> int:
        """Where the line of a place ends, before its line end."""
        found = _LINE_END.search(self.text, place)
        return found.start() if found else len(self.text)

    def after_line(self, place: int) -> int:
        """Where the next line begins."""
        found = _LINE_END.search(self.text, place)
        return found.end() if found else len(self.text)

    def end(self, node: yaml.Node) -> int:
        """Where a value really ends: the parser's end of a block lies after the comments that follow it."""
        if has_own_lines(node) and node.value:
            key, last = children(node)[-1]
            return max(self.end(last), key.end_mark.index if key is not None else 0)
        if getattr(node, "style", None) in BARS:
            return self._end_of_block(node)
        return int(node.end_mark.index)

    def _end_of_block(self, node: yaml.Node) -> int:
        first, end = self.line_end(node.start_mark.index), int(node.end_mark.index)
        lines = [line for line in _lines(self.text, first, end) if line[0] < end]
        if "+" in self.header(node):
            return lines[-1][1] if lines else first
        # Blank lines at the end are no part of the text; a line of spaces beyond the indentation is.
        indent = self.indent_of_block(node) or len(self.text)
        for start, stop in reversed(lines):
            if self.text[start:stop].strip() or stop - start > indent:
                return stop
        return first

    def header(self, node: yaml.Node) -> str:
        """The bar of a text, with the signs that belong to it; "" when it has none."""
        found = _HEADER.match(self.text, node.start_mark.index)
        return found.group() if found else ""

    def indent_of_block(self, node: yaml.Node) -> int | None:
        """Spaces before the text under a bar, None when there is no text."""
        for start, end in _lines(self.text, self.line_end(node.start_mark.index), node.end_mark.index):
            line = self.text[start:end]
            if line.strip():
                return len(line) - len(line.lstrip(" "))
        return None

    def behind_mark(self, spot: Spot) -> int:
        """Place just behind the colon or the dash that a value outside brackets belongs to."""
        if spot.key is not None:
            before, mark = spot.key.end_mark.index, ":"
        elif spot.number:
            before, mark = self.end(children(spot.parent)[spot.number - 1][1]), "-"
        else:
            before, mark = spot.parent.start_mark.index, "-"
        place = self.skip(before)
        if self.text[place : place + 1] != mark:
            raise CannotRewriteError("rewrite-error-layout", line=str(spot.node.start_mark.line + 1))
        return place + 1

    def skip(self, place: int) -> int:
        """The next sign that is no space and no comment."""
        found = _BETWEEN.match(self.text, place)
        return found.end() if found else place

    def below(self, place: int, column: int) -> tuple[int, int]:
        """Comments under a line that stand further to the right than a column: they belong to what is above them.

        Returns:
            The end of the last of them (of the line itself when there are none), and the rightmost column of them.
        """
        end, rightmost = self.line_end(place), 0
        for start, stop in _lines(self.text, end, len(self.text)):
            line = self.text[start:stop]
            indent = len(line) - len(line.lstrip())
            if not line.strip():
                continue
            if not line.lstrip().startswith("#") or indent <= column:
                break
            end, rightmost = stop, max(rightmost, indent)
        return end, rightmost

    def edited(self, *edits: tuple[int, int, str]) -> str:
        """The text with pieces replaced; the pieces do not overlap."""
        text = self.text
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def under(self, lines: Sequence[str]) -> str:
        """Lines as they follow the end of another, with the line ends of this text."""
        return "".join(self.newline + line for line in lines)


def values(text: str) -> object:
    """Plain dicts, lists and texts of a file that was read before."""
    return _value(_compose(text))


def children(node: yaml.Node) -> list[tuple[yaml.Node | None, yaml.Node]]:
    """The keys with their values, or None with each item; nothing for a text."""
    if isinstance(node, yaml.MappingNode):
        return [(key, value) for key, value in node.value]
    return [(None, value) for value in node.value] if isinstance(node, yaml.SequenceNode) else []


def has_brackets(node: yaml.Node) -> bool:
    """Whether it is written as `[...]` or `{...}`."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def has_own_lines(node: yaml.Node) -> bool:
    """Whether it is a mapping or list with a line for each part."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _compose(text: str) -> yaml.Node:
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        # The text could be read before: an earlier step met a layout that it did not understand.
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CannotRewriteError("rewrite-error-layout", line=str(line)) from error
    if root is None:
        raise CannotRewriteError("rewrite-error-nowhere", way="")
    return root


def _value(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(value) for value in node.value]
    return str(node.value)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Starts and ends of the lines that begin after `start`, which is the end of a line, up to `end`."""
    ends = list(_LINE_END.finditer(text, start, end))
    stops = [*(match.start() for match in ends[1:]), end]
    return [(match.end(), stop) for match, stop in zip(ends, stops, strict=False)]
