"""`simulator check` in words: faults by line, golden replies against their bands, and what the collection covers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from simulator.casebook.library import Case, Library, load_library
from simulator.casebook.proof import GoldenResult, prove
from simulator.casebook.reader import Fault
from simulator.i18n import Lang, t
from simulator.principles import PRINCIPLES


def fault_text(fault: Fault, lang: Lang) -> str:
    """A fault as `file:line:column: CODE message`."""
    message = t(f"fault-{fault.code}", lang, **dict(fault.params))
    return f"{fault.file}:{fault.line}:{fault.column}: {fault.code} {message}"


def check_folder(folder: Path, lang: Lang, only: str = "", *, verbose: bool = False) -> int:
    """Check a collection and print what was found.

    Args:
        folder: Folder with one folder per organisation.
        lang: Language of the messages.
        only: Prove only scenarios whose id begins with this.
        verbose: Show the findings of golden replies that miss their band.

    Returns:
        0 when all is well, 1 when there are faults, 2 when there is no such folder.
    """
    library = load_library(folder)
    for fault in library.faults:
        print(fault_text(fault, lang))
    missed = 0
    for case in library.cases.values():
        if not case.scenario.id.startswith(only):
            continue
        for result in prove(case):
            if not result.in_band:
                missed += 1
                _print_missed(case, result, lang, verbose=verbose)
    if not only:
        _print_tables(library, lang)
    faults = len(library.faults) + missed
    print(t("check-summary", lang, scenarios=len(library.cases), faults=faults))
    if not folder.is_dir():
        return 2
    return 1 if faults else 0


def _print_missed(case: Case, result: GoldenResult, lang: Lang, *, verbose: bool) -> None:
    golden = result.golden
    print(
        t(
            "check-golden-missed",
            lang,
            scenario=case.scenario.id,
            number=result.number,
            turn=golden.turn,
            label=golden.label,
            variant=result.variant,
            total=f"{result.scorecard.total}",
            low=golden.band[0],
            high=golden.band[1],
            verdict=result.scorecard.verdict.value,
        )
    )
    if verbose:
        for dimension in result.scorecard.dimensions:
            print(f"    {dimension.dimension.value}: {dimension.value}")
        for f in result.scorecard.findings:
            words = golden.text[f.start : f.end] if f.start is not None else ""
            point = dict(f.params).get("point", "")
            print(f"    {f.criterion} {f.code} {point} {f.effect:+.1f} (+{f.earned:.1f}) {words!r}")


def _print_tables(library: Library, lang: Lang) -> None:
    scenarios = [c.scenario for c in library.cases.values()]
    languages = Counter(
        "nl-BE" if c.organisation.country == "BE" else c.scenario.language for c in library.cases.values()
    )
    print(t("check-languages", lang) + " " + ", ".join(f"{k} {n}" for k, n in sorted(languages.items())))
    print(t("check-kinds", lang))
    for kind, number in sorted(Counter(s.kind.value for s in scenarios).items()):
        print(f"  {number:3}  {kind}")
    taught = Counter(p for s in scenarios for p in s.principles)
    print(t("check-principles", lang))
    print("  " + "  ".join(f"{p} {taught[p]}" for p in PRINCIPLES))
