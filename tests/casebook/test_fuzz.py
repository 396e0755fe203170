"""Spoilt files: whatever a trainer's file holds, the checker says what is wrong with it and loses nothing in silence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.casebook.document import Document
from simulator.casebook.reader import read_bytes
from tests.casebook import fuzz
from tests.casebook.fuzz_checks import dropped, outcome_of
from tests.casebook.fuzz_mutations import HOSTILE, NASTY

COUNT = 5_000
SEED = 20_261
HOUSE = fuzz.material()[1][0]


@pytest.fixture(scope="module")
def tally() -> fuzz.Tally:
    return fuzz.fuzz(SEED, range(COUNT), fuzz.QUICK_BYTES)


def test_no_spoilt_file_raises_hangs_or_loses_what_was_typed(tally):
    told = {kind: (times, data[:400], detail) for kind, (times, data, _, _, detail) in tally.failures.items()}
    assert told == {}


def test_the_spoilt_files_reach_much_of_the_checker(tally):
    assert tally.count == COUNT
    assert COUNT * 0.1 < tally.accepted < COUNT * 0.6
    assert len(tally.codes) >= 50


def test_the_same_seed_makes_the_same_files():
    assert fuzz.made(7, 3, 2_000) == fuzz.made(7, 3, 2_000)
    assert len({fuzz.made(7, number, 2_000)[0] for number in range(50)}) > 45


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    assert outcome_of(data, "x", HOUSE).failures == ()


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(text):
    assert outcome_of(text.encode("utf-8", "surrogatepass"), "x", HOUSE).failures == ()


@settings(max_examples=400, deadline=None)
@example(["{}", "#", "&"])
@example(["a: [b]", "#", "c"])
@given(st.lists(st.sampled_from((*NASTY, *HOSTILE[:90], "a", "b: ", "\n", "\n  ")), max_size=14))
def test_no_heap_of_signs_raises(parts):
    assert outcome_of("".join(parts).encode(), "x", HOUSE).failures == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: een twee", "een"),
        ("a: 'een # twee'", "een"),
        ("a: |\n  een\n  # twee\n", "een\n"),
        ("a: een#twee", "een"),
    ],
)
def test_a_reader_that_drops_a_word_is_caught(text, value):
    document = read_bytes(text.encode(), "x.yaml")
    document.scalars = [(way, value) for way, _ in document.scalars]
    assert [f.kind for f in dropped(document)] == ["value is not what was typed"]


def test_a_reader_that_drops_a_line_is_caught():
    document = read_bytes(b"a: een\nb: twee\n", "x.yaml")
    document.value = {"a": "een"}
    document.scalars = document.scalars[:1]
    assert [f.kind for f in dropped(document)] == ["typed but not read"]


@pytest.mark.parametrize(
    "text",
    ["a: een # uitleg\n# b: c\nd: [e, f] # g", "'a # b': |2 # c\n   d\n", "? |-\n  a # b\n: >\n  c\n  # d\n"],
)
def test_comments_and_signs_of_yaml_are_no_loss(text):
    document = read_bytes(text.encode(), "x.yaml")
    assert document.value is not None
    assert list(dropped(document)) == []


def test_a_diagnostic_outside_the_file_is_caught(monkeypatch):
    def misplaced(document: Document) -> None:
        document.add("P005", (99, 1), what="x")

    monkeypatch.setattr("simulator.casebook.examine.check_wording", misplaced)
    assert "place outside the file P005" in {f.kind for f in outcome_of(b"a: b", "x", HOUSE).failures}


def test_a_failing_file_is_made_small():
    data = Path(fuzz.__file__).read_bytes()
    assert fuzz.shrunk(data, lambda smaller: b"BIG_FILES" in smaller) == b"BIG_FILES"


def test_every_seed_is_a_good_file():
    for seed in fuzz.material()[0]:
        house = None if seed.protocol else fuzz.material()[1][seed.house]
        outcome = outcome_of(seed.text.encode(), fuzz.name_of(seed), house)
        assert (outcome.failures, outcome.model is not None) == ((), True), seed.name


def test_hostile_values_come_through_as_the_text_they_are():
    rng = random.Random(SEED)
    for value in (*HOSTILE, *NASTY):
        text = yaml.safe_dump({"a": value, "b": rng.choice(HOSTILE)}, default_style='"', allow_unicode=True)
        assert read_bytes(text.encode(), "x.yaml").value == yaml.safe_load(text)
