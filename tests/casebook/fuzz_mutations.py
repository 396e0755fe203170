"""How the fuzzer spoils a file: as a slip of the hand, as another program, or as somebody who means harm would.

Everything is decided by the random generator that is given, so that the same seed gives the same files.
"""

from __future__ import annotations

import codecs
import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

import yaml

MOST_CHANGES = 4
MOST_CODE_POINTS = 256 * 1024
Way = tuple[str | int, ...]

NASTY = (
    "\t", "\u00a0", "\u0085", "\u2028", "\u2029", "\ufeff", "\x00", "\x07", "\x1b", "\x7f", "\ufffe", "\u200b",
    "\u202e", "\u0301", "'", '"', "#", " #", "&", "*", "!", "@", "%", "`", "|", ">", ":", ": ", "-", "- ", "?",
    "? ", "{", "}", "[", "]", ",", ", ", "\\", "~", "<<", "---", "...", "\n", "\r", "\r\n", "\n\n", " ", "  ",
    "🙄", "👩‍👩‍👧", "é", "e\u0301", "ﬁ", "İ", "ß", "٣", "３", "“", "’", "…",
)  # fmt: skip
"""Signs that mean something in YAML, that editors do not show, or that change when they are handled carelessly."""
HOSTILE = (
    "9:30", "no", "Yes", "off", "TRUE", "~", "null", "0123", "0x1F", "1_000", "3.10", "1e999", "-.inf", ".nan", "",
    "-1", "+7", "1" * 40, "9" * 5000, "٣", "３", "½", "2026-11-21", "2026-11-21 09:30:00", "''", '""', '"', "'",
    "|", ">", "|+", "| tekst", "|9", ">-2", "@naam help", "`x`", "%procent", "#hashtag", "tekst #hashtag",
    "tekst # uitleg", "tekst: meer", "tekst:", "[x", "{x", "]", "}", "[a, b", "{a: b", "[]", "{}", "[[]]", "[a, b]",
    "{a: b}", "- x", "? x", "! x", "! 'x'", "!!int 3", "!!binary aGFsbG8=", "!!python/object:os.system x", "&a x",
    "*a", "&a", "<<: *a", "'it's'", "'it''s'", '"a" b', '"\\q"', '"\\u2028"', '"\\0"', '"\\ud83d"', '"\\U00110000"',
    '"\\x41"', '"a\\', "a" * 6000, "{naam}", "{", "{onbekend}", "[" * 60 + "]" * 60, "(a+)+$", r"\d{9999}",
    r"((a|b)*c)*$", "(?:", ".*", r"(\w+\s?)*x", "06-12345678", "jan@bedrijf.nl", "NL91ABNA0417164300", "end",
    "bsn 111222333", "<script>", "\\n", "a\\\nb", "“tekst”", "tekst, meer", "y", "n", ">= 999", "Infinity",
    "1-" * 1000, "a." * 1000, "9 " * 1000, "nl12 " * 400, "a@" * 1000, "het-" * 500, "een " * 500,
)  # fmt: skip
"""Values that YAML, Python or a regular expression takes for something else than the words they are."""
_ENCODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "latin-1",
    "cp1252",
    "cp037",
    "utf-7",
    "utf-8-sig",
)
_LINE_ENDS = ("\r\n", "\r", "\n\r", "\u0085", "\u2028", "\n\n", "\x0b", "\x0c")
_SIGNS = (
    "&a ",
    "*a ",
    "!tag ",
    "!!str ",
    "!<x> ",
    "! ",
    "| ",
    "> ",
    "@",
    "#",
    "- ",
    "? ",
    ": ",
    "%",
    "`",
    "'",
    '"',
)
_LINES = (
    "<<: *a", "<<: {x: y}", "&a x: y", "*a : b", "? a", "? [a]\n: b", ": b", "--- ", "...", "---\na: b", "...\na: b",
    "%YAML 1.1\n---", "%YAML 1.2", "%TAG ! x", "# uitleg", "#hashtag", "  #hashtag", "tekst", "- x", "a: b: c",
    "!x", "[", "}", "\t", "format: 1", "=", "? ", "'", '"',
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seed:
    """A good file to start from.

    Attributes:
        name: Its path.
        text: What is in it.
        value: The same as plain dicts, lists and texts.
        house: Number of the house that it belongs to.
        protocol: True for a house's protocol, false for a scenario.
    """

    name: str
    text: str
    value: dict[str, object]
    house: int
    protocol: bool


TextChange = Callable[[random.Random, str, Seed], str]


def spoil(rng: random.Random, seed: Seed, other: Seed) -> bytes:
    """Make a spoilt file.

    Args:
        rng: Decides everything.
        seed: The file to spoil.
        other: A file to take parts from.
    """
    text = seed.text if rng.random() < 0.75 else _dumped(rng, _restructured(rng, seed, other))
    changes = 0 if text is not seed.text and rng.random() < 0.6 else 1 + int(rng.expovariate(1.5))
    for _ in range(min(changes, MOST_CHANGES)):
        text = rng.choices(_TEXT_CHANGES, _TEXT_WEIGHTS)[0](rng, text, other)[:MOST_CODE_POINTS]
    return _encoded(rng, text)


def _encoded(rng: random.Random, text: str) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    chance = rng.random()
    if chance < 0.03:
        data = text.encode(rng.choice(_ENCODINGS), "replace")
    elif chance < 0.05:
        data = codecs.BOM_UTF8 + data
    elif chance < 0.10:
        return _bits(rng, data)
    elif chance < 0.12:
        return data[: rng.randrange(len(data) + 1)]
    return data


def _bits(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 3) if changed else 0):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _nasty(rng: random.Random, text: str, _other: Seed) -> str:
    """Put a nasty sign somewhere, often where a value or a line begins."""
    places = [i + 1 for i, c in enumerate(text) if c in " \n"] if rng.random() < 0.6 else []
    at = rng.choice(places) if places else rng.randint(0, len(text))
    sign = chr(rng.randrange(0xD800, 0xE000)) if rng.random() < 0.02 else rng.choice(NASTY)
    return text[:at] + sign + text[at + rng.randint(0, 1) :]


def _lines(rng: random.Random, text: str, _other: Seed) -> str:
    """Delete, repeat, swap, join, re-indent or move a line or a block of lines."""
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    block = lines[at : at + rng.choice((1, 1, 2, 5, 12))]
    rest = lines[:at] + lines[at + len(block) :]
    to = rng.randint(0, len(rest))
    moved = [" " * rng.choice((0, 2, 4, 6)) + line.strip() for line in block]
    shift = rng.choice((-4, -3, -2, -1, 1, 2, 3, 4, 9))
    shifted = [" " * shift + line if shift > 0 else line[-shift:] for line in block]
    return "\n".join(
        rng.choice(
            (
                rest,
                lines[:at] + block + lines[at:],
                rest[:to] + block + rest[to:],
                rest[:to] + moved + rest[to:],
                rest[:at] + shifted + rest[at:],
                rest[:at] + shifted + rest[at:],
                [*rest[:at], " ".join(block), *rest[at:]],
                [*lines[:at], rng.choice(_LINES), *lines[at:]],
            )
        )
    )


def _value(rng: random.Random, text: str, _other: Seed) -> str:
    """Put something hostile in the place of a value that stands behind a colon or a dash."""
    lines = text.split("\n")
    at = rng.choice([n for n, line in enumerate(lines) if ": " in line or "- " in line] or [0])
    sign = ": " if ": " in lines[at] else "- "
    head, found, old = lines[at].partition(sign)
    new = rng.choice(HOSTILE) if rng.random() < 0.6 else rng.choice(_SIGNS) + old
    lines[at] = (
        head + found + new + ("" if rng.random() < 0.8 else rng.choice((" ", " # uitleg", "#", ",", "  #x")))
    )
    return "\n".join(lines)


def _key(rng: random.Random, text: str, _other: Seed) -> str:
    """Misspell, quote or spoil a key."""
    lines = text.split("\n")
    at = rng.choice([n for n, line in enumerate(lines) if ":" in line] or [0])
    head, found, rest = lines[at].partition(":")
    name = head.lstrip(" -{")
    lead = head[: len(head) - len(name)]
    i = rng.randint(0, len(name))
    spoilt = (
        name[:i] + name[i + 1 :], name[:i] + "x" + name[i:], name.upper(), f'"{name}"', f"'{name}'", name + " ",
        "\u00a0" + name, "? " + name, "- " + name, "&a " + name, "!!str " + name, "", name + " #x", f"[{name}]",
        f"{name} {name}", "<<", name.replace("e", "é"), "\t" + name, f'"{name} # x"',
    )  # fmt: skip
    lines[at] = (
        lead + rng.choice(spoilt) + rng.choice((found, found, found, found + " ", "", "::", ":\t")) + rest
    )
    return "\n".join(lines)


def _splice(rng: random.Random, text: str, other: Seed) -> str:
    """The beginning of this file and the end of another, or a piece of another in the middle."""
    mine, theirs = text.split("\n"), other.text.split("\n")
    i, j = rng.randint(0, len(mine)), rng.randint(0, len(theirs))
    if rng.random() < 0.5:
        return "\n".join(mine[:i] + theirs[j:])
    return "\n".join(mine[:i] + theirs[j : j + rng.randint(1, 30)] + mine[i:])


def _cut(rng: random.Random, text: str, _other: Seed) -> str:
    at = rng.randint(0, len(text))
    return text[:at] if rng.random() < 0.7 else text[at:]


def _words(rng: random.Random, text: str, _other: Seed) -> str:
    """Put a nasty sign or two words between the words of a text, where it does no harm, or should not."""
    places = [
        i
        for i, c in enumerate(text)
        if c == " " and text[i - 1 : i].isalpha() and text[i + 1 : i + 2].isalpha()
    ]
    if not places:
        return text
    at = rng.choice(places)
    return (
        text[:at]
        + rng.choice(("", " "))
        + rng.choice(NASTY + HOSTILE)
        + rng.choice(("", " "))
        + text[at + 1 :]
    )


def _line_ends(rng: random.Random, text: str, _other: Seed) -> str:
    end = rng.choice(_LINE_ENDS)
    if rng.random() < 0.5:
        return text.replace("\n", end)
    return "".join(end if c == "\n" and rng.random() < 0.1 else c for c in text)


def _number(rng: random.Random, text: str, _other: Seed) -> str:
    places = [i for i, c in enumerate(text) if c.isdigit()]
    if not places:
        return text
    at = rng.choice(places)
    new = rng.choice(
        ("9" * rng.choice((3, 30, 5000)), "-1", "0", "0x10", "1e400", "0.5", "٣", "", "1_0", "7:30")
    )
    return text[:at] + new + text[at + 1 :]


def _repeat(rng: random.Random, text: str, _other: Seed) -> str:
    """A piece of the text many times over."""
    at = rng.randint(0, len(text))
    piece = text[at : at + rng.choice((1, 2, 10, 200))]
    return text[:at] + piece * rng.choice((2, 40, 400)) + text[at:] if len(text) < 40_000 else text


def _flow(rng: random.Random, text: str, _other: Seed) -> str:
    """Spoil the commas and brackets of a list or mapping in one line."""
    places = [i for i, c in enumerate(text) if c in ",[]{}:\"'"]
    if not places:
        return text
    at = rng.choice(places)
    return (
        text[:at]
        + rng.choice(("", ",", ", ", "]", "}", "[", "{", ":", "'", '"', " #x\n", "\n"))
        + text[at + 1 :]
    )


_TEXT_CHANGES: tuple[TextChange, ...] = (
    _nasty, _lines, _value, _key, _splice, _cut, _line_ends, _number, _repeat, _flow, _words
)  # fmt: skip
_TEXT_WEIGHTS = (5, 4, 6, 2, 1, 0.5, 0.7, 1, 0.4, 2, 5)


def ways_of(value: object, way: Way = ()) -> list[Way]:
    """The ways to all parts of a value, itself excepted."""
    pairs: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = list(enumerate(value))
    out: list[Way] = []
    for key, part in pairs:
        out += [(*way, key), *ways_of(part, (*way, key))]
    return out


def _restructured(rng: random.Random, seed: Seed, other: Seed) -> dict[str, object]:
    """A copy of the value with a field taken away, made something else, or taken from elsewhere."""
    value = deepcopy(seed.value)
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3))):
        ways = ways_of(value)
        if not ways:
            break
        *rest, last = rng.choice(ways)
        holder: object = value
        for key in rest:
            holder = holder[key]  # type: ignore[index]
        source = rng.choice((value, other.value))
        taken: object = source
        for key in rng.choice(ways_of(source) or [()]):
            taken = taken[key]  # type: ignore[index]
        _change(rng, holder, last, deepcopy(taken))
    return value


def _change(rng: random.Random, holder: object, last: str | int, taken: object) -> None:
    """Change one part of a mapping or list in place."""
    assert isinstance(holder, dict | list)
    old = holder[last]  # type: ignore[index]
    match rng.randrange(7):
        case 0:
            del holder[last]  # type: ignore[arg-type]
        case 1:
            holder[last] = taken  # type: ignore[index]
        case 2:
            holder[last] = rng.choice(([old], [old, old], {"x": old}, "", [], {}, [[]], str(old)))  # type: ignore[index]
        case 3:
            holder[last] = rng.choice(HOSTILE)  # type: ignore[index]
        case 4 | 5 if isinstance(old, str):
            at = rng.randint(0, len(old))
            holder[last] = old[:at] + rng.choice(NASTY) + old[at:]  # type: ignore[index]
        case _ if isinstance(holder, dict):
            holder[rng.choice(("x", str(last) + "s", rng.choice(HOSTILE), rng.choice(NASTY)))] = taken
        case _:
            holder.append(taken)


def _dumped(rng: random.Random, value: dict[str, object]) -> str:
    return str(
        yaml.dump(
            value,
            Dumper=yaml.CSafeDumper,
            default_style=rng.choice((None, None, "'", '"', "|", ">")),
            default_flow_style=rng.choice((None, False, False, True)),
            allow_unicode=rng.random() < 0.7,
            width=rng.choice((20, 80, 100_000)),
            indent=rng.choice((2, 2, 4, 7)),
            sort_keys=rng.random() < 0.2,
            explicit_start=rng.random() < 0.1,
            explicit_end=rng.random() < 0.1,
            line_break=rng.choice((None, None, None, "\r\n", "\r")),
        )
    )
