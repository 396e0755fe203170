"""The reply form in a real browser: nothing typed is ever lost, nothing is sent twice."""

import itertools
import re
import time

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.components.conftest import Case

pytestmark = pytest.mark.browser

SENTENCE = "Wat vervelend, ik zoek het meteen uit"
HOSTILE = '<img src=x onerror="alert(1)"> **vet** [link](http://x.invalid) <b>&amp;</b> $x$ :red[rood]'


def box(page: Page) -> Locator:
    return page.locator("textarea")


def choose(page: Page, label: str) -> None:
    page.locator(".choice", has_text=label).click()


def local_copy(page: Page, slot: str) -> dict | None:
    return page.evaluate("slot => JSON.parse(localStorage.getItem('webcare-draft:' + slot))", slot)


def clock(elapsed_s: float, target_s: float, **more: object) -> dict:
    """A clock that has run for a while when the page first shows it."""
    return {"elapsed_ms": int(elapsed_s * 1000), "target_ms": int(target_s * 1000), **more}


@pytest.mark.long  # Asks for a machine with nothing else to do, which two workers at once are not.
def test_typing_is_on_the_server_within_a_second(case: Case, page: Page) -> None:
    case.open(page)
    box(page).press_sequentially("abc")
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == "abc", seconds=1.5)

    # Someone who never stops: at most a second of typing is missing at any moment.
    begin = time.time()
    box(page).press_sequentially("x" * 40, delay=80)
    times = [begin] + [d["at"] for d in case.state()["drafts"] if d["at"] > begin]
    gaps = [b - a for a, b in itertools.pairwise(times)]
    assert len(gaps) >= 3
    assert max(gaps) < 1.4  # 0.9 s in the browser, and the way to the server on a busy machine


def test_text_and_action_travel_together(case: Case, page: Page) -> None:
    case.open(page)
    box(page).fill("tekst")
    choose(page, "Doorzetten")
    case.wait(lambda s: s["draft"] and (s["draft"]["text"], s["draft"]["action"]) == ("tekst", "escalate"))
    expect(page.locator(".save")).to_have_text(re.compile(r"Bewaard om \d\d:\d\d"))


def test_reload_in_mid_sentence_restores_every_character(case: Case, page: Page) -> None:
    case.open(page)
    choose(page, "Privé")
    box(page).press_sequentially(SENTENCE, delay=15)
    page.reload()
    expect(box(page)).to_have_value(SENTENCE)
    expect(page.get_by_role("radio", name="Privé antwoorden")).to_be_checked()
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == SENTENCE)


def test_the_newest_copy_wins(case: Case, page: Page) -> None:
    case.write({"draft": {"slot": case.name, "seq": 5, "text": "van de server", "action": ""}})
    page.goto(case.app.base_url)
    put = "([slot, seq]) => localStorage.setItem('webcare-draft:' + slot, JSON.stringify({seq, text: 'van hier', action: 'escalate', at: Date.now()}))"

    page.evaluate(put, [case.name, 4])
    case.open(page)
    expect(box(page)).to_have_value("van de server")

    page.evaluate(put, [case.name, 9])
    page.reload()
    expect(box(page)).to_have_value("van hier")
    state = case.wait(lambda s: s["draft"])
    assert (state["draft"]["seq"], state["draft"]["action"]) == (9, "escalate")


def test_damaged_or_refused_local_storage_does_no_harm(case: Case, page: Page) -> None:
    page.goto(case.app.base_url)
    page.evaluate("slot => localStorage.setItem('webcare-draft:' + slot, '{\"seq\": \"x\"')", case.name)
    case.open(page)
    expect(box(page)).to_have_value("")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied') }})"
    )
    page.reload()
    box(page).press_sequentially("toch")
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == "toch")


def test_old_and_submitted_copies_are_cleared(case: Case, page: Page) -> None:
    case.write({"data": {"submitted_slots": ["done"]}})
    page.goto(case.app.base_url)
    page.evaluate(
        """() => {
          const put = (slot, days) => localStorage.setItem('webcare-draft:' + slot,
            JSON.stringify({seq: 1, text: 'x', action: '', at: Date.now() - days * 86400000}));
          put('old', 15); put('young', 13); put('done', 0); localStorage.setItem('other', 'stays');
        }"""
    )
    case.open(page)
    page.wait_for_function("() => localStorage.getItem('webcare-draft:old') === null")
    kept = page.evaluate(
        "() => Object.keys(localStorage).filter(k => k.startsWith('webcare') || k === 'other').sort()"
    )
    assert kept == ["other", "webcare-draft:young"]


def test_a_rerun_never_touches_the_box(case: Case, page: Page) -> None:
    case.open(page)
    box(page).fill("eerste versie")
    case.wait(lambda s: s["draft"])
    box(page).press_sequentially(" en meer")
    case.write({"data": {"text": "iets anders", "seq": 99, "saved_seq": 99}})
    case.refresh(page)
    expect(box(page)).to_have_value("eerste versie en meer")
    box(page).press_sequentially("!")
    state = case.wait(lambda s: s["draft"] and s["draft"]["text"].endswith("!"))
    assert state["draft"]["seq"] >= 100


def test_a_new_slot_under_the_same_key_starts_empty(case: Case, page: Page) -> None:
    case.open(page)
    box(page).fill("beurt een")
    case.wait(lambda s: s["draft"])
    case.write({"data": {"slot": "next", "text": "", "action": "", "seq": 0, "saved_seq": 0}})
    case.refresh(page)
    expect(box(page)).to_have_value("")


@pytest.mark.parametrize("hard", [True, pytest.param(False, marks=pytest.mark.long)])
def test_time_up_while_typing_sends_every_character(case: Case, page: Page, hard: bool) -> None:
    case.open(page)
    choose(page, "Openbaar")
    box(page).press_sequentially("abcdefg " * 7)
    case.write({"clock": clock(0, 6, left_ms=6000, hard=hard)})
    case.refresh(page)
    box(page).focus()
    end = time.monotonic() + 60
    while not case.state()["expired"]:
        page.keyboard.type("abcdefg ", delay=12)
        assert time.monotonic() < end, "never expired"
    page.keyboard.type("erna")
    [expired] = case.state()["expired"]
    words = page.locator(".notice")
    if hard:
        expect(box(page)).to_have_value(expired["text"])
        expect(box(page)).not_to_be_editable()
        expect(words).to_have_text("De tijd is om. Wat er stond, is verstuurd.")
    else:
        expect(box(page)).to_have_value(re.compile("^" + re.escape(expired["text"]) + ".*erna$"))
        expect(box(page)).to_be_editable()
        expect(words).to_have_text("De streeftijd is voorbij. Je kunt nog gewoon antwoorden.")
        case.wait(lambda s: s["draft"] and s["draft"]["text"].endswith("erna"))
    assert len(expired["text"]) > 50
    assert expired["action"] == "reply_public"
    expect(page.locator(".clock")).to_contain_text("te laat")
    page.reload()  # the server knows already: not a second time
    expect(box(page)).to_have_value(re.compile("abcdefg"))
    page.wait_for_timeout(1000)
    assert len(case.state()["expired"]) == 1


def test_two_clicks_send_once(case: Case, page: Page) -> None:
    case.open(page)
    choose(page, "Openbaar")
    box(page).press_sequentially(SENTENCE)
    button = page.locator(".send")
    button.dblclick()
    case.wait(lambda s: s["submits"])
    page.wait_for_timeout(1500)
    [submit] = case.state()["submits"]
    assert (submit["text"], submit["action"]) == (SENTENCE, "reply_public")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_have_text("Wordt verstuurd …")
    assert local_copy(page, case.name) is None


def test_refused_can_be_sent_again(case: Case, page: Page) -> None:
    case.write({"refuse": "Dit bericht is <b>te lang</b>."})
    case.open(page)
    choose(page, "Openbaar")
    box(page).fill("een")
    page.locator(".send").click()
    expect(page.get_by_role("alert").filter(has_text="Dit bericht is <b>te lang</b>.")).to_be_visible()
    expect(page.locator(".send")).to_have_attribute("aria-disabled", "false")
    box(page).press_sequentially(" twee")
    page.keyboard.press("Control+Enter")
    state = case.wait(lambda s: len(s["submits"]) == 2)
    assert [s["text"] for s in state["submits"]] == ["een", "een twee"]


def test_what_is_missing_is_said_and_gets_the_focus(case: Case, page: Page) -> None:
    case.open(page)
    page.locator(".send").click()
    expect(page.locator(".alert")).to_have_text("Kies eerst wat je doet.")
    expect(page.get_by_role("radio").first).to_be_focused()
    choose(page, "Openbaar")
    page.locator(".send").click()
    expect(page.locator(".alert")).to_have_text("Schrijf eerst een antwoord.")
    expect(box(page)).to_be_focused()
    assert case.state()["submits"] == []


def test_leaving_it_needs_no_text_but_keeps_it(case: Case, page: Page) -> None:
    case.open(page)
    box(page).fill("toch iets")
    choose(page, "Laten staan")
    expect(box(page)).to_be_hidden()
    expect(page.locator(".no-text")).to_be_visible()
    choose(page, "Openbaar")
    expect(box(page)).to_have_value("toch iets")
    expect(page.locator(".audience")).to_have_text("Openbaar: iedereen leest mee")
    choose(page, "Privé")
    expect(page.locator(".audience")).to_have_text("Privé: alleen de klant leest dit")


def test_the_counter_counts_code_points(case: Case, page: Page) -> None:
    case.write({"data": {"max_chars": 10, "parts": 2, "block_over_limit": True}})
    case.open(page)
    choose(page, "Openbaar")
    box(page).fill("é😀👍🏽")  # 1 + 1 + 2 (thumb and skin tone)
    expect(page.locator(".count")).to_have_text("4 / 20 · bericht 1 van 2")
    box(page).fill("😀" * 23)
    expect(page.locator(".count")).to_have_text("■ 23 / 20 · 3 te veel")
    page.locator(".send").click()
    expect(page.locator(".alert")).to_have_text("3 te veel")
    case.write({"data": {"max_chars": 10, "parts": 2}})
    case.refresh(page)
    page.locator(".send").click()
    state = case.wait(lambda s: s["submits"])
    assert state["submits"][0]["text"] == "😀" * 23


def test_text_is_shown_as_it_was_typed(case: Case, page: Page, console_errors: list[str]) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    actions = [{"id": "a", "label": HOSTILE, "hint": HOSTILE}]
    case.write({"data": {"actions": actions, "needs_text": ["a"]}})
    case.open(page)
    page.locator(".choice").click()
    expect(page.locator(".choice")).to_contain_text(HOSTILE)
    expect(page.locator(".hint")).to_have_text(HOSTILE)
    box(page).fill(HOSTILE)
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == HOSTILE)
    page.reload()
    expect(box(page)).to_have_value(HOSTILE)
    assert page.locator(".wc img, .wc b").count() == 0
    assert (dialogs, console_errors) == ([], [])


@pytest.mark.parametrize(("left", "words"), [(60, "Nog 60 seconden"), (10, "Nog 10 seconden")])
def test_the_last_minute_and_seconds_are_said_once(case: Case, page: Page, left: int, words: str) -> None:
    case.write({"clock": clock(300 - left - 4, 300)})
    case.open(page)
    live = page.locator(".live")
    expect(live).to_have_text("")
    expect(live).to_have_text(words)
    expect(page.get_by_role("timer")).to_have_attribute("aria-live", "off")


def test_the_clock_tells_by_sign_word_and_colour(case: Case, page: Page) -> None:
    face = page.get_by_role("timer")
    for elapsed, state, text in [
        (161, "ok", r"✓0(\d):(\d\d) van 05:00op tijd"),
        (245, "soon", r"▲0(\d):(\d\d) van 05:00bijna"),
        (361, "late", r"■0(\d):(\d\d) van 05:00te laat"),
    ]:
        case.write({"clock": clock(elapsed, 300)})
        begin = time.monotonic()
        case.open(page)
        expect(face).to_have_text(re.compile(text))
        expect(face).to_have_attribute("data-state", state)
        minutes, seconds = re.search(text, face.inner_text().replace("\n", "")).groups()
        assert elapsed <= int(minutes) * 60 + int(seconds) <= elapsed + time.monotonic() - begin
    case.write({"clock": clock(361, 300, paused_ms=200_000)})
    case.open(page)
    expect(face).to_have_attribute("data-state", "ok")
    case.write({})
    case.open(page)
    expect(face).to_have_text("Geen tijdslimiet")


def test_a_standard_reply_lands_at_the_cursor_once(case: Case, page: Page) -> None:
    case.open(page)
    box(page).fill("Beste , groet")
    box(page).evaluate("b => b.setSelectionRange(6, 6)")
    case.wait(lambda s: s["draft"])
    case.write({"data": {"insert": {"id": "i1", "text": "Sanne 😀"}}})
    case.refresh(page)
    expect(box(page)).to_have_value("Beste Sanne 😀, groet")
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == "Beste Sanne 😀, groet")
    page.keyboard.press("Control+z")
    expect(box(page)).to_have_value("Beste , groet")
    page.reload()
    page.wait_for_timeout(500)
    expect(box(page)).to_have_value("Beste , groet")


def test_keyboard_only(case: Case, page: Page) -> None:
    case.open(page)
    runs = case.state()["runs"]
    page.locator("h1").click()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement?.shadowRoot?.activeElement?.type") == "radio":
            break
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Privé antwoorden")).to_be_checked()
    page.keyboard.press("Tab")
    expect(box(page)).to_be_focused()
    case.wait(lambda s: s["draft"] and s["draft"]["action"] == "reply_private")
    page.keyboard.type("rcr r")  # r and c are shortcuts of Streamlit itself
    case.wait(lambda s: s["draft"] and s["draft"]["text"] == "rcr r")
    assert page.get_by_role("dialog").count() == 0
    page.keyboard.press("Tab")
    expect(page.locator(".send")).to_be_focused()
    page.keyboard.press("Enter")
    state = case.wait(lambda s: s["submits"])
    assert len(state["submits"]) == 1
    assert state["runs"] - runs < 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(case: Case, page: Page, assert_accessible, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    case.write({"clock": clock(250, 300)})
    case.open(page)
    assert_accessible(page)
    choose(page, "Openbaar")
    box(page).fill("x" * 300)
    page.locator(".send").click()
    expect(page.locator(".send")).to_have_attribute("aria-disabled", "true")
    assert_accessible(page)
    dark = page.locator(".wc").evaluate("e => e.classList.contains('dark')")
    assert dark is (scheme == "dark")


def test_the_theme_may_change_while_open(case: Case, page: Page) -> None:
    page.emulate_media(color_scheme="light")
    case.open(page)
    box(page).fill("blijft")
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".wc.dark")).to_be_visible()
    expect(box(page)).to_have_value("blijft")
