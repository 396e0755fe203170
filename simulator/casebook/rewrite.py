"""Changing values in a trainer's YAML while all else in the file stays as it stands, byte for byte.

A form that changes a title must not touch the comments, the order, the quotes or the line ends that a trainer chose.
So the text is cut and pasted at the places of its values (yaml_splice.py), and at the end it is read again: when
anything but the asked values has another meaning than before, nothing is changed at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher

from simulator.casebook import yaml_places, yaml_splice
from simulator.casebook.diagnostics import Keys
from simulator.casebook.reader import read_bytes
from simulator.casebook.shape import Shape, shape_of
from simulator.casebook.yaml_write import CannotRewriteError, Plain, Value, plain

__all__ = ["CannotRewriteError", "Keys", "Value", "set_values", "set_version"]

_BOM = "\ufeff"


class _Asked(str):
    """A text that was asked for: it counts as the same whatever blank stands around it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Replace:
    way: Keys
    value: Plain


@dataclass(frozen=True, slots=True)
class _Insert:
    way: Keys
    value: Plain


@dataclass(frozen=True, slots=True)
class _Remove:
    way: Keys


_Step = _Replace | _Insert | _Remove


def set_values(text: str, changes: Mapping[Keys, Value]) -> str:
    """Set, add, append and remove values in a scenario or protocol file.

    All ways are those of the text as it stands: values are set first, in the order given (appended ones by number),
    then removals are done from the back, so that no number shifts under another. A mapping or list is compared with
    the one that stands there, and only the parts of it that differ are written.

    Texts are stripped. A short one is written plain; one with a sign that YAML would take for its own, with more
    lines, or of more than 80 characters stands under a bar (`|`, or `|-` where the schema would take the line end for
    a part of the text, as in a name). In double quotes stand: what other tools would read as a number or a date, what
    can only be written with escapes, and inside brackets whatever has signs. Quotes and bars that are there stay.

    Args:
        text: The file, with its own line ends and byte order mark.
        changes: New value by way. A missing key is added at its place in the order of the schema, with the mappings
            round it; a list item with the number that is the list's length is appended; None removes, and to remove
            a key that is not there changes nothing. Keys whose value is None within a mapping are left out.

    Returns:
        The changed text.

    Raises:
        CannotRewriteError: `code` says why. `rewrite-error-unreadable`: reader.py finds a fault (`fault`, `line`);
            `rewrite-error-nowhere`: the way leads nowhere (`way`); `rewrite-error-overlap`: one way lies within
            another (`way`); `rewrite-error-sign`: a sign that YAML cannot hold (`what`); `rewrite-error-kind`: a
            value of another kind (`what`); `rewrite-error-layout`: the layout there is too unusual (`line`);
            `rewrite-error-result`: the result has a fault, such as being too big (`fault`, `line`);
            `rewrite-error-meaning`: something else would have changed its meaning.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    body = text[len(mark) :]
    before = _read(body)
    asked = {way: None if value is None else plain(value) for way, value in changes.items()}
    _refuse_overlaps(asked)
    ways = sorted((way for way in asked if asked[way] is not None), key=_numbers)
    ways += sorted((way for way in asked if asked[way] is None), key=_numbers, reverse=True)
    here: object = before
    wanted: object = deepcopy(before)
    shape = shape_of(before)
    for way in ways:
        wanted = _expect(wanted, way, way, asked[way])
        steps = _plan(here, way, asked[way])
        for step in steps:
            body = _do(body, step, shape)
        here = yaml_places.values(body) if steps else here
    if body != text[len(mark) :] and not _is(_read(body, "rewrite-error-result"), wanted):
        raise CannotRewriteError("rewrite-error-meaning")
    return mark + body


def set_version(text: str, version: int, status: str) -> str:
    """Give a scenario another version and status.

    Args:
        text: The file.
        version: The new version, from 1.
        status: `draft`, `published` or `archived`.

    Returns:
        The changed text.

    Raises:
        CannotRewriteError: See `set_values`.
    """
    return set_values(text, {("version",): str(version), ("status",): status})


def _read(body: str, code: str = "rewrite-error-unreadable") -> dict[str, object]:
    try:
        # Without a line end behind the last line, a text under a bar there would change when a line follows it.
        data = (body if body.endswith(("\n", "\r")) else body + "\n").encode("utf-8")
    except UnicodeEncodeError as error:
        raise CannotRewriteError("rewrite-error-sign", what=f"U+{ord(body[error.start]):04X}") from error
    document = read_bytes(data, "")
    if document.value is None or document.faults:
        first = min(document.faults)
        raise CannotRewriteError(code, fault=first.code, line=str(first.line))
    return document.value


def _refuse_overlaps(asked: Mapping[Keys, object]) -> None:
    for way in asked:
        if not way or any(isinstance(part, int) and part < 0 for part in way):
            raise _nowhere(way)
        if any(way[:length] in asked for length in range(1, len(way))):
            raise CannotRewriteError("rewrite-error-overlap", way=_shown(way))


def _numbers(way: Keys) -> tuple[int, ...]:
    return tuple(part for part in way if isinstance(part, int))


def _plan(root: object, way: Keys, value: Plain | None) -> list[_Step]:
    """The steps that bring a value to a way, in an order in which no step shifts the way of a later one."""
    here = root
    for depth, part in enumerate(way):
        found, inner = _inside(here, part)
        if not found:
            return _plan_missing(here, way, depth, value)
        here = inner
    return [_Remove(way)] if value is None else list(_differences(here, value, way))


def _plan_missing(here: object, way: Keys, depth: int, value: Plain | None) -> list[_Step]:
    """The steps when `way[:depth]` is there, holding `here`, and the next part is not."""
    part = way[depth]
    key_in_mapping = isinstance(here, dict) and isinstance(part, str)
    if value is None:
        if key_in_mapping or not _holds(here):
            return []
        raise _nowhere(way)
    if key_in_mapping or (isinstance(here, list) and part == len(here)):
        return [_Insert(way[: depth + 1], _nested(way, depth + 1, value))]
    if isinstance(here, str) and not _holds(here):
        return [_Replace(way[:depth], _nested(way, depth, value))]
    raise _nowhere(way)


def _nested(way: Keys, depth: int, value: Plain) -> Plain:
    """A value with the mappings and lists around it that are not there yet."""
    for part in reversed(way[depth:]):
        if isinstance(part, int) and part:
            raise _nowhere(way)
        value = [value] if isinstance(part, int) else {part: value}
    return value


def _differences(old: object, new: Plain, way: Keys) -> Iterator[_Step]:
    if _is(old, _asked(new)):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        for key, value in new.items():
            if key in old:
                yield from _differences(old[key], value, (*way, key))
        yield from (_Insert((*way, key), value) for key, value in new.items() if key not in old)
        yield from (_Remove((*way, key)) for key in old if key not in new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _differences_in_list(old, new, way)
    else:
        yield _Replace(way, new)


def _differences_in_list(old: list[object], new: list[Plain], way: Keys) -> Iterator[_Step]:
    """Items that stay keep their lines; those between them are compared in pairs. From the back, as numbers shift."""
    matcher = SequenceMatcher(
        None, [_print(part) for part in old], [_print(part) for part in new], autojunk=False
    )
    for tag, start, end, new_start, new_end in reversed(matcher.get_opcodes()):
        if tag == "equal":
            continue
        pairs = min(end - start, new_end - new_start)
        for number in range(pairs):
            yield from _differences(old[start + number], new[new_start + number], (*way, start + number))
        for number in range(pairs, new_end - new_start):
            yield _Insert((*way, start + number), new[new_start + number])
        for number in reversed(range(pairs, end - start)):
            yield _Remove((*way, start + number))


def _print(value: object) -> str:
    """The same text for values that are the same but for blanks around their texts."""
    return json.dumps(_stripped(value), sort_keys=True)


def _stripped(value: object) -> object:
    if isinstance(value, dict):
        return {key: _stripped(part) for key, part in value.items()}
    return [_stripped(part) for part in value] if isinstance(value, list) else str(value).strip()


def _do(text: str, step: _Step, root: Shape) -> str:
    above = root
    for part in step.way[:-1]:
        above = above.child(part)
    last = step.way[-1]
    if isinstance(step, _Remove):
        return yaml_splice.remove(text, step.way, above.child(last))
    if isinstance(step, _Replace):
        return yaml_splice.replace(text, step.way, step.value, above.child(last))
    if isinstance(last, int):
        return yaml_splice.insert(text, step.way[:-1], last, None, step.value, above)
    number = _number_of_key(last, yaml_splice.keys(text, step.way[:-1]), above.fields)
    return yaml_splice.insert(text, step.way[:-1], number, last, step.value, above)


def _number_of_key(key: str, there: list[str], fields: tuple[str, ...]) -> int:
    """How many of the keys that are there come before a new one: it follows the nearest that the schema has before."""
    if key not in fields:
        return len(there)
    before = [there.index(name) for name in fields[: fields.index(key)] if name in there]
    return before[-1] + 1 if before else 0


def _expect(here: object, way: Keys, left: Keys, value: Plain | None) -> object:
    """What reading must give after a change: the same thought in plain values, apart from any text."""
    if not left:
        return _asked(value)
    part, rest = left[0], left[1:]
    found, inner = _inside(here, part)
    if value is None and not found:
        return here
    if value is None and not rest:
        del here[part]  # type: ignore[attr-defined]
        return here
    if here is None or (isinstance(here, str) and not _holds(here)):
        here = [] if isinstance(part, int) else {}
    new = _expect(inner, way, rest, value)
    if isinstance(here, list) and part == len(here):
        here.append(new)
    elif found or (isinstance(here, dict) and isinstance(part, str)):
        here[part] = new  # type: ignore[index]
    else:
        raise _nowhere(way)
    return here


def _asked(value: object) -> object:
    if isinstance(value, dict):
        return {key: _asked(part) for key, part in value.items()}
    return [_asked(part) for part in value] if isinstance(value, list) else _Asked(value)


def _is(got: object, wanted: object) -> bool:
    if isinstance(wanted, _Asked):
        return isinstance(got, str) and got.strip() == wanted
    if isinstance(got, dict) and isinstance(wanted, dict):
        return got.keys() == wanted.keys() and all(_is(got[key], wanted[key]) for key in got)
    if isinstance(got, list) and isinstance(wanted, list):
        return len(got) == len(wanted) and all(_is(*pair) for pair in zip(got, wanted, strict=True))
    return got == wanted


def _inside(here: object, part: str | int) -> tuple[bool, object]:
    """Whether a part is there, and what it holds."""
    if isinstance(here, dict) and isinstance(part, str) and part in here:
        return True, here[part]
    if isinstance(here, list) and isinstance(part, int) and part < len(here):
        return True, here[part]
    return False, None


def _holds(here: object) -> bool:
    return bool(here.strip()) if isinstance(here, str) else bool(here)


def _nowhere(way: Keys) -> CannotRewriteError:
    return CannotRewriteError("rewrite-error-nowhere", way=_shown(way))


def _shown(way: Keys) -> str:
    return ".".join(map(str, way))
