"""A knowledge article: its layout is kept, and nothing in it is read as HTML or markdown."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def shown(text: str) -> str:
    def page(text: str) -> None:
        from simulator.ui import plain
        from simulator.ui.parts import article

        with plain.together():
            article.show(text, lang="nl")

    at = AppTest.from_function(page, args=(text,)).run()
    return "".join(element.proto.body for element in at.get("html"))


def test_headings_and_lists_are_laid_out():
    html = shown("Eerst dit.\n\n## Wat je doet\n- Bel\n- Mail\n\nKlaar.")
    assert '<p class="wc-body" lang="nl">Eerst dit.</p>' in html
    assert '<h4 class="wc-heading" lang="nl">Wat je doet</h4>' in html
    assert '<ul class="wc-list" lang="nl"><li>Bel</li><li>Mail</li></ul>' in html
    assert '<p class="wc-body" lang="nl">Klaar.</p>' in html


def test_everything_else_is_text():
    html = shown("## <b>dik</b>\n- <img src=x onerror=alert(1)>\n**vet** [link](javascript:x)")
    assert "<b>" not in html
    assert "<img" not in html
    assert "**vet** [link](javascript:x)" in html


def test_an_empty_article_shows_nothing():
    assert shown("") == ""
