"""The queue's filters; they stay as they are while a lead goes to a reply and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypedDict

import streamlit as st

from simulator import review_queue
from simulator.looks import Reason
from simulator.review_queue import Filters
from simulator.ui import plain, session, switches
from simulator.ui.parts.review import words

KEPT, BLIND = "review-filters", "review-blind"
_DAYS = (1, 7, 30, 0)
_USUAL = 30
"""Days to look back to begin with: what nobody looked at for a month is no morning's work any more."""


class Kept(TypedDict):
    """What was chosen; None leaves a filter out, 0 days is all time."""

    reason: str | None
    scenario: str | None
    person: str | None
    days: int


def kept() -> Filters:
    """The filters as chosen before, or as they are to begin with."""
    return _filters(_kept())


def blind() -> bool:
    """Whether this lead reviews blind: as he chose, or else as his employer wants."""
    chosen = switches.chosen(BLIND)
    return _settings_blind() if chosen is None else chosen


def blind_toggle(key: str, *, disabled: bool = False) -> None:
    """Let the lead choose to judge before he sees the automatic score."""
    switches.show(BLIND, session.text("review-blind"), on=blind(), key=key, disabled=disabled)


def show(*, veiled: bool) -> Filters:
    """Show the filters.

    Args:
        veiled: Leave out what would tell the automatic score.
    """
    before = _kept()
    people = review_queue.people(session.store(), session.me())
    scenarios = sorted(session.library().cases, key=words.scenario)
    reasons = [r.value for r in Reason if r.by_people or not veiled]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        reason = _choice("reason", reasons, before["reason"], _reason_name)
        scenario = _choice("scenario", scenarios, before["scenario"], words.scenario)
        person = _choice("person", list(people), before["person"], lambda p: people[p])
        days = st.selectbox(
            session.text("review-filter-period"),
            _DAYS,
            index=_DAYS.index(before["days"]),
            format_func=lambda d: session.text("review-period", days=d),
            key="review-filter-period",
            width=170,
        )
    chosen = Kept(reason=reason, scenario=scenario, person=person, days=days)
    if chosen != before:
        st.session_state["review-page"] = 0
    st.session_state[KEPT] = chosen
    return _filters(chosen)


def _kept() -> Kept:
    found: Kept | None = st.session_state.get(KEPT)
    return found or Kept(reason=None, scenario=None, person=None, days=_USUAL)


def _filters(chosen: Kept) -> Filters:
    # By the day, so that the page numbers do not shift with each second.
    today = session.now().replace(hour=0, minute=0, second=0, microsecond=0)
    return Filters(
        reason=Reason(chosen["reason"]) if chosen["reason"] else None,
        scenario_id=chosen["scenario"],
        user_id=chosen["person"],
        since=today - timedelta(days=chosen["days"] - 1) if chosen["days"] else None,
    )


def _reason_name(reason: str) -> str:
    return session.text(f"review-reason-{reason.replace('_', '-')}")


def _choice(name: str, options: list[str], before: str | None, shown: Callable[[str], str]) -> str | None:
    return st.selectbox(
        session.text(f"review-filter-{name}"),
        options,
        index=options.index(before) if before in options else None,
        format_func=lambda option: plain.safe_option(shown(option)),
        placeholder=session.text("inbox-any"),
        key=f"review-filter-{name}",
        width=170,
    )


def _settings_blind() -> bool:
    return review_queue.settings_for(session.store(), session.me()).blind
