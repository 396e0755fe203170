"""A database that cannot be used: the page says what goes on, and the reply form keeps what is in it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from simulator.store.engine import Store
from simulator.store.faults import Kind, StoreUnavailableError
from simulator.ui.parts import reply_part
from tests.app.test_pages import app, home, shown

__all__ = ["home"]


def out_of_reach(kind):
    def fail(*_):
        raise StoreUnavailableError(kind)

    return fail


@pytest.mark.parametrize(
    ("lang", "kind", "words"),
    [
        ("nl", Kind.NO_CONNECTION, "De database is even niet bereikbaar"),
        ("nl", Kind.BUSY, "te veel mensen tegelijk"),
        ("en", Kind.FULL, "disk is full"),
    ],
)
def test_a_page_says_what_goes_on(home, monkeypatch, lang, kind, words):
    at = app(home, "trainee", lang).run()
    monkeypatch.setattr(Store, "read", out_of_reach(kind))
    at.run()
    assert words in shown(at)
    assert not at.exception


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_trouble_has_its_words_in_both_languages(kind):
    from simulator.i18n import t

    assert all(t(StoreUnavailableError(kind).code, lang) for lang in ("nl", "en"))


def test_the_reply_form_stays_as_it_was_with_the_reason(monkeypatch):
    run = SimpleNamespace(attempt=SimpleNamespace(id="a"))
    monkeypatch.setattr(reply_part.st, "session_state", {reply_part._SHOWN: (run, {"text": "Dag"})})
    shown_run, data = reply_part.shown_last("a", StoreUnavailableError(Kind.NO_CONNECTION))
    assert (shown_run, data["text"]) == (run, "Dag")
    assert "Je tekst staat nog hier" in data["error"]
    assert data["refused"]


@pytest.mark.parametrize(
    "state", [{}, {reply_part._SHOWN: (SimpleNamespace(attempt=SimpleNamespace(id="b")), {})}]
)
def test_a_form_of_an_attempt_that_was_not_shown_yet_is_not_made_up(state, monkeypatch):
    monkeypatch.setattr(reply_part.st, "session_state", state)
    with pytest.raises(StoreUnavailableError):
        reply_part.shown_last("a", StoreUnavailableError(Kind.NO_CONNECTION))


def test_a_reply_that_could_not_be_stored_is_refused_aloud(monkeypatch):
    state = {}
    monkeypatch.setattr(reply_part.st, "session_state", state)
    with reply_part._refusals():
        raise StoreUnavailableError(Kind.NO_CONNECTION)
    assert state["refused"].startswith("store-no-connection")
    assert "niet bereikbaar" in state["refused-text"]
