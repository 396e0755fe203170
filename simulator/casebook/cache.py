"""What earlier checks found, kept in a file beside the collection, so that unchanged files are not checked again."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from simulator.casebook.checking import About, Checked
from simulator.casebook.diagnostics import CODES, Diagnostic

NAME = ".check-cache.json"
_FORM = 3


class FileCache:
    """A cache in a JSON file; a file that cannot be read or written is the same as none.

    Only what was asked for or added in this run is written back, so that the file never grows past the collection.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _read(path)
        self._kept: dict[str, object] = {}

    def get(self, key: str) -> Checked | None:
        """The outcome of a job with this key, or None."""
        entry = self._known.get(key)
        if not isinstance(entry, dict):
            return None
        try:
            found = tuple(_diagnostic(row) for row in entry["found"])
            checked = Checked(found, _about(entry["about"]))
        except (KeyError, TypeError, ValueError):
            return None
        self._kept[key] = entry
        return checked

    def put(self, key: str, checked: Checked) -> None:
        """Keep an outcome."""
        self._kept[key] = {
            "found": [
                [d.line, d.column, d.code, d.params, d.end_line, d.end_column, d.file] for d in checked.found
            ],
            "about": dataclasses.asdict(checked.about) if checked.about else None,
        }

    def write(self) -> None:
        """Write the file; where that is not allowed the next check simply takes longer."""
        value = {"form": _FORM, "entries": self._kept}
        fresh = self._path.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
            fresh.replace(self._path)
        except OSError:
            fresh.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, object]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if (
        not isinstance(value, dict)
        or value.get("form") != _FORM
        or not isinstance(value.get("entries"), dict)
    ):
        return {}
    entries: dict[str, object] = value["entries"]
    return entries


def _about(told: dict[str, object] | None) -> About | None:
    if told is None:
        return None
    about = About(**told)  # type: ignore[arg-type]
    return dataclasses.replace(
        about,
        principles=tuple(about.principles),
        story=(about.story[0], about.story[1], about.story[2]) if about.story else None,
        id_place=(about.id_place[0], about.id_place[1]),
        story_place=(about.story_place[0], about.story_place[1]),
    )


def _diagnostic(row: list[object]) -> Diagnostic:
    line, column, code, params, end_line, end_column, file = row
    if code not in CODES:
        raise ValueError(code)
    words = tuple((str(k), str(v)) for k, v in params)  # type: ignore[attr-defined]
    return Diagnostic(str(file), int(line), int(column), str(code), words, int(end_line), int(end_column))  # type: ignore[call-overload]
