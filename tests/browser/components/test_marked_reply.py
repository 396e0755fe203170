"""The marked reply: which words, why, by mouse and by keyboard."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.components.conftest import Case

pytestmark = pytest.mark.browser

TEXT = "Hoi Sanne 👋🏽, wat vervelend dat je al drie dagen geen internet hebt!\n\nWe houden je op de hoogte. Je klantnummer 4711 heb ik. ^SV"
HOSTILE = '<img src=x onerror="alert(1)"> **vet** <b>&amp;</b> :red[rood]'
SIGNS = {"good": "✓", "improve": "▲", "critical": "■"}


def mark(words: str, kind: str, title: str, text: str = TEXT, **more: object) -> dict:
    start = text.index(words)
    base = {"id": title, "start": start, "end": start + len(words), "kind": kind, "sign": SIGNS[kind]}
    return {**base, "title": title, "body": f"Uitleg bij {title}.", "points": "", "principle": "P1", **more}


def reply(marks: list[dict], text: str = TEXT) -> dict:
    labels = {"reply": "Jouw antwoord met opmerkingen", "good": "Goed", "improve": "Kan beter"}
    labels |= {"critical": "Moet anders", "close": "Sluiten", "more": "{n} opmerkingen"}
    return {"text": text, "lang": "nl", "marks": marks, "labels": labels}


MARKS = [
    mark("Hoi Sanne 👋🏽", "good", "Je noemt de naam", points="+6"),
    mark("drie dagen", "good", "Je noemt zijn drie dagen"),
    mark("We houden je op de hoogte", "improve", "Zeg wanneer je terugkomt", points="−9"),
    mark("klantnummer 4711", "critical", "Geen klantgegevens in het openbaar"),
]


def run(page: Page, words: str) -> Locator:
    return page.locator(".mark", has=page.locator(".words").get_by_text(words, exact=True))


def test_marks_stand_on_the_right_words(case: Case, page: Page) -> None:
    case.write(reply(MARKS))
    case.open(page)
    assert page.locator(".mark .words").all_text_contents() == [
        "Hoi Sanne 👋🏽",
        "drie dagen",
        "We houden je op de hoogte",
        "klantnummer 4711",
    ]
    plain = page.locator(".text").evaluate(
        "e => [...e.childNodes].map(n => n.nodeType === 3 ? n.textContent : n.querySelector('.words').textContent).join('')"
    )
    assert plain == TEXT
    styles = page.locator(".mark .words").evaluate_all(
        "all => all.map(e => getComputedStyle(e).textDecorationStyle)"
    )
    assert styles == ["solid", "solid", "dashed", "double"]


def test_overlapping_marks_list_every_explanation(case: Case, page: Page) -> None:
    marks = [
        mark("dat je al drie dagen geen internet", "good", "Buiten"),
        mark("drie dagen geen", "critical", "Binnen"),
        mark("geen internet hebt", "improve", "Over de rand"),
    ]
    case.write(reply(marks))
    case.open(page)
    pieces = page.locator(".mark").evaluate_all(
        "all => all.map(e => [e.querySelector('.words').textContent, e.className.split(' ')[1]])"
    )
    assert pieces == [
        ["dat je al ", "good"],
        ["drie dagen ", "critical"],
        ["geen", "critical"],
        [" internet", "improve"],
        [" hebt", "improve"],
    ]
    run(page, "geen").click()
    assert page.locator(".why .title").all_text_contents() == ["Binnen", "Over de rand", "Buiten"]
    expect(run(page, "geen")).to_have_accessible_name("geen (Moet anders: Binnen, 3 opmerkingen)")
    assert page.locator(".mark .sign").all_text_contents() == ["✓", "■", "▲"]


def test_keyboard_only(case: Case, page: Page) -> None:
    case.write(reply(MARKS))
    case.open(page)
    page.locator("h1").click()
    focused = "() => document.activeElement?.shadowRoot?.activeElement?.querySelector('.words')?.textContent"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(focused):
            break
    first, second = run(page, "Hoi Sanne 👋🏽"), run(page, "drie dagen")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(first).to_have_attribute("aria-expanded", "true")
    panel = page.get_by_role("region", name="Je noemt de naam")
    expect(panel).to_contain_text("Uitleg bij Je noemt de naam.")
    expect(panel).to_contain_text("+6")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(first).to_have_attribute("aria-expanded", "false")
    expect(second).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Space")
    expect(page.locator(".panel")).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()
    expect(second).to_be_focused()


def test_text_is_shown_as_it_was_typed(case: Case, page: Page, console_errors: list[str]) -> None:
    marks = [
        mark("**vet**", "improve", HOSTILE, text=HOSTILE, body=HOSTILE, points=HOSTILE, principle=HOSTILE)
    ]
    case.write(reply(marks, HOSTILE))
    case.open(page)
    page.locator(".mark").click()
    for part in ("title", "body", "points", "principle"):
        expect(page.locator(f".why .{part}")).to_have_text(HOSTILE)
    assert page.locator(".wc img, .wc b").count() == 0
    assert console_errors == []


def test_offsets_outside_the_text_are_cut_off(case: Case, page: Page) -> None:
    whole = mark("Hoi", "good", "Ruim", start=-5, end=9999)
    empty = mark("Hoi", "good", "Leeg", start=5, end=5)
    odd = {**mark("Hoi", "good", "Vreemd"), "kind": "anders", "start": "x"}
    case.write(reply([whole, empty, odd]))
    case.open(page)
    assert "".join(page.locator(".mark .words").all_text_contents()) == TEXT
    page.locator(".mark").first.click()
    assert page.locator(".why .title").all_text_contents() == ["Vreemd", "Ruim"]


def test_a_rerun_keeps_the_explanation_open(case: Case, page: Page) -> None:
    case.write(reply(MARKS))
    case.open(page)
    run(page, "drie dagen").click()
    case.refresh(page)
    expect(page.locator(".panel")).to_be_visible()
    page.get_by_role("button", name="Sluiten").click()
    expect(page.locator(".panel")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(case: Case, page: Page, assert_accessible, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    case.write(reply([*MARKS, mark("houden je", "critical", "Nog een")]))
    case.open(page)
    assert_accessible(page)
    run(page, "houden je").click()
    expect(page.locator(".why > li")).to_have_count(2)
    assert_accessible(page)
    assert page.locator(".wc").evaluate("e => e.classList.contains('dark')") is (scheme == "dark")
