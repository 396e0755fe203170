"""Showing data as plain text in headings and small print.

Streamlit's own title, caption and labels read markdown, which lets a text fetch an image or fake a badge; so words
that people or scenarios bring come through here, escaped, or through st.text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

from simulator.direction import bounded

_held: ContextVar[list[str] | None] = ContextVar("held", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Send all that this module shows in the block as one element; nothing of Streamlit's own may stand in it.

    Each element is a message of its own to the browser, which costs more than what is in it.
    """
    pieces: list[str] = []
    before = _held.set(pieces)
    try:
        yield
    finally:
        _held.reset(before)
    if pieces:
        st.html(f'<div class="wc-together">{"".join(pieces)}</div>')


def markup(body: str) -> None:
    """Show HTML of our own, in which all that people wrote has been escaped."""
    pieces = _held.get()
    if pieces is None:
        st.html(body)
    else:
        pieces.append(body)


def heading(text: str, level: int = 2, *, lang: str | None = None) -> None:
    """A heading; level 1 is the page's title."""
    _show(f"h{level}", text, "wc-heading", lang)


def muted(text: str, *, lang: str | None = None) -> None:
    """Small print in the muted colour."""
    _show("p", text, "wc-muted", lang)


def body(text: str, *, lang: str | None = None) -> None:
    """A paragraph; line ends are kept."""
    _show("p", text, "wc-body", lang)


def pairs(rows: list[tuple[str, str]], *, lang: str | None = None) -> None:
    """Names with their values, as a description list."""
    inner = "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(value)}</dd>" for name, value in rows)
    markup(f'<dl class="wc-pairs"{_lang(lang)}>{inner}</dl>')


def stacked(rows: list[tuple[str, str]], *, lang: str | None = None) -> None:
    """Names with their values under them, for longer values."""
    inner = "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(value)}</dd>" for name, value in rows)
    markup(f'<dl class="wc-stacked"{_lang(lang)}>{inner}</dl>')


def bullets(items: tuple[str, ...] | list[str], *, lang: str | None = None) -> None:
    """A list with bullets."""
    inner = "".join(f"<li>{html.escape(item)}</li>" for item in items)
    markup(f'<ul class="wc-list"{_lang(lang)}>{inner}</ul>')


def notice(sign: str, text: str, kind: str) -> None:
    """One line that stands out: a sign, words and a tint; kind is "good", "improve" or "critical"."""
    markup(f'<p class="wc-notice wc-{kind}"><span aria-hidden="true">{sign}</span> {html.escape(text)}</p>')


_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=/@])")
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE)
_JOINER = "\u2060"


def safe_label(text: str) -> str:
    """A text for a label, a radio option or a cell of a table, which read markdown: every sign stands for itself.

    Addresses become links even when escaped, so a sign without width breaks them; line ends become spaces; signs of
    direction go, so that a name does not turn round what stands beside it.
    """
    return _MARKUP.sub(r"\\\1", _ADDRESS.sub(_JOINER, " ".join(bounded(text).split())))


def safe_option(text: str) -> str:
    """A text for an option of a select box or multiselect, which shows it as it is: on one line, direction bounded.

    Not for options of radio buttons, pills and segmented controls: those read markdown, and take `safe_label`.
    """
    return " ".join(bounded(text).split())


def _show(tag: str, text: str, style: str, lang: str | None) -> None:
    markup(f'<{tag} class="{style}"{_lang(lang)}>{html.escape(text)}</{tag}>')


def _lang(lang: str | None) -> str:
    return f' lang="{html.escape(lang)}"' if lang else ""
