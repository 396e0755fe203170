"""A scorecard is the same to the byte in another process, and with the arithmetic of another kind of processor."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

EVERY = 12
"""One golden reply in so many: all of them take a quarter of a minute a process."""
_SCORE_THEM = f"""
import sys
from benchmarks.golden_replies import golden_cases
from scoring import score
from scoring.serial import to_json

for _, reply, situation in golden_cases()[::{EVERY}]:
    sys.stdout.write(to_json(score(reply, situation)) + "\\n")
"""
PROCESSORS = ("Nehalem", "Haswell", "SkylakeX")
"""OpenBLAS sums in another order on each of these; on other machines than x86-64 it keeps its own."""


def scorecards(processor: str, seed: str) -> str:
    """What a fresh process prints for the golden replies."""
    env = {**os.environ, "OPENBLAS_CORETYPE": processor, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", _SCORE_THEM]
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def first() -> str:
    return scorecards(PROCESSORS[0], "1")


@pytest.mark.long
@pytest.mark.parametrize("processor", PROCESSORS[1:])
def test_scorecards_are_the_same_to_the_byte_whatever_the_processor(first, processor):
    cards = first.splitlines()
    assert len(cards) > 50
    differ = [a for a, b in zip(cards, scorecards(processor, "2").splitlines(), strict=True) if a != b]
    assert not differ


def test_the_rubric_is_named_after_all_data_that_scores_follow_from(tmp_path, monkeypatch):
    import shutil
    from pathlib import Path

    from scoring import fingerprint

    copy = tmp_path / "scoring"
    shutil.copytree(Path("scoring"), copy)
    monkeypatch.setattr(fingerprint.resources, "files", lambda _name: copy)
    names = {fingerprint.of_data.__wrapped__()}
    for file in ("coverage.npz", "moves.npz", "lexicon/tone.nl.yaml", "lexicon/hunspell/common.nl.txt"):
        with (copy / file).open("ab") as data:
            data.write(b" ")
        names.add(fingerprint.of_data.__wrapped__())
    assert len(names) == 5
