"""What must hold of every file that the fuzzer made, however it was spoilt: nothing raised, nothing silently changed."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from pydantic import BaseModel

from simulator.casebook.diagnostics import CODES, Diagnostic, Severity
from simulator.casebook.document import Document
from simulator.casebook.examine import Article, examine_organisation, examine_scenario
from simulator.casebook.reader import read_bytes
from simulator.casebook.report import excerpt, fault_text
from simulator.casebook.schema import Organisation
from simulator.i18n import LANGUAGES
from tests.casebook.fuzz_mutations import Way

LINE_END = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)
_HEADER = re.compile(r"^[|>][-+0-9]*(?:[ \t]+#[^\n]*|[ \t]*)(?:\n|$)")
_STRUCTURE = str.maketrans("", "", "-?:,[]{}'\"|>.+#\0")
_INNER_QUESTION = re.compile(r"(?<=[^\s\[{,:?])\?")
_TAB, _QUESTION = "\ue000", "\ue001"
"""Stand for a tab and a question mark while PyYAML reads."""
_YES, _NO = frozenset({"yes", "on", "true", "y", "t", "1"}), frozenset({"no", "off", "false", "n", "f", "0"})


@dataclass(frozen=True, slots=True)
class House:
    """What a scenario is examined with."""

    organisation: Organisation
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """What did not hold: a short name, the same for the same fault, and what was seen."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What examining one file gave; `took` is the processor time in milliseconds."""

    document: Document | None
    model: BaseModel | None
    failures: tuple[Failure, ...]
    took: float = 0.0


def examined(data: bytes, name: str, house: House | None) -> tuple[Document, BaseModel | None]:
    """Examine a file as the checker does: a scenario of a house, or a protocol when there is no house."""
    if house is None:
        return examine_organisation(data, f"{name}/protocol.yaml", name)
    return examine_scenario(data, f"x/{name}.yaml", house.organisation, house.articles)


def outcome_of(
    data: bytes, name: str, house: House | None, *, thorough: bool = True, meaning: bool = True
) -> Outcome:
    """Examine a file and look whether everything holds.

    Args:
        data: The file.
        name: Id that it should have.
        house: See `examined`.
        thorough: Whether to make the messages of all diagnostics, and have the file read by PyYAML too, which is slow.
        meaning: Whether to look for what was changed or lost.
    """
    try:
        begin = time.process_time()
        document, model = examined(data, name, house)
        took = (time.process_time() - begin) * 1000
        failures = [
            *_diagnostic_failures(document, data, thorough=thorough),
            *_verdict_failures(document, model),
        ]
    except Exception as error:
        return Outcome(None, None, (_raised(error),))
    if not meaning:
        return Outcome(document, model, tuple(failures), took)
    try:
        if document.value is not None and not any(d.code.startswith("Y") for d in document.faults):
            failures += _reading_failures(document, with_pyyaml=thorough)
        if model is not None:
            failures += _model_failures(document, model)
    except (LookupError, ValueError) as error:
        # A place that is not in the file, or a model that its own JSON does not fit.
        failures.append(Failure(f"cannot be compared: {type(error).__name__}", str(error)[:300]))
    return Outcome(document, model, tuple(failures), took)


def _raised(error: Exception) -> Failure:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "fuzz" not in f.filename]
    at = f"{frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else "?"
    ours = next((f for f in reversed(frames) if "casebook" in f.filename), None)
    through = f" from {ours.filename.rsplit('/', 1)[-1]}:{ours.lineno}" if ours else ""
    return Failure(f"raised {type(error).__name__} at {at}{through}", str(error)[:300])


def _diagnostic_failures(document: Document, data: bytes, *, thorough: bool) -> Iterator[Failure]:
    lines = LINE_END.split(document.text) if document.text else data.decode("utf-8", "replace").split("\n")
    for seen in document.found:
        if seen.code not in CODES:
            yield Failure("unknown code", seen.code)
        if not 1 <= seen.line <= len(lines) + 1 or seen.column < 1:
            yield Failure(f"place outside the file {seen.code}", f"{seen} in {len(lines)} lines")
        elif document.text and seen.column > len(lines[seen.line - 1] if seen.line <= len(lines) else "") + 1:
            yield Failure(f"column behind the line {seen.code}", f"{seen}: {lines[seen.line - 1][:200]!r}")
        if seen.end_line and (seen.end_line, seen.end_column) < (seen.line, seen.column):
            yield Failure(f"end before begin {seen.code}", str(seen))
        if thorough:
            yield from _message_failures(seen, document.text)


def _message_failures(seen: Diagnostic, text: str) -> Iterator[Failure]:
    excerpt(seen, text)
    for lang in LANGUAGES:
        try:
            fault_text(seen, lang)
        except KeyError as error:
            yield Failure(f"no message {lang} {seen.code}", str(error))


def _verdict_failures(document: Document, model: BaseModel | None) -> Iterator[Failure]:
    if model is None and not document.faults:
        yield Failure("refused without a reason", str(document.found))
    if model is not None and document.faults:
        yield Failure("accepted with faults", str(document.faults))


def _reading_failures(document: Document, *, with_pyyaml: bool) -> Iterator[Failure]:
    """Whether a file that the reader accepts means what it says."""
    value = document.value
    dumped = yaml.dump(value, Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True)
    again = read_bytes(dumped.encode(), "again.yaml")
    if again.value != value:
        yield Failure("round trip", _difference(value, again.value) + f" {again.faults[:2]}")
    if with_pyyaml:
        yield from _pyyaml_failures(document)
    yield from dropped(document)


def _pyyaml_failures(document: Document) -> Iterator[Failure]:
    """Whether PyYAML's own parser, which is not libyaml's, reads the same.

    There are two known differences, in both of which libyaml follows YAML 1.2. PyYAML stops at every tab outside
    quotes and bars (6.1 and 7.3.3 allow them), so a file with tabs is compared without its white space. And between
    brackets it ends a text at a question mark (7.3.3: only before a space), so those are hidden from it.
    """
    pieces = _pieces(document, _lines_joined(document))
    text = "".join(
        _INNER_QUESTION.sub(_QUESTION, before).replace("\t", " ")
        + raw.replace("\t", _TAB).replace("?", _QUESTION)
        for before, raw in pieces
    )
    try:
        theirs = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        yield Failure("PyYAML refuses", f"{getattr(error, 'problem', '')}: {error}"[:400])
        return
    tabs = "\t" in document.text
    if _comparable(theirs, tabs=tabs) != _comparable(document.value, tabs=tabs):
        yield Failure("PyYAML reads otherwise", _difference(document.value, theirs))


def _comparable(value: object, *, tabs: bool) -> object:
    if isinstance(value, dict):
        return {_comparable(key, tabs=tabs): _comparable(part, tabs=tabs) for key, part in value.items()}
    if isinstance(value, list):
        return [_comparable(part, tabs=tabs) for part in value]
    text = str(value).replace(_QUESTION, "?")
    return _squeezed(text.replace(_TAB, "")) if tabs else text


def dropped(document: Document) -> Iterator[Failure]:
    """What was typed and is not in the value.

    Every value must have the signs of its own place in the file, and outside the values there may only be keys,
    comments and the signs of YAML itself. Values and keys between double quotes with escapes are left out.
    """
    text, keys = _without_odd_keys(document)
    outside = ""
    for (way, value), (before, raw) in zip(
        [*document.scalars, ((), "")], _pieces(document, text), strict=True
    ):
        outside += before + ("\0\n" if raw.endswith("\n") else "\0")
        typed = _typed(raw)
        if typed is not None and typed != _squeezed(value):
            yield Failure("value is not what was typed", f"{way}: {raw[:200]!r} became {value[:200]!r}")
    outside = _COMMENT.sub("", outside)
    left, names = _squeezed(outside).translate(_STRUCTURE), _squeezed("".join(keys)).translate(_STRUCTURE)
    if left != names:
        n = next(
            (i for i, (a, b) in enumerate(zip(left, names, strict=False)) if a != b),
            min(len(left), len(names)),
        )
        yield Failure("typed but not read", f"{left[n : n + 60]!r} where {names[n : n + 60]!r} should stand")


def _lines_joined(document: Document) -> str:
    return "\n".join(LINE_END.split(document.text))


def _pieces(document: Document, text: str) -> Iterator[tuple[str, str]]:
    """The text cut up: before each value what stands before it, and the value; last the rest of the text and ""."""
    starts, at = _line_starts(text), 0
    for way, _ in document.scalars:
        line, column, end_line, end_column = document.ranges[way]
        start, end = _offset(starts, line, column), _offset(starts, end_line, end_column)
        yield text[at:start], text[start:end]
        at = end
    yield text[at:], ""


def _line_starts(text: str) -> list[int]:
    """Where each line begins, and where one behind the last would."""
    return [0, *(m.end() for m in re.finditer("\n", text)), len(text)]


def _offset(starts: list[int], line: int, column: int) -> int:
    return starts[line - 1] + column - 1


def _without_odd_keys(document: Document) -> tuple[str, list[str]]:
    """The text without the escaped keys and without # in quoted ones, and the names of the other keys in order."""
    names: list[str] = []
    text = _lines_joined(document)
    starts = _line_starts(text)
    for way in _key_ways(document.value):
        line, column = document.marks[way]
        at = _offset(starts, line, column)
        name, raw = str(way[-1]), ""
        if quoted := _QUOTED.match(text, at):
            raw = quoted.group()
            if raw[0] == '"' and "\\" in raw:
                masked = re.sub(r"[^\n]", "\0", raw)  # Lines keep their numbers.
                text = text[:at] + masked + text[at + len(raw) :]
                continue
        elif text[at : at + 1] in ("|", ">"):
            raw = text[at : max(at, text.find("\n:", at))]
        text = text[:at] + raw.replace("#", "\0") + text[at + len(raw) :]
        names.append(name)
    return text, names


def _key_ways(value: object, way: Way = ()) -> Iterator[Way]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield (*way, key)
            yield from _key_ways(part, (*way, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _key_ways(part, (*way, number))


def _typed(raw: str) -> str | None:
    """What stands in a value's place, without quotes and white space; None when it has escapes."""
    if raw[:1] == '"':
        return None if "\\" in raw else _squeezed(raw[1:-1])
    if raw[:1] == "'":
        return _squeezed(raw[1:-1].replace("''", "'"))
    if raw[:1] in ("|", ">"):
        return _squeezed(_HEADER.sub("", raw, count=1))
    return _squeezed(raw)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _model_failures(document: Document, model: BaseModel) -> Iterator[Failure]:
    again = type(model).model_validate_json(model.model_dump_json())
    if again != model:
        yield Failure("model changes in JSON", _difference(model.model_dump(), again.model_dump()))
    for way, told, kept in _pairs(document.value, model.model_dump(mode="json", exclude_unset=True), ()):
        if not _same(told, kept):
            yield Failure("model is not what was read", f"{way}: {told!r} became {kept!r}"[:400])


def _pairs(told: object, kept: object, way: Way) -> Iterator[tuple[Way, object, object]]:
    """Every value beside what the model has in its place."""
    if isinstance(told, dict) and isinstance(kept, dict):
        for key in {**told, **kept}:
            yield from _pairs(told.get(key), kept.get(key), (*way, key))
    elif isinstance(told, list) and isinstance(kept, list) and len(told) == len(kept):
        for number, (a, b) in enumerate(zip(told, kept, strict=True)):
            yield from _pairs(a, b, (*way, number))
    else:
        yield way, told, kept


def _same(told: object, kept: object) -> bool:
    if not isinstance(told, str):
        return told == kept
    if isinstance(kept, bool):
        return told.strip().lower() in (_YES if kept else _NO)
    if isinstance(kept, int):
        return bool(re.fullmatch(r"\s*[+-]?[0-9]+(?:\.0+)?\s*", told)) and float(told) == kept
    if kept is None:
        return told == "off"
    return isinstance(kept, str) and told.strip() == kept.strip()


def _difference(mine: object, theirs: object) -> str:
    """The first place where two values differ."""
    for way, a, b in _pairs(mine, theirs, ()):
        if a != b or type(a) is not type(b):
            return f"{way}: {a!r} beside {b!r}"[:400]
    return "only in the order"


def is_error(diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic keeps a file from being used."""
    return CODES[diagnostic.code] is Severity.ERROR
