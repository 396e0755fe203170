"""Changing values in trainers' YAML: what was asked is there, all else stays as it stood, byte for byte."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.casebook.library import load_library
from simulator.casebook.reader import MAX_BYTES, read_bytes
from simulator.casebook.rewrite import CannotRewriteError, Keys, set_values, set_version

ROOT = Path(__file__).parent.parent.parent
FILES = sorted((ROOT / "scenarios").glob("*/*.yaml"))
HOSTILE = [
    "#fail", "&co", "*sigh*", "'t is weer zover", "@netwijs", "9:30", "0123", "no", "- x", "a: b", "a:", "x #y", "---", "...",
    "!tag", "%x", "`x`", '"x', "|", "> 70", "? x", "[a", "{naam}", "{a: b}", "~", "null", "", "a  b", "3.10", "2026-11-21", "=", "<<",
    "“krom”", "‘t", "😠 boos 👨‍👩‍👧", "tab\tin het midden", "regel\n\n\nregel", "regel  \nregel", "regel\n    dieper\n\tmet tab\nterug",
    "regel\n   \nregel", "#a\n#b", "---\n...\nx", "NEL\x85regel", "LS\u2028regel PS\u2029regel", "CR\r\nregel\rregel", "\ufeffBOM",
    "lang " * 30, "\\n \\ \\\\", "a, b ] c } d", "x: |\n  y", "'", "''", '"', "-5", "-", ":", "a:b", "http://x.example/?a=b#c",
]  # fmt: skip
SIGNS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(SIGNS | st.sampled_from("\n\t :#-'\"{}[],"), max_size=120),
    st.text(SIGNS, min_size=81, max_size=100),
)


@cache
def text_of(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def read(text: str) -> dict:
    document = read_bytes(text.encode("utf-8"), "x")
    assert document.faults == []
    return document.value


def ways(value: object, way: Keys = ()) -> list[tuple[Keys, object]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(way, value), *(pair for key, part in parts for pair in ways(part, (*way, key)))]


@cache
def value_of(file: Path) -> dict:
    """What a file says; never changed."""
    return read(text_of(file))


@cache
def ways_to(file: Path, kind: type) -> list[Keys]:
    return [way for way, value in ways(value_of(file)) if way and isinstance(value, kind)]


def put(value: object, way: Keys, new: object) -> object:
    """The value with another one at a way."""
    changed = deepcopy(value)
    inner = changed
    for part in way[:-1]:
        inner = inner[part]
    inner[way[-1]] = new
    return changed


def stripped(value: object) -> object:
    if isinstance(value, dict):
        return {key: stripped(part) for key, part in value.items()}
    return [stripped(part) for part in value] if isinstance(value, list) else value.strip()


def at(value: object, way: Keys) -> object:
    for part in way:
        value = value[part]
    return value


def refused(text: str, changes: dict) -> str:
    with pytest.raises(CannotRewriteError) as caught:
        set_values(text, changes)
    return caught.value.code


files = st.sampled_from(FILES)
ITEMS = settings(max_examples=80, deadline=None)


# What is asked is there, and nothing else has changed.


@ITEMS
@given(files, st.data(), TEXTS)
def test_any_text_at_any_place_reads_back_and_nothing_else_changes(file, data, new):
    way = data.draw(st.sampled_from(ways_to(file, str)))
    result = read(set_values(text_of(file), {way: new}))
    got = at(result, way)
    assert got.strip() == new.strip()
    assert result == put(value_of(file), way, got)


@ITEMS
@given(files, st.data(), TEXTS)
def test_lines_outside_the_changed_value_stay_byte_for_byte(file, data, new):
    text = text_of(file)
    way = data.draw(st.sampled_from(ways_to(file, str)))
    line, column, end_line, end_column = read_bytes(text.encode(), "x").ranges[way]
    old, changed = text.split("\n"), set_values(text, {way: new}).split("\n")
    behind = old[end_line:] if end_column > 1 else old[end_line - 1 :]
    assert changed[: line - 1] == old[: line - 1]
    assert changed[len(changed) - len(behind) :] == behind
    if (line, column) != (end_line, end_column):
        assert changed[line - 1].startswith(old[line - 1][: column - 1])


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_values_that_are_there_already_leave_the_file_as_it_is(file):
    assert set_values(text_of(file), {(key,): value for key, value in value_of(file).items()}) == text_of(
        file
    )


@ITEMS
@given(files, st.data(), TEXTS)
def test_windows_line_ends_and_a_byte_order_mark_stay(file, data, new):
    new = new.replace("\r", "")
    way = data.draw(st.sampled_from(ways_to(file, str)))
    windows = "\ufeff" + text_of(file).replace("\n", "\r\n")
    assert set_values(windows, {way: new}) == "\ufeff" + set_values(text_of(file), {way: new}).replace(
        "\n", "\r\n"
    )


@ITEMS
@given(files, st.data())
def test_a_key_removed_and_added_again_has_the_same_meaning(file, data):
    text = text_of(file)
    way = data.draw(st.sampled_from([w for w, _ in ways(value_of(file)) if w and isinstance(w[-1], str)]))
    without = set_values(text, {way: None})
    assert way not in [w for w, _ in ways(read(without))]
    again = set_values(without, {way: at(value_of(file), way)})
    assert stripped(read(again)) == stripped(value_of(file))


@ITEMS
@given(files, st.data())
def test_a_list_changed_at_will_reads_back_and_nothing_else_changes(file, data):
    text = text_of(file)
    way = data.draw(st.sampled_from(ways_to(file, list)))
    old = at(value_of(file), way)
    kept = data.draw(st.permutations(old).map(lambda items: items[: len(items) * 2 // 3]))
    new = kept + data.draw(st.lists(st.sampled_from(HOSTILE), max_size=3))
    changed = set_values(text, {way: new})
    assert set_values(changed, {way: new}) == changed
    result = read(changed)
    assert len(at(result, way)) == len(new)
    assert result == put(value_of(file), way, at(result, way))


@pytest.mark.parametrize("new", HOSTILE)
@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("a: x\nb: y\n", ("a",)),
        ('a: "x"  # waarom\nb: y\n', ("a",)),
        ("a: 'x'\nb: y", ("a",)),
        ("a: |\n  x\n\nb: y\n", ("a",)),
        ("a: |-  # waarom\n    x\n    y\n# b\nb: y\n", ("a",)),
        ("a: >\n  x\n  y\nb: y\n", ("a",)),
        ("a:\nb: y\n", ("a",)),
        ("a: {k: x, m: z}  # waarom\n", ("a", "k")),
        ("a: [x, y]\n", ("a", 1)),
        ("a:\n- x # waarom\n- y\n", ("a", 0)),
        ("a:\n  - k: x\n    m: z\n", ("a", 0, "k")),
        ("a: x\n    # dieper dan de tekst\nb: y\n", ("a",)),
        ("b: y\n", ("nieuw", "k")),
        ("a: [x]\n", ("a", 1)),
    ],
)  # fmt: skip
def test_hostile_texts_are_kept_in_every_layout(text, way, new):
    result = set_values(text, {way: new})
    assert at(read(result), way).strip() == new.strip()
    assert result.count("#") - new.count("#") == text.count("#")


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x80", "\x9f", "\ud800", "\ufffe"])
@pytest.mark.parametrize("place", [("a",), ("nieuw",)])
def test_signs_that_yaml_cannot_hold_are_refused(sign, place):
    with pytest.raises(CannotRewriteError) as caught:
        set_values("a: x\n", {place: ["goed", {"k": f"a{sign}b"}]})
    assert (caught.value.code, caught.value.params) == ("rewrite-error-sign", {"what": f"U+{ord(sign):04X}"})


# Layout.

SCENARIO = """\
# Wie dit leest: pas vooral de tekst aan.
format: 1
id:   proef   # de naam van het bestand
title: { nl: 'Proef',en: Test }
briefing:
    nl: |   # kort houden
        Oud.

    # en in het Engels
    en: "Old."
principles: [R2, R7]   # hoogstens vijf

people: []
facts:
# eerst het belangrijkste
- een
- "twee"  # tweemaal gezegd

- drie
turns:
  - id: opening
    # de eerste post
    post: |
      Hoi
    bystanders:
      - {who: Ali, text: "Netjes"}
    points:
      - id: spijt
        say: Zeg sorry.
        phrasings:
          - het spijt me   # kort
          - sorry
          # tot hier
debrief:
  lessons: [les]
# einde
"""


def changed(changes: dict, text: str = SCENARIO) -> tuple[str, str]:
    """The lines that fell away and the lines that came, as texts."""
    old, new = text.split("\n"), set_values(text, changes).split("\n")
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return "\n".join(old), "\n".join(new)


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({("id",): "x"}, "id:   proef   # de naam van het bestand", "id:   x   # de naam van het bestand"),
        ({("title", "nl"): "'t"}, "title: { nl: 'Proef',en: Test }", "title: { nl: '''t',en: Test }"),
        ({("title", "en"): "a, b"}, "title: { nl: 'Proef',en: Test }", "title: { nl: 'Proef',en: \"a, b\" }"),
        ({("briefing", "nl"): "Nieuw."}, "        Oud.", "        Nieuw."),
        ({("briefing", "en"): "New: x"}, '    en: "Old."', '    en: "New: x"'),
        ({("briefing", "en"): "a\nb"}, '    en: "Old."', "    en: |\n      a\n      b"),
        ({("principles", 1): None}, "principles: [R2, R7]   # hoogstens vijf", "principles: [R2]   # hoogstens vijf"),
        ({("principles", 2): "T6"}, "principles: [R2, R7]   # hoogstens vijf", "principles: [R2, R7, T6]   # hoogstens vijf"),
        ({("people", 0): "Jan Jansen"}, "people: []", "people:\n  - Jan Jansen"),
        ({("facts", 1): "'s avonds"}, '- "twee"  # tweemaal gezegd', '- "\'s avonds"  # tweemaal gezegd'),
        ({("facts", 0): "a: b"}, "- een", "- |\n  a: b"),
        ({("facts", 2): None}, "- drie\n", ""),
        ({("facts", 3): "vier"}, "", "- vier\n"),
        ({("facts",): ["een", "nieuw", "twee", "drie"]}, "", "- nieuw\n"),
        ({("turns", 0, "id"): None}, "  - id: opening", "  -"),
        ({("turns", 0, "bystanders", 1): {"who": "Bo", "text": "a: b"}}, "", '      - {who: Bo, text: "a: b"}\n'),
        ({("turns", 0, "points", 0, "phrasings", 2): "excuses"}, "", "          - excuses\n"),
        ({("turns", 0, "points", 0, "weight"): "small"}, "", "        weight: small\n"),
        ({("turns", 0, "post"): "Hoi\n\n  dag"}, "", "\n        dag\n"),
        ({("debrief", "lessons", 0): None}, "  lessons: [les]", "  lessons: []"),
    ],
)  # fmt: skip
def test_only_the_asked_lines_change(changes, old, new):
    assert tuple(part.strip("\n") for part in changed(changes)) == (old.strip("\n"), new.strip("\n"))


def test_a_key_is_added_where_the_schema_has_it():
    result = set_values(SCENARIO, {("version",): "2", ("language",): "nl", ("turns", 0, "emotion"): "mild"})
    assert [*read(result)][:5] == ["format", "id", "version", "language", "title"]
    assert [*read(result)["turns"][0]] == ["id", "post", "bystanders", "emotion", "points"]


def test_a_key_that_comes_first_in_the_schema_is_added_first():
    assert set_values("turns:\n  - post: x\n", {("turns", 0, "id"): "a", ("format",): "1"}) == (
        "format: 1\nturns:\n  - id: a\n    post: x\n"
    )


def test_a_key_of_a_protocol_is_added_where_the_protocol_has_it():
    text = "format: 1\nname: Netwijs\nemoji: yes\n"
    assert [*read(set_values(text, {("tone_words", 0): "eerlijk"}))] == [
        "format",
        "name",
        "tone_words",
        "emoji",
    ]


def test_a_key_that_the_schema_does_not_know_is_added_at_the_end():
    assert set_values("a: x\nb: y\n", {("0",): "z", ("c d",): "q"}) == 'a: x\nb: y\n"0": z\nc d: q\n'.replace(
        '"0"', "0"
    )


def test_missing_parents_are_made():
    result = set_values(
        "format: 1\nturns: []\n", {("start", "mood"): "20", ("turns", 0, "actions", "best", 0): "pass_on"}
    )
    assert result == "format: 1\nstart:\n  mood: 20\nturns:\n  - actions:\n      best:\n        - pass_on\n"


def test_keys_and_items_with_their_own_depth_are_written_as_people_write_them():
    point = {"id": "p", "say": "Zeg: sorry", "phrasings": ["een", "twee\nregels"], "not_enough": []}
    assert set_values("turns:\n  - id: a\n", {("turns", 0, "points"): [point]}) == (
        "turns:\n  - id: a\n    points:\n      - id: p\n        say: |\n          Zeg: sorry\n        phrasings:\n"
        "          - een\n          - |\n            twee\n            regels\n        not_enough: []\n"
    )


def test_a_comment_below_never_becomes_part_of_a_text():
    assert read(set_values("a: x\n      # dieper\nb: y\n", {("a",): "een\ntwee"})) == {
        "a": "een\ntwee\n",
        "b": "y",
    }


@pytest.mark.parametrize(
    "way", [("customer", "handle"), ("variants", 0, "dag"), ("turns", 0, "points", 0, "id")]
)
def test_no_line_end_is_added_to_a_name_or_a_variable(way):
    text = "turns:\n  - points:\n      - say: x\nvariants:\n  - naam: Jo\n"
    assert at(read(set_values(text, {way: "@sanne: 'x'"})), way) == "@sanne: 'x'"


@pytest.mark.parametrize("way", [("turns", 0, "post"), ("facts", 0), ("golden", 0, "text")])
def test_a_post_or_sentence_stands_under_a_plain_bar(way):
    assert ": |\n" in set_values("turns:\n  - id: a\n", {way: "#fail"}).replace("- |", ": |")


@pytest.mark.parametrize(
    "text", ["a: x", "a: x\r\nb: |\r\n  y", "b: |+\n  y\n\n\na: x\n", "b: |\n  y\n   \n\na: z"]
)
def test_what_stands_at_the_end_of_a_file_stays(text):
    result = set_values(text, {("c",): "een\ntwee", ("a",): "nieuw"})
    assert read(result + "\n") == read(text + "\n") | {"a": "nieuw", "c": "een\ntwee\n"}
    assert text.endswith("\n") == result.endswith("\n")
    assert ("\r\n" in text) == ("\r\n" in result)


@pytest.mark.parametrize(
    ("text", "changes", "result"),
    [
        ("a: {}\n", {("a", "k"): "x"}, "a:\n  k: x\n"),
        ("a: {k: [ ]}\n", {("a", "k", 0): "x"}, "a: {k: [x]}\n"),
        ("a: {k, m: x}\n", {("a", "k"): "y"}, "a: {k: y, m: x}\n"),
        ("a: [x, # een\n  y, # twee\n  ]\n", {("a", 1): None}, "a: [x, # een\n   # twee\n  ]\n"),
        ("a: [x, # een\n  y # twee\n  ]\n", {("a", 1): None}, "a: [x, # een\n   # twee\n  ]\n"),
        ("a: [x, y, z]\n", {("a", 0): None, ("a", 2): None}, "a: [y]\n"),
        ("a:\n  - - x\n    - y\n", {("a", 0, 0): None}, "a:\n  - - y\n"),
        ("a:\n  k: x\n  m: y\n", {("a",): "tekst"}, "a: tekst\n"),
        ("a: # waarom\n  - x\n  - y\nb: z\n", {("a",): {"k": "x"}}, "a: # waarom\n  k: x\nb: z\n"),
        ("a: x # waarom\nb: z\n", {("a",): ["y"]}, "a: # waarom\n  - y\nb: z\n"),
        ("a:\n  - x\n", {("a", 0): {"k": "y", "m": "z"}}, "a:\n  - k: y\n    m: z\n"),
        ("a:\n  - |\n      x\n", {("a", 0): {"k": "y", "m": "z"}}, "a:\n  - k: y\n    m: z\n"),
        ("a:\n  - k: y\n    m: z\n  - x\n", {("a", 0): "tekst"}, "a:\n  - tekst\n  - x\n"),
        ("a:\n  - k: y\n", {("a", 0, "k"): None}, "a:\n  - {}\n"),
        ("a:\n  k: y\n    # over k\n  m: z\n", {("a", "k"): None}, "a:\n  m: z\n"),
        ("a:\n  k: y\n  # over m\n  m: z\n", {("a", "k"): None}, "a:\n  # over m\n  m: z\n"),
        ("---\na: x\n...\n", {("b",): "y"}, "---\na: x\nb: y\n...\n"),
        ("a:\n  k: x\n", {("a",): {"m": "y"}}, "a:\n  m: y\n"),
        ("a: [x, y]\n", {("a",): []}, "a: []\n"),
        ("a: x\n", {("b",): {"k": None, "m": "y"}}, "a: x\nb:\n  m: y\n"),
        ("a: x\n", {("b",): None, ("c", "d"): None}, "a: x\n"),
        ("a: [x]\n", {("a", 2): "z", ("a", 1): "y"}, "a: [x, y, z]\n"),
        ("a:\n  - |+\n    x\n\nb: z\n", {("a", 1): "y"}, "a:\n  - |+\n    x\n\n  - y\nb: z\n"),
        ("a: no\n", {("a",): "yes"}, "a: yes\n"),
        ("a: 5\n", {("a",): "007"}, 'a: "007"\n'),
    ],
)  # fmt: skip
def test_small_layouts(text, changes, result):
    assert set_values(text, changes) == result


# What cannot be done.


@pytest.mark.parametrize(
    ("text", "changes", "code"),
    [
        ("a: &x y\n", {("a",): "z"}, "rewrite-error-unreadable"),
        ("a: @x\n", {("a",): "z"}, "rewrite-error-unreadable"),
        ("", {("a",): "z"}, "rewrite-error-unreadable"),
        ("a: \ud800\n", {("a",): "z"}, "rewrite-error-sign"),
        ("a: x\n", {("a", "b"): "z"}, "rewrite-error-nowhere"),
        ("a: [x]\n", {("a", 2): "z"}, "rewrite-error-nowhere"),
        ("a: [x]\n", {("a", 1): None}, "rewrite-error-nowhere"),
        ("a: [x]\n", {("a", -1): "z"}, "rewrite-error-nowhere"),
        ("a: [x]\n", {("a", "b"): "z"}, "rewrite-error-nowhere"),
        ("a: {b: x}\n", {("a", 0): "z"}, "rewrite-error-nowhere"),
        ("a: x\n", {("b", 1): "z"}, "rewrite-error-nowhere"),
        ("a: x\n", {(): {"b": "z"}}, "rewrite-error-nowhere"),
        ("a: x\n", {("a",): None}, "rewrite-error-nowhere"),
        ("a: {b: x}\n", {("a",): "z", ("a", "b"): "y"}, "rewrite-error-overlap"),
        ("a: x\n", {("a",): 3}, "rewrite-error-kind"),
        ("a: x\n", {("a",): ["x", None]}, "rewrite-error-kind"),
        ("a: x\n", {("a",): {1: "x"}}, "rewrite-error-kind"),
        ("a: [b: x]\n", {("a", 0, "c"): "z"}, "rewrite-error-layout"),
        ("a: x\n", {("a",): "z" * MAX_BYTES}, "rewrite-error-result"),
        ("a: |+\n  x\nb: y\n\nc: z\n", {("b",): None}, "rewrite-error-meaning"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_its_reason(text, changes, code):
    assert refused(text, changes) == code


def test_a_refusal_says_where_the_file_cannot_be_read():
    with pytest.raises(CannotRewriteError) as caught:
        set_values("a: x\nb: &y z\n", {("a",): "q"})
    assert caught.value.params == {"fault": "Y004", "line": "2"}


# Versions.


def test_a_new_version_changes_two_lines():
    text = "format: 1\nversion:  1  # telt op\nstatus: 'draft'\ntitle: {nl: x, en: y}\n"
    assert set_version(text, 7, "published") == text.replace("1  #", "7  #").replace("draft", "published")


def test_a_file_without_version_gets_one():
    assert (
        set_version("format: 1\nid: x\ntitle: y\n", 1, "draft")
        == "format: 1\nid: x\nversion: 1\nstatus: draft\ntitle: y\n"
    )


def test_a_collection_with_changed_files_can_still_be_used(tmp_path):
    for file in (ROOT / "tests" / "data" / "scenarios" / "netwijs").rglob("*.*"):
        target = tmp_path / "netwijs" / file.relative_to(ROOT / "tests" / "data" / "scenarios" / "netwijs")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    scenario = tmp_path / "netwijs" / "internet-drie-dagen.yaml"
    scenario.write_text(
        set_values(
            scenario.read_text(encoding="utf-8"),
            {("title", "nl"): "Een: titel", ("customer", "handle"): "@x: y"},
        ),
        encoding="utf-8",
    )
    case = load_library(tmp_path).cases["internet-drie-dagen"]
    assert (case.scenario.title.nl, case.scenario.customer.handle) == ("Een: titel", "@x: y")
