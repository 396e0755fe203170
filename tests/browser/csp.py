"""The policy of the server's headers holds on every page: whatever a browser refuses because of it fails the test."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage

_SIGN = "wc-policy-refused "
_TELL = f"""
document.addEventListener('securitypolicyviolation', (event) => console.error('{_SIGN}' + [
    event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber, event.sample, location.pathname,
].join(' | ')));
"""
_HARMLESS = " | wasm-eval | "
"""Streamlit's protobuf tries WebAssembly for large numbers, is refused, and counts without it."""
_refused: WeakKeyDictionary[BrowserContext, list[str]] = WeakKeyDictionary()


def watch(context: BrowserContext) -> None:
    """Note what the pages of a context are refused; once for each new context."""
    found = _refused.setdefault(context, [])

    def hear(message: ConsoleMessage) -> None:
        # Chromium's own line too: it tells of documents in which no script of ours runs.
        told = (
            message.text.startswith(_SIGN) or "violates the following Content Security Policy" in message.text
        )
        if told and not (_HARMLESS in message.text and "/static/js/protobuf." in message.text):
            found.append(message.text)

    context.add_init_script(_TELL)
    context.on("console", hear)


def take() -> list[str]:
    """What was refused since the last time, in all contexts."""
    found = [line for lines in _refused.values() for line in lines]
    for lines in _refused.values():
        lines.clear()
    return found


@pytest.fixture(autouse=True)
def policy_holds() -> Iterator[None]:
    """No page asks for what the policy refuses."""
    take()
    yield
    refused = take()
    if refused:
        pytest.fail("the policy of the headers refused:\n" + "\n".join(refused))
