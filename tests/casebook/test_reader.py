"""Reading trainers' YAML: every fault at its line, nothing dangerous, nothing lost."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.casebook.reader import MAX_BYTES, read_bytes


def faults(text: str | bytes) -> list[tuple[int, int, str]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(f.line, f.column, f.code) for f in read_bytes(data, "x.yaml").faults]


@pytest.mark.parametrize("scalar", ["9:30", "no", "0123", "2026-11-21", "1_000", "true", "~", "3.10"])
def test_every_scalar_stays_the_text_that_was_typed(scalar):
    assert read_bytes(f"a: {scalar}".encode(), "x").value == {"a": scalar}


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert read_bytes(b"\xef\xbb\xbfa: 1", "x").value == {"a": "1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2", (2, 1, "Y005")),
        ("a: &anker tekst", (1, 4, "Y004")),
        ("a: 1\nb: *ergens", (2, 4, "Y011")),
        ("a: !!python/object:os.system x", (1, 4, "Y012")),
        ("a: @netwijs help", (1, 4, "Y013")),
        ("a: [1, 2", (1, 4, "Y024")),
        ("", (1, 1, "Y007")),
        ("- a\n- b", (1, 1, "Y008")),
        ("? [a]\n: b", (1, 3, "Y009")),
        (b"a: goed\nb: \xff", (2, 1, "Y001")),
    ],
)
def test_a_fault_is_found_at_its_line(text, expected):
    assert expected in faults(text)


def test_all_duplicates_are_reported_at_once():
    assert [f[2] for f in faults("a: 1\na: 2\nb:\n  c: 1\n  c: 2")] == ["Y005", "Y005"]


def test_an_alias_bomb_is_refused_and_never_expanded():
    bomb = "a: &a [x,x]\n" + "\n".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]" for n in range(20)
    )
    assert {f[2] for f in faults(bomb)} == {"Y004", "Y011"}


def test_deep_nesting_is_refused():
    assert "Y006" in {f[2] for f in faults("a: " + "[" * 60 + "]" * 60)}


def test_a_huge_file_is_refused():
    assert faults(b"a: " + b"x" * MAX_BYTES) == [(1, 1, "Y002")]


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_ever_raise(data):
    document = read_bytes(data, "x.yaml")
    assert document.value is not None or document.faults


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=30), max_size=5))
def test_texts_survive_the_round_through_yaml(value):
    dumped = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    document = read_bytes(dumped.encode("utf-8", "surrogatepass"), "x")
    if value and not document.faults:
        assert document.value == value


def test_a_block_of_text_is_no_key():
    assert [d.code for d in read_bytes(b"? |4", "x.yaml").found] == ["Y009"]


def test_a_value_too_long_for_a_message_is_cut_there():
    document = read_bytes(b"id: a", "x.yaml")
    document.add("R001", (1, 1), turn="a" * 3_000)
    assert len(dict(document.found[0].params)["turn"]) == 500


def test_a_hashtag_stuck_to_a_closed_bracket_is_told():
    document = read_bytes(b"a: [b]#vonkel\n", "x.yaml")
    assert [(d.code, d.line, d.column) for d in document.found] == [("Y010", 1, 7)]
    assert read_bytes(b"a: [b] # remark\n", "x.yaml").found == []


def test_an_instruction_for_yaml_is_told_because_its_words_are_lost():
    document = read_bytes(b"# remark\n%TAG ! x\n---\na: b\n", "x.yaml")
    assert [(d.code, d.line, d.column) for d in document.found] == [("Y014", 2, 1)]
    assert read_bytes(b"%YAML 1.2\n---\na: b\n", "x.yaml").found == []
