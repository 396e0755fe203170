"""What Streamlit is told: `.streamlit/config.toml` is the one place, and nothing else may say otherwise."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import streamlit as st

FILE = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
FREE = {"server.headless", "server.address", "server.port", "server.disconnectedSessionTTL"}
"""May be given otherwise; so may the theme."""


def fixed() -> dict[str, Any]:
    """Options by name, as the file has them, that must hold."""
    return {
        name: value
        for name, value in _flat(tomllib.loads(FILE.read_text(encoding="utf-8")))
        if name not in FREE and not name.startswith("theme.")
    }


def overruled() -> str:
    """What a variable, a flag or another file says otherwise, in words for the operator; "" when nothing does."""
    for name, value in fixed().items():
        found = st.get_option(name)
        if found != value:
            return f"Streamlit's option {name} is {found!r} here; it must be {value!r}, as {FILE} has it"
    return ""


def _flat(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield above + key, value
