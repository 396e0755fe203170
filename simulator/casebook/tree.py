"""The files of a collection, wherever they come from: a folder, the database, a zip, or one laid over the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

MAX_BYTES = 1_000_000
"""Size of a file beyond which nothing of it is read."""
PROTOCOL = "protocol.yaml"
OVERRIDES = "check.yaml"
_NOT_READ = frozenset({".yml", ".yaml", ".txt", ".json", ".markdown"})


@dataclass(frozen=True)
class Tree:
    """Files by path within the collection, such as "netwijs/protocol.yaml".

    Attributes:
        name: What stands before the path in messages.
        files: Contents by path; of a file that is too big only so much as shows that it is.
        unreadable: Why a file could not be read, by path.
        missing: True when there is no such folder.
    """

    name: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    unreadable: Mapping[str, str] = field(default_factory=dict)
    missing: bool = False

    @property
    def organisations(self) -> tuple[str, ...]:
        """Names of the organisations' folders, in order."""
        return tuple(sorted({path.split("/")[0] for path in (*self.files, *self.unreadable) if "/" in path}))

    def scenarios(self, organisation: str) -> tuple[str, ...]:
        """Paths of an organisation's scenario files, in order."""
        return tuple(
            p for p in self._in(organisation) if p.endswith(".yaml") and not p.endswith("/" + PROTOCOL)
        )

    def articles(self, organisation: str) -> tuple[str, ...]:
        """Paths of an organisation's knowledge articles, in order."""
        start = f"{organisation}/knowledge/"
        return tuple(
            sorted(p for p in self.files if p.startswith(start) and p.endswith(".md") and p.count("/") == 2)
        )

    def not_read(self, organisation: str) -> tuple[str, ...]:
        """Paths of files that look as if they belonged to a collection but have the wrong ending."""
        return tuple(
            p
            for p in self._in(organisation)
            if not p.endswith(".yaml") and PurePosixPath(p).suffix.lower() in _NOT_READ
        )

    def with_files(self, files: Mapping[str, bytes]) -> Tree:
        """The same tree with other files laid over it."""
        return Tree(self.name, {**self.files, **files}, self.unreadable, missing=self.missing and not files)

    def shown(self, path: str) -> str:
        """A path as messages name it."""
        return f"{self.name}/{path}"

    def _in(self, organisation: str) -> list[str]:
        paths = {*self.files, *self.unreadable}
        return sorted(p for p in paths if p.startswith(f"{organisation}/") and p.count("/") == 1)


def read_folder(root: Path) -> Tree:
    """Read the files of a collection.

    Args:
        root: Folder with one folder per organisation; in each `protocol.yaml`, scenarios and `knowledge/*.md`.

    Returns:
        The tree; what cannot be read is noted in it, never raised.
    """
    if not root.is_dir():
        return Tree(root.name or str(root), missing=True)
    files: dict[str, bytes] = {}
    unreadable: dict[str, str] = {}
    try:
        folders = sorted(p for p in root.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:
        return Tree(root.name or str(root), missing=True)
    found = [root / OVERRIDES] if (root / OVERRIDES).is_file() else []
    for folder in folders:
        try:
            found += [p for p in sorted(folder.iterdir()) if p.is_file() and not p.name.startswith(".")]
            found += sorted((folder / "knowledge").glob("*.md"))
        except OSError as error:
            unreadable[f"{folder.name}/{PROTOCOL}"] = error.strerror or type(error).__name__
    for path in found:
        name = path.relative_to(root).as_posix()
        try:
            files[name] = _content(path)
        except OSError as error:
            unreadable[name] = error.strerror or type(error).__name__
    return Tree(root.resolve().name, files, unreadable)


def _content(path: Path) -> bytes:
    # Files of the kernel say that they are empty, and some wait for ever: who checks /dev/null has all of / read.
    if path.stat().st_size == 0:
        return b""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
