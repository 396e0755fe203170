"""Addresses outside Streamlit's pages: what must never lie behind an address that opens without a right."""

from __future__ import annotations

from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """The routes beside the pages."""
    return []
