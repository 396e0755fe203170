"""`simulator check`: which files, how they are told, and once more whenever one changes."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from simulator.casebook.cache import NAME, FileCache
from simulator.casebook.checking import Report, check_tree
from simulator.casebook.diagnostics import Severity
from simulator.casebook.report import count, write_json, write_sarif, write_text
from simulator.casebook.tree import PROTOCOL, read_folder
from simulator.i18n import Lang, t


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a check.

    Attributes:
        paths: Folders of collections, or scenario files in them.
        lang: Language of the messages.
        form: "text", "json" or "sarif".
        only: Only scenarios whose file begins with this.
        golden: Whether golden replies are scored.
        verbose: Whether to tell what is only good to know, and all findings of golden replies out of their band.
        scores: Whether to tell what each golden reply scores.
        strict: Whether warnings count as faults.
        cached: Whether outcomes of earlier checks are used.
        processes: How many at most.
    """

    paths: tuple[Path, ...]
    lang: Lang
    form: str = "text"
    only: str = ""
    golden: bool = True
    verbose: bool = False
    scores: bool = False
    strict: bool = False
    cached: bool = True
    processes: int = os.cpu_count() or 1


def check(wanted: Wanted) -> int:
    """Check and write what was seen to standard output.

    Returns:
        0 when all is well, 1 when there are faults, 2 when a path does not exist.
    """
    missing = [p for p in wanted.paths if not p.exists()]
    for path in missing:
        print(t("check-file-unknown", wanted.lang, path=str(path)), file=sys.stderr)
    if missing:
        return 2
    report = Report()
    partly = bool(wanted.only)
    for root, files in _collections(wanted.paths).items():
        partly = partly or files is not None
        _add(report, _check_collection(root, files, wanted))
    if wanted.form == "json":
        write_json(report, wanted.lang, sys.stdout)
    elif wanted.form == "sarif":
        write_sarif(report, wanted.lang, sys.stdout)
    else:
        write_text(report, wanted.lang, sys.stdout, infos=wanted.verbose, tables=not partly)
    if wanted.form == "text" and (wanted.verbose or wanted.scores):
        _explain(report, wanted)
    counts = count(report)
    return 1 if counts[Severity.ERROR] or (wanted.strict and counts[Severity.WARNING]) else 0


def _explain(report: Report, wanted: Wanted) -> None:
    """Score golden replies once more, and tell what they score and why they miss their band."""
    missed = {d.file for d in report.found if d.code in ("G001", "G002")}
    told = {s.id for s in report.scenarios} if wanted.scores else set[str]()
    if not missed and not told:
        return
    from simulator.casebook.explain import explain, tell_scores
    from simulator.casebook.library import library_of

    for root in _collections(wanted.paths):
        tree = read_folder(root)
        library = library_of(tree)
        for scenario_id, path in library.paths.items():
            if scenario_id in told:
                tell_scores(library.cases[scenario_id], sys.stdout)
            if wanted.verbose and tree.shown(path) in missed:
                explain(library.cases[scenario_id], sys.stdout)


def watch(wanted: Wanted) -> int:
    """Check, and check again whenever a file changes, until the user stops it."""
    from watchfiles import watch as changes

    check(wanted)
    roots = list(_collections(wanted.paths))
    for _ in changes(*roots, watch_filter=lambda _, path: not path.endswith((NAME, ".new"))):
        print()
        check(wanted)
    return 0


def _collections(paths: tuple[Path, ...]) -> dict[Path, set[str] | None]:
    """The collections that paths lie in, each with the files that are asked of it; None for all of them."""
    out: dict[Path, set[str] | None] = {}
    for path in paths:
        if path.is_dir() and not (path / PROTOCOL).is_file():
            out[path] = None
            continue
        root = path.absolute().parent if path.is_dir() else path.absolute().parent.parent
        names = (
            [f"{path.name}/{f.name}" for f in path.glob("*.yaml")]
            if path.is_dir()
            else [f"{path.absolute().parent.name}/{path.name}"]
        )
        known = out.setdefault(root, set())
        if known is not None:
            known.update(names)
    return out


def _check_collection(root: Path, files: set[str] | None, wanted: Wanted) -> Report:
    tree = read_folder(root)
    chosen = files
    if wanted.only:
        every = files if files is not None else [p for o in tree.organisations for p in tree.scenarios(o)]
        chosen = {p for p in every if p.split("/")[1].startswith(wanted.only)}
    # A partial check would leave only its own part in the file.
    cache = FileCache(root / NAME) if wanted.cached and chosen is None else None
    report = check_tree(tree, golden=wanted.golden, chosen=chosen, cache=cache, processes=wanted.processes)
    if chosen is not None:
        report.found = [
            d for d in report.found if d.file in {tree.shown(p) for p in chosen} or PROTOCOL in d.file
        ]
    if cache:
        cache.write()
    return report


def _add(whole: Report, part: Report) -> None:
    whole.found += part.found
    whole.scenarios += part.scenarios
    whole.overrides = {**whole.overrides, **part.overrides}
    whole.texts |= part.texts
    whole.reused += part.reused
