"""After an accepted dispute: which part of the reply is the example, what it would change, and a press to offer it."""

from __future__ import annotations

import streamlit as st

from simulator import example, proposals
from simulator.dispute_decisions import Looked
from simulator.disputes import Outcome
from simulator.example import Effect, Move, Place, PointGoneError
from simulator.ui import plain, session
from simulator.ui.parts.disputes import words

_SHOWN_MOST = 10
_EFFECT = "proposal-effect"
_CHOICE = "example-{}"


def show(looked: Looked) -> None:
    """Show the choice, or what was offered."""
    one = looked.dispute
    if one.outcome is not Outcome.ACCEPTED:
        return
    plain.heading(session.text("proposals-heading"), 3)
    kept = proposals.proposed(session.store(), session.me(), one.id)
    if kept is not None:
        plain.notice("✓", session.text("proposals-sent", example=kept), "good")
        return
    text = looked.run.answers[looked.turn.id].text
    offered = example.choices(text)
    if not offered:
        return
    plain.muted(session.text("proposals-about"))
    choice = st.selectbox(
        session.text("proposals-example"),
        range(len(offered)),
        index=example.likeliest(text, looked.finding),
        format_func=lambda n: _name(offered[n], text),
        key=_CHOICE.format(one.id),
    )
    _effect(looked, offered[choice])
    st.button(session.text("proposals-send"), type="primary", on_click=_propose, args=(one.id,))


def _name(part: str, text: str) -> str:
    whole = part == text.strip() and len(example.choices(text)) > 1
    return session.text("proposals-whole") if whole else part


def _propose(dispute_id: str) -> None:
    # Asked from the choice itself: who chooses and presses at once would send the choice of the run before.
    choice = int(st.session_state[_CHOICE.format(dispute_id)])
    proposals.propose(session.store(), session.me(), dispute_id, choice, session.now())


def _effect(looked: Looked, part: str) -> None:
    place = example.place_of(looked.finding, looked.turn)
    if not place.point:
        plain.muted(session.text("proposals-rubric"))
        return
    plain.heading(session.text("proposals-effect"), 4)
    key = "proposals-counts" if place.counts else "proposals-not-flagged"
    plain.muted(session.text(key, point=words.point_text(looked)))
    try:
        told = _scored(looked, place, part)
    except PointGoneError as error:
        plain.muted(session.text(error.code))
        return
    _tell(told)


def _scored(looked: Looked, place: Place, part: str) -> Effect:
    """What the example changes; kept as long as this page shows it, because it scores many replies."""
    key = (looked.dispute.id, part)
    kept: tuple[tuple[str, str], Effect] | None = st.session_state.get(_EFFECT)
    if kept is None or kept[0] != key:
        today = session.library().cases.get(looked.dispute.scenario_id)
        with st.spinner(session.text("authoring-publishing")):
            kept = (key, example.effect(looked.run, looked.turn, place, part, today))
        st.session_state[_EFFECT] = kept
    return kept[1]


def _tell(told: Effect) -> None:
    mine = told.disputed
    before, after = words.points(mine.before.total), words.points(mine.after.total)
    if mine.moves:
        verdict = words.verdict(mine.after.passed)
        plain.body(session.text("proposals-effect-disputed", before=before, after=after, verdict=verdict))
    else:
        plain.body(session.text("proposals-effect-disputed-same", before=before))
    if told.gone:
        plain.notice("▲", session.text("proposals-effect-gone"), "improve")
    elif not told.golden:
        plain.body(session.text("proposals-effect-none", count=told.looked_at))
    else:
        plain.body(session.text("proposals-effect-some", count=len(told.golden), all=told.looked_at))
        plain.bullets([_golden(move) for move in told.golden[:_SHOWN_MOST]])


def _golden(move: Move) -> str:
    key = (
        "proposals-effect-golden-out"
        if move.fits_before and not move.fits_after
        else "proposals-effect-golden"
    )
    return session.text(
        key,
        label=session.text(f"label-{move.label}"),
        number=move.number,
        variant=move.variant,
        before=words.points(move.before.total),
        after=words.points(move.after.total),
    )
