"""The YAML editor shows each fault in the margin, under the words and in a list that leads there."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.components.conftest import Case
from tests.browser.components.yaml_editor_page import (
    FAULTY,
    content,
    expect_text,
    go_to_end,
    has,
    holds,
    refresh,
    stored,
)

pytestmark = pytest.mark.browser

HOSTILE = '<img src=x onerror="alert(1)"> </script><script>alert(2)</script> **vet** :red[rood] {n}'


def test_faults_stand_in_the_list_in_words(case: Case, page: Page) -> None:
    stored(case, FAULTY)
    case.open(page)
    entries = page.locator(".fault")
    expect(entries).to_have_count(3)
    for entry, sign, words, line in zip(
        entries.all(), "■▲●", ["Fout", "Let op", "Tip"], ["2", "3", "5"], strict=True
    ):
        expect(entry.locator(".sign")).to_have_text(sign)
        expect(entry.locator(".severity")).to_have_text(words)
        expect(entry.locator(".place")).to_have_text(f"regel {line}")
    expect(entries.first).to_contain_text("Hier staat: title: een fout hier")
    expect(entries.first).to_contain_text("T000")
    expect(entries.first).to_contain_text("Zo los je het op: Haal het weg.")
    expect(page.locator(".counts")).to_have_text("■ 1 fout  ▲ 1 waarschuwing  ● 1 tip")


def test_faults_stand_in_the_margin_and_under_the_words(case: Case, page: Page) -> None:
    stored(case, FAULTY)
    case.open(page)
    for severity, words, sign in [("error", "fout", "■"), ("warning", "let op", "▲"), ("info", "tip", "●")]:
        expect(page.locator(f".cm-lintRange-{severity}")).to_have_text(words)
        marker = page.locator(f".cm-lint-marker-{severity}")
        assert marker.evaluate("e => getComputedStyle(e, '::before').content") == f'"{sign}"'
    page.locator(".cm-lintRange-error").hover()
    expect(page.locator(".cm-tooltip .message")).to_have_text("Hier staat: title: een fout hier")


def test_a_fault_typed_away_leaves_the_list(case: Case, page: Page) -> None:
    stored(case, "a: fout")
    case.open(page)
    expect(page.locator(".fault")).to_have_count(1)
    go_to_end(page)
    for _ in "fout":
        page.keyboard.press("Backspace")
    expect(page.locator(".faults-none")).to_have_text("Geen meldingen")
    expect(page.locator(".cm-lintRange, .cm-lint-marker")).to_have_count(0)
    page.keyboard.type("let op")
    expect(page.locator(".cm-lintRange-warning")).to_have_text("let op")


def test_an_older_list_says_that_it_is_being_checked(case: Case, page: Page) -> None:
    stored(case, "a: fout", deaf=True)
    case.open(page)
    expect(page.locator(".faults-state")).to_have_text("")
    go_to_end(page)
    page.keyboard.type("x")
    expect(page.locator(".faults-state")).to_have_text("wordt nagekeken …")
    expect(page.locator(".faults")).to_have_attribute("data-stale", "true")
    expect(page.locator(".fault")).to_have_count(1)


def test_a_click_in_the_list_goes_to_the_fault(case: Case, page: Page) -> None:
    stored(case, "# begin\n" + "regel: 1\n" * 300 + "einde: fout\n")
    case.open(page)
    page.locator(".fault").click()
    expect(content(page)).to_be_focused()
    expect(page.locator(".cm-activeLine")).to_have_text("einde: fout")
    expect(page.locator(".cm-activeLine")).to_be_in_viewport()
    page.keyboard.type("X")
    case.wait(holds(case, "einde: Xfout"))


def test_a_click_finds_a_fault_that_has_moved(case: Case, page: Page) -> None:
    stored(case, "a: 1\nb: fout", deaf=True)
    case.open(page)
    expect(page.locator(".cm-lintRange-error")).to_be_visible()
    content(page).click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("nieuw: 1\nnog: 2\n")
    page.locator(".fault").click()
    expect(page.locator(".cm-activeLine")).to_have_text("b: fout")


def test_columns_are_those_of_python(case: Case, page: Page) -> None:
    stored(case, "a: 😀😀 é fout en \u2028meer")
    case.open(page)
    expect(page.locator(".cm-lintRange-error")).to_have_text("fout")


def test_a_jump_is_made_once_for_each_id(case: Case, page: Page) -> None:
    stored(case, "een\ntwee\ndrie")
    case.open(page)
    stored(case, "een\ntwee\ndrie", data={"goto": {"id": "g1", "line": 2, "column": 3}})
    refresh(page)
    expect(page.locator(".cm-activeLine")).to_have_text("twee")
    page.keyboard.type("X")
    case.wait(has(case, "een\ntwXee\ndrie"))
    page.keyboard.press("Control+Home")
    refresh(page)
    expect(page.locator(".cm-activeLine")).to_have_text("een")


def test_hostile_text_is_shown_as_text(case: Case, page: Page, console_errors: list[str]) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    fault = {"line": 1, "column": 1, "end_line": 1, "end_column": 5, "severity": "error"}
    words = {"code": HOSTILE, "message": HOSTILE, "mend": HOSTILE}
    stored(case, HOSTILE, data={"diagnostics": [{**fault, **words}]})
    case.open(page)
    expect_text(page, HOSTILE)
    for part in ("code", "message", "mend"):
        expect(page.locator(f".fault .{part}")).to_contain_text(HOSTILE)
    page.locator(".cm-lintRange-error").hover()
    expect(page.locator(".cm-tooltip .message")).to_have_text(HOSTILE)
    assert page.locator(".wc img:not(.cm-widgetBuffer), .wc script").count() == 0
    assert (dialogs, console_errors) == ([], [])


def test_hidden_characters_can_be_seen(case: Case, page: Page) -> None:
    stored(case, "a: 1\u202e2")
    case.open(page)
    expect(page.get_by_role("img", name="Onzichtbaar teken U+202E")).to_be_visible()
