"""The thread shows every text as it was typed, in the look of its channel."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.components.conftest import Case

pytestmark = pytest.mark.browser

HOSTILE = '<img src=x onerror="alert(1)"> **vet** [link](http://x.invalid) <b>&amp;</b> :red[rood]'
CHANNELS = ["x", "facebook", "instagram", "whatsapp", "chat", "email", "review"]


def message(number: int, side: str, text: str, **more: object) -> dict:
    who = {"customer": "Sanne de Vries", "us": "NetNoord", "bystander": "Kees", "note": ""}[side]
    handle = {"customer": "@sanne_vd", "us": "@NetNoord", "bystander": "@kees.b", "note": ""}[side]
    base = {"id": str(number), "who": who, "handle": handle, "side": side, "time": "14:02", "private": False}
    return {**base, "text": text, **more}


def conversation(
    channel: str = "x", first: str = "Al 3 dagen geen internet 😡 #fail @NetNoord\n\nSchandalig!"
) -> dict:
    return {
        "channel": channel,
        "lang": "nl",
        "labels": {"thread": "Gesprek met Sanne", "likes": "{n} keer leuk gevonden"},
        "mood": {"value": 20, "label": "boos"},
        "visibility": {"label": "Openbaar: 12 mensen lezen mee"},
        "items": [
            message(0, "note", "12 nov, telefoon: ‘monteur komt morgen’", who="Eerder"),
            message(1, "customer", first, likes=4, subject="Klacht" if channel == "email" else ""),
            message(2, "bystander", "Bij mij precies hetzelfde @sanne_vd"),
            message(3, "us", "Wat vervelend, Sanne. Stuur je ons een DM? ^SV"),
            message(4, "customer", "Oké, gedaan.", private=True, label="privé"),
        ],
    }


@pytest.mark.parametrize("channel", CHANNELS)
def test_every_channel_shows_the_whole_conversation(case: Case, page: Page, channel: str) -> None:
    case.write(conversation(channel))
    case.open(page)
    listing = page.get_by_role("list", name="Gesprek met Sanne")
    expect(listing.get_by_role("listitem")).to_have_count(5)
    expect(listing.get_by_role("article")).to_have_count(5)
    expect(page.locator(".body").nth(1)).to_have_text(
        "Al 3 dagen geen internet 😡 #fail @NetNoord\n\nSchandalig!"
    )
    expect(page.locator(".body").nth(1)).to_have_attribute("lang", "nl")
    expect(page.get_by_text("Openbaar: 12 mensen lezen mee")).to_be_visible()
    expect(page.locator(".mood-word")).to_have_text("boos")
    expect(page.locator(".private .tag")).to_have_text("privé")


def test_tags_and_mentions_are_coloured_and_never_links(case: Case, page: Page) -> None:
    case.write(conversation(first="Mail jan@bedrijf.nl over #drie_dagen, @NetNoord. #é! C# of a#b"))
    case.open(page)
    body = page.locator(".body").nth(1)
    assert body.locator(".token").all_text_contents() == ["#drie_dagen", "@NetNoord", "#é"]
    expect(body).to_have_text("Mail jan@bedrijf.nl over #drie_dagen, @NetNoord. #é! C# of a#b")
    assert page.locator(".wc a").count() == 0


def test_text_is_shown_as_it_was_typed(case: Case, page: Page, console_errors: list[str]) -> None:
    data = conversation(first=HOSTILE)
    data["items"] = [{**item, "who": HOSTILE, "handle": HOSTILE, "label": HOSTILE} for item in data["items"]]
    data["visibility"] = data["mood"] = {"label": HOSTILE, "value": "width:1px"}
    case.write(data)
    case.open(page)
    expect(page.locator(".body").nth(1)).to_have_text(HOSTILE)
    expect(page.locator(".who").first).to_have_text(HOSTILE)
    assert page.locator(".wc img, .wc b, .wc a").count() == 0
    assert console_errors == []


def test_a_rerun_keeps_a_selection_and_a_new_message_appears(case: Case, page: Page) -> None:
    case.write(conversation())
    case.open(page)
    page.locator(".body").nth(3).evaluate("e => { e.kept = true }")
    case.refresh(page)
    assert page.locator(".body").nth(3).evaluate("e => e.kept")
    data = conversation()
    data["items"].append(message(5, "us", "Dank je!"))
    case.write(data)
    case.refresh(page)
    expect(page.get_by_text("Dank je!")).to_be_visible()


@pytest.mark.parametrize(
    ("channel", "scheme"), [(c, ("light", "dark")[n % 2]) for n, c in enumerate((*CHANNELS, CHANNELS[0]))]
)
def test_accessible(case: Case, page: Page, assert_accessible, channel: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    data = conversation(channel)
    data["items"] += [message(9 + n, "bystander", "x", who=f"Naam {n}", handle=f"@n{n}") for n in range(8)]
    case.write(data)
    case.open(page)
    expect(page.locator(".item")).to_have_count(13)
    assert_accessible(page)
    assert page.locator(".wc").evaluate("e => e.classList.contains('dark')") is (scheme == "dark")


def test_fits_a_phone(case: Case, page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    case.write(conversation(first="Donaudampfschifffahrtsgesellschaft" * 6))
    case.open(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 375
    assert page.locator(".thread").evaluate("e => e.scrollWidth <= e.clientWidth")
