"""A reply as it is judged: the conversation before it, its words, what was known; no trainee, no score."""

from __future__ import annotations

import streamlit as st

from simulator.calibration_items import Item
from simulator.feedback import action_name
from simulator.ui import plain, session
from simulator.ui.components.thread import thread
from simulator.ui.parts.help_panel import protocol_lines
from simulator.ui.parts.thread_part import item_of


def show(item: Item, key: str) -> None:
    """Show it.

    Args:
        item: The reply.
        key: Tells this place from others that show the same reply.
    """
    lang = item.case.scenario.language
    thread(
        key=f"{key}-thread",
        data={
            "channel": item.case.scenario.channel.name,
            "items": [item_of(n, message, item.case) for n, message in enumerate(item.thread)],
            "lang": lang,
            "labels": {
                "thread": session.text("calibration-thread"),
                "likes": session.text("thread-likes", n="{n}"),
            },
        },
    )
    plain.heading(session.text("calibration-reply"), 3)
    if item.text:
        with st.container(border=True):
            plain.body(item.text, lang=lang)
    else:
        plain.muted(session.text("calibration-no-text"))
    plain.muted(" · ".join(_did(item)))
    if item.case.scenario.facts:
        with st.expander(session.text("calibration-facts")):
            plain.bullets(list(item.case.scenario.facts), lang=lang)
    house = item.case.organisation
    with st.expander(session.text("calibration-rules", name=plain.safe_label(house.name))):
        for title, lines in protocol_lines(house, item.case.scenario.channel.name):
            plain.heading(title, 4)
            plain.bullets(lines, lang=lang)


def _did(item: Item) -> list[str]:
    told = [session.text("calibration-did", action=action_name(item.action, session.lang()))]
    if item.elapsed_seconds is not None and item.target_seconds:
        target = _minutes(item.target_seconds)
        told.append(session.text("calibration-time", elapsed=_minutes(item.elapsed_seconds), target=target))
    return told


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
