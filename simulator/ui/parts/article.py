"""A knowledge article as its author laid it out: paragraphs, `## ` headings and `- ` lists; everything else is text."""

from __future__ import annotations

from itertools import groupby

from simulator.ui import plain

_HEADING, _ITEM = "## ", "- "


def show(text: str, *, lang: str) -> None:
    """Show an article.

    Args:
        text: Its lines, without the title.
        lang: Its language.
    """
    for kind, lines in groupby(text.splitlines(), _kind):
        shown = [line.removeprefix(kind).strip() for line in lines]
        if kind == _HEADING:
            for line in shown:
                plain.heading(line, 4, lang=lang)
        elif kind == _ITEM:
            plain.bullets(shown, lang=lang)
        elif words := "\n".join(shown).strip():
            plain.body(words, lang=lang)


def _kind(line: str) -> str:
    return next((kind for kind in (_HEADING, _ITEM) if line.startswith(kind)), "")
