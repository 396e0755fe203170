"""Every criterion proves itself on its own examples: wordings it must flag and wordings it must pass.

The examples stand in examples/*.yaml, one file a module of criteria:

    tone.acknowledges_emotion:
      nl:
        situation: {emotion: strong}        # changes to the base case, see build.py; may be left out
        flag: ["...", {text: "...", situation: {...}, action: reply_private}]
        pass: ["..."]

To flag means to cost points: an expected thing is missing (strength under .5), a fault or gate is seen (.5 or more).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from scoring import meaning
from scoring.criteria import CRITERIA
from scoring.engine import plays_a_part
from scoring.rubric import Criterion, Kind
from tests.scoring.build import reading

EXAMPLES = Path(__file__).parent / "examples"
MINIMUM = 4
BY_ID = {c.id: c for c in CRITERIA}


def _load() -> dict[str, Any]:
    out: dict[str, Any] = {}
    for file in sorted(EXAMPLES.glob("*.yaml")):
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        assert not out.keys() & content.keys(), f"{file.name} repeats a criterion"
        out |= content
    return out


ALL = _load()


def _cases() -> list[Any]:
    cases = []
    for cid, langs in ALL.items():
        for lang, group in langs.items():
            for wanted in ("flag", "pass"):
                for item in group[wanted]:
                    item = {"text": item} if isinstance(item, str) else item
                    changes = {**group.get("situation", {}), **item.get("situation", {})}
                    cases.append(
                        pytest.param(
                            cid, lang, wanted, item["text"], item.get("action"), changes,
                            id=f"{cid}-{lang}-{wanted}-{item['text'][:40]}",
                        )
                    )  # fmt: skip
    return cases


def flags(criterion: Criterion, text: str, lang: str, action: str | None, changes: dict[str, Any]) -> bool:
    asked = {criterion.id, *changes.get("expected", ())}
    read = reading(text, lang, action, **{**changes, "expected": asked})
    if criterion.kind is not Kind.GATE and not plays_a_part(criterion, read, read.situation):
        return False
    with meaning.one_reply():
        strength = max((s.strength for s in criterion.find(read, read.situation)), default=0.0)
    return strength < 0.5 if criterion.kind is Kind.EXPECTED else strength >= 0.5


@pytest.mark.parametrize(("cid", "lang", "wanted", "text", "action", "changes"), _cases())
def test_criterion_judges_its_example(cid, lang, wanted, text, action, changes):
    assert flags(BY_ID[cid], text, lang, action, changes) == (wanted == "flag")


@pytest.mark.parametrize("criterion", [c for c in CRITERIA if c.dimension != "speed"], ids=lambda c: c.id)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_criterion_has_enough_examples(criterion, lang):
    group = ALL.get(criterion.id, {}).get(lang, {})
    counts = {side: len(group.get(side, ())) for side in ("flag", "pass")}
    assert min(counts.values()) >= MINIMUM, f"{criterion.id} {lang}: {counts}, {MINIMUM} of each are needed"


def test_examples_name_existing_criteria():
    assert not ALL.keys() - BY_ID.keys()
