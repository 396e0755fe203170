"""What differs between two versions of a text, line by line, with signs and not only colours."""

from __future__ import annotations

import difflib
import html

import streamlit as st

from simulator.authoring import Opened
from simulator.ui import plain, session

_AROUND = 2
"""Unchanged lines shown on both sides of a change."""


def show(opened: Opened) -> None:
    """Show what the author's text changes in what trainees have."""
    live = session.live().files.get(opened.path)
    if live is None:
        plain.muted(session.text("authoring-diff-new"))
        return
    plain.muted(session.text("authoring-diff-about"))
    table(live.decode("utf-8", "replace"), opened.text)


def table(old: str, new: str) -> None:
    """Show the changes from one text to another."""
    if old == new:
        plain.muted(session.text("authoring-diff-none"))
        return
    before, after = old.splitlines(), new.splitlines()
    groups = difflib.SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(_AROUND)
    rows = [row for group in groups for row in (*_rows(group, before, after), _GAP)][:-1]
    st.html(f'<div class="wc-diff" tabindex="0"><table>{"".join(rows)}</table></div>')


_GAP = '<tr class="gap"><td colspan="3">…</td></tr>'


def _rows(group: list[tuple[str, int, int, int, int]], before: list[str], after: list[str]) -> list[str]:
    out = []
    for tag, a, b, c, d in group:
        if tag == "equal":
            out += [_row(n + 1, "", before[n], "") for n in range(a, b)]
            continue
        out += [_row(n + 1, "−", before[n], "removed") for n in range(a, b)]
        out += [_row(n + 1, "+", after[n], "added") for n in range(c, d)]
    return out


def _row(number: int, sign: str, line: str, kind: str) -> str:
    word = f'<span class="wc-sr">{html.escape(session.text(f"authoring-diff-{kind}"))}</span>' if kind else ""
    return (
        f'<tr class="{kind}"><td class="number">{number}</td><td class="sign">{word}'
        f'<span aria-hidden="true">{sign}</span></td><td><code>{html.escape(line)}</code></td></tr>'
    )
