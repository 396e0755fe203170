"""The theme: read once per process, and sent to each window as Streamlit itself would send it."""

from __future__ import annotations

import inspect

from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session

from simulator.ui import theme

PARTS = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar", "theme.dark.sidebar")


def sent(fill):
    message = NewSession()
    own = message.custom_theme
    parts = (own, own.light, own.dark, own.sidebar, own.light.sidebar, own.dark.sidebar)
    for part, section in zip(parts, PARTS, strict=True):
        fill(part, section)
    return message.SerializeToString(deterministic=True)


def test_each_part_is_read_once_and_sent_as_streamlit_does(monkeypatch):
    asked = []

    def read(msg, section="theme"):
        asked.append(section)
        if section == "theme.light":
            msg.primary_color = "#0B6E69"
        if section == "theme":
            msg.font_faces.add(family="Veer")

    monkeypatch.setattr(app_session, "_populate_theme_msg", read)
    expected = sent(read)
    theme.read_once()
    asked.clear()
    for _ in range(3):
        assert sent(app_session._populate_theme_msg) == expected
    assert asked == list(PARTS)


def test_asking_twice_wraps_once(monkeypatch):
    monkeypatch.setattr(app_session, "_populate_theme_msg", lambda msg, section="theme": None)
    theme.read_once()
    first = app_session._populate_theme_msg
    theme.read_once()
    assert app_session._populate_theme_msg is first


def test_the_shipped_theme_reaches_the_window_as_streamlit_sends_it(monkeypatch):
    own = inspect.unwrap(app_session._populate_theme_msg)
    monkeypatch.setattr(app_session, "_populate_theme_msg", own)
    expected = sent(own)
    assert b"#0B6E69" in expected
    theme.read_once()
    assert sent(app_session._populate_theme_msg) == expected
