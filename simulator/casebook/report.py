"""What `simulator check` writes: text for people, JSON for programs, SARIF for code hosts and editors."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import TextIO

from simulator.casebook.checking import Report
from simulator.casebook.diagnostics import CODES, Diagnostic, Overrides, Severity, severity_of, shown
from simulator.casebook.document import split_lines
from simulator.i18n import Lang, t
from simulator.principles import PRINCIPLES

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""Our severities as SARIF 2.1.0 calls them (OASIS standard, 3.27.10)."""
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_TAB = 4


def message_of(diagnostic: Diagnostic, lang: Lang) -> str:
    """What a diagnostic says, in words."""
    return t(f"fault-{diagnostic.code}", lang, **dict(diagnostic.params))


def fault_text(diagnostic: Diagnostic, lang: Lang, overrides: Overrides | None = None) -> str:
    """A diagnostic as `file:line:column: severity CODE message`."""
    word = t(f"severity-{severity_of(diagnostic, overrides)}", lang)
    place = f"{diagnostic.file}:{diagnostic.line}:{diagnostic.column}"
    return f"{place}: {word} {diagnostic.code} {message_of(diagnostic, lang)}"


def excerpt(diagnostic: Diagnostic, text: str) -> str:
    """The line that a diagnostic is about, and signs under the words; "" when there is no such line."""
    lines = split_lines(text)
    if not 1 <= diagnostic.line <= len(lines) or not lines[diagnostic.line - 1].strip():
        return ""
    line = lines[diagnostic.line - 1].replace("\t", " " * _TAB)
    start = diagnostic.column - 1
    one_line = diagnostic.end_line == diagnostic.line
    width = max(1, (diagnostic.end_column - diagnostic.column) if one_line else len(line) - start)
    if len(line) > 160:
        cut = max(0, start - 40)
        line, start = line[cut : cut + 160], start - cut
    return f"    {line}\n    {' ' * start}{'^' * max(1, min(width, len(line) - start))}"


def write_text(report: Report, lang: Lang, out: TextIO, *, infos: bool, tables: bool) -> None:
    """Write what was seen for people to read.

    Args:
        report: What checking gave.
        lang: Language of the messages.
        out: Where to write.
        infos: Whether to write what is only good to know.
        tables: Whether to write what the collection covers.
    """
    texts: dict[str, str] = {}
    for diagnostic in shown(report.found, report.overrides):
        if severity_of(diagnostic, report.overrides) is Severity.INFO and not infos:
            continue
        out.write(fault_text(diagnostic, lang, report.overrides) + "\n")
        if diagnostic.file not in texts:
            texts[diagnostic.file] = report.texts.get(diagnostic.file, b"").decode("utf-8-sig", "replace")
        seen = excerpt(diagnostic, texts[diagnostic.file])
        out.write(seen + "\n" if seen else "")
    if tables:
        _write_tables(report, lang, out)
    if report.reused:
        out.write(t("check-reused", lang, count=report.reused) + "\n")
    counts = count(report)
    out.write(
        t(
            "check-summary",
            lang,
            scenarios=len(report.scenarios),
            faults=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
        )
        + "\n"
    )


def count(report: Report) -> Counter[Severity]:
    """How many diagnostics of each severity."""
    return Counter(severity_of(d, report.overrides) for d in report.found)


def write_json(report: Report, lang: Lang, out: TextIO) -> None:
    """Write what was seen as one JSON object: `diagnostics`, `scenarios` and `counts`."""
    value = {
        "diagnostics": [_as_dict(d, lang, report.overrides) for d in shown(report.found, report.overrides)],
        "scenarios": [s.id for s in report.scenarios],
        "counts": {severity.value: count(report)[severity] for severity in _LEVELS},
    }
    out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_sarif(report: Report, lang: Lang, out: TextIO) -> None:
    """Write what was seen as SARIF 2.1.0 (OASIS, 2020)."""
    seen = shown(report.found, report.overrides)
    codes = sorted({d.code for d in seen})
    driver = {
        "name": "webcare-simulator",
        "rules": [
            {
                "id": code,
                "defaultConfiguration": {"level": _LEVELS[CODES[code]]},
                "helpUri": f"docs/diagnostics.md#{code.lower()}",
            }
            for code in codes
        ],
    }
    results = [_as_result(d, codes, lang, report.overrides) for d in seen]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    value = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _as_dict(diagnostic: Diagnostic, lang: Lang, overrides: Overrides) -> Mapping[str, object]:
    return {
        "file": diagnostic.file,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "end_line": diagnostic.end_line or None,
        "end_column": diagnostic.end_column or None,
        "severity": severity_of(diagnostic, overrides).value,
        "code": diagnostic.code,
        "message": message_of(diagnostic, lang),
        "params": dict(diagnostic.params),
    }


def _as_result(
    diagnostic: Diagnostic, codes: list[str], lang: Lang, overrides: Overrides
) -> Mapping[str, object]:
    region = {"startLine": diagnostic.line, "startColumn": diagnostic.column}
    if diagnostic.end_line:
        region |= {"endLine": diagnostic.end_line, "endColumn": diagnostic.end_column}
    place = {"artifactLocation": {"uri": diagnostic.file}, "region": region}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": _LEVELS[severity_of(diagnostic, overrides)],
        "message": {"text": message_of(diagnostic, lang)},
        "locations": [{"physicalLocation": place}],
    }


def _write_tables(report: Report, lang: Lang, out: TextIO) -> None:
    scenarios = report.scenarios
    languages = Counter("nl-BE" if s.country == "BE" else s.language for s in scenarios)
    told = ", ".join(f"{k} {n}" for k, n in sorted(languages.items()))
    out.write(f"{t('check-languages', lang)} {told}\n{t('check-kinds', lang)}\n")
    for kind, number in sorted(Counter(s.kind for s in scenarios).items()):
        out.write(f"  {number:3}  {kind}\n")
    taught = Counter(p for s in scenarios for p in s.principles)
    out.write(t("check-principles", lang) + "\n")
    out.write("  " + "  ".join(f"{p} {taught[p]}" for p in PRINCIPLES) + "\n")
