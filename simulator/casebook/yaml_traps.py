"""What goes wrong when people type social texts in YAML: named, placed, and mended in memory so that reading goes on.

The parser stops at its first error, and its words are for programmers. So the line where it stopped is looked at:
which of the usual traps is it? Where the answer is plain, the value is put between quotes in memory, and the file
is read again, so that all faults come out at once. The file itself stays as it is, and stays faulty.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Protocol

import yaml

from simulator.casebook.diagnostics import Keys, Place
from simulator.casebook.document import Document

_LINE = re.compile(
    r"""^(?P<lead>[ \t]*(?:-[ ]+)*(?:(?P<key>[A-Za-z_][\w.-]*|"[^"]*"|'[^']*')[ ]*:(?:[ ]+|$))?)(?P<value>.*)$""",
    re.VERBOSE,
)
_CLOSED = re.compile(r"""^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")\s*(?:#.*)?$""")
_BAR_ENDS = re.compile(r"(?:^|[:-]\s+)[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_FORGOTTEN = re.compile(r"^([ \t]*(?:-[ ]+)*[a-z_]+)[ ]+(?=\S)")
_STUCK = re.compile(r"^[ \t]*(?:-[ ]+)*(?P<key>[a-z_]+):(?=[^\s/])")
_FLOW_VALUE = re.compile(r"(?:[{,]\s*[\w-]+\s*:\s+)(?P<value>[^\s\"'\[{][^,{}\[\]]*)")
_HASHTAG = re.compile(r"^\s*#+[^\s#]")
_A_KEY = re.compile(r"^\s*#\s*[a-z_]+:(?:\s|$)")
_OTHERWISE_READ = re.compile(
    r"""^(?:
        \d+(?::[0-5]?\d)+              # 9:30: minutes in sixties
      | 0[0-7_]*[0-9]+                 # 0123: octal or a lost zero
      | \d{4}-\d\d?-\d\d?              # a date
      | \d+(?:_\d+)+                   # 1_000
      | \d+\.\d*0                      # 3.10 becomes 3.1
      | 0x[0-9a-fA-F]+
      | yes|no|on|off|y|n|true|false   # yes and no
      | ~|null
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = re.compile(r"^(?:yes|no|on|off|y|n|true|false)$", re.IGNORECASE)
_BOOLEAN_KEYS = frozenset(
    {"public", "complaint", "otherwise", "critical", "passed", "government", "emoji", "clock"}
)
_CURLY = re.compile(r"^[“”„‘’].*[“”‘’]$", re.DOTALL)
_VERSION = re.compile(r"^%YAML[ \t]+1\.[12][ \t]*$")
_SIGNS = {"@": "Y013", "`": "Y013", "%": "Y014"}
_CONTEXTS = (("undefined tag", "Y012"), ("an alias", "Y011"), ("an anchor", "Y004"), ("a tag", "Y012"))
"""What the parser says it was doing when it met a sign that a text began with."""
_ESCAPES = re.compile(r"\\[0abefvrNLP_ ]")
"""Escapes that no author means: `\\_` in a shrug becomes a hard space."""


class _Mark(Protocol):
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Trap:
    """What stopped the parser, where, and the line as it could be read; None when nothing plain can be done."""

    code: str
    line: int
    column: int
    what: str
    mended: str | None


def name_trap(lines: list[str], error: yaml.MarkedYAMLError) -> Trap:
    """Find out which trap stopped the parser.

    Args:
        lines: The lines of the text as it was parsed.
        error: What the parser said.

    Returns:
        The trap; Y003 with the parser's own words when it is none of the usual ones.
    """
    problem, context = error.problem or "", error.context or ""
    at = _spot(error.problem_mark, lines)
    began = _spot(error.context_mark, lines) if error.context_mark else at
    for look in (_tab, _sign, _quote, _bar, _margin, _no_space, _simple_key, _colon, _bracket, _in_value):
        found = look(lines, f"{context} {problem}", at, began)
        if found is not None:
            return found
    if any(words in problem for words in ("block", "expected key", "'-' indicator", "mapping values")):
        return Trap("Y018", at[0] + 1, _column(lines[at[0]]), "", None)
    return Trap("Y003", at[0] + 1, at[1] + 1, problem or context or "?", None)


_Spot = tuple[int, int]
"""Number of a line and of a sign in it, from 0."""


def _spot(mark: _Mark | None, lines: list[str]) -> _Spot:
    if mark is None:
        return (0, 0)
    line = min(mark.line, len(lines) - 1)
    return (line, min(mark.column, len(lines[line])))


def _tab(lines: list[str], said: str, at: _Spot, _began: _Spot) -> Trap | None:
    for number in (at[0], at[0] - 1):
        line = lines[number] if number >= 0 else ""
        blank = line[: len(line) - len(line.lstrip())]
        if "\t" in blank and any(w in said for w in ("token", "block", "expected", "tab character")):
            mended = _indent_like(lines, number) + line[len(blank) :]
            return Trap("Y017", number + 1, line.index("\t") + 1, "", mended)
    return None


def _indent_like(lines: list[str], number: int) -> str:
    """The indentation that a line most likely should have: that of the line before it, or one level more."""
    before = next((text for text in reversed(lines[:number]) if text.strip()), "")
    deeper = 2 if before.rstrip().endswith((":", "|", ">")) else 0
    depth = _column(before.replace("\t", "  ")) - 1 + deeper
    after = next((text for text in lines[number + 1 :] if text.strip() and text[0] != "\t"), None)
    return " " * (depth if after is None or deeper else min(depth, _column(after) - 1))


def _sign(lines: list[str], said: str, at: _Spot, began: _Spot) -> Trap | None:
    """A text that begins with a sign of YAML's own."""
    sign = lines[at[0]][at[1] : at[1] + 1]
    if "cannot start any token" in said and sign in _SIGNS:
        return _quoted(_SIGNS[sign], lines, at)
    for words, code in _CONTEXTS:
        if words in said:
            return _quoted(code, lines, began)
    return None


def _quote(lines: list[str], said: str, at: _Spot, began: _Spot) -> Trap | None:
    """A quotation mark that is not closed, and what stands wrongly between or after two."""
    if "escape" in said:
        line = lines[began[0]]
        mended = line[: began[1]] + line[began[1] :].replace("\\", "\\\\")
        return Trap("Y027", began[0] + 1, began[1] + 1, _short(line[began[1] :]), mended)
    if "quoted scalar" in said:
        return _quoted("Y015", lines, began)
    if "block" not in said and "mapping values" not in said:
        return None
    for number in range(at[0], -1, -1):
        parts = _LINE.match(lines[number])
        value = parts["value"] if parts else ""
        if parts is None or value[:1] not in ("'", '"') or not value:
            continue
        if not _CLOSED.match(value):
            code = "Y026" if number == at[0] and value.count(value[0]) > 1 else "Y015"
            return _quoted(code, lines, (number, parts.start("value")))
        if number < at[0]:
            return None
    return None


def _bar(lines: list[str], said: str, _at: _Spot, began: _Spot) -> Trap | None:
    if "block scalar" not in said:
        return None
    line = lines[began[0]]
    follows = next((text for text in lines[began[0] + 1 :] if text.strip()), "")
    text = line[began[1] :].lstrip("|> ")
    under = _column(follows) > _column(line)
    mended = line[: began[1]] + ("|" if under else json.dumps(text, ensure_ascii=False))
    return Trap("Y025", began[0] + 1, began[1] + 1, _short(line[began[1] :]), mended)


def _margin(lines: list[str], _said: str, at: _Spot, _began: _Spot) -> Trap | None:
    """Three dots or dashes at the margin end the document; here they are words that slipped to the left."""
    for number in (at[0], at[0] - 1):
        if number > 0 and lines[number].rstrip() == "...":
            return Trap("Y018", number + 1, 1, "", None)
    return None


def _no_space(lines: list[str], said: str, at: _Spot, began: _Spot) -> Trap | None:
    """A key whose colon has no space behind it: `difficulty:2`."""
    if not any(w in said for w in ("mapping values", "simple key", "expected ':'")):
        return None
    for number in (began[0], at[0], at[0] - 1):
        line = lines[number] if number >= 0 else ""
        found = _STUCK.match(line)
        if found:
            mended = line[: found.end()] + " " + line[found.end() :]
            return Trap(
                "Y029", number + 1, found.start("key") + 1, _short(line[found.start("key") :]), mended
            )
    return None


def _simple_key(lines: list[str], said: str, _at: _Spot, began: _Spot) -> Trap | None:
    """A line that should have been a key: its colon is missing, or it is a text that slipped to the left."""
    if "simple key" not in said and "expected ':'" not in said:
        return None
    number = began[0]
    line = lines[number]
    before = next((text for text in reversed(lines[:number]) if text.strip()), "")
    if _BAR_ENDS.search(before) or not _FORGOTTEN.match(line):
        return Trap("Y018", number + 1, _column(line), "", None)
    return Trap(
        "Y029", number + 1, _column(line), _short(line.strip()), _FORGOTTEN.sub(r"\1: ", line, count=1)
    )


def _colon(lines: list[str], said: str, at: _Spot, _began: _Spot) -> Trap | None:
    """A colon in a text: the parser takes the words before it for a key."""
    if "mapping values" not in said:
        return None
    line = lines[at[0]]
    for match in _FLOW_VALUE.finditer(line):
        if match.start("value") <= at[1] < match.end("value"):
            return _quoted("Y016", lines, (at[0], match.start("value")))
    parts = _LINE.match(line)
    if (
        parts
        and parts["value"]
        and parts.start("value") < at[1]
        and not parts["value"].startswith(("[", "{"))
    ):
        return _quoted("Y016", lines, (at[0], parts.start("value")))
    return None


def _bracket(lines: list[str], said: str, at: _Spot, began: _Spot) -> Trap | None:
    """A bracket that is not closed: a hashtag swallowed it, it opens a text, or it was forgotten."""
    if "flow" not in said:
        return None
    for match in _FLOW_VALUE.finditer(lines[at[0]]):
        if re.search(r":\s", match["value"]) and match.start("value") <= at[1] <= match.end("value") + 1:
            return _quoted("Y016", lines, (at[0], match.start("value")))
    line = lines[began[0]]
    dropped = re.compile(r"\s#[^\s#]").search(line, began[1])
    if dropped:
        inside = [
            m for m in _FLOW_VALUE.finditer(line) if m.start("value") < dropped.start() < m.end("value")
        ]
        if inside:
            return _quoted("Y010", lines, (began[0], inside[-1].start("value")), dropped.start() + 1)
    parts = _LINE.match(line)
    at_value = parts is not None and parts.start("value") == began[1] and (parts["key"] or at[0] == began[0])
    if at_value and not line.rstrip().endswith((",", "[", "{")):
        return _quoted("Y024", lines, began)
    return Trap("Y024", began[0] + 1, began[1] + 1, _short(line[began[1] :]), None)


def _in_value(lines: list[str], said: str, at: _Spot, _began: _Spot) -> Trap | None:
    """Text after a closing bracket: `[update] storing`."""
    if "block" not in said:
        return None
    parts = _LINE.match(lines[at[0]])
    if parts and parts["value"].startswith(("[", "{")) and parts.start("value") < at[1]:
        return _quoted("Y024", lines, (at[0], parts.start("value")))
    return None


def _quoted(code: str, lines: list[str], spot: _Spot, told: int | None = None) -> Trap:
    """A trap whose value is put between quotes; inside brackets it ends where the item ends."""
    number, start = spot
    line = lines[number]
    end = len(line)
    if re.search(r"[\[{][^\]}]*$", line[:start]):
        item = re.compile(r"[^,\]}]*").match(line, start)
        end = item.end() if item else end
    value = line[start:end].rstrip()
    # A single quote is written as a number: one that was left open above would end at it.
    inside = json.dumps(value, ensure_ascii=False).replace("'", "\\u0027")
    mended = line[:start] + inside + line[start + len(value) :]
    return Trap(
        code,
        number + 1,
        (start if told is None else told) + 1,
        _short(line[told or start : end].strip()),
        mended,
    )


def note_silent_traps(document: Document, lines: list[str]) -> None:
    """Note what the parser accepts but reads otherwise than it was meant.

    Args:
        document: A document whose values have been read; diagnostics go to it.
        lines: Its lines.
    """
    for way, value in document.scalars:
        line, column, end_line, end_column = document.ranges[way]
        if line > len(lines):
            continue
        if lines[line - 1][column - 1 : column] in ("|", ">"):
            _note_behind_bar(document, lines[line - 1], (line, column))
        else:
            _note_dropped(document, lines, way, (end_line, end_column))
        if line == end_line and way in document.plain:
            _note_reading(document, way, value)
        elif lines[line - 1][column - 1 : column] == '"' and "\\" in lines[line - 1]:
            _note_escapes(document, lines, way)
    if "]#" in document.text or "}#" in document.text:
        _note_behind_bracket(document, lines)
    if "\n%" in document.text or document.text.startswith("%"):
        _note_instructions(document, lines)


def _note_instructions(document: Document, lines: list[str]) -> None:
    """Lines before the first `---` that begin with %: instructions for YAML, of which no word is kept."""
    for number, line in enumerate(lines):
        if line.startswith("%") and not _VERSION.match(line):
            document.add("Y014", (number + 1, 1), (number + 1, len(line) + 1), what=_short(line))
        elif not line.startswith("%") and line.split("#", 1)[0].strip():
            return


def _note_behind_bracket(document: Document, lines: list[str]) -> None:
    """Any sign stuck to a # behind a closed bracket: libyaml takes it for a comment, though no space is before it."""
    typed = document.lines
    for line, column in sorted({(found[2], found[3]) for found in document.ranges.values()}):
        row = lines[line - 1] if line <= min(len(lines), len(typed)) else ""
        if row != typed[min(line, len(typed)) - 1]:
            continue  # Mended in memory, so that places in it are not those of the file; its fault is told already.
        if column > 1 and row[column - 2] in "]}" and row[column - 1 : column] == "#":
            document.add("Y010", (line, column), (line, len(row) + 1), what=_short(row[column - 1 :].strip()))


def _note_behind_bar(document: Document, line: str, bar: Place) -> None:
    """A hashtag on the line of the bar, or any sign stuck to the bar: a comment for YAML."""
    found = re.compile(r"[|>][-+0-9]*(?:(?=#)|\s+(?=#+[^\s#]))").match(line, bar[1] - 1)
    if found:
        document.add("Y010", (bar[0], found.end() + 1), what=_short(line[found.end() :]))


def _note_dropped(document: Document, lines: list[str], way: Keys, end: Place) -> None:
    """Words after a # fall away: a hashtag behind a text, or on the lines that follow it."""
    line, column = end
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    if _HASHTAG.match(rest):
        start = column + len(rest) - len(rest.lstrip())
        document.add("Y010", (line, start), (line, len(lines[line - 1]) + 1), what=_short(rest.strip()))
        return
    if rest.strip(" \t]},"):
        return
    own = document.place(way)[1]
    for number in range(line, len(lines)):
        follows = lines[number]
        if not _HASHTAG.match(follows) or _A_KEY.match(follows) or _column(follows) <= own:
            return
        document.add("Y010", (number + 1, _column(follows)), what=_short(follows.strip()))


def _note_escapes(document: Document, lines: list[str], way: Keys) -> None:
    """An escape that changes the text in silence."""
    line, column, end_line, end_column = document.ranges[way]
    rows = lines[line - 1 : end_line]
    rows[-1] = rows[-1][: end_column - 1]
    rows[0] = rows[0][column - 1 :]
    if any(_ESCAPES.search(row.replace("\\\\", "")) for row in rows):
        document.add_in("Y027", way, what=_short(rows[0]))


def _note_reading(document: Document, way: Keys, value: str) -> None:
    key = str(way[-1])
    if way[0] == "severity":  # check.yaml, where "off" is one of the words
        return
    if _CURLY.match(value) and len(value) > 1:
        document.add_in("Y019", way, what=_short(value))
    elif _OTHERWISE_READ.match(value) and not (_WORDS.match(value) and key in _BOOLEAN_KEYS):
        document.add_in("Y020", way, what=value)


def _column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
