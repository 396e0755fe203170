"""One name for all data that scores follow from, so that a scorecard tells what it was made with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

_SUFFIXES = (".yaml", ".npz", ".txt", ".dic", ".aff")


@lru_cache(maxsize=1)
def of_data() -> str:
    """Fingerprint of word lists, fitted models and dictionaries; the points themselves are in the rubric's own."""
    sha = hashlib.sha256()
    for path, file in sorted(_files(resources.files("scoring"), ""), key=lambda pair: pair[0]):
        data = file.read_bytes()
        sha.update(f"{path}\0{len(data)}\0".encode() + data)
    return sha.hexdigest()[:16]


def _files(folder: Traversable, under: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        path = f"{under}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, path)
        elif path != "/weights.yaml" and entry.name.endswith(_SUFFIXES):
            yield path, entry
