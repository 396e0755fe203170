"""Compiles the examples of docs/diagnostics.md: each is put into the base collection and checked as a real file.

The line that opens an example says what it is: `yaml wrong at=turns.0.post`. A fragment takes the place of the key at
`at` and of every other key of the same group that it names; `at=file` is a whole file. `in=` names another file than the
scenario, `also=` an error that cannot be helped. A `text` example describes files; those are built in `BUILT`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.casebook.checking import check_tree
from simulator.casebook.diagnostics import Diagnostic, Keys
from simulator.casebook.difficulty import check_readability
from simulator.casebook.document import Document
from simulator.casebook.examine import (
    Article,
    examine_article,
    examine_organisation,
    examine_overrides,
    examine_scenario,
)
from simulator.casebook.library import Case
from simulator.casebook.reader import MAX_BYTES, read_bytes
from simulator.casebook.schema import Organisation
from simulator.casebook.tree import Tree, read_folder
from tests.casebook.diagnostics_base import ARTICLE, HOUSE_ID, PROTOCOL, SCENARIO, SCENARIO_ID

PAGE = Path(__file__).parent.parent.parent / "docs" / "diagnostics.md"
_ENTRY = re.compile(r"^### ([A-Z]\d{3}) (.+)$")
_FENCE = re.compile(r"^```(yaml|text) (wrong|right)(.*)$")
_KEY = re.compile(r"^([A-Za-z_]\w*):", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """One example of the page.

    Attributes:
        code: The entry that it stands in; "" before the first one.
        wrong: Whether it should give the code.
        words: What stands behind wrong or right, by name.
        text: The example itself.
        described: True when it describes files instead of being one.
        line: Where it begins, for messages.
    """

    code: str
    wrong: bool
    words: Mapping[str, str]
    text: str
    described: bool
    line: int


def entries() -> dict[str, str]:
    """The text of each entry by its code, heading excluded."""
    parts = re.split(r"^### ([A-Z]\d{3}) .+$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def examples() -> list[Example]:
    """All examples of the page, in order."""
    out: list[Example] = []
    code, opened, body = "", None, []
    for number, line in enumerate(PAGE.read_text(encoding="utf-8").splitlines(), 1):
        if opened is None:
            if entry := _ENTRY.match(line):
                code = entry[1]
            opened, body = _FENCE.match(line), []
        elif line == "```":
            words = dict(word.split("=", 1) for word in opened[3].split())
            described = opened[1] == "text" and "in" not in words
            text = "\n".join(body) + "\n"
            out.append(Example(code, opened[2] == "wrong", words, text, described, number - len(body) - 1))
            opened = None
        else:
            body.append(line)
    return out


def check(example: Example) -> list[Diagnostic]:
    """All that is said of an example, put where it belongs."""
    if example.described:
        return BUILT[example.code](example.wrong)
    match example.words.get("in", "scenario"):
        case "check.yaml":
            return examine_overrides(example.text.encode(), "scenarios/check.yaml")[0].found
        case "article":
            return examine_article(example.text.encode(), "lost-property.md")[0].found
        case "protocol":
            text = placed(PROTOCOL, example)
            return examine_organisation(text.encode(), f"{HOUSE_ID}/protocol.yaml", HOUSE_ID)[0].found
    scored = example.code.startswith("G") or example.code == "D002"
    return check_scenario(placed(SCENARIO, example), golden=scored).found


def check_scenario(text: str, *, golden: bool) -> Document:
    """Examine a scenario of the base collection.

    Args:
        text: The file.
        golden: Whether its golden replies are scored and its reading level is measured.
    """
    house, articles = base_house()
    name = f"{HOUSE_ID}/{SCENARIO_ID}.yaml"
    document, scenario = examine_scenario(text.encode(), name, house, articles)
    if golden and scenario is not None:
        from simulator.casebook.verdicts import check_proof

        if scenario.golden:
            check_proof(Case(house, scenario, articles), document)
        else:
            check_readability(scenario, document)
    return document


def base_house() -> tuple[Organisation, tuple[Article, ...]]:
    """The organisation of the base collection and its knowledge."""
    _, house = examine_organisation(PROTOCOL.encode(), "protocol.yaml", HOUSE_ID)
    _, article = examine_article(ARTICLE.encode(), "lost-property.md")
    assert house is not None
    assert article is not None
    return house, (article,)


def placed(base: str, example: Example) -> str:
    """The base file with an example put in.

    Args:
        base: A sound file without tabs, every group with keys on lines of their own along the way.
        example: What to put in, and where.
    """
    at = example.words["at"]
    if at == "file":
        return example.text
    way: Keys = tuple(int(part) if part.isdigit() else part for part in at.split("."))
    document = read_bytes(base.encode(), "base.yaml")
    gone = {way[-1], *_KEY.findall(example.text)}
    lines = base.split("\n")
    start = document.place((*way[:-1], _first_key(document, way[:-1])))
    indent = " " * (start[1] - 1)
    end = _end(lines, start[0] - 1, len(indent))
    kept: list[str] = []
    put = -1
    for block in _blocks(lines[start[0] - 1 : end], len(indent)):
        name = block[0].strip().removeprefix("- ").split(":")[0]
        if name == way[-1]:
            put = len(kept)
        if name not in gone:
            kept += [row[len(indent) :] if row.strip() else "" for row in block]
    assert put >= 0, f"the base has no {at}"
    rows = [*kept[:put], *example.text.rstrip("\n").split("\n"), *kept[put:]]
    lead = lines[start[0] - 1][: len(indent)]
    new = [(lead if n == 0 else indent) + row if row.strip() else "" for n, row in enumerate(rows)]
    return "\n".join([*lines[: start[0] - 1], *new, *lines[end:]])


def _first_key(document: Document, parent: Keys) -> str:
    inside = [way for way in document.marks if len(way) == len(parent) + 1 and way[: len(parent)] == parent]
    return str(min(inside, key=lambda way: document.marks[way])[-1])


def _end(lines: list[str], first: int, indent: int) -> int:
    """Number of the first line below a group that is no part of it any more."""
    for number in range(first + 1, len(lines)):
        if lines[number].strip() and len(lines[number]) - len(lines[number].lstrip()) < indent:
            return number
    return len(lines)


def _blocks(lines: list[str], indent: int) -> list[list[str]]:
    """The lines of a group, taken together by key."""
    out: list[list[str]] = []
    for number, line in enumerate(lines):
        if number == 0 or re.match(rf" {{{indent}}}[\w]", line):
            out.append([])
        out[-1].append(line)
    return out


HOUSE = {f"{HOUSE_ID}/protocol.yaml": PROTOCOL, f"{HOUSE_ID}/knowledge/lost-property.md": ARTICLE}
FILE = f"{HOUSE_ID}/{SCENARIO_ID}.yaml"


def _found(files: Mapping[str, str | bytes], unreadable: Mapping[str, str] | None = None) -> list[Diagnostic]:
    whole = {n: text.encode() if isinstance(text, str) else text for n, text in {**HOUSE, **files}.items()}
    return check_tree(Tree("scenarios", whole, unreadable or {}), golden=False).found


def _missing_folder(wrong: bool) -> list[Diagnostic]:
    root = Path(__file__).parent.parent / "data" / "scenarios"
    return check_tree(read_folder(root / "gone" if wrong else root), golden=False).found


def _no_protocol(wrong: bool) -> list[Diagnostic]:
    whole = {FILE: SCENARIO.encode()} | ({} if wrong else {n: text.encode() for n, text in HOUSE.items()})
    return check_tree(Tree("scenarios", whole), golden=False).found


def _story(first: str, second: str) -> list[Diagnostic]:
    """Two scenarios with their places in a story; the second one is left out when it has none."""
    story = "story: {{id: the-ring, {}}}\npeople:"
    files = {FILE: SCENARIO.replace("people:", story.format(first))}
    if second:
        other = SCENARIO.replace("people:", story.format(second))
        files[f"{HOUSE_ID}/ring-found.yaml"] = other.replace(f"id: {SCENARIO_ID}", "id: ring-found")
    return _found(files)


def _edited(old: str, new: str) -> list[Diagnostic]:
    assert old in SCENARIO
    return _found({FILE: SCENARIO.replace(old, new)})


BUILT: dict[str, Callable[[bool], list[Diagnostic]]] = {
    "L001": _missing_folder,
    "L003": lambda wrong: _found({FILE.replace(".yaml", ".yml") if wrong else FILE: SCENARIO}),
    "L008": _no_protocol,
    "Y000": lambda wrong: _found({} if wrong else {FILE: SCENARIO}, {FILE: "denied"} if wrong else None),
    "Y001": lambda wrong: _found({FILE: SCENARIO.replace("😢", "é").encode("latin-1" if wrong else "utf-8")}),
    "Y002": lambda wrong: _found({FILE: SCENARIO + "# more\n" * (MAX_BYTES // 7 if wrong else 1)}),
    "Y021": lambda wrong: _found({FILE: ("\ufeff" if wrong else "") + SCENARIO}),
    "Y022": lambda wrong: _edited("my mum's ring in", f"my mum's ring{chr(0x2028) if wrong else ' '}in"),
    "R014": lambda wrong: _story("part: 1, of: 2", f"part: {1 if wrong else 2}, of: 2"),
    "R016": lambda wrong: _story("part: 1, of: 2", "" if wrong else "part: 2, of: 2"),
}
"""What cannot be shown as a piece of a file, by code; called with whether it is the wrong example."""
