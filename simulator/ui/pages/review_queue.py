"""The lead's queue: which replies to look at, and why, in words."""

from __future__ import annotations

import math

import streamlit as st

from simulator import review_queue
from simulator.looks import Reason
from simulator.review_queue import COUNT_MOST, PAGE, Item
from simulator.ui import plain, session
from simulator.ui.components.chosen import read_chosen
from simulator.ui.components.queue_list import QueueItem, ReasonKind, queue_list
from simulator.ui.parts.review import filters, words, work

REPLY = "simulator/ui/pages/review_reply.py"
KEY = "review-queue"
_CHOSEN, _PAGE = "review-chosen", "review-page"
_SIGNS: dict[Reason, tuple[str, ReasonKind]] = {
    Reason.DISPUTED: ("▲", "improve"),
    Reason.ASKED: ("▲", "improve"),
    Reason.NOT_PASSED: ("■", "critical"),
}


def main() -> None:
    """Show the queue of the lead who is signed in."""
    work.leave()
    veiled = filters.blind()
    if chosen := st.session_state.pop(_CHOSEN, None):
        st.switch_page(REPLY, query_params={"turn": chosen})
    plain.heading(session.text("nav-review-queue"), 1)
    wanted = filters.show(veiled=veiled)
    number = int(st.session_state.get(_PAGE, 0))
    page = review_queue.queue(session.store(), session.me(), wanted, session.now(), number)
    if number and not page.items:
        # The last page became empty by reviewing.
        _turn_to(0)
        st.rerun()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        plain.muted(_count(page.total))
        filters.blind_toggle("review-blind-queue")
    items = [_item(item, veiled=veiled) for item in page.items]
    labels = {name: session.text(f"review-queue-{name}") for name in ("list", "empty", "keys")}
    queue_list(key=KEY, data={"items": items, "labels": labels}, on_chosen=_choose)
    _pages(number, math.ceil(min(page.total, COUNT_MOST) / PAGE))


def _count(total: int) -> str:
    if total > COUNT_MOST:
        return session.text("review-queue-many", count=COUNT_MOST)
    return session.text("review-queue-count", count=total)


def _choose() -> None:
    # A callback may not switch pages; the run after it does.
    st.session_state[_CHOSEN] = read_chosen(KEY)


def _item(item: Item, *, veiled: bool) -> QueueItem:
    """A row; veiled, what the automatic score gave as its reason is only that it is to be looked at."""
    told = [(r, d) for r, d in item.reasons if r.by_people or not veiled]
    why = [words.reason(r, d) for r, d in told]
    if len(told) < len(item.reasons):
        why.append(session.text("review-reason-veiled"))
    sign, kind = _SIGNS.get(told[0][0], ("○", "none")) if told else ("○", "none")
    return {
        "id": item.turn_id,
        "sign": sign,
        "kind": kind,
        "why": why[0],
        "more": " · ".join(why[1:]),
        "title": words.scenario(item.scenario_id),
        "who": item.who,
        "held": session.text("review-held", name=item.held_by) if item.held_by else "",
        "when": words.moment(item.answered_at),
        "button": session.text("review-open"),
    }


def _pages(number: int, count: int) -> None:
    if count < 2:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        back, on = session.text("review-page-back"), session.text("review-page-on")
        st.button(back, disabled=number == 0, on_click=_turn_to, args=(number - 1,))
        st.button(on, disabled=number + 1 >= count, on_click=_turn_to, args=(number + 1,))
        plain.muted(session.text("review-page", number=number + 1, count=count))


def _turn_to(number: int) -> None:
    st.session_state[_PAGE] = number


main()
