"""Cutting and pasting in YAML text at the places of its values, so that all other bytes stay as they are.

A library that loads and dumps would lose Windows line ends, unusual indentation and spaces inside brackets.
Each function takes the whole text, makes one change, and gives the whole text back.
"""

from __future__ import annotations

import yaml

from simulator.casebook.diagnostics import Keys
from simulator.casebook.shape import Shape
from simulator.casebook.yaml_places import BARS, Source, Spot, children, has_brackets, has_own_lines
from simulator.casebook.yaml_write import (
    STEP,
    CannotRewriteError,
    Plain,
    Written,
    entry,
    in_brackets,
    item,
    write_key,
    written,
)


def keys(text: str, way: Keys) -> list[str]:
    """The keys of a mapping, in the order of the file."""
    return [str(key.value) for key, _ in children(Source(text).node(way)) if key is not None]


def replace(text: str, way: Keys, value: Plain, shape: Shape) -> str:
    """Put another value where one stands.

    Args:
        text: The file.
        way: The value's way, not the root.
        value: The new value.
        shape: What the schema says of that place.

    Raises:
        CannotRewriteError: When the layout there is too unusual.
    """
    source = Source(text)
    spot = source.find(way)
    return _replace_in_flow(source, spot, value) if spot.flow else _replace(source, spot, value, shape)


def insert(text: str, way: Keys, number: int, key: str | None, value: Plain, shape: Shape) -> str:
    """Put a new value into a mapping or list.

    Args:
        text: The file.
        way: Way of the mapping or list.
        number: How many keys or items come before the new one.
        key: Its key, None in a list.
        value: The new value.
        shape: What the schema says of the mapping or list.

    Raises:
        CannotRewriteError: When the layout there is too unusual.
    """
    source = Source(text)
    node = source.node(way)
    if not node.value:
        return replace(text, way, [value] if key is None else {key: value}, shape)
    if has_brackets(node):
        return _insert_in_flow(source, node, number, key, value)
    return _insert(source, node, number, (key, value), shape)


def remove(text: str, way: Keys, shape: Shape) -> str:
    """Take a key with its value, or a list item, away; a list or mapping that becomes empty stays as `[]` or `{}`.

    Args:
        text: The file.
        way: The value's way.
        shape: What the schema says of that place.

    Raises:
        CannotRewriteError: When the layout there is too unusual.
    """
    source = Source(text)
    spot = source.find(way)
    if len(spot.parent.value) == 1:
        return replace(text, way[:-1], {} if spot.key is not None else [], shape)
    return _remove_in_flow(source, spot) if spot.flow else _remove(source, spot)


def _replace_in_flow(source: Source, spot: Spot, value: Plain) -> str:
    start, end = spot.node.start_mark.index, spot.node.end_mark.index
    head = in_brackets(value, getattr(spot.node, "style", None))
    if start == end and spot.key is not None:
        place = source.skip(spot.key.end_mark.index)
        if source.text[place : place + 1] == ":":
            return source.edited((place + 1, place + 1, f" {head}"))
        return source.edited((spot.key.end_mark.index, spot.key.end_mark.index, f": {head}"))
    return source.edited((start, end, head))


def _replace(source: Source, spot: Spot, value: Plain, shape: Shape) -> str:
    node, mark = spot.node, source.behind_mark(spot)
    start, end = node.start_mark.index, source.end(node)
    style = getattr(node, "style", None)
    parts = _written_under(source, spot, value, shape)
    compact = spot.key is None and not parts.head
    if compact:
        # Behind a dash a mapping or list begins on the same line, in the column of its other lines.
        behind_dash = spot.parent.start_mark.column + 1
        parts = Written(parts.body[0][behind_dash:].removeprefix(" "), parts.body[1:])
    head = f" {parts.head}" if parts.head else ""
    own_lines = compact or not head
    if start == end:
        return _put(source, (mark, mark, head), (source.line_end(mark), source.line_end(mark)), parts)
    if source.line_end(mark) < start and (has_own_lines(node) or own_lines):
        return _put(source, (mark, mark, head), (source.line_end(mark), source.line_end(end)), parts)
    first, new = (mark, head) if own_lines else (start, parts.head)
    if style in BARS:
        return _put(
            source, (first, start + len(source.header(node)), new), (source.line_end(start), end), parts
        )
    return _put(source, (first, end, new), (source.line_end(end), source.line_end(end)), parts)


def _written_under(source: Source, spot: Spot, value: Plain, shape: Shape) -> Written:
    """A value written for the place of another: with its indentation, and clear of the comments below it."""
    column, style = spot.parent.start_mark.column, getattr(spot.node, "style", None)
    indent = column + STEP
    if style in BARS and isinstance(value, str):
        indent = source.indent_of_block(spot.node) or indent
    # A comment further to the right than a text under a bar would become part of it.
    _, rightmost = source.below(source.end(spot.node), column)
    return written(value, max(indent, rightmost + 1) if rightmost >= indent else indent, shape, style)


def _put(source: Source, piece: tuple[int, int, str], below: tuple[int, int], parts: Written) -> str:
    """Write the head in place of one piece and the body in place of another."""
    if piece[1] == below[0] == below[1]:
        return source.edited((piece[0], piece[1], piece[2] + source.under(parts.body)))
    return source.edited(piece, (*below, source.under(parts.body)))


def _insert_in_flow(source: Source, node: yaml.Node, number: int, key: str | None, value: Plain) -> str:
    if source.text[node.start_mark.index] not in "[{":
        raise CannotRewriteError("rewrite-error-layout", line=str(node.start_mark.line + 1))
    new = in_brackets(value) if key is None else f"{write_key(key)}: {in_brackets(value)}"
    if number == 0:
        first_key, first = children(node)[0]
        start = (first_key or first).start_mark.index
        return source.edited((start, start, f"{new}, "))
    end = source.end(children(node)[number - 1][1])
    return source.edited((end, end, f", {new}"))


def _insert(source: Source, node: yaml.Node, number: int, new: tuple[str | None, Plain], shape: Shape) -> str:
    key, value = new
    column = node.start_mark.column
    place = node.start_mark.index
    if number:
        place, _ = source.below(source.end(children(node)[number - 1][1]), column)
    if key is None:
        sibling = children(node)[max(number - 1, 0)][1]
        alike = has_brackets(sibling) and not isinstance(value, str)
        lines = item(value, column, shape.child(number), flow=alike)
    else:
        lines = entry(key, value, column, shape.child(key))
    if number == 0:
        return source.edited(
            (place, place, source.newline.join(lines).lstrip(" ") + source.newline + " " * column)
        )
    return source.edited((place, place, source.under(lines)))


def _remove_in_flow(source: Source, spot: Spot) -> str:
    spans = [((key or node).start_mark.index, source.end(node)) for key, node in children(spot.parent)]
    start, end = spans[spot.number]
    if spot.number + 1 < len(spans):
        return source.edited((start, spans[spot.number + 1][0], ""))
    before, following = spans[spot.number - 1][1], source.skip(end)
    if "#" not in source.text[before:start]:
        return source.edited((before, end, ""))
    # What stands behind a # between the two belongs to the one that stays; its comma stays as well, so one must go.
    return source.edited((start, following + 1 if source.text[following] == "," else end, ""))


def _remove(source: Source, spot: Spot) -> str:
    start = source.behind_mark(spot) - 1 if spot.key is None else spot.key.start_mark.index
    end, _ = source.below(source.end(spot.node), spot.parent.start_mark.column)
    line = source.line_start(start)
    if not source.text[line:start].strip():
        return source.edited((line, source.after_line(end), ""))
    # The first key or item stands behind a dash: the next one moves up, unless comments stand between.
    following = source.skip(end)
    if spot.number or len(source.text) == following:
        raise CannotRewriteError("rewrite-error-layout", line=str(spot.node.start_mark.line + 1))
    if "#" in source.text[end:following]:
        return source.edited((len(source.text[:start].rstrip(" ")), end, ""))
    return source.edited((start, following, ""))
