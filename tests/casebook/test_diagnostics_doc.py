"""docs/diagnostics.md tells the truth: every code, its severity, and what its examples really give."""

from __future__ import annotations

import io
import json
import re

import pytest

from simulator.casebook import difficulty, verdicts
from simulator.casebook.checking import check_tree
from simulator.casebook.diagnostics import CHANGEABLE, CODES, Severity, errors
from simulator.casebook.reader import MAX_DEPTH, MAX_EVENTS
from simulator.casebook.report import write_sarif, write_text
from simulator.casebook.tree import Tree
from simulator.i18n import has
from tests.casebook import diagnostics_examples as made
from tests.casebook.diagnostics_base import SCENARIO

EXAMPLES = made.examples()
ENTRIES = made.entries()
TEXT = made.PAGE.read_text(encoding="utf-8")
TABLE = {
    row[0]: row[1:]
    for row in re.findall(
        r"^\| \[([A-Z]\d{3})\]\(#[a-z]\d{3}\) \| (\w+) \| (\w+) \| (.+) \|$", TEXT, re.MULTILINE
    )
}


def name_of(example):
    return f"{example.code or 'intro'}-{'wrong' if example.wrong else 'right'}-line-{example.line}"


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.wrong], ids=name_of)
def test_a_wrong_example_gives_its_code_and_no_other_error(example):
    found = made.check(example)
    assert example.code in {d.code for d in found}
    expected = {example.code, *example.words.get("also", "").split(",")}
    assert {d.code for d in errors(found)} - expected == set()


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.wrong], ids=name_of)
def test_a_right_example_does_not_give_its_code_and_no_error(example):
    found = made.check(example)
    assert example.code not in {d.code for d in found}
    assert errors(found) == []


def test_the_base_that_examples_change_is_sound():
    assert made.check_scenario(SCENARIO, golden=True).found == []


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_an_entry_with_a_wrong_and_a_right_example(code):
    assert code in ENTRIES
    assert {e.wrong for e in EXAMPLES if e.code == code} == {True, False}


@pytest.mark.parametrize("code", CODES)
def test_every_entry_tells_how_to_mend_it(code):
    before, _, mend = ENTRIES[code].partition("**Mend:** ")
    assert len(before.split("Wrong:")[0].split()) > 8
    assert len(mend.split()) > 3


def test_there_is_no_entry_for_an_unknown_code():
    assert set(ENTRIES) == set(CODES)
    assert set(TABLE) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_table_tells_the_real_severity(code):
    severity, changeable, title = TABLE[code]
    assert severity == CODES[code].value
    assert changeable == ("yes" if code in CHANGEABLE else "no")
    assert f"### {code} {title}\n" in TEXT


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("code", CODES)
def test_every_code_has_words_in_both_languages(code, lang):
    assert has(f"fault-{code}", lang)


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_is_explained(severity):
    assert f"| {severity.value} |" in TEXT


def test_limits_are_those_of_the_reader():
    assert f"{MAX_DEPTH} levels" in ENTRIES["Y006"]
    assert f"{MAX_EVENTS:,} parts" in ENTRIES["Y006"]


def test_bounds_of_difficulty_are_those_of_the_checker():
    told = " ".join(ENTRIES["D001"].split())
    for level, most in difficulty._MOST_ASKED.items():
        assert re.search(rf"at level {level} [^,;.]*at most {most}\b", told, re.IGNORECASE)
    for level, least in difficulty._LEAST_ASKED.items():
        assert f"at least {least} at level {level}" in told
    assert f"LIX over {difficulty._HARD_TO_READ} " in ENTRIES["D002"]
    assert f"under {difficulty._WORDS_TO_JUDGE} words" in ENTRIES["D002"]
    assert f"under {verdicts.CLOSEST} points" in " ".join(ENTRIES["G005"].split())


def test_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)\s]+)\)", TEXT):
        name, _, anchor = target.partition("#")
        page = made.PAGE if not name else made.PAGE.parent / name
        assert page.is_file(), target
        text = page.read_text(encoding="utf-8")
        headings = {
            re.sub(r"[^\w -]", "", h).replace(" ", "-").lower() for h in re.findall(r"^#+ (.+)$", text, re.M)
        }
        assert not anchor or anchor in headings or f'id="{anchor}"' in text, target


def test_codes_whose_examples_describe_files_are_built_and_no_others():
    assert {e.code for e in EXAMPLES if e.described} == set(made.BUILT)


def test_places_in_sarif_output_lead_to_an_anchor():
    house = {name: text.encode() for name, text in made.HOUSE.items()}
    files = {f"scenarios/{n}.yaml": b"" for n in CODES}
    report = check_tree(Tree("scenarios", house | files), golden=False)
    out = io.StringIO()
    write_sarif(report, "en", out)
    rules = json.loads(out.getvalue())["runs"][0]["tool"]["driver"]["rules"]
    assert rules
    for rule in rules:
        page, anchor = rule["helpUri"].split("#")
        assert page == "docs/diagnostics.md"
        assert f'<a id="{anchor}"></a>' in TEXT


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_an_anchor_before_its_heading(code):
    assert f'<a id="{code.lower()}"></a>\n\n### {code} ' in TEXT


def test_the_message_that_is_explained_is_what_the_checker_writes():
    (example,) = [e for e in EXAMPLES if e.code == "Y010" and e.wrong]
    text = made.placed(SCENARIO, example).encode()
    tree = Tree("scenarios", {n: v.encode() for n, v in made.HOUSE.items()} | {made.FILE: text})
    report = check_tree(tree, golden=False)
    report.texts = {f"scenarios/{made.FILE}": text}
    out = io.StringIO()
    write_text(report, "en", out, infos=False, tables=False)
    shown = re.search(r"^```\n(scenarios/.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    assert shown
    assert out.getvalue().startswith(shown[1])
